//! Whose the file is, and whether it is still the one that was read.

use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// What tells a changed file from an unchanged one without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    modified: Option<SystemTime>,
    length: u64,
    of_this_system: system::Mark,
}

impl Mark {
    pub(crate) fn of(metadata: &Metadata) -> Self {
        let (modified, length) = (metadata.modified().ok(), metadata.len());
        Self { modified, length, of_this_system: system::Mark::of(metadata) }
    }

    /// Whether the last change was so long ago that a second one would have another time. A time to come is none.
    pub(crate) fn is_older_than(&self, age: Duration, now: SystemTime) -> bool {
        let old = |time: SystemTime| now.duration_since(time).is_ok_and(|elapsed| elapsed > age);
        self.modified.is_some_and(old) && self.of_this_system.changed().is_none_or(old)
    }
}

/// Whether nobody but its owner can write to a file.
pub(crate) fn is_safe(path: &Path, metadata: &Metadata) -> Result<(), String> {
    system::is_safe(path, metadata, "It")
}

/// Whether nobody but its owner can put another file in the place of one.
pub(crate) fn is_safe_folder(path: &Path) -> Result<(), String> {
    let Some(folder) = path.parent() else { return Ok(()) };
    match std::fs::metadata(folder) {
        Ok(metadata) => system::is_safe(folder, &metadata, "Its folder"),
        Err(error) => Err(format!("Its folder cannot be looked at: {error}.")),
    }
}

#[cfg(unix)]
mod system {
    use std::fs::Metadata;
    use std::os::unix::fs::MetadataExt;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    /// To write as one of the group, or as anybody (chmod(2), `S_IWGRP` and `S_IWOTH`).
    const OTHERS_WRITE: u32 = 0o022;

    /// The file itself, whose it is, and when anything of that changed: an edit shows in the time of its status even
    /// where somebody set the time of its text back (stat(2), `st_ctime`).
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(super) struct Mark {
        file: (u64, u64),
        owner: (u32, u32, u32),
        changed: (i64, i64),
    }

    impl Mark {
        pub(super) fn of(metadata: &Metadata) -> Self {
            Self {
                file: (metadata.dev(), metadata.ino()),
                owner: (metadata.uid(), metadata.gid(), metadata.mode()),
                changed: (metadata.ctime(), metadata.ctime_nsec()),
            }
        }

        pub(super) fn changed(&self) -> Option<SystemTime> {
            let seconds = u64::try_from(self.changed.0).ok()?;
            let nanoseconds = u32::try_from(self.changed.1).ok()?;
            SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, nanoseconds))
        }
    }

    pub(super) fn is_safe(path: &Path, metadata: &Metadata, what: &str) -> Result<(), String> {
        if metadata.mode() & OTHERS_WRITE == 0 {
            return Ok(());
        }
        let path = path.display();
        Err(format!("{what} can be written to by others than its owner. Mend that with: sudo chmod go-w '{path}'"))
    }
}

/// Windows keeps lists of who may do what, and a new file in `ProgramData` that an administrator made cannot be changed
/// by others; see the document for administrators.
#[cfg(not(unix))]
mod system {
    use std::fs::Metadata;
    use std::path::Path;
    use std::time::SystemTime;

    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(super) struct Mark {
        created: Option<SystemTime>,
    }

    impl Mark {
        pub(super) fn of(metadata: &Metadata) -> Self {
            Self { created: metadata.created().ok() }
        }

        pub(super) fn changed(&self) -> Option<SystemTime> {
            None
        }
    }

    pub(super) fn is_safe(_: &Path, _: &Metadata, _: &str) -> Result<(), String> {
        Ok(())
    }
}
