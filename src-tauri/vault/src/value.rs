//! What an entry of the keychain holds: a JSON of the secret access key and, for a temporary key, the session token.

use engine::{Failure, Secret};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::entry::unreadable;

#[derive(Serialize)]
struct Writing<'a> {
    secret_access_key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_token: Option<&'a str>,
}

#[derive(Deserialize)]
struct Reading {
    secret_access_key: SecretText,
    session_token: Option<SecretText>,
}

/// A string that is wiped also where reading fails half-way.
#[derive(Deserialize)]
#[serde(from = "String")]
struct SecretText(SecretString);

impl From<String> for SecretText {
    fn from(text: String) -> Self {
        Self(SecretString::from(text))
    }
}

/// How much longer JSON can make a byte: `\u001f` for a control character.
const LONGEST_ESCAPE: usize = 6;

/// Room for the names of the fields and what stands around them.
const AROUND: usize = 64;

/// The value to write. It is wiped when it is dropped.
pub(crate) fn write(secret: &Secret) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let writing = Writing {
        secret_access_key: secret.secret_access_key.expose_secret(),
        session_token: secret.session_token.as_ref().map(ExposeSecret::expose_secret),
    };
    // As much room as it can ever need: a vector that grows leaves what it held in memory that nobody wipes.
    let length = writing.secret_access_key.len() + writing.session_token.map_or(0, str::len);
    let mut value = Zeroizing::new(Vec::with_capacity(length * LONGEST_ESCAPE + AROUND));
    match serde_json::to_writer(&mut *value, &writing) {
        Ok(()) => Ok(value),
        Err(_) => Err(Failure::Invalid { detail: "the secret cannot be written to the keychain".to_owned() }),
    }
}

/// The secret that a value holds.
///
/// # Errors
/// Where it is none that was written here. What the JSON parser says is left out: it quotes what it read.
pub(crate) fn read(value: &[u8]) -> Result<Secret, Failure> {
    let reading: Reading = serde_json::from_slice(value).map_err(|_| unreadable())?;
    Ok(Secret {
        secret_access_key: reading.secret_access_key.0,
        session_token: reading.session_token.map(|token| token.0),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn secret(key: &str, token: Option<&str>) -> Secret {
        Secret { secret_access_key: key.into(), session_token: token.map(SecretString::from) }
    }

    #[test]
    fn the_form_of_the_value_stays_what_it_was() {
        // Entries written by an earlier version must be readable for ever.
        let key = br#"{"secret_access_key":"wJalr/K7+bPx"}"#;
        assert_eq!(write(&secret("wJalr/K7+bPx", None)).unwrap().as_slice(), key);
        let both = br#"{"secret_access_key":"wJalr","session_token":"FwoG"}"#;
        assert_eq!(write(&secret("wJalr", Some("FwoG"))).unwrap().as_slice(), both);
        let read = read(both).unwrap();
        assert_eq!(read.secret_access_key.expose_secret(), "wJalr");
        assert_eq!(read.session_token.unwrap().expose_secret(), "FwoG");
    }

    #[test]
    fn writing_never_grows_what_holds_it() {
        for (key, token) in [("", None), ("\u{1}\u{2}\u{3}", Some("\u{1f}")), ("é😀\"\\", Some("plain"))] {
            let secret = secret(key, token);
            let room = (key.len() + token.map_or(0, str::len)) * LONGEST_ESCAPE + AROUND;
            assert!(write(&secret).unwrap().len() <= room, "{key:?} {token:?}");
            let again = read(&write(&secret).unwrap()).unwrap();
            assert_eq!(again.secret_access_key.expose_secret(), key);
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_quoted() {
        for value in [r#""wJalrXUtnFEMI""#, r#"{"secret_access_key": {"wJalrXUtnFEMI": 1}}"#, "wJalrXUtnFEMI", "", "{}"]
        {
            let failure = read(value.as_bytes()).unwrap_err();
            assert!(matches!(failure, Failure::NoCredentials { .. }), "{value}");
            assert!(!format!("{failure} {failure:?}").contains("wJalr"), "{failure}");
        }
    }
}
