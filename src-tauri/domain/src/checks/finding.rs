//! What the checks say of a line.

use super::{Rule, Severity};

/// One finding: a line, the rule, and what can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line, from 1, as an editor counts them.
    pub line: u32,
    /// The rule.
    pub rule: Rule,
    /// How bad it is. Mostly the rule's own; what depends on facts that are not known is milder.
    pub severity: Severity,
    /// The part of the line that is meant: the character, the host, the escape, the item. Never more than
    /// [`LONGEST_EXCERPT`] characters.
    pub subject: String,
    /// What the line became, where it was set right; cut like `subject`.
    pub becomes: Option<String>,
    /// The other line that is meant: the earlier one of a duplicate, the wildcard that covers.
    pub other_line: Option<u32>,
    /// What mends it at a click.
    pub fix: Option<Fix>,
}

/// A replacement of one whole line by others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What stands in place of the line: nothing, one line or several.
    pub replacement: Vec<String>,
}

/// How many characters of a line a finding quotes.
pub const LONGEST_EXCERPT: usize = 120;
