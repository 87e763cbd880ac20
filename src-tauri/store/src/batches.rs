//! Saved batches, and what they were before.

use domain::Target;
use domain::template::{Template, Values, Variable};
use engine::{BatchColumn, BatchContent, BatchId, BatchQuery, BatchTarget, BatchVersion, ConnectionId, SavedBatch};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, QueryBuilder, Sqlite, SqliteConnection, SqlitePool};

use crate::open::WRITE;
use crate::{StoreError, time};

const TABLE: &str = "batch";
const VERSIONS: &str = "batch_version";
const READING: &str = "read the saved batches";
const KEEPING: &str = "keep the saved batch";

/// The columns that a batch and its versions have in common.
#[derive(FromRow)]
struct ContentRow {
    name: String,
    description: String,
    text: String,
    variables: String,
    targets: String,
    favourite: bool,
}

#[derive(FromRow)]
struct Row {
    id: i64,
    #[sqlx(flatten)]
    content: ContentRow,
    edited_at: i64,
    last_run_at: Option<i64>,
    last_values: String,
}

#[derive(FromRow)]
struct VersionRow {
    number: i64,
    at: i64,
    #[sqlx(flatten)]
    content: ContentRow,
}

/// A target as JSON.
#[derive(Serialize, Deserialize)]
struct StoredTarget {
    connection: String,
    target: Target,
}

impl ContentRow {
    fn read(self, table: &'static str, row: i64) -> Result<BatchContent, StoreError> {
        let targets: Vec<StoredTarget> = json(table, "targets", row, &self.targets)?;
        let targets = targets
            .into_iter()
            .map(|stored| BatchTarget { connection: ConnectionId::new(stored.connection), target: stored.target });
        Ok(BatchContent {
            variables: json::<Vec<Variable>>(table, "variables", row, &self.variables)?,
            targets: targets.collect(),
            name: self.name,
            description: self.description,
            text: self.text,
            favourite: self.favourite,
        })
    }
}

impl TryFrom<Row> for SavedBatch {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: BatchId(row.id),
            content: row.content.read(TABLE, row.id)?,
            edited: time::read(TABLE, "edited_at", row.id, row.edited_at)?,
            last_run: row.last_run_at.map(|at| time::read(TABLE, "last_run_at", row.id, at)).transpose()?,
            last_values: json(TABLE, "last_values", row.id, &row.last_values)?,
        })
    }
}

/// How many there are, how many match, and a page of those.
pub(crate) async fn page(pool: &SqlitePool, query: &BatchQuery) -> Result<(u32, u32, Vec<SavedBatch>), StoreError> {
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(READING))?;
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let total: i64 = sqlx::query_scalar("SELECT count(*) FROM batch WHERE deleted_at IS NULL")
        .fetch_one(&mut *snapshot)
        .await
        .map_err(StoreError::doing(READING))?;
    let matching: i64 = matching("SELECT count(*) FROM batch", query)
        .build_query_scalar()
        .fetch_one(&mut *snapshot)
        .await
        .map_err(StoreError::doing(READING))?;
    let mut statement = self::matching("SELECT * FROM batch", query);
    let (column, descending) = (column(query.sort), if query.descending { " DESC" } else { "" });
    // What was never run comes last, whichever way.
    statement.push(format!(" ORDER BY favourite DESC, {column} IS NULL, {column}{descending}, id LIMIT "));
    statement.push_bind(query.limit).push(" OFFSET ").push_bind(query.offset);
    let rows: Vec<Row> =
        statement.build_query_as().fetch_all(&mut *snapshot).await.map_err(StoreError::doing(READING))?;
    let rows = rows.into_iter().map(SavedBatch::try_from).collect::<Result<_, _>>()?;
    Ok((count(total), count(matching), rows))
}

/// A statement with the condition that every word of the filter occurs.
fn matching(select: &str, query: &BatchQuery) -> QueryBuilder<Sqlite> {
    let mut statement = QueryBuilder::new(select);
    statement.push(" WHERE deleted_at IS NULL");
    for word in query.filter.split_whitespace() {
        // Not LIKE, in which `%` and `_` of a path would stand for anything.
        statement.push(" AND instr(lower(name || char(10) || description || char(10) || text), ");
        statement.push_bind(word.to_lowercase()).push(") > 0");
    }
    statement
}

fn column(sort: BatchColumn) -> &'static str {
    match sort {
        BatchColumn::Name => "name COLLATE NOCASE",
        BatchColumn::Items => "items",
        BatchColumn::Edited => "edited_at",
        BatchColumn::LastRun => "last_run_at",
    }
}

/// One batch that is not deleted.
pub(crate) async fn one(pool: &SqlitePool, id: BatchId) -> Result<Option<SavedBatch>, StoreError> {
    let row: Option<Row> = sqlx::query_as("SELECT * FROM batch WHERE id = ? AND deleted_at IS NULL")
        .bind(id.0)
        .fetch_optional(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    row.map(SavedBatch::try_from).transpose()
}

/// Keeps a new batch.
pub(crate) async fn add(pool: &SqlitePool, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, StoreError> {
    let row: Row = sqlx::query_as(
        "INSERT INTO batch (name, description, text, items, variables, targets, favourite, edited_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
    )
    .bind(&content.name)
    .bind(&content.description)
    .bind(&content.text)
    .bind(items(content))
    .bind(variables(content))
    .bind(targets(content))
    .bind(content.favourite)
    .bind(time::millis(now))
    .fetch_one(pool)
    .await
    .map_err(keeping)?;
    row.try_into()
}

/// Keeps what a batch is now, and what it was before as a version.
pub(crate) async fn edit(
    pool: &SqlitePool,
    id: BatchId,
    content: &BatchContent,
    now: Timestamp,
) -> Result<SavedBatch, StoreError> {
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(KEEPING))?;
    keep_version(&mut transaction, id).await?;
    let row: Option<Row> = sqlx::query_as(
        "UPDATE batch SET name = ?, description = ?, text = ?, items = ?, variables = ?, targets = ?, favourite = ?,
             edited_at = ?
         WHERE id = ? AND deleted_at IS NULL RETURNING *",
    )
    .bind(&content.name)
    .bind(&content.description)
    .bind(&content.text)
    .bind(items(content))
    .bind(variables(content))
    .bind(targets(content))
    .bind(content.favourite)
    .bind(time::millis(now))
    .bind(id.0)
    .fetch_optional(&mut *transaction)
    .await
    .map_err(keeping)?;
    let saved = row.ok_or_else(|| missing(id))?.try_into()?;
    transaction.commit().await.map_err(StoreError::doing(KEEPING))?;
    Ok(saved)
}

async fn keep_version(connection: &mut SqliteConnection, id: BatchId) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO batch_version (batch, at, name, description, text, variables, targets, favourite)
         SELECT id, edited_at, name, description, text, variables, targets, favourite FROM batch WHERE id = ?",
    )
    .bind(id.0)
    .execute(connection)
    .await
    .map_err(StoreError::doing(KEEPING))?;
    Ok(())
}

/// Deletes a batch, or brings it back.
pub(crate) async fn delete(pool: &SqlitePool, id: BatchId, deleted: Option<Timestamp>) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE batch SET deleted_at = ? WHERE id = ?")
        .bind(deleted.map(time::millis))
        .bind(id.0)
        .execute(pool)
        .await
        .map_err(keeping)?;
    if done.rows_affected() == 0 { Err(missing(id)) } else { Ok(()) }
}

/// What a batch was before, newest first.
pub(crate) async fn versions(pool: &SqlitePool, id: BatchId) -> Result<Vec<BatchVersion>, StoreError> {
    let rows: Vec<VersionRow> = sqlx::query_as("SELECT * FROM batch_version WHERE batch = ? ORDER BY number DESC")
        .bind(id.0)
        .fetch_all(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    rows.into_iter()
        .map(|row| {
            Ok(BatchVersion {
                number: row.number,
                at: time::read(VERSIONS, "at", row.number, row.at)?,
                content: row.content.read(VERSIONS, row.number)?,
            })
        })
        .collect()
}

/// A batch was run.
pub(crate) async fn was_run(pool: &SqlitePool, id: BatchId, values: &Values, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query("UPDATE batch SET last_run_at = ?, last_values = ? WHERE id = ?")
        .bind(time::millis(now))
        .bind(written(values))
        .bind(id.0)
        .execute(pool)
        .await
        .map_err(StoreError::doing(KEEPING))?;
    Ok(())
}

fn items(content: &BatchContent) -> i64 {
    let lines = Template::read(&content.text).map_or(0, |template| template.len());
    i64::try_from(lines).unwrap_or(i64::MAX)
}

fn variables(content: &BatchContent) -> String {
    written(&content.variables)
}

fn targets(content: &BatchContent) -> String {
    let stored = content.targets.iter().map(|target| StoredTarget {
        connection: target.connection.as_str().to_owned(),
        target: target.target.clone(),
    });
    written(&stored.collect::<Vec<_>>())
}

fn written<T: Serialize>(value: &T) -> String {
    // Texts, lists of them and maps by text always have a JSON form.
    serde_json::to_string(value).unwrap_or_default()
}

fn json<T: DeserializeOwned>(table: &'static str, column: &'static str, row: i64, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Inconsistent {
        table,
        column,
        row: row.to_string(),
        problem: format!("is not what it should be: {error}"),
    })
}

/// A name that is taken is the person's to change; all else is the database's.
fn keeping(error: sqlx::Error) -> StoreError {
    let is_taken = error.as_database_error().is_some_and(|error| error.is_unique_violation());
    if is_taken { StoreError::NameTaken } else { StoreError::doing(KEEPING)(error) }
}

fn missing(id: BatchId) -> StoreError {
    StoreError::Missing { what: format!("saved batch {}", id.0) }
}

#[cfg(test)]
mod tests;
