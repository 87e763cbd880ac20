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
    /// After how many minutes without anybody the app lets go of what it holds in memory; 0 turns that off.
    idle_lock_minutes: u32,
}

/// What the person has set.
#[tauri::command]
#[specta::specta]
pub async fn settings(house: State<'_, Housekeeper>) -> Answer<Settings> {
    let settings = house.settings().await?;
    Ok(Settings {
        undo_seconds: settings.undo.as_secs() as u32,
        notify_completed: settings.notify_completed,
        idle_lock_minutes: (settings.idle_lock.as_secs() / 60) as u32,
    })
}

/// Keeps what the person has set.
#[tauri::command]
#[specta::specta]
pub async fn save_settings(house: State<'_, Housekeeper>, settings: Settings) -> Answer<()> {
    let undo = Duration::from_secs(settings.undo_seconds.into());
    let idle_lock = Duration::from_secs(60 * u64::from(settings.idle_lock_minutes));
    let settings = engine::Settings { undo, notify_completed: settings.notify_completed, idle_lock };
    Ok(house.save_settings(&settings).await?)
}
