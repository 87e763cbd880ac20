//! What a person noted of a distribution.

use domain::{AccountKey, DistributionId};
use engine::ports::Note;
use jiff::Timestamp;
use sqlx::{FromRow, SqlitePool};

use crate::{StoreError, time};

#[derive(FromRow)]
struct Row {
    distribution: String,
    nickname: Option<String>,
    favourite: bool,
    added: bool,
    opened_at: Option<i64>,
}

impl TryFrom<Row> for (DistributionId, Note) {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let opened = row.opened_at.map(Timestamp::from_millisecond).transpose();
        let opened = opened.map_err(|_| StoreError::Inconsistent {
            table: "distribution_note",
            column: "opened_at",
            row: row.distribution.clone(),
            problem: "is no time".to_owned(),
        })?;
        let note = Note { nickname: row.nickname, favourite: row.favourite, added: row.added, opened };
        Ok((DistributionId::new(row.distribution), note))
    }
}

/// What was noted of an account's distributions, by id.
pub(crate) async fn all(pool: &SqlitePool, account: &AccountKey) -> Result<Vec<(DistributionId, Note)>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT distribution, nickname, favourite, added, opened_at FROM distribution_note
         WHERE account = ? ORDER BY distribution",
    )
    .bind(account.as_str())
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing("read the notes"))?;
    rows.into_iter().map(TryFrom::try_from).collect()
}

/// Keeps a note in place of the one before.
pub(crate) async fn keep(
    pool: &SqlitePool,
    account: &AccountKey,
    distribution: &DistributionId,
    note: &Note,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO distribution_note (account, distribution, nickname, favourite, added, opened_at)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (account, distribution) DO UPDATE SET
             nickname = excluded.nickname, favourite = excluded.favourite, added = excluded.added,
             opened_at = excluded.opened_at",
    )
    .bind(account.as_str())
    .bind(distribution.as_str())
    .bind(&note.nickname)
    .bind(note.favourite)
    .bind(note.added)
    .bind(note.opened.map(time::millis))
    .execute(pool)
    .await
    .map_err(StoreError::doing("keep the note"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use engine::ports::Records;

    use super::*;
    use crate::Store;
    use crate::samples::{NOON, account};

    #[tokio::test]
    async fn a_note_takes_the_place_of_the_one_before_and_is_its_accounts_alone() {
        let store = Store::in_memory().await.unwrap();
        let other = AccountKey::known("aws", "210987654321", None);
        let (first, second) = (DistributionId::new("E1AAAAAAAAAAAA"), DistributionId::new("E2BBBBBBBBBBBB"));
        let shop = Note { nickname: Some("Shop".into()), favourite: true, added: false, opened: Some(NOON) };
        let blog = Note { nickname: None, favourite: false, added: true, opened: None };

        store.keep_note(&account(), &second, &blog).await.unwrap();
        store.keep_note(&account(), &first, &blog).await.unwrap();
        store.keep_note(&account(), &first, &shop).await.unwrap();
        store.keep_note(&other, &first, &blog).await.unwrap();

        let notes = store.notes(&account()).await.unwrap();
        assert_eq!(notes, [(first.clone(), shop), (second, blog.clone())]);
        assert_eq!(store.notes(&other).await.unwrap(), [(first, blog)]);
        assert_eq!(store.notes(&AccountKey::known("aws", "0", None)).await.unwrap(), []);
    }
}
