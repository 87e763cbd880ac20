#![allow(clippy::unwrap_used)]

use engine::ports::Records;

use super::*;
use crate::Store;
use crate::samples::{NOON, after_noon, queued};

const DAY: i64 = 86_400;

async fn settled(store: &Store) {
    tokio::task::yield_now().await;
    store.keeper.as_ref().unwrap().idle().await;
}

/// The numbers and the times, in days after noon.
fn kept(data: &Path) -> Vec<(u64, i64)> {
    let days = |backup: Backup| (backup.number, (backup.made.as_second() - NOON.as_second()) / DAY);
    all(data).unwrap().into_iter().map(days).collect()
}

/// Starts the app, and ends it again.
async fn start(data: &Path, day: i64) {
    let store = Store::open_at(data, after_noon(day * DAY)).await.unwrap();
    settled(&store).await;
    store.close().await;
}

#[tokio::test]
async fn a_start_makes_one_a_day_and_the_last_five_are_kept() {
    let data = tempfile::tempdir().unwrap();
    start(data.path(), 0).await;
    assert_eq!(kept(data.path()), [], "of what is new there is nothing to keep");
    for day in 1..=7 {
        start(data.path(), day).await;
        start(data.path(), day).await;
    }
    assert_eq!(kept(data.path()), [(3, 3), (4, 4), (5, 5), (6, 6), (7, 7)]);
}

#[tokio::test]
async fn it_holds_everything_and_is_for_its_owner_alone() {
    let data = tempfile::tempdir().unwrap();
    let store = Store::open_at(data.path(), NOON).await.unwrap();
    store.add_submission(queued("one")).await.unwrap();
    settled(&store).await;
    // The first submission found that there was none yet.
    let backup = all(data.path()).unwrap().pop().unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&data.path().join(FOLDER)), mode(&backup.path)), (0o700, 0o600));
    }
    let other = tempfile::tempdir().unwrap();
    std::fs::copy(&backup.path, other.path().join("housekeeper.db")).unwrap();
    let copy = Store::open_at(other.path(), NOON).await.unwrap();
    assert_eq!(copy.submissions(0, 10).await.unwrap(), store.submissions(0, 10).await.unwrap());
}

#[tokio::test]
async fn many_submissions_make_one_within_the_day() {
    let data = tempfile::tempdir().unwrap();
    let store = Store::open_at(data.path(), NOON).await.unwrap();
    for number in 0..=2 * SUBMISSIONS {
        store.add_submission(queued(&format!("{number}"))).await.unwrap();
        settled(&store).await;
    }
    // One with the first of all, and one after each so many.
    assert_eq!(kept(data.path()), [(1, 0), (2, 0), (3, 0)]);
}

#[tokio::test]
async fn a_clock_that_was_set_back_neither_stops_them_nor_drops_the_new_ones() {
    let data = tempfile::tempdir().unwrap();
    start(data.path(), 0).await;
    for day in 1_000..=1_005 {
        start(data.path(), day).await;
    }
    for day in [1, 2] {
        start(data.path(), day).await;
    }
    assert_eq!(kept(data.path()), [(4, 1_003), (5, 1_004), (6, 1_005), (7, 1), (8, 2)]);
}

#[tokio::test]
async fn what_a_crash_left_unfinished_is_no_backup_and_in_nobodys_way() {
    let data = tempfile::tempdir().unwrap();
    start(data.path(), 0).await;
    std::fs::create_dir(data.path().join(FOLDER)).unwrap();
    std::fs::write(data.path().join(FOLDER).join(UNFINISHED), "half of it").unwrap();
    std::fs::write(data.path().join(FOLDER).join("notes.txt"), "somebody's own").unwrap();
    assert_eq!(kept(data.path()), []);
    start(data.path(), 1).await;
    assert_eq!(kept(data.path()), [(1, 1)]);
    assert!(!data.path().join(FOLDER).join(UNFINISHED).exists());
    assert!(data.path().join(FOLDER).join("notes.txt").exists());
}

#[tokio::test]
async fn a_damaged_database_is_never_backed_up() {
    let data = tempfile::tempdir().unwrap();
    start(data.path(), 0).await;
    start(data.path(), 1).await;
    let store = Store::open_at(data.path(), after_noon(DAY)).await.unwrap();
    store.add_submission(queued("one")).await.unwrap();
    settled(&store).await;
    let before = kept(data.path());
    let page: i64 = sqlx::query_scalar("SELECT rootpage FROM sqlite_schema WHERE name = 'submission_transition'")
        .fetch_one(&store.pool)
        .await
        .unwrap();
    // Behind SQLite's back, as a failing disk would; first the log, or it would still have the page as it was.
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&store.pool).await.unwrap();
    let mut bytes = std::fs::read(data.path().join("housekeeper.db")).unwrap();
    bytes[(page as usize - 1) * 4_096..page as usize * 4_096].fill(0xa5);
    store.close().await;
    std::fs::write(data.path().join("housekeeper.db"), bytes).unwrap();
    let pool = SqlitePool::connect_with(
        sqlx::sqlite::SqliteConnectOptions::new().filename(data.path().join("housekeeper.db")),
    )
    .await
    .unwrap();
    let keeper = Keeper::new(data.path().to_owned());
    keeper.make_now(&pool, after_noon(9 * DAY)).await.unwrap_err();
    assert_eq!(kept(data.path()), before);
}
