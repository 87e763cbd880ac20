//! Characters that cannot be seen, which come along when text is copied from pages and documents.

/// Whether a character leaves nothing to see, or looks like a space and is none.
///
/// Those of Unicode's `Default_Ignorable_Code_Point` and `White_Space` (Unicode Standard Annex #44) that turn up in
/// copied text. Variation selectors are left out: they belong to the emoji they follow. Control characters are refused
/// on their own.
pub(super) fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    matches!(c,
        '\u{ad}'                       // soft hyphen
        | '\u{34f}'                    // combining grapheme joiner
        | '\u{61c}'                    // Arabic letter mark
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
        | '\u{17b4}' | '\u{17b5}'      // Khmer inherent vowels
        | '\u{180e}'                   // Mongolian vowel separator
        | '\u{200b}'..='\u{200f}'      // zero width space, joiners, direction marks
        | '\u{202a}'..='\u{202e}'      // direction embeddings and overrides
        | '\u{2060}'..='\u{206f}'      // word joiner, invisible operators, direction isolates
        | '\u{feff}'                   // byte order mark
        | '\u{fff9}'..='\u{fffb}'      // interlinear annotations
        | '\u{e0000}'..='\u{e007f}'    // tags
    ) || c.is_whitespace() && !c.is_control()
}

/// A character's name where it cannot be shown, such as `U+200B`.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_that_are_none_and_marks_are_invisible_letters_are_not() {
        for c in
            ['\u{a0}', '\u{2009}', '\u{3000}', '\u{2028}', '\u{200b}', '\u{200e}', '\u{202e}', '\u{ad}', '\u{feff}']
        {
            assert!(is_invisible(c), "{}", code_point(c));
        }
        for c in [' ', 'a', 'é', '日', '\u{fe0f}', '\t', '\u{85}'] {
            assert!(!is_invisible(c), "{}", code_point(c));
        }
    }

    #[test]
    fn code_points_have_at_least_four_digits() {
        assert_eq!(code_point('\t'), "U+0009");
        assert_eq!(code_point('\u{e0001}'), "U+E0001");
    }
}
