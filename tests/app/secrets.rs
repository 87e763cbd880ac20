//! No secret is turned into a plain text but where AWS or the keychain takes it.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// Who may look at a secret: what signs requests, and what writes to the keychain.
const MAY: [&str; 2] = ["signin", "vault"];

#[test]
fn a_secret_is_exposed_in_two_crates_alone() {
    let mut exposing = Vec::new();
    for file in sources(Path::new("src-tauri")) {
        let text = fs::read_to_string(&file).unwrap();
        // Tests may look at what they put in themselves.
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        if product.contains("expose_secret") || product.contains("ExposeSecret") {
            exposing.push(file);
        }
    }
    let strangers: Vec<_> = exposing
        .iter()
        .filter(|file| !MAY.iter().any(|may| file.starts_with(Path::new("src-tauri").join(may))))
        .collect();
    assert!(strangers.is_empty(), "secrets are exposed in {strangers:?}");
    assert!(exposing.len() > 4, "the search finds not even those who may: {exposing:?}");
}

#[test]
fn a_failure_is_logged_without_the_words_of_others() {
    let (mut calls, mut wrong) = (0, Vec::new());
    for file in sources(Path::new("src-tauri")) {
        let text = fs::read_to_string(&file).unwrap();
        for call in text.split("tracing::").skip(1).filter(|call| call.contains("!(")) {
            let call = call.split(';').next().unwrap_or_default();
            let raw = ["%failure", "?failure", "%second", "failure.detail()", "failure = failure"];
            // `.logged()` is the form for the log.
            let plain = call.replace("%failure.logged()", "").replace("%second.logged()", "");
            calls += 1;
            if raw.iter().any(|raw| plain.contains(raw)) {
                wrong.push(format!("{}: {call}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "use `.logged()`: {wrong:#?}");
    assert!(calls > 50, "the search finds not even those that are: {calls}");
}

/// The product's sources below a folder: no tests, fuzzers, or helpers of tests.
fn sources(folder: &Path) -> Vec<PathBuf> {
    const NOT_THE_PRODUCT: [&str; 8] =
        ["tests", "tests.rs", "testing", "benches", "fuzz", "faults", "portal", "target"];
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            // The stand-in for portals is a crate of tests; the adapter of that name is not.
            let is_test = NOT_THE_PRODUCT.contains(&name) && !path.starts_with("src-tauri/signin/src/portal");
            !is_test
        })
        .flat_map(|path| match path.is_dir() {
            true => sources(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}
