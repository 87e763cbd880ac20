//! Connections, without their secrets, and which one is in use.

use engine::{About, Connection, ConnectionId, Endpoints, Identity, Portal, Role, Way};
use sqlx::{AssertSqlSafe, FromRow, SqlitePool};

use crate::StoreError;
use crate::colours::{colour, colour_name};
use crate::open::WRITE;

const TABLE: &str = "connection";

const PRACTICE: &str = "practice";
const PROFILE: &str = "profile";
const ACCESS_KEY: &str = "accessKey";
const IDENTITY_CENTER: &str = "identityCenter";
const ROLE: &str = "role";

#[derive(FromRow)]
struct Row {
    id: String,
    name: String,
    way: String,
    profile: Option<String>,
    agreed_program: Option<String>,
    access_key_id: Option<String>,
    portal_start_url: Option<String>,
    portal_region: Option<String>,
    portal_account: Option<String>,
    portal_role: Option<String>,
    base: Option<String>,
    role_arn: Option<String>,
    external_id: Option<String>,
    session_name: Option<String>,
    mfa_serial: Option<String>,
    custom_endpoint: Option<String>,
    china: bool,
    fips: bool,
    dual_stack: bool,
    colour: String,
    production: bool,
    identity_partition: Option<String>,
    identity_account: Option<String>,
    identity_arn: Option<String>,
}

impl TryFrom<Row> for Connection {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.clone();
        let wrong =
            |column, problem: String| StoreError::Inconsistent { table: TABLE, column, row: id.clone(), problem };
        let there = |column, value: Option<String>| value.ok_or_else(|| wrong(column, "is missing".to_owned()));
        let way = match row.way.as_str() {
            PRACTICE => Way::Practice,
            PROFILE => Way::Profile { name: there("profile", row.profile)?, agreed_program: row.agreed_program },
            ACCESS_KEY => Way::AccessKey { access_key_id: there("access_key_id", row.access_key_id)? },
            IDENTITY_CENTER => Way::IdentityCenter {
                portal: Portal {
                    start_url: there("portal_start_url", row.portal_start_url)?,
                    region: there("portal_region", row.portal_region)?,
                },
                account: there("portal_account", row.portal_account)?,
                role: there("portal_role", row.portal_role)?,
            },
            ROLE => Way::Role {
                base: ConnectionId::new(there("base", row.base)?),
                role: Role {
                    arn: there("role_arn", row.role_arn)?,
                    external_id: row.external_id,
                    session_name: row.session_name,
                    mfa_serial: row.mfa_serial,
                },
            },
            other => return Err(wrong("way", format!("is no way in: {other:?}"))),
        };
        let identity = match row.identity_partition {
            None => None,
            Some(partition) => Some(Identity {
                partition,
                account: there("identity_account", row.identity_account)?,
                arn: there("identity_arn", row.identity_arn)?,
            }),
        };
        Ok(Self {
            id: ConnectionId::new(row.id),
            about: About { name: row.name, colour: colour(TABLE, &id, &row.colour)?, production: row.production },
            way,
            endpoints: Endpoints {
                custom_endpoint: row.custom_endpoint,
                china: row.china,
                fips: row.fips,
                dual_stack: row.dual_stack,
            },
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
    let Connection { id, about, way, endpoints, identity } = connection;
    let colour = colour_name(about.colour);
    let mut columns: Vec<(&str, Value<'_>)> = vec![
        ("id", id.as_str().into()),
        ("name", about.name.as_str().into()),
        ("colour", colour.as_str().into()),
        ("production", about.production.into()),
        ("custom_endpoint", endpoints.custom_endpoint.as_deref().into()),
        ("china", endpoints.china.into()),
        ("fips", endpoints.fips.into()),
        ("dual_stack", endpoints.dual_stack.into()),
        ("identity_partition", identity.as_ref().map(|identity| identity.partition.as_str()).into()),
        ("identity_account", identity.as_ref().map(|identity| identity.account.as_str()).into()),
        ("identity_arn", identity.as_ref().map(|identity| identity.arn.as_str()).into()),
    ];
    columns.extend(columns_of(way));
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    // What the new way does not have is forgotten with the old one.
    let cleared = OF_A_WAY.iter().copied().filter(|name| !names.contains(name));
    let set = names.iter().skip(1).map(|name| format!("{name} = excluded.{name}"));
    let set: Vec<String> = set.chain(cleared.map(|name| format!("{name} = NULL"))).collect();
    let statement = format!(
        "INSERT INTO connection ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        names.join(", "),
        vec!["?"; names.len()].join(", "),
        set.join(", ")
    );
    let bound = columns.into_iter().fold(sqlx::query(AssertSqlSafe(statement)), |query, (_, value)| match value {
        Value::Text(text) => query.bind(text),
        Value::Bit(bit) => query.bind(bit),
    });
    bound.execute(pool).await.map_err(StoreError::doing("keep the connection"))?;
    Ok(())
}

/// What a column takes.
enum Value<'a> {
    Text(Option<&'a str>),
    Bit(bool),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Some(text))
    }
}

impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value<'_> {
    fn from(bit: bool) -> Self {
        Self::Bit(bit)
    }
}

/// The columns that only some ways have.
const OF_A_WAY: [&str; 12] = [
    "profile",
    "agreed_program",
    "access_key_id",
    "portal_start_url",
    "portal_region",
    "portal_account",
    "portal_role",
    "base",
    "role_arn",
    "external_id",
    "session_name",
    "mfa_serial",
];

/// What a way fills in.
fn columns_of(way: &Way) -> Vec<(&'static str, Value<'_>)> {
    match way {
        Way::Practice => vec![("way", PRACTICE.into())],
        Way::Profile { name, agreed_program } => vec![
            ("way", PROFILE.into()),
            ("profile", name.as_str().into()),
            ("agreed_program", agreed_program.as_deref().into()),
        ],
        Way::AccessKey { access_key_id } => {
            vec![("way", ACCESS_KEY.into()), ("access_key_id", access_key_id.as_str().into())]
        }
        Way::IdentityCenter { portal, account, role } => vec![
            ("way", IDENTITY_CENTER.into()),
            ("portal_start_url", portal.start_url.as_str().into()),
            ("portal_region", portal.region.as_str().into()),
            ("portal_account", account.as_str().into()),
            ("portal_role", role.as_str().into()),
        ],
        Way::Role { base, role } => vec![
            ("way", ROLE.into()),
            ("base", base.as_str().into()),
            ("role_arn", role.arn.as_str().into()),
            ("external_id", role.external_id.as_deref().into()),
            ("session_name", role.session_name.as_deref().into()),
            ("mfa_serial", role.mfa_serial.as_deref().into()),
        ],
    }
}

/// Forgets one, also as the one in use. Nothing happens where there is none.
pub(crate) async fn forget(pool: &SqlitePool, id: &ConnectionId) -> Result<(), StoreError> {
    const DOING: &str = "forget the connection";
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(DOING))?;
    let statements = [
        "DELETE FROM connection WHERE id = ?",
        "DELETE FROM connection_in_use WHERE connection = ?",
        "DELETE FROM permission_seen WHERE connection = ?",
    ];
    for statement in statements {
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
