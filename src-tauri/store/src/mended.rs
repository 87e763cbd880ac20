//! What these records know of having been restored.

use std::path::Path;

use domain::submission::SubmissionId;
use engine::ports::Mended;
use jiff::Timestamp;
use sqlx::{FromRow, SqlitePool};

use crate::{StoreError, time};

const TABLE: &str = "mended";
const READING: &str = "read what became of the damaged records";

#[derive(FromRow)]
struct Row {
    number: i64,
    at: i64,
    set_aside: Option<String>,
    restored_from: Option<i64>,
}

impl TryFrom<Row> for Mended {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let from = row.restored_from.map(|from| time::read(TABLE, "restored_from", row.number, from));
        Ok(Self {
            at: time::read(TABLE, "at", row.number, row.at)?,
            set_aside: row.set_aside,
            restored_from: from.transpose()?,
        })
    }
}

/// Notes in new records what they take the place of.
pub(crate) async fn note(
    pool: &SqlitePool,
    set_aside: Option<&Path>,
    restored_from: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO mended (at, set_aside, restored_from, last_submission)
         VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) FROM submission))",
    )
    .bind(time::millis(now))
    .bind(set_aside.map(|path| path.to_string_lossy().into_owned()))
    .bind(restored_from.map(time::millis))
    .execute(pool)
    .await
    .map_err(StoreError::doing("note what became of the damaged records"))?;
    Ok(())
}

/// The last time, unless the person has dismissed it.
pub(crate) async fn last(pool: &SqlitePool) -> Result<Option<Mended>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT number, at, set_aside, restored_from FROM mended WHERE dismissed = 0 ORDER BY number DESC LIMIT 1",
    )
    .fetch_optional(pool)
    .await
    .map_err(StoreError::doing(READING))?;
    row.map(Mended::try_from).transpose()
}

/// The person has seen it.
pub(crate) async fn dismiss(pool: &SqlitePool) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE mended SET dismissed = 1 WHERE dismissed = 0").execute(pool).await;
    done.map_err(StoreError::doing("put the notice away"))?;
    Ok(())
}

/// The newest submission that came out of a backup.
pub(crate) async fn restored_through(pool: &SqlitePool) -> Result<Option<SubmissionId>, StoreError> {
    let id: Option<i64> = sqlx::query_scalar("SELECT max(last_submission) FROM mended")
        .fetch_one(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    Ok(id.map(SubmissionId))
}
