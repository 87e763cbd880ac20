//! Tests of the checks as a whole: by table, by property, and of every fix.

#![allow(clippy::unwrap_used)]

mod fixes;
mod lines;
mod properties;
mod target;

use super::{Finding, Known, Report, Rule, check};
use crate::{Behavior, HostPattern, QueryStrings};

/// A target of which everything is known: `www.example.com` and what is below `example.org`, tags, a default root
/// object, and a behavior without query strings for `/static/*`.
fn known() -> Known {
    let behavior = |pattern: &str, query_strings| Behavior {
        path_pattern: pattern.to_owned(),
        cache_policy: None,
        query_strings,
        ttl: None,
    };
    Known {
        hosts: Some(vec![
            HostPattern::new("d111111abcdef8.cloudfront.net"),
            HostPattern::new("www.example.com"),
            HostPattern::new("*.example.org"),
        ]),
        default_root_object: Some(Some("index.html".to_owned())),
        cache_tags: Some(true),
        behaviors: Some(vec![behavior("/static/*", QueryStrings::None), behavior("*", QueryStrings::All)]),
        ..Known::default()
    }
}

fn items(report: &Report) -> Vec<&str> {
    report.items.iter().map(|item| item.as_str()).collect()
}

fn rules(report: &Report) -> Vec<Rule> {
    report.findings.iter().map(|finding| finding.rule).collect()
}

/// The one finding of a rule.
fn only(report: &Report, rule: Rule) -> &Finding {
    let found: Vec<_> = report.findings.iter().filter(|finding| finding.rule == rule).collect();
    assert_eq!(found.len(), 1, "{rule:?} in {report:#?}");
    found[0]
}

fn replacement(finding: &Finding) -> Option<Vec<&str>> {
    finding.fix.as_ref().map(|fix| fix.replacement.iter().map(String::as_str).collect())
}

/// Checks one text against the target of which everything is known.
fn checked(text: &str) -> Report {
    check(text, &known())
}
