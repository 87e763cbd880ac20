//! Credentials by a role that a portal of IAM Identity Center gives.

use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use async_trait::async_trait;
use aws_credential_types::Credentials;
use aws_types::SdkConfig;
use engine::{Compartment, Portal};
use secrecy::SecretString;

use crate::SignInError;
use crate::portal::session;
use crate::wallet::{Clock, Source};

/// A role in an account, and the portal that gives it.
pub(crate) struct IdentityCenterSource {
    /// The portal.
    pub(crate) portal: Portal,
    /// How it is reached.
    pub(crate) config: SdkConfig,
    /// The account's number.
    pub(crate) account: String,
    /// The role's name in the portal.
    pub(crate) role: String,
    /// Where the portal's tokens are.
    pub(crate) tokens: Arc<Compartment>,
    /// What time it is.
    pub(crate) clock: Clock,
}

#[async_trait]
impl Source for IdentityCenterSource {
    async fn fetch(&self, _: Option<&SecretString>) -> Result<Credentials, SignInError> {
        let answer =
            session::with_token(&self.portal, &self.config, &self.tokens, (self.clock)(), async |client, token| {
                client
                    .get_role_credentials()
                    .access_token(token)
                    .account_id(&self.account)
                    .role_name(&self.role)
                    .send()
                    .await
            })
            .await?;
        let given = answer.role_credentials.and_then(|given| {
            let end = UNIX_EPOCH + Duration::from_millis(u64::try_from(given.expiration).ok()?);
            let (id, secret) = (given.access_key_id?, given.secret_access_key?);
            Some(Credentials::new(id, secret, given.session_token, Some(end), "IdentityCenter"))
        });
        given.ok_or_else(|| SignInError::ReplyLost {
            endpoint: self.portal.start_url.clone(),
            detail: "it gave no credentials".to_owned(),
        })
    }

    /// For as long as the portal's session lasts, which its administrator sets.
    fn renews(&self) -> bool {
        true
    }

    fn is_at_hand(&self) -> bool {
        false
    }
}
