#![allow(clippy::unwrap_used)]

use domain::submission::{Queued, State, SubmissionId};
use engine::ports::Records;
use sqlx::AssertSqlSafe;

use super::*;
use crate::Store;
use crate::samples::{NOON, queued};

/// Lets the database grow by so many pages and no further, as a full disk would.
async fn room_for(store: &Store, pages: i64) {
    // Each connection has a limit of its own, so all of the pool's are held at once.
    let mut connections = Vec::new();
    for _ in 0..4 {
        connections.push(store.pool.acquire().await.unwrap());
    }
    for connection in &mut connections {
        let used: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut **connection).await.unwrap();
        let limit = AssertSqlSafe(format!("PRAGMA max_page_count = {}", used + pages));
        sqlx::query(limit).execute(&mut **connection).await.unwrap();
    }
}

#[tokio::test]
async fn a_full_disk_is_told_as_such_stores_nothing_by_halves_and_is_over_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_at(folder.path(), NOON).await.unwrap();
    store.add_submission(queued("first")).await.unwrap();
    room_for(&store, 0).await;

    let mut stored = 1;
    let failure = loop {
        // What is left free in the pages takes some more.
        match store.add_submission(queued(&format!("more-{stored}"))).await {
            Ok(_) => stored += 1,
            Err(failure) => break failure,
        }
        assert!(stored < 1_000, "the disk never fills");
    };
    let Failure::Records { detail } = failure else { panic!("{failure:?}") };
    assert_eq!(
        detail,
        "could not store the submission: the disk that holds the app's data folder is full; make room on it, then try \
         again"
    );
    // All or nothing: neither a submission without its items nor items without their submission.
    assert_eq!(store.submissions(0, 2_000).await.unwrap().0, stored);
    assert_eq!(store.unsettled_ids().await.len() as u32, stored);

    room_for(&store, 1_000).await;
    let id = store.add_submission(queued("again")).await.unwrap().id;
    assert_eq!(id, SubmissionId(i64::from(stored) + 1), "the number was not used up");
    store.move_submission(id, &State::Queued(Queued::default()), NOON).await.unwrap();
    assert_eq!(store.history(id).await.unwrap().len(), 2);
}

#[tokio::test]
async fn damage_that_shows_while_it_is_in_use_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_at(folder.path(), NOON).await.unwrap();
    store.add_submission(queued("first")).await.unwrap();
    store.close().await;
    let path = folder.path().join("housekeeper.db");
    let store = Store::open_at(folder.path(), NOON).await.unwrap();
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, [&bytes[..4_096], &vec![0xa5; bytes.len() - 4_096]].concat()).unwrap();

    let failure = store.submissions(0, 10).await.unwrap_err();
    let Failure::Records { detail } = failure else { panic!("{failure:?}") };
    assert!(detail.contains("start it again"), "{detail}");
}
