//! How quickly the engine's own waits pass.

use std::time::Duration;

/// How many times quicker than in life the engine's own waits pass: between two attempts after a lost reply, between
/// two looks at what is in progress.
///
/// The app always goes at life's pace, [`Pace::default`], and nothing of its settings or its environment changes that:
/// CloudFront is asked as politely as the waits say. The crash campaign goes quicker, so that a run takes seconds.
/// Times that are stored or compared with the clock are not scaled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace(f64);

impl Default for Pace {
    fn default() -> Self {
        Self(1.0)
    }
}

impl Pace {
    /// From 1, as in life, to 1,000 times quicker; `None` outside that.
    pub fn new(times: f64) -> Option<Self> {
        (1.0..=1_000.0).contains(&times).then_some(Self(times))
    }

    /// So much of life's time, at this pace.
    pub(crate) fn scale(self, wait: Duration) -> Duration {
        wait.div_f64(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_life_s_or_quicker() {
        for odd in [0.0, 0.5, -1.0, 1_001.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Pace::new(odd), None, "{odd}");
        }
        let wait = Duration::from_secs(5);
        assert_eq!(Pace::default().scale(wait), wait);
        assert_eq!(Pace::new(100.0).map(|pace| pace.scale(wait)), Some(Duration::from_millis(50)));
    }
}
