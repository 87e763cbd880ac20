//! Connections.

use engine::{ConnectionId, ConnectionInUse, Housekeeper, Identity, NewConnection, Secret, Way};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::{Answer, WireError};

/// A row of the connections' table.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionRow {
    id: String,
    name: String,
    way: WayRow,
    /// The endpoint that the person gave.
    custom_endpoint: Option<String>,
    /// Where its calls go, where that is not AWS's own endpoint.
    endpoint: Option<String>,
    partition: Option<String>,
    account: Option<String>,
    arn: Option<String>,
    in_use: bool,
}

/// How a connection gets in.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum WayRow {
    /// The practice account.
    Practice,
    /// A profile of the shared AWS config files.
    Profile {
        /// Its name there.
        name: String,
    },
    /// An access key.
    AccessKey {
        /// Its public half.
        access_key_id: String,
    },
}

/// A connection as it was filled in. The only wire type with a secret, and it only comes in.
#[derive(Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewConnectionForm {
    name: String,
    way: NewWay,
    custom_endpoint: Option<String>,
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
}

/// What AWS says to a connection.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionCheckRow {
    identity: Option<IdentityRow>,
    identity_error: Option<WireError>,
    /// Why one may not list, or it could not be found out; `null` where one may.
    listing_error: Option<WireError>,
}

/// Whom AWS takes one for.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IdentityRow {
    account: String,
    arn: String,
}

/// A connection that was saved, and what AWS said to it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedConnection {
    connection: ConnectionRow,
    check: ConnectionCheckRow,
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
    let (connection, check) = house.save_connection(connection.into()).await?;
    let endpoint = connection.custom_endpoint.clone();
    let row = ConnectionInUse { connection, endpoint, in_use: false };
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

/// The names of the profiles in the shared AWS config files.
#[tauri::command]
#[specta::specta]
pub async fn aws_profiles(house: State<'_, Housekeeper>) -> Answer<Vec<String>> {
    Ok(house.profiles().await?)
}

impl From<ConnectionInUse> for ConnectionRow {
    fn from(row: ConnectionInUse) -> Self {
        let ConnectionInUse { connection, endpoint, in_use } = row;
        let identity = connection.identity;
        Self {
            id: connection.id.as_str().to_owned(),
            name: connection.name,
            way: match connection.way {
                Way::Practice => WayRow::Practice,
                Way::Profile { name } => WayRow::Profile { name },
                Way::AccessKey { access_key_id } => WayRow::AccessKey { access_key_id },
            },
            custom_endpoint: connection.custom_endpoint,
            endpoint,
            partition: identity.as_ref().map(|identity| identity.partition.clone()),
            account: identity.as_ref().map(|identity| identity.account.clone()),
            arn: identity.map(|identity| identity.arn),
            in_use,
        }
    }
}

impl From<NewConnectionForm> for NewConnection {
    fn from(form: NewConnectionForm) -> Self {
        let (way, secret) = match form.way {
            NewWay::Profile { name } => (Way::Profile { name: name.trim().to_owned() }, None),
            NewWay::AccessKey { access_key_id, secret_access_key, session_token } => (
                Way::AccessKey { access_key_id: access_key_id.trim().to_owned() },
                Some(Secret { secret_access_key, session_token }),
            ),
        };
        Self { name: form.name, way, custom_endpoint: form.custom_endpoint, secret }
    }
}

impl From<engine::ConnectionCheck> for ConnectionCheckRow {
    fn from(check: engine::ConnectionCheck) -> Self {
        let (identity, identity_error) = match check.identity {
            Ok(Identity { account, arn, .. }) => (Some(IdentityRow { account, arn }), None),
            Err(failure) => (None, Some(failure.into())),
        };
        Self { identity, identity_error, listing_error: check.listing.err().map(WireError::from) }
    }
}

/// The connection that the window works through.
pub(super) async fn in_use(house: &Housekeeper) -> Answer<ConnectionId> {
    let connections = house.connections().await?;
    let in_use = connections.into_iter().find(|known| known.in_use);
    // One always is: the practice account, where no other was chosen.
    Ok(in_use.map_or_else(ConnectionId::practice, |known| known.connection.id))
}
