//! A window that closes while something can still be undone: the person is asked.

use std::time::Duration;

use engine::{Failure, Housekeeper};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{Manager, State, Window};
use tauri_specta::Event;

use super::Answer;

/// How long a window that is to close waits for what was let go: an attempt takes 30 seconds at the most.
const SENDING: Duration = Duration::from_secs(35);

/// The person closes the window, and something is in its time to be undone. It is held until they have answered.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
#[serde(rename_all = "camelCase")]
pub struct CloseAsked {
    /// How many runs.
    runs: u32,
    /// How many submissions those are.
    submissions: u32,
    /// How many items they carry.
    items: u32,
}

/// What becomes of what is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CloseAnswer {
    /// It is sent, and then the window closes.
    SendNow,
    /// It is taken back, and the window closes.
    TakeBack,
    /// The window stays, and what is held has its whole time to be undone once more.
    Stay,
}

/// Asks the person where something can still be undone. `false` where nothing can, so that the window may close.
pub(crate) fn ask_before_closing(window: &Window) -> bool {
    let app = window.app_handle();
    let Some(house) = app.try_state::<Housekeeper>().filter(|house| house.counts_down()) else { return false };
    let (app, house) = (app.clone(), house.inner().clone());
    tauri::async_runtime::spawn(async move {
        let held = house.hold_countdowns().await.unwrap_or_else(|failure| {
            // They are held all the same, and where nobody answers the next start asks.
            tracing::error!(failure = %failure.logged(), "what is held could not be read");
            Vec::new()
        });
        let asked = CloseAsked {
            runs: house.held_runs().len() as u32,
            submissions: held.len() as u32,
            items: held.iter().map(|one| one.load.items()).sum::<usize>() as u32,
        };
        if let Err(error) = asked.emit(&app) {
            tracing::error!(%error, "the window could not ask");
        }
    });
    true
}

/// Answers the question that a closing window asked.
#[tauri::command]
#[specta::specta]
pub async fn answer_close(window: Window, house: State<'_, Housekeeper>, answer: CloseAnswer) -> Answer<()> {
    let held = house.held_runs();
    match answer {
        CloseAnswer::Stay => return Ok(house.go_on_counting().await?),
        CloseAnswer::SendNow => {
            for run in &held {
                house.send_now(*run).await?;
            }
            house.until_sent(&held, SENDING).await;
        }
        CloseAnswer::TakeBack => {
            for run in held {
                match house.undo(run).await {
                    // Taken back elsewhere meanwhile.
                    Ok(_) | Err(Failure::Invalid { .. }) => {}
                    Err(failure) => return Err(failure.into()),
                }
            }
        }
    }
    if let Err(error) = window.destroy() {
        tracing::error!(%error, "the window could not be closed");
    }
    Ok(())
}
