//! One secret: in memory while it is used, and in the keychain.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::{Mutex, MutexGuard};

use crate::ports::Vault;
use crate::{Failure, Keep, Secret, SecretName};

/// The place of one secret. Whoever uses or renews it holds it meanwhile, so that no two renew it at once: a portal takes
/// each refresh token once.
pub struct Compartment {
    vault: Arc<dyn Vault>,
    name: SecretName,
    inside: Mutex<Inside>,
    memory_only: AtomicBool,
}

#[derive(Default)]
struct Inside {
    secret: Option<Secret>,
    /// Whether it is newer than what the keychain holds.
    unsaved: bool,
}

impl Compartment {
    /// The place of the secret of that name. Nothing is asked yet.
    pub fn new(vault: Arc<dyn Vault>, name: SecretName) -> Self {
        Self { vault, name, inside: Mutex::default(), memory_only: AtomicBool::new(false) }
    }

    /// Opens it: asks the keychain where the secret is not in memory.
    ///
    /// # Errors
    /// [`Failure::KeychainUnavailable`] where it is neither in memory nor can the keychain be asked.
    pub async fn open(&self) -> Result<Opened<'_>, Failure> {
        let mut inside = self.inside.lock().await;
        if inside.secret.is_none() && !self.in_memory_only() {
            inside.secret = self.vault.recall_secret(&self.name).await?;
        }
        let mut opened = Opened { compartment: self, inside };
        if opened.inside.unsaved {
            opened.save().await;
        }
        Ok(opened)
    }

    /// Puts a secret in, in place of an earlier one.
    ///
    /// # Errors
    /// Where it belongs in the keychain and that does not take it; then the earlier one stays.
    pub async fn put(&self, secret: Secret, keep: Keep) -> Result<(), Failure> {
        let mut inside = self.inside.lock().await;
        // Where it belongs in memory the keychain is not asked, which was out of reach a moment ago: it would only show
        // the person its dialogue again.
        if keep == Keep::Keychain {
            self.vault.keep_secret(&self.name, &secret).await?;
        }
        self.memory_only.store(keep == Keep::Memory, Ordering::Relaxed);
        *inside = Inside { secret: Some(secret), unsaved: false };
        Ok(())
    }

    /// Holds a secret for as long as this place stands, whatever the keychain has.
    pub async fn hold(&self, secret: Secret) {
        self.memory_only.store(true, Ordering::Relaxed);
        self.inside.lock().await.secret = Some(secret);
    }

    /// Forgets it, in memory and in the keychain.
    ///
    /// # Errors
    /// Where the keychain cannot be asked: then nothing is forgotten.
    pub async fn forget(&self) -> Result<(), Failure> {
        let mut inside = self.inside.lock().await;
        // What was never in the keychain need not be taken out of it, and where it is in memory there may be none.
        match self.vault.forget_secret(&self.name).await {
            Err(failure) if !self.in_memory_only() => return Err(failure),
            _ => {}
        }
        *inside = Inside::default();
        Ok(())
    }

    /// Lets go of what is in memory. What is there only is gone.
    pub async fn let_go(&self) {
        let mut inside = self.inside.lock().await;
        if inside.unsaved && !self.in_memory_only() {
            Opened { compartment: self, inside }.save().await;
            inside = self.inside.lock().await;
        }
        *inside = Inside::default();
    }

    /// Whether it is in memory alone, until the window closes.
    pub fn in_memory_only(&self) -> bool {
        self.memory_only.load(Ordering::Relaxed)
    }
}

/// An open compartment.
pub struct Opened<'a> {
    compartment: &'a Compartment,
    inside: MutexGuard<'a, Inside>,
}

impl Opened<'_> {
    /// What is inside.
    pub fn secret(&self) -> Option<&Secret> {
        self.inside.secret.as_ref()
    }

    /// Puts in what was renewed. Where the keychain does not take it now it is in memory, and is offered to the keychain
    /// again the next time: what it replaces is worth nothing any more.
    pub async fn renew(&mut self, secret: Secret) {
        self.inside.secret = Some(secret);
        self.inside.unsaved = !self.compartment.in_memory_only();
        if self.inside.unsaved {
            self.save().await;
        }
    }

    async fn save(&mut self) {
        let Some(secret) = &self.inside.secret else { return };
        match self.compartment.vault.keep_secret(&self.compartment.name, secret).await {
            Ok(()) => self.inside.unsaved = false,
            Err(failure) => tracing::warn!(failure = %failure.logged(), "a renewed secret is in memory alone for now"),
        }
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;
    use crate::testing::Drawer;
    use crate::{AccessKey, ConnectionId};

    fn key(secret: &str) -> Secret {
        Secret::AccessKey(AccessKey { access_key_id: None, secret_access_key: secret.into(), session_token: None })
    }

    fn place(drawer: &Arc<Drawer>) -> Compartment {
        Compartment::new(drawer.clone(), SecretName::of_connection(&ConnectionId::new("c-1")))
    }

    async fn held(place: &Compartment) -> Option<String> {
        match place.open().await.expect("the keychain answers").secret() {
            Some(Secret::AccessKey(key)) => Some(key.secret_access_key.expose_secret().to_owned()),
            _ => None,
        }
    }

    fn lock(drawer: &Drawer, locked: bool) {
        *drawer.locked.lock().expect("not poisoned") = locked;
    }

    #[tokio::test]
    async fn what_is_kept_in_memory_never_reaches_the_keychain() {
        let drawer = Arc::new(Drawer::default());
        let here = place(&drawer);
        here.put(key("one"), Keep::Memory).await.expect("memory takes it");
        here.open().await.expect("it is in memory").renew(key("two")).await;
        assert_eq!(held(&here).await.as_deref(), Some("two"));
        assert!(drawer.secrets.lock().expect("not poisoned").is_empty());
        here.let_go().await;
        assert_eq!(held(&here).await, None);
    }

    #[tokio::test]
    async fn a_keychain_that_does_not_take_a_secret_leaves_the_earlier_one() {
        let drawer = Arc::new(Drawer::default());
        let here = place(&drawer);
        here.put(key("one"), Keep::Keychain).await.expect("the keychain takes it");
        lock(&drawer, true);
        assert!(here.put(key("two"), Keep::Keychain).await.is_err());
        assert_eq!(held(&here).await.as_deref(), Some("one"));
        assert!(here.forget().await.is_err());
        lock(&drawer, false);
        assert_eq!(held(&place(&drawer)).await.as_deref(), Some("one"));
    }

    #[tokio::test]
    async fn what_was_renewed_while_the_keychain_was_locked_is_kept_as_soon_as_it_is_open() {
        let drawer = Arc::new(Drawer::default());
        let here = place(&drawer);
        here.put(key("one"), Keep::Keychain).await.expect("the keychain takes it");
        lock(&drawer, true);
        here.open().await.expect("it is in memory").renew(key("two")).await;
        assert_eq!(held(&here).await.as_deref(), Some("two"));
        lock(&drawer, false);
        assert_eq!(held(&here).await.as_deref(), Some("two"));
        assert_eq!(held(&place(&drawer)).await.as_deref(), Some("two"));
    }
}
