//! Updates: asked for at a click alone, and taken only with the makers' signature.
//!
//! The signatures in `updates/` were made by Tauri's own signer with two keys that sign nothing else; the private ones
//! are gone. What they sign is no program, so that an update whose signature is right still installs nothing.

use serde_json::json;

use crate::harness::{Loopback, Window, Workstation};
use crate::steps::{BLOG, begin};

const PUBLIC_KEY: &str = include_str!("updates/ours.pub");
const PACKAGE: &[u8] = include_bytes!("updates/update.txt");
const OURS: &str = include_str!("updates/ours.sig");
const THEIRS: &str = include_str!("updates/theirs.sig");

/// The version that the signatures are for.
const VERSION: &str = "9.9.9";

/// Opens a window of a build that was told where updates are.
#[track_caller]
fn open_told_of(server: &Loopback) -> (Workstation, Window) {
    let mut station = Workstation::start();
    let told = json!({ "pubkey": PUBLIC_KEY.trim(), "endpoints": [server.url("/latest.json")] });
    station.set("HOUSEKEEPER_UPDATER", told.to_string());
    let window = station.open();
    (station, window)
}

/// Publishes the package under a version, with a signature.
fn publish(server: &Loopback, version: &str, signature: &str, package: &[u8]) {
    let platform = json!({ "signature": signature.trim(), "url": server.url("/package") });
    let list = json!({
        "version": version,
        "notes": "Quicker starts.",
        "platforms": { (format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH)): platform },
    });
    server.give("/latest.json", list.to_string());
    server.give("/package", package);
}

#[test]
fn an_ordinary_build_offers_none_and_asks_nobody() {
    let station = Workstation::start();
    let window = station.open();
    assert_eq!(window.ask("check_for_update", json!({})), json!({ "kind": "notOffered" }));
    let refused = window.ask("install_update", json!({}));
    assert_eq!(refused["error"]["code"], "invalid", "{refused}");
    window.close();
}

#[test]
fn nothing_is_asked_before_the_click_and_what_is_no_newer_is_no_update() {
    let server = Loopback::start();
    publish(&server, env!("CARGO_PKG_VERSION"), OURS, PACKAGE);
    let (_station, window) = open_told_of(&server);
    window.go_to("Settings");
    window.field("Time to undo").wait();
    assert_eq!(server.seen(), [] as [&str; 0]);
    assert_eq!(window.ask("check_for_update", json!({})), json!({ "kind": "current" }));
    assert_eq!(server.seen().len(), 1, "{:?}", server.seen());
    window.close();
}

#[test]
fn an_update_without_the_makers_signature_is_refused() {
    let server = Loopback::start();
    let (_station, window) = open_told_of(&server);
    let changed = [PACKAGE, b"!"].concat();
    for (what, version, signature, package) in [
        ("another's signature", VERSION, THEIRS, PACKAGE),
        ("a package that was changed", VERSION, OURS, &changed[..]),
        ("an old package as a new version", "9.9.10", OURS, PACKAGE),
        ("no signature", VERSION, "", PACKAGE),
    ] {
        publish(&server, version, signature, package);
        let found = json!({ "kind": "available", "version": version, "notes": "Quicker starts." });
        assert_eq!(window.ask("check_for_update", json!({})), found, "{what}");
        let refused = window.ask("install_update", json!({}));
        assert_eq!(refused["error"]["code"], "invalid", "{what}: {refused}");
        let said = refused["error"]["detail"].as_str().unwrap();
        assert!(said.contains("does not carry the signature of this app's makers"), "{what}: {said}");
    }
    window.close();
}

#[test]
fn the_makers_signature_holds_and_what_is_no_package_is_not_installed() {
    let server = Loopback::start();
    publish(&server, VERSION, OURS, PACKAGE);
    let (_station, window) = open_told_of(&server);
    window.ask("check_for_update", json!({}));
    let refused = window.ask("install_update", json!({}));
    let said = refused["error"]["detail"].as_str().unwrap_or_default();
    // The step after the signature.
    assert!(said.contains("invalid updater binary format"), "{refused}");
    window.close();
}

#[test]
fn nothing_is_installed_while_something_can_be_undone() {
    let server = Loopback::start();
    publish(&server, VERSION, OURS, PACKAGE);
    let (_station, window) = open_told_of(&server);
    window.ask("check_for_update", json!({}));
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/a.html");
    window.button("Create invalidation").click();
    window.button("Undo").wait();
    let refused = window.ask("install_update", json!({}));
    assert_eq!(refused["error"]["code"], "invalid", "{refused}");
    assert!(refused["error"]["detail"].as_str().unwrap().contains("can still be undone"), "{refused}");
    assert!(!server.seen().iter().any(|request| request.contains("/package")), "nothing was fetched");
    window.close();
}
