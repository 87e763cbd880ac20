//! A keychain that is not there, or locked.

use std::fs;

use crate::harness::{Moto, Workstation, walk};
use crate::steps::save_access_key;

#[track_caller]
fn no_file_holds_the_secret(station: &Workstation) {
    for file in walk(station.home()) {
        let content = fs::read(&file).unwrap_or_default();
        let secret = Moto::KEY.1.as_bytes();
        assert!(!content.windows(secret.len()).any(|part| part == secret), "it stands in {}", file.display());
    }
}

/// What the window says in each of these cases.
const SAYS: &str = "The computer’s keychain cannot be reached";

#[test]
fn with_the_keychain_stopped_nothing_is_kept_unasked() {
    let moto = Moto::start();
    let mut station = Workstation::start();
    station.stop_keychain();
    let window = station.open();
    save_access_key(&window, "Site team", Moto::KEY, &moto.endpoint());
    window.wait_for_text(SAYS);
    window.go_to("Connections");
    assert!(!window.shows("Site team"), "it was kept all the same");
    window.close();
    no_file_holds_the_secret(&station);
}

#[test]
fn without_a_keychain_a_key_is_kept_in_memory_if_one_likes_and_nowhere_else() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let mut station = Workstation::start();
    station.take_the_bus_away();
    let window = station.open();

    save_access_key(&window, "Site team", Moto::KEY, &moto.endpoint());
    window.wait_for_text(SAYS);
    window.button("Keep it in memory until the window closes").click();
    window.wait_for_text("Site team was saved.");
    window.row_with("Site team").wait_for_text("In memory only");
    window.button("Use").click();
    window.wait_for_text("Site team is now in use.");
    window.go_to("Distributions");
    window.link(&distribution).wait();
    window.close();
    no_file_holds_the_secret(&station);

    // The next window knows the connection, and says that its key is out of reach.
    let window = station.open();
    window.go_to("Distributions");
    window.wait_for_text(SAYS);
    window.close();
}

#[test]
fn a_locked_keychain_is_said_to_be_locked_and_loses_nothing() {
    let moto = Moto::start();
    let station = Workstation::start();
    let window = station.open();
    save_access_key(&window, "Site team", Moto::KEY, &moto.endpoint());
    window.wait_for_text("Site team was saved.");
    assert_eq!(station.secrets_kept(), 1);
    window.close();

    station.lock_keychain();
    let window = station.open();
    window.go_to("Connections");
    window.role("radio", "Select Site team").click();
    window.button("Check").click();
    window.wait_for_text(SAYS);
    window.close();
    assert_eq!(station.secrets_kept(), 1, "it is there all the time");
    no_file_holds_the_secret(&station);
}
