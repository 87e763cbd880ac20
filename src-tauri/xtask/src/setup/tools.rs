//! Tools written in Rust, of other people's making, compiled once into target/tools.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use duct::cmd;

use crate::{files, say};

/// A tool that Cargo installs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Judges the crates' licences, versions and sources.
    Deny,
}

impl Tool {
    /// Its program, once it is installed.
    pub fn program(self) -> PathBuf {
        files::tools().join("bin").join(format!("{}{}", self.name(), std::env::consts::EXE_SUFFIX))
    }

    /// The crate's name, which is the program's too.
    fn name(self) -> &'static str {
        match self {
            Self::Deny => "cargo-deny",
        }
    }

    /// The version that was tried, and the features it needs beside its own.
    fn version_and_features(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Deny => ("0.20.2", &[]),
        }
    }
}

/// Installs those of the tools that are not there in the version named here.
pub fn prepare(tools: &[Tool]) -> Result<()> {
    // Cargo's own note of what it installed there, one line a crate: `"cargo-deny 0.20.2 (registry+…)" = […]`.
    let installed = fs::read_to_string(files::tools().join(".crates.toml")).unwrap_or_default();
    for tool in tools {
        let (version, features) = tool.version_and_features();
        if installed.contains(&format!("\"{} {version} ", tool.name())) && tool.program().is_file() {
            continue;
        }
        say::note(&format!("Installing {} {version}", tool.name()));
        let krate = format!("{}@{version}", tool.name());
        let place = files::tools().display().to_string();
        let arguments = ["install", "--quiet", "--locked", "--root", &place, &krate];
        cmd(files::cargo(), arguments.iter().chain(features))
            .dir(files::root())
            .stdout_to_stderr()
            .run()
            .with_context(|| format!("{krate} could not be installed (cargo install)"))?;
    }
    Ok(())
}
