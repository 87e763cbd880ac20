//! The crash campaign: many runs, and what came of them.

mod kills;
mod oracle;
mod record;
mod run;
mod table;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;
use futures::StreamExt;
use indicatif::{ProgressBar, ProgressStyle};

pub use kills::Kills;
pub use oracle::Verdict;
pub use table::table;

use crate::{Tally, note};
use run::Report;

/// What a campaign does.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The program `faults`, which is the server and the app of every run.
    pub program: PathBuf,
    /// Where the folders of runs are made. Those of runs that failed stay.
    pub folder: PathBuf,
    /// What decides, with a run's number, its intents, its faults and its kills.
    ///
    /// What the clock makes of them differs from time to time: a kill may come before or after the same write.
    pub seed: u64,
    /// The number of the first run.
    pub first: u32,
    /// How many runs.
    pub runs: u32,
    /// How many at a time.
    pub jobs: usize,
    /// The app's own program, where some runs are to have its window; a display must be there.
    pub window: Option<PathBuf>,
}

/// What came of all runs.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// How many runs there were.
    pub runs: u32,
    /// How many intents were to be sent.
    pub intents: usize,
    /// The faults that were injected.
    pub faults: Tally,
    /// The kills of the app.
    pub kills: Kills,
    /// How often the app's window was opened, to be killed later.
    pub windows: u32,
    /// What the server's record says.
    pub verdict: Verdict,
    /// Runs that did not come to an end.
    pub unfinished: u32,
    /// What was wrong, a line each.
    pub problems: Vec<String>,
    /// How long it took.
    pub time: Duration,
}

impl Totals {
    /// Whether everything is there, once, in order, as the app's history says, and every run came to its end.
    pub fn is_well(&self) -> bool {
        self.verdict.is_well() && self.unfinished == 0 && self.problems.is_empty()
    }

    fn add(&mut self, report: Report) {
        self.runs += 1;
        self.intents += report.intents;
        self.faults.add(&report.faults);
        self.kills.add(&report.kills);
        self.windows += report.windows;
        self.verdict.add(&report.verdict);
        self.unfinished += u32::from(!report.finished);
        self.problems.extend(report.problems);
    }

    /// What the bar says beside it.
    fn so_far(&self) -> String {
        let Verdict { lost, doubled, out_of_order, .. } = self.verdict;
        let (faults, kills) = (self.faults.sum(), self.kills.sum());
        format!("{faults} faults, {kills} kills; lost {lost}, doubled {doubled}, out of order {out_of_order}")
    }
}

/// What came of a relaunch: 10,000 items on one distribution, and the app killed twice while it sends them.
#[derive(Clone, Debug)]
pub struct Relaunch {
    /// What the server's record says.
    pub verdict: Verdict,
    /// What was wrong, a line each.
    pub problems: Vec<String>,
    /// How many submissions the app made of it.
    pub submissions: usize,
    /// How often the service said that a quota was used up.
    pub too_many: usize,
    /// The kills of the app.
    pub kills: u32,
}

/// Sends 9,000 files and 1,000 wildcards to one distribution, through two restarts.
///
/// # Errors
/// When it cannot be set up at all.
pub async fn relaunch(settings: &Settings) -> Result<Relaunch> {
    let report = run::relaunch(settings).await?;
    let Report { verdict, problems, submissions, too_many, kills, .. } = report;
    Ok(Relaunch { verdict, problems, submissions, too_many, kills: kills.sum() })
}

/// Runs a campaign, with a bar that says how far it is where there is a terminal.
///
/// # Errors
/// When a run cannot be set up at all. What goes wrong within a run is in the totals.
pub async fn run(settings: &Settings) -> Result<Totals> {
    let bar = ProgressBar::new(settings.runs.into());
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} runs, {elapsed}, {eta} left; {msg}") {
        bar.set_style(style);
    }
    let begun = Instant::now();
    let mut totals = Totals::default();
    let numbers = settings.first..settings.first.saturating_add(settings.runs);
    let mut runs =
        futures::stream::iter(numbers).map(|number| run::run(settings, number)).buffer_unordered(settings.jobs);
    while let Some(report) = runs.next().await {
        totals.add(report?);
        bar.set_message(totals.so_far());
        bar.inc(1);
        // Into a file or a log goes a line now and then.
        if bar.is_hidden() && totals.runs.is_multiple_of(settings.runs.div_ceil(20)) {
            note(&format!("{} of {} runs: {}", totals.runs, settings.runs, totals.so_far()));
        }
    }
    bar.finish_and_clear();
    totals.time = begun.elapsed();
    Ok(totals)
}
