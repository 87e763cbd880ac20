//! The end of a file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// The last lines of a file, whole and at most so many bytes.
///
/// # Errors
/// Where it cannot be read.
pub fn tail(path: &Path, most: u64) -> io::Result<String> {
    let mut file = File::open(path)?;
    let begin = file.metadata()?.len().saturating_sub(most);
    file.seek(SeekFrom::Start(begin))?;
    let mut bytes = Vec::new();
    // It may grow while it is read.
    file.take(most).read_to_end(&mut bytes)?;
    Ok(whole_lines(&bytes, begin > 0))
}

/// The text of these bytes, from the first whole line on where they begin in the middle of one.
pub(super) fn whole_lines(bytes: &[u8], cut: bool) -> String {
    let begin = bytes.iter().position(|byte| *byte == b'\n').filter(|_| cut).map_or(0, |end| end + 1);
    String::from_utf8_lossy(&bytes[begin..]).into_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn it_begins_with_a_whole_line() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "first\nsecond\nthird\n").unwrap();
        assert_eq!(tail(file.path(), 100).unwrap(), "first\nsecond\nthird\n");
        assert_eq!(tail(file.path(), 10).unwrap(), "third\n");
    }
}
