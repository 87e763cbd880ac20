//! macOS: the login keychain. It asks the person by itself where it is locked, and says so where they decline.

use apple_native_keyring_store::keychain::Store;
use engine::Failure;
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi;

use crate::Purpose;
use crate::entry::failure;

/// The entry of this name.
pub(crate) fn entry(service: &str, user: &str, _: Purpose) -> Result<Entry, Failure> {
    Store::new().and_then(|store| store.build(service, user, None)).map_err(failure)
}
