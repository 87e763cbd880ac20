//! How old is it, by a clock that may jump?
//!
//! Clocks are set right by days: a battery ran empty, somebody chose another year, a laptop woke without a network. What
//! was stored before such a jump has times that the clock of now says nothing about. So an age is never taken for less
//! than it may be: where it cannot be known it counts as too old, and what is too old is looked up, or asks the person.
//! A jump ahead makes things look older than they are, which leads the same way. Waiting itself is by the monotonic
//! clock, which does not jump.

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

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

/// Both clocks at one moment.
///
/// While a computer sleeps its monotonic clock stands still (clock_gettime(2), `CLOCK_MONOTONIC`; Windows counts on) and
/// the wall's does not: so they tell of a sleep by going apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clocks {
    wall: Timestamp,
    monotonic: Instant,
}

impl Clocks {
    /// The clocks of now; `wall` is the wall's.
    pub(crate) fn at(wall: Timestamp) -> Self {
        Self { wall, monotonic: Instant::now() }
    }

    /// How far the clocks have gone apart since: the computer slept for so long, or somebody set the wall's.
    pub(crate) fn apart(self, wall: Timestamp) -> SignedDuration {
        let gone = SignedDuration::try_from(self.monotonic.elapsed()).unwrap_or(SignedDuration::MAX);
        wall.duration_since(self.wall).saturating_sub(gone).abs()
    }

    /// How much time has passed since, by the clock that cannot be set.
    pub(crate) fn elapsed(self) -> std::time::Duration {
        self.monotonic.elapsed()
    }
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

    #[tokio::test(start_paused = true)]
    async fn clocks_that_go_together_are_not_apart() {
        let clocks = Clocks::at(NOW);
        tokio::time::advance(std::time::Duration::from_secs(5)).await;
        let five = SignedDuration::from_secs(5);
        assert_eq!(clocks.apart(NOW + five), SignedDuration::ZERO);
        assert_eq!(clocks.apart(NOW + 3 * five), 2 * five, "it slept");
        assert_eq!(clocks.apart(NOW - five), 2 * five, "somebody set it back");
        assert_eq!(clocks.elapsed(), five.unsigned_abs());
    }

    #[test]
    fn what_has_no_age_is_not_young() {
        let hour = SignedDuration::from_hours(1);
        assert!(younger(NOW, NOW, hour));
        assert!(!younger(NOW - hour, NOW, hour));
        assert!(!younger(NOW + hour, NOW, hour));
    }
}
