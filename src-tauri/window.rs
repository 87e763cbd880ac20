//! The window, and what no page in it can do, whatever page that is.
//!
//! Which scripts run, and what a page may load, is for the content security policy in `tauri.conf.json`; which commands
//! it may call, for `capabilities/`. Here it is where the window goes: nowhere but to its own pages.

use tauri::webview::NewWindowResponse;
use tauri::{App, Url, WebviewWindowBuilder};

/// Opens the windows that `tauri.conf.json` describes: there is one. It never leaves the app's pages, opens no other
/// window, and takes no download.
///
/// # Errors
/// Where the system's web view cannot be had.
pub fn open(app: &App) -> tauri::Result<()> {
    // While the pages are written, they come from the server that makes them.
    let server = tauri::is_dev().then(|| app.config().build.dev_url.clone()).flatten();
    for config in &app.config().app.windows {
        let server = server.clone();
        WebviewWindowBuilder::from_config(app, config)?
            .on_navigation(move |address| {
                let stays = is_own(address, server.as_ref());
                if !stays {
                    tracing::warn!(scheme = address.scheme(), "the window was to leave the app's pages; it stays");
                }
                stays
            })
            .on_new_window(|address, _| {
                tracing::warn!(scheme = address.scheme(), "a page was to open a window; none was opened");
                NewWindowResponse::Deny
            })
            .on_download(|_, _| false)
            .build()?;
    }
    Ok(())
}

/// Whether an address is one of the app's own pages: under `tauri://localhost` on Linux and macOS, under
/// `http://tauri.localhost` on Windows, whose web view knows no other schemes.
fn is_own(address: &Url, server: Option<&Url>) -> bool {
    let is_page = match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && address.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    is_page || server.is_some_and(|server| address.origin() == server.origin())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn stays(address: &str) -> bool {
        is_own(&Url::parse(address).unwrap(), None)
    }

    #[test]
    fn the_app_s_pages_are_the_only_ones() {
        assert!(stays("tauri://localhost/") && stays("tauri://localhost/#/costs"));
        for other in [
            "https://example.com/",
            "http://127.0.0.1/",
            "http://localhost/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "javascript:alert(1)",
            "about:blank",
            "blob:tauri://localhost/5",
            "tauri://elsewhere/",
            "tauri://localhost.example.com/",
            "ipc://localhost/about",
        ] {
            assert!(!stays(other), "{other}");
        }
        assert_eq!(stays("http://tauri.localhost/"), cfg!(windows));
    }

    #[test]
    fn the_server_of_the_pages_counts_while_they_are_written() {
        let server = Url::parse("http://127.0.0.1:1420").unwrap();
        let stays = |address: &str| is_own(&Url::parse(address).unwrap(), Some(&server));
        assert!(stays("http://127.0.0.1:1420/#/costs"));
        assert!(!stays("http://127.0.0.1:1421/") && !stays("https://127.0.0.1:1420/"));
    }
}
