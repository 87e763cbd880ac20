//! Windows: the Credential Manager. It is open for as long as the person is signed in.

use engine::Failure;
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi;
use windows_native_keyring_store::Store;

use crate::Purpose;
use crate::entry::failure;

/// Opens entries by their names.
pub(crate) fn opener(service: &str, _: Purpose) -> Result<impl Fn(&str) -> Result<Entry, Failure>, Failure> {
    let store = Store::new().map_err(failure)?;
    Ok(move |user: &str| store.build(service, user, None).map_err(failure))
}
