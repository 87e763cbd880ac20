use std::time::Duration;

use super::*;
use crate::testing::{Stage, target};

async fn seconds(count: u64) {
    tokio::time::sleep(Duration::from_secs(count)).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_in_progress_is_followed_to_its_end_and_told() {
    let stage = Stage::new();
    let mut changes = stage.house.changes();
    let submission = stage.submit().await;
    seconds(10).await;
    assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
    stage.cloudfront.complete_all();
    seconds(5).await;
    assert!(matches!(stage.state(submission.id).await, State::Completed(_)));
    let mut told = false;
    while let Ok(change) = changes.try_recv() {
        told |= matches!(change, Change::Invalidation { status: InvalidationStatus::Completed, .. });
    }
    assert!(told);
    let kept = stage.records.invalidations.lock().expect("not poisoned").clone();
    assert!(kept.iter().all(|(_, _, invalidation)| invalidation.status.is_completed()));
}

#[tokio::test(start_paused = true)]
async fn whoever_sees_it_done_first_ends_its_submission() {
    let stage = Stage::new();
    let submission = stage.submit().await;
    while !matches!(stage.state(submission.id).await, State::InProgress(_)) {
        tokio::task::yield_now().await;
    }
    let id = stage.state(submission.id).await.invalidation().expect("it was taken").clone();
    stage.cloudfront.complete_all();
    let seen = stage.house.invalidation(&ConnectionId::practice(), &target(), &id).await.expect("it is there");
    assert!(seen.status.is_completed());
    assert!(matches!(stage.state(submission.id).await, State::Completed(_)), "before anybody looked by themselves");
}

#[tokio::test(start_paused = true)]
async fn nothing_is_asked_for_once_all_is_complete() {
    let stage = Stage::new();
    stage.submit().await;
    stage.cloudfront.complete_all();
    seconds(10).await;
    let reads = *stage.cloudfront.reads.lock().expect("not poisoned");
    seconds(3600).await;
    assert_eq!(*stage.cloudfront.reads.lock().expect("not poisoned"), reads);
}

#[tokio::test(start_paused = true)]
async fn several_in_flight_cost_one_list_a_look() {
    let stage = Stage::new();
    for _ in 0..5 {
        stage.submit().await;
    }
    seconds(4).await;
    seconds(1).await;
    let (gets, lists) = *stage.cloudfront.reads.lock().expect("not poisoned");
    assert_eq!((gets, lists), (0, 1));
}

#[tokio::test(start_paused = true)]
async fn looks_grow_rarer_after_the_first_minute() {
    let stage = Stage::new();
    stage.submit().await;
    seconds(61).await;
    let early = stage.cloudfront.reads.lock().expect("not poisoned").0;
    assert!((12..=20).contains(&early), "every three to five seconds: {early}");
    seconds(3600).await;
    let late = stage.cloudfront.reads.lock().expect("not poisoned").0 - early;
    assert!(late <= 3600 / 30 + 8, "at most every 30 seconds, but for the stretch: {late}");
}

#[tokio::test(start_paused = true)]
async fn whoever_may_not_read_is_told_so_rather_than_left_waiting() {
    let stage = Stage::new();
    let submission = stage.submit().await;
    let denied = Failure::Denied { action: None, resource: None, detail: String::new() };
    *stage.cloudfront.reading.lock().expect("not poisoned") = Some(denied);
    seconds(5).await;
    assert!(matches!(stage.state(submission.id).await, State::Accepted(_)));
}

#[tokio::test(start_paused = true)]
async fn a_network_that_fails_for_a_while_ends_nothing() {
    let stage = Stage::new();
    let submission = stage.submit().await;
    let down = Failure::Unreachable { endpoint: "x".into(), detail: String::new() };
    *stage.cloudfront.reading.lock().expect("not poisoned") = Some(down);
    seconds(600).await;
    *stage.cloudfront.reading.lock().expect("not poisoned") = None;
    stage.cloudfront.complete_all();
    seconds(31).await;
    assert!(matches!(stage.state(submission.id).await, State::Completed(_)));
}

#[tokio::test(start_paused = true)]
async fn a_restart_goes_on_following() {
    let first = Stage::new();
    let submission = first.submit().await;
    let second = Stage::over(first.records.clone());
    *second.cloudfront.taken.lock().expect("not poisoned") =
        first.cloudfront.taken.lock().expect("not poisoned").clone();
    second.cloudfront.complete_all();
    second.house.resume().await.expect("resumed");
    seconds(5).await;
    assert!(matches!(second.state(submission.id).await, State::Completed(_)));
    assert_eq!(target(), submission.order.target);
}

#[tokio::test(start_paused = true)]
async fn what_comes_into_progress_as_its_target_s_tracker_ends_is_followed_too() {
    let stage = Stage::new();
    stage.submit().await;
    stage.cloudfront.complete_all();
    seconds(5).await;
    // The next look, after eight seconds, finds nothing; that it does is heard a second later.
    *stage.records.hearing.lock().expect("not poisoned") = Duration::from_secs(1);
    tokio::time::sleep(Duration::from_millis(3_500)).await;
    let late = stage.submit().await;
    stage.cloudfront.complete_all();
    seconds(30).await;
    assert!(matches!(stage.state(late.id).await, State::Completed(_)));
}
