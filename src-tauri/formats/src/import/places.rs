//! Where in a text something stands.

/// Lines and columns of a text. It counts on from the last answer, so that many questions in the text's order take the
/// time of one.
pub(super) struct Places<'t> {
    text: &'t str,
    line: u32,
    column: u32,
    counted: usize,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, line: 1, column: 1, counted: 0 }
    }

    /// The line and the column, from 1, of a byte.
    pub(super) fn of(&mut self, offset: usize) -> (u32, u32) {
        let offset = offset.min(self.text.len());
        if offset < self.counted {
            *self = Self::new(self.text);
        }
        for byte in &self.text.as_bytes()[self.counted..offset] {
            if *byte == b'\n' {
                self.line += 1;
                self.column = 1;
            } else if *byte & 0xc0 != 0x80 {
                // The bytes that begin a character are those that do not continue one.
                self.column += 1;
            }
        }
        self.counted = offset;
        (self.line, self.column)
    }

    /// The line and the column of a part of this very text.
    pub(super) fn of_part(&mut self, part: &str) -> (u32, u32) {
        self.of(part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_and_an_earlier_place_is_found_again() {
        let text = "ab\nüxy\n";
        let mut places = Places::new(text);
        assert_eq!(places.of(5), (2, 2));
        assert_eq!(places.of(1), (1, 2));
        assert_eq!(places.of_part(&text[6..]), (2, 3));
        assert_eq!(places.of(text.len()), (3, 1));
        assert_eq!(places.of(99), (3, 1));
    }
}
