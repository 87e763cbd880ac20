//! Credentials by a role over another connection.

use std::sync::Arc;

use async_trait::async_trait;
use aws_credential_types::Credentials;
use aws_types::SdkConfig;
use engine::Compartment;
use secrecy::SecretString;

use crate::assume::assume;
use crate::chain::RoleStep;
use crate::wallet::{Clock, Source, Wallet};
use crate::{SignInError, kept};

/// A role, and the connection that may take it.
pub(crate) struct RoleSource {
    /// The credentials of that connection.
    pub(crate) base: Arc<Wallet>,
    /// How that connection reaches STS.
    pub(crate) config: SdkConfig,
    /// The role.
    pub(crate) role: RoleStep,
    /// Where what took a code to get is kept.
    pub(crate) place: Arc<Compartment>,
    /// What time it is.
    pub(crate) clock: Clock,
}

#[async_trait]
impl Source for RoleSource {
    async fn fetch(&self, code: Option<&SecretString>) -> Result<Credentials, SignInError> {
        let asks = self.role.mfa_serial.is_some();
        if asks
            && code.is_none()
            && let Some(credentials) = kept::still_good(&self.place, (self.clock)()).await
        {
            return Ok(credentials);
        }
        let (with, code) = match (self.base.for_a_call().await, code) {
            // The code is for the device that the base asks for.
            (Err(SignInError::MfaCodeWanted { .. }), Some(entered)) => {
                self.base.enter_code(entered).await?;
                (self.base.for_a_call().await?, None)
            }
            (base, code) => (base?, code),
        };
        let credentials = assume(&self.config, with, &self.role, code).await?;
        if asks {
            kept::keep(&self.place, &credentials).await;
        }
        Ok(credentials)
    }

    fn renews(&self) -> bool {
        self.role.mfa_serial.is_none()
    }

    fn is_at_hand(&self) -> bool {
        false
    }

    async fn let_go(&self) {
        self.base.let_go().await;
    }
}
