//! How large the app is.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context, Result};
use bench::{Row, Unit};

use super::released;
use crate::{files, say};

/// The most that the package may be, in bytes.
const MOST_OF_A_PACKAGE: f64 = 20e6;

/// Prints the size of the newest package, where there is one, and that of the program beside the empty window's.
pub fn measure() -> Result<()> {
    match newest_package() {
        Some(package) => Row {
            name: "package (.deb)",
            ours: size(&package)?,
            peer: "the most it may be",
            theirs: MOST_OF_A_PACKAGE,
            unit: Unit::Bytes,
            goal: Some(1.0),
            note: "",
        }
        .print(),
        None => say::result("package (.deb): not built; `cargo xtask package` makes it (goal: under 20 MB)"),
    }
    Row {
        name: "installed program",
        ours: size(&released("housekeeper"))?,
        peer: "empty window",
        theirs: size(&released("empty-window"))?,
        unit: Unit::Bytes,
        goal: None,
        note: "",
    }
    .print();
    Ok(())
}

fn newest_package() -> Option<PathBuf> {
    let folder = files::target().join("release/bundle/deb");
    let packages = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let packages = packages.filter(|path| path.extension().is_some_and(|extension| extension == "deb"));
    packages.max_by_key(|path| fs::metadata(path).and_then(|known| known.modified()).unwrap_or(SystemTime::UNIX_EPOCH))
}

fn size(file: &std::path::Path) -> Result<f64> {
    let known = fs::metadata(file).with_context(|| format!("{} is not there", file.display()))?;
    Ok(known.len() as f64)
}
