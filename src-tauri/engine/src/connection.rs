//! A way into one AWS account.

use std::fmt;

use domain::AccountKey;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

/// The id of the practice connection, which is there from the start.
const PRACTICE: &str = "practice";

/// Which connection: an id of the app's own, minted when it is saved.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ConnectionId(String);

impl ConnectionId {
    /// An id as it was stored or minted.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The practice connection's.
    pub fn practice() -> Self {
        Self::new(PRACTICE)
    }

    /// The id as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ConnectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a connection gets in. Nothing here is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The simulated account built into the app.
    Practice,
    /// A profile of the shared AWS config files, by its name.
    Profile {
        /// Its name there.
        name: String,
    },
    /// An access key; its secret is in the keychain under the connection's id.
    AccessKey {
        /// The public half, such as `AKIAIOSFODNN7EXAMPLE`.
        access_key_id: String,
    },
}

/// A saved connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Its id.
    pub id: ConnectionId,
    /// What the person calls it.
    pub name: String,
    /// How it gets in.
    pub way: Way,
    /// An endpoint that serves all its AWS calls, where the person gave one.
    pub custom_endpoint: Option<String>,
    /// Whom AWS takes it for, as far as it has said.
    pub identity: Option<Identity>,
}

impl Connection {
    /// The practice connection.
    pub fn practice() -> Self {
        Self {
            id: ConnectionId::practice(),
            name: "Practice account".to_owned(),
            way: Way::Practice,
            custom_endpoint: None,
            identity: None,
        }
    }

    /// The account that what is sent through this connection belongs to. `endpoint` is the one in force, where it is
    /// not AWS's own.
    pub fn account(&self, endpoint: Option<&str>) -> AccountKey {
        match &self.identity {
            Some(identity) => AccountKey::known(&identity.partition, &identity.account, endpoint),
            None => AccountKey::of_connection(self.id.as_str(), endpoint),
        }
    }
}

/// Whom AWS takes one for (STS GetCallerIdentity).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The partition of the ARN: `aws`, `aws-cn`.
    pub partition: String,
    /// The account's 12-digit number.
    pub account: String,
    /// The user's or role's ARN.
    pub arn: String,
}

/// A connection as it was filled in, before it is saved.
#[derive(Debug)]
pub struct NewConnection {
    /// What the person calls it.
    pub name: String,
    /// How it gets in.
    pub way: Way,
    /// An endpoint for all its AWS calls.
    pub custom_endpoint: Option<String>,
    /// What goes into the keychain, for an access key.
    pub secret: Option<Secret>,
}

/// The secret half of an access key. It has no serialisation, and its `Debug` shows nothing.
#[derive(Clone, Debug)]
pub struct Secret {
    /// The secret access key.
    pub secret_access_key: SecretString,
    /// The session token of a temporary key.
    pub session_token: Option<SecretString>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_show_when_it_is_printed() {
        let secret = Secret {
            secret_access_key: SecretString::from("wJalrXUtnFEMI"),
            session_token: Some(SecretString::from("FwoGZXIvYXdz")),
        };
        let shown = format!("{secret:?}");
        assert!(!shown.contains("wJalr") && !shown.contains("FwoG"), "{shown}");
    }

    #[test]
    fn connections_into_one_account_share_it() {
        let identity =
            Identity { partition: "aws".into(), account: "123456789012".into(), arn: "arn:aws:iam::1:user/a".into() };
        let one = Connection { identity: Some(identity.clone()), ..Connection::practice() };
        let two = Connection { id: ConnectionId::new("c2"), identity: Some(identity), ..Connection::practice() };
        assert_eq!(one.account(None), two.account(None));
        assert_ne!(one.account(None), Connection::practice().account(None));
    }
}
