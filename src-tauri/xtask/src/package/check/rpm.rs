//! What can be seen of an .rpm without a system that it is for.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};
use duct::cmd;

/// What Debian alone has of the package.
const OF_DEBIAN: &str = "/usr/share/doc/housekeeper/changelog.gz";

/// The part of every program that finds the others; no package requires it by that name.
const LOADER: &str = "ld-linux";

/// Holds it against the .deb, and gives how many files it has.
pub fn check(rpm: &Path, deb: &Path) -> Result<usize> {
    let ask = |what: &str| cmd!("rpm", "--query", "--package", what, rpm).stderr_null().read();
    let files: BTreeSet<String> =
        ask("--list").context("the .rpm cannot be read")?.lines().map(str::to_owned).collect();
    let folder = tempfile::tempdir()?;
    cmd!("dpkg-deb", "--extract", deb, folder.path()).run()?;
    let packed = cmd!("find", ".", "-type", "f").dir(folder.path()).read()?;
    let missing: Vec<_> = packed
        .lines()
        .map(|file| file.trim_start_matches('.'))
        .filter(|file| *file != OF_DEBIAN && !files.contains(*file))
        .collect();
    if !missing.is_empty() {
        bail!("the .rpm lacks {}", missing.join(", "));
    }

    let requires: BTreeSet<String> = ask("--requires")?.lines().map(|line| line.trim().to_owned()).collect();
    let headers = cmd!("objdump", "--private-headers", folder.path().join("usr/bin/housekeeper")).read()?;
    let missing: Vec<_> = headers
        .lines()
        .filter_map(|line| line.trim().strip_prefix("NEEDED"))
        .map(str::trim)
        .filter(|library| !library.starts_with(LOADER))
        .filter(|library| !requires.contains(&format!("{library}()(64bit)")))
        .collect();
    if !missing.is_empty() {
        bail!("tauri.linux.conf.json does not name what the program is linked against: {}", missing.join(", "));
    }
    let scripts = ask("--scripts")?;
    if !scripts.trim().is_empty() {
        bail!("the .rpm does more than bring files:\n{scripts}");
    }
    Ok(files.len())
}
