//! What is done with one entry of the keychain, and what its errors mean to a person.

use engine::Failure;
use keyring_core::{Entry, Error};
use secrecy::zeroize::Zeroizing;

/// Writes the value. Where several entries answer to this name, which another program may have brought about, one
/// takes the place of all.
pub(crate) fn keep(entry: &Entry, value: &[u8]) -> Result<(), Failure> {
    match entry.set_secret(value) {
        Err(Error::Ambiguous(entries)) => {
            remove(&entries)?;
            entry.set_secret(value).map_err(failure)
        }
        done => done.map_err(failure),
    }
}

/// Reads the value, which is wiped when it is dropped; `None` where there is no entry.
pub(crate) fn recall(entry: &Entry) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
    match entry.get_secret().map(Zeroizing::new) {
        Ok(value) => Ok(Some(value)),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(failure(error)),
    }
}

/// Removes whatever answers to this name.
pub(crate) fn forget(entry: &Entry) -> Result<(), Failure> {
    match entry.delete_credential() {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(Error::Ambiguous(entries)) => remove(&entries),
        Err(error) => Err(failure(error)),
    }
}

fn remove(entries: &[Entry]) -> Result<(), Failure> {
    for entry in entries {
        match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => {}
            Err(error) => return Err(failure(error)),
        }
    }
    Ok(())
}

/// The keychain is not there, or locked.
pub(crate) fn unavailable(detail: impl Into<String>) -> Failure {
    Failure::KeychainUnavailable { detail: detail.into() }
}

/// What an error of the keychain means. Some of these carry the bytes of the entry, so none is shown by its `Debug`,
/// and only those are shown at all that speak of the keychain rather than of what is in it.
pub(crate) fn failure(error: Error) -> Failure {
    match error {
        Error::NoStorageAccess(cause) => unavailable(format!("it gave no access; it may be locked ({cause})")),
        Error::PlatformFailure(cause) => unavailable(format!("it could not be reached ({cause})")),
        Error::BadEncoding(_) | Error::BadDataFormat(..) => unreadable(),
        Error::Ambiguous(entries) => Failure::NoCredentials {
            detail: format!("the keychain holds {} entries for this connection; enter its key again", entries.len()),
        },
        Error::TooLong(_, limit) => {
            Failure::Invalid { detail: format!("the keychain takes at most {limit} bytes for a secret") }
        }
        other => unavailable(other.to_string()),
    }
}

/// The entry is there, and is not what this app writes.
pub(crate) fn unreadable() -> Failure {
    Failure::NoCredentials {
        detail: "the keychain's entry for this connection cannot be read; enter its key again".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_error_shows_what_is_in_the_entry() {
        let bytes = || b"wJalrXUtnFEMI".to_vec();
        for error in [Error::BadEncoding(bytes()), Error::BadDataFormat(bytes(), "broken".into())] {
            let failure = failure(error);
            let shown = format!("{failure} {failure:?}");
            assert!(matches!(failure, Failure::NoCredentials { .. }), "{shown}");
            assert!(!shown.contains("wJalr") && !shown.contains("119, 74"), "{shown}");
        }
    }

    #[test]
    fn a_locked_keychain_is_unavailable_and_not_empty() {
        let failure = failure(Error::NoStorageAccess("object locked".into()));
        assert_eq!(failure.code(), "keychainUnavailable");
        assert!(failure.detail().contains("locked"), "{failure}");
    }
}
