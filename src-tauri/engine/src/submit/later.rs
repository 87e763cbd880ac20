//! What cannot be stored now, because the disk is full or failing, is stored later.

use domain::submission::{State, Submission};

use super::WAITS;
use crate::Housekeeper;

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
                    Ok(true) => return this.follow(&submission),
                    // Whoever moved it knows better by now.
                    Ok(false) => return,
                    Err(failure) => {
                        tracing::warn!(submission = submission.id.0, failure = %failure.logged(), "not stored yet")
                    }
                }
            }
        });
    }
}

/// [`WAITS`], its last one for ever.
pub(crate) fn waits() -> impl Iterator<Item = std::time::Duration> {
    WAITS.into_iter().chain(std::iter::repeat(WAITS[WAITS.len() - 1]))
}
