//! What the app says of itself.

use serde::Serialize;
use specta::Type;
use tauri::State;

/// The app's version and where its records are.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AboutApp {
    /// Its version.
    pub version: String,
    /// Where its records are.
    pub data_folder: String,
    /// How fast the practice account's clock goes; 1 is as the real one.
    pub practice_speed: f64,
    /// Why the app's records could not be opened; nothing else works then.
    pub startup_problem: Option<String>,
}

/// What the app says of itself.
#[tauri::command]
#[specta::specta]
pub fn about(about: State<'_, AboutApp>) -> AboutApp {
    about.inner().clone()
}
