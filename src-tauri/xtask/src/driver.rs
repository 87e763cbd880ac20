//! WebKitGTK's WebDriver, and the window that it opens.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use ureq::Agent;

use crate::display::Xvfb;

/// How long the window may take to show its first distribution; on two slow cores it takes some three seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// Pause between two looks at what another process has not done yet.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// True once a distribution's row is in the table: every one has a domain name.
pub const FIRST_ROW: &str =
    "return [...document.querySelectorAll('tbody tr')].some(row => row.textContent.includes('.cloudfront.net'))";

/// The WebDriver, which ends with this value, and with it the window it opened.
pub struct Driver {
    process: Child,
    address: String,
    agent: Agent,
}

impl Driver {
    /// Starts it for windows on a display and a data folder.
    pub fn start(xvfb: Option<&Xvfb>, data: &Path) -> Result<Self> {
        Self::start_with(|command| {
            command.env("HOUSEKEEPER_DATA_DIR", data);
            if let Some(xvfb) = xvfb {
                command.env("DISPLAY", &xvfb.name);
            }
        })
    }

    /// Starts it in the environment that `dress` gives it.
    pub fn start_with(dress: impl FnOnce(&mut Command)) -> Result<Self> {
        let mut command = Command::new("WebKitWebDriver");
        dress(&mut command);
        Self::start_as(command)
    }

    /// Starts it by a command that leads to it, and passes arguments on.
    pub fn start_as(mut command: Command) -> Result<Self> {
        // The port is free again once the listener is gone; the driver cannot pick one itself.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        command
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            // Without it Tauri does not let the driver into the web view, and opening hangs.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        let process = command.spawn().context("WebKitWebDriver cannot be started")?;
        let agent = Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build().into();
        Ok(Self { process, address: format!("http://127.0.0.1:{port}"), agent })
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Opens a program's window.
    pub fn open(&self, program: &Path) -> Result<Window<'_>> {
        let capabilities = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": { "binary": program, "args": [] } } } });
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.agent.post(format!("{}/session", self.address)).send_json(&capabilities) {
                Ok(mut response) => {
                    let answer: Value = response.body_mut().read_json()?;
                    let Some(id) = answer["value"]["sessionId"].as_str() else { bail!(refusal(&answer)) };
                    return Ok(Window { driver: self, session: format!("{}/session/{id}", self.address) });
                }
                // Not listening yet.
                Err(ureq::Error::Io(_) | ureq::Error::ConnectionFailed) if Instant::now() < deadline => {
                    std::thread::sleep(BETWEEN_LOOKS);
                }
                Err(error) => return Err(error).context("WebKitWebDriver does not answer"),
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The opened window, which is closed with this value.
pub struct Window<'a> {
    driver: &'a Driver,
    session: String,
}

impl Window<'_> {
    /// Waits until a script gives true.
    pub fn wait_for(&self, condition: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // An error is no answer yet: the page is still being loaded.
            if self.ask("execute/sync", json!({ "script": condition, "args": [] })).is_ok_and(|met| met == true) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let shows = self.ask("execute/sync", json!({ "script": "return document.body.innerText", "args": [] }));
                bail!(
                    "the window did not come to show what was waited for within {} seconds. It says:\n{}",
                    PATIENCE.as_secs(),
                    shows.as_ref().ok().and_then(Value::as_str).unwrap_or("(nothing)")
                );
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
    }

    /// Runs a script: `what` is `execute/sync` or `execute/async`.
    pub fn ask(&self, what: &str, body: Value) -> Result<Value> {
        self.call("POST", what, Some(body))
    }

    /// Any call of the session.
    pub fn call(&self, method: &str, what: &str, body: Option<Value>) -> Result<Value> {
        let address = format!("{}/{what}", self.session);
        let agent = &self.driver.agent;
        let mut response = match (method, body) {
            (_, Some(body)) => agent.post(address).send_json(body)?,
            ("DELETE", None) => agent.delete(&self.session).call()?,
            (_, None) => agent.get(address).call()?,
        };
        let ok = response.status().is_success();
        // A picture as base64 is larger than what ureq reads by default.
        let mut answer: Value = response.body_mut().with_config().limit(64 << 20).read_json()?;
        if ok { Ok(answer["value"].take()) } else { Err(anyhow!(refusal(&answer))) }
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let _ = self.call("DELETE", "", None);
    }
}

fn refusal(answer: &Value) -> String {
    let message = answer["value"]["message"].as_str().or(answer["value"]["error"].as_str());
    format!("WebKitWebDriver refused: {}", message.unwrap_or("it did not say why"))
}
