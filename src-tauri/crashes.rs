//! Runs of the app that ended in a crash: what is known of one is written down, for whoever starts the app next.
//!
//! A panic writes its report itself. Whatever ends the process without a word (a fault in a library, somebody who ends
//! it, a power cut) leaves the [`Running`] note behind, from which the next start makes a report. Nothing is sent
//! anywhere: the reports stay in the data folder until a person hands them on.

mod panics;
mod report;
mod running;

use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub use panics::watch;
pub use report::Report;
pub use running::Running;

/// What earlier runs left that ended in a crash.
#[derive(Debug, Default)]
pub struct Crashes {
    unread: Vec<PathBuf>,
}

impl Crashes {
    /// Those in a folder that nobody has put away yet.
    pub fn of_earlier_runs(folder: &Path) -> Self {
        Self { unread: report::all(folder).into_iter().filter(|path| report::is_unread(path)).collect() }
    }

    /// The newest.
    pub fn newest(&self) -> Option<Report> {
        Report::read(self.unread.last()?)
    }

    /// The person has read them: the next start does not show them again. They stay, for the diagnostics.
    ///
    /// # Errors
    /// Where one cannot be given its other name.
    pub fn put_away(&self) -> std::io::Result<()> {
        self.unread.iter().try_for_each(|path| report::put_away(path))
    }
}

/// The reports in a folder, newest first: those that were put away too.
pub fn reports(folder: &Path) -> Vec<PathBuf> {
    report::all(folder).into_iter().rev().collect()
}

/// Writes down that an earlier run did not end properly, where that is so. `last_lines` are those of its log.
fn note_an_earlier_end(folder: &Path, left: &running::Left, last_lines: &str, now: Timestamp) -> std::io::Result<()> {
    // A panic that ended it has said more than could be said here.
    let of_it = |at: Timestamp| left.started.is_some_and(|started| at >= started);
    if report::all(folder).iter().filter_map(|path| report::time_of(path)).any(of_it) {
        return Ok(());
    }
    let started = left.started.map_or_else(|| "unknown".to_owned(), |started| started.to_string());
    let text = format!(
        "Housekeeper for CloudFront {} ended without being closed.\n\
         It crashed, or was ended from outside, or the computer stopped.\n\n\
         It was started: {started}\n\
         This was noticed: {now}\n\n\
         The last lines of its log:\n{last_lines}",
        left.version
    );
    report::write(folder, now, &text).map(drop)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::new(1_795_348_800 + second, 0).unwrap()
    }

    #[test]
    fn a_run_that_did_not_end_is_told_of_until_it_is_put_away() {
        let folder = tempfile::tempdir().unwrap();
        let crashes = folder.path().join("crashes");
        drop(Running::begin(&crashes, "", at(0)).unwrap());
        assert!(Crashes::of_earlier_runs(&crashes).newest().is_none(), "nobody ran before");

        drop(Running::begin(&crashes, "INFO the last line\n", at(60)).unwrap());
        let found = Crashes::of_earlier_runs(&crashes);
        let report = found.newest().unwrap();
        assert_eq!(report.at, at(60));
        assert!(report.text.contains("ended without being closed"), "{}", report.text);
        assert!(report.text.contains("INFO the last line"), "{}", report.text);

        found.put_away().unwrap();
        assert!(Crashes::of_earlier_runs(&crashes).newest().is_none());
        assert_eq!(reports(&crashes).len(), 1, "it stays for the diagnostics");
        found.put_away().unwrap();
    }

    #[test]
    fn a_run_that_ended_is_not_told_of() {
        let folder = tempfile::tempdir().unwrap();
        Running::begin(folder.path(), "", at(0)).unwrap().end();
        Running::begin(folder.path(), "", at(60)).unwrap().end();
        assert!(Crashes::of_earlier_runs(folder.path()).newest().is_none());
    }

    #[test]
    fn a_panic_that_ended_a_run_is_told_of_once() {
        let folder = tempfile::tempdir().unwrap();
        drop(Running::begin(folder.path(), "", at(0)).unwrap());
        report::write(folder.path(), at(30), "it failed").unwrap();
        drop(Running::begin(folder.path(), "", at(60)).unwrap());
        assert_eq!(reports(folder.path()).len(), 1);
        // An older one is of another run.
        drop(Running::begin(folder.path(), "", at(90)).unwrap());
        assert_eq!(reports(folder.path()).len(), 2);
    }
}
