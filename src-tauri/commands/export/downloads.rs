//! The person's Downloads folder.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use directories::UserDirs;

/// A new file there, under this name or, where that is taken, with a number behind it, as browsers do.
pub(super) fn new_file(name: &str) -> io::Result<(File, PathBuf)> {
    let dirs = UserDirs::new().ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "there is no home folder"))?;
    // On Linux a desktop without `user-dirs.dirs` names none.
    let folder = dirs.download_dir().map_or_else(|| dirs.home_dir().join("Downloads"), Path::to_owned);
    std::fs::create_dir_all(&folder)?;
    new_in(&folder, name)
}

fn new_in(folder: &Path, name: &str) -> io::Result<(File, PathBuf)> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    for number in 1.. {
        let path = folder.join(if number == 1 { name.to_owned() } else { format!("{stem} ({number}).{ending}") });
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 10_000 => {}
            file => return Ok((file?, path)),
        }
    }
    // Not reached: the last number's answer is given, whatever it is.
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        for expected in ["a.b.txt", "a.b (2).txt", "a.b (3).txt"] {
            assert_eq!(new_in(folder.path(), "a.b.txt").unwrap().1, folder.path().join(expected));
        }
    }
}
