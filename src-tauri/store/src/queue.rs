//! The queue: submissions without their items, in the order in which they go out.

use std::collections::HashMap;

use domain::quota::Load;
use domain::submission::{Outline, RunId, SubmissionId};
use domain::{AccountKey, Target};
use engine::ports::Part;
use jiff::SignedDuration;
use sqlx::{FromRow, SqliteConnection, SqlitePool};

use crate::open::WRITE;
use crate::state::StateColumns;
use crate::submissions::{self, READING};
use crate::{StoreError, target, time};

const TABLE: &str = "submission";
const MOVING: &str = "store the order of the queue";

#[derive(FromRow)]
struct Row {
    id: i64,
    run: i64,
    account: String,
    target_kind: String,
    target: String,
    asked_at: i64,
    items: i64,
    wildcards: i64,
    #[sqlx(flatten)]
    state: StateColumns,
}

impl Row {
    fn load(&self) -> Load {
        let count = |number: i64| usize::try_from(number).unwrap_or_default();
        Load { files: count(self.items - self.wildcards), wildcards: count(self.wildcards) }
    }
}

impl TryFrom<Row> for Outline {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: SubmissionId(row.id),
            run: RunId(row.run),
            load: row.load(),
            account: AccountKey::from_stored(row.account),
            target: target::read(TABLE, row.id, &row.target_kind, &row.target)?,
            asked: time::read(TABLE, "asked_at", row.id, row.asked_at)?,
            state: row.state.read(row.id)?,
        })
    }
}

#[derive(FromRow)]
struct PartRow {
    #[sqlx(flatten)]
    row: Row,
    is_replaced: bool,
}

impl TryFrom<PartRow> for Part {
    type Error = StoreError;

    fn try_from(PartRow { row, is_replaced }: PartRow) -> Result<Self, StoreError> {
        Ok(Self { id: SubmissionId(row.id), load: row.load(), is_replaced, state: row.state.read(row.id)? })
    }
}

pub(crate) const UNSETTLED: &str = "SELECT * FROM submission WHERE settled = 0 ORDER BY place, id";
pub(crate) const PARTS: &str = "SELECT *,
        EXISTS (SELECT 1 FROM submission AS other WHERE other.replaces = submission.id) AS is_replaced
    FROM submission WHERE run = ? ORDER BY place, id";
/// The runs come as one JSON array, as the ids of invalidations do.
pub(crate) const PARTS_OF_RUNS: &str = "SELECT *,
        EXISTS (SELECT 1 FROM submission AS other WHERE other.replaces = submission.id) AS is_replaced
    FROM submission WHERE run IN (SELECT value FROM json_each(?)) ORDER BY run, place, id";
/// Found from the few that are unsettled, not from all that were ever refused.
pub(crate) const REFUSED_PARTS: &str = "SELECT id, run, target_kind, target FROM submission
    WHERE run IN (SELECT run FROM submission WHERE settled = 0 AND account = ?) AND state = 'refused'
    AND NOT EXISTS (SELECT 1 FROM submission AS other WHERE other.replaces = submission.id) ORDER BY place, id";
const IN_QUEUE: &str = "SELECT id, run, place FROM submission
    WHERE (settled = 0 AND state <> 'inProgress') OR (
        run IN (SELECT run FROM submission WHERE settled = 0) AND state = 'refused'
        AND NOT EXISTS (SELECT 1 FROM submission AS other WHERE other.replaces = submission.id)
    ) ORDER BY place, id";
pub(crate) const COMPLETION_TIMES: &str = "SELECT completed_at - taken_at FROM submission
    WHERE account = ? AND completed_at IS NOT NULL ORDER BY completed_at DESC LIMIT ?";

/// Those not settled, in the order of the queue.
pub(crate) async fn unsettled(pool: &SqlitePool) -> Result<Vec<Outline>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(UNSETTLED).fetch_all(pool).await.map_err(StoreError::doing(READING))?;
    rows.into_iter().map(Outline::try_from).collect()
}

/// The parts of a run, in the order of the queue.
pub(crate) async fn parts(pool: &SqlitePool, run: RunId) -> Result<Vec<Part>, StoreError> {
    let rows: Vec<PartRow> =
        sqlx::query_as(PARTS).bind(run.0).fetch_all(pool).await.map_err(StoreError::doing(READING))?;
    rows.into_iter().map(Part::try_from).collect()
}

/// The parts of several runs, by run.
pub(crate) async fn parts_of_runs(pool: &SqlitePool, runs: &[RunId]) -> Result<HashMap<RunId, Vec<Part>>, StoreError> {
    let numbers = serde_json::Value::from_iter(runs.iter().map(|run| run.0)).to_string();
    let rows: Vec<PartRow> =
        sqlx::query_as(PARTS_OF_RUNS).bind(numbers).fetch_all(pool).await.map_err(StoreError::doing(READING))?;
    let mut parts: HashMap<RunId, Vec<Part>> = HashMap::with_capacity(runs.len());
    for row in rows {
        parts.entry(RunId(row.row.run)).or_default().push(row.try_into()?);
    }
    Ok(parts)
}

/// Refused parts of runs that have others unsettled, and that nothing stands in for.
pub(crate) async fn refused_parts(
    pool: &SqlitePool,
    account: &AccountKey,
) -> Result<Vec<(RunId, Target, SubmissionId)>, StoreError> {
    let rows: Vec<(i64, i64, String, String)> = sqlx::query_as(REFUSED_PARTS)
        .bind(account.as_str())
        .fetch_all(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    rows.into_iter()
        .map(|(id, run, kind, name)| Ok((RunId(run), target::read(TABLE, id, &kind, &name)?, SubmissionId(id))))
        .collect()
}

/// How long the latest completed ones took.
pub(crate) async fn completion_times(
    pool: &SqlitePool,
    account: &AccountKey,
    at_most: u32,
) -> Result<Vec<SignedDuration>, StoreError> {
    let millis: Vec<i64> = sqlx::query_scalar(COMPLETION_TIMES)
        .bind(account.as_str())
        .bind(at_most)
        .fetch_all(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    Ok(millis.into_iter().map(SignedDuration::from_millis).collect())
}

/// Puts what waits of a run before what waits of another, or last.
///
/// The places stay what they are; who stands where changes. A part that is being sent or settled, or was refused and may
/// be sent again, goes with the rest of its run: what comes after it must still come after it.
pub(crate) async fn move_run(pool: &SqlitePool, run: RunId, before: Option<RunId>) -> Result<(), StoreError> {
    if before == Some(run) {
        return Ok(());
    }
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(MOVING))?;
    let mut waiting: Vec<(i64, i64, i64)> =
        sqlx::query_as(IN_QUEUE).fetch_all(&mut *transaction).await.map_err(StoreError::doing(MOVING))?;
    let places: Vec<i64> = waiting.iter().map(|(.., place)| *place).collect();
    let moved: Vec<_> = waiting.extract_if(.., |(_, of, _)| *of == run.0).collect();
    let at = before.and_then(|before| waiting.iter().position(|(_, of, _)| *of == before.0)).unwrap_or(waiting.len());
    waiting.splice(at..at, moved);
    for ((id, _, stood), place) in waiting.into_iter().zip(places) {
        if stood != place {
            put(&mut transaction, id, place).await?;
        }
    }
    transaction.commit().await.map_err(StoreError::doing(MOVING))
}

async fn put(connection: &mut SqliteConnection, id: i64, place: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE submission SET place = ? WHERE id = ?")
        .bind(place)
        .bind(id)
        .execute(connection)
        .await
        .map_err(StoreError::doing(MOVING))?;
    Ok(())
}

/// The place after all others.
pub(crate) async fn last_place(connection: &mut SqliteConnection) -> Result<i64, StoreError> {
    // Settled ones too: what was refused may go on from its place.
    sqlx::query_scalar(
        "SELECT 1 + max(
             coalesce((SELECT max(place) FROM submission WHERE settled = 0), 0),
             coalesce((SELECT max(place) FROM submission WHERE settled = 1), 0)
         )",
    )
    .fetch_one(connection)
    .await
    .map_err(StoreError::doing(MOVING))
}

/// Makes room for so many in the place of one, and gives the first place: those after it move up.
///
/// # Errors
/// [`StoreError::Replaced`] where others stand in for it already, [`StoreError::Missing`] where it is not there.
pub(crate) async fn make_room(
    connection: &mut SqliteConnection,
    replaced: SubmissionId,
    count: usize,
) -> Result<i64, StoreError> {
    let found: Option<(i64, bool)> = sqlx::query_as(
        "SELECT place, EXISTS (SELECT 1 FROM submission AS other WHERE other.replaces = submission.id)
         FROM submission WHERE id = ?",
    )
    .bind(replaced.0)
    .fetch_optional(&mut *connection)
    .await
    .map_err(StoreError::doing(MOVING))?;
    let (place, is_replaced) = found.ok_or_else(|| submissions::missing(replaced))?;
    if is_replaced {
        return Err(StoreError::Replaced);
    }
    sqlx::query("UPDATE submission SET place = place + ? WHERE place > ?")
        .bind(i64::try_from(count).unwrap_or(i64::MAX).saturating_sub(1))
        .bind(place)
        .execute(connection)
        .await
        .map_err(StoreError::doing(MOVING))?;
    Ok(place)
}

#[cfg(test)]
mod tests;
