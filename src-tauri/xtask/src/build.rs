//! Builds the pages, the program they are inside of, and the bindings between the two.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use duct::cmd;

use crate::setup::{self, Part};
use crate::stamp::Stamp;
use crate::{files, say};

/// Set, the test that compares the bindings writes them instead.
const WRITE_BINDINGS: &str = "HOUSEKEEPER_WRITE_BINDINGS";

/// Sets up and builds everything, and gives the program's path.
///
/// The program is a copy in a place of its own, so that a build made meanwhile does not replace it under a window or a
/// test that uses it.
pub fn build() -> Result<PathBuf> {
    setup::prepare(Part::BUILD)?;
    program()
}

/// Builds the pages and the program, and gives the path of its copy; the set-up is done before.
pub fn program() -> Result<PathBuf> {
    pages()?;
    say::note("Building the window");
    // With the whole workspace's choice of features, as the tests are built: with the app's own alone, one would compile
    // again what the other had compiled.
    cmd(files::cargo(), ["build", "--workspace", "--bin", "housekeeper"])
        .dir(files::root())
        .stdout_to_stderr()
        .run()
        .context("the window could not be built")?;

    let name = format!("housekeeper{}", std::env::consts::EXE_SUFFIX);
    let built = files::target().join("debug").join(&name);
    let folder = files::target().join("desktop");
    let program = folder.join(&name);
    // Put in place by a rename: the copy that is there may be running, and a running program cannot be written to.
    let copied = fs::create_dir_all(&folder)
        .and_then(|()| fs::copy(&built, folder.join("housekeeper.new")))
        .and_then(|_| fs::rename(folder.join("housekeeper.new"), &program));
    copied.with_context(|| format!("{} could not be copied to {}", built.display(), program.display()))?;
    Ok(program)
}

/// Builds the pages into ui/dist, where their sources changed since they were last built.
pub fn pages() -> Result<()> {
    let ui = files::ui();
    let mut inputs: Vec<PathBuf> = fs::read_dir(&ui)
        .with_context(|| format!("cannot read {}", ui.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    // What npm and Vite write themselves; everything else in the folder may decide what the pages become.
    inputs.retain(|path| !["node_modules", "dist"].iter().any(|made| path.ends_with(made)));
    inputs.sort();
    let stamp = Stamp::of(files::target().join("stamps/ui-pages"), &inputs)?;
    if stamp.is_current() && ui.join("dist/index.html").is_file() {
        return Ok(());
    }
    say::note("Building the pages");
    cmd(setup::npm(), ["run", "--silent", "build"])
        .dir(&ui)
        .stdout_to_stderr()
        .run()
        .context("the pages could not be built (npm run build in ui/)")?;
    stamp.keep()
}

/// Writes ui/src/ipc/generated/bindings.ts anew, from the commands as they are in Rust, and which of them the window may
/// call: all.
///
/// The test that holds them fresh writes them when asked to, so that what is compared and what is written cannot
/// differ.
pub fn bindings() -> Result<()> {
    setup::prepare(Part::BUILD)?;
    cmd(files::cargo(), ["test", "--workspace", "--test", "app", "--", "bindings", "capabilities"])
        .dir(files::root())
        .env(WRITE_BINDINGS, "1")
        .stdout_to_stderr()
        .run()
        .context("the bindings could not be written")?;
    say::result(&files::ui().join("src/ipc/generated/bindings.ts").display().to_string());
    Ok(())
}
