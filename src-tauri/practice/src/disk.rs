//! The account's memory between two starts.
//!
//! A folder holds `account.json`, which says when the account was first opened, and one file an invalidation under
//! `invalidations/`. Each is written beside its place and then moved there, so that it is there whole or not at all.
//! A file that cannot be read is moved aside and told of in the log; it is never written over.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::invalidation::Invalidation;

const ACCOUNT: &str = "account.json";
const INVALIDATIONS: &str = "invalidations";
const JSON: &str = "json";

#[derive(Serialize, Deserialize)]
struct Opened {
    opened: Timestamp,
}

/// The folder.
#[derive(Debug)]
pub(crate) struct Disk(PathBuf);

impl Disk {
    /// Makes the folder where there is none.
    pub(crate) fn open(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder.join(INVALIDATIONS))?;
        Ok(Self(folder.to_owned()))
    }

    /// When the account was first opened: `now`, where it never was.
    pub(crate) fn opened(&self, now: Timestamp) -> io::Result<Timestamp> {
        let path = self.0.join(ACCOUNT);
        if let Some(Opened { opened }) = read(&path)? {
            return Ok(opened);
        }
        write(&path, &Opened { opened: now })?;
        Ok(now)
    }

    /// Everything that was kept, each target's oldest first.
    pub(crate) fn invalidations(&self) -> io::Result<Vec<Invalidation>> {
        let mut all: Vec<Invalidation> = Vec::new();
        for entry in fs::read_dir(self.0.join(INVALIDATIONS))? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == JSON) {
                all.extend(read(&path)?);
            }
        }
        all.sort_by_key(|one| (one.number, one.created));
        Ok(all)
    }

    /// Keeps one.
    pub(crate) fn keep(&self, invalidation: &Invalidation) -> io::Result<()> {
        let name = Path::new(&invalidation.id).with_extension(JSON);
        write(&self.0.join(INVALIDATIONS).join(name), invalidation)
    }
}

/// Reads a file; `None` where there is none, or none that can be understood.
fn read<T: DeserializeOwned>(path: &Path) -> io::Result<Option<T>> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    match serde_json::from_slice(&bytes) {
        Ok(read) => Ok(Some(read)),
        Err(error) => {
            let aside = free_name(path);
            fs::rename(path, &aside)?;
            let (path, aside) = (path.display(), aside.display());
            tracing::warn!(%path, %aside, %error, "a file of the practice account is damaged and was set aside");
            Ok(None)
        }
    }
}

/// A name beside this one that nothing has yet.
fn free_name(path: &Path) -> PathBuf {
    let mut name = path.with_extension("damaged");
    for number in 2.. {
        if !name.exists() {
            break;
        }
        name = path.with_extension(format!("damaged-{number}"));
    }
    name
}

/// Writes beside, flushes, and moves into place.
fn write(path: &Path, content: &impl Serialize) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(&serde_json::to_vec(content)?)?;
    file.sync_all()?;
    fs::rename(beside, path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::operation::Target;

    const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);
    const LATER: Timestamp = Timestamp::constant(1_795_352_400, 0);

    fn invalidation(number: u64) -> Invalidation {
        Invalidation {
            id: format!("I{}", 100 - number),
            target: Target::Distribution("E1".to_owned()),
            number,
            created: NOW,
            completes: LATER,
            reference: format!("r{number}"),
            items: vec!["/a&b".to_owned(), "#t".to_owned()],
        }
    }

    #[test]
    fn what_is_kept_comes_back_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::open(folder.path()).unwrap();
        assert_eq!(disk.opened(NOW).unwrap(), NOW);
        for number in 1..=12 {
            disk.keep(&invalidation(number)).unwrap();
        }
        let again = Disk::open(folder.path()).unwrap();
        assert_eq!(again.opened(LATER).unwrap(), NOW, "the first opening counts");
        assert_eq!(again.invalidations().unwrap(), (1..=12).map(invalidation).collect::<Vec<_>>());
    }

    #[test]
    fn damaged_files_are_set_aside_and_the_rest_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::open(folder.path()).unwrap();
        disk.keep(&invalidation(1)).unwrap();
        disk.keep(&invalidation(2)).unwrap();
        let broken = folder.path().join(INVALIDATIONS).join("I98.json");
        for aside in ["I98.damaged", "I98.damaged-2"] {
            fs::write(&broken, "{\"id\": \"I9").unwrap();
            assert_eq!(disk.invalidations().unwrap(), [invalidation(1)]);
            let aside = folder.path().join(INVALIDATIONS).join(aside);
            assert_eq!(fs::read_to_string(aside).unwrap(), "{\"id\": \"I9");
        }
        fs::write(folder.path().join(ACCOUNT), "").unwrap();
        assert_eq!(disk.opened(LATER).unwrap(), LATER);
    }

    #[test]
    fn a_write_that_was_cut_off_is_not_taken_for_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::open(folder.path()).unwrap();
        fs::write(folder.path().join(INVALIDATIONS).join("I1.new"), "{\"id\"").unwrap();
        assert_eq!(disk.invalidations().unwrap(), []);
    }
}
