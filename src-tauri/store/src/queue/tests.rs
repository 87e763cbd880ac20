#![allow(clippy::unwrap_used)]

use domain::submission::{Completed, Queued, Reason, Refused, State};
use domain::{DistributionId, InvalidationId};
use engine::ports::{Move, NewSubmission, Records};

use super::*;
use crate::Store;
use crate::samples::{NOON, account, after_noon, queued};

/// Runs of so many parts each, numbered from 1 in their order.
async fn runs(parts: &[usize]) -> (Store, Vec<RunId>) {
    let store = Store::in_memory().await.unwrap();
    let mut runs = Vec::new();
    for (run, count) in parts.iter().enumerate() {
        let new = (0..*count).map(|part| queued(&format!("{run}-{part}"))).collect();
        runs.push(store.add_submissions(new).await.unwrap()[0].run);
    }
    (store, runs)
}

fn refused() -> State {
    State::Refused(Refused { at: NOON, reason: Reason { code: "denied".to_owned(), detail: String::new() } })
}

fn instead_of(id: i64, run: RunId, reference: &str) -> NewSubmission {
    NewSubmission { run: Some(run), replaces: Some(SubmissionId(id)), ..queued(reference) }
}

/// Splits a queued submission in two.
async fn halve(store: &Store, id: i64, run: RunId) {
    let gone = Move { id: SubmissionId(id), from: State::Queued(Queued::default()), to: refused() };
    let halves = vec![instead_of(id, run, &format!("{id}a")), instead_of(id, run, &format!("{id}b"))];
    store.replace_submission(&gone, halves, NOON).await.unwrap().expect("nobody was quicker");
}

#[tokio::test]
async fn the_queue_is_in_the_order_of_the_clicks_until_a_person_moves_a_run() {
    let (store, runs) = runs(&[2, 1, 2]).await;
    assert_eq!(store.unsettled_ids().await, [1, 2, 3, 4, 5]);
    store.move_run(runs[2], Some(runs[0])).await.unwrap();
    assert_eq!(store.unsettled_ids().await, [4, 5, 1, 2, 3]);
    store.move_run(runs[0], None).await.unwrap();
    assert_eq!(store.unsettled_ids().await, [4, 5, 3, 1, 2]);
    store.move_run(runs[1], Some(runs[1])).await.unwrap();
    store.move_run(RunId(99), Some(runs[0])).await.unwrap();
    assert_eq!(
        store.unsettled_ids().await,
        [4, 5, 3, 1, 2],
        "before itself it stands; what is not there moves nothing"
    );
}

#[tokio::test]
async fn a_part_that_is_not_settled_or_may_be_sent_again_goes_with_the_rest_of_its_run() {
    let (store, runs) = runs(&[1, 3]).await;
    store.move_submission(SubmissionId(2), &State::Sending(Queued::default().send(NOON)), NOON).await.unwrap();
    store.move_submission(SubmissionId(3), &refused(), NOON).await.unwrap();
    store.move_run(runs[1], Some(runs[0])).await.unwrap();
    assert_eq!(store.unsettled_ids().await, [2, 4, 1]);
    store.add_submission(instead_of(3, runs[1], "again")).await.unwrap();
    assert_eq!(store.unsettled_ids().await, [2, 5, 4, 1], "in its own place, between the others of its run");
}

#[tokio::test]
async fn halves_stand_where_the_whole_stood_however_often_it_is_halved() {
    let (store, runs) = runs(&[2, 1]).await;
    halve(&store, 1, runs[0]).await;
    assert_eq!(store.unsettled_ids().await, [4, 5, 2, 3]);
    halve(&store, 4, runs[0]).await;
    assert_eq!(store.unsettled_ids().await, [6, 7, 5, 2, 3]);
    halve(&store, 5, runs[0]).await;
    assert_eq!(store.unsettled_ids().await, [6, 7, 8, 9, 2, 3]);
    let last = store.add_submission(queued("last")).await.unwrap();
    assert_eq!(store.unsettled_ids().await.last(), Some(&last.id.0));
    let parts = store.parts(runs[0]).await.unwrap();
    let own: Vec<i64> = parts.iter().filter(|part| !part.is_replaced).map(|part| part.id.0).collect();
    assert_eq!(own, [6, 7, 8, 9, 2]);
}

#[tokio::test]
async fn a_refused_part_goes_on_in_its_own_place_once() {
    let (store, runs) = runs(&[3, 1]).await;
    store.move_submission(SubmissionId(2), &refused(), NOON).await.unwrap();
    let part = (runs[0], queued("x").order.target, SubmissionId(2));
    assert_eq!(store.refused_parts(&account()).await.unwrap(), [part]);
    store.add_submissions(vec![instead_of(2, runs[0], "again"), instead_of(2, runs[0], "again-2")]).await.unwrap();
    assert_eq!(store.unsettled_ids().await, [1, 5, 6, 3, 4]);
    assert_eq!(store.refused_parts(&account()).await.unwrap(), []);
    let twice = store.add_submission(instead_of(2, runs[0], "twice")).await.unwrap_err();
    assert!(twice.detail().contains("sent again already"), "{twice}");
    assert_eq!(store.unsettled_ids().await, [1, 5, 6, 3, 4], "nothing moved");
}

#[tokio::test]
async fn a_refused_part_is_of_no_account_where_nothing_of_its_run_waits() {
    let (store, _) = runs(&[1, 2]).await;
    store.move_submission(SubmissionId(1), &refused(), NOON).await.unwrap();
    assert_eq!(store.refused_parts(&account()).await.unwrap(), []);
    store.move_submission(SubmissionId(2), &refused(), NOON).await.unwrap();
    assert_eq!(store.refused_parts(&account()).await.unwrap().len(), 1);
    assert_eq!(store.refused_parts(&AccountKey::known("aws", "0", None)).await.unwrap(), []);
}

#[tokio::test]
async fn the_latest_completed_ones_tell_how_long_one_takes() {
    let (store, _) = runs(&[1, 1, 1, 1]).await;
    for (id, taken, seen) in [(1, 0, 10), (2, 20, 24), (3, 30, 37)] {
        let completed = Completed {
            invalidation: InvalidationId::new(format!("I{id}")),
            created: after_noon(taken),
            seen: after_noon(seen),
        };
        store.move_submission(SubmissionId(id), &State::Completed(completed), NOON).await.unwrap();
    }
    let seconds = async |at_most| -> Vec<i64> {
        store.completion_times(&account(), at_most).await.unwrap().iter().map(|time| time.as_secs()).collect()
    };
    assert_eq!(seconds(2).await, [7, 4]);
    assert_eq!(seconds(9).await, [7, 4, 10]);
}

#[tokio::test]
async fn outlines_tell_what_is_asked_for_without_the_items() {
    let store = Store::in_memory().await.unwrap();
    let mut new = queued("a");
    new.order.target = Target::Distribution(DistributionId::new("E2"));
    let added = store.add_submission(new).await.unwrap();
    let outline = &store.unsettled().await.unwrap()[0];
    assert_eq!((outline.id, outline.run, &outline.target), (added.id, added.run, &added.order.target));
    // Two files, one of them a tag, and a wildcard.
    assert_eq!(outline.load, Load { files: 2, wildcards: 1 });
}
