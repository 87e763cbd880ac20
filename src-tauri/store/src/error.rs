//! What can go wrong with the records.

use std::path::PathBuf;

use engine::Failure;
use sqlx::migrate::MigrateError;
use thiserror::Error;

/// What went wrong with the database. As a [`Failure`] it is [`Failure::NotFound`] for a row that is not there,
/// [`Failure::Invalid`] for what cannot be done any more, and [`Failure::Records`] with this text for everything else.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The folder or the file could not be made: check its permissions, and the room on the disk.
    #[error("{path} could not be made: {source}", path = path.display())]
    Folder {
        /// What could not be made.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is there and could not be opened: it may be damaged, or no database at all.
    #[error("{path} could not be opened: {source}", path = path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: sqlx::Error,
    },
    /// A newer version of the app wrote the file. Nothing in it was changed.
    #[error(
        "{path} was written by a newer version of the app (its tables are of {found}, this version knows them up to \
         {known}); update the app, or choose another data folder",
        path = path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The newest migration in it, as its time: `20261122120000`.
        found: i64,
        /// The newest migration that this version has.
        known: i64,
    },
    /// The tables could not be brought up to date.
    #[error("{path} could not be brought up to date: {source}", path = path.display())]
    Migration {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: MigrateError,
    },
    /// A database that should be sound is damaged: a backup, or a copy that was just made.
    #[error("{path} is damaged: {problem}", path = path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// How it shows.
        problem: String,
    },
    /// The disk is full, so a statement had no effect.
    #[error("could not {doing}: the disk that holds the app's data folder is full; make room on it, then try again")]
    Full {
        /// What it was to do, such as "store the submission".
        doing: &'static str,
    },
    /// The disk did not read or write what it was asked to, so a statement had no effect.
    #[error(
        "could not {doing}: the disk that holds the app's data folder reported an error ({source}); check that it is \
         connected and sound, then try again"
    )]
    Disk {
        /// What it was to do.
        doing: &'static str,
        /// What SQLite said.
        source: sqlx::Error,
    },
    /// The database turned out to be damaged while it was in use.
    #[error(
        "could not {doing}: the app's records are damaged ({source}); close the app and start it again, and it sets \
         the damaged file aside and restores the last good backup"
    )]
    Broken {
        /// What it was to do.
        doing: &'static str,
        /// What SQLite said.
        source: sqlx::Error,
    },
    /// A statement failed.
    #[error("could not {doing}: {source}")]
    Statement {
        /// What it was to do, such as "store the submission".
        doing: &'static str,
        /// What SQLite said.
        source: sqlx::Error,
    },
    /// What is stored cannot be what it is stored as.
    #[error("{table}.{column} of {row} {problem}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row, by its key.
        row: String,
        /// What is wrong with it, as the rest of the sentence.
        problem: String,
    },
    /// There is another of the same name.
    #[error("There is already a saved batch of this name.")]
    NameTaken,
    /// Another submission stands in for this one already.
    #[error("It was sent again already.")]
    Replaced,
    /// There is no such row.
    #[error("there is no {what}")]
    Missing {
        /// What was looked for, such as "submission 7".
        what: String,
    },
}

impl StoreError {
    /// For `map_err`: names what a failed statement was to do.
    pub(crate) fn doing(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Self {
        move |source| match trouble(&source) {
            Trouble::Full => Self::Full { doing },
            Trouble::Disk => Self::Disk { doing, source },
            Trouble::Damaged => Self::Broken { doing, source },
            Trouble::ReadOnly | Trouble::Statement | Trouble::Busy | Trouble::Other => {
                Self::Statement { doing, source }
            }
        }
    }

    /// Whether it is the disk that failed or is full, and not what is on it.
    pub(crate) fn is_about_the_disk(&self) -> bool {
        match self {
            Self::Full { .. } | Self::Disk { .. } | Self::Folder { .. } => true,
            _ => matches!(self.trouble(), Some(Trouble::Full | Trouble::Disk)),
        }
    }

    /// Whether it is what is in the file that cannot be.
    pub(crate) fn is_damage(&self) -> bool {
        // What a migration is was written by this app, and does not change: it is the file that is wrong.
        let other = matches!(self, Self::Migration { source: MigrateError::VersionMismatch(_), .. });
        other || matches!(self, Self::Damaged { .. }) || self.trouble() == Some(Trouble::Damaged)
    }

    /// What SQLite said as the file was opened or brought up to date.
    fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Open { source, .. }
            | Self::Migration {
                source: MigrateError::Execute(source) | MigrateError::ExecuteMigration(source, _),
                ..
            } => Some(trouble(source)),
            _ => None,
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Missing { what } => Self::NotFound { what },
            StoreError::Replaced | StoreError::NameTaken => Self::Invalid { detail: error.to_string() },
            error => {
                tracing::error!(%error, "the records failed");
                Self::Records { detail: error.to_string() }
            }
        }
    }
}

/// What kind of trouble an error of SQLite is (sqlite.org/rescode.html).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// SQLITE_FULL: no room on the disk.
    Full,
    /// SQLITE_IOERR: the disk did not do what it was asked to.
    Disk,
    /// What is in the file cannot be. SQLITE_CORRUPT and SQLITE_NOTADB say so; so does SQLITE_TOOBIG, for nothing of ours
    /// comes near the gigabyte that it speaks of: a length in the file is wrong; and so does a value of another type than
    /// its column's, since every table of ours is strict.
    Damaged,
    /// SQLITE_READONLY.
    ReadOnly,
    /// SQLITE_ERROR: the statement does not fit the tables.
    Statement,
    /// SQLITE_BUSY: somebody else is at the file.
    Busy,
    /// Everything else, such as a missing permission.
    Other,
}

/// The kind of trouble.
pub(crate) fn trouble(error: &sqlx::Error) -> Trouble {
    if matches!(error, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_)) {
        return Trouble::Damaged;
    }
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<u32>().ok());
    // The low byte is the primary code, whatever the extended one adds to it.
    match code.map(|code| code & 0xff) {
        Some(13) => Trouble::Full,
        Some(10) => Trouble::Disk,
        Some(11 | 18 | 26) => Trouble::Damaged,
        Some(8) => Trouble::ReadOnly,
        Some(1) => Trouble::Statement,
        Some(5) => Trouble::Busy,
        _ => Trouble::Other,
    }
}

#[cfg(test)]
mod tests;
