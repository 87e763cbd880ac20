use super::*;
use crate::ports::Records;
use crate::testing::{Next, Stage, life};

async fn seconds(count: u64) {
    tokio::time::sleep(Duration::from_secs(count)).await;
}

fn sent(stage: &Stage) -> usize {
    stage.cloudfront.orders().len()
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_before_its_time_to_be_undone_is_over() {
    let stage = Stage::new();
    let submission = stage.ask_for("/a").await;
    let State::Waiting(waiting) = &submission.state else { panic!("{:?}", submission.state) };
    assert_eq!(waiting.until, submission.asked + SignedDuration::from_secs(5));
    seconds(4).await;
    assert_eq!((stage.state(submission.id).await, sent(&stage)), (submission.state.clone(), 0));
    seconds(2).await;
    assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn what_is_undone_is_never_sent() {
    let stage = Stage::new();
    let run = stage.ask_for("/a").await.run;
    seconds(4).await;
    assert_eq!(stage.house.undo(run).await.expect("in time"), 1);
    seconds(3_600).await;
    assert!(matches!(stage.state(SubmissionId(run.0)).await, State::Withdrawn(_)));
    assert_eq!(sent(&stage), 0);
    assert!(matches!(stage.house.undo(run).await, Err(Failure::Invalid { .. })), "once");
    assert!(matches!(stage.house.retry(SubmissionId(run.0)).await, Err(Failure::Invalid { .. })));
}

#[tokio::test(start_paused = true)]
async fn what_was_sent_cannot_be_undone() {
    let stage = Stage::new();
    let submission = stage.submit().await;
    assert!(matches!(stage.house.undo(submission.run).await, Err(Failure::Invalid { .. })));
    assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn a_person_in_a_hurry_sends_it_at_once() {
    let stage = Stage::new();
    let submission = stage.ask_for("/a").await;
    stage.house.send_now(submission.run).await.expect("let go");
    assert!(matches!(stage.attempted(submission.id).await.state, State::InProgress(_)));
    seconds(10).await;
    assert_eq!(sent(&stage), 1, "the countdown does not send it once more");
}

#[tokio::test(start_paused = true)]
async fn the_app_is_not_ended_while_something_can_be_undone_or_is_being_sent() {
    let stage = Stage::new();
    assert_eq!(stage.house.may_be_ended().await, Ok(()));
    let submission = stage.ask_for("/a").await;
    let refused = stage.house.may_be_ended().await;
    assert!(matches!(&refused, Err(Failure::Invalid { detail }) if detail.contains("undone")), "{refused:?}");
    stage.house.send_now(submission.run).await.expect("let go");
    stage.attempted(submission.id).await;
    assert_eq!(stage.house.may_be_ended().await, Ok(()));
}

#[test]
fn after_a_restart_it_is_asked_about_and_not_sent() {
    let (records, submission) = life(async {
        let stage = Stage::new();
        let submission = stage.ask_for("/a").await;
        seconds(1).await;
        (stage.records, submission)
    });
    life(async {
        let stage = Stage::over(records);
        stage.house.resume().await.expect("resumed");
        seconds(3_600).await;
        assert_eq!(sent(&stage), 0);
        let asks = stage.house.asks().await.expect("asked");
        assert_eq!(asks.iter().map(|ask| ask.run).collect::<Vec<_>>(), [submission.run]);
        stage.house.send_now(submission.run).await.expect("let go");
        assert!(matches!(stage.attempted(submission.id).await.state, State::InProgress(_)));
        assert!(stage.house.asks().await.expect("asked").is_empty());
    });
}

#[tokio::test(start_paused = true)]
async fn a_sleep_in_that_time_asks() {
    for slept in [SignedDuration::from_hours(9), SignedDuration::from_secs(10)] {
        let stage = Stage::new();
        stage.ask_for("/a").await;
        seconds(1).await;
        stage.clock.jump(slept);
        seconds(60).await;
        assert_eq!(sent(&stage), 0, "{slept:?}");
        assert_eq!(stage.house.asks().await.expect("asked").len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_nudged_asks_nothing() {
    let stage = Stage::new();
    let submission = stage.ask_for("/a").await;
    stage.clock.jump(SignedDuration::from_secs(1));
    seconds(10).await;
    assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn a_window_about_to_close_holds_the_countdown_and_may_go_on_with_it() {
    let stage = Stage::new();
    let submission = stage.ask_for("/a").await;
    seconds(4).await;
    let held = stage.house.hold_countdowns().await.expect("held");
    assert_eq!(held.iter().map(|one| one.id).collect::<Vec<_>>(), [submission.id]);
    seconds(60).await;
    assert_eq!(sent(&stage), 0, "held for as long as the person thinks");
    assert!(stage.house.asks().await.expect("asks").is_empty(), "it is asked about once");
    stage.house.go_on_counting().await.expect("it counts");
    seconds(4).await;
    assert_eq!(sent(&stage), 0, "the whole time once more");
    seconds(2).await;
    assert_eq!(sent(&stage), 1);
}

#[tokio::test(start_paused = true)]
async fn items_are_taken_out_one_by_one_and_the_rest_goes_out_in_order() {
    let stage = Stage::new();
    let whole = stage.ask_for("/a\n/b\n/c\n/d").await;
    let rest = stage.house.withdraw_items(whole.id, &[1, 3].into()).await.expect("in time");
    assert_eq!((rest.replaces, rest.run), (Some(whole.id), whole.run));
    assert!(matches!(stage.state(whole.id).await, State::Withdrawn(_)));
    seconds(6).await;
    let orders = stage.cloudfront.orders();
    let items: Vec<_> = orders.iter().flat_map(|order| order.batch.items()).map(|item| item.as_str()).collect();
    assert_eq!(items, ["/a", "/c"]);
}

#[tokio::test(start_paused = true)]
async fn taking_out_the_last_item_takes_it_back() {
    let stage = Stage::new();
    let whole = stage.ask_for("/a\n/b").await;
    let gone = stage.house.withdraw_items(whole.id, &[0, 1].into()).await.expect("in time");
    assert_eq!(gone.id, whole.id);
    assert!(matches!(gone.state, State::Withdrawn(_)));
    let same = stage.ask_for("/a").await;
    assert_eq!(stage.house.withdraw_items(same.id, &BTreeSet::new()).await.expect("nothing").state, same.state);
}

#[tokio::test(start_paused = true)]
async fn what_was_attempted_and_may_have_been_taken_keeps_its_items() {
    let stage = Stage::new();
    stage.cloudfront.then([Next::TakeAndLoseReply]);
    let unknown = stage.submit().await;
    assert!(matches!(stage.house.withdraw_items(unknown.id, &[0].into()).await, Err(Failure::Invalid { .. })));
    assert!(matches!(stage.house.undo(unknown.run).await, Err(Failure::Invalid { .. })));
}

#[tokio::test(start_paused = true)]
async fn a_disk_that_is_full_as_the_time_ends_sends_later() {
    let stage = Stage::new();
    let submission = stage.ask_for("/a").await;
    *stage.records.full.lock().expect("not poisoned") = true;
    seconds(60).await;
    assert_eq!(sent(&stage), 0);
    *stage.records.full.lock().expect("not poisoned") = false;
    seconds(600).await;
    assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn a_longer_time_than_there_is_is_refused() {
    let stage = Stage::new();
    let settings = crate::Settings { undo: Duration::from_secs(61), ..crate::Settings::default() };
    assert!(matches!(stage.house.save_settings(&settings).await, Err(Failure::Invalid { .. })));
    assert_eq!(stage.records.settings().await.expect("kept"), crate::Settings::default());
}
