//! How the months were counted.

use domain::submission::Reason;
use domain::{AccountKey, Month, Target};
use engine::{Count, Failure, Gap, Stopped, Uncounted};
use sqlx::{FromRow, SqlitePool};

use crate::open::WRITE;
use crate::{StoreError, target, time};

const READING: &str = "read how the month was counted";
const KEEPING: &str = "keep how the month was counted";

#[derive(FromRow)]
struct Row {
    at: Option<i64>,
    stopped: Option<String>,
    reason_code: Option<String>,
    reason_detail: Option<String>,
}

#[derive(FromRow)]
struct GapRow {
    kind: String,
    target_kind: Option<String>,
    target: Option<String>,
    count: i64,
    reason_code: String,
    reason_detail: String,
}

/// How a month was last counted.
pub(crate) async fn read(pool: &SqlitePool, account: &AccountKey, month: Month) -> Result<Option<Count>, StoreError> {
    let mut snapshot = pool.begin().await.map_err(StoreError::doing(READING))?;
    let row: Option<Row> = sqlx::query_as(
        "SELECT at, stopped, reason_code, reason_detail FROM month_count WHERE account = ? AND month = ?",
    )
    .bind(account.as_str())
    .bind(month.to_string())
    .fetch_optional(&mut *snapshot)
    .await
    .map_err(StoreError::doing(READING))?;
    let Some(row) = row else { return Ok(None) };
    let gaps: Vec<GapRow> = sqlx::query_as(
        "SELECT kind, target_kind, target, count, reason_code, reason_detail FROM month_gap
         WHERE account = ? AND month = ? ORDER BY position",
    )
    .bind(account.as_str())
    .bind(month.to_string())
    .fetch_all(&mut *snapshot)
    .await
    .map_err(StoreError::doing(READING))?;
    let at = row.at.map(|at| time::read("month_count", "at", 0, at)).transpose()?;
    let stopped = match (row.stopped.as_deref(), row.reason_code, row.reason_detail) {
        (Some("failed"), Some(code), Some(detail)) => {
            Some(Stopped::Failed(Failure::of_reason(Reason { code, detail })))
        }
        (Some(_), ..) => Some(Stopped::ByPerson),
        (None, ..) => None,
    };
    Ok(Some(Count { at, stopped, gaps: gaps.into_iter().map(gap).collect::<Result<_, _>>()? }))
}

fn gap(row: GapRow) -> Result<Gap, StoreError> {
    let target = match (&row.target_kind, &row.target) {
        (Some(kind), Some(id)) => Some(target::read("month_gap", 0, kind, id)?),
        _ => None,
    };
    let what = match (&*row.kind, target) {
        ("tenants", Some(target)) => Uncounted::Tenants(target),
        ("invalidations", Some(target)) => Uncounted::Invalidations(target),
        ("items", Some(target)) => Uncounted::Items(target, row.count.try_into().unwrap_or(u32::MAX)),
        // The table has no other kind, and no target with this one.
        _ => Uncounted::Distributions,
    };
    let reason = Reason { code: row.reason_code, detail: row.reason_detail };
    Ok(Gap { what, failure: Failure::of_reason(reason) })
}

/// Keeps how a month was counted, in place of what was kept of it.
pub(crate) async fn keep(
    pool: &SqlitePool,
    account: &AccountKey,
    month: Month,
    count: &Count,
) -> Result<(), StoreError> {
    let (stopped, reason) = match &count.stopped {
        None => (None, None),
        Some(Stopped::ByPerson) => (Some("byPerson"), None),
        Some(Stopped::Failed(failure)) => (Some("failed"), Some(failure.reason())),
    };
    let month = month.to_string();
    let mut transaction = pool.begin_with(WRITE).await.map_err(StoreError::doing(KEEPING))?;
    sqlx::query(
        "INSERT OR REPLACE INTO month_count (account, month, at, stopped, reason_code, reason_detail)
         VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(account.as_str())
    .bind(&month)
    .bind(count.at.map(time::millis))
    .bind(stopped)
    .bind(reason.as_ref().map(|reason| &*reason.code))
    .bind(reason.as_ref().map(|reason| &*reason.detail))
    .execute(&mut *transaction)
    .await
    .map_err(StoreError::doing(KEEPING))?;
    sqlx::query("DELETE FROM month_gap WHERE account = ? AND month = ?")
        .bind(account.as_str())
        .bind(&month)
        .execute(&mut *transaction)
        .await
        .map_err(StoreError::doing(KEEPING))?;
    for (position, gap) in (0_i64..).zip(&count.gaps) {
        let (kind, of, how_many): (_, Option<&Target>, _) = match &gap.what {
            Uncounted::Distributions => ("distributions", None, 0),
            Uncounted::Tenants(of) => ("tenants", Some(of), 0),
            Uncounted::Invalidations(of) => ("invalidations", Some(of), 0),
            Uncounted::Items(of, how_many) => ("items", Some(of), *how_many),
        };
        let reason = gap.failure.reason();
        sqlx::query(
            "INSERT INTO month_gap (
                 account, month, position, kind, target_kind, target, count, reason_code, reason_detail
             ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(account.as_str())
        .bind(&month)
        .bind(position)
        .bind(kind)
        .bind(of.map(target::kind))
        .bind(of.map(Target::id))
        .bind(how_many)
        .bind(reason.code)
        .bind(reason.detail)
        .execute(&mut *transaction)
        .await
        .map_err(StoreError::doing(KEEPING))?;
    }
    transaction.commit().await.map_err(StoreError::doing(KEEPING))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use engine::ports::Ledger;

    use super::*;
    use crate::Store;
    use crate::samples::{NOON, account, distribution};

    #[tokio::test]
    async fn a_count_reads_as_it_was_kept_and_a_later_one_takes_its_place() {
        let store = Store::in_memory().await.unwrap();
        let month = Month::of(NOON);
        assert_eq!(store.count(&account(), month).await.unwrap(), None);
        let denied = || Failure::Denied { action: None, resource: None, detail: "no".to_owned() };
        let gaps = [
            Uncounted::Distributions,
            Uncounted::Tenants(distribution()),
            Uncounted::Invalidations(distribution()),
            Uncounted::Items(distribution(), 7),
        ];
        let gaps = gaps.map(|what| Gap { what, failure: denied() }).into();
        let unreachable = Failure::Unreachable { endpoint: String::new(), detail: "no route".to_owned() };
        let counts = [
            Count { at: Some(NOON), gaps, stopped: Some(Stopped::Failed(unreachable)) },
            Count { at: None, gaps: Vec::new(), stopped: Some(Stopped::ByPerson) },
            Count { at: Some(NOON), ..Count::default() },
        ];
        for count in counts {
            store.keep_count(&account(), month, &count).await.unwrap();
            assert_eq!(store.count(&account(), month).await.unwrap(), Some(count));
            assert_eq!(store.count(&account(), month.next()).await.unwrap(), None, "each month has its own");
        }
    }
}
