//! What AWS billed for invalidations.

use domain::day_of;
use engine::{ConnectionId, Housekeeper};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::{Answer, month};

/// What AWS billed for invalidations in a month, by Cost Explorer. Amounts are decimal numbers as AWS wrote them.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Bill {
    /// How many paths, as AWS counts them.
    usage: String,
    amount: String,
    currency: String,
    /// Whether AWS still calls it an estimate.
    is_estimated: bool,
    /// When it was asked.
    asked: String,
}

/// What Cost Explorer says AWS billed for invalidations in a month. AWS bills the question itself: $0.01.
#[tauri::command]
#[specta::specta]
pub async fn check_bill(house: State<'_, Housekeeper>, connection: String, month: String) -> Answer<Bill> {
    let month = month::named(&month)?;
    let (begins, ends) = (day_of(month.begins()), day_of(month.ends()));
    let billed = house.check_bill(&ConnectionId::new(connection), begins, ends).await?;
    Ok(Bill {
        usage: billed.usage,
        amount: billed.amount,
        currency: billed.currency,
        is_estimated: billed.is_estimated,
        asked: house.now().to_string(),
    })
}
