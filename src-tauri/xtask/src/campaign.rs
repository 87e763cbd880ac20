//! Runs the crash campaign.

use std::fs;

use anyhow::{Context, Result, bail};
use clap::Args;
use duct::cmd;

use crate::display::Xvfb;
use crate::setup::{self, Part};
use crate::{build, files, say};

/// What the campaign is told.
#[derive(Args)]
pub struct Campaign {
    /// How many runs
    #[arg(long, default_value_t = 100)]
    runs: u32,
    /// What decides the intents, the faults and the kills of every run
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The first run's number, to repeat one that failed
    #[arg(long, default_value_t = 1)]
    from: u32,
    /// How many runs at a time; by default as many as there are processors
    #[arg(long)]
    jobs: Option<usize>,
}

/// Builds the campaign's program and runs it; the error is that something was lost, doubled or out of order.
pub fn run(campaign: &Campaign) -> Result<()> {
    setup::prepare(Part::CAMPAIGN)?;
    // Some runs have the window, and the app's library is in the campaign's own program.
    let window = build::program()?;
    say::note("Building the crash campaign");
    // The whole workspace, as the tests are built: nothing is then compiled twice.
    cmd(files::cargo(), ["build", "--workspace", "--bin", "faults"])
        .dir(files::root())
        .stdout_to_stderr()
        .run()
        .context("the crash campaign could not be built")?;

    let program = files::target().join("debug").join(format!("faults{}", std::env::consts::EXE_SUFFIX));
    let folder = files::target().join("campaign");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut arguments = vec!["campaign".to_owned(), "--folder".to_owned(), folder.display().to_string()];
    let mut add = |name: &str, value: String| arguments.extend([name.to_owned(), value]);
    add("--runs", campaign.runs.to_string());
    add("--seed", campaign.seed.to_string());
    add("--from", campaign.from.to_string());
    add("--window", window.display().to_string());
    if let Some(jobs) = campaign.jobs {
        add("--jobs", jobs.to_string());
    }
    // Its windows have a display of their own, so that they come and go before nobody's eyes.
    let display = if cfg!(target_os = "linux") { Some(Xvfb::start()?) } else { None };
    let mut command = cmd(program, arguments);
    if let Some(display) = &display {
        command = command.env("DISPLAY", &display.name);
    }
    if !command.unchecked().run().context("the crash campaign cannot be started")?.status.success() {
        bail!("the campaign failed; the lines above say how");
    }
    Ok(())
}
