//! How does one get into an account?

use std::sync::Arc;

use async_trait::async_trait;

use super::CloudFront;
use crate::{Connection, Failure, Identity, Secret};

/// An open way into one account.
#[derive(Clone)]
pub struct Door {
    /// The calls it serves.
    pub cloudfront: Arc<dyn CloudFront>,
    /// Where the calls go, where that is not AWS's own endpoint.
    pub endpoint: Option<String>,
}

/// Turns a connection into calls that can be made.
#[async_trait]
pub trait Access: Send + Sync {
    /// Opens a way in. `secret` is there for an access key.
    ///
    /// Nothing is called yet: wrong credentials show at the first call.
    async fn open(&self, connection: &Connection, secret: Option<Secret>) -> Result<Door, Failure>;

    /// Whom AWS takes one for.
    async fn who_am_i(&self, connection: &Connection, secret: Option<Secret>) -> Result<Identity, Failure>;

    /// The names of the profiles in the shared AWS config files, sorted.
    async fn profiles(&self) -> Result<Vec<String>, Failure>;
}
