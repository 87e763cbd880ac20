//! Knows whether something was already made from the very inputs it would be made from now.
//!
//! A stamp is a small file that holds a fingerprint of the inputs; it is written once the work is done, so that work
//! which failed or was stopped is done again.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A fingerprint of files, and the file in which the last one is kept.
pub struct Stamp {
    kept: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// The stamp kept at `kept`, of these files and of the folders' files at any depth, by name and content.
    ///
    /// A file that does not exist counts as such. The hash is Rust's own, which may change with the toolchain: then the
    /// work is done once more, and nothing worse.
    pub fn of(kept: PathBuf, inputs: &[PathBuf]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        for input in inputs {
            hash(input, &mut hasher).with_context(|| format!("cannot read {}", input.display()))?;
        }
        Ok(Self { kept, fingerprint: format!("{:016x}\n", hasher.finish()) })
    }

    /// Whether the work was done from these very inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.kept).is_ok_and(|kept| kept == self.fingerprint)
    }

    /// Notes that the work is done.
    pub fn keep(&self) -> Result<()> {
        if let Some(folder) = self.kept.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.kept, &self.fingerprint).with_context(|| format!("cannot write {}", self.kept.display()))
    }
}

fn hash(path: &Path, hasher: &mut DefaultHasher) -> std::io::Result<()> {
    path.hash(hasher);
    if path.is_dir() {
        let mut within: Vec<PathBuf> =
            fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>()?;
        within.sort();
        for path in within {
            hash(&path, hasher)?;
        }
    } else if path.exists() {
        fs::read(path)?.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn current_only_for_the_inputs_it_was_kept_for() {
        let folder = tempfile::tempdir().unwrap();
        let inputs = [folder.path().join("sources"), folder.path().join("lock")];
        fs::create_dir_all(inputs[0].join("deep")).unwrap();
        fs::write(inputs[0].join("deep/page.tsx"), "one").unwrap();
        let stamp = || Stamp::of(folder.path().join("stamps/pages"), &inputs).unwrap();

        assert!(!stamp().is_current(), "never kept");
        stamp().keep().unwrap();
        assert!(stamp().is_current());

        fs::write(inputs[0].join("deep/page.tsx"), "two").unwrap();
        assert!(!stamp().is_current(), "a file deep in a folder changed");
        stamp().keep().unwrap();
        fs::write(&inputs[1], "").unwrap();
        assert!(!stamp().is_current(), "an empty file is another thing than none");
    }
}
