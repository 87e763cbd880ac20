//! Checks and tests everything, goes on after a failure, and sums up what ran.

mod counts;
mod dependencies;
mod summary;

use std::io::{BufRead, BufReader};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use duct::{Expression, cmd};

use crate::setup::{self, Part};
use crate::{build, files, say};
use counts::Counts;
use summary::Outcome;

/// Runs every step and prints the summary; the error is that a step failed.
///
/// Every compilation of Rust uses the same packages and features, and the pages are built before the first of them, so
/// that nothing is compiled twice.
pub fn test() -> Result<()> {
    let mut ran = vec![done("Set-up", || {
        setup::prepare(Part::TEST)?;
        setup::prepare_test_servers()?;
        dependencies::CARGO_DENY.prepare().map(drop)
    })];
    // Without its tools no other step could tell anything.
    if ran.iter().all(|outcome| outcome.passed) {
        ran.push(done("Pages: dependencies", dependencies::of_the_pages));
        ran.push(done("Pages: build", build::pages));
        ran.extend(steps().into_iter().map(Step::run));
    }
    for line in summary::lines(&ran) {
        say::result(&line);
    }
    if ran.iter().any(|outcome| !outcome.passed) {
        bail!("not everything passed");
    }
    Ok(())
}

/// A command whose output is passed on as it comes, and read for its counts.
struct Step {
    name: &'static str,
    command: Expression,
    counts: fn(&str) -> Option<Counts>,
}

fn steps() -> Vec<Step> {
    let cargo = |arguments: &[&str]| cmd(files::cargo(), arguments).dir(files::root());
    let npm = |script: &str| cmd(setup::npm(), ["run", "--silent", script]).dir(files::ui());
    let uncounted: fn(&str) -> Option<Counts> = |_| None;
    vec![
        Step { name: "Rust: dependencies", command: dependencies::of_the_app(), counts: uncounted },
        Step { name: "Rust: formatting", command: cargo(&["fmt", "--all", "--check"]), counts: uncounted },
        Step { name: "Pages: lint and formatting", command: npm("check"), counts: uncounted },
        Step { name: "Pages: types", command: npm("typecheck"), counts: uncounted },
        Step { name: "Pages: tests", command: npm("test"), counts: counts::of_vitest },
        Step {
            name: "Rust: clippy",
            // All targets but those that no test run takes by itself; the desktop tests are named for that reason.
            command: cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--test",
                "desktop",
                "--",
                "--deny",
                "warnings",
            ]),
            counts: uncounted,
        },
        Step {
            name: "Rust: tests",
            command: cargo(&["test", "--workspace", "--no-fail-fast"]),
            counts: counts::of_cargo,
        },
        Step {
            name: "Desktop tests",
            // Each has a display, a bus, a keychain, a window and perhaps a server of its own: two at a time fill a
            // small machine.
            command: cargo(&["test", "--workspace", "--test", "desktop", "--", "--test-threads=2"]),
            counts: counts::of_cargo,
        },
    ]
}

impl Step {
    fn run(self) -> Outcome {
        say::note(&format!("\n── {} ──", self.name));
        let start = Instant::now();
        let ran = pass_on(&self.command);
        if let Err(error) = &ran {
            say::note(&format!("{}: {error:#}", self.name));
        }
        let (passed, output) = ran.unwrap_or((false, String::new()));
        Outcome { name: self.name, passed, counts: (self.counts)(&output), time: start.elapsed() }
    }
}

/// Runs a command, prints its lines as they come, and gives whether it succeeded and all that it printed.
fn pass_on(command: &Expression) -> Result<(bool, String)> {
    let handle = command.stderr_to_stdout().unchecked().reader().context("it cannot be started")?;
    let mut lines = BufReader::new(&handle);
    let mut output = String::new();
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        say::result(text.trim_end_matches('\n'));
        output.push_str(&text);
        line.clear();
    }
    let status = handle.try_wait()?.context("it closed its output before it ended")?.status;
    Ok((status.success(), output))
}

/// A part of the work that this tool does itself.
fn done(name: &'static str, work: impl FnOnce() -> Result<()>) -> Outcome {
    let start = Instant::now();
    let ended = work();
    if let Err(error) = &ended {
        say::note(&format!("{name}: {error:#}"));
    }
    Outcome { name, passed: ended.is_ok(), counts: None, time: start.elapsed() }
}
