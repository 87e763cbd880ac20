//! Temporary credentials that took the person to get: kept over a restart.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use engine::{Compartment, Secret, SessionKeys};
use jiff::Timestamp;
use secrecy::ExposeSecret;

/// Kept credentials that end sooner than this are as good as ended.
const WORTH_IT: Duration = Duration::from_secs(60);

/// The credentials that are kept, where they last. A keychain that cannot be asked counts as empty: the person can enter
/// a code all the same.
pub(crate) async fn still_good(place: &Compartment, now: SystemTime) -> Option<Credentials> {
    let opened = place.open().await.ok()?;
    let Some(Secret::Session(keys)) = opened.secret() else { return None };
    let end = SystemTime::from(keys.expires_at);
    (end > now + WORTH_IT).then(|| {
        let token = keys.session_token.expose_secret().to_owned();
        Credentials::new(&keys.access_key_id, keys.secret_access_key.expose_secret(), Some(token), Some(end), "kept")
    })
}

/// Keeps credentials to their end.
pub(crate) async fn keep(place: &Compartment, credentials: &Credentials) {
    let Some(end) = credentials.expiry().and_then(|end| Timestamp::try_from(end).ok()) else { return };
    let secret = Secret::Session(SessionKeys {
        access_key_id: credentials.access_key_id().to_owned(),
        secret_access_key: credentials.secret_access_key().into(),
        session_token: credentials.session_token().unwrap_or_default().into(),
        expires_at: end,
    });
    match place.open().await {
        Ok(mut opened) => opened.renew(secret).await,
        Err(_) => place.hold(secret).await,
    }
}
