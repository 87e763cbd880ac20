//! A way into one AWS account.

use std::fmt;

use domain::AccountKey;
use domain::marks::Colour;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use crate::{AccessKey, Keep};

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

    /// What the ids of connections that an administrator brought begin with.
    pub const ADMINISTRATORS: &str = "administrator/";

    /// Whether an administrator brought it.
    pub fn is_administrators(&self) -> bool {
        self.0.starts_with(Self::ADMINISTRATORS)
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
        /// The mark of the program that it runs for its credentials (`credential_process`), where the person has seen
        /// that program and agreed to it. See [`crate::ports::Access::program_mark`].
        agreed_program: Option<String>,
    },
    /// An access key; its secret is in the keychain under the connection's id.
    AccessKey {
        /// The public half, such as `AKIAIOSFODNN7EXAMPLE`.
        access_key_id: String,
    },
    /// A role in an account, given by a portal of IAM Identity Center; the portal's tokens are in the keychain, for all
    /// connections that go through it.
    IdentityCenter {
        /// The portal.
        portal: Portal,
        /// The account's 12-digit number.
        account: String,
        /// The role's name in the portal: that of its permission set.
        role: String,
    },
    /// A role that another connection may assume (STS AssumeRole).
    Role {
        /// That connection.
        base: ConnectionId,
        /// The role.
        role: Role,
    },
}

/// A portal of IAM Identity Center.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Portal {
    /// Its page, such as `https://example.awsapps.com/start`.
    pub start_url: String,
    /// The region that IAM Identity Center is set up in.
    pub region: String,
}

/// A role, and what its owner asks for (STS API Reference, AssumeRole).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its ARN.
    pub arn: String,
    /// What the role's owner gave to whoever may assume it. No secret: it guards against being confused with another.
    pub external_id: Option<String>,
    /// How the session is called in AWS's logs.
    pub session_name: Option<String>,
    /// The MFA device's serial number or ARN, where the role asks for a code.
    pub mfa_serial: Option<String>,
}

/// Which of AWS's endpoints a connection's calls go to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endpoints {
    /// An endpoint that serves all its AWS calls, where the person gave one.
    pub custom_endpoint: Option<String>,
    /// Whether it leads into AWS China, where nothing else tells (a profile and a portal have a region).
    pub china: bool,
    /// Whether to take the endpoints that meet FIPS 140.
    pub fips: bool,
    /// Whether to take the endpoints that answer over IPv6 too.
    pub dual_stack: bool,
}

/// What a person calls a connection, and how it is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// Whether each send through it is asked about once more.
    pub production: bool,
}

/// A saved connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Its id.
    pub id: ConnectionId,
    /// What the person calls it, and how it is marked.
    pub about: About,
    /// How it gets in.
    pub way: Way,
    /// Where its calls go.
    pub endpoints: Endpoints,
    /// Whom AWS takes it for, as far as it has said.
    pub identity: Option<Identity>,
}

impl Connection {
    /// The practice connection.
    pub fn practice() -> Self {
        Self {
            id: ConnectionId::practice(),
            about: About { name: "Practice account".to_owned(), ..About::default() },
            way: Way::Practice,
            endpoints: Endpoints::default(),
            identity: None,
        }
    }

    /// What the person calls it.
    pub fn name(&self) -> &str {
        &self.about.name
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
    /// What the person calls it, and how it is marked.
    pub about: About,
    /// How it gets in.
    pub way: NewWay,
    /// Where its calls go.
    pub endpoints: Endpoints,
    /// Where its secret is kept.
    pub keep: Keep,
    /// The program that its profile runs, as the person has seen it and agreed to it.
    pub agreed_program: Option<String>,
    /// The code of an MFA device, where its role asks for one.
    pub mfa_code: Option<SecretString>,
}

/// How a new connection gets in, with what is secret.
#[derive(Debug)]
pub enum NewWay {
    /// By a profile.
    Profile(String),
    /// By an access key.
    AccessKey(AccessKey),
    /// By an access key that stands in the shared credentials file under this profile, and is taken from there.
    KeyOnFile(String),
    /// By a portal that one is signed in at.
    IdentityCenter {
        /// The portal.
        portal: Portal,
        /// The account's 12-digit number.
        account: String,
        /// The role's name in the portal.
        role: String,
    },
    /// By a role over another connection.
    Role {
        /// That connection.
        base: ConnectionId,
        /// The role.
        role: Role,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

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
