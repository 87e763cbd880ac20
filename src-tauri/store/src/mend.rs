//! A damaged database: set aside, and restored from the last good backup.
//!
//! Three steps, so that a crash between any two of them loses nothing and is made good at the next start. The new
//! records are made whole beside the damaged ones, with the note that they are restored; then every file of the damaged
//! database moves into a folder of its own; then the new one takes its place. Nothing is ever overwritten.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::backups::{self, Backup};
use crate::disk::{self, beside};
use crate::open::{BUSY, FILE, MIGRATIONS};
use crate::sound::{self, sound_or};
use crate::{StoreError, mended, shape};

/// The folder of what was set aside, in the data folder.
const FOLDER: &str = "damaged";

/// The new records, until they are whole.
const UNFINISHED: &str = "new.part";

/// The new records, whole, until they take their place.
const READY: &str = "new.ready";

/// What SQLite keeps beside a database (sqlite.org/tempfiles.html).
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Sets the database of a data folder aside, and puts the newest sound backup in its place, or an empty one where there
/// is none.
pub(crate) async fn mend(data: &Path, problem: &str, now: Timestamp) -> Result<(), StoreError> {
    let cannot = |source| StoreError::Folder { path: data.join(FOLDER), source };
    tracing::error!(problem, "the database is damaged");
    let aside = new_folder(&data.join(FOLDER), &disk::stamp(now)).map_err(cannot)?;
    prepare(data, &aside, now).await?;
    swap(data, &aside).map_err(cannot)
}

/// Ends a mending that a crash cut short.
pub(crate) fn finish(data: &Path) -> Result<(), StoreError> {
    let cannot = |source| StoreError::Folder { path: data.join(FOLDER), source };
    let folders = match std::fs::read_dir(data.join(FOLDER)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        folders => folders.map_err(cannot)?,
    };
    for folder in folders {
        let aside = folder.map_err(cannot)?.path();
        disk::remove(&aside.join(UNFINISHED)).or_else(not_a_folder).map_err(cannot)?;
        if aside.join(READY).exists() {
            swap(data, &aside).map_err(cannot)?;
        }
    }
    Ok(())
}

/// A file that somebody put among the folders is no concern of ours.
fn not_a_folder(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::NotADirectory { Ok(()) } else { Err(error) }
}

/// Makes the new records, and calls them ready when they are on the disk.
async fn prepare(data: &Path, aside: &Path, now: Timestamp) -> Result<(), StoreError> {
    let cannot = |source| StoreError::Folder { path: aside.to_owned(), source };
    let unfinished = aside.join(UNFINISHED);
    let damaged = disk::length(&data.join(FILE)).map_err(cannot)?.map(|_| aside.join(FILE));
    let backups = backups::all(data).map_err(cannot)?;
    let mut made = false;
    for backup in backups.iter().rev() {
        match restore(backup, &unfinished, damaged.as_deref(), now).await {
            Ok(()) => {
                made = true;
                break;
            }
            // A full disk fails with every one of them: better to say so than to begin anew for want of room.
            Err(error) if error.is_about_the_disk() => return Err(error),
            Err(error) => tracing::warn!(backup = %backup.path.display(), %error, "a backup is of no use"),
        }
    }
    if !made {
        disk::remove(&unfinished).map_err(cannot)?;
        disk::make_file(&unfinished).map_err(cannot)?;
        fill(&unfinished, damaged.as_deref(), None, now).await?;
    }
    disk::sync(&unfinished).map_err(cannot)?;
    std::fs::rename(&unfinished, aside.join(READY)).map_err(cannot)?;
    disk::sync_names(aside).map_err(cannot)
}

async fn restore(backup: &Backup, to: &Path, damaged: Option<&Path>, now: Timestamp) -> Result<(), StoreError> {
    let cannot = |source| StoreError::Folder { path: to.to_owned(), source };
    sound_or(backup.path.clone(), sound::look(&backup.path, true).await?)?;
    disk::remove(to).map_err(cannot)?;
    disk::make_file(to).map_err(cannot)?;
    // `fs::copy` would take over the permissions too; these are our own either way.
    std::fs::copy(&backup.path, to).map_err(cannot)?;
    fill(to, damaged, Some(backup.made), now).await
}

/// Brings new records up to date, and notes in them what they took the place of.
async fn fill(
    path: &Path,
    damaged: Option<&Path>,
    restored_from: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let cannot = |source| StoreError::Open { path: path.to_owned(), source };
    // Without a log beside it, so that it is one file that can be moved.
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Delete)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.map_err(cannot)?;
    let filled = match MIGRATIONS.run(&pool).await {
        Ok(()) => match shape::check(&pool, path).await {
            Ok(()) => mended::note(&pool, damaged, restored_from, now).await,
            damage => damage,
        },
        Err(source) => Err(StoreError::Migration { path: path.to_owned(), source }),
    };
    pool.close().await;
    filled
}

/// Moves what is in the way into the folder, and the new records into their place.
fn swap(data: &Path, aside: &Path) -> io::Result<()> {
    let database = data.join(FILE);
    // The database first: while it is there and its log is not, it would read as an earlier state of itself.
    move_aside(&database, &aside.join(FILE))?;
    for ending in BESIDE {
        move_aside(&beside(&database, ending), &beside(&aside.join(FILE), ending))?;
    }
    disk::sync_names(aside)?;
    disk::sync_names(data)?;
    std::fs::rename(aside.join(READY), &database)?;
    disk::sync_names(data)?;
    // Where nothing was left to set aside, the folder has served its purpose; one with something in it stays.
    let _ = std::fs::remove_dir(aside);
    Ok(())
}

/// Moves a file, where there is one, to a name that nothing has.
fn move_aside(from: &Path, to: &Path) -> io::Result<()> {
    let mut to = to.to_owned();
    while to.exists() {
        to = beside(&to, "-again");
    }
    match std::fs::rename(from, to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A folder that was not there before: `name`, or `name-2` and so on.
fn new_folder(parent: &Path, name: &str) -> io::Result<PathBuf> {
    disk::make_folder(parent)?;
    let mut folder = parent.join(name);
    let mut count = 1;
    while folder.exists() {
        count += 1;
        folder = parent.join(format!("{name}-{count}"));
    }
    disk::make_folder(&folder)?;
    Ok(folder)
}

#[cfg(test)]
mod tests;
