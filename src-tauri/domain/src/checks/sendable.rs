//! The lines that would be sent, found again by their item.

use std::borrow::Cow;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::tag;

/// A line that would be sent.
pub(super) struct Sendable<'t> {
    /// Its number.
    pub line: u32,
    /// What would be sent.
    pub item: Cow<'t, str>,
    /// Whether its path is doubtful in itself.
    pub doubtful: bool,
}

/// The lines that would be sent, in order, no two of them with the same item.
///
/// The table holds only places in the list: with a hundred thousand lines, what is small is quick.
pub(super) struct Sendables<'t> {
    list: Vec<Sendable<'t>>,
    places: HashTable<usize>,
    hashing: DefaultHashBuilder,
}

impl<'t> Sendables<'t> {
    /// None yet, with room for so many.
    pub(super) fn with_capacity(lines: usize) -> Self {
        let places = HashTable::with_capacity(lines);
        Self { list: Vec::with_capacity(lines), places, hashing: DefaultHashBuilder::default() }
    }

    /// The line with the same item.
    pub(super) fn line_of(&self, item: &str) -> Option<u32> {
        let place = self.places.find(self.hash(item), |&place| tag::is_same(&self.list[place].item, item))?;
        Some(self.list[*place].line)
    }

    /// Adds a line whose item [`Sendables::line_of`] does not find.
    pub(super) fn push(&mut self, sendable: Sendable<'t>) {
        let hash = self.hash(&sendable.item);
        self.list.push(sendable);
        let Self { list, places, hashing } = self;
        places.insert_unique(hash, list.len() - 1, |&place| hash_of(hashing, &list[place].item));
    }

    /// The lines in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Sendable<'t>> {
        self.list.iter()
    }

    /// The items in order.
    pub(super) fn into_items(self) -> impl Iterator<Item = Cow<'t, str>> {
        self.list.into_iter().map(|one| one.item)
    }

    fn hash(&self, item: &str) -> u64 {
        hash_of(&self.hashing, item)
    }
}

fn hash_of(hashing: &DefaultHashBuilder, item: &str) -> u64 {
    hashing.hash_one(&*tag::same_item(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_found_by_every_character_and_a_tag_without_case() {
        let mut sendables = Sendables::with_capacity(0);
        for (line, item) in (1..).zip(["/a", "#Tag", "/b"]) {
            assert_eq!(sendables.line_of(item), None);
            sendables.push(Sendable { line, item: item.into(), doubtful: false });
        }
        assert_eq!(sendables.line_of("/b"), Some(3));
        assert_eq!(sendables.line_of("/B"), None);
        assert_eq!(sendables.line_of("#tAG"), Some(2));
        assert_eq!(sendables.into_items().collect::<Vec<_>>(), ["/a", "#Tag", "/b"]);
    }
}
