#![doc = include_str!("../README.md")]

mod batches;
mod connections;
mod form;
mod owner;
mod place;
#[cfg(test)]
mod tests;
mod text;

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use engine::Policy;
use engine::ports::{Administrator, BrokenPolicy};

use owner::Mark;

/// The longest file, in bytes: far more than thousands of nicknames take, and little enough to read at once.
const LONGEST: u64 = 1_048_576;

/// How old a change must be before an unchanged mark proves an unchanged file: two changes at once may have one time,
/// and no file system's times are coarser than FAT's two seconds.
const SETTLED: Duration = Duration::from_secs(3);

/// What a file says, or a sentence about what is wrong with it.
type Said = Result<Arc<Policy>, String>;

/// The administrator's file. It is read again whenever it has changed.
pub struct AdministratorFile {
    path: PathBuf,
    read: Mutex<Option<(Mark, Said)>>,
}

impl AdministratorFile {
    /// The file of this computer, at the one place where it can be.
    pub fn of_this_computer() -> Self {
        Self::new(place::of_this_computer())
    }

    /// A file at a place of one's own.
    pub fn new(path: PathBuf) -> Self {
        Self { path, read: Mutex::default() }
    }

    /// What the file says; `None` where there is none. A problem is a sentence.
    fn look(&self, now: SystemTime) -> Result<Option<Arc<Policy>>, String> {
        let metadata = match fs::metadata(&self.path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound && !self.is_dead_link() => return Ok(None),
            Err(error) => return Err(cannot_be_read(&error)),
        };
        let mark = Mark::of(&metadata);
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let known = read.take().filter(|(of, _)| *of == mark && mark.is_older_than(SETTLED, now));
        let (_, said) = read.insert(known.unwrap_or_else(|| {
            // To open what is no file, such as a pipe, could take for ever.
            let policy = if metadata.is_file() { self.parse() } else { Err("It is no file.".to_owned()) };
            (mark, policy.map(Arc::new))
        }));
        // Who may write to its folder can change without a trace at the file.
        owner::is_safe_folder(&self.path)?;
        said.clone().map(Some)
    }

    /// Whether there is a link in the file's place that leads nowhere: somebody meant a file to be there.
    fn is_dead_link(&self) -> bool {
        fs::symlink_metadata(&self.path).is_ok()
    }

    fn parse(&self) -> Result<Policy, String> {
        let text = read_whole(&self.path)?;
        form::read(&text)
    }
}

fn read_whole(path: &Path) -> Result<String, String> {
    let file = File::open(path).map_err(|error| cannot_be_read(&error))?;
    // Of what was opened, not of what is there by now.
    let metadata = file.metadata().map_err(|error| cannot_be_read(&error))?;
    owner::is_safe(path, &metadata)?;
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| cannot_be_read(&error))?;
    if bytes.len() as u64 > LONGEST {
        return Err(format!("It is too long: {LONGEST} bytes are the most."));
    }
    String::from_utf8(bytes).map_err(|error| {
        let line = text::line_of(error.as_bytes(), error.utf8_error().valid_up_to());
        format!("Line {line} is no text in UTF-8. Save the file as UTF-8.")
    })
}

fn cannot_be_read(error: &io::Error) -> String {
    format!("It cannot be read: {error}. Everybody who uses this computer must be able to read it.")
}

impl Administrator for AdministratorFile {
    fn path(&self) -> String {
        self.path.display().to_string()
    }

    fn policy(&self) -> Result<Option<Arc<Policy>>, BrokenPolicy> {
        self.look(SystemTime::now()).map_err(|problem| BrokenPolicy { path: self.path(), problem })
    }
}
