//! The reports of crashes, newest first.

use std::path::Path;

use super::files::from_home;
use super::{Gathered, Kind};
use crate::crashes::reports;
use crate::logs::tail;

/// How much of each, in bytes: reports are smaller.
const MOST: u64 = 64 << 10;

pub(super) fn all(folder: &Path) -> Vec<Gathered> {
    reports(folder)
        .into_iter()
        .filter_map(|file| {
            // Whether it was put away is nobody's concern.
            let name = format!("crash-{}", file.file_name()?.to_str()?.replace(".new.", "."));
            Some(Gathered { name, kind: Kind::Crash, text: from_home(&tail(&file, MOST).ok()?) })
        })
        .collect()
}
