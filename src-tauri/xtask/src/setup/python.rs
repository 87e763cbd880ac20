//! Virtual environments for what the tests take from PyPI: moto and ministack, two simulations of AWS by other people,
//! and the AWS CLI. Each has an environment of its own, since their dependencies do not agree.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use duct::cmd;

use crate::stamp::Stamp;
use crate::{files, say};

/// Makes the environment of every file in tests/requirements, as target/tools/NAME, where the file changed.
pub fn prepare() -> Result<()> {
    let folder = files::root().join("tests/requirements");
    let mut requirements: Vec<_> = fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    requirements.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    requirements.sort();
    for file in &requirements {
        make(file)?;
    }
    Ok(())
}

fn make(requirements: &Path) -> Result<()> {
    let name = requirements.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let environment = files::tools().join(&name);
    let stamp = Stamp::of(environment.join("requirements.stamp"), &[requirements.to_path_buf()])?;
    if stamp.is_current() {
        return Ok(());
    }
    say::note(&format!("Installing {name} for the tests"));
    cmd!("python3", "-m", "venv", "--clear", &environment)
        .stdout_to_stderr()
        .run()
        .with_context(|| format!("the virtual environment {} cannot be made", environment.display()))?;
    cmd!(
        environment.join("bin/pip"),
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        requirements
    )
    .stdout_to_stderr()
    .run()
    .with_context(|| format!("the packages of {} could not be installed", requirements.display()))?;
    stamp.keep()
}
