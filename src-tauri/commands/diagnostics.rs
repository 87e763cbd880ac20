//! What helps somebody who helps: shown first, then saved as a file that the person can hand on.

use engine::Housekeeper;
use jiff::Timestamp;
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Manager, State};
use tokio::sync::Mutex;

use super::export::{save, unsaved};
use super::{AboutApp, Answer};
use crate::Place;
use crate::diagnostics::{Gathered, Kind, archive, gather};

/// What was gathered last: so what was read is what is saved.
#[derive(Default)]
pub(crate) struct Diagnostics(Mutex<Vec<Gathered>>);

/// A file of the diagnostics, as it would be in the zip.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DiagnosticFile {
    /// Its name in the zip.
    name: String,
    kind: DiagnosticKind,
    /// How long it is, in bytes.
    bytes: u32,
    /// All of it.
    text: String,
}

/// What a file of the diagnostics is about.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DiagnosticKind {
    App,
    Settings,
    Records,
    Policy,
    Log,
    Crash,
}

impl From<&Gathered> for DiagnosticFile {
    fn from(file: &Gathered) -> Self {
        let kind = match file.kind {
            Kind::App => DiagnosticKind::App,
            Kind::Settings => DiagnosticKind::Settings,
            Kind::Records => DiagnosticKind::Records,
            Kind::Policy => DiagnosticKind::Policy,
            Kind::Log => DiagnosticKind::Log,
            Kind::Crash => DiagnosticKind::Crash,
        };
        Self { name: file.name.clone(), kind, bytes: file.text.len() as u32, text: file.text.clone() }
    }
}

/// Gathers anew what would help somebody who helps. Kept until it is saved, so that what was read is what is saved.
#[tauri::command]
#[specta::specta]
pub async fn diagnostics(app: AppHandle, last: State<'_, Diagnostics>) -> Answer<Vec<DiagnosticFile>> {
    let mut last = last.0.lock().await;
    *last = gather_now(&app).await;
    Ok(last.iter().map(DiagnosticFile::from).collect())
}

async fn gather_now(app: &AppHandle) -> Vec<Gathered> {
    let house = app.try_state::<Housekeeper>();
    let about = app.state::<AboutApp>();
    let problem = about.startup_problem.as_deref().unwrap_or_default();
    gather(&app.state::<Place>(), house.as_deref().ok_or(problem)).await
}

/// Saves what was gathered last as a zip in the Downloads folder, without the files of these names; gives its path.
#[tauri::command]
#[specta::specta]
pub async fn save_diagnostics(app: AppHandle, last: State<'_, Diagnostics>, leave_out: Vec<String>) -> Answer<String> {
    let mut last = last.0.lock().await;
    if last.is_empty() {
        *last = gather_now(&app).await;
    }
    let files = kept(&last, &leave_out);
    save("housekeeper-diagnostics.zip", |file| archive(file, files, Timestamp::now())).map_err(unsaved)
}

/// The files that are not left out.
fn kept<'a>(gathered: &'a [Gathered], leave_out: &'a [String]) -> impl Iterator<Item = &'a Gathered> {
    gathered.iter().filter(|file| !leave_out.contains(&file.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Gathered {
        Gathered { name: name.to_owned(), kind: Kind::Crash, text: "ä".to_owned() }
    }

    #[test]
    fn the_wire_form_of_a_file_is_fixed() {
        assert_eq!(
            serde_json::to_value(DiagnosticFile::from(&file("crash.txt"))).expect("it is plain data"),
            serde_json::json!({ "name": "crash.txt", "kind": "crash", "bytes": 2, "text": "ä" })
        );
    }

    #[test]
    fn what_is_left_out_is_not_saved_and_all_else_is() {
        let gathered = ["app.txt", "policy.txt", "a.log"].map(file);
        let leave_out = ["policy.txt".to_owned(), "no such file".to_owned()];
        let names: Vec<_> = kept(&gathered, &leave_out).map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["app.txt", "a.log"]);
    }
}
