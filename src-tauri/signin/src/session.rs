//! The session of an open connection, as the engine asks for it.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use aws_types::SdkConfig;
use engine::ports::{Lasts, Session};
use engine::{Failure, Identity};
use secrecy::SecretString;

use crate::wallet::Wallet;
use crate::{SignInError, who_am_i};

/// How long getting credentials may take in all: a program of the person's may be asked, and may ask the person.
const PATIENCE: Duration = Duration::from_secs(120);

/// A connection's credentials.
pub struct SignedIn {
    config: SdkConfig,
    wallet: Arc<Wallet>,
}

impl SignedIn {
    pub(crate) fn new(config: SdkConfig, wallet: Arc<Wallet>) -> Self {
        Self { config, wallet }
    }

    async fn in_time<T>(doing: impl Future<Output = Result<T, SignInError>>) -> Result<T, SignInError> {
        match tokio::time::timeout(PATIENCE, doing).await {
            Ok(done) => done,
            Err(_) => Err(SignInError::Unreachable {
                endpoint: "the source of the credentials".to_owned(),
                detail: "it gave none for two minutes".to_owned(),
            }),
        }
    }
}

#[async_trait]
impl Session for SignedIn {
    async fn ready(&self, at_least: Duration) -> Result<(), Failure> {
        Ok(Self::in_time(self.wallet.good_for(at_least)).await.map(|_| ())?)
    }

    fn lasts(&self) -> Lasts {
        self.wallet.lasts()
    }

    async fn enter_code(&self, code: &SecretString) -> Result<(), Failure> {
        Ok(Self::in_time(self.wallet.enter_code(code)).await?)
    }

    async fn who_am_i(&self) -> Result<Identity, Failure> {
        // First the credentials, which may take longer than the question.
        Self::in_time(self.wallet.for_a_call()).await?;
        Ok(who_am_i(&self.config).await?)
    }

    fn mark(&self) -> Option<String> {
        self.wallet.mark()
    }

    async fn let_go(&self) {
        self.wallet.let_go().await;
    }
}
