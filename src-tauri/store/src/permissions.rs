//! What was seen of the permissions of connections.

use engine::{ConnectionId, PermissionSeen};
use sqlx::SqlitePool;

use crate::StoreError;
use crate::time::{millis, read};

/// What was last seen of a connection's permissions.
pub(crate) async fn seen(pool: &SqlitePool, id: &ConnectionId) -> Result<Vec<PermissionSeen>, StoreError> {
    let rows: Vec<(String, String, bool, i64)> = sqlx::query_as(
        "SELECT action, tried_on, works, at FROM permission_seen WHERE connection = ? ORDER BY action, tried_on",
    )
    .bind(id.as_str())
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing("read what was seen of permissions"))?;
    let time = |at| read("permission_seen", "at", 0, at);
    rows.into_iter().map(|(action, on, works, at)| Ok(PermissionSeen { action, on, works, at: time(at)? })).collect()
}

/// Keeps what was seen of one, in place of what was seen before.
pub(crate) async fn keep(pool: &SqlitePool, id: &ConnectionId, seen: &PermissionSeen) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO permission_seen (connection, action, tried_on, works, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (connection, action, tried_on) DO UPDATE SET works = excluded.works, at = excluded.at",
    )
    .bind(id.as_str())
    .bind(&seen.action)
    .bind(&seen.on)
    .bind(seen.works)
    .bind(millis(seen.at))
    .execute(pool)
    .await
    .map_err(StoreError::doing("keep what was seen of a permission"))?;
    Ok(())
}
