//! What can go wrong with the records.

use std::path::PathBuf;

use engine::Failure;
use thiserror::Error;

/// What went wrong with the database. As a [`Failure`] it is [`Failure::NotFound`] for a row that is not there, and
/// [`Failure::Records`] with this text for everything else.
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
        source: sqlx::migrate::MigrateError,
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
        move |source| Self::Statement { doing, source }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Missing { what } => Self::NotFound { what },
            error => {
                tracing::error!(%error, "the records failed");
                Self::Records { detail: error.to_string() }
            }
        }
    }
}
