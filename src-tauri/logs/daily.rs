//! A log file a day, bounded in size and in number.
//!
//! tracing-appender rolls by time alone, and the crates that roll by size know no days: a fault that logs in a loop would
//! fill the disk on which the records are.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// How large a file may get, in bytes. The last one of the same day stands beside it, so a day has twice that at the most.
const LARGEST: u64 = 5 << 20;

/// How many days are kept.
const DAYS_KEPT: usize = 7;

/// What the names begin and end with; between them is the day, in UTC as the times inside are.
const NAME: (&str, &str) = ("housekeeper.", ".log");

/// What stands behind the day of a file that became too large.
const EARLIER: &str = ".earlier";

/// Writes to the file of the day. It is opened at the first line.
pub(super) struct DailyFile {
    folder: PathBuf,
    largest: u64,
    today: fn() -> Date,
    open: Option<Open>,
}

struct Open {
    day: Date,
    file: File,
    size: u64,
}

impl DailyFile {
    /// The files in this folder.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, largest: LARGEST, today: || Timestamp::now().to_zoned(TimeZone::UTC).date(), open: None }
    }

    fn open(&self, day: Date) -> io::Result<Open> {
        let file = OpenOptions::new().create(true).append(true).open(path(&self.folder, day, ""))?;
        Ok(Open { day, size: file.metadata()?.len(), file })
    }

    /// The file for the next so many bytes.
    fn ready(&mut self, more: u64) -> io::Result<&mut Open> {
        let day = (self.today)();
        let mut open = match self.open.take() {
            Some(open) if open.day == day => open,
            _ => {
                let open = self.open(day)?;
                prune(&self.folder);
                open
            }
        };
        if open.size > 0 && open.size + more > self.largest {
            // The newest lines are what is looked for: those before the last file go.
            fs::rename(path(&self.folder, day, ""), path(&self.folder, day, EARLIER))?;
            open = self.open(day)?;
        }
        Ok(self.open.insert(open))
    }
}

impl Write for DailyFile {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let open = self.ready(line.len() as u64)?;
        let written = open.file.write(line)?;
        open.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open.as_mut().map_or(Ok(()), |open| open.file.flush())
    }
}

fn path(folder: &Path, day: Date, which: &str) -> PathBuf {
    folder.join(format!("{}{day}{which}{}", NAME.0, NAME.1))
}

/// The log files in a folder, newest first.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| day_of(path).is_some())
        .collect();
    // `.earlier.log` stands before `.log`.
    files.sort_by(|one, other| other.cmp(one));
    files
}

fn day_of(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()?.strip_prefix(NAME.0)?.strip_suffix(NAME.1)?.get(..10)
}

/// Removes what is older than the days that are kept.
fn prune(folder: &Path) {
    let files = files(folder);
    let mut days: Vec<_> = files.iter().filter_map(|file| day_of(file)).collect();
    days.dedup();
    let kept = days.get(..DAYS_KEPT).unwrap_or(&days);
    for file in files.iter().filter(|file| day_of(file).is_some_and(|day| !kept.contains(&day))) {
        // One that cannot be removed is tried again tomorrow.
        let _ = fs::remove_file(file);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        files(folder).iter().map(|file| file.file_name().unwrap().to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_day_that_runs_away_keeps_its_newest_lines_in_two_files() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = DailyFile { largest: 100, ..DailyFile::new(folder.path().to_owned()) };
        log.today = || jiff::civil::date(2026, 11, 25);
        for number in 0..1000 {
            log.write_all(format!("line {number}\n").as_bytes()).unwrap();
        }
        assert_eq!(names(folder.path()), ["housekeeper.2026-11-25.log", "housekeeper.2026-11-25.earlier.log"]);
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        let (newest, earlier) = (read("housekeeper.2026-11-25.log"), read("housekeeper.2026-11-25.earlier.log"));
        assert!(newest.ends_with("line 999\n"), "{newest}");
        assert!(newest.len() <= 100 && earlier.len() <= 100);
        let both = earlier + &newest;
        let numbers: Vec<u32> = both.lines().map(|line| line["line ".len()..].parse().unwrap()).collect();
        assert!(
            numbers.is_sorted() && numbers.len() as u32 == 1000 - numbers[0],
            "none is missing between: {numbers:?}"
        );
    }

    #[test]
    fn a_week_is_kept_and_what_is_not_a_log_stays() {
        let folder = tempfile::tempdir().unwrap();
        for day in 10..25 {
            fs::write(path(folder.path(), jiff::civil::date(2026, 11, day), ""), "old\n").unwrap();
        }
        fs::write(path(folder.path(), jiff::civil::date(2026, 11, 24), EARLIER), "old\n").unwrap();
        fs::write(folder.path().join("mine.log"), "not the app's").unwrap();
        let mut log = DailyFile::new(folder.path().to_owned());
        log.today = || jiff::civil::date(2026, 11, 25);
        log.write_all(b"new\n").unwrap();
        let names = names(folder.path());
        assert_eq!(names.len(), DAYS_KEPT + 1, "{names:?}");
        assert_eq!(names[0], "housekeeper.2026-11-25.log");
        assert_eq!(names.last().unwrap(), "housekeeper.2026-11-19.log");
        assert!(folder.path().join("mine.log").exists());
    }

    #[test]
    fn a_days_file_is_gone_on_with() {
        let folder = tempfile::tempdir().unwrap();
        for line in ["one\n", "two\n"] {
            let mut log = DailyFile::new(folder.path().to_owned());
            log.today = || jiff::civil::date(2026, 11, 25);
            log.write_all(line.as_bytes()).unwrap();
        }
        let text = fs::read_to_string(folder.path().join("housekeeper.2026-11-25.log")).unwrap();
        assert_eq!(text, "one\ntwo\n");
    }
}
