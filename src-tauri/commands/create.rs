//! The editor: its checks, and sending what it holds.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::checks::{Finding, Rule, Severity};
use domain::cost::{Currency, FREE_ITEMS_A_MONTH};
use domain::{Item, Target};
use engine::{Checked, ConnectionId, Housekeeper};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::Answer;
use super::activity::SubmissionRow;
use super::target::WireTarget;

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
    /// What the items cost.
    cost: CostRange,
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

/// What a batch costs, without knowing the month so far. Amounts are exact decimal numbers.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CostRange {
    currency: String,
    /// If nothing was invalidated yet this month.
    least: String,
    /// If the month's free items are used up.
    most: String,
    per_item: String,
    free_items_a_month: u32,
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
    let checked = house.check(&ConnectionId::new(connection), &target.into(), &text).await?;
    Ok(CheckReport::of(checked, limit as usize))
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

    pub(super) fn of(checked: Checked, limit: usize) -> Self {
        let Checked { report, price, cost } = checked;
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
            cost: CostRange {
                currency: match price.currency {
                    Currency::Usd => "USD".to_owned(),
                    Currency::Cny => "CNY".to_owned(),
                },
                least: cost.least.to_string(),
                most: cost.most.to_string(),
                per_item: price.per_item.to_string(),
                free_items_a_month: FREE_ITEMS_A_MONTH as u32,
            },
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
