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

/// What looking for a line with an item gave.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LookedUp {
    /// The number of the line that has it.
    Known(u32),
    /// No line has it. It is this hash by which to add one.
    New(u64),
}

/// The lines that would be sent, in order, no two of them with the same item.
///
/// The table holds only places in the list: with a hundred thousand lines, what is small is quick.
pub(super) struct Sendables<'t> {
    list: Vec<Sendable<'t>>,
    places: HashTable<u32>,
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
        match self.look_up(item) {
            LookedUp::Known(line) => Some(line),
            LookedUp::New(_) => None,
        }
    }

    /// Looks for the line with the same item.
    pub(super) fn look_up(&self, item: &str) -> LookedUp {
        let hash = hash_of(&self.hashing, item);
        let place = self.places.find(hash, |&place| tag::is_same(&self.list[place as usize].item, item));
        place.map_or(LookedUp::New(hash), |&place| LookedUp::Known(self.list[place as usize].line))
    }

    /// Adds a line whose item [`Sendables::look_up`] said was new.
    pub(super) fn push(&mut self, hash: u64, sendable: Sendable<'t>) {
        // Lines are numbered by the same type, so there are no more places than it holds.
        let place = self.list.len() as u32;
        self.list.push(sendable);
        let Self { list, places, hashing } = self;
        places.insert_unique(hash, place, |&place| hash_of(hashing, &list[place as usize].item));
    }

    /// The lines in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Sendable<'t>> {
        self.list.iter()
    }

    /// The items in order.
    pub(super) fn into_items(self) -> impl Iterator<Item = Cow<'t, str>> {
        self.list.into_iter().map(|one| one.item)
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
            let LookedUp::New(hash) = sendables.look_up(item) else { panic!("{item} is new") };
            sendables.push(hash, Sendable { line, item: item.into(), doubtful: false });
        }
        assert_eq!(sendables.line_of("/b"), Some(3));
        assert_eq!(sendables.line_of("/B"), None);
        assert_eq!(sendables.line_of("#tAG"), Some(2));
        assert_eq!(sendables.into_items().collect::<Vec<_>>(), ["/a", "#Tag", "/b"]);
    }
}
