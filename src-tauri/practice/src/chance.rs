//! Numbers that look like chance and are always the same.
//!
//! Ids, dates and paths of the simulated account must be varied, and must not change from one start to the next. So
//! they are drawn from what they belong to, and nothing here asks the operating system for randomness.

/// The letters and digits that CloudFront's ids are made of.
const CAPITALS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// A row of numbers that follows from the words it began with.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// The row of these words (FNV-1a, with a separator, so that `ab`,`c` is not `a`,`bc`).
    pub(crate) fn of(words: &[&str]) -> Self {
        let bytes = words.iter().flat_map(|word| word.bytes().chain([0xff]));
        Self(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    /// The next number of the row (splitmix64).
    pub(crate) fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which must not be 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.draw() % end
    }

    /// One of `choices`, which must not be empty.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len() as u64) as usize]
    }

    /// `prefix` and so many capitals and digits, as CloudFront's ids are.
    pub(crate) fn id(&mut self, prefix: &str, length: usize) -> String {
        let mut id = String::with_capacity(prefix.len() + length);
        id.push_str(prefix);
        id.extend((0..length).map(|_| char::from(*self.pick(CAPITALS))));
        id
    }

    /// A request id, in the shape of a UUID.
    pub(crate) fn uuid(&mut self) -> String {
        let (high, low) = (self.draw(), self.draw());
        let variant = 0x8000 | ((low >> 48) & 0x3fff);
        let (first, second, third) = (high >> 32, (high >> 16) & 0xffff, high & 0xfff);
        format!("{first:08x}-{second:04x}-4{third:03x}-{variant:04x}-{:012x}", low & 0xffff_ffff_ffff)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_give_the_same_row_and_others_another() {
        let (mut one, mut two, mut three) = (Chance::of(&["a", "b"]), Chance::of(&["a", "b"]), Chance::of(&["ab"]));
        let first = one.draw();
        assert_eq!(first, two.draw());
        assert_ne!(first, three.draw());
    }

    #[test]
    fn ids_and_request_ids_have_the_shape_of_cloudfronts() {
        let id = Chance::of(&["x"]).id("I", 25);
        assert_eq!(id.len(), 26);
        assert!(id.starts_with('I') && id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()));
        let lengths: Vec<_> = Chance::of(&["x"]).uuid().split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
    }
}
