//! Windows: the Credential Manager. It is open for as long as the person is signed in.

use engine::Failure;
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi;
use windows_native_keyring_store::Store;

use crate::Purpose;
use crate::entry::failure;

/// The entry of this name.
pub(crate) fn entry(service: &str, user: &str, _: Purpose) -> Result<Entry, Failure> {
    Store::new().and_then(|store| store.build(service, user, None)).map_err(failure)
}
