//! What does the app remember?

use std::collections::HashMap;

use async_trait::async_trait;
use domain::quota::Load;
use domain::submission::{Order, Outline, Reason, RunId, State, Submission, SubmissionId};
use domain::{AccountKey, DistributionId, Invalidation, InvalidationId, Target};
use jiff::{SignedDuration, Timestamp};

use crate::{Connection, ConnectionId, Failure, PermissionSeen, Settings};

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

    /// What was last seen of a connection's permissions.
    async fn permissions_seen(&self, id: &ConnectionId) -> Result<Vec<PermissionSeen>, Failure>;

    /// Keeps what was seen of a permission, in place of what was seen of it before.
    async fn keep_permission_seen(&self, id: &ConnectionId, seen: &PermissionSeen) -> Result<(), Failure>;

    /// The connection in use when the app was last open.
    async fn connection_in_use(&self) -> Result<Option<ConnectionId>, Failure>;

    /// Remembers which connection is in use.
    async fn use_connection(&self, id: &ConnectionId) -> Result<(), Failure>;

    /// Stores the submissions of one click, all or none, in their first states, and gives them their numbers. Those of
    /// no run yet become one, which is called by the number of the first. When this returns they are on the disk.
    ///
    /// They come last in the queue; one that stands in for another has the other's place there.
    async fn add_submissions(&self, new: Vec<NewSubmission>) -> Result<Vec<Submission>, Failure>;

    /// The same, for a click whose first submission goes at once: that one's step into its next state is stored in the
    /// same transaction, after its first.
    async fn add_submissions_and_go(
        &self,
        new: Vec<NewSubmission>,
        first_goes: State,
        now: Timestamp,
    ) -> Result<Vec<Submission>, Failure>;

    /// Stores submissions' new states, all or none, each with the time and a line in its history, in one transaction.
    /// `false` where one of them is no longer in the state that it is to leave; then nothing was stored. When this
    /// returns it is on the disk.
    async fn move_submissions(&self, moves: &[Move], now: Timestamp) -> Result<bool, Failure>;

    /// Stores a submission's last state and those that stand in for it, in one transaction. `None` where it is no longer
    /// in the state that it is to leave; then nothing was stored.
    async fn replace_submission(
        &self,
        gone: &Move,
        with: Vec<NewSubmission>,
        now: Timestamp,
    ) -> Result<Option<Vec<Submission>>, Failure>;

    /// One submission.
    async fn submission(&self, id: SubmissionId) -> Result<Option<Submission>, Failure>;

    /// How many submissions there are, and those from `offset` on: first those not settled, in the order of the queue, then
    /// all others, newest first.
    async fn submissions(&self, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), Failure>;

    /// Every submission that is not settled, without its items, in the order of the queue.
    async fn unsettled(&self) -> Result<Vec<Outline>, Failure>;

    /// The submissions of a run, without their items, in the order of the queue.
    async fn parts(&self, run: RunId) -> Result<Vec<Part>, Failure>;

    /// The parts of several runs, each run's as [`Records::parts`] has them.
    async fn parts_of_runs(&self, runs: &[RunId]) -> Result<HashMap<RunId, Vec<Part>>, Failure> {
        let mut parts = HashMap::with_capacity(runs.len());
        for run in runs {
            parts.insert(*run, self.parts(*run).await?);
        }
        Ok(parts)
    }

    /// Refused parts of an account's runs that have others unsettled, and that nothing stands in for.
    async fn refused_parts(&self, account: &AccountKey) -> Result<Vec<(RunId, Target, SubmissionId)>, Failure>;

    /// Puts what waits of a run before what waits of another in the queue, or last. The order within each run stays.
    async fn move_run(&self, run: RunId, before: Option<RunId>) -> Result<(), Failure>;

    /// How long the latest completed submissions of an account took, from being taken to being seen as done.
    async fn completion_times(&self, account: &AccountKey, at_most: u32) -> Result<Vec<SignedDuration>, Failure>;

    /// What the person has set.
    async fn settings(&self) -> Result<Settings, Failure>;

    /// Keeps what the person has set.
    async fn keep_settings(&self, settings: &Settings) -> Result<(), Failure>;

    /// Whether the person has paused the queue.
    async fn queue_is_paused(&self) -> Result<bool, Failure>;

    /// Remembers whether the queue is paused.
    async fn pause_queue(&self, paused: bool) -> Result<(), Failure>;

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

    /// How much there is of everything, and how it is kept: for whoever helps, so without anything of its content.
    async fn inventory(&self) -> Result<Inventory, Failure>;
}

/// How much the app remembers, and how that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// The version of the tables: that of their newest migration.
    pub schema: i64,
    /// How large the database is, in bytes.
    pub bytes: u64,
    /// How many rows each table has.
    pub rows: Vec<(String, u64)>,
    /// When the backups were made, oldest first.
    pub backups: Vec<Timestamp>,
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
    /// The run it belongs to; `None` for those of a new one.
    pub run: Option<RunId>,
    /// The submission that it stands in for.
    pub replaces: Option<SubmissionId>,
}

/// A step of a submission from one state to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which submission.
    pub id: SubmissionId,
    /// The state that it leaves: where it is in another by now, somebody else was quicker.
    pub from: State,
    /// The state that it comes into.
    pub to: State,
}

/// A submission as a part of its run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number.
    pub id: SubmissionId,
    /// What it asks of CloudFront.
    pub load: Load,
    /// How far it is.
    pub state: State,
    /// Whether others stand in for it.
    pub is_replaced: bool,
}

/// One step in a submission's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// When it was stored.
    pub at: Timestamp,
    /// The state it came into: `waiting`, `queued`, `sending`, `inProgress`, `accepted`, `completed`, `refused`, `unknown`
    /// or `withdrawn`.
    pub state: &'static str,
    /// Why, for a refusal, a lost reply and what was put off.
    pub reason: Option<Reason>,
}
