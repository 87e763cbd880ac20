//! Measures the app beside its peers, in one run and on one machine.

mod launch;
mod processes;
mod screen;
mod sizes;
mod start;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use duct::cmd;

use crate::setup::{self, Part};
use crate::{build, files, say};

/// What is measured.
#[derive(Args)]
pub struct Bench {
    /// These alone; all of them without
    #[arg(value_enum)]
    names: Vec<Name>,
}

/// What can be measured, in the order in which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Name {
    /// From the process's start to a window that can be used
    Start,
    /// The memory of all its processes
    Memory,
    /// The package's and the program's size
    Size,
    /// One batch, from the engine's call to the answer stored
    Send,
    /// Checks and price of 100,000 lines and of 1,000,000
    Checks,
    /// The month's ledger of 4,000 invalidations
    Ledger,
    /// A history of 100,000 invalidations, and a list of 5,000 saved batches
    History,
}

/// Prints the rows. A goal that is not met is no error.
pub fn run(bench: &Bench) -> Result<()> {
    let is_wanted = |name: Name| bench.names.is_empty() || bench.names.contains(&name);
    setup::prepare(Part::BENCH)?;
    if is_wanted(Name::Send) || is_wanted(Name::Ledger) {
        setup::prepare_test_servers()?;
    }
    let windows = [Name::Start, Name::Memory, Name::Size].into_iter().any(is_wanted);
    if windows {
        build_release()?;
    }
    if is_wanted(Name::Start) || is_wanted(Name::Memory) {
        start::measure(is_wanted(Name::Start), is_wanted(Name::Memory))?;
    }
    if is_wanted(Name::Size) {
        sizes::measure()?;
    }
    for (name, package, benches) in [
        (Name::Send, "faults", &["send"][..]),
        (Name::Checks, "domain", &["checks"]),
        (Name::Ledger, "faults", &["ledger"]),
        (Name::History, "store", &["history", "batches"]),
    ] {
        for bench in benches.iter().filter(|_| is_wanted(name)) {
            let measured = cmd(files::cargo(), ["bench", "--quiet", "--package", package, "--bench", bench])
                .dir(files::root())
                .run();
            measured.with_context(|| format!("the bench {bench} of {package} failed"))?;
        }
    }
    Ok(())
}

/// The app as it is released, and the empty window that it is measured against.
fn build_release() -> Result<()> {
    build::pages()?;
    say::note("Building the window as it is released, and an empty one");
    cmd(files::cargo(), ["build", "--release", "--package", "housekeeper", "--package", "empty", "--bins"])
        .dir(files::root())
        .stdout_to_stderr()
        .run()
        .context("the windows could not be built")?;
    Ok(())
}

/// A program that [`build_release`] has built.
fn released(name: &str) -> std::path::PathBuf {
    files::target().join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
