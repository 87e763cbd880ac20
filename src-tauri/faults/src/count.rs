//! The month's ledger of an account, counted by the app without its window, in a process of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use engine::{ConnectionId, Housekeeper, MonthFigure, Pace};
use housekeeper_lib::{Place, open_house};
use serde::{Deserialize, Serialize};

use crate::processes::Ground;
use crate::sender::connection;

/// How long nothing may be heard of before the month is looked at all the same.
const LOOK: Duration = Duration::from_millis(50);

/// What came of a count.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Counted {
    /// How long the figure took that was there before, right after the house was opened.
    pub stored_took: Duration,
    /// How many items that figure had.
    pub stored_items: u64,
    /// How long the count took, until the figure said so.
    pub took: Duration,
    /// How many steps of its progress were told while it went on.
    pub told: u32,
    /// With how many invalidations.
    pub invalidations: u64,
    /// How many items, by the id of the target.
    pub items: BTreeMap<String, u64>,
    /// What was left out, and why the count did not come to its end, in the engine's own words; empty where all is well.
    pub problems: Vec<String>,
}

/// Opens the house in the data folder that the environment names, looks at the month as it is known, and counts it to
/// the end.
///
/// # Errors
/// When the house cannot be opened, or its records cannot be read.
pub async fn run(endpoint: &str) -> Result<Counted> {
    let house = open_house(&Place::from_environment(), Pace::default()).await.map_err(|problem| anyhow!(problem))?;
    let connection = connection(&house, endpoint).await?;
    let begun = Instant::now();
    let stored = house.month(&connection).await?;
    let stored_took = begun.elapsed();
    let begun = Instant::now();
    let (month, told) = count(&house, &connection).await?;
    let took = begun.elapsed();
    let costs = house.costs(&connection, None).await?;
    let problems = month.count.gaps.iter().map(|gap| format!("{gap:?}"));
    Ok(Counted {
        stored_took,
        stored_items: stored.items,
        took,
        told,
        invalidations: month.invalidations,
        items: costs.targets.into_iter().map(|share| (share.target.id().to_owned(), share.items)).collect(),
        problems: problems.chain(month.count.stopped.map(|stopped| format!("{stopped:?}"))).collect(),
    })
}

/// Counts, and looks at the figure whenever the engine says that there is something new, as the window does.
async fn count(house: &Housekeeper, connection: &ConnectionId) -> Result<(MonthFigure, u32)> {
    let mut changes = house.changes();
    house.count_month(connection, true).await?;
    let mut told = 0;
    loop {
        let month = house.month(connection).await?;
        if month.counting.is_none() {
            return Ok((month, told));
        }
        // Whatever it is, or that there were too many, is a reason to look.
        told += u32::from(tokio::time::timeout(LOOK, changes.recv()).await.is_ok());
    }
}

/// A place where one app after the other counts, each with what the ones before it have stored.
#[derive(Debug)]
pub struct Office {
    program: PathBuf,
    ground: Ground,
}

impl Office {
    /// Lays it out in an empty folder; `program` is this crate's.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn lay(program: &Path, folder: &Path) -> Result<Self> {
        Ok(Self { program: program.to_owned(), ground: Ground::lay(folder, &[])? })
    }

    /// Counts the month of the account at an endpoint.
    ///
    /// # Errors
    /// When the process does not come to its end well; what it said is in the error.
    pub async fn count(&self, endpoint: &str) -> Result<Counted> {
        let mut app = self.ground.app(&self.program)?;
        let output = app.args(["count", "--endpoint", endpoint]).stdin(Stdio::null()).stdout(Stdio::piped()).output();
        let output = output.await.with_context(|| format!("{} cannot be started", self.program.display()))?;
        ensure!(output.status.success(), "the count ended with {}: {}", output.status, self.ground.log());
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}
