//! Notifications on the desktop, and the page that a click on one opens.

use std::time::Duration;

use notify_rust::{Notification, NotificationHandle, NotificationResponse};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::AppHandle;
use tauri_specta::Event;
use tokio::sync::Semaphore;

use super::{Answer, WireError};

/// The app's name, as the desktop shows it beside a notification.
const NAME: &str = "Housekeeper for CloudFront";

/// The action that a click on the notification itself stands for, which no button is shown for (freedesktop.org, "Desktop
/// Notifications Specification", section "Actions").
const CLICK: &str = "default";

/// How many clicks are waited for at a time. Notifications stay in the desktop's list, some for ever.
const WAITING: usize = 16;

/// How long a click is waited for. Where it is not given up, one whose end went unheard would be waited for until the
/// app is closed.
const PATIENCE: Duration = Duration::from_secs(4 * 60 * 60);

static WAITS: Semaphore = Semaphore::const_new(WAITING);

/// A page that the person asked for outside of the window: by a click on a notification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
#[serde(rename_all = "camelCase")]
pub struct PageAsked {
    /// Its address in the window, such as `/activity/12`.
    address: String,
}

/// Shows a notification. A click on it brings the window to the front and has it open the page at `opens`. The words are
/// the window's, whose catalogue they stand in.
///
/// A desktop without a service for that is none of the person's troubles: the window says the same.
#[tauri::command]
#[specta::specta]
pub async fn notify(app: AppHandle, title: String, body: String, opens: String) -> Answer<()> {
    if !is_page(&opens) {
        let detail = format!("A notification opens a page of the window, and {opens:?} is none.");
        return Err(engine::Failure::Invalid { detail }.into());
    }
    // It waits for the desktop, on Linux over D-Bus.
    let shown = tauri::async_runtime::spawn_blocking(move || {
        let mut notification = Notification::new();
        notification.appname(NAME).summary(&title).body(&body).icon("housekeeper");
        if cfg!(all(unix, not(target_os = "macos"))) {
            // Elsewhere a click needs no action, and this would be a button.
            notification.action(CLICK, "Open");
        }
        notification.show()
    });
    match shown.await {
        Ok(Ok(handle)) => open_at_a_click(app, handle, PageAsked { address: opens }),
        Ok(Err(error)) => tracing::info!(%error, "the desktop showed no notification"),
        Err(error) => {
            return Err(WireError::from(engine::Failure::Unexpected {
                code: "notify".into(),
                detail: error.to_string(),
            }));
        }
    }
    Ok(())
}

/// Whether this is an address within the window: one that begins with `//` would be another server's.
fn is_page(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && !address.contains(['\\', '\n', '\r'])
}

/// Waits for the click beside what goes on; with many notifications on the desktop the newest have none.
fn open_at_a_click(app: AppHandle, handle: NotificationHandle, asked: PageAsked) {
    let Ok(waits) = WAITS.try_acquire() else { return };
    tauri::async_runtime::spawn(async move {
        let _waits = waits;
        if !was_clicked(handle).await {
            return;
        }
        crate::show_the_window(&app);
        if let Err(error) = asked.emit(&app) {
            tracing::warn!(%error, "the window was not told which page was asked for");
        }
    });
}

/// Whether the notification is clicked before it is closed.
#[cfg(all(unix, not(target_os = "macos")))]
async fn was_clicked(handle: NotificationHandle) -> bool {
    let mut clicked = false;
    let heard = handle.wait_for_action_async(|response| clicked = is_click(response));
    // Nothing is heard after that, which is no click.
    let _ = tokio::time::timeout(PATIENCE, heard).await;
    clicked
}

/// Whether the notification is clicked before it is closed.
#[cfg(not(all(unix, not(target_os = "macos"))))]
async fn was_clicked(handle: NotificationHandle) -> bool {
    let waiting = tauri::async_runtime::spawn_blocking(move || {
        let mut clicked = false;
        let heard = handle.wait_for_response(|response: &NotificationResponse| clicked = is_click(response));
        heard.is_ok() && clicked
    });
    // The thread goes on until the desktop lets go of the notification.
    matches!(tokio::time::timeout(PATIENCE, waiting).await, Ok(Ok(true)))
}

fn is_click(response: &NotificationResponse) -> bool {
    match response {
        NotificationResponse::Default => true,
        NotificationResponse::Action(action) => action == CLICK,
        NotificationResponse::Reply(_) | NotificationResponse::Closed(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_window_are_opened() {
        for page in ["/", "/activity/12", "/distributions/E1?tab=invalidations"] {
            assert!(is_page(page), "{page}");
        }
        for other in ["", "activity", "https://example.com/", "//example.com/", "/\\example.com", "javascript:alert(1)"]
        {
            assert!(!is_page(other), "{other}");
        }
    }

    #[test]
    fn the_wire_form_of_a_page_is_fixed() {
        let asked = PageAsked { address: "/activity/12".to_owned() };
        let json = serde_json::to_value(asked).expect("it is plain data");
        assert_eq!(json, serde_json::json!({ "address": "/activity/12" }));
    }

    #[test]
    fn a_click_is_a_click_and_closing_is_none() {
        assert!(is_click(&NotificationResponse::Default));
        assert!(is_click(&NotificationResponse::Action("default".to_owned())));
        assert!(!is_click(&NotificationResponse::Closed(notify_rust::CloseReason::Dismissed)));
    }
}
