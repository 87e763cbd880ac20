//! Is a database's file whole, and of a version that this app knows?

use std::io::Read;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use crate::StoreError;
use crate::disk::{beside, length};
use crate::error::{Trouble, trouble};
use crate::open::{BUSY, MIGRATIONS};

/// How every SQLite database begins (sqlite.org/fileformat2.html, "Magic Header String").
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// How much is read: on a database of 200 MB, `PRAGMA quick_check` took half a second from the system's cache. What is
/// larger than this is read whole once a day, before its backup.
pub(crate) const READ_WHOLE: u64 = 256 * 1024 * 1024;

/// What a migration's version can be: a time of this millennium, as `20261122120000`. A number that was overwritten is
/// most likely none, and is no reason to say that a newer version of the app wrote it.
const TIMES: RangeInclusive<i64> = 20_260_101_000_000..=29_991_231_235_959;

/// How many complaints of the check are kept: the first says enough.
const COMPLAINTS: u32 = 3;

/// What a file turned out to be.
#[derive(Debug)]
pub(crate) enum Condition {
    /// There is none, or an empty one: to SQLite, a new database.
    Absent,
    /// Nothing is wrong with it.
    Sound,
    /// It cannot be read as it was written; how that shows.
    Damaged(String),
}

/// Looks at a database without writing to it; with `whole`, at every page of it.
///
/// # Errors
/// [`StoreError::Newer`] for one of a later version, and [`StoreError::Open`] where it cannot be read for another reason
/// than damage: permissions, a lock, a disk that fails. Such a file is left alone.
pub(crate) async fn look(path: &Path, whole: bool) -> Result<Condition, StoreError> {
    let cannot = |source| StoreError::Folder { path: path.to_owned(), source };
    let lengths = (length(path).map_err(cannot)?, length(&beside(path, "-wal")).map_err(cannot)?);
    match lengths {
        (None | Some(0), None | Some(0)) => return Ok(Condition::Absent),
        // SQLite would take it for a new database, and delete the log with what was stored last.
        (None | Some(0), Some(_)) => return Ok(Condition::Damaged("the file is empty, its log is not".to_owned())),
        _ => {}
    }
    if let Some(wrong) = wrong_header(path).map_err(cannot)? {
        return Ok(Condition::Damaged(wrong));
    }
    match read(path, whole, true).await {
        // A first start that was cut short leaves a journal, which only whoever may write can roll back.
        Err(Problem::Sqlite(error)) if trouble(&error) == Trouble::ReadOnly => read(path, whole, false).await,
        answer => answer,
    }
    .or_else(|problem| match problem {
        // The statements are fixed and right, so one that SQLite does not understand is a schema that is not ours.
        Problem::Sqlite(error) if matches!(trouble(&error), Trouble::Damaged | Trouble::Statement) => {
            Ok(Condition::Damaged(error.to_string()))
        }
        Problem::Sqlite(source) => Err(StoreError::Open { path: path.to_owned(), source }),
        Problem::Newer { found, known } => Err(StoreError::Newer { path: path.to_owned(), found, known }),
    })
}

enum Problem {
    Sqlite(sqlx::Error),
    Newer { found: i64, known: i64 },
}

impl From<sqlx::Error> for Problem {
    fn from(error: sqlx::Error) -> Self {
        Self::Sqlite(error)
    }
}

/// What is wrong with the first bytes, where SQLite itself would not say so: with an unknown version to write
/// (sqlite.org/fileformat2.html, "File format version numbers") it opens the file, to be read only.
fn wrong_header(path: &Path) -> std::io::Result<Option<String>> {
    let mut header = Vec::new();
    std::fs::File::open(path)?.take(100).read_to_end(&mut header)?;
    let right = header.len() == 100 && header.starts_with(MAGIC) && matches!((header[18], header[19]), (1, 1) | (2, 2));
    Ok((!right).then(|| "its header is not that of a database".to_owned()))
}

async fn read(path: &Path, whole: bool, read_only: bool) -> Result<Condition, Problem> {
    // Not to be written to: the last connection that may write would copy the log into the file as it closes.
    let options = SqliteConnectOptions::new().filename(path).read_only(read_only).busy_timeout(BUSY);
    let mut connection = options.connect().await?;
    let answer = read_with(&mut connection, whole).await;
    connection.close().await?;
    answer
}

async fn read_with(connection: &mut SqliteConnection, whole: bool) -> Result<Condition, Problem> {
    let migrated: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations')")
            .fetch_one(&mut *connection)
            .await?;
    if migrated {
        let versions: Vec<i64> =
            sqlx::query_scalar("SELECT version FROM _sqlx_migrations").fetch_all(&mut *connection).await?;
        if let Some(version) = versions.iter().find(|version| !TIMES.contains(version)) {
            return Ok(Condition::Damaged(format!("migration {version} is not named by a time")));
        }
        let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
        if let Some(found) = versions.into_iter().max().filter(|found| *found > known) {
            return Err(Problem::Newer { found, known });
        }
    }
    if whole {
        let check = sqlx::AssertSqlSafe(format!("PRAGMA quick_check({COMPLAINTS})"));
        let complaints: Vec<String> = sqlx::query_scalar(check).fetch_all(&mut *connection).await?;
        if complaints != ["ok"] {
            return Ok(Condition::Damaged(complaints.join("; ")));
        }
    }
    Ok(Condition::Sound)
}

/// The file of a database, as errors name it.
pub(crate) fn sound_or(path: PathBuf, condition: Condition) -> Result<(), StoreError> {
    match condition {
        Condition::Sound => Ok(()),
        Condition::Absent => Err(StoreError::Damaged { path, problem: "it is empty".to_owned() }),
        Condition::Damaged(problem) => Err(StoreError::Damaged { path, problem }),
    }
}
