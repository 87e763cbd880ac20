//! The last lines of a test run: what ran, with what outcome, and how long it took.

use std::time::Duration;

use super::counts::Counts;

/// What became of one step.
pub struct Outcome {
    /// What ran.
    pub name: &'static str,
    /// Whether it passed.
    pub passed: bool,
    /// How many tests it ran, where it runs tests.
    pub counts: Option<Counts>,
    /// How long it took.
    pub time: Duration,
}

/// The table of all steps, with a line that sums it up.
pub fn lines(ran: &[Outcome]) -> Vec<String> {
    let width = ran.iter().map(|outcome| outcome.name.chars().count()).max().unwrap_or(0);
    let mut lines = vec![String::new(), "Summary".to_owned()];
    lines.extend(ran.iter().map(|outcome| {
        let verdict = if outcome.passed { "passed" } else { "FAILED" };
        let line =
            format!("  {verdict}  {:width$}  {:>8}  {}", outcome.name, minutes(outcome.time), numbers(outcome.counts));
        line.trim_end().to_owned()
    }));
    let failed = ran.iter().filter(|outcome| !outcome.passed).count();
    let time = minutes(ran.iter().map(|outcome| outcome.time).sum());
    lines.push(if failed == 0 {
        format!("All {} steps passed in {time}.", ran.len())
    } else {
        format!("{failed} of {} steps FAILED, in {time}.", ran.len())
    });
    lines
}

/// `3 min 07 s`, `7 s`.
fn minutes(time: Duration) -> String {
    match (time.as_secs() / 60, time.as_secs() % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds:02} s"),
    }
}

fn numbers(counts: Option<Counts>) -> String {
    let Some(Counts { passed, failed, skipped }) = counts else { return String::new() };
    let mut text = format!("{passed} passed");
    if failed > 0 {
        text += &format!(", {failed} failed");
    }
    if skipped > 0 {
        text += &format!(", {skipped} left out");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_stands_out_in_its_line_and_in_the_sum() {
        let counts = Some(Counts { passed: 12, failed: 1, skipped: 2 });
        let ran = [
            Outcome { name: "Set-up", passed: true, counts: None, time: Duration::from_secs(7) },
            Outcome { name: "Rust: tests", passed: false, counts, time: Duration::from_secs(187) },
        ];
        assert_eq!(
            lines(&ran),
            [
                "",
                "Summary",
                "  passed  Set-up            7 s",
                "  FAILED  Rust: tests  3 min 07 s  12 passed, 1 failed, 2 left out",
                "1 of 2 steps FAILED, in 3 min 14 s.",
            ]
        );
    }
}
