//! The person's own budgets and prices.

use domain::Budget;
use domain::cost::{Amount, Tariff};
use domain::{AccountKey, Target};
use sqlx::SqlitePool;

use crate::{StoreError, target};

const BUDGETS: &str = "read the budgets";
const BUDGET: &str = "keep the budget";
const PRICE: &str = "read the price";
const KEEPING_PRICE: &str = "keep the price";

/// The budgets of an account and of its targets.
pub(crate) async fn of(pool: &SqlitePool, account: &AccountKey) -> Result<Vec<(Option<Target>, Budget)>, StoreError> {
    let rows: Vec<(String, String, Option<i64>, Option<i64>)> = sqlx::query_as(
        "SELECT target_kind, target, warn_above, refuse_above FROM budget WHERE account = ? ORDER BY target",
    )
    .bind(account.as_str())
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing(BUDGETS))?;
    let budget = |(kind, id, warn, refuse): (String, String, Option<i64>, Option<i64>)| {
        let of = if kind.is_empty() { None } else { Some(target::read("budget", 0, &kind, &id)?) };
        // A negative limit cannot be stored.
        let limit = |limit: Option<i64>| limit.map(|limit| u64::try_from(limit).unwrap_or_default());
        Ok((of, Budget { warn_above: limit(warn), refuse_above: limit(refuse) }))
    };
    rows.into_iter().map(budget).collect()
}

/// Keeps a budget; one without any limit is forgotten.
pub(crate) async fn keep(
    pool: &SqlitePool,
    account: &AccountKey,
    of: Option<&Target>,
    budget: &Budget,
) -> Result<(), StoreError> {
    let limit = |limit: Option<u64>| limit.map(|limit| i64::try_from(limit).unwrap_or(i64::MAX));
    let statement = if *budget == Budget::default() {
        sqlx::query("DELETE FROM budget WHERE account = ? AND target_kind = ? AND target = ?")
    } else {
        sqlx::query(
            "INSERT OR REPLACE INTO budget (account, target_kind, target, warn_above, refuse_above)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )
    };
    let statement = statement.bind(account.as_str()).bind(of.map_or("", target::kind)).bind(of.map_or("", Target::id));
    let statement = if *budget == Budget::default() {
        statement
    } else {
        statement.bind(limit(budget.warn_above)).bind(limit(budget.refuse_above))
    };
    statement.execute(pool).await.map_err(StoreError::doing(BUDGET))?;
    Ok(())
}

/// The person's own price in a partition.
pub(crate) async fn tariff(pool: &SqlitePool, partition: &str) -> Result<Option<Tariff>, StoreError> {
    let row: Option<(i64, i64, String, String)> =
        sqlx::query_as("SELECT per_item, free_items, source, as_of FROM tariff WHERE partition = ?")
            .bind(partition)
            .fetch_optional(pool)
            .await
            .map_err(StoreError::doing(PRICE))?;
    let Some((per_item, free_items, source, as_of)) = row else { return Ok(None) };
    let known = Tariff::in_partition(partition);
    let as_of = as_of.parse().map_err(|_| StoreError::Inconsistent {
        table: "tariff",
        column: "as_of",
        row: partition.to_owned(),
        problem: format!("is no day: {as_of}"),
    })?;
    let price = domain::cost::Price {
        // Neither can be stored as a negative number.
        per_item: Amount::from_hundred_thousandths(per_item.try_into().unwrap_or_default()),
        ..known.price
    };
    Ok(Some(Tariff { price, free_items: free_items.try_into().unwrap_or_default(), source, as_of, is_own: true }))
}

/// Keeps the person's own price, or forgets it.
pub(crate) async fn keep_tariff(pool: &SqlitePool, partition: &str, tariff: Option<&Tariff>) -> Result<(), StoreError> {
    let Some(tariff) = tariff else {
        sqlx::query("DELETE FROM tariff WHERE partition = ?")
            .bind(partition)
            .execute(pool)
            .await
            .map_err(StoreError::doing(KEEPING_PRICE))?;
        return Ok(());
    };
    sqlx::query(
        "INSERT OR REPLACE INTO tariff (partition, per_item, free_items, source, as_of) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(partition)
    .bind(i64::try_from(tariff.price.per_item.hundred_thousandths()).unwrap_or(i64::MAX))
    .bind(i64::try_from(tariff.free_items).unwrap_or(i64::MAX))
    .bind(&tariff.source)
    .bind(tariff.as_of.to_string())
    .execute(pool)
    .await
    .map_err(StoreError::doing(KEEPING_PRICE))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use engine::ports::Ledger;

    use super::*;
    use crate::Store;
    use crate::samples::{account, distribution};

    #[tokio::test]
    async fn budgets_are_kept_by_target_and_an_empty_one_is_forgotten() {
        let store = Store::in_memory().await.unwrap();
        let budget = |warn, refuse| Budget { warn_above: warn, refuse_above: refuse };
        let all = budget(Some(900), Some(2_000));
        let one = budget(None, Some(0));
        store.keep_budget(&account(), None, &budget(Some(1), None)).await.unwrap();
        store.keep_budget(&account(), None, &all).await.unwrap();
        store.keep_budget(&account(), Some(&distribution()), &one).await.unwrap();
        assert_eq!(store.budgets(&account()).await.unwrap(), [(None, all), (Some(distribution()), one)]);
        store.keep_budget(&account(), None, &Budget::default()).await.unwrap();
        assert_eq!(store.budgets(&account()).await.unwrap(), [(Some(distribution()), one)]);
    }

    #[tokio::test]
    async fn a_price_is_kept_by_partition_until_it_is_forgotten() {
        let store = Store::in_memory().await.unwrap();
        assert_eq!(store.tariff("aws-cn").await.unwrap(), None);
        let mut own = Tariff::in_partition("aws-cn");
        own.price.per_item = Amount::from_hundred_thousandths(1);
        (own.free_items, own.source, own.is_own) = (0, "Our contract".to_owned(), true);
        store.keep_tariff("aws-cn", Some(&own)).await.unwrap();
        assert_eq!(store.tariff("aws-cn").await.unwrap(), Some(own));
        assert_eq!(store.tariff("aws").await.unwrap(), None);
        store.keep_tariff("aws-cn", None).await.unwrap();
        assert_eq!(store.tariff("aws-cn").await.unwrap(), None);
    }
}
