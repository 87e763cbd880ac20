//! The states of a submission, and what leads from one to another.
//!
//! Each state is a type of its own whose transitions consume it, so what cannot happen does not compile. [`State`] is
//! their sum, for whoever stores or shows them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::InvalidationId;

/// Where a submission stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Stored, and in the time in which the person can take it back.
    Waiting(Waiting),
    /// To be sent as soon as its turn comes.
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
    /// The person took it back before it was taken; nothing was invalidated.
    Withdrawn(Withdrawn),
}

/// In the time in which the person can take it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// When that time is over. It is measured by the monotonic clock; this is for the screen.
    pub until: Timestamp,
}

/// To be sent as soon as its turn comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queued {
    /// How it was put off, where it was attempted and certainly not taken.
    pub put_off: Option<PutOff>,
}

/// An attempt ended in "not now": there was no room, or no way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutOff {
    /// How many attempts there were.
    pub attempts: u32,
    /// Why the last one was put off.
    pub reason: Reason,
}

/// Taken back by the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// When.
    pub at: Timestamp,
}

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
    /// Nothing acted on it, and later it may be taken: the quota was used up, the pace too quick, the network down.
    NotNow(Reason),
    /// The attempt certainly never reached CloudFront.
    NotSent(Reason),
    /// It may have reached CloudFront, and no readable answer came.
    Lost(Reason),
}

impl Waiting {
    /// Its time to be taken back is over, or the person did not want to wait for that.
    pub fn released(self) -> Queued {
        Queued::default()
    }

    /// The person takes it back.
    pub fn withdrawn(self, now: Timestamp) -> Withdrawn {
        Withdrawn { at: now }
    }
}

impl Queued {
    /// An attempt begins: the first, or the next after those that were put off.
    pub fn send(self, now: Timestamp) -> Sending {
        let attempts = self.put_off.map_or(0, |put_off| put_off.attempts);
        Sending { since: now, attempt: attempts + 1, lost: None }
    }

    /// It may not be sent any more, and never was taken.
    pub fn refused(self, reason: Reason, now: Timestamp) -> Refused {
        Refused { at: now, reason }
    }

    /// The person takes it back. No attempt of it was taken, so there is nothing that could not be called back.
    pub fn withdrawn(self, now: Timestamp) -> Withdrawn {
        Withdrawn { at: now }
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
            (Outcome::NotNow(reason), None) => {
                State::Queued(Queued { put_off: Some(PutOff { attempts: self.attempt, reason }) })
            }
            (Outcome::Refused(reason) | Outcome::NotNow(reason) | Outcome::NotSent(reason), Some(lost)) => {
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
            Self::Waiting(_)
            | Self::Queued(_)
            | Self::Sending(_)
            | Self::Refused(_)
            | Self::Unknown(_)
            | Self::Withdrawn(_) => None,
        }
    }

    /// Whether there is nothing left to do or to hear.
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::Completed(_) | Self::Refused(_) | Self::Accepted(_) | Self::Withdrawn(_))
    }

    /// What it becomes where the person takes it back; `None` where it may have been taken, or is over.
    pub fn withdrawn(&self, now: Timestamp) -> Option<Withdrawn> {
        match self {
            Self::Waiting(waiting) => Some(waiting.clone().withdrawn(now)),
            Self::Queued(queued) => Some(queued.clone().withdrawn(now)),
            _ => None,
        }
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
        let state = Queued::default().send(THEN).ended(Outcome::Refused(reason("tooManyInProgress")), LATER);
        assert_eq!(state, State::Refused(Refused { at: LATER, reason: reason("tooManyInProgress") }));
    }

    #[test]
    fn a_refusal_after_a_lost_reply_proves_nothing() {
        let State::Unknown(unknown) = Queued::default().send(THEN).ended(Outcome::Lost(reason("replyLost")), THEN)
        else {
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
    fn what_is_put_off_waits_with_the_same_reference_and_counts_its_attempts() {
        let put_off = Queued::default().send(THEN).ended(Outcome::NotNow(reason("throttled")), LATER);
        let State::Queued(queued) = put_off else { panic!("it waits") };
        assert_eq!(queued.put_off, Some(PutOff { attempts: 1, reason: reason("throttled") }));
        assert_eq!(queued.send(LATER).attempt, 2);
    }

    #[test]
    fn being_put_off_after_a_lost_reply_proves_nothing() {
        let sending = Sending { since: LATER, attempt: 2, lost: Some(THEN) };
        assert!(matches!(sending.ended(Outcome::NotNow(reason("tooManyInProgress")), LATER), State::Unknown(_)));
    }

    #[test]
    fn only_what_certainly_was_not_taken_can_be_taken_back() {
        let waiting = State::Waiting(Waiting { until: LATER });
        assert_eq!(waiting.withdrawn(THEN), Some(Withdrawn { at: THEN }));
        let put_off = Queued::default().send(THEN).ended(Outcome::NotNow(reason("throttled")), THEN);
        assert!(put_off.withdrawn(LATER).is_some());
        let sending = Queued::default().send(THEN);
        assert_eq!(State::Sending(sending.clone()).withdrawn(LATER), None);
        assert_eq!(State::Unknown(sending.interrupted()).withdrawn(LATER), None);
    }

    #[test]
    fn an_attempt_cut_short_by_a_crash_is_unknown_since_it_began() {
        let unknown = Queued::default().send(THEN).interrupted();
        assert_eq!(unknown.lost, THEN);
        assert_eq!(unknown.attempts, 1);
    }

    #[test]
    fn what_is_taken_is_followed_to_its_end() {
        let taken = Outcome::Taken { invalidation: InvalidationId::new("I1"), created: THEN, completed: false };
        let State::InProgress(state) = Queued::default().send(THEN).ended(taken, THEN) else { panic!("in progress") };
        assert_eq!(state.completed(LATER).seen, LATER);
    }
}
