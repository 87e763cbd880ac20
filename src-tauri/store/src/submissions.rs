//! Submissions: what was asked for, exactly as it is sent, and how far it is.

use domain::quota::Load;
use domain::submission::{Order, RunId, State, Submission, SubmissionId};
use domain::{AccountKey, Batch, CallerReference, InvalidationId, Item, Target};
use engine::ports::{Move, NewSubmission};
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection, SqlitePool};

use crate::items::{self, Owner};
use crate::open::WRITE;
use crate::state::StateColumns;
use crate::{StoreError, queue, target, time, transitions};

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
    run: i64,
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
            run: RunId(row.run),
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

/// Stores submissions, their items and their first states, all or none; and where the first one goes at once, the state
/// that it comes into then.
pub(crate) async fn add(
    pool: &SqlitePool,
    new: Vec<NewSubmission>,
    first_goes: Option<(State, Timestamp)>,
) -> Result<Vec<Submission>, StoreError> {
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(STORING))?;
    let mut added = add_within(&mut transaction, new).await?;
    if let (Some(first), Some((to, now))) = (added.first_mut(), first_goes) {
        let step = Move { id: first.id, from: first.state.clone(), to };
        // It cannot have left its first state: nobody has seen it yet.
        move_within(&mut transaction, &step, now).await?;
        first.state = StateColumns::from(&step.to).read(first.id.0)?;
    }
    transaction.commit().await.map_err(StoreError::doing(STORING))?;
    Ok(added)
}

async fn add_within(connection: &mut SqliteConnection, new: Vec<NewSubmission>) -> Result<Vec<Submission>, StoreError> {
    let mut place = match new.first().and_then(|first| first.replaces) {
        Some(replaced) => queue::make_room(connection, replaced, new.len()).await?,
        None => queue::last_place(connection).await?,
    };
    let mut run = None;
    let mut added = Vec::with_capacity(new.len());
    for one in new {
        let submission = insert(connection, one, run, place).await?;
        run = Some(submission.run);
        place += 1;
        added.push(submission);
    }
    Ok(added)
}

/// Stores one submission; `run` is that of the click, where it is known by now.
async fn insert(
    connection: &mut SqliteConnection,
    new: NewSubmission,
    run: Option<RunId>,
    place: i64,
) -> Result<Submission, StoreError> {
    let state = StateColumns::from(&new.state);
    let items = new.order.batch.items();
    let run = new.run.or(run);
    let (id, run): (i64, i64) = sqlx::query_as(INSERT)
        .bind(new.connection.as_str())
        .bind(new.account.as_str())
        .bind(&new.name)
        .bind(time::millis(new.asked))
        .bind(target::kind(&new.order.target))
        .bind(new.order.target.id())
        .bind(new.order.reference.as_str())
        .bind(i64::try_from(items.len()).unwrap_or(i64::MAX))
        .bind(i64::try_from(Load::of(items).wildcards).unwrap_or(i64::MAX))
        .bind(run.map(|run| run.0))
        .bind(place)
        .bind(new.replaces.map(|id| id.0))
        .bind(&state.state)
        .bind(state.undo_until_at)
        .bind(state.attempts)
        .bind(state.attempt_began_at)
        .bind(state.reply_lost_at)
        .bind(&state.invalidation)
        .bind(state.taken_at)
        .bind(state.completed_at)
        .bind(state.refused_at)
        .bind(state.withdrawn_at)
        .bind(&state.reason_code)
        .bind(&state.reason_detail)
        .fetch_one(&mut *connection)
        .await
        .map_err(StoreError::doing(STORING))?;
    items::insert(connection, Owner::Submission, id, items).await?;
    transitions::add(connection, id, new.asked, &state).await?;
    Ok(Submission {
        id: SubmissionId(id),
        run: RunId(run),
        connection: new.connection.as_str().to_owned(),
        account: new.account,
        name: new.name,
        asked: time::as_stored(new.asked),
        order: new.order,
        state: state.read(id)?,
        replaces: new.replaces,
    })
}

/// Stores submissions' new states and the lines in their histories, all or none; `false` where one of them is no longer
/// in the state that it is to leave.
pub(crate) async fn move_all(pool: &SqlitePool, moves: &[Move], now: Timestamp) -> Result<bool, StoreError> {
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(MOVING))?;
    for step in moves {
        if !move_within(&mut transaction, step, now).await? {
            return Ok(false);
        }
    }
    transaction.commit().await.map_err(StoreError::doing(MOVING))?;
    Ok(true)
}

/// Stores a submission's last state and those that stand in for it.
pub(crate) async fn replace(
    pool: &SqlitePool,
    gone: &Move,
    with: Vec<NewSubmission>,
    now: Timestamp,
) -> Result<Option<Vec<Submission>>, StoreError> {
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(MOVING))?;
    if !move_within(&mut transaction, gone, now).await? {
        return Ok(None);
    }
    let added = add_within(&mut transaction, with).await?;
    transaction.commit().await.map_err(StoreError::doing(MOVING))?;
    Ok(Some(added))
}

async fn move_within(connection: &mut SqliteConnection, step: &Move, now: Timestamp) -> Result<bool, StoreError> {
    let (from, state) = (StateColumns::from(&step.from), StateColumns::from(&step.to));
    let done = sqlx::query(
        "UPDATE submission SET
             state = ?, undo_until_at = ?, attempts = ?, attempt_began_at = ?, reply_lost_at = ?, invalidation = ?,
             taken_at = ?, completed_at = ?, refused_at = ?, withdrawn_at = ?, reason_code = ?, reason_detail = ?
         WHERE id = ? AND state = ? AND attempts IS ?",
    )
    .bind(&state.state)
    .bind(state.undo_until_at)
    .bind(state.attempts)
    .bind(state.attempt_began_at)
    .bind(state.reply_lost_at)
    .bind(&state.invalidation)
    .bind(state.taken_at)
    .bind(state.completed_at)
    .bind(state.refused_at)
    .bind(state.withdrawn_at)
    .bind(&state.reason_code)
    .bind(&state.reason_detail)
    .bind(step.id.0)
    .bind(&from.state)
    .bind(from.attempts)
    .execute(&mut *connection)
    .await
    .map_err(StoreError::doing(MOVING))?;
    if done.rows_affected() == 0 {
        return if exists(connection, step.id).await? { Ok(false) } else { Err(missing(step.id)) };
    }
    transitions::add(connection, step.id.0, now, &state).await?;
    Ok(true)
}

pub(crate) async fn exists(connection: &mut SqliteConnection, id: SubmissionId) -> Result<bool, StoreError> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM submission WHERE id = ?)")
        .bind(id.0)
        .fetch_one(connection)
        .await
        .map_err(StoreError::doing(READING))
}

/// One submission.
pub(crate) async fn one(pool: &SqlitePool, id: SubmissionId) -> Result<Option<Submission>, StoreError> {
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(READING))?;
    let rows = sqlx::query_as("SELECT * FROM submission WHERE id = ?").bind(id.0).fetch_all(&mut *snapshot).await;
    Ok(with_items(&mut snapshot, rows.map_err(StoreError::doing(READING))?).await?.pop())
}

/// How many there are, and a page of them: unsettled ones first, in the order of the queue, then the newest.
pub(crate) async fn page(pool: &SqlitePool, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), StoreError> {
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(READING))?;
    let (count, unsettled): (i64, i64) =
        sqlx::query_as(COUNTS).fetch_one(&mut *snapshot).await.map_err(StoreError::doing(READING))?;
    let (count, unsettled) = (u32::try_from(count).unwrap_or(u32::MAX), u32::try_from(unsettled).unwrap_or(u32::MAX));
    let mut rows: Vec<Row> = Vec::new();
    for (statement, skipped) in [(UNSETTLED_PAGE, offset), (SETTLED_PAGE, offset.saturating_sub(unsettled))] {
        let left = limit.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        let more = sqlx::query_as(statement).bind(left).bind(skipped).fetch_all(&mut *snapshot).await;
        rows.extend(more.map_err(StoreError::doing(READING))?);
    }
    Ok((count, with_items(&mut snapshot, rows).await?))
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

pub(crate) const READING: &str = "read the submissions";
const STORING: &str = "store the submission";
const MOVING: &str = "store the submission's state";
/// The first of a run is called by its own number, which is the next one: the table never gives a number twice.
const INSERT: &str = "INSERT INTO submission (
        connection, account, name, asked_at, target_kind, target, caller_reference, items, wildcards, run, place, replaces,
        state, undo_until_at, attempts, attempt_began_at, reply_lost_at, invalidation, taken_at, completed_at, refused_at,
        withdrawn_at, reason_code, reason_detail
    ) VALUES (
        ?, ?, ?, ?, ?, ?, ?, ?, ?,
        coalesce(?, (SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'submission')),
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
    ) RETURNING id, run";
/// Each from an index: a condition on what is counted would have every row read.
const COUNTS: &str = "SELECT (SELECT count(*) FROM submission), (SELECT count(*) FROM submission WHERE settled = 0)";
const UNSETTLED_PAGE: &str = "SELECT * FROM submission WHERE settled = 0 ORDER BY place, id LIMIT ? OFFSET ?";
const SETTLED_PAGE: &str = "SELECT * FROM submission WHERE settled = 1 ORDER BY id DESC LIMIT ? OFFSET ?";
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
