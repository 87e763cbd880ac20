//! Saved batches, and what they were before.

use domain::Target;
use domain::template::{Template, Variable};
use engine::{
    BatchColumn, BatchContent, BatchId, BatchQuery, BatchRun, BatchTarget, BatchVersion, ConnectionId, SavedBatch,
};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, QueryBuilder, Sqlite, SqliteConnection, SqlitePool};

use crate::colours::{colour, colour_name};
use crate::open::WRITE;
use crate::{StoreError, time};

const TABLE: &str = "batch";
const VERSIONS: &str = "batch_version";
const READING: &str = "read the saved batches";
const KEEPING: &str = "keep the saved batch";

/// The shortest word that the index of trigrams finds, in characters (sqlite.org/fts5.html, "The Trigram Tokenizer").
const SHORTEST: usize = 3;

/// The columns that a batch and its versions have in common.
#[derive(FromRow)]
struct ContentRow {
    name: String,
    description: String,
    text: String,
    variables: String,
    targets: String,
    favourite: bool,
    labels: String,
    colour: String,
}

#[derive(FromRow)]
struct Row {
    id: i64,
    #[sqlx(flatten)]
    content: ContentRow,
    created_at: i64,
    edited_at: i64,
    last_run_at: Option<i64>,
    last_run_by: String,
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
            labels: json(table, "labels", row, &self.labels)?,
            colour: colour(table, &row.to_string(), &self.colour)?,
        })
    }
}

impl TryFrom<Row> for SavedBatch {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: BatchId(row.id),
            content: row.content.read(TABLE, row.id)?,
            created: time::read(TABLE, "created_at", row.id, row.created_at)?,
            edited: time::read(TABLE, "edited_at", row.id, row.edited_at)?,
            last_run: row.last_run_at.map(|at| time::read(TABLE, "last_run_at", row.id, at)).transpose()?,
            last_run_by: json::<Vec<String>>(TABLE, "last_run_by", row.id, &row.last_run_by)?
                .into_iter()
                .map(ConnectionId::new)
                .collect(),
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

/// A statement with the condition that every word of the filter occurs, and what else is asked for.
fn matching(select: &str, query: &BatchQuery) -> QueryBuilder<Sqlite> {
    let mut statement = QueryBuilder::new(select);
    statement.push(" WHERE deleted_at IS NULL");
    let (long, short): (Vec<&str>, Vec<&str>) =
        query.filter.split_whitespace().partition(|word| word.chars().count() >= SHORTEST);
    if !long.is_empty() {
        // In quotes, each word is a text to find, whatever is in it; between them stands an unwritten AND
        // (sqlite.org/fts5.html, "FTS5 Strings" and "FTS5 Boolean Operators").
        let quoted: Vec<String> = long.iter().map(|word| format!("\"{}\"", word.replace('"', "\"\""))).collect();
        statement.push(" AND id IN (SELECT rowid FROM batch_text WHERE batch_text MATCH ");
        statement.push_bind(quoted.join(" ")).push(")");
    }
    for word in short {
        // Not LIKE, in which `%` and `_` of a path would stand for anything.
        statement.push(" AND instr(lower(name || char(10) || description || char(10) || text || char(10) || labels), ");
        statement.push_bind(word.to_lowercase()).push(") > 0");
    }
    if let Some(label) = &query.label {
        statement
            .push(" AND EXISTS (SELECT 1 FROM json_each(labels) WHERE value = ")
            .push_bind(label.clone())
            .push(" COLLATE NOCASE)");
    }
    if query.favourites {
        statement.push(" AND favourite");
    }
    statement
}

fn column(sort: BatchColumn) -> &'static str {
    match sort {
        BatchColumn::Name => "name COLLATE NOCASE",
        BatchColumn::Items => "items",
        BatchColumn::Created => "created_at",
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
async fn add(
    connection: &mut SqliteConnection,
    content: &BatchContent,
    now: Timestamp,
) -> Result<SavedBatch, StoreError> {
    let row: Row = sqlx::query_as(
        "INSERT INTO batch (name, description, text, items, variables, targets, favourite, labels, colour, created_at,
             edited_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
    )
    .bind(&content.name)
    .bind(&content.description)
    .bind(&content.text)
    .bind(items(content))
    .bind(variables(content))
    .bind(targets(content))
    .bind(content.favourite)
    .bind(written(&content.labels))
    .bind(colour_name(content.colour))
    .bind(time::millis(now))
    .bind(time::millis(now))
    .fetch_one(connection)
    .await
    .map_err(keeping)?;
    row.try_into()
}

/// Keeps what a batch is now, and what it was before as a version.
async fn edit(
    connection: &mut SqliteConnection,
    id: BatchId,
    content: &BatchContent,
    now: Timestamp,
) -> Result<SavedBatch, StoreError> {
    keep_version(connection, id).await?;
    let row: Option<Row> = sqlx::query_as(
        "UPDATE batch SET name = ?, description = ?, text = ?, items = ?, variables = ?, targets = ?, favourite = ?,
             labels = ?, colour = ?, edited_at = ?
         WHERE id = ? AND deleted_at IS NULL RETURNING *",
    )
    .bind(&content.name)
    .bind(&content.description)
    .bind(&content.text)
    .bind(items(content))
    .bind(variables(content))
    .bind(targets(content))
    .bind(content.favourite)
    .bind(written(&content.labels))
    .bind(colour_name(content.colour))
    .bind(time::millis(now))
    .bind(id.0)
    .fetch_optional(connection)
    .await
    .map_err(keeping)?;
    row.ok_or_else(|| missing(id))?.try_into()
}

async fn add_or_edit(
    connection: &mut SqliteConnection,
    id: Option<BatchId>,
    content: &BatchContent,
    now: Timestamp,
) -> Result<SavedBatch, StoreError> {
    match id {
        Some(id) => edit(connection, id, content, now).await,
        None => add(connection, content, now).await,
    }
}

/// Keeps a new batch, or what one is from now on.
pub(crate) async fn keep_one(
    pool: &SqlitePool,
    id: Option<BatchId>,
    content: &BatchContent,
    now: Timestamp,
) -> Result<SavedBatch, StoreError> {
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(KEEPING))?;
    let saved = add_or_edit(&mut transaction, id, content, now).await?;
    transaction.commit().await.map_err(StoreError::doing(KEEPING))?;
    Ok(saved)
}

/// The same of several: all of them, or none.
pub(crate) async fn keep(
    pool: &SqlitePool,
    batches: &[(Option<BatchId>, BatchContent)],
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(KEEPING))?;
    for (id, content) in batches {
        add_or_edit(&mut transaction, *id, content, now).await?;
    }
    transaction.commit().await.map_err(StoreError::doing(KEEPING))
}

/// Keeps a new batch that an administrator brings, and that its key was brought. `false` where it was before.
pub(crate) async fn bring(
    pool: &SqlitePool,
    key: &str,
    content: &BatchContent,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(KEEPING))?;
    let known: Option<i64> = sqlx::query_scalar("SELECT batch FROM administrator_batch WHERE key = ?")
        .bind(key)
        .fetch_optional(&mut *transaction)
        .await
        .map_err(StoreError::doing(READING))?;
    if known.is_some() {
        return Ok(false);
    }
    let added = add(&mut transaction, content, now).await?;
    sqlx::query("INSERT INTO administrator_batch (key, batch, brought_at) VALUES (?, ?, ?)")
        .bind(key)
        .bind(added.id.0)
        .bind(time::millis(now))
        .execute(&mut *transaction)
        .await
        .map_err(StoreError::doing(KEEPING))?;
    transaction.commit().await.map_err(StoreError::doing(KEEPING))?;
    Ok(true)
}

async fn keep_version(connection: &mut SqliteConnection, id: BatchId) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO batch_version (batch, at, name, description, text, variables, targets, favourite, labels, colour)
         SELECT id, edited_at, name, description, text, variables, targets, favourite, labels, colour FROM batch WHERE id = ?",
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

/// The batches that have one of these names, whatever its ASCII case.
pub(crate) async fn named(pool: &SqlitePool, names: &[&str]) -> Result<Vec<SavedBatch>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT * FROM batch WHERE name COLLATE NOCASE IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL",
    )
    .bind(written(&names))
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing(READING))?;
    rows.into_iter().map(SavedBatch::try_from).collect()
}

/// Every label that a batch has; of those that differ only in the case of ASCII letters, one.
pub(crate) async fn labels(pool: &SqlitePool) -> Result<Vec<String>, StoreError> {
    sqlx::query_scalar(
        "SELECT min(label.value) FROM batch, json_each(batch.labels) AS label WHERE deleted_at IS NULL
         GROUP BY label.value COLLATE NOCASE ORDER BY label.value COLLATE NOCASE",
    )
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing(READING))
}

/// Makes a batch a favourite, or no longer one.
pub(crate) async fn star(pool: &SqlitePool, id: BatchId, favourite: bool) -> Result<(), StoreError> {
    let done = sqlx::query("UPDATE batch SET favourite = ? WHERE id = ? AND deleted_at IS NULL")
        .bind(favourite)
        .bind(id.0)
        .execute(pool)
        .await
        .map_err(StoreError::doing(KEEPING))?;
    if done.rows_affected() == 0 { Err(missing(id)) } else { Ok(()) }
}

/// A batch was run.
pub(crate) async fn was_run(pool: &SqlitePool, id: BatchId, run: &BatchRun) -> Result<(), StoreError> {
    let by: Vec<&str> = run.by.iter().map(ConnectionId::as_str).collect();
    sqlx::query("UPDATE batch SET last_run_at = ?, last_run_by = ?, last_values = ? WHERE id = ?")
        .bind(time::millis(run.at))
        .bind(written(&by))
        .bind(written(&run.values))
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
