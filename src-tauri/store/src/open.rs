//! The database's file, its folder and its settings.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use sqlx::SqlitePool;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::backups::{self, Keeper};
use crate::disk::{self, make_file, make_folder};
use crate::error::{Trouble, trouble};
use crate::sound::{self, Condition, READ_WHOLE};
use crate::{Store, StoreError, mend, shape};

/// The file in the data folder.
pub(crate) const FILE: &str = "housekeeper.db";

/// How long a statement waits for another that is writing. Each of ours takes milliseconds, so whoever waits this long
/// waits for something else: a copy of the app that hangs, a backup that holds the file.
pub(crate) const BUSY: Duration = Duration::from_secs(10);

/// The pause between two tries to open a file that another copy is just making.
const PAUSE: Duration = Duration::from_millis(10);

/// How many connections: one writes at any time, the others read beside it.
const CONNECTIONS: u32 = 4;

/// How a transaction that writes begins: with the right to write. One that begins by reading can be refused at its
/// first write, without waiting, where another wrote in between (sqlite.org/lang_transaction.html).
pub(crate) const WRITE: &str = "BEGIN IMMEDIATE";

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

impl Store {
    /// Opens the records in this folder, and makes both where they are missing: the folder and the file for their owner
    /// alone. Tables of an earlier version are brought up to date.
    ///
    /// A damaged file is set aside, into `damaged/` and never overwritten or deleted, and the newest sound backup takes
    /// its place, or an empty database where there is none; `Records::mended` tells of it. A backup is made beside
    /// what goes on, where the newest is older than a day: so it needs tokio's runtime.
    ///
    /// # Errors
    /// [`StoreError::Folder`] and [`StoreError::Open`] where that is not possible, [`StoreError::Newer`] for a file
    /// of a later version of the app, which stays as it is, and [`StoreError::Migration`].
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_at(folder, Timestamp::now()).await
    }

    /// The same, at another time of day.
    pub(crate) async fn open_at(folder: &Path, now: Timestamp) -> Result<Self, StoreError> {
        let path = folder.join(FILE);
        make_folder(folder).map_err(|source| StoreError::Folder { path: folder.to_owned(), source })?;
        mend::finish(folder)?;
        let cannot = |source| StoreError::Folder { path: path.clone(), source };
        let backups = backups::all(folder).map_err(cannot)?;
        let size = disk::length(&path).map_err(cannot)?.unwrap_or(0);
        let whole = size <= READ_WHOLE || backups::due(&backups, now);
        let is_new = match sound::look(&path, whole).await? {
            Condition::Sound => false,
            // Where there are backups there was a database.
            Condition::Absent if backups.is_empty() => true,
            Condition::Absent => {
                mend::mend(folder, "the file is gone or empty", now).await?;
                false
            }
            Condition::Damaged(problem) => {
                mend::mend(folder, &problem, now).await?;
                false
            }
        };
        make_file(&path).map_err(cannot)?;
        let store = match Self::of_folder(folder, &path).await {
            // Not all damage is seen by looking.
            Err(error) if error.is_damage() => {
                mend::mend(folder, &error.to_string(), now).await?;
                Self::of_folder(folder, &path).await?
            }
            answer => answer?,
        };
        // Of what was only just made there is nothing to back up.
        if let Some(keeper) = store.keeper.as_ref().filter(|_| !is_new) {
            keeper.when_due(&store.pool, now, false);
        }
        Ok(Self { is_new, ..store })
    }

    async fn of_folder(folder: &Path, path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new().filename(path).journal_mode(SqliteJournalMode::Wal);
        // A file does not hang up: asking a connection whether it is still there would double what each statement takes.
        let pool = SqlitePoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
        let store = Self::with(pool, options, path.to_owned()).await?;
        Ok(Self { keeper: Some(Arc::new(Keeper::new(folder.to_owned()))), ..store })
    }

    /// Records that last as long as this store: for tests.
    ///
    /// # Errors
    /// [`StoreError::Migration`], where a migration is wrong.
    pub async fn in_memory() -> Result<Self, StoreError> {
        // Each connection to `:memory:` is a database of its own, so there is one, and it is never let go.
        let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        Self::with(pool, SqliteConnectOptions::new().in_memory(true), PathBuf::from(":memory:")).await
    }

    /// Waits for what is under way and closes the file. What was stored is on the disk without it.
    pub async fn close(&self) {
        if let Some(keeper) = &self.keeper {
            keeper.idle().await;
        }
        self.pool.close().await;
    }

    async fn with(pool: SqlitePoolOptions, options: SqliteConnectOptions, path: PathBuf) -> Result<Self, StoreError> {
        let options = options
            .synchronous(SqliteSynchronous::Full)
            // macOS acknowledges a sync before the drive wrote it, unless asked in full; other systems ignore this
            // (sqlite.org/pragma.html#pragma_fullfsync).
            .pragma("fullfsync", "ON")
            .foreign_keys(true)
            .busy_timeout(BUSY);
        let pool = match connect(pool, options).await {
            Ok(pool) => pool,
            Err(source) => return Err(StoreError::Open { path, source }),
        };
        let ready = match migrate(&pool).await {
            Ok(()) => shape::check(&pool, &path).await,
            Err(source) => Err(StoreError::Migration { path, source }),
        };
        if let Err(error) = ready {
            // Whoever sets the file aside needs it closed.
            pool.close().await;
            return Err(error);
        }
        Ok(Self { pool, keeper: None, is_new: false })
    }
}

/// Opens the pool, and waits for whoever is at the file at this moment.
///
/// A statement waits by itself, all but the one that makes a new file's journal a write-ahead log: that one is refused
/// at once while anybody else reads or writes (sqlite.org/wal.html, "Sometimes Queries Return SQLITE_BUSY In WAL Mode").
async fn connect(pool: SqlitePoolOptions, options: SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    let begun = Instant::now();
    loop {
        match pool.clone().connect_with(options.clone()).await {
            Err(error) if trouble(&error) == Trouble::Busy && begun.elapsed() < BUSY => {
                tokio::time::sleep(PAUSE).await;
            }
            answer => return answer,
        }
    }
}

/// Brings the tables up to date.
///
/// Of two copies of the app that are started at once, the slower one finds that the tables it is about to make are
/// there by then. That ends its migration without a trace, because each is a transaction; and when it looks again, that
/// migration counts as done. So it looks again, once for every migration there is.
async fn migrate(pool: &SqlitePool) -> Result<(), MigrateError> {
    for _ in MIGRATIONS.iter() {
        match MIGRATIONS.run(pool).await {
            Err(MigrateError::ExecuteMigration(error, version)) => {
                tracing::warn!(%error, version, "a migration failed; trying again");
            }
            done => return done,
        }
    }
    MIGRATIONS.run(pool).await
}

#[cfg(test)]
mod schemas;
#[cfg(test)]
pub(crate) mod tests {
    #![allow(clippy::unwrap_used)]

    use sqlx::{AssertSqlSafe, ConnectOptions};

    use super::*;

    /// How SQLite would go about a statement, a step a line.
    pub(crate) async fn plan_of(statement: &str) -> String {
        let store = Store::in_memory().await.unwrap();
        let steps: Vec<(i64, i64, i64, String)> =
            sqlx::query_as(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}")))
                .fetch_all(&store.pool)
                .await
                .unwrap();
        steps.into_iter().map(|(.., step)| step + "\n").collect()
    }

    async fn pragma<T>(connection: &mut sqlx::SqliteConnection, name: &str) -> T
    where
        T: Send + Unpin + sqlx::Type<sqlx::Sqlite> + for<'r> sqlx::Decode<'r, sqlx::Sqlite>,
    {
        sqlx::query_scalar(AssertSqlSafe(format!("PRAGMA {name}"))).fetch_one(connection).await.unwrap()
    }

    #[tokio::test]
    async fn on_every_connection_a_commit_waits_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        // All of the pool's at once, so that each of them is looked at.
        let mut connections = Vec::new();
        for _ in 0..CONNECTIONS {
            connections.push(store.pool.acquire().await.unwrap());
        }
        for connection in &mut connections {
            assert_eq!(pragma::<i64>(connection, "synchronous").await, 2, "2 is FULL");
            assert_eq!(pragma::<i64>(connection, "fullfsync").await, 1);
            assert_eq!(pragma::<i64>(connection, "foreign_keys").await, 1);
            assert_eq!(pragma::<i64>(connection, "busy_timeout").await, 10_000);
            assert_eq!(pragma::<String>(connection, "journal_mode").await, "wal");
        }
    }

    #[tokio::test]
    async fn every_table_is_strict() {
        let store = Store::in_memory().await.unwrap();
        let lax: Vec<String> = sqlx::query_scalar(
            "SELECT name FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND strict = 0
             AND name NOT IN ('_sqlx_migrations', 'sqlite_schema', 'sqlite_sequence')",
        )
        .fetch_all(&store.pool)
        .await
        .unwrap();
        assert_eq!(lax, Vec::<String>::new());
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn what_it_makes_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("deep").join("housekeeper");
        let _store = Store::open(&folder).await.unwrap();
        assert_eq!(mode(&folder), 0o700);
        for file in [FILE, "housekeeper.db-wal", "housekeeper.db-shm"] {
            assert_eq!(mode(&folder.join(file)), 0o600, "{file}");
        }
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_folder_that_is_there_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o750)).unwrap();
        let _store = Store::open(folder.path()).await.unwrap();
        assert_eq!(std::fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o750);
    }

    #[tokio::test]
    async fn a_database_of_a_newer_version_is_refused_and_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        sqlx::query(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (29991231235959, 'from the future', 1, x'00', 0)",
        )
        .execute(&store.pool)
        .await
        .unwrap();
        store.close().await;
        let path = folder.path().join(FILE);
        let before = std::fs::read(&path).unwrap();

        let error = Store::open(folder.path()).await.unwrap_err();
        assert!(matches!(error, StoreError::Newer { found: 29_991_231_235_959, .. }), "{error:?}");
        assert!(error.to_string().contains("update the app"), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let in_the_way = folder.path().join("file");
        std::fs::write(&in_the_way, "").unwrap();
        let error = Store::open(&in_the_way.join("data")).await.unwrap_err();
        assert!(error.to_string().contains(&*in_the_way.to_string_lossy()), "{error}");
    }

    #[tokio::test]
    async fn a_file_that_another_copy_is_just_making_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        // As a new file is before its journal is a write-ahead log, with somebody reading it.
        let options = SqliteConnectOptions::new().filename(folder.path().join(FILE)).create_if_missing(true);
        let mut other = options.journal_mode(SqliteJournalMode::Delete).connect().await.unwrap();
        sqlx::raw_sql("CREATE TABLE t (a INTEGER) STRICT; BEGIN; SELECT * FROM t;").execute(&mut other).await.unwrap();

        let mut opening = std::pin::pin!(Store::open(folder.path()));
        let early = tokio::time::timeout(10 * PAUSE, &mut opening).await;
        assert!(early.is_err(), "it did not wait: {early:?}");
        sqlx::raw_sql("COMMIT").execute(&mut other).await.unwrap();
        opening.await.unwrap();
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn two_copies_of_the_app_may_open_a_new_folder_at_once() {
        for _ in 0..10 {
            let folder = tempfile::tempdir().unwrap();
            let one = tokio::spawn({
                let folder = folder.path().to_owned();
                async move { Store::open(&folder).await }
            });
            let other = Store::open(folder.path()).await;
            other.unwrap();
            one.await.unwrap().unwrap();
        }
    }
}
