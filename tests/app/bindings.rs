//! The generated TypeScript is what the Rust says.

use std::path::Path;

/// Set by `cargo xtask bindings`: what is found stale is written anew.
const WRITE: &str = "HOUSEKEEPER_WRITE_BINDINGS";

#[test]
fn the_bindings_are_fresh() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/ipc/generated/bindings.ts");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let fresh = folder.path().join("bindings.ts");
    housekeeper_lib::export_bindings(&fresh).expect("the bindings are written");
    if std::env::var_os(WRITE).is_some() {
        std::fs::copy(&fresh, &kept).expect("the bindings are written");
    }
    let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    assert!(read(&kept) == read(&fresh), "ui/src/ipc/generated/bindings.ts is stale: run `cargo xtask bindings`");
}
