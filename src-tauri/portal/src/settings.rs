//! What a test decides of the stand-in.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

/// An AWS account that the person can reach, with the roles (permission sets) that are assigned in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Twelve digits.
    pub id: String,
    /// The name that the organisation gave it.
    pub name: String,
    /// The address of its root user.
    pub email: String,
    /// Names of permission sets, in the order in which they are listed.
    pub roles: Vec<String>,
}

impl Account {
    /// An account with these roles. Its address is made of its name.
    pub fn new(id: &str, name: &str, roles: &[&str]) -> Self {
        let email = format!("{}@example.com", name.to_lowercase().replace(' ', "-"));
        let roles = roles.iter().map(|role| (*role).to_owned()).collect();
        Self { id: id.to_owned(), name: name.to_owned(), email, roles }
    }
}

/// What each kind of secret begins with, so that a search for that text finds every one that was ever given out.
/// What follows is random letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secrets {
    /// Of RegisterClient's `clientSecret`.
    pub client_secret: String,
    /// Of StartDeviceAuthorization's `deviceCode`.
    pub device_code: String,
    /// Of the code that the browser carries back.
    pub authorization_code: String,
    /// Of CreateToken's `accessToken`.
    pub access_token: String,
    /// Of CreateToken's `refreshToken`.
    pub refresh_token: String,
    /// Of GetRoleCredentials' `secretAccessKey`.
    pub secret_access_key: String,
    /// Of GetRoleCredentials' `sessionToken`.
    pub session_token: String,
}

impl Default for Secrets {
    fn default() -> Self {
        let text = |kind: &str| format!("canary-{kind}-");
        Self {
            client_secret: text("client-secret"),
            device_code: text("device-code"),
            authorization_code: text("authorization-code"),
            access_token: text("access-token"),
            refresh_token: text("refresh-token"),
            secret_access_key: text("role-secret"),
            session_token: text("role-session"),
        }
    }
}

/// What a test decides of the stand-in.
#[derive(Clone)]
pub struct Settings {
    /// What the person who signs in can reach, in the order in which it is listed.
    pub accounts: Vec<Account>,
    /// The only source of time: lives, and the pace of polling, are measured by it.
    pub clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// How long an access token is taken. A refresh token is taken until it was used, or its session ended.
    pub access_token_life: Duration,
    /// How long a device code, and an authorization code from its issue, is taken.
    pub code_life: Duration,
    /// How long a device waits between two polls. Told in whole seconds.
    pub interval: Duration,
    /// How far ahead the expiration of role credentials lies.
    pub role_life: Duration,
    /// What the secrets begin with.
    pub secrets: Secrets,
    /// Where calls go that are not Identity Center's, such as `http://127.0.0.1:5000`; without it they get 404.
    pub upstream: Option<String>,
}

impl Default for Settings {
    /// Three accounts, the real clock, and the usual lives: an hour for an access token and for a role, as AWS sets them
    /// where nobody chose otherwise, ten minutes for a code, and a poll a second. The first account's id is the one that
    /// moto gives to every caller it does not know.
    fn default() -> Self {
        Self {
            accounts: vec![
                Account::new("123456789012", "Website", &["ContentEditor", "ReadOnly"]),
                Account::new("210987654321", "Shop", &["ContentEditor"]),
                Account::new("345678901234", "Website Staging", &["Administrator", "ContentEditor", "ReadOnly"]),
            ],
            clock: Arc::new(Timestamp::now),
            access_token_life: Duration::from_secs(3_600),
            code_life: Duration::from_secs(600),
            interval: Duration::from_secs(1),
            role_life: Duration::from_secs(3_600),
            secrets: Secrets::default(),
            upstream: None,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings").field("accounts", &self.accounts).finish_non_exhaustive()
    }
}
