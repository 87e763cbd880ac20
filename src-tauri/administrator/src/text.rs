//! Places in the text of the file, and sentences about them.

use toml::Spanned;

/// The line that a byte is in, from 1.
pub(crate) fn line_of(text: &[u8], byte: usize) -> usize {
    1 + text.iter().take(byte).filter(|byte| **byte == b'\n').count()
}

/// A text of the file whose places can be told.
pub(crate) struct Text<'t>(pub(crate) &'t str);

impl Text<'_> {
    /// A sentence about a value, with its line.
    pub(crate) fn at<T>(&self, value: &Spanned<T>, sentence: impl AsRef<str>) -> String {
        self.in_line(Some(value.span().start), sentence.as_ref())
    }

    /// A sentence about a place, with its line where there is one.
    pub(crate) fn in_line(&self, byte: Option<usize>, sentence: &str) -> String {
        let sentence = sentence.trim().replace('\n', "; ");
        let stop = if sentence.ends_with(['.', '!', '?']) { "" } else { "." };
        match byte {
            Some(byte) => format!("Line {}: {sentence}{stop}", line_of(self.0.as_bytes(), byte)),
            None => format!("{sentence}{stop}"),
        }
    }
}
