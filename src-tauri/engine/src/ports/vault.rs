//! Where are the secrets kept?

use async_trait::async_trait;

use crate::{Failure, Secret, SecretName};

/// Keeps secrets, each under a name.
#[async_trait]
pub trait Vault: Send + Sync {
    /// Keeps a secret, in place of an earlier one of that name, which stays where this fails.
    async fn keep_secret(&self, name: &SecretName, secret: &Secret) -> Result<(), Failure>;

    /// The secret of that name; `None` where none was kept.
    ///
    /// # Errors
    /// [`Failure::KeychainUnavailable`] where the keychain is locked or not there: that is never told as "none".
    async fn recall_secret(&self, name: &SecretName) -> Result<Option<Secret>, Failure>;

    /// Forgets a secret; nothing happens where there is none.
    async fn forget_secret(&self, name: &SecretName) -> Result<(), Failure>;
}
