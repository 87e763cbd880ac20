//! How much there is of everything, for whoever helps.

use engine::ports::Inventory;
use sqlx::{AssertSqlSafe, SqlitePool};

use crate::StoreError;
use crate::backups::Keeper;

const TAKING: &str = "count the records";

/// Counts the rows of every table of ours: not those that SQLite, sqlx and the index of texts keep for themselves.
pub(crate) async fn take(pool: &SqlitePool, keeper: Option<&Keeper>) -> Result<Inventory, StoreError> {
    let doing = StoreError::doing;
    let mut snapshot = pool.begin().await.map_err(doing(TAKING))?;
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_sqlx_*' AND name NOT GLOB '*_text*'
         ORDER BY name",
    )
    .fetch_all(&mut *snapshot)
    .await
    .map_err(doing(TAKING))?;
    let mut rows = Vec::with_capacity(tables.len());
    for table in tables {
        // A table's name cannot be bound. These are the migrations' own; one with a quotation mark is quoted all the same.
        let count = format!("SELECT COUNT(*) FROM \"{}\"", table.replace('"', "\"\""));
        let count: i64 =
            sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(&mut *snapshot).await.map_err(doing(TAKING))?;
        rows.push((table, u64::try_from(count).unwrap_or_default()));
    }
    let schema: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations WHERE success")
        .fetch_one(&mut *snapshot)
        .await
        .map_err(doing(TAKING))?;
    let bytes: i64 = sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        .fetch_one(&mut *snapshot)
        .await
        .map_err(doing(TAKING))?;
    Ok(Inventory {
        schema: schema.unwrap_or_default(),
        bytes: u64::try_from(bytes).unwrap_or_default(),
        rows,
        // Where they cannot be listed, the log says more than a number could.
        backups: keeper.map(Keeper::times).transpose().unwrap_or_default().unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use engine::Connection;
    use engine::ports::Records;

    use crate::Store;
    use crate::open::MIGRATIONS;

    #[tokio::test]
    async fn it_counts_what_is_ours_and_knows_the_version() {
        let store = Store::in_memory().await.unwrap();
        store.keep_connection(&Connection::practice()).await.unwrap();
        let inventory = store.inventory().await.unwrap();
        let rows = |table: &str| inventory.rows.iter().find(|(name, _)| name == table).map(|(_, count)| *count);
        assert_eq!(rows("connection"), Some(1));
        assert_eq!(rows("submission"), Some(0));
        assert_eq!(rows("settings"), Some(1));
        assert!(inventory.rows.iter().all(|(name, _)| !name.contains("sqlx")), "{:?}", inventory.rows);
        assert_eq!(inventory.schema, MIGRATIONS.iter().map(|migration| migration.version).max().unwrap());
        assert!(inventory.bytes > 0);
        assert!(inventory.backups.is_empty());
    }

    #[tokio::test]
    async fn records_are_new_once() {
        let folder = tempfile::tempdir().unwrap();
        for new in [true, false] {
            let store = Store::open(folder.path()).await.unwrap();
            assert_eq!(store.is_new(), new);
            store.close().await;
        }
    }
}
