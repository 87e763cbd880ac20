//! A connection as the window shows it. Nothing here can hold a secret.

use engine::ports::Lasts;
use engine::{Asked as EngineAsked, ConnectionInUse, Identity, SessionState, Way};
use serde::Serialize;
use specta::Type;

use super::WireError;
use super::colour::Colour;

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
    /// What sets it apart in the top bar and in lists.
    colour: Colour,
    /// Whether each send through it is asked about once more.
    production: bool,
    /// Whether it leads into AWS China.
    china: bool,
    /// Whether its calls go to AWS's FIPS endpoints.
    fips: bool,
    /// Whether its calls go to endpoints that answer over IPv6 too.
    dual_stack: bool,
    /// Whether its secret is in memory only, until the window closes.
    in_memory: bool,
    /// How long it lasts.
    session: SessionRow,
    /// The administrator's file that brought it; it cannot be removed here.
    fixed_by: Option<String>,
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
    /// A role in an account, given by a portal.
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
        /// What that one is called; `null` where it is gone.
        base_name: Option<String>,
        /// The role.
        role_arn: String,
        /// What the role's owner asks for.
        external_id: Option<String>,
        /// How the session is called in AWS's logs.
        session_name: Option<String>,
        /// The MFA device's.
        mfa_serial: Option<String>,
    },
}

/// How long a connection lasts.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SessionRow {
    /// Nothing was asked through it yet.
    Unopened,
    /// It has no end that is known.
    Endless,
    /// Its credentials are good until then.
    Until {
        /// When they end.
        expires_at: String,
        /// Whether the app gets new ones by itself.
        renews: bool,
    },
    /// It goes on when the person has done something.
    Asks {
        /// What that is.
        what: Asked,
        /// For which connection: this one, or the one it is based on.
        connection: String,
        /// What there is to say of it: the program's command, the device's serial number; may be empty.
        detail: String,
    },
}

/// What a connection asks of the person.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Asked {
    /// The code of an MFA device.
    MfaCode,
    /// To sign in at the portal of IAM Identity Center.
    Portal,
    /// To enter the access key again.
    AccessKey,
    /// To agree to a program that its profile runs.
    Program,
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

impl From<ConnectionInUse> for ConnectionRow {
    fn from(row: ConnectionInUse) -> Self {
        let ConnectionInUse { connection, base_name, endpoint, in_use, in_memory, session, fixed_by } = row;
        let identity = connection.identity;
        Self {
            id: connection.id.as_str().to_owned(),
            name: connection.about.name,
            way: way(connection.way, base_name),
            custom_endpoint: connection.endpoints.custom_endpoint,
            endpoint,
            partition: identity.as_ref().map(|identity| identity.partition.clone()),
            account: identity.as_ref().map(|identity| identity.account.clone()),
            arn: identity.map(|identity| identity.arn),
            in_use,
            colour: connection.about.colour.into(),
            production: connection.about.production,
            china: connection.endpoints.china,
            fips: connection.endpoints.fips,
            dual_stack: connection.endpoints.dual_stack,
            in_memory,
            session: session.into(),
            fixed_by,
        }
    }
}

fn way(way: Way, base_name: Option<String>) -> WayRow {
    match way {
        Way::Practice => WayRow::Practice,
        Way::Profile { name, .. } => WayRow::Profile { name },
        Way::AccessKey { access_key_id } => WayRow::AccessKey { access_key_id },
        Way::IdentityCenter { portal, account, role } => {
            WayRow::IdentityCenter { start_url: portal.start_url, region: portal.region, account, role }
        }
        Way::Role { base, role } => WayRow::Role {
            base: base.as_str().to_owned(),
            base_name,
            role_arn: role.arn,
            external_id: role.external_id,
            session_name: role.session_name,
            mfa_serial: role.mfa_serial,
        },
    }
}

impl From<SessionState> for SessionRow {
    fn from(state: SessionState) -> Self {
        match state {
            SessionState::Lasts(Lasts::Unopened) => Self::Unopened,
            SessionState::Lasts(Lasts::Endless) => Self::Endless,
            SessionState::Lasts(Lasts::Until { at, renews }) => Self::Until { expires_at: at.to_string(), renews },
            SessionState::Asks { asks, connection } => Self::Asks {
                what: match asks.what {
                    EngineAsked::MfaCode => Asked::MfaCode,
                    EngineAsked::Portal => Asked::Portal,
                    EngineAsked::AccessKey => Asked::AccessKey,
                    EngineAsked::Program => Asked::Program,
                },
                connection: connection.as_str().to_owned(),
                detail: asks.detail,
            },
        }
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
