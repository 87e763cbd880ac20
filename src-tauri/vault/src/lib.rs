#![doc = include_str!("../README.md")]

mod entry;
mod parts;
#[cfg_attr(target_os = "linux", path = "platform/linux.rs")]
#[cfg_attr(target_os = "macos", path = "platform/macos.rs")]
#[cfg_attr(target_os = "windows", path = "platform/windows.rs")]
mod platform;
mod value;

#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows")))]
compile_error!("this system's keychain is not known to the vault");

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use engine::ports::Vault;
use engine::{Failure, Secret, SecretName};
use parts::Open;
use tokio::sync::Mutex;
use tokio::{task, time};

/// What the keychain shows as the owner of the app's entries. Entries are found by it, so it never changes.
const SERVICE: &str = "Housekeeper for CloudFront";

/// How long a question may take. It is the person's time: the keychain itself answers in milliseconds, but its dialogue
/// may be on the screen, and a password may have to be looked up.
const PATIENCE: Duration = Duration::from_secs(180);

/// The keychain of the operating system. Clones ask the same one, in turn.
#[derive(Clone, Debug, Default)]
pub struct Keychain {
    turn: Arc<Mutex<()>>,
}

/// What entries are opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// To write one: a keyring is made where there is none.
    Keep,
    /// To read or to remove one.
    Find,
}

impl Keychain {
    /// The keychain. Nothing is asked of it yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks one question, on a thread of its own, when the one before is answered. The thread itself has the turn: one
    /// that nobody waits for any longer may still be at its dialogue, and must not go on beside the next.
    async fn ask<T: Send + 'static>(
        &self,
        name: &SecretName,
        purpose: Purpose,
        question: impl FnOnce(&Open<'_>, &str) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let user = name.as_str().to_owned();
        let turn = Arc::clone(&self.turn);
        let answer = async {
            let turn = turn.lock_owned().await;
            let ask = move || {
                let _turn = turn;
                question(&platform::opener(SERVICE, purpose)?, &user)
            };
            task::spawn_blocking(ask).await
        };
        match time::timeout(PATIENCE, answer).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(broken)) => Err(entry::unavailable(format!("it could not be asked ({broken})"))),
            Err(_) => Err(entry::unavailable(
                "it did not answer for three minutes; perhaps its dialogue is waiting behind another window",
            )),
        }
    }
}

#[async_trait]
impl Vault for Keychain {
    async fn keep_secret(&self, name: &SecretName, secret: &Secret) -> Result<(), Failure> {
        let secret = secret.clone();
        self.ask(name, Purpose::Keep, move |open, name| parts::keep(open, name, &value::write(&secret)?)).await
    }

    async fn recall_secret(&self, name: &SecretName) -> Result<Option<Secret>, Failure> {
        let read = |open: &Open<'_>, name: &str| parts::recall(open, name)?.map(|held| value::read(&held)).transpose();
        self.ask(name, Purpose::Find, read).await
    }

    async fn forget_secret(&self, name: &SecretName) -> Result<(), Failure> {
        self.ask(name, Purpose::Find, parts::forget).await
    }
}
