//! Makes the packages of this system, with all that belongs into them.
//!
//! Linux: .deb and .rpm, and AppImage where it is asked for; macOS: .dmg; Windows: .msi and an installer of NSIS. What is
//! common to them stands in tauri.conf.json, the rest in the file of the platform beside it.

#[cfg(unix)]
mod check;
mod linux;
mod papers;
mod version;

use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use clap::Args;
use duct::cmd;
use serde_json::json;

use crate::setup::{self, Part};
use crate::{build, files, say};
use papers::Papers;

/// The most that a package may be, in bytes.
const LARGEST: u64 = 20_000_000;

/// What is packed, and what for.
#[derive(Args)]
pub struct Package {
    /// Then install it on an empty Debian system in a folder, start it there, and remove it; as root
    #[arg(long)]
    check: bool,
    /// The kinds to make, such as deb,appimage; if none, those that tauri.conf.json has for this system
    #[arg(long, value_delimiter = ',')]
    bundles: Vec<String>,
    /// What to build for, such as universal-apple-darwin; if none, this system
    #[arg(long)]
    target: Option<String>,
    /// A file whose settings go over those of tauri.conf.json, such as where updates come from
    #[arg(long, value_name = "FILE")]
    config: Vec<PathBuf>,
}

/// Makes the packages, and prints them with their sizes.
pub fn run(package: &Package) -> Result<()> {
    let mut parts = Part::PACKAGE.to_vec();
    if package.check {
        parts.extend(Part::CHECK);
    }
    setup::prepare(&parts)?;
    let begun = SystemTime::now();

    build::pages()?;
    let papers = Papers::write(package.target.as_deref())?;
    compile(package)?;
    let within = if cfg!(target_os = "linux") { linux::within(&papers)? } else { within_others(&papers)? };
    bundle(package, &within)?;

    let made = made_since(begun, &bundles(package))?;
    let of_kind = |kind: &str| made.iter().find(|file| file.extension().is_some_and(|extension| extension == kind));
    if cfg!(target_os = "linux") {
        linux::validate(&bundles(package))?;
    }
    if package.check {
        #[cfg(unix)]
        match (of_kind("deb"), of_kind("rpm")) {
            (Some(deb), Some(rpm)) => check::run(deb, rpm)?,
            _ => bail!("only a .deb and a .rpm can be checked, and no such packages were made"),
        }
        #[cfg(not(unix))]
        bail!("packages are checked on Debian");
    }
    for bill in papers.bills_beside(&bundles(package))? {
        say::result(&line(&bill)?);
    }
    for file in &made {
        say::result(&line(file)?);
    }
    if let Some(large) = made.iter().find(|file| fs::metadata(file).is_ok_and(|known| known.len() >= LARGEST))
        && of_kind("AppImage") != Some(large)
    {
        bail!("{} is larger than {} MB", large.display(), LARGEST / 1_000_000);
    }
    Ok(())
}

/// The optimised program, with the pages inside that were built before.
fn compile(package: &Package) -> Result<()> {
    say::note("Building the window, optimised: this takes some minutes");
    let mut arguments = vec!["build".to_owned(), "--ci".to_owned(), "--no-bundle".to_owned()];
    arguments.extend(configs(package, &json!({ "build": { "beforeBuildCommand": null } }), "build.json")?);
    // Of all the crates here, what is packed is the app alone.
    arguments.extend(["--", "--package", "housekeeper", "--locked"].map(str::to_owned));
    tauri(&arguments).context("the window could not be built")
}

/// The packages around it.
fn bundle(package: &Package, within: &serde_json::Value) -> Result<()> {
    say::note("Making the packages");
    let mut arguments = vec!["bundle".to_owned(), "--ci".to_owned()];
    arguments.extend(configs(package, within, "bundle.json")?);
    if !package.bundles.is_empty() {
        arguments.extend(["--bundles".to_owned(), package.bundles.join(",")]);
    }
    tauri(&arguments).context("the packages could not be made")
}

/// The settings that go over tauri.conf.json, as arguments; `ours` by way of a file of that name.
fn configs(package: &Package, ours: &serde_json::Value, name: &str) -> Result<Vec<String>> {
    let file = folder()?.join(name);
    let text = ours.to_string();
    // Left alone where it is the same, since Cargo looks at when it was written.
    if fs::read_to_string(&file).ok().as_deref() != Some(&text) {
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    let mut arguments = Vec::new();
    for config in package.config.iter().chain([&file]) {
        let config = absolute(config).with_context(|| format!("{} cannot be found", config.display()))?;
        arguments.extend(["--config".to_owned(), config.display().to_string()]);
    }
    arguments.extend(package.target.iter().flat_map(|target| ["--target".to_owned(), target.clone()]));
    Ok(arguments)
}

/// The Tauri CLI, which looks for tauri.conf.json downward from the folder it is started in.
fn tauri(arguments: &[String]) -> Result<()> {
    let command = ["--prefix", "ui", "exec", "--", "tauri"].map(str::to_owned);
    cmd(setup::npm(), command.iter().chain(arguments)).dir(files::root()).stdout_to_stderr().run()?;
    Ok(())
}

/// What goes into the packages of macOS and Windows beside the program.
fn within_others(papers: &Papers) -> Result<serde_json::Value> {
    let resources: serde_json::Map<_, _> = papers
        .files()
        .iter()
        .chain([&files::root().join("LICENSE")])
        .map(|file| (file.display().to_string(), json!(format!("licences/{}", name(file)))))
        .collect();
    Ok(json!({ "bundle": { "resources": resources } }))
}

/// Where packages are prepared.
fn folder() -> Result<PathBuf> {
    let folder = files::target().join("package");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Where the Tauri CLI puts them.
fn bundles(package: &Package) -> PathBuf {
    let target = files::target();
    package.target.as_ref().map_or(target.clone(), |triple| target.join(triple)).join("release/bundle")
}

/// The files in the folders of `bundles` that are as new as that; in folders within those are parts of packages.
fn made_since(begun: SystemTime, bundles: &Path) -> Result<Vec<PathBuf>> {
    let mut made = Vec::new();
    for kind in fs::read_dir(bundles).context("no package was made")? {
        let kind = kind?.path();
        if !kind.is_dir() {
            continue;
        }
        for file in fs::read_dir(kind)? {
            let file = file?;
            let known = file.metadata()?;
            if known.is_file() && known.modified()? >= begun && name(&file.path()).contains(version::VERSION) {
                made.push(file.path());
            }
        }
    }
    made.sort();
    if made.is_empty() {
        bail!("no package was made");
    }
    Ok(made)
}

fn line(file: &Path) -> Result<String> {
    let bytes = fs::metadata(file).with_context(|| format!("{} is not there", file.display()))?.len();
    Ok(format!("{}  {:.1} MB", file.display(), bytes as f64 / 1e6))
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Writes a file that anybody may read, whatever the caller's own files are like.
fn write(file: &Path, content: &[u8]) -> Result<()> {
    let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(file, content));
    written.with_context(|| format!("{} cannot be written", file.display()))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}
