//! Why runs were made, in the person's words.

use domain::submission::RunId;
use sqlx::SqlitePool;

use crate::StoreError;

/// Keeps the reason of a run.
pub(crate) async fn keep(pool: &SqlitePool, run: RunId, reason: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO run_reason (run, reason) VALUES (?, ?) ON CONFLICT (run) DO UPDATE SET reason = excluded.reason",
    )
    .bind(run.0)
    .bind(reason)
    .execute(pool)
    .await
    .map_err(StoreError::doing("keep the reason of a run"))?;
    Ok(())
}

/// The reasons of these runs that have one.
pub(crate) async fn of(pool: &SqlitePool, runs: &[RunId]) -> Result<Vec<(RunId, String)>, StoreError> {
    let numbers: Vec<i64> = runs.iter().map(|run| run.0).collect();
    let rows: Vec<(i64, String)> =
        sqlx::query_as("SELECT run, reason FROM run_reason WHERE run IN (SELECT value FROM json_each(?)) ORDER BY run")
            // Numbers always have a JSON form.
            .bind(serde_json::to_string(&numbers).unwrap_or_default())
            .fetch_all(pool)
            .await
            .map_err(StoreError::doing("read the reasons of runs"))?;
    Ok(rows.into_iter().map(|(run, reason)| (RunId(run), reason)).collect())
}
