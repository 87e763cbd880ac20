//! Who lets one in: credentials and portals that are as a test sets them.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use super::{Script, Till};
use crate::housekeeper::lock;
use crate::ports::{Access, Door, KeyOnFile, Lasts, Means, Method, PendingSignIn, PortalAccount, Portals, Session};
use crate::{AccessKey, Compartment, Connection, Endpoints, Failure, Identity, Portal, PortalTokens, Secret, Way};

/// The only MFA code that is accepted.
pub(crate) const RIGHT_CODE: &str = "123456";

/// Opens doors to the scripted CloudFront.
pub(crate) struct Doorman {
    pub(crate) cloudfront: Arc<Script>,
    pub(crate) credentials: Arc<Credentials>,
    pub(crate) bills: Arc<Till>,
}

/// The credentials of every door.
#[derive(Default)]
pub(crate) struct Credentials {
    /// What keeps them away.
    pub(crate) missing: Mutex<Option<Failure>>,
    /// Their public half.
    pub(crate) mark: Mutex<String>,
    /// How often they were let go of.
    pub(crate) let_go: Mutex<usize>,
    /// Whom a key that was just made lets one in as; the n-th time it is tried, or never.
    pub(crate) made_key_works: Mutex<Option<usize>>,
    pub(crate) keys_made: Mutex<Vec<String>>,
    pub(crate) keys_disabled: Mutex<Vec<String>>,
    pub(crate) keys_deleted: Mutex<Vec<String>>,
}

struct Ticket {
    cloudfront: Arc<Script>,
    credentials: Arc<Credentials>,
    connection: Connection,
    own: Arc<Compartment>,
}

#[async_trait]
impl Session for Ticket {
    async fn ready(&self, _: Duration) -> Result<(), Failure> {
        lock(&self.credentials.missing).clone().map_or(Ok(()), Err)
    }

    fn lasts(&self) -> Lasts {
        Lasts::Endless
    }

    async fn enter_code(&self, code: &SecretString) -> Result<(), Failure> {
        if code.expose_secret() != RIGHT_CODE {
            return Err(Failure::CredentialsRejected { detail: "MultiFactorAuthentication failed".to_owned() });
        }
        *lock(&self.credentials.missing) = None;
        Ok(())
    }

    async fn who_am_i(&self) -> Result<Identity, Failure> {
        self.ready(Duration::ZERO).await?;
        if let Way::AccessKey { .. } = &self.connection.way
            && self.own.open().await?.secret().is_none()
        {
            return Err(Failure::AccessKeyWanted { detail: String::new() });
        }
        if let Way::AccessKey { access_key_id } = &self.connection.way
            && lock(&self.credentials.keys_made).contains(access_key_id)
        {
            let mut works = lock(&self.credentials.made_key_works);
            match *works {
                Some(0) => {}
                Some(left) => {
                    *works = Some(left - 1);
                    return Err(Failure::CredentialsRejected { detail: "InvalidClientTokenId".to_owned() });
                }
                None => return Err(Failure::CredentialsRejected { detail: "InvalidClientTokenId".to_owned() }),
            }
        }
        lock(&self.cloudfront.identity).clone()
    }

    fn mark(&self) -> Option<String> {
        Some(lock(&self.credentials.mark).clone())
    }

    async fn let_go(&self) {
        *lock(&self.credentials.let_go) += 1;
    }
}

#[async_trait]
impl Access for Doorman {
    async fn open(&self, connection: &Connection, means: &Means) -> Result<Door, Failure> {
        let ticket = Ticket {
            cloudfront: self.cloudfront.clone(),
            credentials: self.credentials.clone(),
            connection: connection.clone(),
            own: means.own.clone(),
        };
        let endpoint = connection.endpoints.custom_endpoint.clone();
        let (cloudfront, bills) = (self.cloudfront.clone(), self.bills.clone());
        Ok(Door { cloudfront, bills, endpoint, session: Arc::new(ticket) })
    }

    async fn profiles(&self) -> Result<Vec<String>, Failure> {
        Ok(vec!["default".to_owned()])
    }

    async fn keys_on_file(&self) -> Result<Vec<KeyOnFile>, Failure> {
        Ok(Vec::new())
    }

    async fn key_on_file(&self, profile: &str) -> Result<AccessKey, Failure> {
        Err(Failure::NoCredentials { detail: profile.to_owned() })
    }

    fn program_mark(&self, program: &str) -> String {
        format!("mark of {}", program.len())
    }

    async fn create_key(&self, _: &Connection, _: &Means) -> Result<AccessKey, Failure> {
        let mut made = lock(&self.credentials.keys_made);
        let id = format!("AKIANEW{}", made.len());
        made.push(id.clone());
        Ok(AccessKey { access_key_id: Some(id), secret_access_key: "new".into(), session_token: None })
    }

    async fn disable_key(&self, _: &Connection, _: &Means, access_key_id: &str) -> Result<(), Failure> {
        lock(&self.credentials.keys_disabled).push(access_key_id.to_owned());
        Ok(())
    }

    async fn delete_key(&self, _: &Connection, _: &Means, access_key_id: &str) -> Result<(), Failure> {
        lock(&self.credentials.keys_deleted).push(access_key_id.to_owned());
        Ok(())
    }
}

/// A portal that lets one in when the test says so.
#[derive(Default)]
pub(crate) struct Gate {
    pub(crate) answer: Arc<tokio::sync::Notify>,
    pub(crate) outcome: Arc<Mutex<Option<Failure>>>,
}

struct AtTheGate {
    answer: Arc<tokio::sync::Notify>,
    outcome: Arc<Mutex<Option<Failure>>>,
}

#[async_trait]
impl PendingSignIn for AtTheGate {
    fn url(&self) -> &str {
        "https://example.awsapps.com/start/device"
    }

    fn code(&self) -> Option<&str> {
        Some("ABCD-EFGH")
    }

    fn expires_at(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    async fn finish(self: Box<Self>) -> Result<PortalTokens, Failure> {
        self.answer.notified().await;
        match lock(&self.outcome).clone() {
            Some(failure) => Err(failure),
            None => Ok(PortalTokens {
                client_id: "client".into(),
                client_secret: "client secret".into(),
                client_expires_at: Timestamp::MAX,
                access_token: "token".into(),
                expires_at: Timestamp::MAX,
                refresh_token: None,
            }),
        }
    }
}

#[async_trait]
impl Portals for Gate {
    async fn begin(&self, _: &Portal, _: &Endpoints, _: Method) -> Result<Box<dyn PendingSignIn>, Failure> {
        Ok(Box::new(AtTheGate { answer: self.answer.clone(), outcome: self.outcome.clone() }))
    }

    async fn accounts(
        &self,
        portal: &Portal,
        _: &Endpoints,
        tokens: &Compartment,
    ) -> Result<Vec<PortalAccount>, Failure> {
        match tokens.open().await?.secret() {
            Some(Secret::Portal(_)) => Ok(Vec::new()),
            _ => Err(Failure::PortalSignInWanted { portal: portal.start_url.clone() }),
        }
    }

    async fn roles(&self, _: &Portal, _: &Endpoints, _: &Compartment, _: &str) -> Result<Vec<String>, Failure> {
        Ok(Vec::new())
    }

    async fn sign_out(&self, _: &Portal, _: &Endpoints, _: &Compartment) -> Result<(), Failure> {
        Ok(())
    }
}
