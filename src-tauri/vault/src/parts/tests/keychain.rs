//! A keychain in memory that fails at the n-th operation, as it is told.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use engine::Failure;
use keyring_core::api::CredentialApi;
use keyring_core::{Credential, Entry, Error, Result};
use proptest::prelude::*;

/// How an operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It does nothing, and the next ones work.
    Once,
    /// It does nothing, and nor does any after it: the app or the keychain is gone.
    Dead,
    /// It does what it should, but nobody hears of it, and nothing works after it.
    DeadOnceDone,
}

impl Arbitrary for Fault {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        prop_oneof![Just(Self::Once), Just(Self::Dead), Just(Self::DeadOnceDone)].boxed()
    }
}

#[derive(Debug, Default)]
struct State {
    entries: BTreeMap<String, Vec<u8>>,
    /// After how many operations which fault comes.
    fuse: Option<(usize, Fault)>,
    struck: bool,
}

/// The keychain. Clones are the same one.
#[derive(Clone, Debug, Default)]
pub(super) struct Keychain(Arc<Mutex<State>>);

impl Keychain {
    /// Opens entries of it, as the system's does.
    pub(super) fn open(&self) -> impl Fn(&str) -> std::result::Result<Entry, Failure> + use<> {
        let keychain = self.clone();
        move |name| {
            let held = Held { name: name.to_owned(), keychain: keychain.clone() };
            let credential: Arc<Credential> = Arc::new(held);
            Ok(Entry::new_with_credential(credential))
        }
    }

    /// From now on the operation after this many more fails.
    pub(super) fn fail_at(&self, operations: usize, fault: Fault) {
        self.state().fuse = Some((operations, fault));
    }

    /// It works again. Tells whether it had failed.
    pub(super) fn start_anew(&self) -> bool {
        let mut state = self.state();
        state.fuse = None;
        std::mem::take(&mut state.struck)
    }

    /// The names of all entries, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        self.state().entries.keys().cloned().collect()
    }

    /// What is in an entry.
    pub(super) fn held(&self, name: &str) -> Option<Vec<u8>> {
        self.state().entries.get(name).cloned()
    }

    /// Writes an entry past the vault.
    pub(super) fn put(&self, name: &str, value: &[u8]) {
        self.state().entries.insert(name.to_owned(), value.to_vec());
    }

    /// Removes an entry past the vault.
    pub(super) fn take(&self, name: &str) {
        assert!(self.state().entries.remove(name).is_some(), "{name} is not there");
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Does an operation, or not.
    fn operate<T>(&self, operation: impl FnOnce(&mut BTreeMap<String, Vec<u8>>) -> Result<T>) -> Result<T> {
        let mut state = self.state();
        let fault = match &mut state.fuse {
            Some((0, fault)) => Some(*fault),
            Some((left, _)) => {
                *left -= 1;
                None
            }
            None => None,
        };
        let Some(fault) = fault else { return operation(&mut state.entries) };
        state.struck = true;
        match fault {
            Fault::Once => state.fuse = None,
            Fault::Dead => {}
            Fault::DeadOnceDone => {
                let _ = operation(&mut state.entries);
                state.fuse = Some((0, Fault::Dead));
            }
        }
        Err(Error::PlatformFailure("struck".into()))
    }
}

/// One entry of it.
#[derive(Debug)]
struct Held {
    name: String,
    keychain: Keychain,
}

impl CredentialApi for Held {
    fn set_secret(&self, secret: &[u8]) -> Result<()> {
        self.keychain.operate(|entries| {
            // As Windows does.
            if secret.len() > super::LARGEST {
                return Err(Error::TooLong("secret".to_owned(), 2_560));
            }
            entries.insert(self.name.clone(), secret.to_vec());
            Ok(())
        })
    }

    fn get_secret(&self) -> Result<Vec<u8>> {
        self.keychain.operate(|entries| entries.get(&self.name).cloned().ok_or(Error::NoEntry))
    }

    fn delete_credential(&self) -> Result<()> {
        self.keychain.operate(|entries| entries.remove(&self.name).map(drop).ok_or(Error::NoEntry))
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
