//! What comes in from others: under which licences, from where, and what is not wanted.
//!
//! For crates that is cargo-deny's work, after `deny.toml`. For the pages npm's lock file says all that is asked here, so
//! it is read.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use duct::{Expression, cmd};
use serde::Deserialize;

use crate::files;
use crate::setup::Tool;

/// Checks the crates.
pub const CARGO_DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2", features: "", unoptimised: true };

/// What the pages may be made from, and with: licences that let the product be handed on under its own. The MPL is for the
/// files that bear it.
const LICENCES: [&str; 8] = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MPL-2.0"];

/// The command that checks the crates; advisories are for the release, since they are fetched from the network.
pub fn of_the_app() -> Expression {
    let program = files::tools().join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    cmd!(program, "check", "licenses", "bans", "sources").dir(files::root())
}

/// Checks what the pages are made from, and with.
///
/// # Errors
/// Names each package that is wrong, and how.
pub fn of_the_pages() -> Result<()> {
    let path = files::ui().join("package-lock.json");
    let lock = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let wrong = wrong(&lock)?;
    if !wrong.is_empty() {
        bail!("ui/package-lock.json has what may not come in:\n  {}", wrong.join("\n  "));
    }
    Ok(())
}

/// npm's lock file, as far as it is read (docs.npmjs.com, "package-lock.json").
#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, Package>,
}

#[derive(Deserialize)]
struct Package {
    license: Option<String>,
    /// Where it was fetched from; left out where the registry is the one that was asked.
    resolved: Option<String>,
    integrity: Option<String>,
    #[serde(default)]
    link: bool,
}

/// What is wrong with the packages of a lock file.
fn wrong(lock: &str) -> Result<Vec<String>> {
    let lock: Lock = serde_json::from_str(lock).context("npm's lock file cannot be read")?;
    let others = lock.packages.into_iter().filter(|(place, _)| !place.is_empty());
    Ok(others.filter_map(|(place, package)| Some(format!("{place}: {}", package.problem()?))).collect())
}

impl Package {
    fn problem(&self) -> Option<String> {
        if self.link {
            return Some("it is a folder of this computer".to_owned());
        }
        if let Some(from) = self.resolved.as_deref().filter(|from| !from.starts_with("https://")) {
            return Some(format!("it comes from {from}, which is no registry over TLS"));
        }
        if self.integrity.as_deref().is_none_or(|digest| !digest.starts_with("sha512-")) {
            return Some("its content is not held by a digest".to_owned());
        }
        match self.license.as_deref() {
            None => Some("it names no licence".to_owned()),
            Some(licence) if !is_allowed(licence) => Some(format!("its licence is {licence}")),
            Some(_) => None,
        }
    }
}

/// Whether an SPDX expression can be met with licences of the list: of those in an `OR` one is enough.
fn is_allowed(expression: &str) -> bool {
    let bare = expression.trim_start_matches('(').trim_end_matches(')');
    bare.split(" OR ")
        .any(|choice| choice.split(" AND ").all(|licence| LICENCES.contains(&licence.trim_matches(['(', ')']))))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// What is wrong with a package of these lines.
    fn of(lines: &str) -> Vec<String> {
        wrong(&format!(r#"{{ "packages": {{ "": {{ "license": "Apache-2.0" }}, "node_modules/a": {{ {lines} }} }} }}"#))
            .unwrap()
    }

    #[test]
    fn what_may_come_in_does() {
        assert_eq!(of(r#""license": "MIT", "integrity": "sha512-x""#), [""; 0]);
        assert_eq!(
            of(r#""license": "(GPL-3.0 OR MIT)", "integrity": "sha512-x", "resolved": "https://r/a.tgz""#),
            [""; 0]
        );
    }

    #[test]
    fn whatever_is_wrong_is_named() {
        for (lines, named) in [
            (r#""license": "GPL-3.0-only", "integrity": "sha512-x""#, "GPL-3.0-only"),
            (r#""license": "MIT AND GPL-3.0-only", "integrity": "sha512-x""#, "GPL-3.0-only"),
            (r#""integrity": "sha512-x""#, "no licence"),
            (r#""license": "MIT""#, "digest"),
            (r#""license": "MIT", "integrity": "sha1-x""#, "digest"),
            (r#""license": "MIT", "integrity": "sha512-x", "resolved": "git+ssh://git@example.com/a.git""#, "git+ssh"),
            (r#""license": "MIT", "integrity": "sha512-x", "resolved": "http://r/a.tgz""#, "http://r"),
            (r#""link": true, "resolved": "../a""#, "folder"),
        ] {
            let found = of(lines);
            assert!(
                found.len() == 1 && found[0].starts_with("node_modules/a: ") && found[0].contains(named),
                "{found:?}"
            );
        }
    }
}
