//! Backups of the database: a few whole copies, the oldest going as new ones come.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{SignedDuration, Timestamp};
use sqlx::SqlitePool;

use crate::disk::{self, make_file, make_folder};
use crate::{StoreError, sound};

/// How many are kept.
const KEPT: usize = 5;

/// How old the newest may get.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// How many submissions may come after the newest: each that a backup lacks is one that a damaged disk takes from the
/// history.
const SUBMISSIONS: u32 = 50;

/// The folder of the backups, in the data folder.
const FOLDER: &str = "backups";

/// The name of one that is being made.
const UNFINISHED: &str = "unfinished.part";

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Backup {
    /// Rises from one to the next, so it orders them even where the clock was set back.
    pub(crate) number: u64,
    /// When it was made.
    pub(crate) made: Timestamp,
    /// Its file.
    pub(crate) path: PathBuf,
}

impl Backup {
    /// By its name: `000042-2026-11-22T120000Z.db`.
    fn named(path: PathBuf) -> Option<Self> {
        let (number, stamp) = path.file_name()?.to_str()?.strip_suffix(".db")?.split_once('-')?;
        Some(Self { number: number.parse().ok()?, made: disk::read_stamp(stamp)?, path })
    }
}

/// The backups in a data folder, oldest first; what is no backup is passed over.
pub(crate) fn all(data: &Path) -> std::io::Result<Vec<Backup>> {
    let entries = match std::fs::read_dir(data.join(FOLDER)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut backups = Vec::new();
    for entry in entries {
        backups.extend(Backup::named(entry?.path()));
    }
    backups.sort_by_key(|backup| backup.number);
    Ok(backups)
}

/// Whether the newest one is too old. One from the future, as a clock that was set back leaves it, says nothing of its
/// age, and counts as old where it is more than a day off.
pub(crate) fn due(backups: &[Backup], now: Timestamp) -> bool {
    backups.last().is_none_or(|newest| now.duration_since(newest.made).abs() >= EVERY)
}

/// Makes the backups of one database, one at a time.
#[derive(Debug)]
pub(crate) struct Keeper {
    data: PathBuf,
    since_the_last: AtomicU32,
    at_work: tokio::sync::Mutex<()>,
}

impl Keeper {
    pub(crate) fn new(data: PathBuf) -> Self {
        Self { data, since_the_last: AtomicU32::new(0), at_work: tokio::sync::Mutex::new(()) }
    }

    /// A submission came. Where that makes a backup due, it is made beside what goes on.
    pub(crate) fn after_submission(self: &Arc<Self>, pool: &SqlitePool, now: Timestamp) {
        let came = self.since_the_last.fetch_add(1, Ordering::Relaxed) + 1;
        self.when_due(pool, now, came >= SUBMISSIONS);
    }

    /// Makes a backup beside what goes on, where one is due or `in_any_case`.
    pub(crate) fn when_due(self: &Arc<Self>, pool: &SqlitePool, now: Timestamp, in_any_case: bool) {
        let (this, pool) = (Arc::clone(self), pool.clone());
        tokio::spawn(async move {
            // One under way has read what was there when it began; the next submission asks again.
            let Ok(_at_work) = this.at_work.try_lock() else { return };
            if let Err(error) = this.make_if(&pool, now, in_any_case).await {
                tracing::error!(%error, "the backup could not be made");
            }
        });
    }

    async fn make_if(&self, pool: &SqlitePool, now: Timestamp, in_any_case: bool) -> Result<(), StoreError> {
        let folder = self.data.join(FOLDER);
        let cannot = |source| StoreError::Folder { path: folder.clone(), source };
        let backups = all(&self.data).map_err(cannot)?;
        if !in_any_case && !due(&backups, now) {
            return Ok(());
        }
        // Counted from here: what comes while it is made may not be in it.
        self.since_the_last.store(0, Ordering::Relaxed);
        make_folder(&folder).map_err(cannot)?;
        let unfinished = folder.join(UNFINISHED);
        copy(pool, &unfinished).await?;
        let number = backups.last().map_or(1, |newest| newest.number + 1);
        let path = folder.join(format!("{number:06}-{}.db", disk::stamp(now)));
        std::fs::rename(&unfinished, &path).map_err(cannot)?;
        disk::sync_names(&folder).map_err(cannot)?;
        tracing::info!(backup = %path.display(), "backed up");
        let many = (backups.len() + 1).saturating_sub(KEPT);
        for old in &backups[..many] {
            disk::remove(&old.path).map_err(cannot)?;
        }
        Ok(())
    }

    /// Makes one in any case, and waits for it.
    #[cfg(test)]
    pub(crate) async fn make_now(&self, pool: &SqlitePool, now: Timestamp) -> Result<(), StoreError> {
        let _at_work = self.at_work.lock().await;
        self.make_if(pool, now, true).await
    }

    /// When the backups were made, oldest first.
    pub(crate) fn times(&self) -> std::io::Result<Vec<Timestamp>> {
        Ok(all(&self.data)?.into_iter().map(|backup| backup.made).collect())
    }

    /// Waits for the backup that is under way.
    pub(crate) async fn idle(&self) {
        let _at_work = self.at_work.lock().await;
    }
}

/// Copies the database, as of one moment, into a file of its own that is on the disk and sound when this returns.
async fn copy(pool: &SqlitePool, to: &Path) -> Result<(), StoreError> {
    let cannot = |source| StoreError::Folder { path: to.to_owned(), source };
    disk::remove(to).map_err(cannot)?;
    // SQLite fills an empty file as well as a new one, and this one is for its owner alone.
    make_file(to).map_err(cannot)?;
    sqlx::query("VACUUM INTO ?")
        .bind(to.to_string_lossy())
        .execute(pool)
        .await
        .map_err(StoreError::doing("back up the records"))?;
    disk::sync(to).map_err(cannot)?;
    sound::sound_or(to.to_owned(), sound::look(to, true).await?)
}

#[cfg(test)]
mod tests;
