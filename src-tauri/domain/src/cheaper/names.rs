//! Names with a number each, in the order in which they first came.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Distinct names, found again by hash.
#[derive(Default)]
pub(super) struct Names<'i> {
    list: Vec<&'i str>,
    places: HashTable<usize>,
    hashing: DefaultHashBuilder,
}

impl<'i> Names<'i> {
    /// No names yet, hashed like others are, so that one hash serves to look in both.
    pub(super) fn hashed_by(hashing: DefaultHashBuilder) -> Self {
        Self { hashing, ..Self::default() }
    }

    /// The number of a name, which is new to the list if it is as great as the list was long.
    pub(super) fn number(&mut self, name: &'i str) -> usize {
        let Self { list, places, hashing } = self;
        let entry =
            places.entry(hashing.hash_one(name), |&place| list[place] == name, |&place| hashing.hash_one(list[place]));
        let number = *entry.or_insert(list.len()).get();
        if number == list.len() {
            list.push(name);
        }
        number
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The number of a name with its hash.
    pub(super) fn find(&self, hash: u64, name: &str) -> Option<usize> {
        self.places.find(hash, |&place| self.list[place] == name).copied()
    }
}
