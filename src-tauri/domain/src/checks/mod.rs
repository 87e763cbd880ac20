//! What is checked before anything is sent, live under the editor.
//!
//! [`check`] is a pure function of the text and of what is known of the target. It takes time in proportion to the
//! text (a hundred thousand lines are usual for a relaunch), never to its square.

mod finding;
mod rule;

pub use finding::{Finding, Fix, LONGEST_EXCERPT};
pub use rule::{Rule, Severity};

use std::collections::HashMap;

use jiff::Timestamp;

use crate::{Behavior, HostPattern, Item};

/// What is known of the target. `None` means that it could not be read, so that the checks warn where they would
/// otherwise refuse.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The host names it serves: its own and its aliases.
    pub hosts: Option<Vec<HostPattern>>,
    /// The default root object, without a slash; the inner `None` where the distribution has none.
    pub default_root_object: Option<Option<String>>,
    /// Whether it has a `CacheTagConfig`.
    pub cache_tags: Option<bool>,
    /// Its behaviors in the order they are matched.
    pub behaviors: Option<Vec<Behavior>>,
    /// Items lately sent by this app to this target.
    pub recent: HashMap<Item, Recent>,
    /// Wildcards that this app knows to be in progress there.
    pub wildcards_in_progress: usize,
}

/// When an item was last sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recent {
    /// When.
    pub sent: Timestamp,
    /// Whether it is still in progress.
    pub in_progress: bool,
}

/// What the checks found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What would be sent, in the person's order: every line without an error, set right, without repeats.
    pub items: Vec<Item>,
    /// All findings, by line.
    pub findings: Vec<Finding>,
}

/// Checks every line of a text.
pub fn check(text: &str, known: &Known) -> Report {
    let _ = (text, known);
    Report::default()
}
