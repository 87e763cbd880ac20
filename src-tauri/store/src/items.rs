//! Ordered items, as submissions and invalidations have them.

use std::collections::HashMap;

use domain::Item;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::StoreError;

/// How many rows one INSERT carries. SQLite allows 32,766 variables in a statement (sqlite.org/limits.html, "Maximum
/// Number Of Host Parameters"), and a row takes three.
const ROWS_A_STATEMENT: usize = 5_000;

/// Whose items.
#[derive(Clone, Copy)]
pub(crate) enum Owner {
    Submission,
    Invalidation,
}

impl Owner {
    fn table(self) -> &'static str {
        match self {
            Self::Submission => "submission_item",
            Self::Invalidation => "invalidation_item",
        }
    }

    fn insert(self) -> &'static str {
        match self {
            Self::Submission => "INSERT INTO submission_item (submission, position, item) ",
            Self::Invalidation => "INSERT INTO invalidation_item (invalidation, position, item) ",
        }
    }

    fn select(self) -> &'static str {
        match self {
            Self::Submission => {
                "SELECT submission, position, item FROM submission_item
                 WHERE submission IN (SELECT value FROM json_each(?)) ORDER BY submission, position"
            }
            Self::Invalidation => {
                "SELECT invalidation, position, item FROM invalidation_item
                 WHERE invalidation IN (SELECT value FROM json_each(?)) ORDER BY invalidation, position"
            }
        }
    }
}

/// Stores the items of a new row.
///
/// They are bound as they are, not passed as JSON: what is sent again must be the same to the byte.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    owner: Owner,
    number: i64,
    items: &[Item],
) -> Result<(), StoreError> {
    let mut position = 0_i64;
    for chunk in items.chunks(ROWS_A_STATEMENT) {
        let mut statement = QueryBuilder::<Sqlite>::new(owner.insert());
        statement.push_values(chunk, |mut row, item| {
            row.push_bind(number).push_bind(position).push_bind(item.as_str());
            position += 1;
        });
        // Its text differs with the number of rows: not one to keep prepared.
        let done = statement.build().persistent(false).execute(&mut *connection).await;
        done.map_err(StoreError::doing("store the items"))?;
    }
    Ok(())
}

/// The items of many rows, each in its order.
pub(crate) struct Items {
    owner: Owner,
    by_number: HashMap<i64, Vec<Item>>,
}

/// Reads the items of these rows.
pub(crate) async fn of(
    connection: &mut SqliteConnection,
    owner: Owner,
    numbers: impl IntoIterator<Item = i64>,
) -> Result<Items, StoreError> {
    let numbers = serde_json::Value::from_iter(numbers).to_string();
    let rows: Vec<(i64, i64, String)> = sqlx::query_as(owner.select())
        .bind(numbers)
        .fetch_all(connection)
        .await
        .map_err(StoreError::doing("read the items"))?;
    let mut by_number = HashMap::<i64, Vec<Item>>::new();
    for (number, position, item) in rows {
        let items = by_number.entry(number).or_default();
        if usize::try_from(position) != Ok(items.len()) {
            return Err(StoreError::Inconsistent {
                table: owner.table(),
                column: "position",
                row: format!("{number}/{position}"),
                problem: format!("does not follow on {} items", items.len()),
            });
        }
        items.push(Item::as_sent(item));
    }
    Ok(Items { owner, by_number })
}

impl Items {
    /// Takes the items of one row, of which there must be `expected`.
    pub(crate) fn take(&mut self, number: i64, expected: i64) -> Result<Vec<Item>, StoreError> {
        let items = self.by_number.remove(&number).unwrap_or_default();
        if usize::try_from(expected) == Ok(items.len()) {
            return Ok(items);
        }
        Err(StoreError::Inconsistent {
            table: self.owner.table(),
            column: "item",
            row: number.to_string(),
            problem: format!("is there {} times instead of {expected}", items.len()),
        })
    }
}
