//! What holds of any text at all.

use std::collections::HashSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::{LONGEST_PATH, Severity, tag};
use super::*;

/// Pieces of which lines are made: every character and word that a rule looks at.
const PIECES: &[&str] = &[
    "/",
    "/",
    "/",
    "a",
    "b",
    "dir",
    "img",
    ".",
    "..",
    ".html",
    ".jpg",
    "*",
    "*",
    "**",
    "~",
    "%7E",
    "%7e",
    "%41",
    "%2F",
    "%2A",
    "%C3%A9",
    "%",
    "%4",
    "%25",
    " ",
    "\t",
    "\u{7}",
    "\u{85}",
    "é",
    "日",
    "\u{200b}",
    "\u{a0}",
    "\u{feff}",
    "\\",
    "#",
    "#tag",
    "#TAG",
    ",",
    "?",
    "?x=1",
    "&y=",
    "[",
    "<",
    "\"",
    "@",
    ":",
    ":80",
    "https://www.example.com",
    "http://user@shop.example.org:80",
    "https://elsewhere.test",
    "https:",
    "//",
    "//www.example.com",
    "www.example.com",
    "s3://bucket",
    "mailto:",
    "static",
    "index.html",
];

/// A line of few pieces, so that lines repeat, cover and complete each other often.
fn line() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..6).prop_map(|pieces| pieces.concat())
}

/// A short path over few letters, often a wildcard: what the coverage is tried with.
fn short_path() -> impl Strategy<Value = String> {
    (vec(select(&["/", "a", "b"][..]), 0..6), any::<bool>())
        .prop_map(|(pieces, wildcard)| format!("/{}{}", pieces.concat(), if wildcard { "*" } else { "" }))
}

pub(super) fn text() -> impl Strategy<Value = String> {
    let ends = select(&["\n", "\n", "\r\n", "\r"][..]);
    prop_oneof![
        4 => vec((line(), ends), 0..12).prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect()),
        2 => vec(prop_oneof![short_path(), Just("#a".to_owned())], 0..12).prop_map(|lines| lines.join("\n")),
        1 => any::<String>(),
    ]
}

pub(super) fn target() -> impl Strategy<Value = Known> {
    (any::<bool>(), any::<bool>(), select(&[None, Some(true), Some(false)][..]), 0usize..20).prop_map(
        |(hosts, rest, cache_tags, wildcards_in_progress)| {
            let all = known();
            Known {
                hosts: all.hosts.filter(|_| hosts),
                default_root_object: all.default_root_object.filter(|_| rest),
                behaviors: all.behaviors.filter(|_| rest),
                cache_tags,
                wildcards_in_progress,
                ..Known::default()
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_sent_is_sent_the_same_when_it_is_checked_again(text in text(), known in target()) {
        let once = check(&text, &known);
        let again = check(&items(&once).join("\n"), &known);
        prop_assert_eq!(&again.items, &once.items);
        for finding in again.findings {
            prop_assert_eq!(finding.severity, Severity::Warning, "{:?}", finding);
        }
    }

    #[test]
    fn nothing_that_cannot_be_sent_is_sent(text in text(), known in target()) {
        let mut seen = HashSet::new();
        for item in check(&text, &known).items {
            let text = item.as_str();
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic()), "{text:?}");
            prop_assert!(!text[..text.len() - 1].contains('*'), "{text:?}");
            if item.is_tag() {
                prop_assert!(tag::is_well_formed(text) && known.cache_tags != Some(false), "{text:?}");
                prop_assert!(seen.insert(text.to_ascii_lowercase()), "{text:?} twice");
            } else {
                prop_assert!(text.starts_with('/') && !text.contains(['~', '#']), "{text:?}");
                prop_assert!(text.len() <= LONGEST_PATH);
                prop_assert!(seen.insert(text.to_owned()), "{text:?} twice");
            }
        }
    }

    #[test]
    fn every_line_is_sent_or_the_finding_says_why_not(text in text(), known in target()) {
        let report = check(&text, &known);
        let left_out: HashSet<_> = report
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error || matches!(finding.rule, Rule::EmptyLine | Rule::DuplicateDropped))
            .map(|finding| finding.line)
            .collect();
        prop_assert_eq!(super::super::line::lines(&text).count(), report.items.len() + left_out.len());
        prop_assert!(report.findings.is_sorted_by_key(|finding| finding.line));
    }

    #[test]
    fn the_order_is_kept(lines in vec(line(), 0..12), known in target()) {
        // Each line by itself gives at most one item; together they give those, each where it first stands.
        let mut expected: Vec<String> = Vec::new();
        for line in &lines {
            for item in check(line, &known).items {
                let item = item.to_string();
                let same = |other: &String| if tag::is_tag(&item) { other.eq_ignore_ascii_case(&item) } else { *other == item };
                if !expected.iter().any(same) {
                    expected.push(item);
                }
            }
        }
        let together = check(&lines.join("\n"), &known);
        // A tab or the like never ends a line, and pieces hold no line ends.
        prop_assert_eq!(items(&together), expected.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn coverage_agrees_with_comparing_each_with_each(text in text(), known in target()) {
        let report = check(&text, &known);
        // Items and lines of what is sent, found the slow way.
        let left_out: HashSet<_> = report
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error || matches!(finding.rule, Rule::EmptyLine | Rule::DuplicateDropped))
            .map(|finding| finding.line)
            .collect();
        let lines = (1u32..).filter(|line| !left_out.contains(line));
        let sent: Vec<_> = lines.zip(items(&report)).collect();
        let mut expected = Vec::new();
        for &(line, item) in &sent {
            let covering = sent
                .iter()
                .filter(|(other, _)| *other != line)
                .filter_map(|&(other, wildcard)| {
                    let prefix = wildcard.strip_suffix('*').filter(|prefix| prefix.starts_with('/'))?;
                    let covers = if tag::is_tag(item) { prefix == "/" } else { item.trim_end_matches('*').starts_with(prefix) };
                    covers.then_some((prefix.len(), other))
                })
                .min();
            if let Some((_, other)) = covering {
                expected.push((line, Some(other)));
            }
        }
        let found: Vec<_> = report
            .findings
            .iter()
            .filter(|finding| finding.rule == Rule::CoveredByWildcard)
            .map(|finding| (finding.line, finding.other_line))
            .collect();
        prop_assert_eq!(found, expected);
    }
}
