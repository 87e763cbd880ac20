//! Tools that are themselves crates, each of a version that the project was tried with.

use std::env;
use std::ffi::OsString;
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
}

impl Tool {
    /// Installs it into target/tools where it is missing, and gives what `PATH` has to be for Cargo to find it.
    ///
    /// A version that is there already and is another one is replaced.
    pub fn prepare(&self) -> Result<OsString> {
        let tools = files::target().join("tools");
        let installed = tools.join(format!("{}-{}.stamp", self.name, self.version));
        if !installed.exists() {
            say::note(&format!("Installing {} {}", self.name, self.version));
            cmd!(files::cargo(), "install", self.name, "--locked", "--force", "--version", self.version, "--root", &tools)
                .before_spawn({
                    let features = self.features;
                    move |command| {
                        if !features.is_empty() {
                            command.args(["--features", features]);
                        }
                        Ok(())
                    }
                })
                .stdout_to_stderr()
                .run()
                .with_context(|| format!("{} could not be installed", self.name))?;
            std::fs::write(&installed, "")?;
        }
        let before = env::var_os("PATH").unwrap_or_default();
        let folders = [tools.join("bin")].into_iter().chain(env::split_paths(&before)).collect::<Vec<PathBuf>>();
        env::join_paths(folders).context("PATH cannot be made longer")
    }
}
