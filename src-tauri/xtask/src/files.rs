//! Where things stand in the project.

use std::path::{Path, PathBuf};

/// The project's root folder.
pub fn root() -> &'static Path {
    // This crate stands at src-tauri/xtask, so the root is two folders up.
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or_else(|| Path::new("."))
}

/// The folder of the UI, in which its `package.json` stands.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's target folder, where everything goes that can be made again.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The folder of the virtual environments for the test servers and the AWS CLI.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The Cargo that runs this tool, so that a toolchain chosen by the caller stays chosen.
pub fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}
