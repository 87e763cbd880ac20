//! A picture of the ready window, taken through the WebDriver of WebKitGTK.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::display::Xvfb;
use crate::driver::{Driver, FIRST_ROW};

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
