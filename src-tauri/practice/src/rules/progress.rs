//! How long an invalidation takes.

use jiff::SignedDuration;

use crate::chance::Chance;

/// The quickest and the slowest, in milliseconds at speed 1. AWS promises under 25 s for 95 of 100, its report
/// included (What's New, 29 April 2026); people mostly see about ten.
const QUICKEST: u64 = 4_000;
const SLOWEST: u64 = 12_000;

/// How long the rehearsal of a slow one takes at speed 1: long enough to see what a window does meanwhile.
pub(crate) const SLOW: SignedDuration = SignedDuration::from_mins(10);

/// No invalidation is in progress for longer than this, at the slowest speed there is.
pub(crate) const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// How many times quicker than in life the account's own delays pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Speed(f64);

impl Speed {
    /// From a hundredth to a million times; `None` outside that.
    pub(crate) fn new(times: f64) -> Option<Self> {
        (0.01..=1_000_000.0).contains(&times).then_some(Self(times))
    }

    pub(crate) fn times(self) -> f64 {
        self.0
    }

    /// So much of life's time, at this speed.
    pub(crate) fn scale(self, time: SignedDuration) -> SignedDuration {
        SignedDuration::from_secs_f64(time.as_secs_f64() / self.0)
    }
}

/// How long this one takes, which follows from its id.
pub(crate) fn duration(id: &str, speed: Speed) -> SignedDuration {
    let millis = QUICKEST + Chance::of(&["duration", id]).below(SLOWEST - QUICKEST + 1);
    speed.scale(SignedDuration::from_millis(millis as i64))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn it_takes_some_seconds_always_the_same_and_less_at_speed() {
        for id in ["I1", "I2", "I3J0I21PCUYOIK"] {
            let in_life = duration(id, Speed::new(1.0).unwrap());
            assert!((4.0..=12.0).contains(&in_life.as_secs_f64()), "{id}: {in_life}");
            assert_eq!(in_life, duration(id, Speed::new(1.0).unwrap()));
            assert!(duration(id, Speed::new(1_000.0).unwrap()) <= SignedDuration::from_millis(12));
        }
    }

    #[test]
    fn a_speed_that_is_none_is_refused() {
        for times in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Speed::new(times), None, "{times}");
        }
        assert!(Speed::new(0.01).unwrap().scale(SLOW) < LONGEST);
    }
}
