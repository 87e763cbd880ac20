//! The note that the app runs, which stays behind where it does not end properly.
//!
//! It is made and taken away by whoever holds the data folder, so a second start has no part in it, and a house without a
//! window makes none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::report::make_folder;

/// The note: the app's version and when the run began, with a space between them.
const FILE: &str = "running";

/// A run that has begun.
#[derive(Debug)]
pub struct Running {
    note: PathBuf,
}

/// What a run left that did not end properly.
pub(super) struct Left {
    pub(super) version: String,
    /// `None` where it is not known.
    pub(super) started: Option<Timestamp>,
}

impl Running {
    /// Notes that a run begins. Where an earlier one did not end properly there is a report of it then, with the
    /// `last_lines` of its log.
    ///
    /// # Errors
    /// Where that cannot be written.
    pub fn begin(folder: &Path, last_lines: &str, now: Timestamp) -> io::Result<Self> {
        make_folder(folder)?;
        let note = folder.join(FILE);
        if let Some(left) = read(&note) {
            super::note_an_earlier_end(folder, &left, last_lines, now)?;
        }
        fs::write(&note, format!("{} {now}", env!("CARGO_PKG_VERSION")))?;
        Ok(Self { note })
    }

    /// The run ends as it should.
    pub fn end(&self) {
        if let Err(error) = fs::remove_file(&self.note) {
            tracing::warn!(%error, "the next start will take this run for one that crashed");
        }
    }
}

fn read(note: &Path) -> Option<Left> {
    let text = fs::read_to_string(note).ok()?;
    // A power cut may have left it empty; then nothing is known but that there was a run.
    let (version, started) = text.split_once(' ').unwrap_or(("of an unknown version", ""));
    Some(Left { version: version.to_owned(), started: started.trim().parse().ok() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_note_that_a_power_cut_left_empty_counts() {
        let folder = tempfile::tempdir().unwrap();
        let note = folder.path().join(FILE);
        fs::write(&note, "").unwrap();
        let now = Timestamp::constant(1_795_348_800, 0);
        super::super::report::write(folder.path(), now, "of some other run").unwrap();
        drop(Running::begin(folder.path(), "", now).unwrap());
        assert_eq!(super::super::reports(folder.path()).len(), 2);
        let left = read(&note).unwrap();
        assert_eq!((left.version.as_str(), left.started), (env!("CARGO_PKG_VERSION"), Some(now)));
    }
}
