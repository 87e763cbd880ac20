//! How old is it, by a clock that may jump?
//!
//! Clocks are set right by days: a battery ran empty, somebody chose another year, a laptop woke without a network. What
//! was stored before such a jump has times that the clock of now says nothing about. So an age is never taken for less
//! than it may be: where it cannot be known it counts as too old, and what is too old is looked up, or asks the person.
//! A jump ahead makes things look older than they are, which leads the same way. Waiting itself is by the monotonic
//! clock, which does not jump.

use jiff::{SignedDuration, Timestamp};

/// How far ahead of now a time may lie and still be of now: clocks are nudged by seconds all the time.
const NUDGED: SignedDuration = SignedDuration::from_mins(5);

/// The age of what happened at `then`; `None` where that is yet to come, so that the clock must have been set back.
pub(crate) fn age(then: Timestamp, now: Timestamp) -> Option<SignedDuration> {
    let age = now.duration_since(then);
    (age >= -NUDGED).then(|| age.max(SignedDuration::ZERO))
}

/// Whether it is known to be younger than that.
pub(crate) fn younger(then: Timestamp, now: Timestamp, than: SignedDuration) -> bool {
    age(then, now).is_some_and(|age| age < than)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

    #[test]
    fn what_lies_ahead_has_no_age_but_for_a_nudge() {
        assert_eq!(age(NOW - SignedDuration::from_hours(3), NOW), Some(SignedDuration::from_hours(3)));
        assert_eq!(age(NOW + SignedDuration::from_mins(5), NOW), Some(SignedDuration::ZERO));
        assert_eq!(age(NOW + SignedDuration::from_mins(6), NOW), None);
        assert_eq!(age(Timestamp::MAX, Timestamp::MIN), None);
        assert!(age(Timestamp::MIN, Timestamp::MAX).is_some());
    }

    #[test]
    fn what_has_no_age_is_not_young() {
        let hour = SignedDuration::from_hours(1);
        assert!(younger(NOW, NOW, hour));
        assert!(!younger(NOW - hour, NOW, hour));
        assert!(!younger(NOW + hour, NOW, hour));
    }
}
