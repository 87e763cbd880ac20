//! What is done to files and folders, so that it lasts.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

/// Makes the folder where it is missing, for its owner alone. One that is there keeps its permissions: it may be a
/// folder that the person shares with other things.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes an empty file where there is none, for its owner alone. To SQLite that is an empty database, and the files it
/// puts beside it take their permissions from it.
pub(crate) fn make_file(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Removes a file; that there is none is no error.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Waits until a file's contents are on the disk.
pub(crate) fn sync(file: &Path) -> io::Result<()> {
    // Windows syncs only what may be written to.
    OpenOptions::new().read(true).write(true).open(file)?.sync_all()
}

/// Waits until the names in a folder are on the disk. Windows has no such call, and its file systems keep a journal of
/// names.
pub(crate) fn sync_names(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// How long a file is; `None` where there is none.
pub(crate) fn length(path: &Path) -> io::Result<Option<u64>> {
    match std::fs::metadata(path) {
        Ok(metadata) => Ok(Some(metadata.len())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// What SQLite calls a file that belongs to this one: `-wal`, `-shm`, `-journal`.
pub(crate) fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A time as part of a file's name, to the second: `2026-11-22T120000Z`. Colons are not for Windows.
pub(crate) fn stamp(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H%M%SZ").to_string()
}

/// The time of a [`stamp`].
pub(crate) fn read_stamp(stamp: &str) -> Option<Timestamp> {
    let time = jiff::civil::DateTime::strptime("%Y-%m-%dT%H%M%SZ", stamp).ok()?;
    time.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|time| time.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::NOON;

    #[test]
    fn a_stamp_reads_as_the_second_that_it_was_made_in() {
        assert_eq!(stamp(NOON), "2026-11-22T120000Z");
        assert_eq!(read_stamp("2026-11-22T120000Z"), Some(NOON));
        assert_eq!(read_stamp("2026-11-22"), None);
    }
}
