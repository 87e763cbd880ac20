//! The last lines of a campaign.

use super::{Totals, Verdict};
use crate::Fault;

/// How many problems are shown; the folders that stay tell of the others.
const PROBLEMS: usize = 30;

/// The faults by kind, the kills and the intents; then what went wrong. The last line is `lost N, doubled N, out of
/// order N`.
pub fn table(totals: &Totals) -> Vec<String> {
    let Totals { runs, intents, faults, kills, windows, verdict, unfinished, problems, time } = totals;
    let row = |name: &str, count: u64| format!("  {name:<34}{count:>8}");
    let mut lines = vec!["Faults injected".to_owned()];
    lines.extend(Fault::ALL.map(|fault| row(fault.name(), faults.of(fault).into())));
    lines.push(row("together", faults.sum().into()));
    lines.push("Kills (SIGKILL)".to_owned());
    lines.push(row("at any time", kills.at_any_time.into()));
    lines.push(row("request on its way", kills.on_the_way.into()));
    lines.push(row("acted upon, reply not yet sent", kills.acted.into()));
    lines.push(row("reply sent", kills.replied.into()));
    lines.push(row("together", kills.sum().into()));
    lines.push(row("and its window, once it was at work", (*windows).into()));
    lines.push("Intents".to_owned());
    lines.push(row("sent", *intents as u64));
    lines.push(format!("{runs} runs in {:.0} s; {unfinished} did not come to an end", time.as_secs_f64()));
    lines.extend(problems.iter().take(PROBLEMS).cloned());
    if problems.len() > PROBLEMS {
        lines.push(format!("… and {} lines more", problems.len() - PROBLEMS));
    }
    let Verdict { lost, doubled, out_of_order, disagreements } = verdict;
    lines.push(format!("the app's history and the server's record disagree {disagreements} times"));
    lines.push(format!("lost {lost}, doubled {doubled}, out of order {out_of_order}"));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_the_verdict_and_problems_stand_before_it() {
        let verdict = Verdict { lost: 1, doubled: 2, out_of_order: 3, disagreements: 4 };
        let totals = Totals { verdict, problems: vec!["run 7: lost".to_owned(); 40], ..Totals::default() };
        let lines = table(&totals);
        assert_eq!(lines.last().map(String::as_str), Some("lost 1, doubled 2, out of order 3"));
        assert!(lines.contains(&"… and 10 lines more".to_owned()));
        assert!(!totals.is_well());
    }
}
