//! Linux: the Secret Service on the session bus.

use std::collections::HashMap;

use engine::Failure;
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi;
use secret_service::blocking::{Collection, SecretService};
use secret_service::{EncryptionType, Error};
use zbus_secret_service_keyring_store::Store;

use crate::Purpose;
use crate::entry::{failure, unavailable};

/// Opens entries by their names, in a keyring that is not locked.
pub(crate) fn opener(service: &str, purpose: Purpose) -> Result<impl Fn(&str) -> Result<Entry, Failure>, Failure> {
    make_ready(purpose)?;
    let store = Store::new().map_err(failure)?;
    Ok(move |user: &str| {
        // What the desktop's list of passwords shows.
        let label = format!("{service}: secret of {user}");
        store.build(service, user, Some(&HashMap::from([("label", label.as_str())]))).map_err(failure)
    })
}

/// Sees to it that the keyring in which entries are made is there and not locked. The store crate would search a locked
/// one, find nothing, and say that there is no entry.
fn make_ready(purpose: Purpose) -> Result<(), Failure> {
    // No secret goes over this connection, so it needs no encryption of its own.
    let service = SecretService::connect(EncryptionType::Plain).map_err(not_there)?;
    match (service.get_default_collection(), purpose) {
        (Ok(keyring), _) => unlock(&keyring),
        (Err(Error::NoResult), Purpose::Keep) => make_keyring(&service),
        // Nothing was ever kept where there is no keyring to keep it in; but it may be that the one that was the default
        // is so no longer, and what is locked cannot be searched.
        (Err(Error::NoResult), Purpose::Find) => {
            service.get_all_collections().map_err(not_there)?.iter().try_for_each(unlock)
        }
        (Err(error), _) => Err(not_there(error)),
    }
}

/// Has the person unlock it, where it is locked: the service shows its own dialogue.
fn unlock(keyring: &Collection<'_>) -> Result<(), Failure> {
    if !keyring.is_locked().map_err(not_there)? {
        return Ok(());
    }
    let locked = |why: String| unavailable(format!("it is locked, and was not unlocked{why}"));
    match keyring.unlock() {
        Ok(()) | Err(Error::Prompt | Error::Locked) => {}
        Err(error) => return Err(locked(format!(" ({error})"))),
    }
    // Asked again, because some services call a dialogue that nobody answered a success.
    if keyring.is_locked().map_err(not_there)? { Err(locked(String::new())) } else { Ok(()) }
}

/// Makes the first keyring, for which the service asks the person for a password. Its name is one that every password
/// list shows well; `default` is the alias by which all programs find it.
fn make_keyring(service: &SecretService<'_>) -> Result<(), Failure> {
    match service.create_collection("Default", "default") {
        Ok(keyring) => unlock(&keyring),
        Err(Error::Prompt) => Err(unavailable("it has no keyring yet, and making one was declined")),
        Err(error) => Err(unavailable(format!("it has no keyring yet, and none could be made ({error})"))),
    }
}

/// No Secret Service, or none that answers.
fn not_there(error: Error) -> Failure {
    unavailable(format!(
        "no keychain service answers on this desktop; GNOME Keyring, KWallet or KeePassXC provides one ({error})"
    ))
}
