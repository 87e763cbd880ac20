//! Every fix does away with the finding that offered it.

use proptest::prelude::*;

use super::properties::{target, text};
use super::*;

/// The text with one line replaced.
fn applied(text: &str, finding: &Finding) -> Option<String> {
    let replacement = &finding.fix.as_ref()?.replacement;
    let mut lines: Vec<String> = super::super::line::lines(text).map(|(_, line)| line.to_owned()).collect();
    let at = finding.line as usize - 1;
    lines.splice(at..=at, replacement.iter().cloned());
    Some(lines.join("\n"))
}

fn count(report: &Report, rule: Rule) -> usize {
    report.findings.iter().filter(|finding| finding.rule == rule).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_fix_does_away_with_its_finding(text in text(), known in target()) {
        let before = check(&text, &known);
        for finding in &before.findings {
            let Some(text) = applied(&text, finding) else { continue };
            let after = check(&text, &known);
            let mended = finding.line..finding.line + finding.fix.as_ref().unwrap().replacement.len() as u32;
            for other in &after.findings {
                prop_assert!(
                    other.rule != finding.rule || !mended.contains(&other.line),
                    "{finding:?}\nleaves {other:?}"
                );
            }
            // Where a line goes, one that repeated it takes its place.
            if mended.is_empty() && count(&before, Rule::DuplicateDropped) == 0 {
                prop_assert_eq!(count(&after, finding.rule), count(&before, finding.rule) - 1, "{:?}", finding);
            }
        }
    }

    #[test]
    fn dropping_all_that_is_covered_at_once_leaves_nothing_covered(text in text(), known in target()) {
        // What would be sent has no repeats, which would take the place of what is dropped.
        let text = items(&check(&text, &known)).join("\n");
        let before = check(&text, &known);
        let covered: Vec<u32> = before
            .findings
            .iter()
            .filter(|finding| finding.rule == Rule::CoveredByWildcard)
            .map(|finding| finding.line)
            .collect();
        let kept: Vec<_> =
            super::super::line::lines(&text).filter(|(line, _)| !covered.contains(line)).map(|(_, line)| line).collect();
        let after = check(&kept.join("\n"), &known);
        prop_assert_eq!(count(&after, Rule::CoveredByWildcard), 0);
        prop_assert_eq!(after.items.len(), before.items.len() - covered.len());
    }
}
