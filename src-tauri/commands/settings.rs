//! What the person has set.

use std::time::Duration;

use engine::Housekeeper;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::Answer;

/// What the person has set.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// How long what was just asked for can be taken back, in seconds; 0 turns that off.
    undo_seconds: u32,
    /// Whether the desktop is told when a run is complete.
    notify_completed: bool,
}

/// What the person has set.
#[tauri::command]
#[specta::specta]
pub async fn settings(house: State<'_, Housekeeper>) -> Answer<Settings> {
    let settings = house.settings().await?;
    Ok(Settings { undo_seconds: settings.undo.as_secs() as u32, notify_completed: settings.notify_completed })
}

/// Keeps what the person has set.
#[tauri::command]
#[specta::specta]
pub async fn save_settings(house: State<'_, Housekeeper>, settings: Settings) -> Answer<()> {
    let undo = Duration::from_secs(settings.undo_seconds.into());
    let settings = engine::Settings { undo, notify_completed: settings.notify_completed };
    Ok(house.save_settings(&settings).await?)
}
