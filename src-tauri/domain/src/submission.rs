//! A submission and its states.
//!
//! ```text
//! Queued ──→ Sending ──→ InProgress ──→ Completed
//!               │  ├───→ Refused            (definite, and no reply was ever lost)
//!               │  └───→ Unknown ──→ Sending (the same reference again)
//!               └──────→ Accepted            (it was taken, but may not be read)
//! ```
//!
//! Each state is a type of its own whose transitions consume it, so what cannot happen does not compile. [`State`] is
//! their sum, for whoever stores or shows them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{AccountKey, Batch, CallerReference, InvalidationId, Target};

/// Which submission: the app's own number for it, rising with time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SubmissionId(pub i64);

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
    /// The submission that this one stands in for, after that one was refused.
    pub replaces: Option<SubmissionId>,
}

/// Where a submission stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Stored, and never attempted.
    Queued(Queued),
    /// An attempt is under way, or was when the app ended.
    Sending(Sending),
    /// CloudFront took it and works on it.
    InProgress(InProgress),
    /// CloudFront took it, and this person may not read how far it is.
    Accepted(Accepted),
    /// Done everywhere.
    Completed(Completed),
    /// CloudFront refused it; nothing was invalidated.
    Refused(Refused),
    /// A reply was lost: it may or may not have been taken.
    Unknown(Unknown),
}

/// Stored, and never attempted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queued;

/// An attempt is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// When this attempt began.
    pub since: Timestamp,
    /// Which attempt it is, from 1.
    pub attempt: u32,
    /// When a reply was first lost, where one was.
    pub lost: Option<Timestamp>,
}

/// Taken, and under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InProgress {
    /// What CloudFront calls it.
    pub invalidation: InvalidationId,
    /// When CloudFront took it.
    pub created: Timestamp,
}

/// Taken, but not to be followed by this person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What CloudFront calls it.
    pub invalidation: InvalidationId,
    /// When CloudFront took it.
    pub created: Timestamp,
}

/// Done everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completed {
    /// What CloudFront calls it.
    pub invalidation: InvalidationId,
    /// When CloudFront took it.
    pub created: Timestamp,
    /// When it was first seen as done.
    pub seen: Timestamp,
}

/// Refused for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// When.
    pub at: Timestamp,
    /// Why, as the adapter named it.
    pub reason: Reason,
}

/// Possibly taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// How many attempts were made.
    pub attempts: u32,
    /// When a reply was first lost: what CloudFront remembers of the reference is judged from here.
    pub lost: Timestamp,
    /// What became of the last attempt.
    pub reason: Reason,
}

/// Why an attempt failed: a code that the screen has a sentence for, and what the service said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The code, as in the wire's errors.
    pub code: String,
    /// The service's own words; may be empty.
    pub detail: String,
}

/// What became of one attempt, as far as it decides the next state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// CloudFront took it, now or at an earlier attempt.
    Taken {
        /// What CloudFront calls it.
        invalidation: InvalidationId,
        /// When CloudFront took it.
        created: Timestamp,
        /// Whether it is already done.
        completed: bool,
    },
    /// CloudFront refused this attempt, and did not act on it.
    Refused(Reason),
    /// The attempt certainly never reached CloudFront.
    NotSent(Reason),
    /// It may have reached CloudFront, and no readable answer came.
    Lost(Reason),
}

impl Queued {
    /// The first attempt begins.
    pub fn send(self, now: Timestamp) -> Sending {
        Sending { since: now, attempt: 1, lost: None }
    }
}

impl Sending {
    /// The attempt ended.
    ///
    /// A refusal after a lost reply proves nothing: the first attempt may have been taken, and may itself be why the
    /// second was refused. So it leads to [`Unknown`], never to [`Refused`].
    pub fn ended(self, outcome: Outcome, now: Timestamp) -> State {
        match (outcome, self.lost) {
            (Outcome::Taken { invalidation, created, completed: true }, _) => {
                State::Completed(Completed { invalidation, created, seen: now })
            }
            (Outcome::Taken { invalidation, created, completed: false }, _) => {
                State::InProgress(InProgress { invalidation, created })
            }
            (Outcome::Refused(reason) | Outcome::NotSent(reason), None) => State::Refused(Refused { at: now, reason }),
            (Outcome::Refused(reason) | Outcome::NotSent(reason), Some(lost)) => {
                State::Unknown(Unknown { attempts: self.attempt, lost, reason })
            }
            (Outcome::Lost(reason), earlier) => {
                State::Unknown(Unknown { attempts: self.attempt, lost: earlier.unwrap_or(now), reason })
            }
        }
    }

    /// The app ended in the middle of the attempt: whatever came of it was not heard.
    pub fn interrupted(self) -> Unknown {
        Unknown {
            attempts: self.attempt,
            lost: self.lost.unwrap_or(self.since),
            reason: Reason { code: "interrupted".to_owned(), detail: String::new() },
        }
    }
}

impl Unknown {
    /// The same reference with the same items once more.
    pub fn send_again(self, now: Timestamp) -> Sending {
        Sending { since: now, attempt: self.attempts + 1, lost: Some(self.lost) }
    }

    /// It was found among CloudFront's invalidations by its reference.
    pub fn found(self, invalidation: InvalidationId, created: Timestamp) -> InProgress {
        InProgress { invalidation, created }
    }
}

impl InProgress {
    /// CloudFront says that it is done.
    pub fn completed(self, now: Timestamp) -> Completed {
        Completed { invalidation: self.invalidation, created: self.created, seen: now }
    }

    /// CloudFront does not let this person read it.
    pub fn cannot_be_followed(self) -> Accepted {
        Accepted { invalidation: self.invalidation, created: self.created }
    }
}

impl Accepted {
    /// It may be read after all.
    pub fn followed(self) -> InProgress {
        InProgress { invalidation: self.invalidation, created: self.created }
    }
}

impl State {
    /// What CloudFront calls it, once it was taken.
    pub fn invalidation(&self) -> Option<&InvalidationId> {
        match self {
            Self::InProgress(state) => Some(&state.invalidation),
            Self::Accepted(state) => Some(&state.invalidation),
            Self::Completed(state) => Some(&state.invalidation),
            Self::Queued(_) | Self::Sending(_) | Self::Refused(_) | Self::Unknown(_) => None,
        }
    }

    /// Whether there is nothing left to do or to hear.
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::Completed(_) | Self::Refused(_) | Self::Accepted(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEN: Timestamp = Timestamp::constant(1_795_348_800, 0);
    const LATER: Timestamp = Timestamp::constant(1_795_348_900, 0);

    fn reason(code: &str) -> Reason {
        Reason { code: code.to_owned(), detail: String::new() }
    }

    #[test]
    fn a_refusal_at_the_first_attempt_is_final() {
        let state = Queued.send(THEN).ended(Outcome::Refused(reason("tooManyInProgress")), LATER);
        assert_eq!(state, State::Refused(Refused { at: LATER, reason: reason("tooManyInProgress") }));
    }

    #[test]
    fn a_refusal_after_a_lost_reply_proves_nothing() {
        let State::Unknown(unknown) = Queued.send(THEN).ended(Outcome::Lost(reason("replyLost")), THEN) else {
            panic!("a lost reply leaves it unknown")
        };
        let again = unknown.send_again(LATER);
        assert_eq!(again.attempt, 2);
        let State::Unknown(unknown) = again.ended(Outcome::Refused(reason("tooManyInProgress")), LATER) else {
            panic!("still unknown")
        };
        assert_eq!(unknown.lost, THEN, "the first loss counts");
    }

    #[test]
    fn never_having_left_is_no_proof_either_after_a_lost_reply() {
        let sending = Sending { since: LATER, attempt: 2, lost: Some(THEN) };
        assert!(matches!(sending.ended(Outcome::NotSent(reason("unreachable")), LATER), State::Unknown(_)));
    }

    #[test]
    fn an_attempt_cut_short_by_a_crash_is_unknown_since_it_began() {
        let unknown = Queued.send(THEN).interrupted();
        assert_eq!(unknown.lost, THEN);
        assert_eq!(unknown.attempts, 1);
    }

    #[test]
    fn what_is_taken_is_followed_to_its_end() {
        let taken = Outcome::Taken { invalidation: InvalidationId::new("I1"), created: THEN, completed: false };
        let State::InProgress(state) = Queued.send(THEN).ended(taken, THEN) else { panic!("in progress") };
        assert_eq!(state.completed(LATER).seen, LATER);
    }
}
