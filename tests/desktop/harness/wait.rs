//! Waiting on conditions.

use std::time::{Duration, Instant};

/// How long anything may take before the test gives up on it. What the tests wait for takes seconds at most; the rest
/// is for a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(45);

/// Pause between two looks at a condition, so that looking does not slow down what is looked at.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Looks until there is an answer, and panics with what was missing when there is none in time.
#[track_caller]
pub fn until<T>(missing: impl Fn() -> String, look: impl FnMut() -> Option<T>) -> T {
    match within(PATIENCE, look) {
        Some(answer) => answer,
        None => panic!("after {} s: {}", PATIENCE.as_secs(), missing()),
    }
}

/// Looks for so long until there is an answer; none when there is none in time.
pub fn within<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + patience;
    loop {
        let answer = look();
        if answer.is_some() || Instant::now() > deadline {
            return answer;
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
}
