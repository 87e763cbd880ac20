//! What was invalidated in a stretch of time, whoever made it.

use std::collections::HashSet;

use domain::{AccountKey, Invalidation, InvalidationId, Month, Target};
use engine::ports::{Entry, Tally};
use jiff::Timestamp;
use sqlx::{FromRow, SqlitePool};

use crate::open::WRITE;
use crate::{StoreError, invalidations, target, time};

const READING: &str = "read the ledger";

/// Every invalidation of a stretch of time, once by its id: `?1` is the account, `?2` the beginning, `?3` the end.
///
/// What this app sent is there as a submission from the moment CloudFront named its id, and as an invalidation once it
/// was read. Of a multi-tenant distribution the parent's list may have its tenants' too; where both were read, the tenant
/// is whom it is of. The columns beside `max` are those of the row that has the maximum (sqlite.org/lang_select.html,
/// "Bare columns in an aggregate query").
const ONCE: &str = "WITH made AS (
    SELECT id, target_kind, target, created_at AS at, items, caller_reference FROM invalidation
    WHERE account = ?1 AND created_at >= ?2 AND created_at < ?3
    UNION ALL
    SELECT invalidation, target_kind, target, taken_at, items, caller_reference FROM submission
    WHERE account = ?1 AND taken_at >= ?2 AND taken_at < ?3
), once AS (
    SELECT id, target_kind, target, at, items, caller_reference, max(target_kind = 'tenant') FROM made GROUP BY id
) ";

/// Which of these ids were read before.
pub(crate) async fn known(
    pool: &SqlitePool,
    account: &AccountKey,
    ids: &[InvalidationId],
) -> Result<HashSet<InvalidationId>, StoreError> {
    let asked = serde_json::Value::from_iter(ids.iter().map(InvalidationId::as_str)).to_string();
    let known: Vec<String> =
        sqlx::query_scalar("SELECT id FROM invalidation WHERE account = ? AND id IN (SELECT value FROM json_each(?))")
            .bind(account.as_str())
            .bind(asked)
            .fetch_all(pool)
            .await
            .map_err(StoreError::doing(READING))?;
    Ok(known.into_iter().map(InvalidationId::new).collect())
}

/// Keeps invalidations as they were read, all or none.
pub(crate) async fn keep_read(
    pool: &SqlitePool,
    account: &AccountKey,
    read: &[(Target, Invalidation)],
) -> Result<(), StoreError> {
    const DOING: &str = "keep the invalidations";
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(DOING))?;
    for (target, invalidation) in read {
        invalidations::keep_in(&mut transaction, account, target, invalidation).await?;
    }
    transaction.commit().await.map_err(StoreError::doing(DOING))
}

/// How much was invalidated of each target.
pub(crate) async fn tallies(
    pool: &SqlitePool,
    account: &AccountKey,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Tally>, StoreError> {
    const SQL: &str = "SELECT target_kind, target, sum(items), count(*) FROM once GROUP BY target_kind, target";
    let rows: Vec<(String, String, i64, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{ONCE}{SQL}")))
        .bind(account.as_str())
        .bind(time::millis(from))
        .bind(time::millis(to))
        .fetch_all(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    let tally = |(kind, id, items, invalidations): (String, String, i64, i64)| {
        Ok(Tally {
            target: target::read("invalidation", 0, &kind, &id)?,
            items: count(items),
            invalidations: count(invalidations),
        })
    };
    rows.into_iter().map(tally).collect()
}

#[derive(FromRow)]
struct Row {
    id: String,
    target_kind: String,
    target: String,
    at: i64,
    items: i64,
    caller_reference: String,
    name: Option<String>,
}

/// Each invalidation, oldest first.
pub(crate) async fn entries(
    pool: &SqlitePool,
    account: &AccountKey,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Entry>, StoreError> {
    const SQL: &str = "SELECT id, target_kind, target, at, items, caller_reference,
            (SELECT name FROM submission WHERE account = ?1 AND invalidation = once.id
                 AND submission.target_kind = once.target_kind AND submission.target = once.target) AS name
        FROM once ORDER BY at, id";
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{ONCE}{SQL}")))
        .bind(account.as_str())
        .bind(time::millis(from))
        .bind(time::millis(to))
        .fetch_all(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    let entry = |row: Row| {
        Ok(Entry {
            target: target::read("invalidation", 0, &row.target_kind, &row.target)?,
            id: InvalidationId::new(row.id),
            created: time::read("invalidation", "created_at", 0, row.at)?,
            reference: row.caller_reference,
            items: count(row.items),
            name: row.name.filter(|name| !name.is_empty()),
        })
    };
    rows.into_iter().map(entry).collect()
}

/// Every target that something is known of.
pub(crate) async fn targets(pool: &SqlitePool, account: &AccountKey) -> Result<Vec<Target>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT target_kind, target FROM submission WHERE account = ?1
         UNION SELECT target_kind, target FROM invalidation WHERE account = ?1
         UNION SELECT 'distribution', distribution FROM distribution_note WHERE account = ?1 AND added = 1",
    )
    .bind(account.as_str())
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing(READING))?;
    rows.into_iter().map(|(kind, id)| target::read("submission", 0, &kind, &id)).collect()
}

/// The months that something is known of, newest first.
pub(crate) async fn months(pool: &SqlitePool, account: &AccountKey) -> Result<Vec<Month>, StoreError> {
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT strftime('%Y-%m', created_at / 1000, 'unixepoch') AS month FROM invalidation WHERE account = ?1
         UNION SELECT strftime('%Y-%m', taken_at / 1000, 'unixepoch') FROM submission
             WHERE account = ?1 AND taken_at IS NOT NULL
         ORDER BY month DESC",
    )
    .bind(account.as_str())
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing(READING))?;
    Ok(rows.iter().filter_map(|month| month.parse().ok()).collect())
}

/// A count that SQLite gave; it has no negative ones of its own.
fn count(number: i64) -> u64 {
    number.try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests;
