//! The vault against a real Secret Service: GNOME Keyring on a message bus of its own.
//!
//! The libraries find the bus by environment variables, and those of a running process cannot be changed safely. So each
//! test runs itself once more, in a process whose variables name a private folder, and there starts the bus and the
//! keyring daemon as it needs them. Nothing of the person's own session is touched.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, missing_docs)]

mod desktop;

use std::collections::HashMap;

use desktop::Desktop;
use engine::ports::Vault;
use engine::{AccessKey, ConnectionId, Failure, Secret, SecretName};
use secrecy::{ExposeSecret, SecretString};
use secret_service::EncryptionType;
use secret_service::blocking::{Item, SecretService};
use vault::Keychain;

const KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

fn name(id: &str) -> SecretName {
    SecretName::of_connection(&ConnectionId::new(id))
}

fn secret(key: &str, token: Option<&str>) -> Secret {
    Secret::AccessKey(AccessKey {
        access_key_id: None,
        secret_access_key: key.into(),
        session_token: token.map(SecretString::from),
    })
}

fn exposed(secret: Option<Secret>) -> Option<(String, Option<String>)> {
    secret.map(|secret| {
        let Secret::AccessKey(key) = secret else { panic!("another kind of secret") };
        let token = key.session_token.map(|token| token.expose_secret().to_owned());
        (key.secret_access_key.expose_secret().to_owned(), token)
    })
}

fn connection() -> SecretName {
    name("c1")
}

/// The vault, asked from outside of any runtime, so that the tests may use the blocking service beside it.
struct Asked {
    vault: Keychain,
    runtime: tokio::runtime::Runtime,
}

impl Asked {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        Self { vault: Keychain::new(), runtime }
    }

    fn keep(&self, connection: &SecretName, secret: &Secret) -> Result<(), Failure> {
        self.runtime.block_on(self.vault.keep_secret(connection, secret))
    }

    fn recall(&self, connection: &SecretName) -> Result<Option<(String, Option<String>)>, Failure> {
        self.runtime.block_on(self.vault.recall_secret(connection)).map(exposed)
    }

    fn forget(&self, connection: &SecretName) -> Result<(), Failure> {
        self.runtime.block_on(self.vault.forget_secret(connection))
    }
}

fn detail<T: std::fmt::Debug>(answer: Result<T, Failure>) -> String {
    match answer {
        Err(Failure::KeychainUnavailable { detail }) => detail,
        other => panic!("not told as unavailable: {other:?}"),
    }
}

#[test]
fn a_secret_is_kept_recalled_replaced_and_forgotten() {
    let Some(desktop) = Desktop::of("a_secret_is_kept_recalled_replaced_and_forgotten") else { return };
    let _bus = desktop.start_bus();
    desktop.log_in();
    let vault = Asked::new();
    let (one, two) = (connection(), name("c2"));
    // As long as the longest session tokens seen.
    let token = "FwoGZXIvYXdzEBYaD".repeat(130);

    vault.keep(&one, &secret(KEY, None)).unwrap();
    vault.keep(&two, &secret("another", Some(&token))).unwrap();
    assert_eq!(vault.recall(&one).unwrap(), Some((KEY.into(), None)));
    assert_eq!(vault.recall(&two).unwrap(), Some(("another".into(), Some(token))));

    vault.keep(&one, &secret("new", Some("token"))).unwrap();
    assert_eq!(vault.recall(&one).unwrap(), Some(("new".into(), Some("token".into()))));
    vault.keep(&one, &secret("newer", None)).unwrap();
    assert_eq!(vault.recall(&one).unwrap(), Some(("newer".into(), None)), "nothing of the earlier one stays");

    vault.forget(&one).unwrap();
    assert_eq!(vault.recall(&one).unwrap(), None);
    assert!(vault.recall(&two).unwrap().is_some(), "the other connection's stays");
}

#[test]
fn a_long_secret_is_kept_replaced_and_forgotten_and_leaves_nothing() {
    let Some(desktop) = Desktop::of("a_long_secret_is_kept_replaced_and_forgotten_and_leaves_nothing") else { return };
    let _bus = desktop.start_bus();
    desktop.log_in();
    let vault = Asked::new();
    let c1 = connection();
    assert_eq!(entries(), [""; 0]);
    let long = |letter: &str| letter.repeat(9_000);

    vault.keep(&c1, &secret(KEY, Some(&long("x")))).unwrap();
    assert_eq!(entries(), ["c1", "c1/a/1", "c1/a/2", "c1/a/3", "c1/a/4"]);
    assert_eq!(vault.recall(&c1).unwrap(), Some((KEY.into(), Some(long("x")))));

    vault.keep(&c1, &secret(KEY, Some(&long("y")))).unwrap();
    assert_eq!(entries(), ["c1", "c1/b/1", "c1/b/2", "c1/b/3", "c1/b/4"]);
    assert_eq!(vault.recall(&c1).unwrap(), Some((KEY.into(), Some(long("y")))));

    vault.keep(&c1, &secret("short", None)).unwrap();
    assert_eq!(entries(), ["c1"]);
    assert_eq!(vault.recall(&c1).unwrap(), Some(("short".into(), None)));

    vault.keep(&c1, &secret(KEY, Some(&long("z")))).unwrap();
    vault.forget(&c1).unwrap();
    assert_eq!(entries(), [""; 0]);
    assert_eq!(vault.recall(&c1).unwrap(), None);
}

#[test]
fn where_none_was_kept_there_is_none() {
    let Some(desktop) = Desktop::of("where_none_was_kept_there_is_none") else { return };
    let _bus = desktop.start_bus();
    desktop.log_in();
    let vault = Asked::new();
    assert_eq!(vault.recall(&connection()).unwrap(), None);
    vault.forget(&connection()).unwrap();
}

#[test]
fn a_locked_keychain_is_unavailable_until_it_is_unlocked() {
    let Some(desktop) = Desktop::of("a_locked_keychain_is_unavailable_until_it_is_unlocked") else { return };
    let _bus = desktop.start_bus();
    desktop.log_in();
    let vault = Asked::new();
    vault.keep(&connection(), &secret(KEY, None)).unwrap();

    SecretService::connect(EncryptionType::Plain).unwrap().get_default_collection().unwrap().lock().unwrap();
    // There is nobody here whom the service could ask for the password.
    assert!(detail(vault.recall(&connection())).contains("locked"));
    assert!(detail(vault.recall(&name("none"))).contains("locked"));
    assert!(detail(vault.keep(&connection(), &secret("other", None))).contains("locked"));
    assert!(detail(vault.forget(&connection())).contains("locked"));

    desktop.type_password();
    assert_eq!(vault.recall(&connection()).unwrap(), Some((KEY.into(), None)), "it was there all the time");
}

#[test]
fn what_was_kept_outlives_the_session() {
    let Some(desktop) = Desktop::of("what_was_kept_outlives_the_session") else { return };
    let bus = desktop.start_bus();
    desktop.log_in();
    let vault = Asked::new();
    vault.keep(&connection(), &secret(KEY, None)).unwrap();
    drop(bus);
    detail(vault.recall(&connection()));

    // The next one: the daemon comes up locked when it is first called.
    let _bus = desktop.start_bus();
    assert!(detail(vault.recall(&connection())).contains("locked"));
    desktop.type_password();
    assert_eq!(vault.recall(&connection()).unwrap(), Some((KEY.into(), None)));
}

#[test]
fn without_a_bus_it_is_unavailable_and_works_once_there_is_one() {
    let Some(desktop) = Desktop::of("without_a_bus_it_is_unavailable_and_works_once_there_is_one") else { return };
    let vault = Asked::new();
    for answer in [
        vault.keep(&connection(), &secret(KEY, None)).map(|()| None),
        vault.recall(&connection()),
        vault.forget(&connection()).map(|()| None),
    ] {
        let detail = detail(answer);
        assert!(detail.contains("no keychain service answers on this desktop"), "{detail}");
    }

    let _bus = desktop.start_bus();
    desktop.log_in();
    vault.keep(&connection(), &secret(KEY, None)).unwrap();
    assert_eq!(vault.recall(&connection()).unwrap(), Some((KEY.into(), None)));
}

#[test]
fn where_no_keyring_was_ever_made_nothing_is_kept_without_the_person() {
    let Some(desktop) = Desktop::of("where_no_keyring_was_ever_made_nothing_is_kept_without_the_person") else {
        return;
    };
    let _bus = desktop.start_bus();
    let vault = Asked::new();
    assert_eq!(vault.recall(&connection()).unwrap(), None, "there is no keyring it could be in");
    assert!(detail(vault.keep(&connection(), &secret(KEY, None))).contains("no keyring yet"));
    vault.forget(&connection()).unwrap();
}

#[test]
fn a_secret_shows_nowhere() {
    let Some(desktop) = Desktop::of("a_secret_shows_nowhere") else { return };
    let vault = Asked::new();
    let kept = secret(KEY, Some("FwoGZXIvYXdzEBYaD"));
    let failure = vault.keep(&connection(), &kept).unwrap_err();
    let _bus = desktop.start_bus();
    desktop.log_in();
    vault.keep(&connection(), &kept).unwrap();
    let recalled = vault.runtime.block_on(vault.vault.recall_secret(&connection())).unwrap();

    let shown = format!("{failure} {failure:?} {:?} {recalled:?}", vault.vault);
    assert!(!shown.contains("wJalr") && !shown.contains("FwoG"), "{shown}");
    assert_eq!(desktop.files_that_hold("wJalrXUtnFEMI"), Vec::<String>::new());
    assert_eq!(desktop.files_that_hold("FwoGZXIvYXdzEBYaD"), Vec::<String>::new());
}

#[test]
fn an_entry_that_is_not_ours_is_told_without_showing_it() {
    let Some(desktop) = Desktop::of("an_entry_that_is_not_ours_is_told_without_showing_it") else { return };
    let _bus = desktop.start_bus();
    desktop.log_in();
    let vault = Asked::new();
    write_by_hand("default", br#"{"password": "wJalrXUtnFEMI"}"#);
    let failure = vault.recall(&connection()).unwrap_err();
    assert!(matches!(failure, Failure::NoCredentials { .. }), "{failure:?}");
    assert!(!format!("{failure} {failure:?}").contains("wJalr"));

    vault.keep(&connection(), &secret(KEY, None)).unwrap();
    assert_eq!(vault.recall(&connection()).unwrap(), Some((KEY.into(), None)), "entering the key again mends it");
}

#[test]
fn two_entries_of_one_name_are_told_and_mended() {
    let Some(desktop) = Desktop::of("two_entries_of_one_name_are_told_and_mended") else { return };
    let _bus = desktop.start_bus();
    desktop.log_in();
    let vault = Asked::new();
    let twice = || {
        write_by_hand("default", br#"{"secret_access_key": "old"}"#);
        write_by_hand("session", br#"{"secret_access_key": "older"}"#);
    };
    twice();
    let failure = vault.recall(&connection()).unwrap_err();
    assert!(failure.detail().contains("2 entries"), "{failure:?}");
    vault.keep(&connection(), &secret(KEY, None)).unwrap();
    assert_eq!(vault.recall(&connection()).unwrap(), Some((KEY.into(), None)));

    twice();
    vault.forget(&connection()).unwrap();
    assert_eq!(vault.recall(&connection()).unwrap(), None);
}

/// The names of all the app's entries in the service, sorted.
fn entries() -> Vec<String> {
    let service = SecretService::connect(EncryptionType::Plain).unwrap();
    let found = service.search_items(HashMap::from([("service", "Housekeeper for CloudFront")])).unwrap();
    assert!(found.locked.is_empty());
    let name = |item: &Item<'_>| item.get_attributes().unwrap().remove("username").unwrap();
    let mut names: Vec<_> = found.unlocked.iter().map(name).collect();
    names.sort();
    names
}

/// Writes an entry of the app's name past the vault.
fn write_by_hand(keyring: &str, value: &[u8]) {
    let service = SecretService::connect(EncryptionType::Dh).unwrap();
    let name = HashMap::from([("service", "Housekeeper for CloudFront"), ("username", "c1")]);
    let keyring = service.get_collection_by_alias(keyring).unwrap();
    keyring.create_item("by hand", name, value, true, "application/octet-stream").unwrap();
}
