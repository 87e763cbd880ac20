//! Invalidations once read: whoever made them, they are asked for once.

use std::collections::HashMap;

use domain::{AccountKey, Invalidation, InvalidationId, InvalidationStatus, Item, Target};
use sqlx::{FromRow, SqliteConnection, SqlitePool};

use crate::items::{self, Owner};
use crate::open::WRITE;
use crate::{StoreError, target, time};

const TABLE: &str = "invalidation";
const KEEPING: &str = "keep the invalidation";

#[derive(FromRow)]
struct Row {
    number: i64,
    id: String,
    created_at: i64,
    status: String,
    caller_reference: String,
    items: i64,
}

/// A row with its items.
struct Stored {
    row: Row,
    items: Vec<Item>,
}

impl TryFrom<Stored> for Invalidation {
    type Error = StoreError;

    fn try_from(Stored { row, items }: Stored) -> Result<Self, StoreError> {
        Ok(Self {
            id: InvalidationId::new(row.id),
            created: time::read(TABLE, "created_at", row.number, row.created_at)?,
            status: InvalidationStatus::read(&row.status),
            reference: row.caller_reference,
            items,
        })
    }
}

/// Keeps an invalidation with its items; of one already kept, the status.
pub(crate) async fn keep(
    pool: &SqlitePool,
    account: &AccountKey,
    target: &Target,
    invalidation: &Invalidation,
) -> Result<(), StoreError> {
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(KEEPING))?;
    keep_in(&mut transaction, account, target, invalidation).await?;
    transaction.commit().await.map_err(StoreError::doing(KEEPING))
}

/// The same as a part of a transaction.
pub(crate) async fn keep_in(
    transaction: &mut SqliteConnection,
    account: &AccountKey,
    target: &Target,
    invalidation: &Invalidation,
) -> Result<(), StoreError> {
    // Two looks at one invalidation may end in another order than they began: what is completed stays it.
    let kept = sqlx::query(
        "UPDATE invalidation SET status = CASE status WHEN 'Completed' THEN status ELSE ? END
         WHERE account = ? AND target_kind = ? AND target = ? AND id = ?",
    )
    .bind(invalidation.status.as_str())
    .bind(account.as_str())
    .bind(target::kind(target))
    .bind(target.id())
    .bind(invalidation.id.as_str())
    .execute(&mut *transaction)
    .await
    .map_err(StoreError::doing(KEEPING))?;
    if kept.rows_affected() > 0 {
        return Ok(());
    }
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO invalidation (
             account, target_kind, target, id, created_at, status, caller_reference, items
         ) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
    )
    .bind(account.as_str())
    .bind(target::kind(target))
    .bind(target.id())
    .bind(invalidation.id.as_str())
    .bind(time::millis(invalidation.created))
    .bind(invalidation.status.as_str())
    .bind(&invalidation.reference)
    .bind(i64::try_from(invalidation.items.len()).unwrap_or(i64::MAX))
    .fetch_one(&mut *transaction)
    .await
    .map_err(StoreError::doing(KEEPING))?;
    items::insert(transaction, Owner::Invalidation, number, &invalidation.items).await
}

/// Those of the given ids that were kept, in the order of the ids.
pub(crate) async fn kept(
    pool: &SqlitePool,
    account: &AccountKey,
    target: &Target,
    ids: &[InvalidationId],
) -> Result<Vec<Invalidation>, StoreError> {
    const DOING: &str = "read the invalidations";
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(DOING))?;
    let asked = serde_json::Value::from_iter(ids.iter().map(InvalidationId::as_str)).to_string();
    let rows: Vec<Row> = sqlx::query_as(KEPT)
        .bind(account.as_str())
        .bind(target::kind(target))
        .bind(target.id())
        .bind(asked)
        .fetch_all(&mut *snapshot)
        .await
        .map_err(StoreError::doing(DOING))?;
    let mut items = items::of(&mut snapshot, Owner::Invalidation, rows.iter().map(|row| row.number)).await?;
    let mut found = HashMap::with_capacity(rows.len());
    for row in rows {
        let items = items.take(row.number, row.items)?;
        let invalidation = Invalidation::try_from(Stored { row, items })?;
        found.insert(invalidation.id.clone(), invalidation);
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The ids come as one JSON array, because their number has no bound and that of a statement's variables has one.
const KEPT: &str = "SELECT number, id, created_at, status, caller_reference, items FROM invalidation
    WHERE account = ? AND target_kind = ? AND target = ? AND id IN (SELECT value FROM json_each(?))";

#[cfg(test)]
mod tests;
