//! The files of the reports.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// How many are kept.
const KEPT: usize = 10;

/// How much of one is shown, in bytes.
const SHOWN: u64 = 64 << 10;

/// The form of a name: when it was noticed, in UTC.
const STAMP: &str = "%Y-%m-%dT%H%M%S%.3fZ";

/// How a name ends that nobody has put away yet, and one that somebody has.
const UNREAD: &str = ".new.txt";
const READ: &str = ".txt";

/// What is known of a run that ended in a crash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// When it was noticed.
    pub at: Timestamp,
    /// What is known, to be read by people.
    pub text: String,
}

impl Report {
    pub(super) fn read(path: &Path) -> Option<Self> {
        use io::Read;
        let mut bytes = Vec::new();
        File::open(path).ok()?.take(SHOWN).read_to_end(&mut bytes).ok()?;
        Some(Self { at: time_of(path)?, text: String::from_utf8_lossy(&bytes).into_owned() })
    }
}

/// The reports in a folder, oldest first.
pub(super) fn all(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut reports: Vec<_> = entries.map(|entry| entry.path()).filter(|path| time_of(path).is_some()).collect();
    reports.sort();
    reports
}

/// When a report was made, by its name; `None` for what is none.
pub(super) fn time_of(path: &Path) -> Option<Timestamp> {
    let name = path.file_name()?.to_str()?;
    let stamp = name.strip_suffix(UNREAD).or_else(|| name.strip_suffix(READ))?;
    DateTime::strptime(STAMP, stamp).ok()?.to_zoned(TimeZone::UTC).ok().map(|time| time.timestamp())
}

pub(super) fn is_unread(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.ends_with(UNREAD))
}

/// Gives a report the name of one that somebody has read.
pub(super) fn put_away(path: &Path) -> io::Result<()> {
    let Some(stem) = path.to_str().and_then(|path| path.strip_suffix(UNREAD)) else { return Ok(()) };
    match fs::rename(path, format!("{stem}{READ}")) {
        // By an earlier click, or gone as the oldest.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Writes a report that is on the disk when this returns, and removes the oldest where there are too many.
pub(super) fn write(folder: &Path, now: Timestamp, text: &str) -> io::Result<PathBuf> {
    make_folder(folder)?;
    let (mut file, path) = new_file(folder, now)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    // The name is in the folder's own data. Windows opens no folder as a file, and needs none of this.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    let reports = all(folder);
    let many = reports.len().saturating_sub(KEPT);
    // Where the clock was set back the newest has the oldest name.
    for old in reports.iter().filter(|report| **report != path).take(many) {
        let _ = fs::remove_file(old);
    }
    Ok(path)
}

/// Makes the folder, for its owner alone.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A new file under the first free name: two threads may fail within a millisecond.
fn new_file(folder: &Path, now: Timestamp) -> io::Result<(File, PathBuf)> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    for later in 0..20 {
        let at = now + Duration::from_millis(later);
        let path = folder.join(format!("{}{UNREAD}", at.strftime(STAMP)));
        match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            file => return Ok((file?, path)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const NOW: Timestamp = Timestamp::constant(1_795_348_800, 123_000_000);

    #[test]
    fn reports_of_one_moment_have_names_of_their_own() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["one", "two"] {
            write(folder.path(), NOW, text).unwrap();
        }
        let reports = all(folder.path());
        assert_eq!(reports[0].file_name().unwrap(), "2026-11-22T120000.123Z.new.txt");
        let read: Vec<_> = reports.iter().map(|path| Report::read(path).unwrap()).collect();
        assert_eq!((read[0].at, &*read[0].text), (NOW, "one"));
        assert_eq!((read[1].at, &*read[1].text), (NOW + Duration::from_millis(1), "two"));
    }

    #[test]
    fn the_oldest_go_and_never_the_one_just_written() {
        let folder = tempfile::tempdir().unwrap();
        for second in 0..KEPT as u64 + 3 {
            write(folder.path(), NOW + Duration::from_secs(second), "").unwrap();
        }
        let reports = all(folder.path());
        assert_eq!(reports.len(), KEPT);
        assert_eq!(reports[0].file_name().unwrap(), "2026-11-22T120003.123Z.new.txt");

        let set_back = write(folder.path(), NOW - Duration::from_secs(3600), "").unwrap();
        assert!(set_back.exists());
        assert_eq!(all(folder.path()).len(), KEPT);
    }

    #[test]
    fn what_has_another_name_is_no_report() {
        for name in ["running", "notes.txt", "2026-11-22.new.txt", "2026-11-22T120000.126Z.md"] {
            assert_eq!(time_of(Path::new(name)), None, "{name}");
        }
        assert!(time_of(Path::new("2026-11-22T120000.126Z.txt")).is_some());
    }
}
