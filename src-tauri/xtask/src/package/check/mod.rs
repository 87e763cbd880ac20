//! Proves a package on a Debian 12 that has nothing: that it needs only what it says it needs, starts to the practice account
//! for an ordinary user, and leaves nothing when it is removed.
//!
//! From outside come a display without a screen, and what looks at it. Once the plain start was seen and the package was
//! removed, it is installed a second time, now with a WebDriver beside it: that one says what the picture of the plain start
//! shows.

mod bare;
mod deb;
mod inventory;
mod rpm;
mod screen;
mod start;

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use duct::cmd;

use super::linux::NAME;
use crate::display::Xvfb;
use crate::say;
use bare::Bare;
use inventory::Inventory;

/// Checks the packages of one build, and says what was found.
pub fn run(deb: &Path, rpm: &Path) -> Result<()> {
    let begun = Instant::now();
    let found = |what: &str| say::note(&format!("[{:3} s] {what}", begun.elapsed().as_secs()));
    let user = cmd!("id", "--user").read().context("who is running this cannot be told")?;
    if user.trim() != "0" {
        bail!("the check installs packages in a system of its own, and so has to be run as root");
    }

    let depends = deb::check(deb)?;
    found("The .deb declares what its program is linked against, and has no scripts");
    let files = rpm::check(rpm, deb)?;
    found(&format!("The .rpm has the same {files} files, requires the same libraries, and has no scripts"));

    let bare = Bare::make()?;
    found(&format!("An empty Debian {} is in {}", bare::SUITE, bare.root().display()));
    bare.apt_get(&["satisfy", &depends])?;
    let packages = bare.packages()?;
    let before = Inventory::of(bare.root())?;
    found(&format!("With what the package depends on: {} packages, {} files", packages.len(), before.len()));

    bare.install(deb)?;
    let more: Vec<_> = bare.packages()?.difference(&packages).cloned().collect();
    if more != [NAME] {
        bail!("more was installed than the package: {}", more.join(", "));
    }
    found("Installed, with nothing but what it says it depends on");

    let display = Xvfb::start()?;
    let plain = start::plain(&bare, &display)?;
    found("Started as an ordinary user, without a bus or a keychain; the window has come to rest");

    bare.apt_get(&["purge", NAME])?;
    let left = before.compare(&Inventory::of(bare.root())?);
    if !left.is_empty() {
        bail!("removing the package did not leave the system as it was:\n  {}", left.join("\n  "));
    }
    if bare.packages()? != packages {
        bail!("removing the package did not leave the packages as they were");
    }
    found(&format!("Removed: every file is as before; the person keeps {}", start::kept(&bare)?.join(", ")));

    bare.install(deb)?;
    bare.apt_get(&["install", "webkit2gtk-driver"])?;
    start::compare(&bare, &display, &plain)?;
    found(
        "The plain start had shown the practice account's first distribution, says a WebDriver that was installed since",
    );
    bare.remove()
}
