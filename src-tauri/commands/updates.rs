//! Newer versions of the app: asked for at a click alone, and installed only with the makers' signature.
//!
//! A build offers them where its configuration has `plugins.updater` with a public key and an endpoint, which a release
//! is given by a file of its own; an ordinary build knows of none. Tauri's updater fetches and checks them; its own
//! commands are granted to no page.

use engine::{Failure, Housekeeper};
use rustls::crypto::aws_lc_rs;
use serde::Serialize;
use serde_json::Value;
use specta::Type;
use tauri::{App, AppHandle, Config, Manager, State};
use tauri_plugin_updater::{Error, Update, UpdaterExt};
use tokio::sync::Mutex;

use super::Answer;
use crate::one_copy::OneCopy;

/// The plugin's name in tauri.conf.json.
const PLUGIN: &str = "updater";

/// What stands for `plugins.updater` where a test says so; a release does not look.
#[cfg(debug_assertions)]
const FOR_TESTS: &str = "HOUSEKEEPER_UPDATER";

/// The update that was found last.
#[derive(Default)]
pub(crate) struct Updates(Mutex<Option<Update>>);

/// Whether there is a newer version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum UpdateState {
    /// This build was not told where updates are published.
    NotOffered,
    Current,
    Available {
        version: String,
        /// What changed, as its makers say; may be empty.
        notes: String,
    },
}

/// Asks where this build's updates are published. The only such question, asked at a click alone.
#[tauri::command]
#[specta::specta]
pub async fn check_for_update(app: AppHandle, updates: State<'_, Updates>) -> Answer<UpdateState> {
    let mut found = updates.0.lock().await;
    // What an earlier question found may have been withdrawn.
    *found = None;
    if !is_offered(app.config()) {
        return Ok(UpdateState::NotOffered);
    }
    *found = look(&app).await.map_err(failure)?;
    Ok(found.as_ref().map_or(UpdateState::Current, |update| UpdateState::Available {
        version: update.version.clone(),
        notes: update.body.clone().unwrap_or_default(),
    }))
}

/// Fetches the update that was found, checks its signature, installs it, and starts the app anew.
#[tauri::command]
#[specta::specta]
pub async fn install_update(app: AppHandle, updates: State<'_, Updates>) -> Answer<()> {
    let update = updates.0.lock().await.clone().ok_or_else(|| {
        invalid("No newer version is known yet, so there is nothing to install. Check for updates first.")
    })?;
    nothing_is_on_its_way(&app).await?;
    // Checks the signature too.
    let package = update.download(|_, _| {}, || {}).await.map_err(failure)?;
    // Fetching it takes a while, in which the person may have begun something.
    nothing_is_on_its_way(&app).await?;
    tracing::info!(version = update.version, "installing an update");
    // It may wait for the person to allow it.
    let installed = tauri::async_runtime::spawn_blocking(move || update.install(package)).await;
    installed.map_err(|error| invalid(&format!("The update was not installed: {error}.")))?.map_err(failure)?;
    if let Some(alone) = app.try_state::<std::sync::Arc<OneCopy>>() {
        alone.make_way();
    }
    app.request_restart();
    Ok(())
}

/// Makes what a configuration says of updates as strict as it must be, whatever it forgot.
pub(crate) fn prepare(config: &mut Config) {
    #[cfg(debug_assertions)]
    if let Some(told) = std::env::var(FOR_TESTS).ok().and_then(|told| serde_json::from_str(&told).ok()) {
        config.plugins.0.insert(PLUGIN.to_owned(), told);
    }
    if let Some(Value::Object(updater)) = config.plugins.0.get_mut(PLUGIN) {
        updater.retain(|key, _| matches!(key.as_str(), "pubkey" | "endpoints" | "windows"));
        // Without it, an old release with a new version's number is taken for an update: its signature is genuine.
        updater.insert("requireSignedVersion".to_owned(), Value::Bool(true));
    }
}

/// Takes the updater in, where this build offers updates.
pub(crate) fn take_in(app: &App) -> tauri::Result<()> {
    app.manage(Updates::default());
    if is_offered(app.config()) {
        app.handle().plugin(tauri_plugin_updater::Builder::new().build())?;
    }
    Ok(())
}

fn is_offered(config: &Config) -> bool {
    let Some(updater) = config.plugins.0.get(PLUGIN) else { return false };
    let has_key = updater["pubkey"].as_str().is_some_and(|key| !key.is_empty());
    has_key && updater["endpoints"].as_array().is_some_and(|endpoints| !endpoints.is_empty())
}

async fn look(app: &AppHandle) -> Result<Option<Update>, Error> {
    // The app's one provider of TLS; where none is set, the updater would want another.
    let _ = aws_lc_rs::default_provider().install_default();
    let updater = app.updater_builder();
    // Redirects and the package too, which the updater itself would fetch by any way. Tests have a server without.
    updater.configure_client(|client| client.https_only(!cfg!(debug_assertions))).build()?.check().await
}

/// Refuses where the app cannot be ended at this moment.
async fn nothing_is_on_its_way(app: &AppHandle) -> Result<(), Failure> {
    match app.try_state::<Housekeeper>() {
        Some(house) => house.may_be_ended().await,
        // The records could not be opened, so that nothing is sent; a newer version may help.
        None => Ok(()),
    }
}

fn invalid(detail: &str) -> Failure {
    Failure::Invalid { detail: detail.to_owned() }
}

/// What the updater's errors say to the person.
fn failure(error: Error) -> Failure {
    tracing::warn!(%error, "an update was not to be had");
    match error {
        Error::Minisign(_)
        | Error::Base64(_)
        | Error::SignatureUtf8(_)
        | Error::SignedVersionMismatch { .. }
        | Error::MissingSignedVersion => invalid(
            "The update does not carry the signature of this app's makers, so it was not installed: it was changed on \
             its way, or somebody else made it. Tell whoever looks after this computer, and install nothing from there.",
        ),
        Error::Reqwest(_) | Error::Network(_) | Error::ReleaseNotFound => {
            Failure::Unreachable { endpoint: "the place of updates".to_owned(), detail: error.to_string() }
        }
        Error::TargetNotFound(_) | Error::TargetsNotFound(_) => invalid(
            "There is a newer version, but not for this kind of computer or package. Ask whoever installed the app.",
        ),
        Error::AuthenticationFailed | Error::DebInstallFailed | Error::PackageInstallFailed => invalid(
            "The system did not install the update, mostly because nobody allowed it. The app stays as it is; try \
             again, or ask whoever looks after this computer.",
        ),
        other => invalid(&format!("The update was not installed: {other}. The app stays as it is.")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(updater: Value) -> Config {
        let mut config = Config::default();
        config.plugins.0.insert(PLUGIN.to_owned(), updater);
        prepare(&mut config);
        config
    }

    #[test]
    fn a_build_offers_updates_only_with_a_key_and_a_place() {
        assert!(!is_offered(&Config::default()));
        for half in [json!({}), json!({ "pubkey": "x" }), json!({ "pubkey": "", "endpoints": ["https://x.example/"] })]
        {
            assert!(!is_offered(&told(half)));
        }
        assert!(is_offered(&told(json!({ "pubkey": "x", "endpoints": ["https://x.example/"] }))));
    }

    #[test]
    fn this_repository_configures_none() {
        let config: Value = serde_json::from_str(include_str!("../../tauri.conf.json")).expect("it is JSON");
        assert_eq!(config["plugins"][PLUGIN], Value::Null);
    }

    #[test]
    fn no_configuration_makes_them_less_safe() {
        let config = told(json!({
            "pubkey": "x",
            "endpoints": ["https://x.example/"],
            "requireSignedVersion": false,
            "allowDowngrades": true,
            "dangerousInsecureTransportProtocol": true,
            "dangerousAcceptInvalidCerts": true,
            "dangerousAcceptInvalidHostnames": true,
        }));
        let strict = json!({ "pubkey": "x", "endpoints": ["https://x.example/"], "requireSignedVersion": true });
        assert_eq!(config.plugins.0[PLUGIN], strict);
    }

    #[test]
    fn the_wire_form_is_fixed() {
        let json = |state| serde_json::to_value(state).expect("it is plain data");
        assert_eq!(json(UpdateState::NotOffered), json!({ "kind": "notOffered" }));
        assert_eq!(json(UpdateState::Current), json!({ "kind": "current" }));
        let available = UpdateState::Available { version: "2.0.0".to_owned(), notes: String::new() };
        assert_eq!(json(available), json!({ "kind": "available", "version": "2.0.0", "notes": "" }));
    }
}
