//! Connections, without their secrets, and which one is in use.

use engine::{Connection, ConnectionId, Identity, Way};
use sqlx::{FromRow, SqlitePool};

use crate::StoreError;
use crate::open::WRITE;

const TABLE: &str = "connection";

const PRACTICE: &str = "practice";
const PROFILE: &str = "profile";
const ACCESS_KEY: &str = "accessKey";

#[derive(FromRow)]
struct Row {
    id: String,
    name: String,
    way: String,
    profile: Option<String>,
    access_key_id: Option<String>,
    custom_endpoint: Option<String>,
    identity_partition: Option<String>,
    identity_account: Option<String>,
    identity_arn: Option<String>,
}

impl TryFrom<Row> for Connection {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let wrong =
            |column, problem: String| StoreError::Inconsistent { table: TABLE, column, row: row.id.clone(), problem };
        let missing = |column| wrong(column, "is missing".to_owned());
        let way = match row.way.as_str() {
            PRACTICE => Way::Practice,
            PROFILE => Way::Profile { name: row.profile.ok_or_else(|| missing("profile"))? },
            ACCESS_KEY => Way::AccessKey { access_key_id: row.access_key_id.ok_or_else(|| missing("access_key_id"))? },
            other => return Err(wrong("way", format!("is no way in: {other:?}"))),
        };
        let identity = match row.identity_partition {
            None => None,
            Some(partition) => Some(Identity {
                partition,
                account: row.identity_account.ok_or_else(|| missing("identity_account"))?,
                arn: row.identity_arn.ok_or_else(|| missing("identity_arn"))?,
            }),
        };
        Ok(Self {
            id: ConnectionId::new(row.id.clone()),
            name: row.name,
            way,
            custom_endpoint: row.custom_endpoint,
            identity,
        })
    }
}

/// All of them, in the order they were made.
pub(crate) async fn all(pool: &SqlitePool) -> Result<Vec<Connection>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as("SELECT * FROM connection ORDER BY number")
        .fetch_all(pool)
        .await
        .map_err(StoreError::doing("read the connections"))?;
    rows.into_iter().map(Connection::try_from).collect()
}

/// Keeps one, in the place of an earlier one of the same id.
pub(crate) async fn keep(pool: &SqlitePool, connection: &Connection) -> Result<(), StoreError> {
    let (way, profile, access_key_id) = match &connection.way {
        Way::Practice => (PRACTICE, None, None),
        Way::Profile { name } => (PROFILE, Some(name), None),
        Way::AccessKey { access_key_id } => (ACCESS_KEY, None, Some(access_key_id)),
    };
    let identity = connection.identity.as_ref();
    sqlx::query(
        "INSERT INTO connection (
             id, name, way, profile, access_key_id, custom_endpoint, identity_partition, identity_account, identity_arn
         ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET
             name = excluded.name, way = excluded.way, profile = excluded.profile,
             access_key_id = excluded.access_key_id, custom_endpoint = excluded.custom_endpoint,
             identity_partition = excluded.identity_partition, identity_account = excluded.identity_account,
             identity_arn = excluded.identity_arn",
    )
    .bind(connection.id.as_str())
    .bind(&connection.name)
    .bind(way)
    .bind(profile)
    .bind(access_key_id)
    .bind(&connection.custom_endpoint)
    .bind(identity.map(|identity| &identity.partition))
    .bind(identity.map(|identity| &identity.account))
    .bind(identity.map(|identity| &identity.arn))
    .execute(pool)
    .await
    .map_err(StoreError::doing("keep the connection"))?;
    Ok(())
}

/// Forgets one, also as the one in use. Nothing happens where there is none.
pub(crate) async fn forget(pool: &SqlitePool, id: &ConnectionId) -> Result<(), StoreError> {
    const DOING: &str = "forget the connection";
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(DOING))?;
    for statement in ["DELETE FROM connection WHERE id = ?", "DELETE FROM connection_in_use WHERE connection = ?"] {
        let done = sqlx::query(statement).bind(id.as_str()).execute(&mut *transaction).await;
        done.map_err(StoreError::doing(DOING))?;
    }
    transaction.commit().await.map_err(StoreError::doing(DOING))
}

/// The one in use.
pub(crate) async fn in_use(pool: &SqlitePool) -> Result<Option<ConnectionId>, StoreError> {
    let id: Option<String> = sqlx::query_scalar("SELECT connection FROM connection_in_use")
        .fetch_optional(pool)
        .await
        .map_err(StoreError::doing("read which connection is in use"))?;
    Ok(id.map(ConnectionId::new))
}

/// Puts one in use: one that is kept, or the practice connection, which needs no keeping.
pub(crate) async fn put_in_use(pool: &SqlitePool, id: &ConnectionId) -> Result<(), StoreError> {
    let done = sqlx::query(
        "INSERT INTO connection_in_use (only_row, connection)
         SELECT 1, ?1 WHERE ?1 = ?2 OR EXISTS (SELECT 1 FROM connection WHERE id = ?1)
         ON CONFLICT (only_row) DO UPDATE SET connection = excluded.connection",
    )
    .bind(id.as_str())
    .bind(ConnectionId::practice().as_str().to_owned())
    .execute(pool)
    .await
    .map_err(StoreError::doing("store which connection is in use"))?;
    if done.rows_affected() == 0 {
        return Err(StoreError::Missing { what: format!("connection {id}") });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
