//! A keychain that can be locked.

use std::sync::Mutex;

use async_trait::async_trait;

use crate::ports::Vault;
use crate::{ConnectionId, Failure, Secret};

/// A keychain that can be locked.
#[derive(Default)]
pub(crate) struct Drawer {
    pub(crate) secrets: Mutex<Vec<(ConnectionId, Secret)>>,
    pub(crate) locked: Mutex<bool>,
}

impl Drawer {
    fn open(&self) -> Result<(), Failure> {
        if *self.locked.lock().expect("not poisoned") {
            return Err(Failure::KeychainUnavailable { detail: "locked".to_owned() });
        }
        Ok(())
    }
}

#[async_trait]
impl Vault for Drawer {
    async fn keep_secret(&self, connection: &ConnectionId, secret: &Secret) -> Result<(), Failure> {
        self.open()?;
        self.secrets.lock().expect("not poisoned").push((connection.clone(), secret.clone()));
        Ok(())
    }

    async fn recall_secret(&self, connection: &ConnectionId) -> Result<Option<Secret>, Failure> {
        self.open()?;
        let secrets = self.secrets.lock().expect("not poisoned");
        Ok(secrets.iter().rev().find(|(id, _)| id == connection).map(|(_, secret)| secret.clone()))
    }

    async fn forget_secret(&self, connection: &ConnectionId) -> Result<(), Failure> {
        self.open()?;
        self.secrets.lock().expect("not poisoned").retain(|(id, _)| id != connection);
        Ok(())
    }
}
