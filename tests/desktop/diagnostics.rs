//! What helps somebody who helps: what is saved is what was shown.

use std::fs::File;
use std::io::Read;

use serde_json::{Value, json};
use zip::ZipArchive;

use crate::harness::Workstation;
use crate::steps::{BLOG, create};

#[test]
fn what_is_saved_is_what_was_shown_without_what_was_left_out() {
    let station = Workstation::start();
    let window = station.open();
    create(&window, BLOG, "/nobody-needs-to-know/*");
    let shown = window.ask("diagnostics", json!({}));
    let shown: Vec<(String, String)> = shown
        .as_array()
        .unwrap_or_else(|| panic!("no files: {shown}"))
        .iter()
        .map(|file| (file["name"].as_str().unwrap().to_owned(), file["text"].as_str().unwrap().to_owned()))
        .collect();
    let names: Vec<&str> = shown.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..4], ["app.txt", "settings.json", "records.txt", "policy.txt"]);
    assert!(names[4].starts_with("housekeeper.") && names[4].ends_with(".log"), "{names:?}");
    let home = station.home().display().to_string();
    for (name, text) in &shown {
        assert!(!text.contains("nobody-needs-to-know"), "an item stands in {name}: {text}");
        assert!(!text.contains(&home), "the home folder stands in {name}: {text}");
    }

    // What happens in between is not in it.
    create(&window, BLOG, "/later.html");
    let saved = ["policy.txt", "settings.json"];
    let path = window.ask("save_diagnostics", json!({ "leaveOut": saved }));
    let path = path.as_str().unwrap_or_else(|| panic!("not saved: {path}"));
    let mut zip = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let expected: Vec<_> = shown.into_iter().filter(|(name, _)| !saved.contains(&name.as_str())).collect();
    assert_eq!(zip.len(), expected.len());
    for (name, text) in expected {
        let mut found = String::new();
        zip.by_name(&name).unwrap().read_to_string(&mut found).unwrap();
        assert_eq!(found, text, "{name}");
    }

    let again = window.ask("save_diagnostics", json!({ "leaveOut": [] }));
    assert_ne!(again, Value::from(path), "nothing is overwritten");
    window.close();
}
