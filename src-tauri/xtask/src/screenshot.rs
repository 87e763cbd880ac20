//! A picture of the ready window, taken through the WebDriver of WebKitGTK.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use ureq::Agent;

use crate::display::Xvfb;

/// How long the window may take to show its first distribution; on two slow cores it takes some three seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// Pause between two looks at what another process has not done yet.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// True once a distribution's row is in the table: every one has a domain name.
const FIRST_ROW: &str =
    "return [...document.querySelectorAll('tbody tr')].some(row => row.textContent.includes('.cloudfront.net'))";

/// Ends two frames after the fonts are there: before that, texts are painted invisible.
const PAINTED: &str = "const done = arguments[0]; document.fonts.ready.then(() => \
     requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

/// Opens `program` on the data folder, waits for the first distribution, and saves the picture as PNG.
pub fn save(program: &Path, xvfb: Option<&Xvfb>, data: &Path, picture: &Path) -> Result<()> {
    let driver = Driver::start(xvfb, data)?;
    let window = driver.open(program)?;
    window.wait_for(FIRST_ROW)?;
    window.ask("execute/async", json!({ "script": PAINTED, "args": [] }))?;
    let shot = window.call("GET", "screenshot", None)?;
    let png = BASE64_STANDARD.decode(shot.as_str().unwrap_or_default()).context("the picture cannot be read")?;
    if let Some(folder) = picture.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(picture, png).with_context(|| format!("cannot write {}", picture.display()))
}

/// The WebDriver, which ends with this value, and with it the window it opened.
struct Driver {
    process: Child,
    address: String,
    agent: Agent,
}

impl Driver {
    fn start(xvfb: Option<&Xvfb>, data: &Path) -> Result<Self> {
        // The port is free again once the listener is gone; the driver cannot pick one itself.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            // Without it Tauri does not let the driver into the web view, and opening hangs.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("HOUSEKEEPER_DATA_DIR", data)
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        if let Some(xvfb) = xvfb {
            command.env("DISPLAY", &xvfb.name);
        }
        let process = command.spawn().context("WebKitWebDriver, which takes the picture, cannot be started")?;
        let agent = Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build().into();
        Ok(Self { process, address: format!("http://127.0.0.1:{port}"), agent })
    }

    fn open(&self, program: &Path) -> Result<Window<'_>> {
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
struct Window<'a> {
    driver: &'a Driver,
    session: String,
}

impl Window<'_> {
    fn wait_for(&self, condition: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // An error is no answer yet: the page is still being loaded.
            if self.ask("execute/sync", json!({ "script": condition, "args": [] })).is_ok_and(|met| met == true) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let shows = self.ask("execute/sync", json!({ "script": "return document.body.innerText", "args": [] }));
                bail!(
                    "the window showed no distribution within {} seconds. It says:\n{}",
                    PATIENCE.as_secs(),
                    shows.as_ref().ok().and_then(Value::as_str).unwrap_or("(nothing)")
                );
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
    }

    fn ask(&self, what: &str, body: Value) -> Result<Value> {
        self.call("POST", what, Some(body))
    }

    fn call(&self, method: &str, what: &str, body: Option<Value>) -> Result<Value> {
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
