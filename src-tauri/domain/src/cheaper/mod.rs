//! Ways to clear the same with fewer items.
//!
//! [`suggest`] is a pure function of the items and of what is known beside them, and [`apply()`] carries one suggestion
//! out in the text that the items came from. Whatever the items cleared is cleared afterwards too; what else is cleared
//! is counted in the account's own history, since nobody can list what is cached. Both take time in proportion to the
//! text, but for sorting the distinct directories.
//!
//! What a wildcard of the batch covers is one suggestion of its own, and the others speak only of what is left without
//! it: so no item is saved twice, and a wide wildcard is never praised for what a narrower one does already.

mod apply;
mod names;
mod survey;
#[cfg(test)]
mod tests;
mod tree;
mod twins;

use std::cmp::Reverse;

use crate::checks::LONGEST_PATH;
use crate::{History, Item};

use survey::Survey;

pub use apply::apply;

/// In what way fewer items clear the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Items that a wildcard of the same batch covers are left out.
    Covered,
    /// `/page?*` in place of one page with several query strings.
    Queries,
    /// `/dir*` in place of `/dir` and `/dir/`, and of whatever else begins so. It also takes `/dir-old`; so it is not
    /// offered where `/dir/*` saves nearly as much, nor where it is wide by its name alone ([`crate::wide()`]).
    Twins,
    /// `/dir/*` in place of at least [`FEWEST_IN_DIRECTORY`] items below one directory. Never `/*`.
    Directory,
    /// Cache tags in place of at least [`FEWEST_FOR_TAGS`] paths: advice, which cannot be applied.
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

/// How many suggestions there are at most: nobody weighs more of them.
pub const MOST_SUGGESTIONS: usize = 10;

/// How many of them replace twins at most: each saves an item or two, and there may be one for every directory.
pub const MOST_TWINS: usize = 3;

/// The fewest items below a directory for which its wildcard is offered. Two are as quickly named, and clear no more
/// than was meant.
pub const FEWEST_IN_DIRECTORY: usize = 3;

/// The fewest paths for which tags are advised: they want work at the origin, which a few paths do not pay for.
pub const FEWEST_FOR_TAGS: usize = 10;

/// A wildcard that might be offered.
#[derive(Clone, Copy)]
struct Candidate<'i> {
    kind: Kind,
    /// What stands before its `*`.
    stem: &'i str,
    /// How many items it replaces.
    replaces: usize,
}

impl Candidate<'_> {
    /// Those that save most first; of equals the narrower kind, then by name, so that the order is always the same.
    fn rank(&self) -> impl Ord {
        (Reverse(self.replaces), self.kind, self.stem)
    }
}

/// Ways to clear the same with fewer items, those that save most first: at most [`MOST_SUGGESTIONS`], of which advice
/// that saves nothing by itself comes last.
///
/// The items are those of [`crate::checks::check`], which leaves out repeats.
pub fn suggest(items: &[Item], facts: &Facts<'_>) -> Vec<Suggestion> {
    let mut survey = Survey::of(items);
    let pages = survey.pages();
    let directories = tree::offers(&mut survey);
    let seen = survey.look_up(facts.history);
    let twins = twins::offers(&survey, &seen.twins);

    let tags = facts.cache_tag_header.is_some() && survey.plain >= FEWEST_FOR_TAGS;
    let room = MOST_SUGGESTIONS - usize::from(tags);
    let mut candidates = Vec::with_capacity(pages.len() + directories.len() + twins.len());
    for of_a_kind in [pages, directories, twins] {
        candidates.extend(best(of_a_kind, room));
    }
    let candidates = best(candidates, room);

    let mut suggestions: Vec<_> =
        candidates.into_iter().map(|candidate| suggestion(candidate, &survey, &seen, facts.history)).collect();
    if survey.covered > 0 {
        let covered = advice(Kind::Covered, survey.covered, survey.covered_examples);
        // Before others that save as much: it clears nothing else.
        suggestions.insert(suggestions.partition_point(|other| other.saves > covered.saves), covered);
        suggestions.truncate(room);
    }
    if tags {
        suggestions.push(advice(Kind::Tags, 0, survey.plain_examples));
    }
    suggestions
}

/// What stands before the `*` of a wildcard can be offered: never everything, for people are kept from clearing a
/// whole site by accident; nothing that begins like a URL without its scheme; and no longer than a path may be.
fn can_be_offered(stem: &str) -> bool {
    stem.len() > 1 && !stem.starts_with("//") && stem.len() < LONGEST_PATH
}

/// The best of some candidates, in their order.
fn best(mut candidates: Vec<Candidate<'_>>, most: usize) -> Vec<Candidate<'_>> {
    if candidates.len() > most {
        candidates.select_nth_unstable_by(most, |one, other| one.rank().cmp(&other.rank()));
        candidates.truncate(most);
    }
    candidates.sort_unstable_by(|one, other| one.rank().cmp(&other.rank()));
    candidates
}

/// A suggestion that puts nothing in place.
fn advice(kind: Kind, replaces: usize, examples: Vec<&str>) -> Suggestion {
    let examples = examples.into_iter().map(Item::as_sent).collect();
    Suggestion { kind, item: None, replaces, saves: replaces, examples, also_clears: 0, also_examples: Vec::new() }
}

/// A candidate with its examples.
fn suggestion(
    candidate: Candidate<'_>,
    survey: &Survey<'_>,
    seen: &survey::Seen<'_>,
    history: Option<&History>,
) -> Suggestion {
    let Candidate { kind, stem, replaces } = candidate;
    let examples = survey.beginning_with(stem).take(EXAMPLES).map(Item::as_sent).collect();
    let mut also_clears = 0;
    let mut also_examples = Vec::new();
    if let Some(history) = history {
        let places = history.places_beginning_with(stem);
        let also = || places.clone().filter(|&place| !seen.cleared[place]);
        also_clears = also().count();
        also_examples = also().take(EXAMPLES).map(|place| history.paths()[place].clone()).collect();
    }
    let item = Some(Item::as_sent(format!("{stem}*")));
    Suggestion { kind, item, replaces, saves: replaces - 1, examples, also_clears, also_examples }
}
