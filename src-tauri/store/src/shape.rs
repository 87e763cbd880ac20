//! Has a database every column that the statements name?
//!
//! Bytes that were overwritten in the text of a table leave a file that SQLite calls sound, with a column of another
//! name in it.

use std::collections::HashSet;
use std::path::Path;

use sqlx::SqlitePool;

use crate::StoreError;

/// The columns as all migrations leave them, one `table.column TYPE` a line.
const COLUMNS: &str = include_str!("../columns.txt");

/// What the tables of a database have, in the form of [`COLUMNS`]. Those that a full-text index makes for itself are
/// left out: they are a matter of SQLite's version, as sqlx's own table is of sqlx's.
const FOUND: &str = "
    SELECT t.name || '.' || c.name || ' ' || c.type
    FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name <> '_sqlx_migrations'
    ORDER BY 1";

/// Compares the columns with those that there should be, after all migrations.
///
/// # Errors
/// [`StoreError::Damaged`] with the first that is missing.
pub(crate) async fn check(pool: &SqlitePool, path: &Path) -> Result<(), StoreError> {
    let cannot = |source| StoreError::Open { path: path.to_owned(), source };
    let found: HashSet<String> = sqlx::query_scalar(FOUND).fetch_all(pool).await.map_err(cannot)?.into_iter().collect();
    match COLUMNS.lines().find(|column| !found.contains(*column)) {
        Some(missing) => {
            Err(StoreError::Damaged { path: path.to_owned(), problem: format!("it has no column {missing}") })
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::Store;

    #[tokio::test]
    async fn the_columns_are_those_that_the_migrations_leave() {
        let store = Store::in_memory().await.unwrap();
        let found: Vec<String> = sqlx::query_scalar(FOUND).fetch_all(&store.pool).await.unwrap();
        let columns = found.into_iter().map(|column| column + "\n").collect::<String>();
        assert!(columns == COLUMNS, "after a new migration, store/columns.txt is:\n{columns}");
    }

    #[tokio::test]
    async fn a_column_of_another_name_is_damage() {
        let store = Store::in_memory().await.unwrap();
        check(&store.pool, Path::new("here")).await.unwrap();
        sqlx::query("ALTER TABLE mended RENAME COLUMN set_aside TO set_asidf").execute(&store.pool).await.unwrap();
        let error = check(&store.pool, Path::new("here")).await.unwrap_err();
        assert!(error.is_damage(), "{error}");
        assert_eq!(error.to_string(), "here is damaged: it has no column mended.set_aside TEXT");
    }
}
