//! A keychain that can be locked.

use std::sync::Mutex;

use async_trait::async_trait;

use crate::ports::Vault;
use crate::{Failure, Secret, SecretName};

/// A keychain that can be locked.
#[derive(Default)]
pub(crate) struct Drawer {
    pub(crate) secrets: Mutex<Vec<(SecretName, Secret)>>,
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
    async fn keep_secret(&self, name: &SecretName, secret: &Secret) -> Result<(), Failure> {
        self.open()?;
        self.secrets.lock().expect("not poisoned").push((name.clone(), secret.clone()));
        Ok(())
    }

    async fn recall_secret(&self, name: &SecretName) -> Result<Option<Secret>, Failure> {
        self.open()?;
        let secrets = self.secrets.lock().expect("not poisoned");
        Ok(secrets.iter().rev().find(|(id, _)| id == name).map(|(_, secret)| secret.clone()))
    }

    async fn forget_secret(&self, name: &SecretName) -> Result<(), Failure> {
        self.open()?;
        self.secrets.lock().expect("not poisoned").retain(|(id, _)| id != name);
        Ok(())
    }
}
