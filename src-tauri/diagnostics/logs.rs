//! The last of the log.

use std::path::Path;

use super::{Gathered, Kind};
use crate::logs::{files, tail};

/// How many files, the newest.
const FILES: usize = 3;

/// How much of each, in bytes: some thousand lines, and no more than the window shows without a wait.
const MOST: u64 = 256 << 10;

pub(super) fn last(folder: &Path) -> Vec<Gathered> {
    files(folder)
        .into_iter()
        .take(FILES)
        .filter_map(|file| {
            let name = file.file_name()?.to_str()?.to_owned();
            Some(Gathered { name, kind: Kind::Log, text: super::files::from_home(&tail(&file, MOST).ok()?) })
        })
        .collect()
}
