//! How a bench says what it measured: one line a row, the same everywhere.
//!
//! `name: ours 12.3 ms, peer sort -u 40.1 ms, ratio 0.31 (goal 1)`. A goal is the most that the ratio of ours to the peer's
//! may be; one that is not met says so in its line, and ends nothing.

#![expect(clippy::print_stdout, reason = "a bench answers on standard output")]

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The fewest runs whose median is a figure.
pub const RUNS: usize = 5;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Bytes.
    Bytes,
}

/// What one row compares.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// What was measured.
    pub name: &'a str,
    /// Ours, in the unit.
    pub ours: f64,
    /// Whom it is compared with.
    pub peer: &'a str,
    /// The peer's, in the unit.
    pub theirs: f64,
    /// What both count.
    pub unit: Unit,
    /// The most that the ratio of ours to theirs may be; none where it only tells.
    pub goal: Option<f64>,
    /// What else is to be known of it; may be empty.
    pub note: &'a str,
}

impl Row<'_> {
    /// Prints the row.
    pub fn print(&self) {
        println!("{}", self.line());
    }

    /// The row as a line.
    pub fn line(&self) -> String {
        let Self { name, peer, unit, note, .. } = self;
        let (ours, theirs, ratio) = (shown(*unit, self.ours), shown(*unit, self.theirs), self.ours / self.theirs);
        let mut line = format!("{name}: ours {ours}, peer {peer} {theirs}, ratio {}", short(ratio));
        match self.goal {
            Some(goal) if ratio <= goal => line += &format!(" (goal {goal})"),
            Some(goal) => line += &format!(" (goal {goal}: NOT MET)"),
            None => line += " (no goal)",
        }
        if !note.is_empty() {
            line += "; ";
            line += note;
        }
        line
    }
}

/// A figure with its unit: `3.21 ms`, `1.75 s`, `345 MB`.
pub fn shown(unit: Unit, figure: f64) -> String {
    match unit {
        Unit::Seconds if figure < 1.0 => format!("{} ms", short(figure * 1e3)),
        Unit::Seconds => format!("{} s", short(figure)),
        Unit::Bytes => format!("{} MB", short(figure / 1e6)),
    }
}

/// Three figures that tell something, or all before the point.
fn short(number: f64) -> String {
    match number {
        _ if number >= 99.95 => format!("{number:.0}"),
        _ if number >= 9.995 => format!("{number:.1}"),
        _ if number >= 0.0995 => format!("{number:.2}"),
        _ => format!("{number:.4}"),
    }
}

/// The middle one of the figures; of an even number the upper one of the middle two.
pub fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The median of durations, in seconds.
pub fn median_seconds(times: &[Duration]) -> f64 {
    median(times.iter().map(Duration::as_secs_f64))
}

/// How long it takes until there is an answer, in seconds; that the answer is put away does not count.
pub fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let answer = black_box(work());
    let time = start.elapsed();
    drop(answer);
    time.as_secs_f64()
}

/// The medians of two works by turns, so that what else the machine does meets both.
pub fn by_turns(mut ours: impl FnMut() -> f64, mut theirs: impl FnMut() -> f64) -> (f64, f64) {
    let (all_ours, all_theirs): (Vec<_>, Vec<_>) = (0..RUNS).map(|_| (ours(), theirs())).unzip();
    (median(all_ours), median(all_theirs))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(ours: f64, theirs: f64, goal: Option<f64>, note: &'static str) -> String {
        Row { name: "checks", ours, peer: "sort -u", theirs, unit: Unit::Seconds, goal, note }.line()
    }

    #[test]
    fn a_row_says_both_figures_their_ratio_and_the_goal() {
        assert_eq!(
            row(0.0123, 0.0401, Some(1.0), ""),
            "checks: ours 12.3 ms, peer sort -u 40.1 ms, ratio 0.31 (goal 1)"
        );
        assert_eq!(
            row(2.0, 1.0, None, "twice"),
            "checks: ours 2.00 s, peer sort -u 1.00 s, ratio 2.00 (no goal); twice"
        );
    }

    #[test]
    fn a_goal_that_is_not_met_says_so() {
        let line = row(1.6, 1.0, Some(1.5), "");
        assert!(line.ends_with("ratio 1.60 (goal 1.5: NOT MET)"), "{line}");
        assert!(!row(1.5, 1.0, Some(1.5), "").contains("NOT MET"), "as much as it may be");
    }

    #[test]
    fn figures_are_short_and_have_their_unit() {
        assert_eq!(shown(Unit::Bytes, 345_400_000.0), "345 MB");
        assert_eq!(shown(Unit::Seconds, 0.000_05), "0.0500 ms");
        assert_eq!(shown(Unit::Seconds, 12.34), "12.3 s");
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        assert!((median([5.0, 1.0, 3.0]) - 3.0).abs() < f64::EPSILON);
        assert!(median([]).is_nan());
    }
}
