//! What the queue shows of itself.

use std::collections::HashMap;

use domain::queue::WaitsFor;
use domain::submission::{Outline, RunId, State, Submission};
use domain::{Item, Target};
use jiff::Timestamp;

use crate::housekeeper::lock;
use crate::{ConnectionId, Failure, Housekeeper};

/// How many runs cross to the window: whoever has more waiting sees how many more.
const SHOWN: usize = 50;

/// How many items of a run its row shows.
const PREVIEWED: usize = 3;

/// What a queued submission waits for, and about how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// What it waits for.
    pub waits_for: WaitsFor,
    /// About when it goes out; `None` where nobody can say.
    pub about: Option<Timestamp>,
}

/// A run of which something waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedRun {
    /// Which run.
    pub run: RunId,
    /// The first of its submissions that waits, with the items of that one.
    pub first: Submission,
    /// How many items wait.
    pub items: usize,
    /// How many submissions it has, those aside that others stand in for.
    pub parts: usize,
    /// How many of them wait.
    pub waiting: usize,
    /// What the first waits for; `None` in its time to be undone.
    pub waits: Option<Waits>,
    /// Whether that time goes on by itself; otherwise the person is asked.
    pub is_counting: bool,
}

/// What waits, of all accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// Whether the person has paused it.
    pub is_paused: bool,
    /// How many runs wait.
    pub total: usize,
    /// The first of them, in the order in which they go out.
    pub runs: Vec<QueuedRun>,
}

/// What is to be said of a submission beside its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which part of its run it is, from 1.
    pub part: usize,
    /// How many parts the run has, those aside that others stand in for.
    pub parts: usize,
    /// Whether others stand in for it.
    pub is_replaced: bool,
    /// Whether its time to be undone goes on by itself.
    pub is_counting: bool,
    /// What it waits for, where it is queued.
    pub waits: Option<Waits>,
    /// About when it is done, where it is in progress.
    pub expected: Option<Timestamp>,
}

impl Waits {
    /// Whether it waits for the person to say that it is still wanted.
    pub fn is_for_a_decision(&self) -> bool {
        self.waits_for == WaitsFor::Decision
    }
}

impl QueuedRun {
    /// The first items that wait.
    pub fn preview(&self) -> &[Item] {
        let items = self.first.order.batch.items();
        &items[..items.len().min(PREVIEWED)]
    }
}

impl Housekeeper {
    /// What waits, in the order in which it goes out.
    pub async fn queue(&self) -> Result<Queue, Failure> {
        let is_paused = self.world.records.queue_is_paused().await?;
        let (total, runs) = self.queued_runs(|_| true).await?;
        Ok(Queue { is_paused, total, runs })
    }

    /// What waits for one target.
    pub async fn target_queue(&self, connection: &ConnectionId, target: &Target) -> Result<Vec<QueuedRun>, Failure> {
        let account = self.open(connection).await?.account;
        let (_, runs) = self.queued_runs(|one| one.account == account && one.target == *target).await?;
        Ok(runs)
    }

    /// What goes out only when the person says so: it was in its time to be undone when the app ended or the computer
    /// slept, or it is old.
    pub async fn asks(&self) -> Result<Vec<QueuedRun>, Failure> {
        let undecided = lock(&self.shared.undecided).clone();
        let asks = |one: &Outline| match one.state {
            State::Waiting(_) => !self.is_counting(one.run),
            _ => undecided.contains(&one.run),
        };
        let (_, runs) = self.queued_runs(asks).await?;
        Ok(runs)
    }

    /// The runs that have something waiting of which `is_asked_for` is true: how many, and the first of them.
    async fn queued_runs(&self, is_asked_for: impl Fn(&Outline) -> bool) -> Result<(usize, Vec<QueuedRun>), Failure> {
        let unsettled = self.world.records.unsettled().await?;
        let mut runs: Vec<(RunId, Vec<&Outline>)> = Vec::new();
        let mut place = HashMap::new();
        let waiting = unsettled.iter().filter(|one| matches!(one.state, State::Waiting(_) | State::Queued(_)));
        for one in waiting.filter(|one| is_asked_for(one)) {
            let place = *place.entry(one.run).or_insert_with(|| {
                runs.push((one.run, Vec::new()));
                runs.len() - 1
            });
            runs[place].1.push(one);
        }
        let total = runs.len();
        let waits = self.all_waits(&unsettled).await?;
        let mut rows = Vec::new();
        for (run, waiting) in runs.into_iter().take(SHOWN) {
            let Some(first) = waiting.first() else { continue };
            rows.push(QueuedRun {
                run,
                first: self.submission_of(first.id).await?,
                items: waiting.iter().map(|one| one.load.items()).sum(),
                parts: self.parts_of(run).await?.len(),
                waiting: waiting.len(),
                waits: waits.get(&first.id).cloned(),
                is_counting: self.is_counting(run),
            });
        }
        Ok((total, rows))
    }

    /// What is to be said of submissions beside their states, in their order.
    pub async fn standings(&self, submissions: &[Submission]) -> Result<Vec<Standing>, Failure> {
        let is_queued = |one: &Submission| matches!(one.state, State::Queued(_));
        let waits = if submissions.iter().any(is_queued) {
            self.all_waits(&self.world.records.unsettled().await?).await?
        } else {
            HashMap::new()
        };
        let mut asked: Vec<RunId> = submissions.iter().map(|submission| submission.run).collect();
        asked.sort_unstable();
        asked.dedup();
        let runs = self.world.records.parts_of_runs(&asked).await?;
        let mut standings = Vec::with_capacity(submissions.len());
        for submission in submissions {
            let run = submission.run;
            let parts = runs.get(&run).map_or(&[][..], Vec::as_slice);
            let before = parts.iter().take_while(|part| part.id != submission.id);
            let expected = match &submission.state {
                State::InProgress(state) => state.created.checked_add(self.typical(&submission.account).await?).ok(),
                _ => None,
            };
            standings.push(Standing {
                // One that others stand in for is no part any more: it is counted where they begin.
                part: before.filter(|part| !part.is_replaced).count() + 1,
                parts: parts.iter().filter(|part| !part.is_replaced).count(),
                is_replaced: parts.iter().any(|part| part.id == submission.id && part.is_replaced),
                is_counting: self.is_counting(run),
                waits: waits.get(&submission.id).cloned(),
                expected,
            });
        }
        Ok(standings)
    }
}
