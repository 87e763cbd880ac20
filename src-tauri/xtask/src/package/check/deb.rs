//! What can be seen of a .deb without installing it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use duct::cmd;

use crate::{files, say};

/// What lintian calls an error and cannot be helped: the maintainer has no address, since the project has none.
const NOT_OURS: &str = "malformed-contact,bogus-mail-host-in-debian-changelog";

/// Checks it, and gives its field of dependencies.
pub fn check(deb: &Path) -> Result<String> {
    let depends = cmd!("dpkg-deb", "--field", deb, "Depends").read().context("the .deb cannot be read")?;
    let declared: Vec<&str> = depends.split(", ").collect();

    // dpkg-shlibdeps wants to stand in a source package.
    let folder = tempfile::tempdir()?;
    fs::create_dir(folder.path().join("debian"))?;
    fs::write(folder.path().join("debian/control"), "")?;
    cmd!("dpkg-deb", "--extract", deb, folder.path().join("package")).run()?;
    let needed = cmd!("dpkg-shlibdeps", "-O", "package/usr/bin/housekeeper")
        .dir(folder.path())
        .stderr_null()
        .read()
        .context("dpkg-shlibdeps, which tells what a program is linked against, failed")?;
    let needed = needed.trim().trim_start_matches("shlibs:Depends=");
    let missing: Vec<_> = needed.split(", ").filter(|package| !declared.contains(package)).collect();
    if !missing.is_empty() {
        bail!("tauri.linux.conf.json does not name what the program is linked against: {}", missing.join(", "));
    }

    let control = cmd!("dpkg-deb", "--ctrl-tarfile", deb).pipe(cmd!("tar", "--list")).read()?;
    let scripts: Vec<_> = control
        .lines()
        .map(|name| name.trim_start_matches("./").trim_end_matches('/'))
        .filter(|name| !["", "control", "md5sums"].contains(name))
        .collect();
    if !scripts.is_empty() {
        bail!("the .deb does more than bring files: {}", scripts.join(", "));
    }

    let said = cmd!("lintian", "--fail-on", "error", "--suppress-tags", NOT_OURS, deb)
        .dir(files::root())
        .env("LC_ALL", "C.UTF-8")
        .stderr_to_stdout()
        .stdout_capture()
        .unchecked()
        .run()
        .context("lintian cannot be run")?;
    for line in String::from_utf8_lossy(&said.stdout).lines() {
        say::note(&format!("lintian: {line}"));
    }
    if !said.status.success() {
        bail!("lintian calls something of the .deb an error");
    }
    Ok(depends)
}
