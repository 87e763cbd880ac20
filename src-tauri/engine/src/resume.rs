//! Take up what was under way when the app ended.

use domain::submission::State;

use crate::age::younger;
use crate::housekeeper::lock;
use crate::queue::SEND_BY_ITSELF;
use crate::{Change, Failure, Housekeeper};

impl Housekeeper {
    /// Takes up what was under way: an attempt that was cut short is unknown, and is settled; what is queued goes out in
    /// its turn; what is in progress is followed.
    ///
    /// The person is asked about what was in its time to be undone, about what is too old to be wanted for certain, and
    /// about what a restored backup has as queued, which may have been sent since, or withdrawn. What a backup has as
    /// being sent or unknown is settled with its own reference, which makes no second invalidation.
    pub async fn resume(&self) -> Result<(), Failure> {
        if let Err(failure) = self.take_what_the_administrator_brings().await {
            tracing::warn!(failure = %failure.logged(), "what the administrator brings could not be kept; the next start tries again");
        }
        let restored = self.world.records.restored_through().await?;
        for one in self.world.records.unsettled().await? {
            match one.state {
                State::Sending(sending) => {
                    let mut submission = self.submission_of(one.id).await?;
                    self.move_to(&mut submission, State::Unknown(sending.interrupted())).await?;
                    self.settle(one.id);
                }
                State::Unknown(_) => self.settle(one.id),
                State::InProgress(_) => self.track(&self.submission_of(one.id).await?),
                State::Queued(_) => {
                    if Some(one.id) <= restored || !younger(one.asked, self.now(), SEND_BY_ITSELF) {
                        lock(&self.shared.undecided).insert(one.run);
                    }
                    self.wake(&one.account);
                }
                // Nothing counts down, so it is asked about.
                State::Waiting(_)
                | State::Accepted(_)
                | State::Completed(_)
                | State::Refused(_)
                | State::Withdrawn(_) => {}
            }
        }
        self.tell(Change::Queue);
        Ok(())
    }

    async fn take_what_the_administrator_brings(&self) -> Result<(), Failure> {
        self.forget_what_was_taken_back().await?;
        self.bring_batches().await
    }
}
