//! What the pages in the window may call: the app's own commands, one by one, and next to nothing of Tauri's.

use std::path::Path;

use serde_json::{Value, json};

/// Set by `cargo xtask bindings`: what is found stale is written anew.
const WRITE: &str = "HOUSEKEEPER_WRITE_BINDINGS";

fn read(path: &str) -> Value {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file is there");
    serde_json::from_str(&text).expect("it is JSON")
}

/// The commands that the generated TypeScript calls.
fn commands() -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bindings = folder.path().join("bindings.ts");
    housekeeper_lib::export_bindings(&bindings).expect("the bindings are written");
    let bindings = std::fs::read_to_string(bindings).expect("the bindings are read");
    let calls = bindings.lines().filter(|line| line.contains("__TAURI_INVOKE") && line.contains("=>"));
    calls.filter_map(|line| line.split('"').nth(1).map(str::to_owned)).collect()
}

#[test]
fn the_window_may_call_each_of_the_apps_commands_and_each_is_named() {
    let path = "src-tauri/capabilities/commands.json";
    let mut allowed: Vec<_> = commands().into_iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    allowed.sort();
    let mut capability = read(path);
    if std::env::var_os(WRITE).is_some() {
        capability["permissions"] = json!(allowed);
        let text = serde_json::to_string_pretty(&capability).expect("it is plain data") + "\n";
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), text).expect("it can be written");
    }
    assert!(allowed.len() > 100, "{allowed:?}");
    assert_eq!(capability["permissions"], json!(allowed), "{path} is stale: run `cargo xtask bindings`");
}

#[test]
fn of_tauri_it_may_hear_events_zoom_and_open_the_documentation_and_no_other_page_may_anything() {
    let main = read("src-tauri/capabilities/main.json");
    let allowed = json!([
        "core:event:allow-listen",
        "core:event:allow-unlisten",
        "core:webview:allow-set-webview-zoom",
        { "identifier": "opener:allow-open-url", "allow": [{ "url": "https://docs.aws.amazon.com/*" }] },
    ]);
    assert_eq!(main["permissions"], allowed);
    for capability in [main, read("src-tauri/capabilities/commands.json")] {
        assert_eq!(capability["windows"], json!(["main"]));
        for wider in ["remote", "webviews", "local"] {
            assert_eq!(capability[wider], Value::Null, "{wider}");
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/capabilities");
    assert_eq!(std::fs::read_dir(folder).expect("the folder is there").count(), 2, "and there are no others");
}

#[test]
fn the_pages_run_only_what_is_compiled_in() {
    let config = read("tauri.conf.json");
    let app = &config["app"];
    assert_eq!(app["withGlobalTauri"], json!(false));
    let policy = &app["security"]["csp"];
    assert_eq!(policy["default-src"], json!("'none'"));
    assert_eq!(policy["script-src"], json!("'self'"));
    assert_eq!(policy["connect-src"], json!("ipc: http://ipc.localhost"), "{policy}");
    for (directive, sources) in policy.as_object().expect("an object") {
        let sources = sources.as_str().expect("text");
        for loose in ["*", "unsafe-eval", "https:", "blob:"] {
            assert!(!sources.contains(loose), "{directive} {sources}");
        }
    }
}

#[test]
fn a_release_has_no_inspector() {
    // Tauri has one in debug builds, and in others where this feature is on.
    let manifest =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("it is there");
    let naming = |line: &&str| line.contains("devtools");
    assert_eq!(manifest.lines().filter(|line| !line.starts_with('#')).filter(naming).count(), 0);
    let config = read("tauri.conf.json");
    for window in config["app"]["windows"].as_array().expect("windows") {
        assert_eq!(window["devtools"], Value::Null);
    }
}
