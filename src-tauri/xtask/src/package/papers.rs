//! What is inside of the app that others made: their licences, and bills of materials (CycloneDX).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use duct::cmd;
use serde::Deserialize;
use serde_json::Value;

use super::version::VERSION;
use super::{folder, name, write};
use crate::setup::{self, Tool};
use crate::stamp::Stamp;
use crate::{files, say};

/// Collects the licences of crates.
const CARGO_ABOUT: Tool = Tool { name: "cargo-about", version: "0.9.3", features: "cli", unoptimised: false };

/// Makes bills of materials of crates.
const CARGO_CYCLONEDX: Tool = Tool { name: "cargo-cyclonedx", version: "0.5.9", features: "", unoptimised: false };

/// The name under which cargo-cyclonedx writes into the folder of each crate.
const BILL: &str = "bill-of-materials";

/// The files of packages that say what else they owe to whom.
const NOTICES: [&str; 3] = ["NOTICE", "NOTICE.txt", "THIRD-PARTY-LICENSES.txt"];

/// The papers, as files.
pub struct Papers {
    files: Vec<PathBuf>,
}

impl Papers {
    /// Writes them anew, for what is built for `target`, or for this system.
    pub fn write(target: Option<&str>) -> Result<Self> {
        say::note("Collecting the licences and bills of materials of what is inside");
        let papers = folder()?.join("papers").join(target.unwrap_or("here"));
        let file = |name: &str| papers.join(name);
        let written = Self {
            files: ["licences-pages.txt", "licences-rust.txt", "sbom-pages.cdx.json", "sbom-rust.cdx.json"]
                .map(file)
                .into(),
        };
        write(&file("licences-pages.txt"), licences_of_the_pages()?.as_bytes())?;
        // It takes minutes to read the files of five hundred crates, which are what the lock file says.
        let licences = files::root().join("packaging/licences");
        let kept = files::target().join(format!("stamps/licences-{}", target.unwrap_or("here")));
        let stamp = Stamp::of(kept, &[files::root().join("Cargo.lock"), licences])?;
        let of_crates = file("licences-rust.txt");
        if !stamp.is_current() || !of_crates.exists() {
            write(&of_crates, licences_of_the_crates(target)?.as_bytes())?;
            stamp.keep()?;
        }
        write(&file("sbom-pages.cdx.json"), bill_of_the_pages()?.as_bytes())?;
        write(&file("sbom-rust.cdx.json"), bill_of_the_crates(target)?.as_bytes())?;
        Ok(written)
    }

    /// All of them.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// The bills of materials once more, in a folder beside the packages', with the version in their names.
    pub fn bills_beside(&self, bundles: &Path) -> Result<Vec<PathBuf>> {
        let mut bills = Vec::new();
        for paper in self.files.iter().filter(|paper| name(paper).starts_with("sbom")) {
            let bill = bundles.join("sbom").join(format!("housekeeper_{VERSION}_{}", name(paper)));
            write(&bill, &fs::read(paper)?)?;
            bills.push(bill);
        }
        Ok(bills)
    }
}

/// A package in the bundle of the pages, as Vite writes it down.
#[derive(Deserialize)]
struct Bundled {
    name: String,
    version: String,
    identifier: Option<String>,
    text: Option<String>,
}

fn licences_of_the_pages() -> Result<String> {
    let said =
        fs::read(files::ui().join("dist/licences.json")).context("the pages were built without their licences")?;
    let packages: Vec<Bundled> = serde_json::from_slice(&said).context("the licences of the pages cannot be read")?;
    let mut text =
        "The libraries that are inside of the pages of Housekeeper for CloudFront, each with its licence.\n".to_owned();
    for Bundled { name, version, identifier, text: licence } in packages {
        let (Some(identifier), Some(licence)) = (identifier, licence) else {
            bail!("{name} {version}, which is inside of the pages, does not say under which licence");
        };
        let line = "=".repeat(80);
        text.push_str(&format!("\n{line}\n{name} {version}  ({identifier})\n{line}\n\n{licence}\n"));
        let package = files::ui().join("node_modules").join(&name);
        for notice in NOTICES.iter().filter_map(|notice| fs::read_to_string(package.join(notice)).ok()) {
            text.push_str(&format!("\n{}\n", notice.trim()));
        }
    }
    Ok(text)
}

fn licences_of_the_crates(target: Option<&str>) -> Result<String> {
    let settings = files::root().join("packaging/licences");
    let mut arguments = ["about", "generate", "--fail", "--locked", "--config"].map(str::to_owned).to_vec();
    arguments.push(settings.join("about.toml").display().to_string());
    arguments.extend(triples(target)?.into_iter().flat_map(|triple| ["--target".to_owned(), triple]));
    arguments.push(settings.join("rust.hbs").display().to_string());
    cmd(files::cargo(), arguments)
        .dir(files::root())
        .env("PATH", CARGO_ABOUT.prepare()?)
        .read()
        .context("the licences of the crates could not be collected; the lines above say of which")
}

/// npm knows nothing of the app's version, so it is set here.
fn bill_of_the_pages() -> Result<String> {
    let bill = cmd!(setup::npm(), "sbom", "--sbom-format", "cyclonedx", "--omit", "dev")
        .dir(files::ui())
        .read()
        .context("npm could not make the bill of materials of the pages")?;
    Ok(bill.replace("housekeeper-window@0.0.0", &format!("housekeeper-window@{VERSION}")).replacen(
        "\"version\": \"0.0.0\"",
        &format!("\"version\": \"{VERSION}\""),
        1,
    ))
}

/// The tool writes one into the folder of each crate: that of the app is read, and all are taken away again.
fn bill_of_the_crates(target: Option<&str>) -> Result<String> {
    let mut arguments = ["cyclonedx", "--quiet", "--format", "json", "--spec-version", "1.5", "--no-build-deps"]
        .map(str::to_owned)
        .to_vec();
    arguments.extend(["--override-filename".to_owned(), BILL.to_owned(), "--target".to_owned()]);
    // One bill is of one system; the two of a universal program differ in nothing that has a licence.
    arguments.push(triples(target)?.into_iter().next().unwrap_or_default());
    let ran = cmd(files::cargo(), arguments)
        .dir(files::root())
        .env("PATH", CARGO_CYCLONEDX.prepare()?)
        .stdout_to_stderr()
        .run()
        .context("the bill of materials of the crates could not be made");
    let of = |folder: &Path| folder.join(format!("{BILL}.json"));
    let bill = fs::read_to_string(of(files::root()));
    for folder in fs::read_dir(files::root().join("src-tauri"))?.flatten().map(|entry| entry.path()) {
        let _ = fs::remove_file(of(&folder));
    }
    let _ = fs::remove_file(of(files::root()));
    ran?;
    let bill = bill.context("cargo-cyclonedx wrote no bill of materials of the app")?;
    let bill: Value = serde_json::from_str(&bill)?;
    // Where the sources stood on the computer that built it is nobody's business.
    let here = format!("file://{}", files::root().display());
    Ok(serde_json::to_string_pretty(&bill)?.replace(&here, "file:///housekeeper"))
}

/// What it is built for, in the names that Cargo has; a universal program is two.
fn triples(target: Option<&str>) -> Result<Vec<String>> {
    Ok(match target {
        Some("universal-apple-darwin") => ["aarch64-apple-darwin", "x86_64-apple-darwin"].map(str::to_owned).into(),
        Some(one) => vec![one.to_owned()],
        None => {
            let said =
                cmd!("rustc", "--version", "--verbose").read().context("rustc does not say what it builds for")?;
            let host = said.lines().find_map(|line| line.strip_prefix("host: "));
            vec![host.context("rustc does not say what it builds for")?.to_owned()]
        }
    })
}
