//! What the person has set: one row, which the migrations made.

use std::time::Duration;

use engine::Settings;
use sqlx::SqlitePool;

use crate::StoreError;

const READING: &str = "read the settings";
const KEEPING: &str = "keep the settings";

/// What the person has set.
pub(crate) async fn read(pool: &SqlitePool) -> Result<Settings, StoreError> {
    let (undo, notify_completed, idle): (i64, bool, i64) =
        sqlx::query_as("SELECT undo_seconds, notify_completed, idle_lock_minutes FROM settings WHERE only_row = 1")
            .fetch_one(pool)
            .await
            .map_err(StoreError::doing(READING))?;
    let undo = undo.try_into().map_err(|_| StoreError::Inconsistent {
        table: "settings",
        column: "undo_seconds",
        row: "1".to_owned(),
        problem: format!("is no time: {undo}"),
    })?;
    // A negative one cannot be stored.
    let idle_lock = Duration::from_secs(60 * u64::try_from(idle).unwrap_or_default());
    Ok(Settings { undo: Duration::from_secs(undo), notify_completed, idle_lock })
}

/// Keeps what the person has set.
pub(crate) async fn keep(pool: &SqlitePool, settings: &Settings) -> Result<(), StoreError> {
    sqlx::query("UPDATE settings SET undo_seconds = ?, notify_completed = ?, idle_lock_minutes = ? WHERE only_row = 1")
        .bind(i64::try_from(settings.undo.as_secs()).unwrap_or(i64::MAX))
        .bind(settings.notify_completed)
        .bind(i64::try_from(settings.idle_lock.as_secs() / 60).unwrap_or(i64::MAX))
        .execute(pool)
        .await
        .map_err(StoreError::doing(KEEPING))?;
    Ok(())
}

/// Whether the queue is paused.
pub(crate) async fn queue_is_paused(pool: &SqlitePool) -> Result<bool, StoreError> {
    sqlx::query_scalar("SELECT queue_paused FROM settings WHERE only_row = 1")
        .fetch_one(pool)
        .await
        .map_err(StoreError::doing(READING))
}

/// Remembers whether the queue is paused.
pub(crate) async fn pause_queue(pool: &SqlitePool, paused: bool) -> Result<(), StoreError> {
    sqlx::query("UPDATE settings SET queue_paused = ? WHERE only_row = 1")
        .bind(paused)
        .execute(pool)
        .await
        .map_err(StoreError::doing(KEEPING))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::Store;

    #[tokio::test]
    async fn they_begin_as_the_engine_has_them_and_are_kept() {
        let store = Store::in_memory().await.unwrap();
        assert_eq!(read(&store.pool).await.unwrap(), Settings::default());
        let other = Settings { undo: Duration::ZERO, notify_completed: false, idle_lock: Duration::from_secs(600) };
        keep(&store.pool, &other).await.unwrap();
        assert_eq!(read(&store.pool).await.unwrap(), other);
    }

    #[tokio::test]
    async fn the_queue_stays_paused_whatever_else_is_set() {
        let store = Store::in_memory().await.unwrap();
        assert!(!queue_is_paused(&store.pool).await.unwrap());
        pause_queue(&store.pool, true).await.unwrap();
        keep(&store.pool, &Settings::default()).await.unwrap();
        assert!(queue_is_paused(&store.pool).await.unwrap());
    }
}
