//! Which items a wildcard of the same batch covers.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;

/// The wildcards of a batch that no other one covers, sorted.
///
/// None of their prefixes begins with another. So if one of them begins a path at all, it is the greatest that is not
/// greater than the path: whatever sorts between a prefix and a path that begins with it begins with it too. That makes
/// a look-up a binary search, and the whole never quadratic.
pub(crate) struct Cover<'t> {
    outermost: Vec<(&'t str, u32)>,
    beginnings: Beginnings,
}

/// How the prefixes begin, by hash: nearly every path that none of them begins is told by one look.
///
/// A set of bits with at least [`Beginnings::SPARE`] for each prefix, set where the hash of its beginning falls. All
/// beginnings are as long as the shortest prefix.
struct Beginnings {
    length: usize,
    bits: Vec<u64>,
    hashing: DefaultHashBuilder,
}

impl Beginnings {
    const SPARE: usize = 64;

    fn of(prefixes: &[(&str, u32)]) -> Self {
        let length = prefixes.iter().map(|(prefix, _)| prefix.len()).min().unwrap_or(0);
        let words = (prefixes.len() * Self::SPARE / 64).next_power_of_two();
        let mut beginnings = Self { length, bits: vec![0; words], hashing: DefaultHashBuilder::default() };
        for (prefix, _) in prefixes {
            let (word, bit) = beginnings.place_of(&prefix.as_bytes()[..length]);
            beginnings.bits[word] |= bit;
        }
        beginnings
    }

    /// Whether a prefix may begin a path; if not, certainly none does.
    fn may_begin(&self, path: &str) -> bool {
        path.as_bytes().get(..self.length).is_some_and(|beginning| {
            let (word, bit) = self.place_of(beginning);
            self.bits[word] & bit != 0
        })
    }

    fn place_of(&self, beginning: &[u8]) -> (usize, u64) {
        let hash = self.hashing.hash_one(beginning);
        ((hash >> 6) as usize & (self.bits.len() - 1), 1 << (hash & 63))
    }
}

impl<'t> Cover<'t> {
    /// The cover by these wildcards, each with its `*` and its line, without repeats.
    pub(crate) fn new(wildcards: impl Iterator<Item = (&'t str, u32)>) -> Self {
        let mut outermost: Vec<_> =
            wildcards.filter_map(|(item, line)| item.strip_suffix('*').map(|prefix| (prefix, line))).collect();
        outermost.sort_unstable();
        // Sorted, what a prefix covers follows it directly.
        let mut last: Option<&str> = None;
        outermost.retain(|&(prefix, _)| {
            let covered = last.is_some_and(|last| prefix.starts_with(last));
            if !covered {
                last = Some(prefix);
            }
            !covered
        });
        let beginnings = Beginnings::of(&outermost);
        Self { outermost, beginnings }
    }

    /// The line of the widest wildcard that covers an item and is not that item itself.
    ///
    /// The widest, because no other covers it: so all that is covered can be dropped at once. A tag is covered by `/*`
    /// alone, which clears everything.
    pub(crate) fn line_covering(&self, item: &str) -> Option<u32> {
        if item.starts_with('#') {
            return self.outermost.first().filter(|(prefix, _)| *prefix == "/").map(|(_, line)| *line);
        }
        match item.strip_suffix('*') {
            Some(stem) => self.beginning(stem).filter(|(prefix, _)| *prefix != stem),
            None => self.beginning(item),
        }
        .map(|(_, line)| line)
    }

    /// Whether a wildcard covers a path.
    pub(super) fn covers(&self, path: &str) -> bool {
        self.beginning(path).is_some()
    }

    /// The prefix that begins a path, with its line.
    fn beginning(&self, path: &str) -> Option<(&'t str, u32)> {
        if self.outermost.is_empty() || !self.beginnings.may_begin(path) {
            return None;
        }
        let after = self.outermost.partition_point(|(prefix, _)| *prefix <= path);
        let candidate = *self.outermost.get(after.checked_sub(1)?)?;
        path.starts_with(candidate.0).then_some(candidate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_wildcard_is_named_and_none_covers_itself() {
        let cover = Cover::new([("/a/b/*", 1), ("/a/*", 2), ("/c*", 3)].into_iter());
        assert_eq!(cover.line_covering("/a/b/c"), Some(2));
        assert_eq!(cover.line_covering("/a/b/*"), Some(2));
        assert_eq!(cover.line_covering("/a/*"), None);
        assert_eq!(cover.line_covering("/a/"), Some(2));
        assert_eq!(cover.line_covering("/a"), None);
        assert_eq!(cover.line_covering("/c"), Some(3));
        assert_eq!(cover.line_covering("/car?x=1"), Some(3));
        assert_eq!(cover.line_covering("#tag"), None);
    }

    #[test]
    fn everything_covers_tags_too() {
        let cover = Cover::new([("/a*", 1), ("/*", 7)].into_iter());
        assert_eq!(cover.line_covering("#tag"), Some(7));
        assert_eq!(cover.line_covering("/a*"), Some(7));
        assert_eq!(cover.line_covering("/*"), None);
    }
}
