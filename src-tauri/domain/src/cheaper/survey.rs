//! What the items are, gathered in one pass, and looked up in one more.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;

use super::names::Names;
use super::{Candidate, EXAMPLES, Kind, can_be_offered};
use crate::checks::Cover;
use crate::{History, Item};

/// What the items are.
#[derive(Default)]
pub(super) struct Survey<'i> {
    /// How many items a wildcard covers.
    pub covered: usize,
    /// The first of them.
    pub covered_examples: Vec<&'i str>,
    /// The paths that none covers, wildcards among them, in order; tags left out.
    pub left: Vec<&'i str>,
    /// How many of those are no wildcards.
    pub plain: usize,
    /// The first of these.
    pub plain_examples: Vec<&'i str>,
    /// The directories they stand in, each once.
    pub directories: Vec<Directory<'i>>,
    /// The pages that some of them name with a query string.
    pages: Vec<Page<'i>>,
}

/// A directory in which paths stand.
pub(super) struct Directory<'i> {
    /// It, with its slash at the end.
    pub prefix: &'i str,
    /// How many paths stand in it, and in no directory below.
    pub items: usize,
    /// How many stand in it and below; known once the tree was gone through.
    pub below: usize,
    /// Whether one of the paths is the directory itself.
    pub is_named: bool,
    /// The most that a narrower offer within it saves.
    pub narrower: usize,
}

/// A page that paths name with query strings.
struct Page<'i> {
    /// It, up to the question mark.
    stem: &'i str,
    /// How many paths name it so.
    items: usize,
    /// The number of its directory.
    directory: usize,
}

/// What was found by looking up each path.
pub(super) struct Seen<'i> {
    /// Which paths of the history the items clear, by their places in it.
    pub cleared: Vec<bool>,
    /// The numbers of the directories that are named both with and without the slash, without repeats.
    pub twins: Vec<(&'i str, usize)>,
}

impl<'i> Survey<'i> {
    /// Looks at each item once.
    pub(super) fn of(items: &'i [Item]) -> Self {
        let wildcards = items.iter().filter(|item| item.is_wildcard());
        let cover = Cover::new(wildcards.map(|item| (item.as_str(), 0)));
        let mut survey = Self { left: Vec::with_capacity(items.len()), ..Self::default() };
        let mut directories = Names::default();
        let mut pages = Names::default();
        for item in items {
            let text = item.as_str();
            if cover.line_covering(text).is_some() {
                survey.covered += 1;
                add_example(&mut survey.covered_examples, text);
            } else if text.starts_with('/') {
                survey.add_path(text, &mut directories, &mut pages);
            }
        }
        survey
    }

    fn add_path(&mut self, item: &'i str, directories: &mut Names<'i>, pages: &mut Names<'i>) {
        self.left.push(item);
        let stem = item.strip_suffix('*');
        if stem.is_none() {
            self.plain += 1;
            add_example(&mut self.plain_examples, item);
        }
        let is_wildcard = stem.is_some();
        let stem = stem.unwrap_or(item);
        let query = memchr::memchr(b'?', stem.as_bytes());
        let path = &stem[..query.unwrap_or(stem.len())];
        // There is one: it begins with it.
        let prefix = &path[..=memchr::memrchr(b'/', path.as_bytes()).unwrap_or(0)];
        let directory = directories.number(prefix);
        if directory == self.directories.len() {
            self.directories.push(Directory { prefix, items: 0, below: 0, is_named: false, narrower: 0 });
        }
        let known = &mut self.directories[directory];
        known.items += 1;
        match query {
            Some(at) => {
                let stem = &stem[..=at];
                let page = pages.number(stem);
                if page == self.pages.len() {
                    self.pages.push(Page { stem, items: 0, directory });
                }
                self.pages[page].items += 1;
            }
            None => known.is_named |= !is_wildcard && prefix.len() == path.len(),
        }
    }

    /// The paths that a wildcard with this stem would cover, in order.
    pub(super) fn beginning_with(&self, stem: &str) -> impl Iterator<Item = &'i str> {
        // Few that are alike at the stem's last byte differ before: that spares most of the comparing.
        let last = stem.as_bytes().last();
        let begins = move |item: &&str| item.as_bytes().get(stem.len() - 1) == last && item.starts_with(stem);
        self.left.iter().copied().filter(begins)
    }

    /// The pages that are named with several query strings; their directories learn what that saves.
    pub(super) fn pages(&mut self) -> Vec<Candidate<'i>> {
        let mut offers = Vec::new();
        for &Page { stem, items, directory } in &self.pages {
            if items > 1 && can_be_offered(stem) {
                offers.push(Candidate { kind: Kind::Queries, stem, replaces: items });
                let narrower = &mut self.directories[directory].narrower;
                *narrower = (items - 1).max(*narrower);
            }
        }
        offers
    }

    /// Looks up each path in the history, and among the named directories; one hash does for both.
    pub(super) fn look_up(&self, history: Option<&History>) -> Seen<'i> {
        let hashing = history.map_or_else(DefaultHashBuilder::default, |history| history.hashing().clone());
        let mut named = Names::hashed_by(hashing.clone());
        let mut numbers = Vec::new();
        for (number, directory) in self.directories.iter().enumerate().filter(|(_, directory)| directory.is_named) {
            named.number(&directory.prefix[..directory.prefix.len() - 1]);
            numbers.push(number);
        }
        let mut seen = Seen { cleared: vec![false; history.map_or(0, History::len)], twins: Vec::new() };
        let history = history.filter(|history| !history.is_empty());
        if named.is_empty() && history.is_none() {
            return seen;
        }
        for &item in &self.left {
            if let Some(stem) = item.strip_suffix('*') {
                if let Some(history) = history {
                    seen.cleared[history.places_beginning_with(stem)].fill(true);
                }
                continue;
            }
            let hash = hashing.hash_one(item);
            if let Some(history) = history
                && let Some(place) = history.place_of(hash, item)
            {
                seen.cleared[place] = true;
            }
            if !named.is_empty()
                && let Some(name) = named.find(hash, item)
            {
                seen.twins.push((item, numbers[name]));
            }
        }
        seen
    }
}

fn add_example<'i>(examples: &mut Vec<&'i str>, item: &'i str) {
    if examples.len() < EXAMPLES {
        examples.push(item);
    }
}
