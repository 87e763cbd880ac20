//! What is secret of a connection. None of it can be serialised, and its `Debug` shows nothing.
//!
//! So no type that goes to the window can hold one. This compiles,
//!
//! ```
//! #[derive(serde::Serialize)]
//! struct Row {
//!     connection: engine::ConnectionId,
//! }
//! ```
//!
//! and these do not:
//!
//! ```compile_fail,E0277
//! #[derive(serde::Serialize)]
//! struct Row {
//!     secret: engine::Secret,
//! }
//! ```
//!
//! ```compile_fail,E0277
//! #[derive(serde::Serialize)]
//! struct Row {
//!     key: engine::AccessKey,
//! }
//! ```
//!
//! ```compile_fail,E0277
//! #[derive(serde::Serialize)]
//! struct Row {
//!     tokens: engine::PortalTokens,
//! }
//! ```
//!
//! ```compile_fail,E0277
//! #[derive(serde::Serialize)]
//! struct Row {
//!     session: engine::SessionKeys,
//! }
//! ```
//!
//! ```compile_fail,E0277
//! #[derive(serde::Serialize)]
//! struct Row {
//!     text: secrecy::SecretString,
//! }
//! ```
//!
//! What a secret could be turned into a plain text with is used in the adapters alone (`tests/app/secrets.rs`).

use jiff::Timestamp;
use secrecy::SecretString;

use crate::{ConnectionId, Portal};

/// What the keychain holds under one name.
#[derive(Clone, Debug)]
pub enum Secret {
    /// An access key's.
    AccessKey(AccessKey),
    /// What a portal of IAM Identity Center gave when one signed in.
    Portal(PortalTokens),
    /// Temporary credentials that nobody can get anew without the person.
    Session(SessionKeys),
}

/// An access key.
#[derive(Clone, Debug)]
pub struct AccessKey {
    /// The public half. It stands beside the secret so that both change in one write; `None` where an earlier version of
    /// the app wrote the entry, and then the records have it.
    pub access_key_id: Option<String>,
    /// The secret access key.
    pub secret_access_key: SecretString,
    /// The session token of a temporary key.
    pub session_token: Option<SecretString>,
}

/// Temporary credentials of STS.
#[derive(Clone, Debug)]
pub struct SessionKeys {
    /// Their public half.
    pub access_key_id: String,
    /// The secret access key.
    pub secret_access_key: SecretString,
    /// The session token.
    pub session_token: SecretString,
    /// When they end.
    pub expires_at: Timestamp,
}

/// What lets the app act at a portal for the person (SSO OIDC API Reference, CreateToken and RegisterClient).
#[derive(Clone, Debug)]
pub struct PortalTokens {
    /// The app's own registration at the portal.
    pub client_id: String,
    /// Its secret.
    pub client_secret: SecretString,
    /// When the registration ends.
    pub client_expires_at: Timestamp,
    /// What is shown to the portal.
    pub access_token: SecretString,
    /// When that ends.
    pub expires_at: Timestamp,
    /// What a new one is got with, without the person.
    pub refresh_token: Option<SecretString>,
}

/// The name under which a secret is kept: of a connection, or of a portal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SecretName(String);

impl SecretName {
    /// A connection's: its id.
    pub fn of_connection(id: &ConnectionId) -> Self {
        Self(id.as_str().to_owned())
    }

    /// A portal's. No connection's id has a space in it.
    pub fn of_portal(portal: &Portal) -> Self {
        Self(format!("portal {} {}", portal.region, portal.start_url))
    }

    /// The name as the keychain has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a secret is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// In the keychain of the operating system.
    #[default]
    Keychain,
    /// In memory, until the window closes.
    Memory,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_show_when_it_is_printed() {
        let end = Timestamp::UNIX_EPOCH;
        let key = AccessKey {
            access_key_id: Some("AKIA".into()),
            secret_access_key: "wJalr".into(),
            session_token: Some("FwoG".into()),
        };
        let session = SessionKeys {
            access_key_id: "ASIA".into(),
            secret_access_key: "wJalr".into(),
            session_token: "FwoG".into(),
            expires_at: end,
        };
        let tokens = PortalTokens {
            client_id: "id".into(),
            client_secret: "wJalr".into(),
            client_expires_at: end,
            access_token: "FwoG".into(),
            expires_at: end,
            refresh_token: Some("FwoG".into()),
        };
        for secret in [Secret::AccessKey(key), Secret::Session(session), Secret::Portal(tokens)] {
            let shown = format!("{secret:?}");
            assert!(!shown.contains("wJalr") && !shown.contains("FwoG"), "{shown}");
        }
    }

    #[test]
    fn a_portal_and_a_connection_never_have_one_name() {
        let portal = Portal { start_url: "https://a.awsapps.com/start".into(), region: "eu-west-1".into() };
        assert!(SecretName::of_portal(&portal).as_str().contains(' '));
        assert_eq!(SecretName::of_connection(&ConnectionId::new("c-1")).as_str(), "c-1");
    }
}
