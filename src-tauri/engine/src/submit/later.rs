//! What cannot be stored now, because the disk is full or failing, is stored later.

use domain::submission::{State, Submission, SubmissionId};

use super::WAITS;
use crate::{Failure, Housekeeper};

impl Housekeeper {
    /// Stores an attempt's outcome as soon as that is possible, and goes on from there.
    ///
    /// Nothing is at risk meanwhile: the record says that it is being sent, so that a crash leaves it unknown, and the
    /// same reference settles it.
    pub(super) fn store_later(&self, mut submission: Submission, outcome: State) {
        let this = self.clone();
        tokio::spawn(async move {
            for wait in waits() {
                this.wait(wait).await;
                match this.move_to(&mut submission, outcome.clone()).await {
                    Ok(()) => return this.follow(&submission),
                    Err(failure) => tracing::warn!(submission = submission.id.0, %failure, "not stored yet"),
                }
            }
        });
    }

    /// Sends what was stored, and could not be marked as being sent, as soon as that is possible.
    pub(super) fn send_later(&self, id: SubmissionId) {
        let this = self.clone();
        tokio::spawn(async move {
            for wait in waits() {
                this.wait(wait).await;
                match this.attempt(id).await {
                    Ok(attempted) if matches!(attempted.failure, Some(Failure::Records { .. })) => {}
                    Ok(attempted) => return this.follow(&attempted.submission),
                    Err(failure) => tracing::warn!(submission = id.0, %failure, "not sent yet"),
                }
            }
        });
    }
}

/// [`WAITS`], its last one for ever.
pub(super) fn waits() -> impl Iterator<Item = std::time::Duration> {
    WAITS.into_iter().chain(std::iter::repeat(WAITS[WAITS.len() - 1]))
}
