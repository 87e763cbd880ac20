//! What changed that somebody may be looking at.

use domain::submission::SubmissionId;
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
}
