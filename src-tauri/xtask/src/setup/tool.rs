//! Tools that are themselves crates, each of a version that the project was tried with.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use duct::cmd;

use crate::{files, say};

/// A tool on crates.io.
pub struct Tool {
    /// The crate, which has the tool's name too.
    pub name: &'static str,
    /// The version.
    pub version: &'static str,
    /// Features without which the crate has no tool; none if empty.
    pub features: &'static str,
    /// Whether it is quick enough as it is: compiling it well takes longer than its whole work.
    pub unoptimised: bool,
}

impl Tool {
    /// Installs it into target/tools where it is missing, and gives what `PATH` has to be for Cargo to find it.
    ///
    /// A version that is there already and is another one is replaced.
    pub fn prepare(&self) -> Result<OsString> {
        let tools = files::target().join("tools");
        // Cargo keeps there what it installed: `"cargo-about 0.9.3 (registry+…)" = ["cargo-about"]`.
        let installed = fs::read_to_string(tools.join(".crates.toml")).unwrap_or_default();
        if !installed.contains(&format!("\"{} {} (", self.name, self.version)) {
            say::note(&format!("Installing {} {}", self.name, self.version));
            let mut arguments = vec!["install", self.name, "--locked", "--version", self.version];
            if !self.features.is_empty() {
                arguments.extend(["--features", self.features]);
            }
            if self.unoptimised {
                arguments.extend(["--debug", "--config", "profile.dev.debug=false"]);
            }
            let arguments = arguments.into_iter().map(OsString::from).chain(["--root".into(), tools.clone().into()]);
            cmd(files::cargo(), arguments)
                .stdout_to_stderr()
                .run()
                .with_context(|| format!("{} could not be installed", self.name))?;
        }
        let before = env::var_os("PATH").unwrap_or_default();
        let folders = [tools.join("bin")].into_iter().chain(env::split_paths(&before)).collect::<Vec<PathBuf>>();
        env::join_paths(folders).context("PATH cannot be made longer")
    }
}
