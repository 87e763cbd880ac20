//! Newer versions of the app: looked for at a click, and taken only with the signature of its makers.
//!
//! A build knows where updates are published, and their public key, only if its configuration was given both when it was
//! released (`plugins.updater`, see docs/releasing.md). Any other build asks nobody.

use std::sync::{Mutex, PoisonError};

use engine::{Failure, Housekeeper};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Config, Manager, State, Wry};
use tauri_plugin_updater::{Error, Update, UpdaterExt};

use super::Answer;

/// Whether there is a newer version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum UpdateState {
    /// This build was not told where updates are published.
    NotOffered,
    /// There is none.
    Current,
    /// There is one.
    Available {
        /// Its version.
        version: String,
        /// What changed, as its makers say; may be empty.
        notes: String,
    },
}

/// The update that was found last.
#[derive(Default)]
pub(crate) struct Found(Mutex<Option<Update>>);

/// Whether a build was told where its updates are published.
pub(crate) fn are_offered(config: &Config) -> bool {
    config.plugins.0.contains_key("updater")
}

/// Asks where this build's updates are published. The only such question, asked at a click alone.
#[tauri::command]
#[specta::specta]
pub async fn check_for_update(app: AppHandle<Wry>, found: State<'_, Found>) -> Answer<UpdateState> {
    if !are_offered(app.config()) {
        return Ok(UpdateState::NotOffered);
    }
    let update = app.updater().map_err(failure)?.check().await.map_err(failure)?;
    let state = match &update {
        Some(update) => {
            UpdateState::Available { version: update.version.clone(), notes: update.body.clone().unwrap_or_default() }
        }
        None => UpdateState::Current,
    };
    *found.0.lock().unwrap_or_else(PoisonError::into_inner) = update;
    Ok(state)
}

/// Fetches the update that was found, checks its signature, installs it, and starts the app anew.
#[tauri::command]
#[specta::specta]
pub async fn install_update(app: AppHandle<Wry>, found: State<'_, Found>) -> Answer<()> {
    let update = found.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let Some(update) = update else {
        return Err(Failure::Invalid { detail: "Check for updates first: none was found yet.".into() }.into());
    };
    // What is being sent may be cut off: its reference is on the disk, and the next start asks with it again.
    if app.try_state::<Housekeeper>().is_some_and(|house| house.counts_down()) {
        let detail = "Something can still be undone. Send it or take it back first, then install the update.";
        return Err(Failure::Invalid { detail: detail.into() }.into());
    }
    update.download_and_install(|_, _| {}, || {}).await.map_err(failure)?;
    app.restart()
}

fn failure(error: Error) -> Failure {
    match error {
        Error::Minisign(_) | Error::Base64(_) | Error::SignatureUtf8(_) => Failure::Invalid {
            detail: format!(
                "The update does not bear the signature of this app's makers ({error}), so it was not installed. \
                 Do not install it by hand either; tell them."
            ),
        },
        Error::Reqwest(_) | Error::Network(_) => {
            Failure::Unreachable { endpoint: "where updates are published".into(), detail: error.to_string() }
        }
        other => Failure::Invalid { detail: format!("The update could not be had: {other}.") },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_form_is_fixed() {
        let wire = |state: UpdateState| serde_json::to_value(state).unwrap_or_default();
        assert_eq!(wire(UpdateState::NotOffered), serde_json::json!({ "kind": "notOffered" }));
        assert_eq!(
            wire(UpdateState::Available { version: "0.2.0".into(), notes: String::new() }),
            serde_json::json!({ "kind": "available", "version": "0.2.0", "notes": "" })
        );
    }
}
