//! A run: one click of a person, which is one submission or more.

use std::time::Duration;

use domain::submission::{RunId, State, Submission, SubmissionId};
use domain::{AccountKey, Item};

use crate::{Change, Failure, Housekeeper};

/// How many past invalidations of an account tell how long one takes.
const LEARNED_FROM: u32 = 20;

/// How long an invalidation takes where an account has no history yet: under 25 seconds for 95 of 100, the report of its
/// status included (AWS What's New, 29 April 2026).
const DOCUMENTED: Duration = Duration::from_secs(25);

/// How a run ended: counts of its submissions, those aside that others stand in for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunSummary {
    /// Which run.
    pub run: RunId,
    /// The first of its submissions, for what they have in common.
    pub first: Submission,
    /// How many submissions.
    pub submissions: usize,
    /// How many items they carry.
    pub items: usize,
    /// How many are done.
    pub completed: usize,
    /// How many were taken, and cannot be followed.
    pub accepted: usize,
    /// How many were refused.
    pub refused: usize,
    /// How many were taken back.
    pub withdrawn: usize,
}

/// The items of a run that were not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunItems {
    /// What the person called it.
    pub name: String,
    /// The items, in order.
    pub items: Vec<Item>,
}

impl Housekeeper {
    /// How a run ended, or how far it is.
    pub async fn run_summary(&self, run: RunId) -> Result<RunSummary, Failure> {
        let parts = self.world.records.parts(run).await?;
        let first = self.submission_of(SubmissionId(run.0)).await?;
        let mut summary =
            RunSummary { run, first, submissions: 0, items: 0, completed: 0, accepted: 0, refused: 0, withdrawn: 0 };
        for part in parts.iter().filter(|part| !part.is_replaced) {
            summary.submissions += 1;
            summary.items += part.load.items();
            match part.state {
                State::Completed(_) => summary.completed += 1,
                State::Accepted(_) => summary.accepted += 1,
                State::Refused(_) => summary.refused += 1,
                State::Withdrawn(_) => summary.withdrawn += 1,
                _ => {}
            }
        }
        Ok(summary)
    }

    /// The items of a run, in order, to be put into an editor: those that were taken are left out, unless all were.
    pub async fn run_items(&self, run: RunId) -> Result<RunItems, Failure> {
        let parts = self.world.records.parts(run).await?;
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_replaced).collect();
        let taken = |state: &State| state.invalidation().is_some();
        let all_taken = parts.iter().all(|part| taken(&part.state));
        let mut all = RunItems { name: self.submission_of(SubmissionId(run.0)).await?.name, items: Vec::new() };
        for part in parts.iter().filter(|part| all_taken || !taken(&part.state)) {
            all.items.extend(self.submission_of(part.id).await?.order.batch.items().iter().cloned());
        }
        Ok(all)
    }

    /// The numbers of a run's submissions, in their order, those aside that others stand in for.
    pub(crate) async fn parts_of(&self, run: RunId) -> Result<Vec<SubmissionId>, Failure> {
        let parts = self.world.records.parts(run).await?;
        Ok(parts.into_iter().filter(|part| !part.is_replaced).map(|part| part.id).collect())
    }

    /// Tells that a run has ended, where nothing of it is unsettled.
    pub(crate) async fn tell_if_ended(&self, run: RunId) {
        match self.world.records.parts(run).await {
            Ok(parts) if parts.iter().all(|part| part.is_replaced || part.state.is_settled()) => {
                self.tell(Change::RunEnded(run));
            }
            Ok(_) => {}
            Err(failure) => {
                tracing::warn!(run = run.0, failure = %failure.logged(), "whether a run has ended is not known")
            }
        }
    }

    /// How long an invalidation of an account mostly takes: the middle of the latest ones.
    pub(crate) async fn typical(&self, account: &AccountKey) -> Result<Duration, Failure> {
        let mut times = self.world.records.completion_times(account, LEARNED_FROM).await?;
        times.sort_unstable();
        // The end is seen by this computer's clock and the beginning told by CloudFront's, so a time may be negative.
        let middle = times.get(times.len() / 2).and_then(|time| Duration::try_from(*time).ok());
        Ok(middle.unwrap_or(DOCUMENTED).max(Duration::from_secs(1)))
    }
}
