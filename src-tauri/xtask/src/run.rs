//! Opens the window on the practice account.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use duct::cmd;

use crate::display::{self, Xvfb};
use crate::setup::{self, Part};
use crate::{build, files, say, screenshot};

/// Opens the window and waits until it is closed; or saves a picture of it once it is ready, and ends.
///
/// Its data are kept apart in target/run, so that trying things out never touches the connections of the app as it is
/// installed. A picture is always of a new data folder.
pub fn run(picture: Option<&Path>) -> Result<()> {
    let needs_display = !display::is_there();
    let mut parts = Part::BUILD.to_vec();
    parts.extend(needs_display.then_some(Part::Display));
    parts.extend(picture.map(|_| Part::Driver));
    setup::prepare(&parts)?;
    let program = build::program()?;

    let xvfb = if needs_display { Some(Xvfb::start()?) } else { None };
    match picture {
        None => open(&program, xvfb.as_ref()),
        Some(file) => {
            if xvfb.is_some() {
                say::note("There is no display here: the window opens under Xvfb.");
            }
            let data = data_folder("screenshot")?;
            fs::remove_dir_all(&data).with_context(|| format!("cannot empty {}", data.display()))?;
            screenshot::save(&program, xvfb.as_ref(), &data, file)?;
            say::result(&file.display().to_string());
            Ok(())
        }
    }
}

fn open(program: &Path, xvfb: Option<&Xvfb>) -> Result<()> {
    let data = data_folder("data")?;
    let mut command = cmd!(program).env("HOUSEKEEPER_DATA_DIR", &data);
    if let Some(xvfb) = xvfb {
        say::note(&format!(
            "There is no display here: the window opens under Xvfb, as display {}, where nobody sees it. \
             End it with Ctrl+C; --screenshot FILE saves a picture instead.",
            xvfb.name
        ));
        command = command.env("DISPLAY", &xvfb.name);
    }
    say::note(&format!("Opening the window; its data are kept in {}", data.display()));
    command.run().context("the window ended with an error")?;
    Ok(())
}

fn data_folder(name: &str) -> Result<PathBuf> {
    let folder = files::target().join("run").join(name);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}
