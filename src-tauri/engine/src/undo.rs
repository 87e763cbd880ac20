//! The time in which a person can take back what they asked for.
//!
//! CloudFront cannot cancel an invalidation, so the app waits before it sends one. That time is measured by the monotonic
//! clock, and only while the app runs and the computer is awake: what was still in it at a crash or a sleep is sent only
//! when the person says so.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use domain::AccountKey;
use domain::queue::WaitsFor;
use domain::submission::{Outline, Queued, RunId, State, Submission, SubmissionId, Waiting};
use jiff::SignedDuration;

use crate::age::Clocks;
use crate::housekeeper::lock;
use crate::ports::{Move, NewSubmission};
use crate::submit::waits;
use crate::{Change, Failure, Housekeeper};

/// How far the wall's clock may go from the monotonic one in that time: clocks are nudged now and then.
const NUDGED: SignedDuration = SignedDuration::from_secs(2);

/// How late that time may end: where the monotonic clock goes on in a sleep, as on Windows, this is how a sleep shows.
const LATE: Duration = Duration::from_secs(30);

/// How often a change is tried again because somebody else was quicker.
const TRIES: u32 = 8;

/// A run's time to be undone. Whoever takes it out of the house's map, or puts another there, has ended it.
#[derive(Clone, Debug, Default)]
pub(crate) struct CountDown {
    this: Arc<()>,
    /// Whether it is stopped while a person answers whether the window may close.
    is_held: bool,
}

impl Housekeeper {
    /// Lets a run go out after its time to be undone.
    pub(crate) fn count_down(&self, run: RunId, undo: Duration) {
        let this_one = CountDown::default();
        lock(&self.shared.counting).insert(run, this_one.clone());
        let this = self.clone();
        tokio::spawn(async move {
            let clocks = Clocks::at(this.now());
            this.wait(undo).await;
            if !this.is_counting_still(run, &this_one) {
                return;
            }
            if clocks.apart(this.now()) > NUDGED || clocks.elapsed() > this.pace.scale(undo) + LATE {
                tracing::info!(run = run.0, "the computer slept, or its clock was set: the person is asked");
                lock(&this.shared.counting).remove(&run);
                return this.tell(Change::Queue);
            }
            for wait in std::iter::once(Duration::ZERO).chain(waits()) {
                this.wait(wait).await;
                if !this.is_counting_still(run, &this_one) {
                    return;
                }
                match this.send_now(run).await {
                    Ok(()) => return,
                    Err(failure) => tracing::warn!(run = run.0, failure = %failure.logged(), "not let go yet"),
                }
            }
        });
    }

    fn is_counting_still(&self, run: RunId, this_one: &CountDown) -> bool {
        lock(&self.shared.counting).get(&run).is_some_and(|counting| Arc::ptr_eq(&counting.this, &this_one.this))
    }

    /// Whether a run is in its time to be undone, which goes on by itself.
    pub(crate) fn is_counting(&self, run: RunId) -> bool {
        lock(&self.shared.counting).contains_key(&run)
    }

    /// Lets a run into the queue at once: its time to be undone is over, the person did not want to wait for that, or
    /// has decided that it is still wanted.
    pub async fn send_now(&self, run: RunId) -> Result<(), Failure> {
        let waiting = |state: &State| match state {
            State::Waiting(waiting) => Some(State::Queued(waiting.clone().released())),
            _ => None,
        };
        let (_, accounts) = self.move_run_on(run, waiting).await?;
        lock(&self.shared.counting).remove(&run);
        lock(&self.shared.undecided).remove(&run);
        self.tell(Change::Queue);
        for account in accounts {
            self.wake(&account);
        }
        Ok(())
    }

    /// Takes back everything of a run that was never taken, and says how many submissions that were.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where nothing is left to take back.
    pub async fn undo(&self, run: RunId) -> Result<u32, Failure> {
        let now = self.now();
        let (withdrawn, accounts) = self.move_run_on(run, |state| state.withdrawn(now).map(State::Withdrawn)).await?;
        lock(&self.shared.counting).remove(&run);
        lock(&self.shared.undecided).remove(&run);
        self.tell(Change::Queue);
        for account in accounts {
            self.wake(&account);
        }
        if withdrawn == 0 {
            return Err(Failure::Invalid { detail: "It was sent already, and CloudFront cannot take it back.".into() });
        }
        self.tell_if_ended(run).await;
        Ok(withdrawn)
    }

    /// Takes single items out of a submission that was never taken; `positions` count from 0. Gives the submission that
    /// stands in for it, or itself, withdrawn, where no item is left.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where it may have been taken by now.
    pub async fn withdraw_items(&self, id: SubmissionId, positions: &BTreeSet<usize>) -> Result<Submission, Failure> {
        let too_late =
            || Failure::Invalid { detail: "It was sent already, and CloudFront cannot take it back.".into() };
        let mut submission = self.submission_of(id).await?;
        let now = self.now();
        let withdrawn = State::Withdrawn(submission.state.withdrawn(now).ok_or_else(too_late)?);
        let items = submission.order.batch.items().iter().enumerate();
        let left: Vec<_> =
            items.filter(|(position, _)| !positions.contains(position)).map(|(_, item)| item.clone()).collect();
        if left.len() == submission.order.batch.len() {
            return Ok(submission);
        }
        let Ok(batch) = domain::Batch::new(left) else {
            if !self.move_to(&mut submission, withdrawn).await? {
                return Err(too_late());
            }
            return Ok(submission);
        };
        let state = match &submission.state {
            State::Waiting(waiting) => State::Waiting(waiting.clone()),
            _ => State::Queued(Queued::default()),
        };
        let with = NewSubmission {
            order: self.order(&submission.order.target, batch, &submission.name),
            ..self.instead_of(&submission, state)
        };
        let gone = Move { id, from: submission.state.clone(), to: withdrawn };
        let stored = self.world.records.replace_submission(&gone, vec![with], now).await?.ok_or_else(too_late)?;
        let stands_in = stored.into_iter().next().ok_or_else(too_late)?;
        for id in [id, stands_in.id] {
            self.tell(Change::Submission(id));
        }
        self.wake(&stands_in.account);
        Ok(stands_in)
    }

    /// Stops every countdown, for a window that is about to close, and gives what they are of.
    pub async fn hold_countdowns(&self) -> Result<Vec<Outline>, Failure> {
        for counting in lock(&self.shared.counting).values_mut() {
            *counting = CountDown { this: Arc::default(), is_held: true };
        }
        let held = self.held_runs();
        let mut unsettled = self.world.records.unsettled().await?;
        unsettled.retain(|one| matches!(one.state, State::Waiting(_)) && held.contains(&one.run));
        Ok(unsettled)
    }

    /// The runs whose countdowns are stopped.
    pub fn held_runs(&self) -> BTreeSet<RunId> {
        let counting = lock(&self.shared.counting);
        counting.iter().filter(|(_, counting)| counting.is_held).map(|(run, _)| *run).collect()
    }

    /// The window stays: what was held has its whole time to be undone once more.
    pub async fn go_on_counting(&self) -> Result<(), Failure> {
        let undo = self.settings().await?.undo;
        for run in self.held_runs() {
            let until = self.now() + self.pace.scale(undo);
            let waiting = |state: &State| match state {
                State::Waiting(_) => Some(State::Waiting(Waiting { until })),
                _ => None,
            };
            self.move_run_on(run, waiting).await?;
            self.count_down(run, undo);
        }
        self.tell(Change::Queue);
        Ok(())
    }

    /// Waits until runs that were let go are on their way: nothing of them is about to be sent, or being sent. What waits
    /// for something else is not waited for, nor is anything for longer than `at_most`.
    pub async fn until_sent(&self, runs: &BTreeSet<RunId>, at_most: Duration) {
        let mut changes = self.changes();
        let sent = async {
            while self.are_about_to_be_sent(runs).await {
                // Whatever it is, or that some were missed, is a reason to look.
                let _ = changes.recv().await;
            }
        };
        if tokio::time::timeout(at_most, sent).await.is_err() {
            tracing::warn!("what was let go is still on its way; it is taken up at the next start");
        }
    }

    async fn are_about_to_be_sent(&self, runs: &BTreeSet<RunId>) -> bool {
        let Ok(unsettled) = self.world.records.unsettled().await else { return false };
        let waits = self.all_waits(&unsettled).await.unwrap_or_default();
        unsettled.iter().filter(|one| runs.contains(&one.run)).any(|one| match one.state {
            State::Sending(_) => true,
            State::Queued(_) => waits.get(&one.id).is_none_or(|waits| waits.waits_for == WaitsFor::Turn),
            _ => false,
        })
    }

    /// Whether anything is in its time to be undone, which goes on by itself or is held.
    pub fn counts_down(&self) -> bool {
        !lock(&self.shared.counting).is_empty()
    }

    /// Whether the app can be ended at this moment, to be started anew: nothing is in its time to be undone, and nothing
    /// is being sent.
    ///
    /// # Errors
    /// [`Failure::Invalid`] with a sentence that says what to wait for.
    pub async fn may_be_ended(&self) -> Result<(), Failure> {
        let refuse = |detail: &str| Err(Failure::Invalid { detail: detail.to_owned() });
        let unsettled = self.world.records.unsettled().await?;
        if self.counts_down() || unsettled.iter().any(|one| matches!(one.state, State::Waiting(_))) {
            return refuse("Something can still be undone. Send it or take it back, and then try again.");
        }
        if unsettled.iter().any(|one| matches!(one.state, State::Sending(_))) {
            return refuse("Something is being sent at this moment. Wait until it is done, and then try again.");
        }
        Ok(())
    }

    /// Moves every submission of a run that `next` has a next state for, all or none. Says how many they were, and for
    /// which accounts the run is.
    async fn move_run_on(
        &self,
        run: RunId,
        next: impl Fn(&State) -> Option<State>,
    ) -> Result<(u32, Vec<AccountKey>), Failure> {
        for _ in 0..TRIES {
            let mut accounts = Vec::new();
            let mut moves = Vec::new();
            for one in self.world.records.unsettled().await?.into_iter().filter(|one| one.run == run) {
                if let Some(to) = next(&one.state) {
                    moves.push(Move { id: one.id, from: one.state, to });
                }
                if !accounts.contains(&one.account) {
                    accounts.push(one.account);
                }
            }
            // Where somebody else was quicker, what is left is another set.
            if moves.is_empty() || self.world.records.move_submissions(&moves, self.now()).await? {
                for step in &moves {
                    self.tell(Change::Submission(step.id));
                }
                return Ok((u32::try_from(moves.len()).unwrap_or(u32::MAX), accounts));
            }
        }
        Err(Failure::Invalid { detail: "It is being sent at this moment.".to_owned() })
    }
}

#[cfg(test)]
mod tests;
