//! The window, and what it refuses: to go anywhere else, to open others, to fetch files.
//!
//! The pages never ask for any of it: they link to AWS's documentation alone, which opens in the person's browser, and
//! save files through a command. So whoever does ask is not one of them.

use tauri::webview::NewWindowResponse;
use tauri::{App, Context, Url, WebviewWindowBuilder};

use crate::commands;

/// The window's label, which `capabilities/main.json` grants the commands to.
const LABEL: &str = "main";

/// What is compiled in: the pages, the configuration, and what they may call.
pub(crate) fn context() -> Context {
    let mut context = tauri::generate_context!();
    commands::prepare_updates(context.config_mut());
    context
}

/// Opens the window as tauri.conf.json has it.
///
/// # Errors
/// When there is no such window in it, or the web view cannot be made.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    let config = app.config();
    let window = config.app.windows.iter().find(|window| window.label == LABEL).ok_or(tauri::Error::WindowNotFound)?;
    // Only `tauri dev` takes the pages from a server.
    let pages = config.build.dev_url.clone().filter(|_| cfg!(debug_assertions) && tauri::is_dev());
    WebviewWindowBuilder::from_config(app, window)?
        .on_navigation(move |to| {
            let stays = is_own(to, pages.as_ref());
            if !stays {
                refused("to go to another page", to);
            }
            stays
        })
        .on_new_window(|of, _| {
            refused("to open a window", &of);
            NewWindowResponse::Deny
        })
        .on_download(|_, _| {
            tracing::warn!("the window asked to download a file, and was refused");
            false
        })
        .build()?;
    Ok(())
}

/// Notes that the window wanted something. Not where to: what may stand in an address is nobody's business.
fn refused(what: &str, url: &Url) {
    tracing::warn!(scheme = url.scheme(), "the window asked {what}, and was refused");
}

/// Whether an address is one of the app's own pages: of the protocol that serves what is compiled in, or of the server
/// that `tauri dev` takes them from.
fn is_own(url: &Url, dev_server: Option<&Url>) -> bool {
    // WebView2 knows no protocols of others, so that Tauri serves them there under a name of its own. Elsewhere that name
    // is an address of this computer, and anybody's.
    let compiled_in = if cfg!(windows) {
        matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost") && url.port().is_none()
    } else {
        url.scheme() == "tauri" && url.host_str() == Some("localhost") && url.port().is_none()
    };
    compiled_in || dev_server.is_some_and(|server| server.origin() == url.origin())
}

#[cfg(test)]
mod tests {
    use tauri::ipc::Origin;

    use super::*;

    fn is_own(url: &str, dev_server: Option<&str>) -> bool {
        let parsed = |text: &str| text.parse::<Url>().expect("an address");
        super::is_own(&parsed(url), dev_server.map(parsed).as_ref())
    }

    #[test]
    fn what_the_window_may_call_no_other_window_may_and_no_page_from_elsewhere() {
        let mut context = context();
        let authority = context.runtime_authority_mut();
        let elsewhere = || Origin::Remote { url: "https://docs.aws.amazon.com/".parse().expect("an address") };
        let may = |command, window, origin| authority.resolve_access(command, window, window, &origin).is_some();
        for command in ["about", "submit", "save_connection", "plugin:event|listen", "plugin:opener|open_url"] {
            assert!(may(command, LABEL, Origin::Local), "{command}");
            assert!(!may(command, "another", Origin::Local), "{command} by another window");
            assert!(!may(command, LABEL, elsewhere()), "{command} by a page from elsewhere");
        }
        for command in ["no_such_command", "plugin:window|create", "plugin:updater|install", "plugin:event|emit"] {
            assert!(!may(command, LABEL, Origin::Local), "{command}");
        }
    }

    #[cfg(not(windows))]
    #[test]
    fn the_window_stays_on_what_is_compiled_in() {
        for own in ["tauri://localhost", "tauri://localhost/", "tauri://localhost/index.html?x=1#/costs"] {
            assert!(is_own(own, None), "{own}");
        }
        for other in [
            "tauri://localhost.example.com/",
            "tauri://example.com/",
            "tauri://localhost:81/",
            "http://tauri.localhost/",
        ] {
            assert!(!is_own(other, None), "{other}");
        }
    }

    #[test]
    fn nothing_else_is_its_own() {
        for other in [
            "https://example.com/",
            "http://localhost/",
            "http://127.0.0.1:1420/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "blob:tauri://localhost/1",
            "about:blank",
            "ipc://localhost/about",
            "http://ipc.localhost/about",
        ] {
            assert!(!is_own(other, None), "{other}");
        }
    }

    #[test]
    fn the_server_of_pages_in_the_making_is_known_by_its_origin() {
        let server = Some("http://127.0.0.1:1420");
        assert!(is_own("http://127.0.0.1:1420/costs", server));
        for other in ["http://127.0.0.1:1421/", "https://127.0.0.1:1420/", "http://127.0.0.1.example.com:1420/"] {
            assert!(!is_own(other, server), "{other}");
        }
    }
}
