//! The version, which stands in the workspace's manifest alone, and what CHANGELOG.md says of the versions.

use std::fs;

use anyhow::{Context, Result};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::files;

/// The version of everything here: this crate takes it from the workspace, as all the others do.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A version as CHANGELOG.md has it.
#[derive(Debug, PartialEq, Eq)]
pub struct Release {
    /// `1.2.3`
    pub version: String,
    /// When it was released; none while it is not.
    pub date: Option<Date>,
    /// What changed, each a paragraph of one line.
    pub changes: Vec<String>,
}

/// The releases, newest first.
pub fn releases() -> Result<Vec<Release>> {
    read(&fs::read_to_string(files::root().join("CHANGELOG.md")).context("CHANGELOG.md cannot be read")?)
}

/// The day that a package made now is of: `SOURCE_DATE_EPOCH`, if that is set, so that it can be made again the same.
pub fn today() -> Date {
    let said = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = said.and_then(|seconds| Timestamp::from_second(seconds).ok()).unwrap_or_else(Timestamp::now);
    now.to_zoned(TimeZone::UTC).date()
}

/// Headings are `## 1.2.3, 2026-01-31` or `## 1.2.3, not yet released`; changes are the items of lists.
fn read(changelog: &str) -> Result<Vec<Release>> {
    let mut releases: Vec<Release> = Vec::new();
    for line in changelog.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let (version, when) =
                heading.split_once(", ").with_context(|| format!("CHANGELOG.md: no day in the heading {heading:?}"))?;
            let date = match when {
                "not yet released" => None,
                day => Some(day.parse().with_context(|| format!("CHANGELOG.md: {day:?} is not a day"))?),
            };
            releases.push(Release { version: version.to_owned(), date, changes: Vec::new() });
        } else if let Some(release) = releases.last_mut() {
            if let Some(change) = line.strip_prefix("- ") {
                release.changes.push(change.trim().to_owned());
            } else if let Some(change) = release.changes.last_mut()
                && line.starts_with("  ")
            {
                change.push(' ');
                change.push_str(line.trim());
            }
        }
    }
    Ok(releases)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::Value;

    use super::*;

    fn json(file: &str) -> Value {
        serde_json::from_str(&fs::read_to_string(files::root().join(file)).unwrap()).unwrap()
    }

    #[test]
    fn no_file_but_the_workspaces_manifest_says_the_version() {
        for file in ["tauri.conf.json", "tauri.linux.conf.json", "tauri.macos.conf.json", "tauri.windows.conf.json"] {
            assert_eq!(json(file).get("version"), None, "{file}: it is Cargo's");
        }
        // npm makes no bill of materials of a package without a version, so it has one that says nothing.
        for file in ["ui/package.json", "ui/package-lock.json"] {
            assert_eq!(json(file)["version"], "0.0.0", "{file}");
        }
        let manifests = fs::read_dir(files::root().join("src-tauri")).unwrap().map(|folder| folder.unwrap().path());
        let manifests = manifests.chain([files::root().to_owned()]).map(|folder| folder.join("Cargo.toml"));
        for manifest in manifests.filter(|manifest| manifest.exists()) {
            let text = fs::read_to_string(&manifest).unwrap();
            let package = text.split("[package]").nth(1).unwrap().split("\n[").next().unwrap();
            assert!(package.contains("version.workspace = true"), "{}", manifest.display());
        }
    }

    #[test]
    fn the_changelog_begins_with_this_version() {
        let newest = releases().unwrap().into_iter().next().unwrap();
        assert_eq!(newest.version, VERSION);
        assert!(!newest.changes.is_empty());
    }

    #[test]
    fn a_changelog_is_read_by_its_headings_and_items() {
        let read = read("# Changes\n\n## 1.1.0, not yet released\n\n- New.\n\n## 1.0.0, 2026-03-01\n\nText.\n\n- One\n  more.\n- Two.\n").unwrap();
        let release = |version: &str, date: Option<Date>, changes: &[&str]| Release {
            version: version.to_owned(),
            date,
            changes: changes.iter().map(|change| (*change).to_owned()).collect(),
        };
        let day = "2026-03-01".parse().unwrap();
        assert_eq!(read, [release("1.1.0", None, &["New."]), release("1.0.0", Some(day), &["One more.", "Two."])]);
        assert!(super::read("## 1.0.0, soon\n").is_err());
    }
}
