//! A month from every side: by day, by target, by batch; and as a file.

use domain::Origin;
use engine::{ConnectionId, Housekeeper};
use formats::month::{self, Line};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::month::{MonthRow, WireOrigin, named};
use super::target::WireTarget;
use super::{Answer, export};

/// A month from every side.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Costs {
    month: MonthRow,
    /// Every day of the month up to today, in order.
    days: Vec<DayCost>,
    targets: Vec<TargetCost>,
    batches: Vec<BatchCost>,
    /// Every month that something is known of, newest first.
    months: Vec<MonthCost>,
}

/// A day in UTC.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DayCost {
    /// `2026-11-03`.
    day: String,
    items: u64,
    invalidations: u64,
    /// What it added to the month's cost, as far as is known.
    cost: String,
}

/// What was invalidated of one target.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TargetCost {
    target: WireTarget,
    name: Option<String>,
    items: u64,
    invalidations: u64,
    last: String,
}

/// What was invalidated by one batch, name or program.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BatchCost {
    origin: WireOrigin,
    /// What the person called it; empty where it has no name.
    name: String,
    items: u64,
    invalidations: u64,
    last: String,
}

/// A month as one in a row.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MonthCost {
    /// `2026-11`.
    month: String,
    items: u64,
    invalidations: u64,
    cost: String,
    is_complete: bool,
}

/// What was invalidated in a month, by day, by target and by batch, from what is stored; the month that it is where none
/// is named.
#[tauri::command]
#[specta::specta]
pub async fn costs(house: State<'_, Housekeeper>, connection: String, month: Option<String>) -> Answer<Costs> {
    let connection = ConnectionId::new(connection);
    let month = month.map(|month| named(&month)).transpose()?;
    let engine::Costs { month, days, targets, batches, months } = house.costs(&connection, month).await?;
    Ok(Costs {
        month: MonthRow::of(&house, &connection, month).await,
        days: days
            .into_iter()
            .map(|share| DayCost {
                day: share.day.to_string(),
                items: share.items,
                invalidations: share.invalidations,
                cost: share.cost.to_string(),
            })
            .collect(),
        targets: targets
            .into_iter()
            .map(|share| TargetCost {
                target: (&share.target).into(),
                name: share.name,
                items: share.items,
                invalidations: share.invalidations,
                last: share.last.to_string(),
            })
            .collect(),
        batches: batches
            .into_iter()
            .map(|share| BatchCost {
                origin: share.origin.into(),
                name: share.name,
                items: share.items,
                invalidations: share.invalidations,
                last: share.last.to_string(),
            })
            .collect(),
        months: months
            .into_iter()
            .map(|share| MonthCost {
                month: share.month.to_string(),
                items: share.items,
                invalidations: share.invalidations,
                cost: share.cost.to_string(),
                is_complete: share.is_complete,
            })
            .collect(),
    })
}

/// Saves every invalidation of a month as CSV in the Downloads folder, under a name that nothing has; gives the path.
#[tauri::command]
#[specta::specta]
pub async fn export_costs(house: State<'_, Housekeeper>, connection: String, month: String) -> Answer<String> {
    let connection = ConnectionId::new(connection);
    let month = named(&month)?;
    let (tariff, entries) = house.month_entries(&connection, month).await?;
    let named = entries.iter().map(|(entry, _)| entry.target.clone()).collect();
    let names = house.names_of_targets(&connection, named).await?;
    let lines = entries.iter().map(|(entry, cost)| Line {
        created: entry.created,
        target: &entry.target,
        target_name: names.get(&entry.target).map(String::as_str),
        invalidation: entry.id.as_str(),
        caller_reference: &entry.reference,
        origin: Origin::of(&entry.reference),
        name: entry.name.as_deref(),
        items: entry.items,
        cost: *cost,
        currency: tariff.price.currency,
    });
    export::save(&format!("invalidations-{month}.csv"), |file| month::write(file, lines)).map_err(export::unsaved)
}
