//! Submissions: what was asked for, exactly as it is sent, and how far it is.

use domain::submission::{Order, State, Submission, SubmissionId};
use domain::{AccountKey, Batch, CallerReference, InvalidationId, Item, Target};
use engine::ports::NewSubmission;
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection, SqlitePool};

use crate::items::{self, Owner};
use crate::open::WRITE;
use crate::state::StateColumns;
use crate::{StoreError, target, time, transitions};

const TABLE: &str = "submission";

#[derive(FromRow)]
struct Row {
    id: i64,
    connection: String,
    account: String,
    name: String,
    asked_at: i64,
    target_kind: String,
    target: String,
    caller_reference: String,
    items: i64,
    replaces: Option<i64>,
    #[sqlx(flatten)]
    state: StateColumns,
}

/// A row with its items.
struct Stored {
    row: Row,
    items: Vec<Item>,
}

impl TryFrom<Stored> for Submission {
    type Error = StoreError;

    fn try_from(Stored { row, items }: Stored) -> Result<Self, StoreError> {
        let batch = Batch::new(items).map_err(|empty| StoreError::Inconsistent {
            table: TABLE,
            column: "items",
            row: row.id.to_string(),
            problem: format!("cannot be: {empty}"),
        })?;
        Ok(Self {
            id: SubmissionId(row.id),
            connection: row.connection,
            account: AccountKey::from_stored(row.account),
            name: row.name,
            asked: time::read(TABLE, "asked_at", row.id, row.asked_at)?,
            order: Order {
                target: target::read(TABLE, row.id, &row.target_kind, &row.target)?,
                reference: CallerReference::from_stored(row.caller_reference),
                batch,
            },
            state: row.state.read(row.id)?,
            replaces: row.replaces.map(SubmissionId),
        })
    }
}

/// Stores a new submission, its items and its first state.
pub(crate) async fn add(pool: &SqlitePool, new: NewSubmission) -> Result<Submission, StoreError> {
    const DOING: &str = "store the submission";
    let state = StateColumns::from(&new.state);
    let items = new.order.batch.items();
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(DOING))?;
    if let Some(replaced) = new.replaces {
        let there: Option<i64> = sqlx::query_scalar("SELECT id FROM submission WHERE id = ?")
            .bind(replaced.0)
            .fetch_optional(&mut *transaction)
            .await
            .map_err(StoreError::doing(DOING))?;
        there.ok_or_else(|| missing(replaced))?;
    }
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO submission (
             connection, account, name, asked_at, target_kind, target, caller_reference, items, replaces,
             state, attempts, attempt_began_at, reply_lost_at, invalidation, taken_at, completed_at, refused_at,
             reason_code, reason_detail
         ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(new.connection.as_str())
    .bind(new.account.as_str())
    .bind(&new.name)
    .bind(time::millis(new.asked))
    .bind(target::kind(&new.order.target))
    .bind(new.order.target.id())
    .bind(new.order.reference.as_str())
    .bind(i64::try_from(items.len()).unwrap_or(i64::MAX))
    .bind(new.replaces.map(|id| id.0))
    .bind(&state.state)
    .bind(state.attempts)
    .bind(state.attempt_began_at)
    .bind(state.reply_lost_at)
    .bind(&state.invalidation)
    .bind(state.taken_at)
    .bind(state.completed_at)
    .bind(state.refused_at)
    .bind(&state.reason_code)
    .bind(&state.reason_detail)
    .fetch_one(&mut *transaction)
    .await
    .map_err(StoreError::doing(DOING))?;
    items::insert(&mut transaction, Owner::Submission, id, items).await?;
    transitions::add(&mut transaction, id, new.asked, &state).await?;
    transaction.commit().await.map_err(StoreError::doing(DOING))?;
    Ok(Submission {
        id: SubmissionId(id),
        connection: new.connection.as_str().to_owned(),
        account: new.account,
        name: new.name,
        asked: time::as_stored(new.asked),
        order: new.order,
        state: state.read(id)?,
        replaces: new.replaces,
    })
}

/// Stores a submission's new state, and the line in its history.
pub(crate) async fn move_to(
    pool: &SqlitePool,
    id: SubmissionId,
    state: &State,
    now: Timestamp,
) -> Result<(), StoreError> {
    const DOING: &str = "store the submission's state";
    let state = StateColumns::from(state);
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(DOING))?;
    let done = sqlx::query(
        "UPDATE submission SET
             state = ?, attempts = ?, attempt_began_at = ?, reply_lost_at = ?, invalidation = ?, taken_at = ?,
             completed_at = ?, refused_at = ?, reason_code = ?, reason_detail = ?
         WHERE id = ?",
    )
    .bind(&state.state)
    .bind(state.attempts)
    .bind(state.attempt_began_at)
    .bind(state.reply_lost_at)
    .bind(&state.invalidation)
    .bind(state.taken_at)
    .bind(state.completed_at)
    .bind(state.refused_at)
    .bind(&state.reason_code)
    .bind(&state.reason_detail)
    .bind(id.0)
    .execute(&mut *transaction)
    .await
    .map_err(StoreError::doing(DOING))?;
    if done.rows_affected() == 0 {
        return Err(missing(id));
    }
    transitions::add(&mut transaction, id.0, now, &state).await?;
    transaction.commit().await.map_err(StoreError::doing(DOING))
}

/// One submission.
pub(crate) async fn one(pool: &SqlitePool, id: SubmissionId) -> Result<Option<Submission>, StoreError> {
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(READING))?;
    let rows = sqlx::query_as("SELECT * FROM submission WHERE id = ?").bind(id.0).fetch_all(&mut *snapshot).await;
    Ok(with_items(&mut snapshot, rows.map_err(StoreError::doing(READING))?).await?.pop())
}

/// How many there are, and a page of them: unsettled ones first, newest first.
pub(crate) async fn page(pool: &SqlitePool, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), StoreError> {
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(READING))?;
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM submission")
        .fetch_one(&mut *snapshot)
        .await
        .map_err(StoreError::doing(READING))?;
    let rows = sqlx::query_as(PAGE).bind(limit).bind(offset).fetch_all(&mut *snapshot).await;
    let submissions = with_items(&mut snapshot, rows.map_err(StoreError::doing(READING))?).await?;
    Ok((u32::try_from(count).unwrap_or(u32::MAX), submissions))
}

/// Those not settled, oldest first.
pub(crate) async fn unsettled(pool: &SqlitePool) -> Result<Vec<Submission>, StoreError> {
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(READING))?;
    let rows = sqlx::query_as(UNSETTLED).fetch_all(&mut *snapshot).await;
    with_items(&mut snapshot, rows.map_err(StoreError::doing(READING))?).await
}

/// Those to one target since a time, newest first.
pub(crate) async fn recent(
    pool: &SqlitePool,
    account: &AccountKey,
    target: &Target,
    since: Timestamp,
) -> Result<Vec<Submission>, StoreError> {
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(READING))?;
    let rows = sqlx::query_as(RECENT)
        .bind(account.as_str())
        .bind(target::kind(target))
        .bind(target.id())
        .bind(time::millis(since))
        .fetch_all(&mut *snapshot)
        .await;
    with_items(&mut snapshot, rows.map_err(StoreError::doing(READING))?).await
}

/// The one that made an invalidation.
pub(crate) async fn behind(
    pool: &SqlitePool,
    account: &AccountKey,
    target: &Target,
    invalidation: &InvalidationId,
) -> Result<Option<SubmissionId>, StoreError> {
    let id: Option<i64> = sqlx::query_scalar(BEHIND)
        .bind(account.as_str())
        .bind(target::kind(target))
        .bind(target.id())
        .bind(invalidation.as_str())
        .fetch_optional(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    Ok(id.map(SubmissionId))
}

const READING: &str = "read the submissions";
const PAGE: &str = "SELECT * FROM submission ORDER BY settled, id DESC LIMIT ? OFFSET ?";
const UNSETTLED: &str = "SELECT * FROM submission WHERE settled = 0 ORDER BY id";
const RECENT: &str = "SELECT * FROM submission
    WHERE account = ? AND target_kind = ? AND target = ? AND asked_at >= ? ORDER BY asked_at DESC, id DESC";
const BEHIND: &str =
    "SELECT id FROM submission WHERE account = ? AND target_kind = ? AND target = ? AND invalidation = ? LIMIT 1";

/// The error for a submission that is not there.
pub(crate) fn missing(id: SubmissionId) -> StoreError {
    StoreError::Missing { what: format!("submission {}", id.0) }
}

/// Rows with their items, of the same snapshot.
async fn with_items(snapshot: &mut SqliteConnection, rows: Vec<Row>) -> Result<Vec<Submission>, StoreError> {
    let mut items = items::of(snapshot, Owner::Submission, rows.iter().map(|row| row.id)).await?;
    rows.into_iter()
        .map(|row| {
            let items = items.take(row.id, row.items)?;
            Submission::try_from(Stored { row, items })
        })
        .collect()
}

#[cfg(test)]
mod tests;
