//! What changed that somebody may be looking at.

use domain::submission::{RunId, SubmissionId};
use domain::{InvalidationId, InvalidationStatus, Target};

use crate::ConnectionId;

/// A change, told to whoever listens at [`Housekeeper::changes`](crate::Housekeeper::changes).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A submission is new, or has moved on.
    Submission(SubmissionId),
    /// An invalidation has another status than before.
    Invalidation {
        /// The connection it was read through.
        connection: ConnectionId,
        /// What it was made against.
        target: Target,
        /// Which one.
        id: InvalidationId,
        /// How far it is now.
        status: InvalidationStatus,
    },
    /// A connection was saved, removed or put to use.
    Connections,
    /// A sign-in at a portal went on.
    PortalSignIn(String),
    /// The app has let go of what it held in memory, or somebody is there again.
    Locked,
    /// The queue was paused, resumed or put in another order, or something in it waits for something else than before.
    Queue,
    /// Everything of a run is settled.
    RunEnded(RunId),
    /// The person has set something else.
    Settings,
    /// A batch was saved, deleted or run.
    Batches,
    /// More is known of an account's month, or its budgets or prices are others.
    Month,
}
