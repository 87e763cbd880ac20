//! What an entry of the keychain holds: a JSON, of one form for each kind of secret.

use engine::{AccessKey, Failure, PortalTokens, Secret, SessionKeys};
use jiff::Timestamp;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::entry::unreadable;

/// The kinds. Entries written by an earlier version must be readable for ever; an access key had no `kind` then, and
/// so has none now.
#[derive(Serialize)]
#[serde(untagged)]
enum Writing<'a> {
    AccessKey(WritingKey<'a>),
    Kind(WritingKind<'a>),
}

#[derive(Serialize)]
struct WritingKey<'a> {
    secret_access_key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_token: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_key_id: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum WritingKind<'a> {
    Session {
        access_key_id: &'a str,
        secret_access_key: &'a str,
        session_token: &'a str,
        expires_at: Timestamp,
    },
    Portal {
        client_id: &'a str,
        client_secret: &'a str,
        client_expires_at: Timestamp,
        access_token: &'a str,
        expires_at: Timestamp,
        #[serde(skip_serializing_if = "Option::is_none")]
        refresh_token: Option<&'a str>,
    },
}

#[derive(Deserialize)]
struct ReadingKey {
    secret_access_key: SecretText,
    session_token: Option<SecretText>,
    access_key_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum ReadingKind {
    Session {
        access_key_id: String,
        secret_access_key: SecretText,
        session_token: SecretText,
        expires_at: Timestamp,
    },
    Portal {
        client_id: String,
        client_secret: SecretText,
        client_expires_at: Timestamp,
        access_token: SecretText,
        expires_at: Timestamp,
        refresh_token: Option<SecretText>,
    },
}

/// Which of the forms it is.
#[derive(Deserialize)]
struct Form {
    kind: Option<String>,
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

/// Room for the names of the fields, for times, and for what stands around them.
const AROUND: usize = 256;

/// The value to write. It is wiped when it is dropped.
pub(crate) fn write(secret: &Secret) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let writing = form_of(secret);
    // As much room as it can ever need: a vector that grows leaves what it held in memory that nobody wipes.
    let mut value = Zeroizing::new(Vec::with_capacity(length(secret) * LONGEST_ESCAPE + AROUND));
    match serde_json::to_writer(&mut *value, &writing) {
        Ok(()) => Ok(value),
        Err(_) => Err(Failure::Invalid { detail: "the secret cannot be written to the keychain".to_owned() }),
    }
}

fn form_of(secret: &Secret) -> Writing<'_> {
    match secret {
        Secret::AccessKey(key) => Writing::AccessKey(WritingKey {
            secret_access_key: key.secret_access_key.expose_secret(),
            session_token: key.session_token.as_ref().map(ExposeSecret::expose_secret),
            access_key_id: key.access_key_id.as_deref(),
        }),
        Secret::Session(keys) => Writing::Kind(WritingKind::Session {
            access_key_id: &keys.access_key_id,
            secret_access_key: keys.secret_access_key.expose_secret(),
            session_token: keys.session_token.expose_secret(),
            expires_at: keys.expires_at,
        }),
        Secret::Portal(tokens) => Writing::Kind(WritingKind::Portal {
            client_id: &tokens.client_id,
            client_secret: tokens.client_secret.expose_secret(),
            client_expires_at: tokens.client_expires_at,
            access_token: tokens.access_token.expose_secret(),
            expires_at: tokens.expires_at,
            refresh_token: tokens.refresh_token.as_ref().map(ExposeSecret::expose_secret),
        }),
    }
}

/// How long the texts in it are together.
fn length(secret: &Secret) -> usize {
    let of = |text: &SecretString| text.expose_secret().len();
    match secret {
        Secret::AccessKey(key) => {
            let id = key.access_key_id.as_ref().map_or(0, String::len);
            of(&key.secret_access_key) + key.session_token.as_ref().map_or(0, of) + id
        }
        Secret::Session(keys) => keys.access_key_id.len() + of(&keys.secret_access_key) + of(&keys.session_token),
        Secret::Portal(tokens) => {
            let refresh = tokens.refresh_token.as_ref().map_or(0, of);
            tokens.client_id.len() + of(&tokens.client_secret) + of(&tokens.access_token) + refresh
        }
    }
}

/// The secret that a value holds.
///
/// # Errors
/// Where it is none that was written here. What the JSON parser says is left out: it quotes what it read.
pub(crate) fn read(value: &[u8]) -> Result<Secret, Failure> {
    let form: Form = serde_json::from_slice(value).map_err(|_| unreadable())?;
    if form.kind.is_none() {
        let key: ReadingKey = serde_json::from_slice(value).map_err(|_| unreadable())?;
        return Ok(Secret::AccessKey(AccessKey {
            access_key_id: key.access_key_id,
            secret_access_key: key.secret_access_key.0,
            session_token: key.session_token.map(|token| token.0),
        }));
    }
    Ok(match serde_json::from_slice(value).map_err(|_| unreadable())? {
        ReadingKind::Session { access_key_id, secret_access_key, session_token, expires_at } => {
            Secret::Session(SessionKeys {
                access_key_id,
                secret_access_key: secret_access_key.0,
                session_token: session_token.0,
                expires_at,
            })
        }
        ReadingKind::Portal {
            client_id,
            client_secret,
            client_expires_at,
            access_token,
            expires_at,
            refresh_token,
        } => Secret::Portal(PortalTokens {
            client_id,
            client_secret: client_secret.0,
            client_expires_at,
            access_token: access_token.0,
            expires_at,
            refresh_token: refresh_token.map(|token| token.0),
        }),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn key(id: Option<&str>, key: &str, token: Option<&str>) -> Secret {
        Secret::AccessKey(AccessKey {
            access_key_id: id.map(str::to_owned),
            secret_access_key: key.into(),
            session_token: token.map(SecretString::from),
        })
    }

    fn others(text: &str) -> [Secret; 2] {
        let end = Timestamp::constant(1_800_000_000, 0);
        let session = SessionKeys {
            access_key_id: "ASIA".into(),
            secret_access_key: text.into(),
            session_token: text.into(),
            expires_at: end,
        };
        let portal = PortalTokens {
            client_id: "client".into(),
            client_secret: text.into(),
            client_expires_at: end,
            access_token: text.into(),
            expires_at: end,
            refresh_token: Some(text.into()),
        };
        [Secret::Session(session), Secret::Portal(portal)]
    }

    #[test]
    fn the_form_of_the_value_stays_what_it_was() {
        // Entries written by an earlier version must be readable for ever.
        let plain = br#"{"secret_access_key":"wJalr/K7+bPx"}"#;
        assert_eq!(write(&key(None, "wJalr/K7+bPx", None)).unwrap().as_slice(), plain);
        let both = br#"{"secret_access_key":"wJalr","session_token":"FwoG"}"#;
        assert_eq!(write(&key(None, "wJalr", Some("FwoG"))).unwrap().as_slice(), both);
        let Secret::AccessKey(found) = read(both).unwrap() else { panic!("another kind") };
        assert_eq!(found.secret_access_key.expose_secret(), "wJalr");
        assert_eq!(found.session_token.unwrap().expose_secret(), "FwoG");
        let whole = br#"{"secret_access_key":"wJalr","access_key_id":"AKIA"}"#;
        assert_eq!(write(&key(Some("AKIA"), "wJalr", None)).unwrap().as_slice(), whole);
        let [session, portal] = others("x");
        let written = br#"{"kind":"session","access_key_id":"ASIA","secret_access_key":"x","session_token":"x","expires_at":"2027-01-15T08:00:00Z"}"#;
        assert_eq!(write(&session).unwrap().as_slice(), written);
        let written = br#"{"kind":"portal","client_id":"client","client_secret":"x","client_expires_at":"2027-01-15T08:00:00Z","access_token":"x","expires_at":"2027-01-15T08:00:00Z","refresh_token":"x"}"#;
        assert_eq!(write(&portal).unwrap().as_slice(), written);
    }

    #[test]
    fn writing_never_grows_what_holds_it_and_reading_gives_it_back() {
        for text in ["", "\u{1}\u{2}\u{3}", "é😀\"\\", "plain"] {
            let secrets = [key(Some("AKIA"), text, Some(text)), key(None, text, None)];
            for secret in secrets.into_iter().chain(others(text)) {
                let room = length(&secret) * LONGEST_ESCAPE + AROUND;
                let value = write(&secret).unwrap();
                assert!(value.len() <= room, "{secret:?}");
                // A secret has no equality; what it is written as has.
                assert_eq!(write(&read(&value).unwrap()).unwrap(), value);
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_quoted() {
        for value in [
            r#""wJalrXUtnFEMI""#,
            r#"{"secret_access_key": {"wJalrXUtnFEMI": 1}}"#,
            r#"{"kind":"session","secret_access_key":"wJalrXUtnFEMI"}"#,
            r#"{"kind":"wJalrXUtnFEMI"}"#,
            "wJalrXUtnFEMI",
            "",
            "{}",
        ] {
            let failure = read(value.as_bytes()).unwrap_err();
            assert!(matches!(failure, Failure::NoCredentials { .. }), "{value}");
            assert!(!format!("{failure} {failure:?}").contains("wJalr"), "{failure}");
        }
    }
}
