//! What the app says of itself.

use engine::Housekeeper;
use engine::ports::Mended;
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::Answer;
use crate::crashes::{Crashes, Report};

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
    /// What the person must know of this start, and has not yet put away.
    pub startup_notice: Option<StartupNotice>,
    /// Whether this start made the records: nobody has worked here before.
    pub first_start: bool,
    /// What an earlier run left that ended in a crash, and the person has not yet put away.
    pub crash_report: Option<CrashReport>,
}

/// A run of the app that ended in a crash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CrashReport {
    /// When it was noticed.
    pub at: String,
    /// What is known of it, to be read by people; without anything secret.
    pub text: String,
}

impl From<Report> for CrashReport {
    fn from(report: Report) -> Self {
        Self { at: report.at.to_string(), text: report.text }
    }
}

/// The records were damaged, and others took their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StartupNotice {
    /// When it was noticed.
    pub at: String,
    /// Where the damaged file is now; `null` where it was gone.
    pub set_aside: Option<String>,
    /// When the backup was made that was restored: what came after is missing. `null` where there was none, and the
    /// records begin anew.
    pub restored_from: Option<String>,
}

impl From<Mended> for StartupNotice {
    fn from(mended: Mended) -> Self {
        Self {
            at: mended.at.to_string(),
            set_aside: mended.set_aside,
            restored_from: mended.restored_from.map(|from| from.to_string()),
        }
    }
}

/// What the app says of itself.
#[tauri::command]
#[specta::specta]
pub fn about(about: State<'_, AboutApp>) -> AboutApp {
    about.inner().clone()
}

/// The person has read the notice: the next start does not show it again.
#[tauri::command]
#[specta::specta]
pub async fn dismiss_startup_notice(house: State<'_, Housekeeper>) -> Answer<()> {
    Ok(house.dismiss_mended().await?)
}

/// The person has put the report of a crash away: the next start does not show it again.
#[tauri::command]
#[specta::specta]
pub async fn dismiss_crash_report(crashes: State<'_, Crashes>) -> Answer<()> {
    crashes.put_away().map_err(|error| {
        let detail = format!("The report could not be put away ({error}). The next start will show it again.");
        engine::Failure::Invalid { detail }.into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_form_of_a_notice_is_fixed() {
        let mended = Mended {
            at: jiff::Timestamp::constant(1_795_348_800, 0),
            set_aside: Some("/data/damaged/2026-11-22T120000Z/housekeeper.db".to_owned()),
            restored_from: Some(jiff::Timestamp::constant(1_795_262_400, 0)),
        };
        assert_eq!(
            serde_json::to_value(StartupNotice::from(mended)).expect("it is plain data"),
            serde_json::json!({
                "at": "2026-11-22T12:00:00Z",
                "setAside": "/data/damaged/2026-11-22T120000Z/housekeeper.db",
                "restoredFrom": "2026-11-21T12:00:00Z",
            })
        );
    }
}
