//! Budgets and prices.

use domain::cost::{Amount, Tariff};
use domain::{Target, day_of};
use engine::{ConnectionId, Failure, Housekeeper};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::Answer;
use super::run_cost::{BudgetScope, currency};
use super::target::WireTarget;

/// How many items a month are warned about, and how many are refused.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Budget {
    /// More than so many are warned about.
    warn_above: Option<u64>,
    /// More than so many are refused.
    refuse_above: Option<u64>,
}

/// A budget, and how much of it is used.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetRow {
    scope: BudgetScope,
    budget: Budget,
    /// Items this month, what is on its way included.
    used: u64,
    fixed_by: Option<String>,
}

/// A price of a partition, and where it is from.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TariffRow {
    /// `aws` or `aws-cn`.
    partition: String,
    currency: String,
    per_item: String,
    free_items_a_month: u64,
    source: String,
    /// As of which day: `2026-11-22`.
    as_of: String,
    /// Whether the person has set it.
    is_own: bool,
}

/// A price as the person enters it.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewTariff {
    /// An exact decimal number.
    per_item: String,
    free_items_a_month: u64,
    /// Where it is from.
    source: String,
}

/// The budgets of the account that a connection leads into, and those of its targets that have one.
#[tauri::command]
#[specta::specta]
pub async fn budgets(house: State<'_, Housekeeper>, connection: String) -> Answer<Vec<BudgetRow>> {
    let connection = ConnectionId::new(connection);
    let mut rows = Vec::new();
    for engine::BudgetInForce { target, budget, used, fixed_by } in house.budgets(&connection).await? {
        let scope = BudgetScope::of(&house, &connection, target.as_ref()).await;
        let budget = Budget { warn_above: budget.warn_above, refuse_above: budget.refuse_above };
        rows.push(BudgetRow { scope, budget, used, fixed_by });
    }
    Ok(rows)
}

/// Keeps the budget of a target, or of the account where none is named.
#[tauri::command]
#[specta::specta]
pub async fn save_budget(
    house: State<'_, Housekeeper>,
    connection: String,
    target: Option<WireTarget>,
    budget: Budget,
) -> Answer<()> {
    let target = target.map(Target::from);
    let budget = domain::Budget { warn_above: budget.warn_above, refuse_above: budget.refuse_above };
    Ok(house.save_budget(&ConnectionId::new(connection), target.as_ref(), &budget).await?)
}

/// The prices that costs are reckoned with.
#[tauri::command]
#[specta::specta]
pub async fn tariffs(house: State<'_, Housekeeper>) -> Answer<Vec<TariffRow>> {
    let row = |(partition, tariff): (&str, Tariff)| TariffRow {
        partition: partition.to_owned(),
        currency: currency(tariff.price.currency),
        per_item: tariff.price.per_item.to_string(),
        free_items_a_month: tariff.free_items,
        source: tariff.source,
        as_of: tariff.as_of.to_string(),
        is_own: tariff.is_own,
    };
    Ok(house.tariffs().await?.into_iter().map(row).collect())
}

/// Keeps a price; AWS's own, as the app knows it, where none is given.
#[tauri::command]
#[specta::specta]
pub async fn save_tariff(house: State<'_, Housekeeper>, partition: String, tariff: Option<NewTariff>) -> Answer<()> {
    let tariff = tariff.map(|new| own(&house, &partition, new)).transpose()?;
    Ok(house.save_tariff(&partition, tariff.as_ref()).await?)
}

/// A price as of today.
fn own(house: &Housekeeper, partition: &str, new: NewTariff) -> Result<Tariff, Failure> {
    let known = Tariff::in_partition(partition);
    let per_item = Amount::parse(&new.per_item).map_err(|bad| Failure::Invalid { detail: bad.to_string() })?;
    let price = domain::cost::Price { per_item, ..known.price };
    let source = new.source.trim().to_owned();
    let as_of = day_of(house.now());
    Ok(Tariff { price, free_items: new.free_items_a_month, source, as_of, is_own: true })
}
