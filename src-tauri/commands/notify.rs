//! Notifications on the desktop.

use notify_rust::Notification;

use super::{Answer, WireError};

/// The app's name, as the desktop shows it beside a notification.
const NAME: &str = "Housekeeper for CloudFront";

/// Shows a notification. The words are the window's, whose catalogue they stand in.
///
/// A desktop without a service for that is none of the person's troubles: the window says the same.
#[tauri::command]
#[specta::specta]
pub async fn notify(title: String, body: String) -> Answer<()> {
    // It waits for the desktop, on Linux over D-Bus.
    let shown = tauri::async_runtime::spawn_blocking(move || {
        Notification::new().appname(NAME).summary(&title).body(&body).icon("housekeeper").show().map(drop)
    });
    match shown.await {
        Ok(Ok(())) => {}
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
