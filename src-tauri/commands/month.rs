//! The month of an account: how much was invalidated in it, and how well that is known.

use domain::{Month, Origin};
use engine::{ConnectionId, Failure, Housekeeper, Stopped, Uncounted};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::run_cost::{BudgetMet, currency};
use super::target::WireTarget;
use super::{Answer, WireError};

/// The month of an account in UTC. Amounts are exact decimal numbers.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MonthRow {
    /// `2026-11`.
    month: String,
    /// When it begins and ends.
    begins: String,
    ends: String,
    /// How many items were invalidated, as far as is known.
    items: u64,
    invalidations: u64,
    /// How many items of this app are still on their way, and not among those.
    waiting: u64,
    /// How many free items are left at the most.
    free_left: u64,
    currency: String,
    per_item: String,
    free_items_a_month: u64,
    /// What the items cost.
    cost: String,
    /// Whether it was counted in full, but for distributions that were deleted.
    is_complete: bool,
    /// When it was last counted to the end; `null` where it never was.
    counted_at: Option<String>,
    /// What could not be counted.
    gaps: Vec<Gap>,
    origins: Vec<OriginCost>,
    /// How far counting is; `null` where nobody counts.
    counting: Option<Counting>,
    /// Why the last count did not come to its end.
    stopped: Option<CountStopped>,
    /// The account's budgets that are passed already.
    budgets: Vec<BudgetMet>,
}

/// How far counting the month is.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Counting {
    /// How many distributions and tenants there are; `null` while they are being listed.
    targets: Option<u32>,
    /// How many of them were listed to the month's beginning.
    targets_done: u32,
    /// How many invalidations are still to be read, of those found so far.
    to_read: u32,
    /// How many were read.
    read: u32,
    /// Whether AWS answers that it is asked too often, so that it goes slowly.
    is_slow: bool,
}

/// Something that could not be counted.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    kind: GapKind,
    /// `null` where it is the whole account.
    target: Option<WireTarget>,
    name: Option<String>,
    /// How many invalidations, for `items`.
    count: u32,
    error: WireError,
}

/// Listing the distributions, the tenants of one, the invalidations of a target, or reading the items of some.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum GapKind {
    Distributions,
    Tenants,
    Invalidations,
    Items,
}

/// Why a count did not come to its end.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum CountStopped {
    /// The person has stopped it.
    ByPerson,
    /// It could not go on.
    Failed {
        /// Why.
        error: WireError,
    },
}

/// Who made an invalidation, as far as its caller reference tells: an app of this kind, the AWS CLI, or somebody else.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase", rename = "Origin")]
pub enum WireOrigin {
    Housekeeper,
    Cli,
    Other,
}

/// What one kind of program invalidated.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OriginCost {
    origin: WireOrigin,
    items: u64,
    invalidations: u64,
}

/// The month of the account so far, from what is stored.
#[tauri::command]
#[specta::specta]
pub async fn month(house: State<'_, Housekeeper>, connection: String) -> Answer<MonthRow> {
    let connection = ConnectionId::new(connection);
    let figure = house.month(&connection).await?;
    Ok(MonthRow::of(&house, &connection, figure).await)
}

/// Counts the month of the account in the background: anew, or where it was not counted lately. Answers at once.
#[tauri::command]
#[specta::specta]
pub async fn count_month(house: State<'_, Housekeeper>, connection: String, anew: bool) -> Answer<MonthRow> {
    house.count_month(&ConnectionId::new(connection.as_str()), anew).await?;
    month(house, connection).await
}

/// Stops counting the month; what was read stays.
#[tauri::command]
#[specta::specta]
pub async fn stop_counting(house: State<'_, Housekeeper>, connection: String) -> Answer<()> {
    Ok(house.stop_counting(&ConnectionId::new(connection)).await?)
}

/// A month as the window names it.
pub(super) fn named(month: &str) -> Result<Month, Failure> {
    let invalid = || Failure::Invalid { detail: format!("{month} is no month: write it as 2026-11.") };
    month.parse().map_err(|_| invalid())
}

impl MonthRow {
    pub(super) async fn of(house: &Housekeeper, connection: &ConnectionId, figure: engine::MonthFigure) -> Self {
        let engine::MonthFigure { month, tariff, items, invalidations, waiting, count, is_complete, .. } = figure;
        let mut gaps = Vec::with_capacity(count.gaps.len());
        for gap in count.gaps {
            gaps.push(Gap::of(house, connection, gap).await);
        }
        Self {
            month: month.to_string(),
            begins: month.begins().to_string(),
            ends: month.ends().to_string(),
            items,
            invalidations,
            waiting,
            free_left: tariff.free_items.saturating_sub(items + waiting),
            currency: currency(tariff.price.currency),
            per_item: tariff.price.per_item.to_string(),
            free_items_a_month: tariff.free_items,
            cost: tariff.of(items, 0).to_string(),
            is_complete,
            counted_at: count.at.map(|at| at.to_string()),
            gaps,
            origins: figure
                .origins
                .into_iter()
                .map(|share| OriginCost {
                    origin: share.origin.into(),
                    items: share.items,
                    invalidations: share.invalidations,
                })
                .collect(),
            counting: figure.counting.map(|counting| Counting {
                targets: counting.targets,
                targets_done: counting.targets_done,
                to_read: counting.to_read,
                read: counting.read,
                is_slow: counting.is_slow,
            }),
            stopped: count.stopped.map(|stopped| match stopped {
                Stopped::ByPerson => CountStopped::ByPerson,
                Stopped::Failed(failure) => CountStopped::Failed { error: failure.into() },
            }),
            budgets: BudgetMet::all(house, connection, figure.budgets).await,
        }
    }
}

impl Gap {
    async fn of(house: &Housekeeper, connection: &ConnectionId, gap: engine::Gap) -> Self {
        let (kind, target, count) = match gap.what {
            Uncounted::Distributions => (GapKind::Distributions, None, 0),
            Uncounted::Tenants(target) => (GapKind::Tenants, Some(target), 0),
            Uncounted::Invalidations(target) => (GapKind::Invalidations, Some(target), 0),
            Uncounted::Items(target, count) => (GapKind::Items, Some(target), count),
        };
        let name = match &target {
            Some(target) => {
                let target = engine::BatchTarget { connection: connection.clone(), target: target.clone() };
                house.name_of_target(&target).await
            }
            None => None,
        };
        Self { kind, target: target.as_ref().map(WireTarget::from), name, count, error: gap.failure.into() }
    }
}

impl From<Origin> for WireOrigin {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Housekeeper => Self::Housekeeper,
            Origin::Cli => Self::Cli,
            Origin::Other => Self::Other,
        }
    }
}
