//! Settle what a lost reply left unknown.
//!
//! While it is young the same reference is repeated, which CloudFront answers with the invalidation that there already
//! is; after a day it is looked for among the target's invalidations, and then the person decides.

use std::time::Duration;

use domain::Invalidation;
use domain::submission::{State, Submission, SubmissionId};
use jiff::{SignedDuration, Timestamp};

use super::later::waits;
use crate::age::younger;
use crate::housekeeper::{Open, lock};
use crate::ports::CloudFront;
use crate::turnstile::Turn;
use crate::{Failure, Housekeeper};

/// How long the same reference is repeated by itself after a lost reply. How long CloudFront remembers one is not
/// documented; after a day it is looked for first, and then the person decides.
const REPEAT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// How far before the first attempt a look-up goes back: clocks differ.
const LOOK_BACK: SignedDuration = SignedDuration::from_mins(30);

/// How settling ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Settled {
    /// It is known what became of the submission.
    Known,
    /// Nothing more happens by itself: the person decides.
    ForThePerson,
}

impl Housekeeper {
    /// Repeats the reference until an answer comes, at most one such task for each submission.
    pub(crate) fn settle(&self, id: SubmissionId) {
        if !lock(&self.shared.settling).insert(id) {
            return;
        }
        let this = self.clone();
        tokio::spawn(async move {
            loop {
                let settled = this.settle_until_known(id).await;
                lock(&this.shared.settling).remove(&id);
                // A retry that a person asked for meanwhile may have lost its reply too, and have found this task still
                // at work.
                let unknown = matches!(this.submission_of(id).await, Ok(it) if matches!(it.state, State::Unknown(_)));
                if settled == Settled::ForThePerson || !unknown || !lock(&this.shared.settling).insert(id) {
                    return;
                }
            }
        });
    }

    async fn settle_until_known(&self, id: SubmissionId) -> Settled {
        let begun = tokio::time::Instant::now();
        for wait in waits() {
            self.wait(wait).await;
            match self.settle_once(id, begun.elapsed()).await {
                Ok(Some(settled)) => return settled,
                Ok(None) => {}
                Err(failure) => tracing::warn!(submission = id.0, failure = %failure.logged(), "not settled yet"),
            }
        }
        // Not reached: the waits never end.
        Settled::ForThePerson
    }

    /// One turn of settling; `None` where another has to follow. `tried_for` is how long this has gone on.
    async fn settle_once(&self, id: SubmissionId, tried_for: Duration) -> Result<Option<Settled>, Failure> {
        let mut submission = self.submission_of(id).await?;
        let State::Unknown(unknown) = submission.state.clone() else { return Ok(Some(Settled::Known)) };
        // By both clocks: the wall's may have been set back since.
        if !younger(unknown.lost, self.now(), REPEAT_FOR) || tried_for >= REPEAT_FOR.unsigned_abs() {
            let open = self.open_for(&submission).await?;
            let Some(found) = self.look_up(&open, &submission).await? else { return Ok(Some(Settled::ForThePerson)) };
            let state = unknown.found(found.id, found.created);
            if self.move_to(&mut submission, State::InProgress(state)).await? {
                self.track(&submission);
            }
            return Ok(Some(Settled::Known));
        }
        // Whoever paused the queue wants nothing sent, and the first attempt may never have arrived.
        if self.world.records.queue_is_paused().await? {
            return Ok(None);
        }
        let attempted = self.attempt(id).await?;
        if let State::InProgress(_) = attempted.submission.state {
            self.track(&attempted.submission);
        }
        Ok(match (&attempted.submission.state, &attempted.failure) {
            // Each further turn would ask the person for the keychain's password.
            (State::Unknown(_), Some(Failure::KeychainUnavailable { .. })) => Some(Settled::ForThePerson),
            (State::Unknown(_), _) => None,
            _ => Some(Settled::Known),
        })
    }

    /// Looks through the target's invalidations, back to before the first attempt, for one with the submission's
    /// reference and its items in order. `None` only after a complete look.
    pub(super) async fn look_up(&self, open: &Open, submission: &Submission) -> Result<Option<Invalidation>, Failure> {
        let order = &submission.order;
        let back_to = self.not_taken_before(submission).await?;
        let mut after: Option<String> = None;
        loop {
            let page = open.calls(self, Turn::Track).invalidations(&order.target, after.as_deref(), 100).await?;
            let ids: Vec<_> = page.rows.iter().map(|summary| summary.id.clone()).collect();
            let mut kept = self.kept(open, &order.target, &ids).await?;
            for summary in &page.rows {
                if summary.created < back_to {
                    return Ok(None);
                }
                let invalidation = match kept.remove(&summary.id) {
                    Some(kept) => kept,
                    None => self.read(open, &order.target, &summary.id, Turn::Track).await?,
                };
                if invalidation.reference == order.reference.as_str() && invalidation.items == order.batch.items() {
                    return Ok(Some(Invalidation { status: summary.status.clone(), ..invalidation }));
                }
            }
            if page.next.is_none() || page.next == after {
                return Ok(None);
            }
            after = page.next;
        }
    }

    /// A time, by CloudFront's clock, before which it cannot have taken the submission.
    ///
    /// AWS refuses what is signed more than minutes away from its own time (IAM User Guide, "Elements of an AWS API
    /// request signature"), so at every attempt that was taken this clock was right, and each attempt's time is in the
    /// history. The times before and after it may be wrong in both directions, so the earliest of all counts: a look
    /// that goes back too far costs calls, one that does not go back far enough would say of what was taken that it was not.
    async fn not_taken_before(&self, submission: &Submission) -> Result<Timestamp, Failure> {
        let history = self.world.records.history(submission.id).await?;
        let earliest = history.iter().map(|step| step.at).fold(submission.asked.min(self.now()), Timestamp::min);
        Ok(earliest.checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN))
    }
}
