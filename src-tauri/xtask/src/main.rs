//! The project's own commands: `cargo xtask run`, `build`, `test`, `campaign`, `bench`, `fuzz`, `package` and `bindings`.
//!
//! Each sets up what it needs first, and says nothing of what is already there: system libraries and tools
//! ([`setup`]), the UI's packages, and for the tests the servers of other people's making.

mod bench;
mod build;
mod campaign;
mod display;
mod driver;
mod files;
mod fuzz;
mod package;
mod run;
mod say;
mod screenshot;
mod setup;
mod stamp;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's own commands, set-up included.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Open the window on the practice account, with data of its own under target/run
    Run {
        /// Save a picture of the ready window as PNG, and end
        #[arg(long, value_name = "FILE")]
        screenshot: Option<PathBuf>,
    },
    /// Build the window's program with its pages inside; the last line is its path
    Build,
    /// Check and test everything; the last lines sum up what ran
    Test,
    /// Kill the app while it sends, many times; the last line says what was lost, doubled or out of order
    Campaign(campaign::Campaign),
    /// Measure the app beside its peers, a line a row; a goal that is not met says so in its line
    Bench(bench::Bench),
    /// Fuzz the importers; not a part of `test`
    Fuzz(fuzz::Fuzz),
    /// Make the packages of this system; the last lines are their paths and sizes
    Package(package::Package),
    /// Write the TypeScript bindings of the window's commands anew
    Bindings,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Run { screenshot } => run::run(screenshot.as_deref()),
        Command::Build => build::build().map(|program| say::result(&program.display().to_string())),
        Command::Test => test::test(),
        Command::Campaign(campaign) => campaign::run(&campaign),
        Command::Bench(bench) => bench::run(&bench),
        Command::Fuzz(fuzz) => fuzz::run(&fuzz),
        Command::Package(package) => package::run(&package),
        Command::Bindings => build::bindings(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::note(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
