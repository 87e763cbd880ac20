use domain::submission::Submission;
use domain::{DistributionId, Item, Target};

use super::*;
use crate::ConnectionId;
use crate::ports::{CloudFront, Records};
use crate::testing::{Next, Stage, target};

async fn seconds(count: u64) {
    tokio::time::sleep(Duration::from_secs(count)).await;
}

/// A house that sends at once.
fn stage() -> Stage {
    let stage = Stage::new();
    stage.records.settings.lock().expect("not poisoned").undo = Duration::ZERO;
    stage
}

fn wildcards(count: usize) -> String {
    (0..count).map(|n| format!("/{n}/*\n")).collect()
}

fn sent(stage: &Stage) -> Vec<usize> {
    stage.cloudfront.orders().iter().map(|order| order.batch.len()).collect()
}

async fn waits_for(stage: &Stage, submission: &Submission) -> Option<WaitsFor> {
    let submission = stage.records.submission(submission.id).await.expect("records").expect("there");
    let standings = stage.house.standings(&[submission]).await.expect("standings");
    standings[0].waits.clone().map(|waits| waits.waits_for)
}

#[tokio::test(start_paused = true)]
async fn more_than_the_quota_goes_out_by_itself_as_there_is_room_and_in_order() {
    let stage = stage();
    let first = stage.ask_for(&wildcards(40)).await;
    let parts = stage.records.parts(first.run).await.expect("parts");
    assert_eq!(parts.iter().map(|part| part.load.wildcards).collect::<Vec<_>>(), [15, 15, 10]);
    seconds(10).await;
    assert_eq!(sent(&stage), [15], "there is room for no more");
    let second = stage.house.submission_of(parts[1].id).await.expect("there");
    assert!(matches!(waits_for(&stage, &second).await, Some(WaitsFor::Room { wildcards: true, others: false, .. })));
    for expected in [2, 3] {
        stage.cloudfront.complete_all();
        seconds(10).await;
        assert_eq!(sent(&stage).len(), expected);
    }
    let items: Vec<String> =
        stage.cloudfront.orders().iter().flat_map(|order| order.batch.items()).map(Item::to_string).collect();
    assert_eq!(items, wildcards(40).lines().collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn a_long_run_is_watched_as_closely_at_its_end_as_at_its_beginning() {
    let stage = stage();
    stage.ask_for(&wildcards(15 * 30)).await;
    for _ in 0..30 * 6 {
        stage.cloudfront.complete_all();
        seconds(1).await;
    }
    assert_eq!(sent(&stage).len(), 30, "each part makes room within seconds of its end");
}

#[tokio::test(start_paused = true)]
async fn a_busy_distribution_is_sent_smaller_parts() {
    let stage = stage();
    stage.ask_for("/a").await;
    seconds(1).await;
    let busy = stage.ask_for(&wildcards(12)).await;
    assert_eq!(busy.order.batch.len(), 10);
}

#[tokio::test(start_paused = true)]
async fn what_others_have_in_progress_is_counted_and_waited_for() {
    let stage = stage();
    // Ten wildcards that this app knows nothing of.
    stage.cloudfront.somebody_else_sends(&wildcards(10));
    let mine = stage.ask_for(&wildcards(8)).await;
    seconds(2).await;
    assert_eq!(sent(&stage), [0; 0], "seen before it was sent");
    let Some(WaitsFor::Room { others: true, in_progress, .. }) = waits_for(&stage, &mine).await else {
        panic!("{:?}", waits_for(&stage, &mine).await)
    };
    assert_eq!(in_progress.wildcards, 10);
    stage.cloudfront.complete_all();
    seconds(40).await;
    assert_eq!(sent(&stage), [8]);
}

#[tokio::test(start_paused = true)]
async fn too_many_in_progress_makes_it_wait_and_go_on_by_itself() {
    let stage = stage();
    let full = || Failure::TooManyInProgress { wildcards: false, detail: String::new() };
    stage.cloudfront.then([Next::Fail(full()), Next::Fail(full())]);
    let submission = stage.ask_for("/a").await;
    let put_off = stage.attempted(submission.id).await;
    assert!(matches!(&put_off.state, State::Queued(queued) if queued.put_off.is_some()), "{:?}", put_off.state);
    assert!(matches!(waits_for(&stage, &submission).await, Some(WaitsFor::Room { wildcards: false, .. })));
    seconds(60).await;
    assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
    let orders = stage.cloudfront.orders();
    assert!(orders.len() == 3 && orders.iter().all(|order| *order == orders[0]), "the same reference each time");
}

#[tokio::test(start_paused = true)]
async fn throttling_slows_the_account_and_refuses_nothing() {
    let stage = stage();
    let throttled = || Next::Fail(Failure::Throttled { detail: String::new() });
    stage.cloudfront.then([throttled(), throttled(), throttled()]);
    let (one, two) = (stage.ask_for("/a").await, stage.ask_for("/b").await);
    seconds(1).await;
    assert_eq!(waits_for(&stage, &one).await, Some(WaitsFor::Pace));
    seconds(60).await;
    for submission in [one, two] {
        assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
    }
}

#[tokio::test(start_paused = true)]
async fn a_refused_part_holds_back_the_rest_until_the_person_decides() {
    let stage = stage();
    let denied = Failure::Denied { action: None, resource: None, detail: String::new() };
    stage.cloudfront.then([Next::Fail(denied)]);
    let first = stage.ask_for(&wildcards(20)).await;
    seconds(60).await;
    assert_eq!(sent(&stage), [15], "the second part was not tried");
    let parts = stage.records.parts(first.run).await.expect("parts");
    let second = stage.house.submission_of(parts[1].id).await.expect("there");
    let part = parts[0].id;
    assert_eq!(waits_for(&stage, &second).await, Some(WaitsFor::EarlierPart { part, refused: true }));
    // Another run on the same target goes on.
    stage.ask_for("/other").await;
    seconds(1).await;
    assert_eq!(sent(&stage), [15, 1]);

    stage.house.retry(part).await.expect("stored");
    seconds(10).await;
    stage.cloudfront.complete_all();
    seconds(60).await;
    stage.cloudfront.complete_all();
    seconds(60).await;
    // The distribution is busy by then, so the refused part goes in two.
    assert_eq!(sent(&stage), [15, 1, 10, 5, 5], "the refused part again, and then the rest");
}

#[tokio::test(start_paused = true)]
async fn one_that_is_too_large_goes_on_in_halves_in_its_place() {
    let stage = stage();
    let large = || Next::Fail(Failure::BatchTooLarge { detail: String::new() });
    stage.cloudfront.then([large(), large()]);
    let first = stage.ask_for("/a\n/b\n/c\n/d").await;
    let later = stage.ask_for("/e").await;
    seconds(60).await;
    assert!(matches!(stage.state(first.id).await, State::Refused(_)));
    let items: Vec<Vec<String>> = stage
        .cloudfront
        .taken
        .lock()
        .expect("not poisoned")
        .iter()
        .map(|taken| taken.items.iter().map(Item::to_string).collect())
        .collect();
    assert_eq!(items, [vec!["/a"], vec!["/b"], vec!["/c", "/d"], vec!["/e"]]);
    assert!(matches!(stage.state(later.id).await, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn a_single_item_that_is_too_large_is_refused() {
    let stage = stage();
    stage.cloudfront.then([Next::Fail(Failure::BatchTooLarge { detail: String::new() })]);
    let only = stage.ask_for("/a").await;
    assert!(matches!(stage.attempted(only.id).await.state, State::Refused(_)));
}

#[tokio::test(start_paused = true)]
async fn a_paused_queue_sends_nothing_until_it_is_resumed() {
    let stage = stage();
    stage.house.pause_queue().await.expect("paused");
    let submission = stage.ask_for("/a").await;
    seconds(3_600).await;
    assert_eq!(waits_for(&stage, &submission).await, Some(WaitsFor::Resume));
    let second = Stage::over(stage.records.clone());
    second.house.resume().await.expect("resumed");
    seconds(60).await;
    assert_eq!(sent(&second), [0; 0], "it stays paused over a restart");
    second.house.resume_queue().await.expect("resumed");
    assert!(matches!(second.attempted(submission.id).await.state, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn a_paused_queue_repeats_no_lost_reply_until_it_is_resumed() {
    let stage = stage();
    stage.cloudfront.then([Next::Fail(Failure::ReplyLost { detail: String::new() })]);
    let unknown = stage.submit().await;
    stage.house.pause_queue().await.expect("paused");
    seconds(3_600).await;
    assert_eq!(sent(&stage).len(), 1);
    stage.house.resume_queue().await.expect("resumed");
    seconds(1).await;
    assert!(matches!(stage.state(unknown.id).await, State::InProgress(_)));
    assert_eq!(sent(&stage).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_person_puts_a_run_before_another() {
    let stage = stage();
    stage.house.pause_queue().await.expect("paused");
    let (one, two) = (stage.ask_for(&wildcards(20)).await, stage.ask_for("/two").await);
    let three = stage.ask_for("/three").await;
    stage.house.move_in_queue(three.run, Some(one.run)).await.expect("moved");
    stage.house.move_in_queue(one.run, None).await.expect("moved");
    let runs = stage.house.queue().await.expect("queue").runs;
    assert_eq!(runs.iter().map(|run| run.run).collect::<Vec<_>>(), [three.run, two.run, one.run]);
    assert_eq!((runs[2].waiting, runs[2].parts, runs[2].items), (2, 2, 20));
    stage.house.resume_queue().await.expect("resumed");
    seconds(10).await;
    stage.cloudfront.complete_all();
    seconds(60).await;
    // Stored while the first run waited, so the distribution was busy for the others, and not for it.
    assert_eq!(sent(&stage), [1, 1, 15, 5]);
}

#[tokio::test(start_paused = true)]
async fn a_network_that_is_down_refuses_only_what_the_person_is_looking_at() {
    let stage = stage();
    let down = || Next::Fail(Failure::Unreachable { endpoint: "x".into(), detail: String::new() });
    stage.cloudfront.then([down()]);
    let watched = stage.ask_for("/a").await;
    assert!(matches!(stage.attempted(watched.id).await.state, State::Refused(_)), "they hear of it at once");

    stage.house.pause_queue().await.expect("paused");
    let waiting = stage.ask_for("/b").await;
    seconds(600).await;
    stage.cloudfront.then([down(), down(), down()]);
    stage.house.resume_queue().await.expect("resumed");
    seconds(1).await;
    assert_eq!(waits_for(&stage, &waiting).await, Some(WaitsFor::Network));
    seconds(120).await;
    assert!(matches!(stage.state(waiting.id).await, State::InProgress(_)), "it goes on by itself");
}

#[tokio::test(start_paused = true)]
async fn credentials_that_do_not_work_stop_the_account_until_the_person_does_something() {
    let stage = stage();
    stage.house.pause_queue().await.expect("paused");
    let (one, two) = (stage.ask_for("/a").await, stage.ask_for("/b").await);
    seconds(600).await;
    stage.cloudfront.then([Next::Fail(Failure::CredentialsRejected { detail: "expired".to_owned() })]);
    stage.house.resume_queue().await.expect("resumed");
    seconds(3_600).await;
    assert_eq!(sent(&stage), [1], "the second was not even tried");
    assert!(matches!(waits_for(&stage, &two).await, Some(WaitsFor::SignIn(_))));
    // A click into that account is something: all of it is tried again.
    let three = stage.ask_for("/c").await;
    seconds(10).await;
    for submission in [one, two, three] {
        assert!(matches!(stage.state(submission.id).await, State::InProgress(_)));
    }
}

#[tokio::test(start_paused = true)]
async fn after_a_long_sleep_what_is_old_asks_and_what_is_young_goes_on() {
    let stage = stage();
    stage.house.pause_queue().await.expect("paused");
    let old = stage.ask_for("/old").await;
    seconds(1).await;
    stage.clock.jump(SignedDuration::from_hours(11));
    stage.house.move_in_queue(old.run, None).await.expect("awake");
    seconds(1).await;
    let young = stage.ask_for("/young").await;
    seconds(1).await;
    stage.clock.jump(SignedDuration::from_hours(2));
    stage.house.resume_queue().await.expect("resumed");
    seconds(10).await;
    assert_eq!(waits_for(&stage, &old).await, Some(WaitsFor::Decision));
    assert!(matches!(stage.state(young.id).await, State::InProgress(_)));
    assert_eq!(stage.house.asks().await.expect("asks")[0].run, old.run);
    stage.house.send_now(old.run).await.expect("wanted");
    assert!(matches!(stage.attempted(old.id).await.state, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn a_run_has_ended_once_all_of_it_is_settled_and_is_told_once() {
    let stage = stage();
    let mut changes = stage.house.changes();
    let first = stage.ask_for(&wildcards(20)).await;
    seconds(10).await;
    stage.cloudfront.complete_all();
    seconds(10).await;
    let mut ended =
        || std::iter::from_fn(|| changes.try_recv().ok()).filter(|it| *it == Change::RunEnded(first.run)).count();
    assert_eq!(ended(), 0, "half of it is under way");
    stage.cloudfront.complete_all();
    seconds(10).await;
    assert_eq!(ended(), 1);
    let summary = stage.house.run_summary(first.run).await.expect("summary");
    assert_eq!((summary.submissions, summary.items, summary.completed), (2, 20, 2));
}

#[tokio::test(start_paused = true)]
async fn the_time_left_is_learned_from_the_account_s_own_history() {
    let stage = stage();
    let submission = stage.submit().await;
    let expected = async |submission: &Submission| {
        let now = stage.records.submission(submission.id).await.expect("records").expect("there");
        let State::InProgress(state) = &now.state else { panic!("{:?}", now.state) };
        let created = state.created;
        stage.house.standings(&[now]).await.expect("standings")[0].expected.expect("expected").duration_since(created)
    };
    assert_eq!(expected(&submission).await, SignedDuration::from_secs(25), "what is documented");
    seconds(9).await;
    stage.cloudfront.complete_all();
    seconds(4).await;
    let next = stage.submit().await;
    let learned = expected(&next).await;
    assert!((8..=13).contains(&learned.as_secs()), "{learned:?}");
}

#[tokio::test(start_paused = true)]
async fn other_targets_do_not_wait_for_a_full_one() {
    let stage = stage();
    stage.ask_for(&wildcards(30)).await;
    seconds(1).await;
    let other = Target::Distribution(DistributionId::new("E1OTHER0000001"));
    let elsewhere = stage.house.submit(&ConnectionId::practice(), &other, "/a", "").await.expect("stored");
    assert!(matches!(stage.attempted(elsewhere.id).await.state, State::InProgress(_)));
    let full = stage.house.target_queue(&ConnectionId::practice(), &target()).await.expect("queue");
    assert_eq!((full.len(), full[0].items), (1, 15));
    assert!(stage.house.target_queue(&ConnectionId::practice(), &other).await.expect("queue").is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_waits_holds_no_word_of_what_was_taken() {
    // The items that go back into an editor are those that CloudFront does not have.
    let stage = stage();
    let first = stage.ask_for(&wildcards(20)).await;
    seconds(10).await;
    stage.house.undo(first.run).await.expect("the second part is taken back");
    let items = stage.house.run_items(first.run).await.expect("items").items;
    assert_eq!(items.iter().map(Item::as_str).collect::<Vec<_>>(), wildcards(20).lines().skip(15).collect::<Vec<_>>());
    assert_eq!(stage.cloudfront.invalidations(&target(), None, 10).await.expect("list").rows.len(), 1);
    assert_eq!(stage.state(first.id).await.withdrawn(first.asked), None);
}
