//! Recognisable secrets go in by every way; then they are looked for everywhere they must not be.

use std::fs;

use serde_json::json;

use crate::harness::{IdentityCenter, Moto, Window, Workstation, contains, walk};
use crate::signing_in::{PROPOSED, fill_in_portal, pick_and_use};
use crate::steps::{create, save_access_key, wait_for_details};

/// What is secret of a key that a person enters.
const KEY: (&str, &str) = ("AKIACANARY0000000001", "canary-of-an-access-key/K7MDENG");
const TOKEN: &str = "canary-of-a-session-token/FwoGZXIvYXdz";

/// What is secret of a key that stands in the credentials file and is taken from there.
const ON_FILE: (&str, &str) = ("AKIACANARY0000000002", "canary-of-a-key-on-file/bPxRfiCY");

/// Every secret begins so, those that the portal gives too.
const CANARY: &str = "canary-";

#[test]
fn no_secret_is_in_a_file_a_log_or_the_web_views_memory() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let center = IdentityCenter::before(&moto);
    let mut station = Workstation::start();
    station.set("HOUSEKEEPER_LOG", "trace");
    let aws = station.home().join(".aws");
    fs::create_dir(&aws).unwrap();
    let on_file = format!("[editors]\naws_access_key_id = {}\naws_secret_access_key = {}\n", ON_FILE.0, ON_FILE.1);
    fs::write(aws.join("credentials"), on_file).unwrap();

    let window = station.open();
    enter_everything(&window, &station, &moto, &center);
    create(&window, &distribution, "/index.html");
    wait_for_details(&window);
    window.close();
    assert!(station.secrets_kept() >= 3, "the keychain holds {}", station.secrets_kept());

    // The second start: everything is used, nothing is typed.
    let window = station.open();
    use_everything(&window, &distribution);
    let memory = window.memory();
    assert!(memory.programs() >= 2, "the web view has {} programs", memory.programs());
    assert!(!memory.holds(CANARY), "a secret is in the memory of the web view");
    // What is searched so would be found: the distribution is on the screen.
    assert!(memory.holds(&distribution), "the search does not even find the distribution");

    // What is shown here is what would be saved, and the files of it below are deflated.
    let diagnostics = window.ask("diagnostics", json!({})).to_string();
    assert!(diagnostics.contains("housekeeper.20"), "there is not even a log: {diagnostics}");
    assert!(!diagnostics.contains(CANARY), "a secret is in the diagnostics");

    remove_everything(&window);
    window.close();
    assert_eq!(station.secrets_kept(), 0, "something of removed connections stayed in the keychain");

    for file in walk(station.home()).into_iter().filter(|file| !file.starts_with(&aws)) {
        let content = fs::read(&file).unwrap_or_default();
        assert!(!contains(&content, CANARY), "a secret stands in {}", file.display());
    }
}

/// Signs in by every way that has a secret.
#[track_caller]
fn enter_everything(window: &Window, station: &Workstation, moto: &Moto, center: &IdentityCenter) {
    save_access_key(window, "Key", KEY, &moto.endpoint());
    window.wait_for_text("Key was saved.");

    window.choose_in_menu("Add connection", "Access key");
    window.field("Connection name").type_text("Temporary");
    window.field("Access key ID").type_text("ASIACANARY0000000003");
    window.field("Secret access key").type_text(KEY.1);
    window.field("Session token").type_text(TOKEN);
    window.field("Custom endpoint").type_text(&moto.endpoint());
    window.button("Save connection").click();
    window.wait_for_text("Temporary was saved.");

    window.choose_in_menu("Add connection", "Access key");
    window.field("Connection name").type_text("On file");
    window.field("Custom endpoint").type_text(&moto.endpoint());
    window.choose("Take it from this computer", "editors");
    window.button("Save connection").click();
    window.wait_for_text("On file was saved.");

    window.choose_in_menu("Add connection", "Assume role");
    window.field("Connection name").type_text("Role");
    window.choose("Base connection", "Key");
    window.field("Role ARN").type_text("arn:aws:iam::123456789012:role/Editors");
    window.field("MFA device").type_text("arn:aws:iam::123456789012:mfa/ann");
    window.field("Custom endpoint").type_text(&moto.endpoint());
    window.field("MFA code").type_text("123456");
    window.button("Save connection").click();
    window.wait_for_text("Role was saved.");

    fill_in_portal(window, center);
    window.button("Sign in in the browser").click();
    window.button("Open the browser again").wait();
    center.allow(&station.opened_in_browser(0));
    pick_and_use(window);
}

const CONNECTIONS: [&str; 5] = ["Role", "Key", "Temporary", "On file", PROPOSED];

#[track_caller]
fn use_everything(window: &Window, distribution: &str) {
    for name in CONNECTIONS {
        window.go_to("Connections");
        window.role("radio", &format!("Select {name}")).click();
        window.button("Check").click();
        window.wait_for_text(&format!("Check of {name}"));
        if name != PROPOSED {
            window.button("Use").click();
            window.wait_for_text(&format!("{name} is now in use."));
        }
        window.go_to("Distributions");
        window.link(distribution).wait();
    }
}

#[track_caller]
fn remove_everything(window: &Window) {
    for name in CONNECTIONS {
        window.go_to("Connections");
        window.role("radio", &format!("Select {name}")).click();
        window.button("Remove").click();
        window.role("dialog", &format!("Remove {name}?")).button("Remove").click();
        window.wait_for_text(&format!("{name} was removed."));
    }
}
