//! The database's file, its folder and its settings.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqlitePool};

use crate::{Store, StoreError};

/// The file in the data folder.
const FILE: &str = "housekeeper.db";

/// How long a statement waits for another that is writing. Each of ours takes milliseconds, so whoever waits this long
/// waits for something else: a copy of the app that hangs, a backup that holds the file.
const BUSY: Duration = Duration::from_secs(10);

/// How many connections: one writes at any time, the others read beside it.
const CONNECTIONS: u32 = 4;

/// How a transaction that writes begins: with the right to write. One that begins by reading can be refused at its
/// first write, without waiting, where another wrote in between (sqlite.org/lang_transaction.html).
pub(crate) const WRITE: &str = "BEGIN IMMEDIATE";

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

impl Store {
    /// Opens the records in this folder, and makes both where they are missing: the folder and the file for their owner
    /// alone. Tables of an earlier version are brought up to date.
    ///
    /// # Errors
    /// [`StoreError::Folder`] and [`StoreError::Open`] where that is not possible, [`StoreError::Newer`] for a file
    /// of a later version of the app, which stays as it is, and [`StoreError::Migration`].
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(FILE);
        make_folder(folder).map_err(|source| StoreError::Folder { path: folder.to_owned(), source })?;
        make_file(&path).map_err(|source| StoreError::Folder { path: path.clone(), source })?;
        refuse_newer(&path).await?;
        let options = SqliteConnectOptions::new().filename(&path).journal_mode(SqliteJournalMode::Wal);
        let pool = SqlitePoolOptions::new().max_connections(CONNECTIONS);
        Self::with(pool, options, path).await
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
        let pool = match pool.connect_with(options).await {
            Ok(pool) => pool,
            Err(source) => return Err(StoreError::Open { path, source }),
        };
        match migrate(&pool).await {
            Ok(()) => Ok(Self { pool }),
            Err(source) => Err(StoreError::Migration { path, source }),
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

/// Makes the folder where it is missing. One that is there keeps its permissions: it may be a folder that the person
/// shares with other things.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes an empty file where there is none, which to SQLite is an empty database. The files it puts beside it take
/// their permissions from it.
fn make_file(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Looks, without writing, whether the file is of a later version.
async fn refuse_newer(path: &Path) -> Result<(), StoreError> {
    let cannot = |source| StoreError::Open { path: path.to_owned(), source };
    let mut connection = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .busy_timeout(BUSY)
        .connect()
        .await
        .map_err(cannot)?;
    let migrated: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations')")
            .fetch_one(&mut connection)
            .await
            .map_err(cannot)?;
    let found: Option<i64> = if migrated {
        let newest = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(&mut connection).await;
        newest.map_err(cannot)?
    } else {
        None
    };
    connection.close().await.map_err(cannot)?;
    let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
    match found {
        Some(found) if found > known => Err(StoreError::Newer { path: path.to_owned(), found, known }),
        _ => Ok(()),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    #![allow(clippy::unwrap_used)]

    use sqlx::AssertSqlSafe;

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
    async fn a_file_that_is_no_database_is_refused_and_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let diary = "Dear diary, ".repeat(1_000);
        std::fs::write(&path, &diary).unwrap();
        let error = Store::open(folder.path()).await.unwrap_err();
        assert!(matches!(error, StoreError::Open { .. }), "{error:?}");
        assert!(error.to_string().contains("housekeeper.db could not be opened: "), "{error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), diary);
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let in_the_way = folder.path().join("file");
        std::fs::write(&in_the_way, "").unwrap();
        let error = Store::open(&in_the_way.join("data")).await.unwrap_err();
        assert!(error.to_string().contains(&*in_the_way.to_string_lossy()), "{error}");
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
