//! Where are the secrets kept?

use async_trait::async_trait;

use crate::{ConnectionId, Failure, Secret};

/// Keeps the secret halves of access keys, one a connection.
#[async_trait]
pub trait Vault: Send + Sync {
    /// Keeps a connection's secret, in place of an earlier one.
    async fn keep_secret(&self, connection: &ConnectionId, secret: &Secret) -> Result<(), Failure>;

    /// The secret of a connection; `None` where none was kept.
    ///
    /// # Errors
    /// [`Failure::KeychainUnavailable`] where the keychain is locked or not there: that is never told as "none".
    async fn recall_secret(&self, connection: &ConnectionId) -> Result<Option<Secret>, Failure>;

    /// Forgets a connection's secret; nothing happens where there is none.
    async fn forget_secret(&self, connection: &ConnectionId) -> Result<(), Failure>;
}
