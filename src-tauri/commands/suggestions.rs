//! What an account invalidates again and again.

use engine::{ConnectionId, Housekeeper};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::target::WireTarget;
use super::{Answer, connections};

/// How many paths a suggestion shows.
const PATHS_SHOWN: usize = 20;

/// A batch that somebody may want to save.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    connection: String,
    target: WireTarget,
    /// `null` where nothing but its id is known.
    target_name: Option<String>,
    /// The first of them.
    paths: Vec<String>,
    items: u32,
    /// All of them, as the lines of a batch.
    text: String,
    /// How often it was done of late.
    times: u32,
    /// When last.
    last: String,
}

/// What the account of the connection in use invalidated again and again and has no batch for.
#[tauri::command]
#[specta::specta]
pub async fn suggestions(house: State<'_, Housekeeper>) -> Answer<Vec<Suggestion>> {
    let connection = connections::in_use(&house).await?;
    let suggestions = house.suggestions(&connection).await?.into_iter().map(|suggestion| {
        let items = &suggestion.repeat.items;
        Suggestion {
            connection: connection.as_str().to_owned(),
            target: WireTarget::from(&suggestion.repeat.target),
            target_name: suggestion.target_name,
            paths: items.iter().take(PATHS_SHOWN).map(|item| item.as_str().to_owned()).collect(),
            items: items.len() as u32,
            text: suggestion.text,
            times: suggestion.repeat.times,
            last: suggestion.repeat.last.to_string(),
        }
    });
    Ok(suggestions.collect())
}

/// A suggestion is not to be made again.
#[tauri::command]
#[specta::specta]
pub async fn dismiss_suggestion(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
    text: String,
) -> Answer<()> {
    Ok(house.dismiss_suggestion(&ConnectionId::new(connection), &target.into(), &text).await?)
}
