//! What does the app remember?

use async_trait::async_trait;
use domain::submission::{Order, Reason, State, Submission, SubmissionId};
use domain::{AccountKey, DistributionId, Invalidation, InvalidationId, Target};
use jiff::Timestamp;

use crate::{Connection, ConnectionId, Failure};

/// What a person noted of a distribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// Their own name for it.
    pub nickname: Option<String>,
    /// Whether it is a favourite.
    pub favourite: bool,
    /// Whether it was added by its id, and so is listed even where AWS does not list it.
    pub added: bool,
    /// When it was last opened.
    pub opened: Option<Timestamp>,
}

/// The app's records: connections without their secrets, submissions, invalidations once read, and notes.
#[async_trait]
pub trait Records: Send + Sync {
    /// All connections, in the order they were made.
    async fn connections(&self) -> Result<Vec<Connection>, Failure>;

    /// Keeps a connection, in place of an earlier one of the same id.
    async fn keep_connection(&self, connection: &Connection) -> Result<(), Failure>;

    /// Forgets a connection. Its submissions stay.
    async fn forget_connection(&self, id: &ConnectionId) -> Result<(), Failure>;

    /// The connection in use when the app was last open.
    async fn connection_in_use(&self) -> Result<Option<ConnectionId>, Failure>;

    /// Remembers which connection is in use.
    async fn use_connection(&self, id: &ConnectionId) -> Result<(), Failure>;

    /// Stores a new submission in its first state, and gives it its number. When this returns it is on the disk.
    async fn add_submission(&self, new: NewSubmission) -> Result<Submission, Failure>;

    /// Stores a submission's new state, with the time and the transition in its history, in one transaction. When this
    /// returns it is on the disk.
    async fn move_submission(&self, id: SubmissionId, state: &State, now: Timestamp) -> Result<(), Failure>;

    /// One submission.
    async fn submission(&self, id: SubmissionId) -> Result<Option<Submission>, Failure>;

    /// How many submissions there are, and those from `offset` on, newest first; those not settled come before all
    /// others.
    async fn submissions(&self, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), Failure>;

    /// Every submission that is not settled, oldest first.
    async fn unsettled_submissions(&self) -> Result<Vec<Submission>, Failure>;

    /// The submissions to a target that were asked for since `since`, newest first.
    async fn recent_submissions(
        &self,
        account: &AccountKey,
        target: &Target,
        since: Timestamp,
    ) -> Result<Vec<Submission>, Failure>;

    /// How a submission came to where it is: its states from the first on, oldest first.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where there is no such submission.
    async fn history(&self, id: SubmissionId) -> Result<Vec<Transition>, Failure>;

    /// The submission that made an invalidation, where it was one of this app's.
    async fn submission_behind(
        &self,
        account: &AccountKey,
        target: &Target,
        invalidation: &InvalidationId,
    ) -> Result<Option<SubmissionId>, Failure>;

    /// Keeps an invalidation as it was read; of one already kept only the status changes.
    async fn keep_invalidation(
        &self,
        account: &AccountKey,
        target: &Target,
        invalidation: &Invalidation,
    ) -> Result<(), Failure>;

    /// Those of the given invalidations that were read before.
    async fn kept_invalidations(
        &self,
        account: &AccountKey,
        target: &Target,
        ids: &[InvalidationId],
    ) -> Result<Vec<Invalidation>, Failure>;

    /// What was noted of an account's distributions.
    async fn notes(&self, account: &AccountKey) -> Result<Vec<(DistributionId, Note)>, Failure>;

    /// Keeps what was noted of a distribution, in place of what was noted before.
    async fn keep_note(&self, account: &AccountKey, distribution: &DistributionId, note: &Note) -> Result<(), Failure>;

    /// The last time that these records took the place of damaged ones; `None` where they never did, or where the
    /// person has dismissed the notice.
    async fn mended(&self) -> Result<Option<Mended>, Failure>;

    /// The person has seen the notice, and put it away.
    async fn dismiss_mended(&self) -> Result<(), Failure>;

    /// The newest submission that came out of a backup; `None` where no backup was ever restored.
    ///
    /// What became of those up to here after the backup was made is not known: one that the backup has as queued may
    /// have been sent since, or withdrawn. So nothing up to here goes out by itself.
    async fn restored_through(&self) -> Result<Option<SubmissionId>, Failure>;
}

/// What became of records that were damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// When it was noticed.
    pub at: Timestamp,
    /// The damaged file, where it is now; `None` where there was none any more.
    pub set_aside: Option<String>,
    /// When the backup was made that the records are from: what came after is missing. `None` where they began anew.
    pub restored_from: Option<Timestamp>,
}

/// A submission before it has a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSubmission {
    /// The connection it is made through.
    pub connection: ConnectionId,
    /// The account it is for.
    pub account: AccountKey,
    /// What the person called it; may be empty.
    pub name: String,
    /// When the person asked for it.
    pub asked: Timestamp,
    /// What is sent.
    pub order: Order,
    /// Its first state.
    pub state: State,
    /// The refused submission that it stands in for.
    pub replaces: Option<SubmissionId>,
}

/// One step in a submission's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// When it was stored.
    pub at: Timestamp,
    /// The state it came into: `queued`, `sending`, `inProgress`, `accepted`, `completed`, `refused` or `unknown`.
    pub state: &'static str,
    /// Why, for a refusal and a lost reply.
    pub reason: Option<Reason>,
}
