//! A submission: exactly what one CreateInvalidation carries, and where it stands.
//!
//! ```text
//! Waiting ──→ Queued ──→ Sending ──→ InProgress ──→ Completed
//!    │          │ ↑         │ │ ├───→ Refused            (definite, and no reply was ever lost; from Queued where it
//!    │          │ │         │ │ │                         may not be sent any more)
//!    │          │ └─────────┘ │ └───→ Unknown ──→ Sending (the same reference again)
//!    └──────────┴→ Withdrawn  └─────→ Accepted            (it was taken, but may not be read)
//! ```
//!
//! A definite refusal ends a submission. Its items may go on in new ones, linked to it by [`Submission::replaces`]:
//! split, corrected, or without those that were withdrawn. "Not now" is no such refusal: nothing was taken, so the same
//! submission waits and goes out later, with the same reference.

mod state;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::quota::Load;
use crate::{AccountKey, Batch, CallerReference, Target};

pub use state::{
    Accepted, Completed, InProgress, Outcome, PutOff, Queued, Reason, Refused, Sending, State, Unknown, Waiting,
    Withdrawn,
};

/// Which submission: the app's own number for it, rising with time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SubmissionId(pub i64);

/// Which run: one click of a person, which is one submission or more. It is the number of the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RunId(pub i64);

/// Exactly what one CreateInvalidation carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What it is made against.
    pub target: Target,
    /// Its caller reference, the same at every attempt.
    pub reference: CallerReference,
    /// Its items, in the same order at every attempt.
    pub batch: Batch,
}

/// An order as it was stored, bound to the account it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its number.
    pub id: SubmissionId,
    /// The run it belongs to.
    pub run: RunId,
    /// The connection it was made through.
    pub connection: String,
    /// The account it is for, whichever connection sends it.
    pub account: AccountKey,
    /// What the person called it; may be empty.
    pub name: String,
    /// When the person asked for it.
    pub asked: Timestamp,
    /// What is sent.
    pub order: Order,
    /// How far it is.
    pub state: State,
    /// The submission that this one stands in for, after that one was refused, or withdrawn in part.
    pub replaces: Option<SubmissionId>,
}

/// A submission without its items: what the queue is planned by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Its number.
    pub id: SubmissionId,
    /// The run it belongs to.
    pub run: RunId,
    /// The account it is for.
    pub account: AccountKey,
    /// What it is made against.
    pub target: Target,
    /// When the person asked for it.
    pub asked: Timestamp,
    /// What it asks of CloudFront.
    pub load: Load,
    /// How far it is.
    pub state: State,
}
