//! Follow what is in progress until it is done.
//!
//! Most invalidations are complete within 25 seconds (AWS What's New, 29 April 2026), some took a quarter of an hour in
//! earlier years: so the first minute is polled closely, and then ever less, and slowness is never called a failure.

use std::collections::HashSet;
use std::time::Duration;

use domain::submission::{Outline, State, Submission, SubmissionId};
use domain::{AccountKey, Invalidation, InvalidationId, InvalidationStatus, Target};

use crate::housekeeper::{Open, lock};
use crate::ports::CloudFront;
use crate::turnstile::Turn;
use crate::{Change, ConnectionId, Failure, Housekeeper};

/// The pause between two looks in the first minute.
pub(crate) const CLOSE: Duration = Duration::from_secs(4);

/// How long the first minute is.
const CLOSELY_FOR: Duration = Duration::from_secs(60);

/// The longest pause between two looks.
pub(crate) const FAR: Duration = Duration::from_secs(30);

/// From this many in flight on, one list is cheaper than a look at each.
const ONE_LIST_FROM: usize = 2;

impl Housekeeper {
    /// Follows a submission's target until nothing of this app is in progress there: at most one task for each.
    pub(crate) fn track(&self, submission: &Submission) {
        let key = (submission.account.clone(), submission.order.target.clone());
        if !lock(&self.shared.tracked).insert(key.clone()) {
            return;
        }
        let this = self.clone();
        tokio::spawn(async move {
            let (account, target) = &key;
            loop {
                if let Err(failure) = this.track_until_done(account, target).await {
                    tracing::error!(%target, failure = %failure.logged(), "what is in progress is no longer followed");
                }
                lock(&this.shared.tracked).remove(&key);
                // What came into progress after the last look found this task still at work, and left it to it.
                let left = this.in_flight(account, target).await.unwrap_or_default();
                if left.is_empty() || !lock(&this.shared.tracked).insert(key.clone()) {
                    return;
                }
            }
        });
    }

    async fn track_until_done(&self, account: &AccountKey, target: &Target) -> Result<(), Failure> {
        let mut pause = CLOSE;
        let mut followed = HashSet::new();
        let mut waited = Duration::ZERO;
        loop {
            self.wait(pause).await;
            waited += pause;
            let in_flight = self.in_flight(account, target).await?;
            if in_flight.is_empty() {
                return Ok(());
            }
            let now: HashSet<SubmissionId> = in_flight.iter().map(|one| one.id).collect();
            if !now.is_subset(&followed) {
                // Something joined, perhaps as something else was done: it is young, so it is watched closely.
                (pause, waited) = (CLOSE, Duration::ZERO);
            }
            followed = now;
            if let Err(failure) = self.look_at(&in_flight).await {
                tracing::info!(%target, failure = %failure.logged(), "a look at what is in progress failed; the next one follows");
            }
            if waited >= CLOSELY_FOR {
                pause = (pause * 3 / 2).min(FAR);
            }
        }
    }

    async fn in_flight(&self, account: &AccountKey, target: &Target) -> Result<Vec<Outline>, Failure> {
        let mut unsettled = self.world.records.unsettled().await?;
        unsettled.retain(|submission| {
            submission.account == *account
                && submission.target == *target
                && matches!(submission.state, State::InProgress(_))
        });
        Ok(unsettled)
    }

    /// One look at all that is in progress on a target.
    async fn look_at(&self, in_flight: &[Outline]) -> Result<(), Failure> {
        let Some(first) = in_flight.first() else { return Ok(()) };
        let open = self.open_for(&self.submission_of(first.id).await?).await?;
        let calls = open.calls(self, Turn::Track);
        let listed = if in_flight.len() >= ONE_LIST_FROM {
            // Whoever may not list may still look at each.
            calls.invalidations(&first.target, None, 100).await.map(|page| page.rows).unwrap_or_default()
        } else {
            Vec::new()
        };
        for outline in in_flight {
            let State::InProgress(state) = &outline.state else { continue };
            let status = match listed.iter().find(|summary| summary.id == state.invalidation) {
                Some(summary) => Ok(summary.status.clone()),
                None => calls.invalidation(&outline.target, &state.invalidation).await.map(|it| it.status),
            };
            match status {
                Ok(InvalidationStatus::Completed) => self.complete(&open, outline.id).await?,
                Ok(_) => {}
                Err(Failure::Denied { .. }) => {
                    let mut submission = self.submission_of(outline.id).await?;
                    let Some(state) = Self::in_progress(&submission) else { continue };
                    self.move_to(&mut submission, State::Accepted(state.cannot_be_followed())).await?;
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok(())
    }

    /// Somebody saw an invalidation completed: that ends the submission of this app that it came of, if any.
    pub(crate) async fn found_completed(
        &self,
        open: &Open,
        target: &Target,
        invalidation: &InvalidationId,
    ) -> Result<(), Failure> {
        for outline in self.in_flight(&open.account, target).await? {
            if outline.state.invalidation() == Some(invalidation) {
                self.complete(open, outline.id).await?;
            }
        }
        Ok(())
    }

    async fn complete(&self, open: &Open, id: SubmissionId) -> Result<(), Failure> {
        let mut submission = self.submission_of(id).await?;
        let Some(state) = Self::in_progress(&submission) else { return Ok(()) };
        let order = &submission.order;
        let invalidation = Invalidation {
            id: state.invalidation.clone(),
            created: state.created,
            status: InvalidationStatus::Completed,
            reference: order.reference.as_str().to_owned(),
            items: order.batch.items().to_vec(),
        };
        self.world.records.keep_invalidation(&open.account, &order.target, &invalidation).await?;
        let change = Change::Invalidation {
            connection: ConnectionId::new(submission.connection.as_str()),
            target: order.target.clone(),
            id: invalidation.id,
            status: InvalidationStatus::Completed,
        };
        let completed = state.completed(self.now());
        if self.move_to(&mut submission, State::Completed(completed)).await? {
            self.tell(change);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
