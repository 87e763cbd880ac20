//! What the packages of Linux hold beside the program: how desktops and software centres show it, its papers, its manual.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use duct::cmd;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::papers::Papers;
use super::version::{self, Release, VERSION};
use super::{folder, name, write};
use crate::{files, setup};

/// The package's name, which is also that of its desktop entry, its icon and its program.
pub const NAME: &str = "housekeeper";

/// Who made it, as Debian's changelogs sign; an address belongs there, and the project has none.
const MAKERS: &str = "The makers of Housekeeper for CloudFront";

/// The name of what software centres show.
const METAINFO: &str = "io.github.housekeeper.cloudfront.metainfo.xml";

/// Sizes of the icon, in pixels, that are not among those in icons/; the sizes there go in by tauri.linux.conf.json.
const MORE_SIZES: [u16; 4] = [16, 24, 48, 256];

/// Lays out what goes below /usr/share, and gives the settings that put it there.
pub fn within(papers: &Papers) -> Result<Value> {
    let share = folder()?.join("share");
    if share.exists() {
        fs::remove_dir_all(&share).with_context(|| format!("{} cannot be emptied", share.display()))?;
    }
    let releases = version::releases()?;
    let ours = files::root().join("packaging/linux");
    let ours = |name: &str| fs::read_to_string(ours.join(name)).with_context(|| format!("{name} cannot be read"));

    let documents = share.join("doc").join(NAME);
    write(&documents.join("copyright"), ours("copyright")?.as_bytes())?;
    for paper in papers.files() {
        write(&documents.join(name(paper)), &fs::read(paper)?)?;
    }
    let changelog = folder()?.join("changelog");
    write(&changelog, debian_changelog(&releases).as_bytes())?;

    let manual = ours("housekeeper.1")?.replace("@VERSION@", VERSION).replace("@DATE@", &version::today().to_string());
    write(&share.join("man/man1/housekeeper.1.gz"), &gzipped(manual.as_bytes())?)?;

    let metainfo = ours(METAINFO)?.replace("@RELEASES@", &appstream_releases(&releases));
    write(&share.join("metainfo").join(METAINFO), metainfo.as_bytes())?;

    icons(&share.join("icons/hicolor"))?;

    let files = json!({ "/usr/share": share });
    Ok(json!({ "bundle": { "linux": {
        "deb": { "files": files, "changelog": changelog },
        "rpm": { "files": files },
        "appimage": { "files": files },
    } } }))
}

/// Draws the icon in the sizes that are missing, and takes it as it was drawn.
fn icons(into: &Path) -> Result<()> {
    let source = files::root().join("icons/housekeeper.svg");
    let drawn = folder()?.join("icons");
    let sizes = MORE_SIZES.map(|size| size.to_string()).join(",");
    cmd!(setup::npm(), "--prefix", "ui", "exec", "--", "tauri", "icon", &source, "--output", &drawn, "--png", sizes)
        .dir(files::root())
        .stdout_to_stderr()
        .run()
        .context("the icons could not be drawn")?;
    for size in MORE_SIZES {
        let size = format!("{size}x{size}");
        let icon =
            fs::read(drawn.join(format!("{size}.png"))).with_context(|| format!("no icon of {size} was drawn"))?;
        write(&into.join(size).join("apps/housekeeper.png"), &icon)?;
    }
    write(&into.join("scalable/apps/housekeeper.svg"), &fs::read(source)?)
}

/// The changelog in Debian's form; what is not released yet is signed today.
fn debian_changelog(releases: &[Release]) -> String {
    let mut text = String::new();
    for release in releases {
        let suite = if release.date.is_some() { "unstable" } else { "UNRELEASED" };
        text.push_str(&format!("{NAME} ({}) {suite}; urgency=medium\n\n", release.version));
        for change in &release.changes {
            text.push_str(&format!("  * {}\n", folded(change)));
        }
        let date = release.date.unwrap_or_else(version::today).strftime("%a, %d %b %Y 00:00:00 +0000");
        text.push_str(&format!("\n -- {MAKERS} <>  {date}\n\n"));
    }
    text
}

/// Lines of at most 76 characters, the later ones indented to stand below the first.
fn folded(change: &str) -> String {
    let mut lines = vec![String::new()];
    for word in change.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + word.len() < 76 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n    ")
}

/// The releases as AppStream has them.
fn appstream_releases(releases: &[Release]) -> String {
    let lines: Vec<_> = releases
        .iter()
        .map(|Release { version, date, .. }| {
            let kind = if date.is_some() { "stable" } else { "development" };
            let date = date.unwrap_or_else(version::today);
            format!("    <release version=\"{version}\" date=\"{date}\" type=\"{kind}\"/>\n")
        })
        .collect();
    format!("<releases>\n{}  </releases>", lines.concat())
}

/// Packed as Debian wants manuals: as small as it goes, and without a time or a name.
fn gzipped(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(content)?;
    Ok(packed.finish()?)
}

/// Has others say whether desktops and software centres will understand what was made.
pub fn validate(bundles: &Path) -> Result<()> {
    let metainfo = folder()?.join("share/metainfo").join(METAINFO);
    cmd!("appstreamcli", "validate", "--no-net", "--no-color", &metainfo)
        .stdout_to_stderr()
        .run()
        .context("what software centres show is not as it has to be")?;
    // The Tauri CLI leaves what it packed beside the package.
    let entry = fs::read_dir(bundles.join("deb"))
        .into_iter()
        .flatten()
        .flatten()
        .filter(|package| name(&package.path()).contains(VERSION))
        .map(|package| package.path().join("data/usr/share/applications/housekeeper.desktop"))
        .find(|entry| entry.exists());
    let Some(entry) = entry else { bail!("the package has no desktop entry") };
    let said = cmd!("desktop-file-validate", &entry)
        .stderr_to_stdout()
        .unchecked()
        .read()
        .context("desktop-file-validate cannot be run")?;
    if !said.is_empty() {
        bail!("the desktop entry is not as it has to be:\n{said}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn releases() -> [Release; 2] {
        let release = |version: &str, date: Option<&str>| Release {
            version: version.to_owned(),
            date: date.map(|date| date.parse().unwrap()),
            changes: vec!["word ".repeat(20).trim().to_owned()],
        };
        [release("1.1.0", None), release("1.0.0", Some("2026-03-01"))]
    }

    #[test]
    fn a_changelog_is_signed_with_the_day_of_the_release() {
        let changelog = debian_changelog(&releases());
        assert!(
            changelog.starts_with("housekeeper (1.1.0) UNRELEASED; urgency=medium\n\n  * word word"),
            "{changelog}"
        );
        assert!(changelog.contains("\nhousekeeper (1.0.0) unstable;"), "{changelog}");
        assert!(changelog.ends_with("CloudFront <>  Sun, 01 Mar 2026 00:00:00 +0000\n\n"), "{changelog}");
        assert!(changelog.lines().all(|line| line.len() <= 80), "{changelog}");
    }

    #[test]
    fn software_centres_hear_which_release_is_in_the_making() {
        let told = appstream_releases(&releases());
        assert!(told.contains("version=\"1.1.0\"") && told.contains("type=\"development\""), "{told}");
        assert!(told.contains("<release version=\"1.0.0\" date=\"2026-03-01\" type=\"stable\"/>"), "{told}");
    }

    #[test]
    fn every_size_of_the_icon_is_there_once() {
        let settings = fs::read_to_string(files::root().join("tauri.linux.conf.json")).unwrap();
        let settings: Value = serde_json::from_str(&settings).unwrap();
        // The width stands in the 16th to 19th byte of a PNG.
        let width = |icon: &Value| {
            let png = fs::read(files::root().join(icon.as_str().unwrap())).unwrap();
            u32::from_be_bytes(png[16..20].try_into().unwrap()) as u16
        };
        let mut sizes: Vec<u16> = settings["bundle"]["icon"].as_array().unwrap().iter().map(width).collect();
        sizes.extend(MORE_SIZES);
        sizes.sort_unstable();
        assert_eq!(sizes, [16, 24, 32, 48, 64, 128, 256, 512]);
    }
}
