//! What an account is known to have cleared before.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// The distinct paths that an account is known to have cleared on a target, sorted.
///
/// It stands in for what is cached there, which nobody can list: what was cleared once was most likely asked for. It is
/// built once for many texts, so it is made to be looked up in: by a prefix, and by a whole path.
#[derive(Clone, Debug, Default)]
pub struct History {
    paths: Vec<String>,
    places: HashTable<u32>,
    hashing: DefaultHashBuilder,
}

impl History {
    /// The history by these items. Only paths are kept, with their query strings: what a wildcard or a tag cleared,
    /// nobody knows.
    pub fn of<I: AsRef<str>>(items: impl IntoIterator<Item = I>) -> Self {
        let is_path = |item: &str| item.starts_with('/') && !item.ends_with('*');
        let mut paths: Vec<String> =
            items.into_iter().filter(|item| is_path(item.as_ref())).map(|item| item.as_ref().to_owned()).collect();
        paths.sort_unstable();
        paths.dedup();
        let hashing = DefaultHashBuilder::default();
        let mut places = HashTable::with_capacity(paths.len());
        for (place, path) in (0..).zip(&paths) {
            places.insert_unique(hashing.hash_one(path.as_str()), place, |&place: &u32| {
                hashing.hash_one(paths[place as usize].as_str())
            });
        }
        Self { paths, places, hashing }
    }

    /// How many paths.
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    /// Whether nothing is known to have been cleared.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The paths, sorted by their bytes.
    pub fn paths(&self) -> &[String] {
        &self.paths
    }

    /// The paths that begin like this, sorted; found by two binary searches.
    pub fn beginning_with(&self, prefix: &str) -> &[String] {
        &self.paths[self.places_beginning_with(prefix)]
    }

    /// Where in [`History::paths`] those are.
    pub(crate) fn places_beginning_with(&self, prefix: &str) -> std::ops::Range<usize> {
        let from = self.paths.partition_point(|path| path.as_str() < prefix);
        let count = self.paths[from..].partition_point(|path| path.starts_with(prefix));
        from..from + count
    }

    /// How paths are hashed in it.
    pub(crate) fn hashing(&self) -> &DefaultHashBuilder {
        &self.hashing
    }

    /// Where in [`History::paths`] a path is, given its hash by [`History::hashing`].
    pub(crate) fn place_of(&self, hash: u64, path: &str) -> Option<usize> {
        self.places.find(hash, |&place| self.paths[place as usize] == path).map(|&place| place as usize)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Item;

    #[test]
    fn only_distinct_paths_are_kept_with_their_queries() {
        let history = History::of(["/b", "/a?x=1", "#tag", "/a/*", "/b", "/a", "/A"].map(Item::as_sent));
        assert_eq!(history.paths(), ["/A", "/a", "/a?x=1", "/b"]);
        assert_eq!(history.len(), 4);
        assert!(History::of(["/*", "#tag"]).is_empty());
    }

    proptest! {
        #[test]
        fn looking_up_agrees_with_comparing_each(
            paths in prop::collection::vec("/[ab/é]{0,5}", 0..30), asked in "(/[ab/é]{0,4})?",
        ) {
            let history = History::of(&paths);
            let mut expected: Vec<_> = paths.iter().filter(|path| path.starts_with(&asked)).cloned().collect();
            expected.sort();
            expected.dedup();
            prop_assert_eq!(history.beginning_with(&asked), expected);
            let place = history.place_of(history.hashing().hash_one(&*asked), &asked);
            prop_assert_eq!(place.map(|place| &history.paths()[place]), paths.iter().find(|path| **path == asked));
        }
    }
}
