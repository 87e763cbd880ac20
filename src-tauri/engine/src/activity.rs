//! What this app sent, and sending it again.

use domain::submission::{State, Submission, SubmissionId};
use domain::{InvalidationId, Target};

use crate::ports::{Inventory, Mended, Transition};
use crate::submit::{Attempted, Wanted};
use crate::{ConnectionId, Failure, Housekeeper};

/// A submission with all that happened to it, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionHistory {
    /// Where it stands.
    pub submission: Submission,
    /// How it came there.
    pub transitions: Vec<Transition>,
}

impl Housekeeper {
    /// How many submissions there are, and a page of them: those that are not settled first, in the order
    /// of the queue, then the newest.
    pub async fn activity(&self, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), Failure> {
        self.world.records.submissions(offset, limit).await
    }

    /// One submission and its history.
    pub async fn submission(&self, id: SubmissionId) -> Result<SubmissionHistory, Failure> {
        let submission = self.submission_of(id).await?;
        let transitions = self.world.records.history(id).await?;
        Ok(SubmissionHistory { submission, transitions })
    }

    /// What became of damaged records, where the person has not yet put the notice away.
    pub async fn mended(&self) -> Result<Option<Mended>, Failure> {
        self.world.records.mended().await
    }

    /// How much the records hold, and how they are kept: for whoever helps.
    pub async fn inventory(&self) -> Result<Inventory, Failure> {
        self.world.records.inventory().await
    }

    /// The person has read that notice.
    pub async fn dismiss_mended(&self) -> Result<(), Failure> {
        self.world.records.dismiss_mended().await
    }

    /// The submission of this app that made an invalidation, where one did.
    pub async fn submission_behind(
        &self,
        connection: &ConnectionId,
        target: &Target,
        invalidation: &InvalidationId,
    ) -> Result<Option<SubmissionId>, Failure> {
        let open = self.open(connection).await?;
        self.world.records.submission_behind(&open.account, target, invalidation).await
    }

    /// What a person would call a submission's target.
    pub async fn target_name(&self, submission: &Submission) -> Option<String> {
        let connection = ConnectionId::new(submission.connection.as_str());
        self.name_of(&connection, &submission.account, &submission.order.target).await
    }

    /// The name of the connection that a submission was made through; `None` where it was removed since.
    pub async fn connection_name(&self, submission: &Submission) -> Option<String> {
        let connection = self.connection(&ConnectionId::new(submission.connection.as_str())).await;
        connection.ok().map(|connection| connection.about.name)
    }

    /// Sends once more: the same reference where a reply was lost or nothing was taken yet, a new submission in its place,
    /// of the same run, where it was refused.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where it was taken, which Copy to new makes a second one of; or taken back.
    pub async fn retry(&self, id: SubmissionId) -> Result<Attempted, Failure> {
        let submission = self.submission_of(id).await?;
        match &submission.state {
            State::Unknown(_) => {
                self.found_a_way(&submission.account);
                self.send(id).await
            }
            State::Waiting(_) | State::Queued(_) => {
                self.try_again(&submission.account);
                self.send_now(submission.run).await?;
                Ok(Attempted { submission: self.submission_of(id).await?, failure: None })
            }
            State::Refused(_) => {
                let open = self.open_for(&submission).await?;
                self.try_again(&submission.account);
                let Submission { run, name, order, .. } = submission;
                let items = order.batch.items().to_vec();
                let instead_of = Some((run, id));
                let wanted = Wanted { open: &open, target: &order.target, items, name: &name, instead_of };
                Ok(Attempted { submission: self.store_run(wanted).await?, failure: None })
            }
            State::Sending(_) | State::InProgress(_) | State::Accepted(_) | State::Completed(_) => {
                Err(Failure::Invalid {
                    detail: "It was already sent. Copy it to a new one to send it again.".to_owned(),
                })
            }
            State::Withdrawn(_) => Err(Failure::Invalid {
                detail: "It was taken back. Copy it to a new one to send it after all.".to_owned(),
            }),
        }
    }
}
