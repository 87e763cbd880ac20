//! Credentials by an access key of one's own.

use std::sync::Arc;

use async_trait::async_trait;
use aws_credential_types::Credentials;
use engine::{AccessKey, Compartment, Secret};
use secrecy::{ExposeSecret, SecretString};

use crate::SignInError;
use crate::wallet::Source;

/// An access key, in the keychain.
pub(crate) struct KeySource {
    /// The public half as the records have it, where the keychain has none beside the secret.
    pub(crate) access_key_id: String,
    /// Where the key is.
    pub(crate) place: Arc<Compartment>,
}

#[async_trait]
impl Source for KeySource {
    async fn fetch(&self, _: Option<&SecretString>) -> Result<Credentials, SignInError> {
        match self.place.open().await?.secret() {
            Some(Secret::AccessKey(key)) => credentials(&self.access_key_id, key),
            _ => Err(SignInError::AccessKeyWanted),
        }
    }

    fn renews(&self) -> bool {
        false
    }

    fn is_at_hand(&self) -> bool {
        false
    }
}

/// The key as it was filled in. What is pasted often has a space or a line's end around it, which no part of a key has.
fn credentials(access_key_id: &str, key: &AccessKey) -> Result<Credentials, SignInError> {
    let refuse = |field: &str, why: &str| SignInError::KeyIncomplete { detail: format!("the {field} {why}") };
    let clean = |field: &str, value: &str| match value.trim() {
        "" => Err(refuse(field, "is empty")),
        value if value.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(value.to_owned()),
        _ => Err(refuse(field, "has a character in it that no key has; copy it again")),
    };
    let key_id = clean("access key ID", key.access_key_id.as_deref().unwrap_or(access_key_id))?;
    let secret = clean("secret access key", key.secret_access_key.expose_secret())?;
    let token = key
        .session_token
        .as_ref()
        .map(|token| token.expose_secret().trim())
        .filter(|token| !token.is_empty())
        .map(|token| clean("session token", token))
        .transpose()?;
    Ok(Credentials::new(key_id, secret, token, None, "Housekeeper"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn key(id: Option<&str>, secret: &str, token: Option<&str>) -> AccessKey {
        AccessKey {
            access_key_id: id.map(str::to_owned),
            secret_access_key: secret.into(),
            session_token: token.map(Into::into),
        }
    }

    #[test]
    fn what_a_paste_leaves_around_a_key_is_taken_off() {
        let found = credentials(" AKIAEXAMPLE\n", &key(None, "wJalr/K7\r\n", Some(" "))).unwrap();
        assert_eq!(found.access_key_id(), "AKIAEXAMPLE");
        assert_eq!(found.secret_access_key(), "wJalr/K7");
        assert_eq!(found.session_token(), None);
    }

    #[test]
    fn the_public_half_beside_the_secret_goes_before_that_of_the_records() {
        // Between keeping a rotated key and noting its public half the app may have been killed.
        let found = credentials("AKIAOLD", &key(Some("AKIANEW"), "new", None)).unwrap();
        assert_eq!(found.access_key_id(), "AKIANEW");
    }

    #[test]
    fn a_key_that_cannot_be_one_is_refused_by_its_field_and_not_shown() {
        for (id, secret, token, field) in [
            ("", "hush", None, "access key ID"),
            ("AKIA", "  ", None, "secret access key"),
            ("AKIA", "hu sh", None, "secret access key"),
            ("AKIA", "hush", Some("tök\nen"), "session token"),
        ] {
            let error = credentials(id, &key(None, secret, token)).unwrap_err();
            assert!(error.to_string().contains(field), "{error}");
            assert!(!error.to_string().contains("hu"), "{error}");
        }
    }
}
