//! A submission's history: every state that it came into.

use domain::submission::{Reason, SubmissionId};
use engine::ports::Transition;
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection, SqlitePool};

use crate::state::{Kind, StateColumns};
use crate::{StoreError, submissions, time};

const TABLE: &str = "submission_transition";

#[derive(FromRow)]
struct Row {
    number: i64,
    at: i64,
    state: String,
    reason_code: Option<String>,
    reason_detail: Option<String>,
}

impl TryFrom<Row> for Transition {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            at: time::read(TABLE, "at", row.number, row.at)?,
            state: Kind::read(TABLE, row.number, &row.state)?.as_str(),
            reason: row.reason_code.zip(row.reason_detail).map(|(code, detail)| Reason { code, detail }),
        })
    }
}

/// Adds a line to the history; part of the transaction that stores the state.
pub(crate) async fn add(
    connection: &mut SqliteConnection,
    submission: i64,
    at: Timestamp,
    state: &StateColumns,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO submission_transition (submission, at, state, reason_code, reason_detail) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(submission)
    .bind(time::millis(at))
    .bind(&state.state)
    .bind(&state.reason_code)
    .bind(&state.reason_detail)
    .execute(connection)
    .await
    .map_err(StoreError::doing("store the submission's history"))?;
    Ok(())
}

/// A submission's history, oldest first.
pub(crate) async fn of(pool: &SqlitePool, id: SubmissionId) -> Result<Vec<Transition>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT number, at, state, reason_code, reason_detail FROM submission_transition
         WHERE submission = ? ORDER BY number",
    )
    .bind(id.0)
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing("read the submission's history"))?;
    // Every submission has at least the line of its first state.
    if rows.is_empty() {
        return Err(submissions::missing(id));
    }
    rows.into_iter().map(Transition::try_from).collect()
}
