//! All files of a system, to be compared with a later look.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::bare::PERSON;

/// What apt and dpkg write of their own doings: that changes with every package, whichever it is. Files with other names than
/// before count nevertheless, but for those in the last two folders, which apt makes and drops as it likes.
const RECORDS: [&str; 7] = [
    "var/lib/dpkg",
    "var/log/dpkg.log",
    "var/log/apt",
    "var/log/alternatives.log",
    "var/lib/apt",
    APT_CACHE,
    APT_LISTS,
];

const APT_CACHE: &str = "var/cache/apt";
const APT_LISTS: &str = "var/lib/apt/lists";

/// Every file by its path below the root, with a fingerprint of what it is and holds.
pub struct Inventory(BTreeMap<PathBuf, u64>);

impl Inventory {
    /// Looks at the system in a folder, without the person's own data.
    pub fn of(root: &Path) -> Result<Self> {
        let mut found = BTreeMap::new();
        let mut folders = vec![PathBuf::new()];
        while let Some(folder) = folders.pop() {
            let entries =
                fs::read_dir(root.join(&folder)).with_context(|| format!("cannot read {}", folder.display()))?;
            for entry in entries {
                let entry = entry?;
                let path = folder.join(entry.file_name());
                if path == Path::new("home").join(PERSON)
                    || [APT_CACHE, APT_LISTS].iter().any(|own| path.starts_with(own))
                {
                    continue;
                }
                let known = entry.metadata()?;
                let mut fingerprint = DefaultHasher::new();
                (known.mode(), known.uid(), known.gid()).hash(&mut fingerprint);
                if known.is_dir() {
                    folders.push(path.clone());
                } else if known.is_symlink() {
                    fs::read_link(entry.path())?.hash(&mut fingerprint);
                } else if known.is_file() && !RECORDS.iter().any(|record| path.starts_with(record)) {
                    fs::read(entry.path())?.hash(&mut fingerprint);
                }
                found.insert(path, fingerprint.finish());
            }
        }
        Ok(Self(found))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// What is there that was not, is no longer, or is another: a line each.
    pub fn compare(&self, later: &Self) -> Vec<String> {
        let gone =
            self.0.keys().filter(|path| !later.0.contains_key(*path)).map(|path| format!("gone: /{}", path.display()));
        let other = later.0.iter().filter_map(|(path, fingerprint)| match self.0.get(path) {
            None => Some(format!("left: /{}", path.display())),
            Some(before) if before != fingerprint => Some(format!("changed: /{}", path.display())),
            Some(_) => None,
        });
        gone.chain(other).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_is_left_gone_or_changed_is_named_but_for_the_persons_own_and_the_records() {
        let root = tempfile::tempdir().unwrap();
        let file = |name: &str, content: &str| {
            let file = root.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        };
        file("usr/bin/tool", "one");
        file("usr/bin/other", "one");
        file("var/log/dpkg.log", "one");
        file("home/person/mine", "one");
        let before = Inventory::of(root.path()).unwrap();
        assert!(before.compare(&Inventory::of(root.path()).unwrap()).is_empty());

        file("usr/bin/tool", "two");
        fs::remove_file(root.path().join("usr/bin/other")).unwrap();
        file("var/lib/dpkg/info/left.list", "");
        file("var/log/dpkg.log", "two");
        file("home/person/mine", "two");
        let mut found = before.compare(&Inventory::of(root.path()).unwrap());
        found.retain(|line| !line.ends_with("/var/lib") && !line.ends_with("/dpkg") && !line.ends_with("/info"));
        assert_eq!(found, ["gone: /usr/bin/other", "changed: /usr/bin/tool", "left: /var/lib/dpkg/info/left.list"]);
    }
}
