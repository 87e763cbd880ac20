//! Connections.

use engine::{About, ConnectionId, Endpoints, Housekeeper, NewConnection, Portal, Role};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::colour::Colour;
use super::connection_row::{ConnectionCheckRow, ConnectionRow};
use super::{Answer, WireError};

/// A connection as it was filled in. Its secrets only come in.
#[derive(Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewConnectionForm {
    name: String,
    way: NewWay,
    custom_endpoint: Option<String>,
    china: bool,
    fips: bool,
    dual_stack: bool,
    colour: Colour,
    production: bool,
    /// Where its secret is kept.
    keep: KeepWhere,
    /// The program that its profile runs, as the person has seen it and agreed to it.
    agreed_program: Option<String>,
    /// The code of an MFA device, where its role asks for one.
    #[specta(type = Option<String>)]
    mfa_code: Option<SecretString>,
}

/// How a new connection gets in.
#[derive(Debug, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NewWay {
    /// A profile of the shared AWS config files.
    Profile {
        /// Its name there.
        name: String,
    },
    /// An access key.
    AccessKey {
        /// Its public half.
        access_key_id: String,
        /// Its secret half, on its way to the keychain.
        #[specta(type = String)]
        secret_access_key: SecretString,
        /// The token of a temporary key.
        #[specta(type = Option<String>)]
        session_token: Option<SecretString>,
    },
    /// An access key that stands in the AWS CLI's credentials file, taken from there.
    KeyOnFile {
        /// The profile it stands in.
        profile: String,
    },
    /// A role in an account, given by a portal that one is signed in at.
    IdentityCenter {
        /// The portal's.
        start_url: String,
        /// The portal's.
        region: String,
        /// The account's 12-digit number.
        account: String,
        /// The role's name in the portal.
        role: String,
    },
    /// A role over another connection.
    Role {
        /// The connection that may assume it.
        base: String,
        /// The role.
        role_arn: String,
        /// What the role's owner asks for, if anything.
        external_id: Option<String>,
        /// How the session is called in AWS's logs; `null` for `housekeeper`.
        session_name: Option<String>,
        /// The MFA device's serial number or ARN, where the role asks for a code.
        mfa_serial: Option<String>,
    },
}

/// An access key as it was filled in.
#[derive(Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewAccessKey {
    access_key_id: String,
    #[specta(type = String)]
    secret_access_key: SecretString,
    #[specta(type = Option<String>)]
    session_token: Option<SecretString>,
}

/// Where a secret is kept.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum KeepWhere {
    /// In the keychain of the operating system.
    Keychain,
    /// In memory, until the window closes.
    Memory,
}

/// What a person calls a connection, and how it is marked.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionAbout {
    name: String,
    colour: Colour,
    production: bool,
}

/// A connection that was saved, and what AWS said to it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedConnection {
    connection: ConnectionRow,
    check: ConnectionCheckRow,
}

/// An access key in the AWS CLI's credentials file.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KeyOnFile {
    /// The profile it stands in.
    profile: String,
    access_key_id: String,
    /// Whether it has a session token, and so an end.
    temporary: bool,
}

/// A key that took the place of another.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Rotated {
    access_key_id: String,
    old_access_key_id: String,
    /// Why the old one could not be turned off; `null` where it was.
    problem: Option<WireError>,
}

/// All connections, the practice account first.
#[tauri::command]
#[specta::specta]
pub async fn connections(house: State<'_, Housekeeper>) -> Answer<Vec<ConnectionRow>> {
    Ok(house.connections().await?.into_iter().map(ConnectionRow::from).collect())
}

/// Checks a connection with AWS, and keeps it unless that is a definite no.
#[tauri::command]
#[specta::specta]
pub async fn save_connection(house: State<'_, Housekeeper>, connection: NewConnectionForm) -> Answer<SavedConnection> {
    let (saved, check) = house.save_connection(connection.into()).await?;
    let rows = house.connections().await?;
    let row = rows.into_iter().find(|row| row.connection.id == saved.id);
    let row = row.ok_or_else(|| engine::Failure::NotFound { what: format!("connection {}", saved.id) })?;
    Ok(SavedConnection { connection: row.into(), check: check.into() })
}

/// Asks AWS once more about a connection.
#[tauri::command]
#[specta::specta]
pub async fn check_connection(house: State<'_, Housekeeper>, id: String) -> Answer<ConnectionCheckRow> {
    Ok(house.check_connection(&ConnectionId::new(id)).await?.into())
}

/// Puts a connection to use.
#[tauri::command]
#[specta::specta]
pub async fn use_connection(house: State<'_, Housekeeper>, id: String) -> Answer<()> {
    Ok(house.use_connection(&ConnectionId::new(id)).await?)
}

/// Removes a connection and its secret.
#[tauri::command]
#[specta::specta]
pub async fn remove_connection(house: State<'_, Housekeeper>, id: String) -> Answer<()> {
    Ok(house.remove_connection(&ConnectionId::new(id)).await?)
}

/// Gives a connection another name, colour or mark.
#[tauri::command]
#[specta::specta]
pub async fn describe_connection(house: State<'_, Housekeeper>, id: String, about: ConnectionAbout) -> Answer<()> {
    let about = About { name: about.name, colour: about.colour.into(), production: about.production };
    Ok(house.describe_connection(&ConnectionId::new(id), about).await?)
}

/// Gives an access key connection another key, which is checked first.
#[tauri::command]
#[specta::specta]
pub async fn replace_access_key(
    house: State<'_, Housekeeper>,
    id: String,
    key: NewAccessKey,
    keep: KeepWhere,
) -> Answer<ConnectionCheckRow> {
    Ok(house.replace_access_key(&ConnectionId::new(id), key.into(), keep.into()).await?.into())
}

/// Makes a new access key in IAM, checks and keeps it, and then turns the old one off.
#[tauri::command]
#[specta::specta]
pub async fn rotate_access_key(house: State<'_, Housekeeper>, id: String) -> Answer<Rotated> {
    let rotated = house.rotate_access_key(&ConnectionId::new(id)).await?;
    Ok(Rotated {
        access_key_id: rotated.new,
        old_access_key_id: rotated.old,
        problem: rotated.problem.map(WireError::from),
    })
}

/// The person has seen the program that a profile runs, and agrees to it until it changes.
#[tauri::command]
#[specta::specta]
pub async fn agree_to_program(house: State<'_, Housekeeper>, id: String, program: String) -> Answer<()> {
    Ok(house.agree_to_program(&ConnectionId::new(id), &program).await?)
}

/// The names of the profiles in the shared AWS config files.
#[tauri::command]
#[specta::specta]
pub async fn aws_profiles(house: State<'_, Housekeeper>) -> Answer<Vec<String>> {
    Ok(house.profiles().await?)
}

/// The access keys that stand in the AWS CLI's credentials file, without their secrets.
#[tauri::command]
#[specta::specta]
pub async fn access_keys_on_file(house: State<'_, Housekeeper>) -> Answer<Vec<KeyOnFile>> {
    let keys = house.keys_on_file().await?.into_iter();
    Ok(keys
        .map(|key| KeyOnFile { profile: key.profile, access_key_id: key.access_key_id, temporary: key.temporary })
        .collect())
}

/// The connection that the window works through.
pub(super) async fn in_use(house: &Housekeeper) -> Answer<ConnectionId> {
    let connections = house.connections().await?;
    let in_use = connections.into_iter().find(|known| known.in_use);
    // One always is: the practice account, where no other was chosen.
    Ok(in_use.map_or_else(ConnectionId::practice, |known| known.connection.id))
}

impl From<KeepWhere> for engine::Keep {
    fn from(keep: KeepWhere) -> Self {
        match keep {
            KeepWhere::Keychain => Self::Keychain,
            KeepWhere::Memory => Self::Memory,
        }
    }
}

impl From<NewAccessKey> for engine::AccessKey {
    fn from(key: NewAccessKey) -> Self {
        Self {
            access_key_id: Some(key.access_key_id.trim().to_owned()),
            secret_access_key: key.secret_access_key,
            session_token: key.session_token,
        }
    }
}

impl From<NewWay> for engine::NewWay {
    fn from(way: NewWay) -> Self {
        match way {
            NewWay::Profile { name } => Self::Profile(name.trim().to_owned()),
            NewWay::AccessKey { access_key_id, secret_access_key, session_token } => {
                Self::AccessKey(NewAccessKey { access_key_id, secret_access_key, session_token }.into())
            }
            NewWay::KeyOnFile { profile } => Self::KeyOnFile(profile),
            NewWay::IdentityCenter { start_url, region, account, role } => {
                Self::IdentityCenter { portal: portal(&start_url, &region), account, role }
            }
            NewWay::Role { base, role_arn, external_id, session_name, mfa_serial } => Self::Role {
                base: ConnectionId::new(base),
                role: Role {
                    arn: role_arn.trim().to_owned(),
                    external_id: filled(external_id),
                    session_name: filled(session_name),
                    mfa_serial: filled(mfa_serial),
                },
            },
        }
    }
}

/// A portal as it was filled in. What the browser's address line leaves after the page is no part of it.
pub(super) fn portal(start_url: &str, region: &str) -> Portal {
    let start_url = start_url.trim().split(['#', '?']).next().unwrap_or_default();
    Portal { start_url: start_url.trim_end_matches('/').to_owned(), region: region.trim().to_owned() }
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl From<NewConnectionForm> for NewConnection {
    fn from(form: NewConnectionForm) -> Self {
        Self {
            about: About { name: form.name, colour: form.colour.into(), production: form.production },
            way: form.way.into(),
            endpoints: Endpoints {
                custom_endpoint: form.custom_endpoint,
                china: form.china,
                fips: form.fips,
                dual_stack: form.dual_stack,
            },
            keep: form.keep.into(),
            agreed_program: form.agreed_program,
            mfa_code: form.mfa_code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_portal_is_one_however_its_address_was_copied() {
        let one = portal("https://example.awsapps.com/start", "eu-west-1");
        for copied in [" https://example.awsapps.com/start/ ", "https://example.awsapps.com/start/#/?tab=accounts"] {
            assert_eq!(portal(copied, "eu-west-1 "), one, "{copied}");
        }
    }
}
