//! Ways to clear the same with fewer items.

mod apply;

use crate::{History, Item};

pub use apply::apply;

/// In what way fewer items clear the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Items that a wildcard of the same batch covers are left out.
    Covered,
    /// `/dir*` in place of `/dir` and `/dir/`.
    Twins,
    /// `/page?*` in place of one page with several query strings.
    Queries,
    /// `/dir/*` in place of several items below one directory.
    Directory,
    /// Cache tags in place of paths: advice, which cannot be applied.
    Tags,
}

/// What is known beside the items.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'f> {
    /// What the account is known to have cleared on this target before.
    pub history: Option<&'f History>,
    /// The header that carries cache tags, where the target has them.
    pub cache_tag_header: Option<&'f str>,
}

/// A way to clear the same with fewer items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// In what way.
    pub kind: Kind,
    /// What would stand in place of the others; `None` where they are only left out, or nothing can be applied.
    pub item: Option<Item>,
    /// How many items it takes out.
    pub replaces: usize,
    /// How many fewer items would be sent.
    pub saves: usize,
    /// The first of the items that it takes out, at most [`EXAMPLES`], in the person's order; for [`Kind::Tags`] the
    /// first of the paths that tags might stand for.
    pub examples: Vec<Item>,
    /// How many paths of the history it clears that the items did not: none where there is no history.
    pub also_clears: usize,
    /// The first of those, at most [`EXAMPLES`], sorted.
    pub also_examples: Vec<String>,
}

/// How many examples a suggestion has at most: enough to see what is meant.
pub const EXAMPLES: usize = 3;

/// How many suggestions there are at most: more than a person weighs at once would be of no use.
pub const MOST_SUGGESTIONS: usize = 10;

/// Ways to clear the same with fewer items, those that save most first.
pub fn suggest(_items: &[Item], _facts: &Facts<'_>) -> Vec<Suggestion> {
    Vec::new()
}
