//! Starting the installed app, once plainly and once under a WebDriver.

use std::fs;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use super::bare::{Bare, PERSON};
use super::screen::{Area, Picture, Screen};
use crate::display::Xvfb;
use crate::driver::{Driver, FIRST_ROW};
use crate::package::folder;
use crate::package::linux::NAME;

/// The window's title.
const TITLE: &str = "Housekeeper for CloudFront";

/// How long the app may take to come to rest; on two slow cores it takes some five seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// How long nothing may change on the display for it to count as at rest.
const REST: Duration = Duration::from_secs(4);

/// The pause between two looks.
const LOOK: Duration = Duration::from_millis(200);

/// Fewer colours are an empty window.
const FEW_COLOURS: usize = 32;

/// How much of two pictures of the same thing may differ. Letters are painted a little differently from one start to the next,
/// which came to 0.5 %; without its texts a row of the table differs by several times that.
const ALIKE: f64 = 0.015;

/// Where the first distribution's row is, once it is there; whether it can be seen there, and not something above it.
const ROW: &str = "const row = [...document.querySelectorAll('tbody tr')].find(row => row.textContent.includes('.cloudfront.net')); \
     const box = row.getBoundingClientRect(); \
     const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2); \
     return [box.left, box.top, box.width, box.height, row.contains(above) ? 1 : 0]";

/// Starts the app as its desktop entry does, with a display and nothing else, and gives the picture of the display at rest.
pub fn plain(bare: &Bare, display: &Xvfb) -> Result<Picture> {
    let screen = Screen::of(&display.name)?;
    let mut command = bare.inside(Some(PERSON), &[("DISPLAY", display.name.as_str())], &[NAME]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut started = Started(command.spawn().context("the installed app cannot be started")?);
    let picture = at_rest(&screen, &mut started)?;
    picture.save(&folder()?.join("plain-start.ppm"))?;
    Ok(picture)
}

/// Starts it anew under a WebDriver, which finds the first distribution, and holds the picture against the plain start's.
pub fn compare(bare: &Bare, display: &Xvfb, plain: &Picture) -> Result<()> {
    let screen = Screen::of(&display.name)?;
    // As at the first start: what it kept of that is put away.
    let home = bare.root().join("home").join(PERSON);
    fs::rename(home.join(".local"), home.join("local-of-the-first-start")).context("the app kept nothing")?;
    let variables = [("DISPLAY", display.name.as_str()), ("TAURI_WEBVIEW_AUTOMATION", "true")];
    let driver = Driver::start_as(bare.inside(Some(PERSON), &variables, &["WebKitWebDriver"]))?;
    let window = driver.open("/usr/bin/housekeeper".as_ref())?;
    window.wait_for(FIRST_ROW)?;
    std::thread::sleep(REST);
    let found = window.ask("execute/sync", json!({ "script": ROW, "args": [] }))?;
    let [left, top, width, height, seen]: [f64; 5] = serde_json::from_value(found)?;
    let row = Area { left: left as usize, top: top as usize, width: width as usize, height: height as usize };
    let driven = screen.picture()?;
    driven.save(&folder()?.join("driven-start.ppm"))?;

    ensure!(seen == 1.0, "the first distribution is in the window and cannot be seen");
    let (whole, part) = (plain.differs(&driven), plain.part(row).differs(&driven.part(row)));
    ensure!(
        plain.part(row).colours() >= FEW_COLOURS,
        "where the first distribution should be, the plain start is empty"
    );
    if whole > ALIKE || part > ALIKE {
        bail!(
            "the plain start looks unlike the one under the WebDriver: {:.1} % of the window differ, and {:.1} % of the \
             first distribution's row; both pictures are in {}",
            whole * 100.0,
            part * 100.0,
            folder()?.display()
        );
    }
    Ok(())
}

/// What the person has of the app: the folders of their home, at most three deep, that hold it.
pub fn kept(bare: &Bare) -> Result<Vec<String>> {
    let home = bare.root().join("home").join(PERSON);
    let mut kept = Vec::new();
    for place in [".local/share", ".cache", ".config"] {
        let within = fs::read_dir(home.join(place)).into_iter().flatten().flatten();
        kept.extend(within.map(|entry| format!("~/{place}/{}", entry.file_name().display())));
    }
    kept.sort();
    ensure!(kept.iter().any(|folder| folder == "~/.local/share/housekeeper"), "the app kept nothing of its own");
    Ok(kept)
}

fn at_rest(screen: &Screen, started: &mut Started) -> Result<Picture> {
    let begun = Instant::now();
    let (mut last, mut since) = (screen.picture()?, Instant::now());
    loop {
        if let Some(ended) = started.0.try_wait()? {
            bail!("the app ended by itself: {ended}");
        }
        let picture = screen.picture()?;
        if picture != last {
            (last, since) = (picture, Instant::now());
        } else if since.elapsed() > REST && screen.has_window(TITLE)? && last.colours() >= FEW_COLOURS {
            return Ok(last);
        }
        if begun.elapsed() > PATIENCE {
            last.save(&folder()?.join("plain-start.ppm"))?;
            bail!("the window did not come to rest; its picture is in {}", folder()?.display());
        }
        std::thread::sleep(LOOK);
    }
}

/// The started app, which ends with this value, and all that it started with it.
struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
