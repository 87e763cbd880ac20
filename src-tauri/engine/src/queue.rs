//! The queue: what was let go waits here for its turn, and goes out by itself.
//!
//! One task for each account sends what [`domain::queue::plan`] says is next, and sleeps until something may have
//! changed: a submission moved on, a person did something, a time is over.

mod list;
mod room;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use domain::AccountKey;
use domain::queue::{Circumstances, Place, Stop, WaitsFor, plan};
use domain::quota::Load;
use domain::submission::{Outline, RunId, Sending, State, SubmissionId};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Notify, OwnedMutexGuard};
use tokio::time::Instant;

use crate::age::{Clocks, younger};
use crate::housekeeper::lock;
use crate::policy::LOOK_AGAIN;
use crate::ports::NewSubmission;
use crate::submit::WAITS;
use crate::{Change, Failure, Housekeeper};

pub use list::{Queue, QueuedRun, Standing, Waits};
pub(crate) use room::Known;

/// How long what was never taken goes out by itself at the next start, or after a sleep. Older than that, the edition
/// that it was for may be history: the person is asked.
pub(crate) const SEND_BY_ITSELF: SignedDuration = SignedDuration::from_hours(12);

/// How far the clocks go apart before it counts as a sleep.
const SLEPT: SignedDuration = SignedDuration::from_secs(60);

/// The pause after the records failed.
const RECORDS_FAILED: Duration = Duration::from_secs(5);

/// What holds back an account.
#[derive(Clone, Debug)]
pub(crate) struct Halted {
    stop: Stop,
    /// Until when; `None` until a person does something.
    pub(crate) until: Option<Instant>,
    /// How often it was tried in vain.
    tries: usize,
}

/// What the task of a queue does next.
enum Step {
    /// Look again: something was done.
    Again,
    /// Nothing before then, or before it is woken.
    Sleep(Option<Instant>),
}

impl Housekeeper {
    /// Has an account's queue looked at: something may be next now.
    pub(crate) fn wake(&self, account: &AccountKey) {
        let mut queues = lock(&self.shared.queues);
        if let Some(bell) = queues.get(account) {
            return bell.notify_one();
        }
        let bell = Arc::new(Notify::new());
        queues.insert(account.clone(), bell.clone());
        let (this, account) = (self.clone(), account.clone());
        tokio::spawn(async move { this.send_queue(account, bell).await });
    }

    /// Wakes every queue that is at work.
    pub(crate) fn wake_all(&self) {
        for bell in lock(&self.shared.queues).values() {
            bell.notify_one();
        }
    }

    /// Sends an account's queue for as long as the app runs.
    async fn send_queue(self, account: AccountKey, bell: Arc<Notify>) {
        let mut told = Vec::new();
        loop {
            let clocks = Clocks::at(self.now());
            let until = match self.step(&account, &mut told).await {
                Ok(Step::Again) => continue,
                Ok(Step::Sleep(until)) => until,
                Err(failure) => {
                    tracing::warn!(failure = %failure.logged(), "the queue waits for the records");
                    Some(Instant::now() + self.pace.scale(RECORDS_FAILED))
                }
            };
            match until {
                Some(until) => drop(tokio::time::timeout_at(until, bell.notified()).await),
                None => bell.notified().await,
            }
            if clocks.apart(self.now()) > SLEPT
                && let Err(failure) = self.ask_about_what_is_old(&account).await
            {
                tracing::warn!(failure = %failure.logged(), "what is old could not be looked for");
            }
        }
    }

    async fn step(
        &self,
        account: &AccountKey,
        told: &mut Vec<(SubmissionId, Option<WaitsFor>)>,
    ) -> Result<Step, Failure> {
        let unsettled = self.unsettled_of(account).await?;
        let circumstances = self.circumstances(account, &unsettled).await?;
        let places = plan(&unsettled, &circumstances);
        let now: Vec<_> = places.iter().map(|place| (place.id, place.waits.clone())).collect();
        if now != *told {
            *told = now;
            self.tell(Change::Queue);
        }
        let outline = |place: &Place| unsettled.iter().find(|one| one.id == place.id);
        if let Some(next) = places.iter().find(|place| place.waits.is_none()).and_then(outline) {
            if self.has_to_look(next, &unsettled) {
                self.look_for_room(next, &unsettled).await;
                return Ok(Step::Again);
            }
            let attempted = self.send(next.id).await?;
            return match attempted.failure {
                Some(failure @ Failure::Records { .. }) => Err(failure),
                _ => Ok(Step::Again),
            };
        }
        let waits_for_room = |place: &&Place| matches!(place.waits, Some(WaitsFor::Room { .. }));
        for full in places.iter().filter(waits_for_room).filter_map(outline) {
            if self.may_look_again(full) {
                self.look_for_room(full, &unsettled).await;
                return Ok(Step::Again);
            }
        }
        let rooms =
            places.iter().filter(waits_for_room).filter_map(outline).filter_map(|one| self.room_changes_at(one));
        let stop = match circumstances.stop {
            Some(Stop::Pace) => self.turnstile(account).submits_at(),
            Some(Stop::Network) => lock(&self.shared.halted).get(account).and_then(|halted| halted.until),
            Some(Stop::SignIn(_)) if !places.is_empty() && self.policy().is_err() => {
                Some(Instant::now() + self.pace.scale(LOOK_AGAIN))
            }
            Some(Stop::SignIn(_)) | None => None,
        };
        Ok(Step::Sleep(rooms.chain(stop).min()))
    }

    /// Whether the first part of a click that nobody has seen yet goes at once, were it in the queue: then its state while
    /// it is being sent, and the right to send for the account.
    ///
    /// It is asked what the queue would ask; that it may be sent at all was asked right before.
    pub(crate) async fn goes_at_once(
        &self,
        parts: &[NewSubmission],
    ) -> Result<Option<(Sending, OwnedMutexGuard<()>)>, Failure> {
        let Some(first) = parts.first().filter(|first| first.run.is_none() && first.replaces.is_none()) else {
            return Ok(None);
        };
        let account = &first.account;
        let Ok(alone) = self.line(account).try_lock_owned() else { return Ok(None) };
        let (State::Queued(queued), None) = (&first.state, self.turnstile(account).submits_at()) else {
            return Ok(None);
        };
        let earlier = self.unsettled_of(account).await?;
        // Last in the queue, under a number that none has yet.
        let own = Outline {
            id: SubmissionId(i64::MAX),
            run: RunId(i64::MAX),
            account: account.clone(),
            target: first.order.target.clone(),
            asked: first.asked,
            load: Load::of(first.order.batch.items()),
            state: first.state.clone(),
        };
        let all: Vec<Outline> = earlier.into_iter().chain([own.clone()]).collect();
        let circumstances = self.circumstances(account, &all).await?;
        let is_next = plan(&all, &circumstances).iter().any(|place| place.id == own.id && place.waits.is_none());
        let goes = is_next && !self.has_to_look(&own, &all);
        Ok(goes.then(|| (queued.clone().send(self.now()), alone)))
    }

    pub(crate) async fn unsettled_of(&self, account: &AccountKey) -> Result<Vec<Outline>, Failure> {
        let mut unsettled = self.world.records.unsettled().await?;
        unsettled.retain(|one| one.account == *account);
        Ok(unsettled)
    }

    /// What is known beside an account's submissions.
    async fn circumstances(&self, account: &AccountKey, unsettled: &[Outline]) -> Result<Circumstances, Failure> {
        let refused = match unsettled.iter().any(|one| matches!(one.state, State::Queued(_))) {
            true => self.world.records.refused_parts(account).await?,
            false => Vec::new(),
        };
        let (others, full) = self.known_rooms(account);
        let undecided = lock(&self.shared.undecided).iter().copied().collect();
        let paused = self.world.records.queue_is_paused().await?;
        Ok(Circumstances { paused, stop: self.stop(account), others, full, undecided, refused })
    }

    fn stop(&self, account: &AccountKey) -> Option<Stop> {
        // What the administrator's file forbids is not known while it is broken.
        if let Err(broken) = self.policy() {
            return Some(Stop::SignIn(broken.reason()));
        }
        let halted = lock(&self.shared.halted).get(account).cloned();
        let still = halted.filter(|halted| halted.until.is_none_or(|until| until > Instant::now()));
        let pace = || self.turnstile(account).submits_at().map(|_| Stop::Pace);
        still.map(|halted| halted.stop).or_else(pace)
    }

    /// CloudFront answered: there is a way into the account.
    pub(crate) fn found_a_way(&self, account: &AccountKey) {
        lock(&self.shared.halted).remove(account);
    }

    /// There was no way to CloudFront, or none in: what waits for that account waits on.
    pub(crate) fn found_no_way(&self, account: &AccountKey, failure: &Failure) {
        let mut halted = lock(&self.shared.halted);
        let tries = halted.get(account).map_or(0, |halted| halted.tries);
        let next = match failure {
            // What is no matter of signing in is tried again by itself.
            Failure::Unreachable { .. }
            | Failure::Throttled { .. }
            | Failure::ReplyLost { .. }
            | Failure::Unexpected { .. } => {
                let wait = self.pace.scale(WAITS[tries.min(WAITS.len() - 1)]);
                Halted { stop: Stop::Network, until: Some(Instant::now() + wait), tries: tries + 1 }
            }
            _ => Halted { stop: Stop::SignIn(failure.reason()), until: None, tries: 0 },
        };
        halted.insert(account.clone(), next);
    }

    /// The person has done something: what held back an account is tried once more.
    pub(crate) fn try_again(&self, account: &AccountKey) {
        lock(&self.shared.halted).remove(account);
        self.forget_rooms(account);
        self.wake(account);
    }

    /// Whether the person has paused the queue.
    pub async fn queue_is_paused(&self) -> Result<bool, Failure> {
        self.world.records.queue_is_paused().await
    }

    /// Stops sending, until [`Housekeeper::resume_queue`]. What is being sent at this moment goes on.
    pub async fn pause_queue(&self) -> Result<(), Failure> {
        self.world.records.pause_queue(true).await?;
        self.tell(Change::Queue);
        self.wake_all();
        Ok(())
    }

    /// Goes on sending, and tries again what was held back: at once, also what is to be settled.
    pub async fn resume_queue(&self) -> Result<(), Failure> {
        let was_paused = self.world.records.queue_is_paused().await?;
        self.world.records.pause_queue(false).await?;
        lock(&self.shared.halted).clear();
        self.tell(Change::Queue);
        self.wake_all();
        if was_paused {
            for one in self.world.records.unsettled().await? {
                if matches!(one.state, State::Unknown(_)) {
                    let this = self.clone();
                    tokio::spawn(async move { this.send(one.id).await });
                }
            }
        }
        Ok(())
    }

    /// Puts what waits of a run before another one, or last.
    pub async fn move_in_queue(&self, run: RunId, before: Option<RunId>) -> Result<(), Failure> {
        self.world.records.move_run(run, before).await?;
        self.tell(Change::Queue);
        self.wake_all();
        Ok(())
    }

    /// After a sleep: what is too old to go out by itself waits for the person.
    async fn ask_about_what_is_old(&self, account: &AccountKey) -> Result<(), Failure> {
        let now = self.now();
        let old = |one: &Outline| matches!(one.state, State::Queued(_)) && !younger(one.asked, now, SEND_BY_ITSELF);
        let old: Vec<RunId> = self.unsettled_of(account).await?.into_iter().filter(old).map(|one| one.run).collect();
        if !old.is_empty() {
            lock(&self.shared.undecided).extend(old);
            self.tell(Change::Queue);
        }
        Ok(())
    }

    /// What every queued submission waits for, of all accounts.
    pub(crate) async fn all_waits(&self, unsettled: &[Outline]) -> Result<HashMap<SubmissionId, Waits>, Failure> {
        let mut accounts: Vec<&AccountKey> = Vec::new();
        for one in unsettled {
            if !accounts.contains(&&one.account) {
                accounts.push(&one.account);
            }
        }
        let mut all = HashMap::new();
        for account in accounts {
            let own: Vec<Outline> = unsettled.iter().filter(|one| one.account == *account).cloned().collect();
            let circumstances = self.circumstances(account, &own).await?;
            let typical = self.typical(account).await?;
            let now = self.now();
            for place in plan(&own, &circumstances) {
                let waits_for = place.waits.unwrap_or(WaitsFor::Turn);
                let about = about(&waits_for, now, typical, place.rounds);
                all.insert(place.id, Waits { waits_for, about });
            }
        }
        Ok(all)
    }
}

/// About when a submission goes out; `None` where that hangs on a person or the network.
fn about(waits_for: &WaitsFor, now: Timestamp, typical: Duration, rounds: u32) -> Option<Timestamp> {
    match waits_for {
        WaitsFor::Turn | WaitsFor::Room { .. } | WaitsFor::Pace | WaitsFor::EarlierPart { refused: false, .. } => {
            now.checked_add(typical * rounds).ok()
        }
        WaitsFor::Network
        | WaitsFor::EarlierPart { refused: true, .. }
        | WaitsFor::SignIn(_)
        | WaitsFor::Resume
        | WaitsFor::Decision => None,
    }
}

#[cfg(test)]
mod tests;
