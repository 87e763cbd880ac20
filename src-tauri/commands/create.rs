//! The editor: its checks, and sending what it holds.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::checks::{Finding, Rule, Severity};
use domain::{Item, Target};
use engine::{Checked, ConnectionId, Housekeeper};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::activity::SubmissionRow;
use super::cheaper::Cheaper;
use super::run_cost::RunCost;
use super::target::WireTarget;
use super::{Answer, WireError};

/// What the checks found in an editor's text: counts, and the findings to show.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckReport {
    /// How many items would be sent.
    items: u32,
    /// How many of them are plain paths.
    files: u32,
    /// How many of them are wildcards.
    wildcards: u32,
    /// How many of them are cache tags.
    tags: u32,
    /// How many findings are errors.
    errors: u32,
    /// How many findings are warnings.
    warnings: u32,
    /// How many lines were set right.
    adjusted: u32,
    /// How many findings each rule has.
    counts: Vec<RuleCount>,
    /// The first findings: errors, then warnings, then what was set right, each by line.
    findings: Vec<WireFinding>,
    /// What the items cost, with the month around them.
    cost: RunCost,
    /// How the same would be cleared with fewer items; the ones that save most first.
    cheaper: Vec<Cheaper>,
    /// Wildcards that clear much of the site.
    wide: Vec<WideWildcard>,
    /// What is still on its way and carries all of these items already.
    double: Option<SameInProgress>,
    /// Why none of it could be sent, whatever the lines are.
    refused: Option<WireError>,
}

/// How many findings a rule has.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleCount {
    rule: WireRule,
    severity: WireSeverity,
    count: u32,
}

/// One finding.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WireFinding {
    /// The line, from 1.
    line: u32,
    rule: WireRule,
    severity: WireSeverity,
    /// The part of the line that is meant.
    subject: String,
    /// What the line became, where it was set right.
    becomes: Option<String>,
    /// The other line that is meant.
    other_line: Option<u32>,
    /// What mends it at a click.
    fix: Option<WireFix>,
    /// Where the rule comes from.
    source: String,
}

/// Lines that stand in for the whole line of the finding.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WireFix {
    replacement: Vec<String>,
}

/// A wildcard that clears much of the site.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WideWildcard {
    item: String,
    /// How many of the paths it clears that this account is known to have cleared on this target.
    clears: u32,
    /// How many of those there are.
    known: u32,
}

/// A submission that carries all of these items already, and is still on its way.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SameInProgress {
    submission: i64,
    asked: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum WireSeverity {
    Error,
    Warning,
    Adjusted,
}

/// Declares the wire's rules and their translation at once, so that a rule of the domain without one does not compile.
macro_rules! rules {
    ($($rule:ident),+ $(,)?) => {
        /// A rule of the checks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
        #[serde(rename_all = "camelCase")]
        pub enum WireRule {
            $($rule),+
        }

        impl From<Rule> for WireRule {
            fn from(rule: Rule) -> Self {
                match rule {
                    $(Rule::$rule => Self::$rule),+
                }
            }
        }
    };
}

rules!(
    Trimmed,
    EmptyLine,
    SlashAdded,
    UrlReduced,
    FragmentDropped,
    Encoded,
    DuplicateDropped,
    WildcardInside,
    TooLong,
    ControlCharacter,
    OtherScheme,
    ForeignHost,
    Tilde,
    MalformedTag,
    TagsNotEnabled,
    CoveredByWildcard,
    PrefixBleed,
    MissingSlashTwin,
    RootWithoutDefaultObject,
    NeedlessEscape,
    EncodedTilde,
    DotSegments,
    InvisibleCharacter,
    Backslash,
    Everything,
    QueryStringIgnored,
    StillInProgress,
    SentRecently,
    TooManyWildcards,
);

/// Checks the lines of an editor. At most `limit` findings come back.
#[tauri::command]
#[specta::specta]
pub async fn check_items(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
    text: String,
    limit: u32,
) -> Answer<CheckReport> {
    let connection = ConnectionId::new(connection);
    let checked = house.check(&connection, &target.into(), &text).await?;
    Ok(CheckReport::of(&house, &connection, checked, limit as usize).await)
}

/// Stores the lines of an editor, to be sent once their time to be undone is over. Resolves when they are stored.
#[tauri::command]
#[specta::specta]
pub async fn submit(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
    text: String,
    name: String,
    reason: String,
) -> Answer<SubmissionRow> {
    let (connection, target) = (ConnectionId::new(connection), Target::from(target));
    let reason = Housekeeper::tidy_reason(&reason)?;
    let submission = house.submit(&connection, &target, &text, &name).await?;
    house.keep_reason(submission.run, &reason).await;
    SubmissionRow::of(&house, submission).await
}

impl CheckReport {
    /// How many items would be sent.
    pub(super) fn items(&self) -> u32 {
        self.items
    }

    /// How many findings are errors.
    pub(super) fn errors(&self) -> u32 {
        self.errors
    }

    pub(super) async fn of(house: &Housekeeper, connection: &ConnectionId, checked: Checked, limit: usize) -> Self {
        let Checked { report, reckoned, cheaper, wide, double, cache_tag_header, refused } = checked;
        let cheaper = cheaper.into_iter().map(|one| Cheaper::of(one, &reckoned, cache_tag_header.as_deref())).collect();
        let mut counts = BTreeMap::<_, u32>::new();
        for finding in &report.findings {
            *counts.entry((WireSeverity::from(finding.severity), WireRule::from(finding.rule))).or_default() += 1;
        }
        let total = |severity| counts.iter().filter(|((s, _), _)| *s == severity).map(|(_, count)| *count).sum();
        let wildcards = report.items.iter().filter(|item| item.is_wildcard()).count();
        let tags = report.items.iter().filter(|item| Item::is_tag(item)).count();
        let mut findings = report.findings;
        // Only as many as are shown are put in order and cross over.
        let key = |finding: &Finding| (WireSeverity::from(finding.severity), finding.line, finding.rule);
        if findings.len() > limit && limit > 0 {
            findings.select_nth_unstable_by_key(limit - 1, key);
        }
        findings.truncate(limit);
        findings.sort_unstable_by_key(key);
        Self {
            items: report.items.len() as u32,
            files: (report.items.len() - wildcards - tags) as u32,
            wildcards: wildcards as u32,
            tags: tags as u32,
            errors: total(WireSeverity::Error),
            warnings: total(WireSeverity::Warning),
            adjusted: total(WireSeverity::Adjusted),
            counts: {
                let mut counts: Vec<_> = counts
                    .iter()
                    .map(|((severity, rule), count)| RuleCount { rule: *rule, severity: *severity, count: *count })
                    .collect();
                counts.sort_by_key(|count| (count.severity, Reverse(count.count)));
                counts
            },
            findings: findings.into_iter().map(WireFinding::from).collect(),
            cost: RunCost::of(house, connection, reckoned).await,
            cheaper,
            wide: wide
                .into_iter()
                .map(|wide| WideWildcard {
                    item: wide.item.as_str().to_owned(),
                    clears: wide.clears as u32,
                    known: wide.known as u32,
                })
                .collect(),
            refused: refused.map(WireError::from),
            double: double
                .map(|double| SameInProgress { submission: double.submission.0, asked: double.asked.to_string() }),
        }
    }
}

impl From<Finding> for WireFinding {
    fn from(finding: Finding) -> Self {
        Self {
            line: finding.line,
            rule: finding.rule.into(),
            severity: finding.severity.into(),
            subject: finding.subject,
            becomes: finding.becomes,
            other_line: finding.other_line,
            fix: finding.fix.map(|fix| WireFix { replacement: fix.replacement }),
            source: finding.rule.source().to_owned(),
        }
    }
}

impl From<Severity> for WireSeverity {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Adjusted => Self::Adjusted,
        }
    }
}
