//! What is checked before anything is sent, live under the editor.
//!
//! [`check`] is a pure function of the text and of what is known of the target. It takes time in proportion to the
//! text (a hundred thousand lines are usual for a relaunch), never to its square.
//!
//! A line takes this way: it is cut out of the text (`line`), recognised as a tag, a URL or a path (`url`), encoded
//! (`encoding`), refused (`refuse`) or, if it is the first with its item (`sendable`), advised upon by itself
//! (`advise`) and as one of its batch (`batch`). A line that is left out says only why it is left out: what it would
//! have become, and what it might not have done, is of no use to anybody.

mod advise;
mod batch;
mod cover;
mod dots;
mod encoding;
mod finding;
mod invisible;
mod known;
mod line;
mod refuse;
mod rule;
mod sendable;
mod tag;
#[cfg(test)]
mod tests;
mod url;

pub use encoding::LONGEST_PATH;
pub(crate) use encoding::encoded;
pub use finding::{Finding, Fix, LONGEST_EXCERPT};
pub use known::{Known, Recent, SENT_RECENTLY};
pub use rule::{Rule, Severity};
pub use tag::LONGEST_TAG;

pub(crate) use cover::Cover;
pub(crate) use line::lines;

use sendable::{LookedUp, Sendable, Sendables};

use crate::Item;

/// What the checks found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What would be sent, in the person's order: every line without an error, set right, without repeats.
    pub items: Vec<Item>,
    /// The line of each item, from 1: as many as there are items.
    pub lines: Vec<u32>,
    /// All findings, by line.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether a line cannot be sent.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// Checks every line of a text.
///
/// Lines end with a line feed, a carriage return or both, as in a text area, and are counted from 1. A line end at the
/// very end of the text begins no further line.
pub fn check(text: &str, known: &Known) -> Report {
    let mut hosts = url::Hosts::new(known.hosts.as_deref());
    let mut findings = Vec::new();
    let mut sendables = Sendables::with_capacity(line::count_at_most(text));

    for (number, raw) in lines(text) {
        match line::read(number, raw, &mut hosts, known) {
            line::Reading::Empty => findings.push(Finding::new(Rule::EmptyLine, number, "")),
            line::Reading::Refused(errors) => findings.extend(errors),
            line::Reading::Ready(ready) => match sendables.look_up(&ready.item) {
                LookedUp::Known(earlier) => {
                    findings.push(Finding::new(Rule::DuplicateDropped, number, &ready.item).with_other_line(earlier));
                }
                LookedUp::New(hash) => {
                    let doubtful = advise::on_line(number, &ready, &mut findings);
                    sendables.push(hash, Sendable { line: number, item: ready.item, doubtful });
                }
            },
        }
    }

    batch::advise(&sendables, known, &mut findings);
    // Two runs, each by line already, which the standard sort merges in one pass; it keeps the order within a line.
    findings.sort_by_key(|finding| finding.line);
    let lines = sendables.iter().map(|one| one.line).collect();
    let items = sendables.into_items().map(Item::as_sent).collect();
    Report { items, lines, findings }
}
