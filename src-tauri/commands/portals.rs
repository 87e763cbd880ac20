//! Portals of IAM Identity Center.

use engine::ports::Method;
use engine::{Endpoints, Housekeeper, SignInState};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;

use super::connections::{KeepWhere, portal};
use super::{Answer, WireError};

/// A portal to sign in at.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewPortal {
    /// Such as `https://example.awsapps.com/start`.
    start_url: String,
    /// The region of IAM Identity Center.
    region: String,
    /// Where its calls go in place of AWS.
    custom_endpoint: Option<String>,
    /// How one shows the browser that it is for this app.
    method: PortalMethod,
    keep: KeepWhere,
}

/// How one signs in at a portal.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PortalMethod {
    /// In the browser of this computer, which comes back to the app by itself.
    Browser,
    /// In any browser, with a code to compare.
    Code,
}

/// A portal that connections go through.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortalRow {
    start_url: String,
    region: String,
    custom_endpoint: Option<String>,
    /// Whether one is signed in there as far as is known.
    signed_in: bool,
}

/// A sign-in under way.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortalSignIn {
    id: String,
    start_url: String,
    region: String,
    state: PortalSignInState,
}

/// How far a sign-in is.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PortalSignInState {
    /// The person has to go through the page of the portal.
    Waiting {
        /// The page.
        url: String,
        /// The code to compare; `null` where there is none.
        code: Option<String>,
        /// Until when that can be done.
        expires_at: String,
        /// Why the browser could not be opened; `null` where it was.
        browser_problem: Option<String>,
    },
    /// Done.
    SignedIn,
    /// It came to nothing.
    Failed {
        /// Why.
        error: WireError,
    },
}

/// An account that a portal lets one into.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PortalAccount {
    account: String,
    name: String,
    email: String,
}

/// The portals of IAM Identity Center that the connections go through.
#[tauri::command]
#[specta::specta]
pub async fn portals(house: State<'_, Housekeeper>) -> Answer<Vec<PortalRow>> {
    let portals = house.portals().await?.into_iter().map(|known| PortalRow {
        start_url: known.portal.start_url,
        region: known.portal.region,
        custom_endpoint: known.endpoints.custom_endpoint,
        signed_in: known.signed_in,
    });
    Ok(portals.collect())
}

/// Begins to sign in at a portal, and opens the browser.
#[tauri::command]
#[specta::specta]
pub async fn begin_portal_sign_in(
    app: AppHandle,
    house: State<'_, Housekeeper>,
    portal: NewPortal,
) -> Answer<PortalSignIn> {
    let begun = house.begin_portal_sign_in(portal.into()).await?;
    let problem = match &begun.state {
        SignInState::Waiting { url, .. } => open_browser(&app, url).err(),
        _ => None,
    };
    Ok(row(begun, problem))
}

/// Opens the browser at a sign-in's page once more.
#[tauri::command]
#[specta::specta]
pub async fn open_portal_sign_in(app: AppHandle, house: State<'_, Housekeeper>, id: String) -> Answer<()> {
    match house.portal_sign_in(&id)?.state {
        SignInState::Waiting { url, .. } => {
            let failure = |detail| engine::Failure::Unexpected { code: "browser".to_owned(), detail };
            Ok(open_browser(&app, &url).map_err(failure)?)
        }
        _ => Ok(()),
    }
}

/// How far a sign-in is. It changes with the event `portalSignIn`.
#[tauri::command]
#[specta::specta]
pub async fn portal_sign_in(house: State<'_, Housekeeper>, id: String) -> Answer<PortalSignIn> {
    Ok(row(house.portal_sign_in(&id)?, None))
}

/// Gives up signing in.
#[tauri::command]
#[specta::specta]
pub async fn cancel_portal_sign_in(house: State<'_, Housekeeper>, id: String) -> Answer<()> {
    house.cancel_portal_sign_in(&id);
    Ok(())
}

/// The accounts that a portal lets one into.
#[tauri::command]
#[specta::specta]
pub async fn portal_accounts(
    house: State<'_, Housekeeper>,
    start_url: String,
    region: String,
) -> Answer<Vec<PortalAccount>> {
    let accounts = house.portal_accounts(&portal(&start_url, &region)).await?.into_iter();
    let row =
        |one: engine::ports::PortalAccount| PortalAccount { account: one.account, name: one.name, email: one.email };
    Ok(accounts.map(row).collect())
}

/// The roles that a portal gives one in an account.
#[tauri::command]
#[specta::specta]
pub async fn portal_roles(
    house: State<'_, Housekeeper>,
    start_url: String,
    region: String,
    account: String,
) -> Answer<Vec<String>> {
    Ok(house.portal_roles(&portal(&start_url, &region), &account).await?)
}

/// Opens a page of the portal in the person's browser. It came from the portal, and only a web page is opened.
fn open_browser(app: &AppHandle, url: &str) -> Result<(), String> {
    if !url.starts_with("https://") && !url.starts_with("http://") {
        return Err("The portal gave an address that is no web page.".to_owned());
    }
    app.opener().open_url(url, None::<&str>).map_err(|error| error.to_string())
}

fn row(sign_in: engine::PortalSignIn, browser_problem: Option<String>) -> PortalSignIn {
    PortalSignIn {
        id: sign_in.id,
        start_url: sign_in.portal.start_url,
        region: sign_in.portal.region,
        state: match sign_in.state {
            SignInState::Waiting { url, code, expires_at } => {
                PortalSignInState::Waiting { url, code, expires_at: expires_at.to_string(), browser_problem }
            }
            SignInState::SignedIn => PortalSignInState::SignedIn,
            SignInState::Failed(failure) => PortalSignInState::Failed { error: failure.into() },
        },
    }
}

impl From<NewPortal> for engine::NewPortal {
    fn from(new: NewPortal) -> Self {
        Self {
            portal: portal(&new.start_url, &new.region),
            endpoints: Endpoints {
                custom_endpoint: new.custom_endpoint.filter(|endpoint| !endpoint.trim().is_empty()),
                ..Endpoints::default()
            },
            method: match new.method {
                PortalMethod::Browser => Method::Browser,
                PortalMethod::Code => Method::Code,
            },
            keep: new.keep.into(),
        }
    }
}
