#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::io::{Seek, SeekFrom, Write};

use domain::InvalidationId;
use domain::submission::{Completed, SubmissionId};
use domain::submission::{Queued, State};
use engine::ports::{Mended, Records};
use proptest::prelude::*;

use super::*;
use crate::Store;
use crate::samples::{NOON, after_noon, queued};

mod crash;

/// Two days after noon: the next start, with a backup due.
const LATER: i64 = 2 * 86_400;

/// A data folder with a backup that holds the submissions `before`, and a database that holds `after` as well.
async fn folder(before: u32, after: u32) -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    let store = Store::open_at(data.path(), NOON).await.unwrap();
    for number in 0..before {
        store.add_submission(queued(&format!("before-{number}"))).await.unwrap();
    }
    if before > 0 {
        settled(&store).await;
        store.keeper.as_ref().unwrap().make_now(&store.pool, after_noon(60)).await.unwrap();
    }
    for number in 0..after {
        store.add_submission(queued(&format!("after-{number}"))).await.unwrap();
    }
    store.close().await;
    if before == 0 {
        std::fs::remove_dir_all(data.path().join("backups")).unwrap_or_default();
    }
    data
}

/// Lets the backup that was asked for begin, and waits for its end.
async fn settled(store: &Store) {
    tokio::task::yield_now().await;
    store.keeper.as_ref().unwrap().idle().await;
}

async fn opened(data: &Path) -> Store {
    let store = Store::open_at(data, after_noon(LATER)).await.unwrap();
    settled(&store).await;
    store
}

async fn references(store: &Store) -> Vec<String> {
    let mut all = store.submissions(0, 1_000).await.unwrap().1;
    all.sort_by_key(|submission| submission.id);
    all.into_iter().map(|submission| submission.order.reference.as_str().to_owned()).collect()
}

fn database(data: &Path) -> PathBuf {
    data.join(FILE)
}

fn overwrite(path: &Path, at: u64, bytes: &[u8]) {
    let mut file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(bytes).unwrap();
}

fn cut(path: &Path, length: u64) {
    std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
}

/// Where the first page of a table is.
async fn first_page_of(data: &Path, table: &str) -> u64 {
    let store = Store::open_at(data, NOON).await.unwrap();
    let page: i64 = sqlx::query_scalar("SELECT rootpage FROM sqlite_schema WHERE name = ?")
        .bind(table)
        .fetch_one(&store.pool)
        .await
        .unwrap();
    let size: i64 = sqlx::query_scalar("PRAGMA page_size").fetch_one(&store.pool).await.unwrap();
    store.close().await;
    (page as u64 - 1) * size as u64
}

/// Opens a folder whose database is damaged, and looks that everything is as it was promised.
async fn mended_from_the_backup(data: &Path) {
    let damaged = std::fs::read(database(data)).unwrap();
    let store = opened(data).await;

    let mended = store.mended().await.unwrap().expect("the person is told");
    assert_eq!((mended.at, mended.restored_from), (after_noon(LATER), Some(after_noon(60))));
    let kept = PathBuf::from(mended.set_aside.expect("the damaged file is kept"));
    assert_eq!(kept, data.join("damaged/2026-11-24T120000Z").join(FILE));
    assert!(std::fs::read(&kept).unwrap() == damaged, "the damaged file is kept as it was, to the byte");

    assert_eq!(references(&store).await, ["before-0", "before-1"]);
    assert_eq!(store.restored_through().await.unwrap(), Some(SubmissionId(2)));
    // It goes on from there, and what is new is not what was restored.
    assert_eq!(store.add_submission(queued("new")).await.unwrap().id, SubmissionId(3));
    store.close().await;
    // Once is enough.
    let store = opened(data).await;
    assert_eq!(references(&store).await, ["before-0", "before-1", "new"]);
    assert_eq!(std::fs::read_dir(data.join("damaged")).unwrap().count(), 1);
    store.close().await;
}

#[tokio::test]
async fn a_truncated_file_is_set_aside_and_the_backup_restored() {
    for cut_to in [1, 99, 100, 4_096, 5_000, 20_480] {
        let data = folder(2, 3).await;
        cut(&database(data.path()), cut_to);
        mended_from_the_backup(data.path()).await;
    }
}

#[tokio::test]
async fn a_version_that_is_no_time_is_damage_and_no_newer_app() {
    for version in ["x'00ff'", "7", "9100000000000000000"] {
        let data = folder(2, 3).await;
        let store = Store::open_at(data.path(), NOON).await.unwrap();
        let wrong = format!("UPDATE _sqlx_migrations SET version = {version} WHERE version = 20261122120000");
        sqlx::query(sqlx::AssertSqlSafe(wrong)).execute(&store.pool).await.unwrap();
        store.close().await;
        mended_from_the_backup(data.path()).await;
    }
}

#[tokio::test]
async fn an_overwritten_header_is_noticed() {
    for (at, bytes) in [(0, &[0; 100][..]), (0, b"X"), (16, &[0xff; 2]), (18, &[9]), (18, &[2, 1]), (44, &[0xff; 4])] {
        let data = folder(2, 3).await;
        overwrite(&database(data.path()), at, bytes);
        mended_from_the_backup(data.path()).await;
    }
}

#[tokio::test]
async fn a_bad_page_in_the_middle_is_noticed() {
    for table in ["submission", "submission_item", "submission_transition", "submission_by_target", "_sqlx_migrations"]
    {
        for junk in [0, 0xa5] {
            let data = folder(2, 3).await;
            let at = first_page_of(data.path(), table).await;
            overwrite(&database(data.path()), at, &[junk; 4_096]);
            mended_from_the_backup(data.path()).await;
        }
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_kept() {
    let data = folder(2, 0).await;
    std::fs::write(database(data.path()), "Dear diary, ".repeat(1_000)).unwrap();
    mended_from_the_backup(data.path()).await;
}

#[tokio::test]
async fn an_emptied_file_is_not_taken_for_a_new_one() {
    let data = folder(2, 3).await;
    cut(&database(data.path()), 0);
    mended_from_the_backup(data.path()).await;
}

#[tokio::test]
async fn a_lost_file_is_restored_too() {
    let data = folder(2, 3).await;
    std::fs::remove_file(database(data.path())).unwrap();
    let store = opened(data.path()).await;
    assert_eq!(references(&store).await, ["before-0", "before-1"]);
    let mended = store.mended().await.unwrap().unwrap();
    assert_eq!(mended, Mended { at: after_noon(LATER), set_aside: None, restored_from: Some(after_noon(60)) });
    assert_eq!(std::fs::read_dir(data.path().join("damaged")).unwrap().count(), 0, "there was nothing to keep");
}

#[tokio::test]
async fn without_a_backup_it_begins_anew_and_says_so() {
    let data = folder(0, 3).await;
    overwrite(&database(data.path()), 0, &[0; 100]);
    let damaged = std::fs::read(database(data.path())).unwrap();
    let store = opened(data.path()).await;
    assert_eq!(references(&store).await, Vec::<String>::new());
    let mended = store.mended().await.unwrap().unwrap();
    assert_eq!(mended.restored_from, None);
    assert!(std::fs::read(mended.set_aside.unwrap()).unwrap() == damaged);
    assert_eq!(store.restored_through().await.unwrap(), Some(SubmissionId(0)));
}

#[tokio::test]
async fn a_new_folder_has_nothing_to_tell() {
    let data = tempfile::tempdir().unwrap();
    let store = opened(data.path()).await;
    assert_eq!((store.mended().await.unwrap(), store.restored_through().await.unwrap()), (None, None));
    assert!(!data.path().join("damaged").exists());
}

#[tokio::test]
async fn the_notice_stays_until_it_is_dismissed() {
    let data = folder(2, 3).await;
    cut(&database(data.path()), 0);
    for _ in 0..2 {
        let store = opened(data.path()).await;
        assert!(store.mended().await.unwrap().is_some());
        store.close().await;
    }
    let store = opened(data.path()).await;
    store.dismiss_mended().await.unwrap();
    store.close().await;
    let store = opened(data.path()).await;
    assert_eq!(store.mended().await.unwrap(), None);
    assert_eq!(store.restored_through().await.unwrap(), Some(SubmissionId(2)), "what is held back stays so");
}

#[tokio::test]
async fn a_damaged_backup_is_passed_over() {
    let data = folder(2, 1).await;
    let store = Store::open_at(data.path(), NOON).await.unwrap();
    store.keeper.as_ref().unwrap().make_now(&store.pool, after_noon(3_600)).await.unwrap();
    store.close().await;
    let newest = backups::all(data.path()).unwrap().pop().unwrap();
    assert_eq!(newest.made, after_noon(3_600));
    overwrite(&newest.path, 4_096, &[0xa5; 4_096]);
    let before = std::fs::read(&newest.path).unwrap();
    overwrite(&database(data.path()), 0, &[0; 100]);
    mended_from_the_backup(data.path()).await;
    assert!(std::fs::read(&newest.path).unwrap() == before, "a backup is left as it was");
}

#[tokio::test]
async fn what_was_set_aside_once_is_not_overwritten_in_the_same_second() {
    let data = folder(2, 0).await;
    for round in 1..=3 {
        overwrite(&database(data.path()), 0, &[round; 100]);
        opened(data.path()).await.close().await;
    }
    let mut first_bytes = std::fs::read_dir(data.path().join("damaged"))
        .unwrap()
        .map(|folder| std::fs::read(folder.unwrap().path().join(FILE)).unwrap()[0])
        .collect::<Vec<_>>();
    first_bytes.sort();
    assert_eq!(first_bytes, [1, 2, 3]);
}

#[tokio::test]
async fn what_is_not_damage_is_left_alone() {
    // A folder where the file should be is no damaged database, and nothing of ours to move.
    let data = tempfile::tempdir().unwrap();
    std::fs::create_dir(database(data.path())).unwrap();
    Store::open_at(data.path(), NOON).await.unwrap_err();
    assert!(database(data.path()).is_dir() && !data.path().join("damaged").exists());
}

#[tokio::test]
async fn a_state_that_came_after_the_backup_is_gone_with_the_notice() {
    let data = folder(1, 0).await;
    let store = Store::open_at(data.path(), after_noon(61)).await.unwrap();
    let invalidation = InvalidationId::new("I1");
    let done = State::Completed(Completed { invalidation, created: NOON, seen: NOON });
    store.move_submission(SubmissionId(1), &done, NOON).await.unwrap();
    store.close().await;
    overwrite(&database(data.path()), 0, &[0; 100]);

    let store = opened(data.path()).await;
    let restored = store.submission(SubmissionId(1)).await.unwrap().unwrap();
    assert_eq!(restored.state, State::Queued(Queued::default()), "as the backup had it");
    assert_eq!(store.restored_through().await.unwrap(), Some(restored.id), "so it may not go out by itself");
}

/// Every file of a data folder, by its name in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, into: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, into);
            } else {
                into.insert(path.strip_prefix(root).unwrap().to_owned(), std::fs::read(&path).unwrap());
            }
        }
    }
    let mut all = BTreeMap::new();
    walk(folder, folder, &mut all);
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_overwritten_the_app_starts_and_every_byte_is_kept(
        at in 0_u64..60_000, bytes in prop::collection::vec(any::<u8>(), 1..5_000), shortened in prop::option::of(0_u64..60_000)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let data = folder(2, 3).await;
            overwrite(&database(data.path()), at, &bytes);
            if let Some(length) = shortened {
                cut(&database(data.path()), length);
            }
            let damaged = std::fs::read(database(data.path())).unwrap();
            let store = opened(data.path()).await;
            // Bytes inside of a text are not noticed by anybody; what is noticed is kept.
            if store.mended().await.unwrap().is_some() {
                assert_eq!(references(&store).await, ["before-0", "before-1"]);
                assert!(files(&data.path().join("damaged")).into_values().any(|kept| kept == damaged));
            }
            store.close().await;
        });
    }
}
