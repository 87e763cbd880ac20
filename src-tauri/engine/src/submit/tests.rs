use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::testing::{Next, Stage, target};

fn lost() -> Failure {
    Failure::ReplyLost { detail: "time-out".to_owned() }
}

fn denied() -> Failure {
    Failure::Denied { action: Some("cloudfront:CreateInvalidation".into()), resource: None, detail: String::new() }
}

/// Long enough for every wait of the schedule so far; time is paused, so it passes at once.
async fn a_minute() {
    tokio::time::sleep(Duration::from_secs(60)).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_sent_was_stored_before() {
    // The scripted CloudFront itself asserts that the order stands in the records, as being sent.
    let stage = Stage::new();
    let submission = stage.submit().await;
    assert!(matches!(submission.state, State::InProgress(_)));
    assert_eq!(stage.cloudfront.orders().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_goes_at_once_is_stored_with_its_beginning_and_what_waits_is_not() {
    let stage = Stage::new();
    stage.records.settings.lock().expect("not poisoned").undo = Duration::ZERO;
    let first = stage.house.submit(&ConnectionId::practice(), &target(), "/a", "").await.expect("stored");
    assert!(matches!(first.state, State::Sending(_)), "{:?}", first.state);
    // The account sends one at a time, whether the first is done by then or not.
    stage.house.submit(&ConnectionId::practice(), &target(), "/b", "").await.expect("stored");
    a_minute().await;
    let orders = stage.cloudfront.orders();
    let sent: Vec<_> = orders.iter().map(|order| order.batch.items()[0].as_str()).collect();
    assert_eq!(sent, ["/a", "/b"], "each once, in their order");

    stage.house.pause_queue().await.expect("paused");
    let third = stage.house.submit(&ConnectionId::practice(), &target(), "/c", "").await.expect("stored");
    assert!(matches!(third.state, State::Queued(_)), "a paused queue lets nothing go: {:?}", third.state);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_when_it_cannot_be_stored() {
    let stage = Stage::new();
    *stage.records.full.lock().expect("not poisoned") = true;
    let sent = stage.house.submit(&ConnectionId::practice(), &target(), "/a", "").await;
    assert!(matches!(sent, Err(Failure::Records { .. })));
    assert!(stage.cloudfront.orders().is_empty());
}

#[tokio::test(start_paused = true)]
async fn lines_with_errors_are_neither_stored_nor_sent() {
    let stage = Stage::new();
    let sent = stage.house.submit(&ConnectionId::practice(), &target(), "/ok\n/*.jpg", "").await;
    assert_eq!(sent.expect_err("refused"), Failure::ItemsHaveErrors);
    assert!(stage.records.submissions.lock().expect("not poisoned").is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_lost_reply_is_settled_with_the_same_reference_and_items() {
    let stage = Stage::new();
    stage.cloudfront.then([Next::TakeAndLoseReply, Next::Fail(lost())]);
    let submission = stage.submit().await;
    assert!(matches!(submission.state, State::Unknown(_)));
    a_minute().await;
    assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
    let orders = stage.cloudfront.orders();
    assert_eq!(orders.len(), 3);
    assert!(orders.iter().all(|order| *order == orders[0]), "the same order each time");
    assert_eq!(stage.cloudfront.taken.lock().expect("not poisoned").len(), 1, "one invalidation, once");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_after_a_lost_reply_leaves_it_unknown() {
    let stage = Stage::new();
    stage.cloudfront.then([Next::Fail(lost()), Next::Fail(denied())]);
    let submission = stage.submit().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(matches!(stage.state(submission.id).await, State::Unknown(_)));
}

#[tokio::test(start_paused = true)]
async fn a_definite_refusal_ends_it_and_retry_makes_a_new_one_in_its_place() {
    let stage = Stage::new();
    stage.cloudfront.then([Next::Fail(denied())]);
    let refused = stage.submit().await;
    let State::Refused(state) = &refused.state else { panic!("{:?}", refused.state) };
    assert_eq!(state.reason, denied().reason());
    let again = stage.house.retry(refused.id).await.expect("it is stored").submission;
    assert_eq!((again.replaces, again.run), (Some(refused.id), refused.run));
    assert_ne!(again.order.reference, refused.order.reference);
    assert_eq!(again.order.batch, refused.order.batch);
    assert!(matches!(stage.attempted(again.id).await.state, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn what_was_taken_is_not_sent_again_by_retry() {
    let stage = Stage::new();
    let taken = stage.submit().await;
    assert!(matches!(stage.house.retry(taken.id).await, Err(Failure::Invalid { .. })));
    assert_eq!(stage.cloudfront.orders().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_a_crash_cut_short_goes_on_with_its_reference() {
    let stage = Stage::new();
    stage.cloudfront.then([Next::TakeAndLoseReply]);
    let mut submission = stage.submit().await;
    // As the crash left it: being sent, and nobody there to hear the answer.
    let sending = Queued::default().send(submission.asked);
    stage.house.move_to(&mut submission, State::Sending(sending)).await.expect("stored");
    let taken = stage.cloudfront.taken.lock().expect("not poisoned").clone();

    let second = Stage::over(Arc::clone(&stage.records));
    *second.cloudfront.taken.lock().expect("not poisoned") = taken;
    second.house.resume().await.expect("resumed");
    a_minute().await;
    assert!(matches!(second.state(submission.id).await, State::InProgress(_)));
    assert_eq!(second.cloudfront.taken.lock().expect("not poisoned").len(), 1, "no second invalidation");
}

#[tokio::test(start_paused = true)]
async fn what_was_never_attempted_goes_out_at_the_next_start_unless_it_is_old() {
    for (age, goes) in [(SignedDuration::from_hours(1), true), (SignedDuration::from_hours(13), false)] {
        let stage = Stage::new();
        let open = stage.house.open(&ConnectionId::practice()).await.expect("open");
        let asked = stage.house.now() - age;
        let reference = CallerReference::mint("old", asked, [9; 6]);
        let batch = Batch::new(vec![Item::as_sent("/a")]).expect("one item");
        let new = NewSubmission {
            connection: ConnectionId::practice(),
            account: open.account,
            name: String::new(),
            asked,
            order: Order { target: target(), reference, batch },
            state: State::Queued(Queued::default()),
            run: None,
            replaces: None,
        };
        let id = stage.house.world.records.add_submissions(vec![new]).await.expect("stored")[0].id;
        stage.house.resume().await.expect("resumed");
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(matches!(stage.state(id).await, State::InProgress(_)), goes, "{age:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_used_reference_is_told_from_a_refusal_by_looking_it_up() {
    let stage = Stage::new();
    let used = Failure::ReferenceUsed { detail: String::new() };
    stage.cloudfront.then([Next::TakeAndLoseReply, Next::Fail(used.clone())]);
    let ours = stage.submit().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(matches!(stage.state(ours.id).await, State::InProgress(_)), "found by its reference and items");

    stage.cloudfront.then([Next::Fail(used)]);
    let other = stage.submit().await;
    assert!(matches!(other.state, State::Refused(_)), "a complete look found nothing");
}

#[tokio::test(start_paused = true)]
async fn after_a_day_it_is_looked_for_and_not_repeated() {
    let stage = Stage::new();
    stage.cloudfront.then(std::iter::repeat_n(Next::Fail(lost()), 200));
    let unknown = stage.submit().await;
    tokio::time::sleep(Duration::from_secs(25 * 3600)).await;
    let attempts = stage.cloudfront.orders().len();
    tokio::time::sleep(Duration::from_secs(25 * 3600)).await;
    assert_eq!(stage.cloudfront.orders().len(), attempts, "no more attempts by itself");
    assert!(matches!(stage.state(unknown.id).await, State::Unknown(_)), "the person decides");
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_leads_elsewhere_stops_what_was_made_for_another_account() {
    let stage = Stage::new();
    stage.cloudfront.then([Next::Fail(lost())]);
    let unknown = stage.submit().await;
    {
        let mut submissions = stage.records.submissions.lock().expect("not poisoned");
        submissions[0].account = AccountKey::known("aws", "999999999999", None);
    }
    a_minute().await;
    assert_eq!(stage.cloudfront.orders().len(), 1, "nothing more was sent");
    assert!(matches!(stage.state(unknown.id).await, State::Unknown(_)));
}

#[tokio::test(start_paused = true)]
async fn one_account_sends_one_at_a_time() {
    let stage = Stage::new();
    *stage.cloudfront.slowness.lock().expect("not poisoned") = Duration::from_secs(10);
    let began = tokio::time::Instant::now();
    futures::future::join3(stage.submit(), stage.submit(), stage.submit()).await;
    assert!(began.elapsed() >= Duration::from_secs(30), "one after another: {:?}", began.elapsed());
}

#[tokio::test(start_paused = true)]
async fn records_that_fail_for_a_while_do_not_end_the_settling() {
    let stage = Stage::new();
    stage.cloudfront.then([Next::TakeAndLoseReply]);
    let unknown = stage.submit().await;
    *stage.records.full.lock().expect("not poisoned") = true;
    a_minute().await;
    assert_eq!(stage.cloudfront.orders().len(), 1, "what cannot be stored is not sent");
    *stage.records.full.lock().expect("not poisoned") = false;
    tokio::time::sleep(Duration::from_secs(10 * 60)).await;
    assert!(matches!(stage.state(unknown.id).await, State::InProgress(_)));
}
