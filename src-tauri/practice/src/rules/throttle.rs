//! How quickly CreateInvalidation may be called.

use jiff::Timestamp;

use super::progress::Speed;
use crate::refusal::Refusal;

/// Calls that may follow at once, and calls a second from then on. A maintainer named a default of "0.5", and people
/// met the refusal after six or seven quick calls (aws/aws-sdk-js#3983).
const BURST: f64 = 6.0;
const EVERY_SECOND: f64 = 0.5;

/// A token bucket for the whole account.
#[derive(Debug)]
pub(crate) struct Throttle {
    tokens: f64,
    filled: Option<Timestamp>,
}

impl Throttle {
    pub(crate) fn new() -> Self {
        Self { tokens: BURST, filled: None }
    }

    /// Counts one call, or refuses it. A refused call costs nothing.
    pub(crate) fn take(&mut self, now: Timestamp, speed: Speed) -> Result<(), Refusal> {
        let passed = self.filled.map_or(0.0, |filled| now.duration_since(filled).as_secs_f64().max(0.0));
        self.tokens = (self.tokens + passed * EVERY_SECOND * speed.times()).min(BURST);
        self.filled = Some(now);
        if self.tokens < 1.0 {
            return Err(Refusal::throttling());
        }
        self.tokens -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn six_go_at_once_and_then_one_every_two_seconds() {
        let (mut throttle, speed, start) = (Throttle::new(), Speed::new(1.0).unwrap(), Timestamp::UNIX_EPOCH);
        for _ in 0..6 {
            assert_eq!(throttle.take(start, speed), Ok(()));
        }
        assert_eq!(throttle.take(start, speed), Err(Refusal::throttling()));
        let at = |millis| start + SignedDuration::from_millis(millis);
        assert_eq!(throttle.take(at(1_999), speed), Err(Refusal::throttling()));
        assert_eq!(throttle.take(at(2_000), speed), Ok(()));
        assert_eq!(throttle.take(at(2_001), speed), Err(Refusal::throttling()));
    }

    #[test]
    fn it_quickens_with_the_speed() {
        let (mut throttle, speed) = (Throttle::new(), Speed::new(1_000.0).unwrap());
        for millis in 0..200 {
            let now = Timestamp::from_millisecond(millis * 2).unwrap();
            assert_eq!(throttle.take(now, speed), Ok(()), "{millis}");
        }
    }
}
