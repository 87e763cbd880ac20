#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Read};
use std::path::Path;

use engine::Pace;
use engine::ports::Records;
use engine::{About, Connection, ConnectionId, Endpoints, Identity, Role, Way};
use jiff::Timestamp;
use store::Store;
use zip::ZipArchive;

use super::*;

/// Stands wherever something must not be told.
const CANARY: &str = "canary";

fn place(data: &Path) -> Place {
    Place::at(data.to_owned())
}

/// Connections of every kind, whose every word is a canary.
fn connections() -> Vec<Connection> {
    let said = || CANARY.to_owned();
    let role = Role {
        arn: format!("arn:aws:iam::123456789012:role/{CANARY}"),
        external_id: Some(said()),
        session_name: Some(said()),
        mfa_serial: Some(said()),
    };
    let portal =
        engine::Portal { start_url: format!("https://{CANARY}.awsapps.com/start"), region: "eu-west-1".into() };
    let ways = [
        Way::Profile { name: said(), agreed_program: Some(said()) },
        Way::AccessKey { access_key_id: format!("AKIA{CANARY}") },
        Way::IdentityCenter { portal, account: said(), role: said() },
        Way::Role { base: ConnectionId::new("c2"), role },
    ];
    let identity = Identity {
        partition: "aws".to_owned(),
        account: "123456789012".to_owned(),
        arn: format!("arn:aws:iam::123456789012:user/{CANARY}"),
    };
    let endpoints = Endpoints { custom_endpoint: Some(format!("https://{CANARY}.example")), ..Endpoints::default() };
    let all = ways.into_iter().enumerate().map(|(number, way)| Connection {
        id: ConnectionId::new(format!("c{number}")),
        about: About { name: said(), ..About::default() },
        way,
        endpoints: endpoints.clone(),
        identity: Some(identity.clone()),
    });
    all.collect()
}

#[tokio::test]
async fn nothing_that_names_anything_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let place = place(folder.path());
    let store = Store::open(place.data()).await.unwrap();
    for connection in connections() {
        store.keep_connection(&connection).await.unwrap();
    }
    store.close().await;
    std::fs::create_dir(place.logs()).unwrap();
    std::fs::write(place.logs().join("housekeeper.2026-11-25.log"), "INFO starting\n").unwrap();
    std::fs::create_dir(place.crashes()).unwrap();
    std::fs::write(place.crashes().join("2026-11-22T120000.126Z.new.txt"), "it failed").unwrap();

    let house = crate::open_house(&place, Pace::default()).await.unwrap();
    let gathered = gather(&place, Ok(&house)).await;
    let names: Vec<_> = gathered.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "app.txt",
            "settings.json",
            "records.txt",
            "policy.txt",
            "housekeeper.2026-11-25.log",
            "crash-2026-11-22T120000.126Z.txt"
        ]
    );
    for file in &gathered {
        assert!(!file.text.contains(CANARY) && !file.text.contains("123456789012"), "{}: {}", file.name, file.text);
    }
    let of = |name: &str| &gathered.iter().find(|file| file.name == name).unwrap().text;
    assert!(of("app.txt").contains(concat!("Version: ", env!("CARGO_PKG_VERSION"))), "{}", of("app.txt"));
    assert!(of("records.txt").contains("connection: 4"), "{}", of("records.txt"));
    for way in ["practice", "profile", "accessKey", "identityCenter", "role"] {
        assert!(of("settings.json").contains(&format!("\"way\": \"{way}\"")), "{}", of("settings.json"));
    }
}

#[tokio::test]
async fn records_that_cannot_be_opened_are_no_reason_to_tell_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let gathered = gather(&place(folder.path()), Err("the disk is gone")).await;
    let kinds: Vec<_> = gathered.iter().map(|file| file.kind).collect();
    assert_eq!(kinds, [Kind::App, Kind::Records]);
    assert!(gathered[1].text.contains("the disk is gone"));
}

#[test]
fn the_archive_holds_what_was_gathered() {
    let file = |name: &str, text: &str| Gathered { name: name.to_owned(), kind: Kind::Log, text: text.to_owned() };
    let files = [file("app.txt", "Version: 1\n"), file("empty.log", ""), file("ä.log", &"a line\n".repeat(10_000))];
    let mut zip = Cursor::new(Vec::new());
    archive(&mut zip, &files, Timestamp::constant(1_795_348_800, 0)).unwrap();
    assert!(zip.get_ref().len() < 10_000, "it is not deflated");
    let mut read = ZipArchive::new(zip).unwrap();
    assert_eq!(read.len(), files.len());
    for expected in &files {
        let mut found = read.by_name(&expected.name).unwrap();
        assert_eq!(found.last_modified().unwrap().to_string(), "2026-11-22 12:00:00");
        let mut text = String::new();
        found.read_to_string(&mut text).unwrap();
        assert_eq!(text, expected.text);
    }
}
