//! The manifests draw the architecture: a crate that must stay pure names no other crates than these.

use std::path::Path;

/// The names under `[dependencies]` of a crate of this workspace, sorted.
fn dependencies(krate: &str) -> Vec<String> {
    names(&Path::new("src-tauri").join(krate))
}

/// The same, of the crate in a folder of the project.
fn names(folder: &Path) -> Vec<String> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("Cargo.toml");
    let manifest = std::fs::read_to_string(manifest).expect("the crate has a manifest");
    let (_, after) = manifest.split_once("[dependencies]").expect("it has dependencies");
    let section = after.split("\n[").next().unwrap_or_default();
    let name = |line: &str| line.split(['.', '=', ' ']).next().unwrap_or_default().to_owned();
    let mut names: Vec<_> = section.lines().filter(|line| line.contains('=')).map(name).collect();
    names.sort();
    names
}

#[test]
fn the_domain_has_no_io_no_clock_and_no_tokio() {
    assert_eq!(
        dependencies("domain"),
        ["hashbrown", "idna", "jiff", "memchr", "percent-encoding", "serde", "thiserror"]
    );
}

#[test]
fn formats_are_text_in_and_text_out() {
    let allowed = ["csv", "domain", "flate2", "jiff", "quick-xml", "serde", "serde_json"];
    assert_eq!(dependencies("formats"), allowed);
}

#[test]
fn the_engine_names_no_aws_no_tauri_no_sql_and_no_keychain() {
    let allowed = ["async-trait", "domain", "futures", "jiff", "secrecy", "serde", "thiserror", "tokio", "tracing"]
        .map(str::to_owned);
    assert_eq!(dependencies("engine"), allowed);
}

#[test]
fn the_adapters_do_not_know_each_other() {
    let adapters = ["administrator", "bills", "cloudfront", "practice", "signin", "store", "vault"];
    // What two of them share is none itself.
    for adapter in adapters.into_iter().chain(["mishaps"]) {
        let known: Vec<_> =
            dependencies(adapter).into_iter().filter(|name| adapters.contains(&name.as_str())).collect();
        assert!(known.is_empty(), "{adapter} depends on {known:?}");
    }
}

#[test]
fn what_is_for_tests_only_is_not_in_the_product() {
    // The app's own crate, which stands in the project's root, and all that it is made of.
    let product = [
        "domain",
        "engine",
        "formats",
        "administrator",
        "mishaps",
        "bills",
        "cloudfront",
        "practice",
        "signin",
        "store",
        "vault",
    ];
    let folders = product.map(|krate| Path::new("src-tauri").join(krate));
    for folder in [Path::new("").to_owned()].iter().chain(&folders) {
        let known: Vec<_> = names(folder)
            .into_iter()
            .filter(|name| ["bench", "empty", "faults", "portal"].contains(&name.as_str()))
            .collect();
        assert!(known.is_empty(), "{} depends on {known:?}", folder.display());
    }
}

#[test]
fn the_administrators_file_is_read_by_a_crate_that_can_do_nothing_else() {
    // No keychain, no network, no database: what is read there decides what may be sent.
    assert_eq!(dependencies("administrator"), ["domain", "engine", "serde", "toml"]);
}
