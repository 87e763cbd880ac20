//! The settings, and what kinds of connections there are.

use engine::{ConnectionInUse, Failure, Housekeeper, Way};
use serde::Serialize;

/// What is told of the settings.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    undo_seconds: u64,
    notify_completed: bool,
    idle_lock_minutes: u64,
    queue_paused: bool,
    connections: Vec<ToldConnection>,
}

/// What is told of a connection: how it gets in and where its calls go, and neither what it is called nor into which
/// account it leads.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ToldConnection {
    way: &'static str,
    partition: Option<String>,
    /// The portal's, which is where its calls for credentials go.
    region: Option<String>,
    custom_endpoint: bool,
    china: bool,
    fips: bool,
    dual_stack: bool,
    production: bool,
    in_use: bool,
    by_administrator: bool,
}

pub(super) async fn tell(house: &Housekeeper) -> String {
    match read(house).await {
        Ok(told) => serde_json::to_string_pretty(&told).unwrap_or_default() + "\n",
        Err(failure) => format!("{}\n", failure.logged()),
    }
}

async fn read(house: &Housekeeper) -> Result<Told, Failure> {
    let settings = house.settings().await?;
    Ok(Told {
        undo_seconds: settings.undo.as_secs(),
        notify_completed: settings.notify_completed,
        idle_lock_minutes: settings.idle_lock.as_secs() / 60,
        queue_paused: house.queue_is_paused().await?,
        connections: house.connections().await?.into_iter().map(of).collect(),
    })
}

fn of(connection: ConnectionInUse) -> ToldConnection {
    let ConnectionInUse { connection, in_use, .. } = connection;
    let (way, region) = match connection.way {
        Way::Practice => ("practice", None),
        Way::Profile { .. } => ("profile", None),
        Way::AccessKey { .. } => ("accessKey", None),
        Way::IdentityCenter { portal, .. } => ("identityCenter", Some(portal.region)),
        Way::Role { .. } => ("role", None),
    };
    ToldConnection {
        way,
        partition: connection.identity.map(|identity| identity.partition),
        region,
        custom_endpoint: connection.endpoints.custom_endpoint.is_some(),
        china: connection.endpoints.china,
        fips: connection.endpoints.fips,
        dual_stack: connection.endpoints.dual_stack,
        production: connection.about.production,
        in_use,
        by_administrator: connection.id.is_administrators(),
    }
}
