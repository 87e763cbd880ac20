//! What a run costs, as the window shows it: in the editor's review and in that of a saved batch.

use domain::cost::Currency;
use engine::{ConnectionId, Housekeeper, Reckoned};
use serde::Serialize;
use specta::Type;

use super::target::WireTarget;

/// What a run costs in one account, with the month around it. Amounts are exact decimal numbers.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunCost {
    /// The connection that leads into the account.
    connection: String,
    currency: String,
    /// What an item costs beyond the free ones.
    per_item: String,
    free_items_a_month: u64,
    /// How many items the run sends.
    items: u64,
    /// What it costs, if nothing was invalidated this month but what is known.
    least: String,
    /// What it costs at the most: the same as `least` where the month was counted in full.
    most: String,
    /// Items invalidated this month as far as is known, what is on its way included.
    used: u64,
    /// How many free items are left at the most, before the run.
    free_left: u64,
    /// The month's items after the run, as far as is known.
    after_items: u64,
    /// What the month costs after it.
    after_least: String,
    after_most: String,
    /// Whether the month was counted in full, but for distributions that were deleted.
    is_complete: bool,
    counted_at: Option<String>,
    /// The budgets that it meets or passes.
    budgets: Vec<BudgetMet>,
}

/// A budget that a run or a month has passed.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetMet {
    scope: BudgetScope,
    /// How many items it allows.
    limit: u64,
    /// How many it would come to.
    items: u64,
    /// Whether it refuses, rather than warns.
    refuses: bool,
    /// The administrator's file that fixes it.
    fixed_by: Option<String>,
}

/// What a budget is of.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum BudgetScope {
    /// All that is invalidated in the account.
    Account,
    /// One distribution or tenant.
    Target {
        /// Which one.
        target: WireTarget,
        /// What a person would call it.
        name: Option<String>,
    },
}

/// A currency as ISO 4217 names it.
pub(super) fn currency(currency: Currency) -> String {
    match currency {
        Currency::Usd => "USD",
        Currency::Cny => "CNY",
    }
    .to_owned()
}

impl RunCost {
    pub(super) async fn of(house: &Housekeeper, connection: &ConnectionId, reckoned: Reckoned) -> Self {
        let Reckoned { tariff, cost, used, counted, budgets } = reckoned;
        Self {
            connection: connection.as_str().to_owned(),
            currency: currency(tariff.price.currency),
            per_item: tariff.price.per_item.to_string(),
            free_items_a_month: tariff.free_items,
            items: cost.items,
            least: cost.least.to_string(),
            most: cost.most.to_string(),
            used: used.items,
            free_left: cost.free_left,
            after_items: cost.after_items,
            after_least: cost.after_least.to_string(),
            after_most: cost.after_most.to_string(),
            is_complete: used.is_complete,
            counted_at: counted.map(|at| at.to_string()),
            budgets: BudgetMet::all(house, connection, budgets).await,
        }
    }
}

impl BudgetMet {
    pub(super) async fn all(house: &Housekeeper, connection: &ConnectionId, met: Vec<engine::BudgetMet>) -> Vec<Self> {
        let mut all = Vec::with_capacity(met.len());
        for engine::BudgetMet { target, limit, items, refuses, fixed_by } in met {
            let scope = BudgetScope::of(house, connection, target.as_ref()).await;
            all.push(Self { scope, limit, items, refuses, fixed_by });
        }
        all
    }
}

impl BudgetScope {
    pub(super) async fn of(house: &Housekeeper, connection: &ConnectionId, target: Option<&domain::Target>) -> Self {
        let Some(target) = target else { return Self::Account };
        let batch_target = engine::BatchTarget { connection: connection.clone(), target: target.clone() };
        Self::Target { target: target.into(), name: house.name_of_target(&batch_target).await }
    }
}
