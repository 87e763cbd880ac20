//! Drafts: what was typed and is neither sent nor saved.

use engine::ports::Draft;
use jiff::Timestamp;
use sqlx::SqlitePool;

use crate::open::WRITE;
use crate::{StoreError, time};

const TABLE: &str = "draft";
const READING: &str = "read the drafts";
const KEEPING: &str = "keep the draft";

/// One draft.
pub(crate) async fn one(pool: &SqlitePool, key: &str) -> Result<Option<Draft>, StoreError> {
    let row: Option<(String, i64)> = sqlx::query_as("SELECT content, at FROM draft WHERE key = ?")
        .bind(key)
        .fetch_optional(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    let read = |(content, at)| Ok(Draft { key: key.to_owned(), content, at: time::read(TABLE, "at", 0, at)? });
    row.map(read).transpose()
}

/// The keys of all of them, and when they were typed.
pub(crate) async fn all(pool: &SqlitePool) -> Result<Vec<(String, Timestamp)>, StoreError> {
    let rows: Vec<(String, i64)> = sqlx::query_as("SELECT key, at FROM draft ORDER BY key")
        .fetch_all(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    rows.into_iter().map(|(key, at)| Ok((key, time::read(TABLE, "at", 0, at)?))).collect()
}

/// Keeps a draft in place of what had its key; of more than `most`, the oldest go.
pub(crate) async fn keep(pool: &SqlitePool, draft: &Draft, most: u32) -> Result<(), StoreError> {
    let doing = StoreError::doing(KEEPING);
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(KEEPING))?;
    sqlx::query(
        "INSERT INTO draft (key, content, at) VALUES (?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET content = excluded.content, at = excluded.at",
    )
    .bind(&draft.key)
    .bind(&draft.content)
    .bind(time::millis(draft.at))
    .execute(&mut *transaction)
    .await
    .map_err(StoreError::doing(KEEPING))?;
    sqlx::query("DELETE FROM draft WHERE key IN (SELECT key FROM draft ORDER BY at DESC, key LIMIT -1 OFFSET ?)")
        .bind(most)
        .execute(&mut *transaction)
        .await
        .map_err(StoreError::doing(KEEPING))?;
    transaction.commit().await.map_err(doing)
}

/// Forgets the draft of a key, and with `below` those of every key that begins with it.
pub(crate) async fn drop(pool: &SqlitePool, key: &str, below: bool) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM draft WHERE key = ?1 OR (?2 AND substr(key, 1, length(?1)) = ?1)")
        .bind(key)
        .bind(below)
        .execute(pool)
        .await
        .map_err(StoreError::doing("drop the draft"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use engine::ports::Notebook;

    use super::*;
    use crate::Store;
    use crate::samples::{NOON, after_noon};

    fn draft(key: &str, content: &str, at: Timestamp) -> Draft {
        Draft { key: key.to_owned(), content: content.to_owned(), at }
    }

    #[tokio::test]
    async fn the_last_draft_of_a_key_is_kept_and_the_oldest_go() {
        let store = Store::in_memory().await.unwrap();
        for (key, content, at) in [("a", "1", NOON), ("b", "2", after_noon(1)), ("a", "3", after_noon(2))] {
            store.keep_draft(&draft(key, content, at), 2).await.unwrap();
        }
        assert_eq!(store.draft("a").await.unwrap(), Some(draft("a", "3", after_noon(2))));
        store.keep_draft(&draft("c", "4", after_noon(3)), 2).await.unwrap();
        assert_eq!(store.drafts().await.unwrap(), [("a".to_owned(), after_noon(2)), ("c".to_owned(), after_noon(3))]);
        assert!(store.keep_draft(&draft("d", "no JSON", NOON), 2).await.is_err());
    }

    #[tokio::test]
    async fn drafts_below_a_key_are_dropped_with_it() {
        let store = Store::in_memory().await.unwrap();
        for key in ["create/c1/a", "create/c10/a", "create/c%/a"] {
            store.keep_draft(&draft(key, "1", NOON), 9).await.unwrap();
        }
        store.drop_draft("create/c1/", true).await.unwrap();
        store.drop_draft("create/", false).await.unwrap();
        store.drop_draft("create/c%/", true).await.unwrap();
        assert_eq!(store.drafts().await.unwrap(), [("create/c10/a".to_owned(), NOON)]);
    }
}
