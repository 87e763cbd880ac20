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
    /// The part of the line that is meant: the character, the host, the escape, the item; each [`Rule`] says which.
    /// A character that cannot be seen is named by its code point, such as `U+200B`. Never more than
    /// [`LONGEST_EXCERPT`] characters.
    pub subject: String,
    /// What the line became in the end, where it was set right; cut like `subject`. A line that was set right in
    /// several ways has a finding for each, and all of them end here.
    pub becomes: Option<String>,
    /// The other line that is meant: the earlier one of a duplicate, the wildcard that covers.
    pub other_line: Option<u32>,
    /// What mends it at a click.
    pub fix: Option<Fix>,
}

/// A replacement of one whole line by others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What stands in place of the line: nothing, one line or several. Never cut.
    pub replacement: Vec<String>,
}

/// How many characters of a line a finding quotes: enough to recognise it in a list, and little enough that a hundred
/// thousand findings stay small.
pub const LONGEST_EXCERPT: usize = 120;

impl Finding {
    /// A finding with the rule's own severity.
    pub(super) fn new(rule: Rule, line: u32, subject: &str) -> Self {
        let subject = excerpt(subject);
        Self { line, rule, severity: rule.severity(), subject, becomes: None, other_line: None, fix: None }
    }

    /// The same, as bad as the facts allow to say.
    pub(super) fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same, with what the line became.
    pub(super) fn with_becomes(mut self, item: &str) -> Self {
        self.becomes = Some(excerpt(item));
        self
    }

    /// The same, with the other line that is meant.
    pub(super) fn with_other_line(mut self, line: u32) -> Self {
        self.other_line = Some(line);
        self
    }

    /// The same, with what mends it, where something does.
    pub(super) fn with_fix(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fix = fix.into();
        self
    }
}

impl Fix {
    /// The line goes.
    pub(super) fn drop() -> Self {
        Self { replacement: Vec::new() }
    }

    /// This line stands in its place; an empty one is left out.
    pub(super) fn line(line: impl Into<String>) -> Self {
        let line = line.into();
        Self { replacement: if line.is_empty() { Vec::new() } else { vec![line] } }
    }

    /// These lines stand in its place.
    pub(super) fn lines<const N: usize>(lines: [&str; N]) -> Self {
        Self { replacement: lines.map(str::to_owned).into() }
    }
}

/// The beginning of a text, with an ellipsis where something was cut.
fn excerpt(text: &str) -> String {
    // A text of so many bytes has no more characters; this spares the counting for nearly every line.
    if text.len() <= LONGEST_EXCERPT || text.chars().nth(LONGEST_EXCERPT).is_none() {
        return text.to_owned();
    }
    text.chars().take(LONGEST_EXCERPT - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_counted_in_characters_and_says_that_it_was_cut() {
        let full = "é".repeat(LONGEST_EXCERPT);
        assert_eq!(excerpt(&full), full);
        let cut = excerpt(&format!("{full}x"));
        assert_eq!(cut.chars().count(), LONGEST_EXCERPT);
        assert!(cut.ends_with("é…"), "{cut}");
    }
}
