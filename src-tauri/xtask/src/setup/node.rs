//! The UI's packages, exactly as its lock file names them.

use anyhow::{Context, Result, bail};
use duct::cmd;

use crate::stamp::Stamp;
use crate::{files, say};

/// The oldest Node that Vite runs on, by the `engines` of its package: 20.19.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Installs the UI's packages where the lock file changed since they were last installed.
pub fn prepare() -> Result<()> {
    let version = cmd!("node", "--version")
        .stderr_null()
        .read()
        .context("Node is missing: please install Node 20.19 or later, with npm (https://nodejs.org)")?;
    match parse_version(&version) {
        Some(found) if found >= OLDEST_NODE => {}
        _ => bail!("Node {} is too old: please install Node 20.19 or later", version.trim()),
    }

    let ui = files::ui();
    let stamp = Stamp::of(files::target().join("stamps/ui-packages"), &[ui.join("package-lock.json")])?;
    if stamp.is_current() && ui.join("node_modules").is_dir() {
        return Ok(());
    }
    say::note("Installing the UI's packages");
    cmd(npm(), ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        .dir(&ui)
        .stdout_to_stderr()
        .run()
        .context("the UI's packages could not be installed (npm ci in ui/)")?;
    stamp.keep()
}

/// npm's name, which on Windows is a script with an extension that must be said.
pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// `v20.20.2` → (20, 20).
fn parse_version(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_compare_by_number() {
        assert!(parse_version("v22.4.0\n") > Some(OLDEST_NODE));
        assert!(parse_version("v20.9.0") < Some(OLDEST_NODE));
        assert_eq!(parse_version("twenty"), None);
    }
}
