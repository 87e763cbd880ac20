//! Fuzzes the importers: every target of `src-tauri/formats/fuzz`, for some minutes each.

use std::ffi::OsString;
use std::fs;

use anyhow::{Context, Result, bail};
use clap::Args;
use duct::cmd;

use crate::setup::Tool;
use crate::{files, say};

/// The targets, each one importer.
const TARGETS: [&str; 5] = ["json", "text", "csv", "sitemap", "gzip"];

/// What the targets are run with.
const CARGO_FUZZ: Tool = Tool { name: "cargo-fuzz", version: "0.13.2", features: "", unoptimised: false };

/// The most memory that a target may take, in MB.
const MOST_MB: u32 = 500;

/// The longest that one input may take, in seconds; more is a hang.
const LONGEST: u32 = 20;

/// What fuzzing is told.
#[derive(Args)]
pub struct Fuzz {
    /// How long each target runs
    #[arg(long, default_value_t = 600)]
    seconds: u32,
    /// One target alone
    #[arg(long, value_parser = TARGETS)]
    target: Option<String>,
    /// The largest input, in bytes
    #[arg(long, default_value_t = 65_536)]
    most_bytes: u32,
}

/// Runs the targets one after another; the error is that one panicked, hung or took too much memory.
pub fn run(fuzz: &Fuzz) -> Result<()> {
    let path = tools()?;
    let folder = files::root().join("src-tauri/formats/fuzz");
    let built = files::target().join("fuzz");
    for target in TARGETS.into_iter().filter(|target| fuzz.target.as_deref().is_none_or(|only| only == *target)) {
        say::note(&format!("Fuzzing {target} for {} s", fuzz.seconds));
        // What is found anew stays out of the repo; the corpus there is small, and read all the same.
        let found = built.join("corpus").join(target);
        fs::create_dir_all(&found).with_context(|| format!("cannot make {}", found.display()))?;
        let mut arguments: Vec<String> = ["run", "nightly", "cargo", "fuzz", "run", target].map(str::to_owned).into();
        // No sanitizer: the importers have no `unsafe`, and the memory that one takes for itself would be counted.
        arguments.extend(["--sanitizer", "none", "--fuzz-dir"].map(str::to_owned));
        arguments.extend([folder.display().to_string(), "--target-dir".to_owned(), built.display().to_string()]);
        arguments.extend([found, folder.join("corpus").join(target)].map(|corpus| corpus.display().to_string()));
        arguments.push("--".to_owned());
        arguments.push(format!("-max_total_time={}", fuzz.seconds));
        arguments.push(format!("-rss_limit_mb={MOST_MB}"));
        arguments.push(format!("-timeout={LONGEST}"));
        arguments.push(format!("-max_len={}", fuzz.most_bytes));
        arguments.push("-print_final_stats=1".to_owned());
        let ran = cmd("rustup", arguments)
            .dir(folder.parent().unwrap_or(&folder))
            .env("PATH", &path)
            // The compiler that runs this command would be handed down, and it is not the nightly one.
            .env_remove("RUSTUP_TOOLCHAIN")
            .env_remove("CARGO")
            .stdout_to_stderr()
            .unchecked()
            .run()
            .context("rustup cannot be started: the fuzzer needs it for a nightly compiler")?;
        if !ran.status.success() {
            bail!("{target} failed; the lines above say how, and which file shows it again");
        }
        say::result(&format!("{target}: {} s without a panic, a hang or more than {MOST_MB} MB", fuzz.seconds));
    }
    Ok(())
}

/// A nightly compiler and cargo-fuzz, where they are missing; what `PATH` has to be to find the latter.
fn tools() -> Result<OsString> {
    let has_nightly = cmd!("rustup", "run", "nightly", "rustc", "--version").stdout_null().stderr_null().unchecked();
    if !has_nightly.run().is_ok_and(|ran| ran.status.success()) {
        say::note("Installing a nightly compiler");
        cmd!("rustup", "toolchain", "install", "nightly", "--profile", "minimal")
            .stdout_to_stderr()
            .run()
            .context("a nightly compiler could not be installed")?;
    }
    CARGO_FUZZ.prepare()
}
