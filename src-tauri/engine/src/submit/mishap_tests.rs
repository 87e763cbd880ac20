//! A clock that jumps, a disk that fills, records that came out of a backup.

use std::sync::Arc;
use std::time::Duration;

use domain::checks::Rule;

use super::*;
use crate::ports::{CloudFront, Records};
use crate::testing::{Next, Stage, target};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn lost() -> Failure {
    Failure::ReplyLost { detail: "time-out".to_owned() }
}

async fn pass(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}

fn full(stage: &Stage, full: bool) {
    *stage.records.full.lock().expect("not poisoned") = full;
}

fn made(stage: &Stage) -> usize {
    stage.cloudfront.taken.lock().expect("not poisoned").len()
}

/// A submission that was stored and never attempted.
async fn queued(stage: &Stage) -> SubmissionId {
    let open = stage.house.open(&ConnectionId::practice()).await.expect("open");
    let asked = stage.house.now();
    let new = NewSubmission {
        connection: ConnectionId::practice(),
        account: open.account,
        name: String::new(),
        asked,
        order: Order {
            target: target(),
            reference: CallerReference::mint("queued", asked, stage.house.world.chance.six_bytes()),
            batch: Batch::new(vec![Item::as_sent("/a")]).expect("one item"),
        },
        state: State::Queued(Queued::default()),
        run: None,
        replaces: None,
    };
    stage.records.add_submissions(vec![new]).await.expect("stored")[0].id
}

#[tokio::test(start_paused = true)]
async fn what_came_out_of_a_backup_never_goes_out_by_itself() {
    let stage = Stage::new();
    let (restored, since) = (queued(&stage).await, queued(&stage).await);
    *stage.records.restored_through.lock().expect("not poisoned") = Some(restored);
    for _ in 0..2 {
        stage.house.resume().await.expect("resumed");
        pass(60).await;
    }
    assert_eq!(
        stage.state(restored).await,
        State::Queued(Queued::default()),
        "it may have been sent since, or withdrawn"
    );
    assert!(matches!(stage.state(since).await, State::InProgress(_)), "this one is the app's own doing since");
    stage.house.retry(restored).await.expect("the person sends it");
    assert!(matches!(stage.attempted(restored).await.state, State::InProgress(_)));
}

#[tokio::test(start_paused = true)]
async fn what_a_backup_has_as_being_sent_is_settled_with_its_own_reference() {
    let stage = Stage::new();
    let id = queued(&stage).await;
    let sending = Queued::default().send(stage.house.now());
    let step = Move { id, from: State::Queued(Queued::default()), to: State::Sending(sending) };
    assert!(stage.records.move_submissions(&[step], stage.house.now()).await.expect("stored"));
    let order = stage.house.submission_of(id).await.expect("there").order;
    // What became of it after the backup was made.
    stage.cloudfront.submit(&order).await.expect("taken");
    *stage.records.restored_through.lock().expect("not poisoned") = Some(id);
    stage.house.resume().await.expect("resumed");
    pass(60).await;
    assert!(matches!(stage.state(id).await, State::InProgress(_)));
    assert_eq!(made(&stage), 1, "no second invalidation");
}

#[tokio::test(start_paused = true)]
async fn what_was_queued_before_the_clock_jumped_asks() {
    for (jump, goes) in [
        (SignedDuration::from_secs(-60), true),
        (SignedDuration::from_secs(60), true),
        (-DAY, false),
        (DAY, false),
        (-365 * DAY, false),
    ] {
        let stage = Stage::new();
        let id = queued(&stage).await;
        stage.clock.jump(jump);
        stage.house.resume().await.expect("resumed");
        pass(1).await;
        assert_eq!(matches!(stage.state(id).await, State::InProgress(_)), goes, "{jump:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_set_back_does_not_repeat_a_lost_reply_for_longer() {
    let stage = Stage::new();
    stage.cloudfront.then(std::iter::repeat_n(Next::Fail(lost()), 500));
    let unknown = stage.submit().await;
    // Each time before it would be noticed as a time ahead: in all, the wall's clock stands still for days.
    for _ in 0..30 {
        pass(3_600).await;
        stage.clock.jump(SignedDuration::from_hours(-1));
    }
    let attempts = stage.cloudfront.orders().len();
    pass(3 * 86_400).await;
    assert_eq!(stage.cloudfront.orders().len(), attempts, "no more attempts by itself");
    assert!(matches!(stage.state(unknown.id).await, State::Unknown(_)));
}

#[tokio::test(start_paused = true)]
async fn whatever_the_clock_does_a_lost_reply_is_found_and_makes_no_second_invalidation() {
    for jump in [-400 * DAY, -2 * DAY, DAY / 2, 2 * DAY, 400 * DAY] {
        let stage = Stage::new();
        stage.cloudfront.then([Next::TakeAndLoseReply]);
        let unknown = stage.submit().await;
        stage.clock.jump(jump);
        pass(60).await;
        assert!(matches!(stage.state(unknown.id).await, State::InProgress(_)), "{jump:?}");
        assert_eq!(made(&stage), 1, "{jump:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_used_reference_is_looked_for_from_before_the_attempt_and_not_from_when_a_wrong_clock_says_it_was_asked() {
    let stage = Stage::new();
    // Three days ahead when the person asked; right again when it was sent.
    stage.clock.jump(3 * DAY);
    let id = queued(&stage).await;
    stage.clock.jump(-3 * DAY);
    let used = Failure::ReferenceUsed { detail: String::new() };
    stage.cloudfront.then([Next::TakeAndLoseReply, Next::Fail(used)]);
    stage.house.retry(id).await.expect("sent");
    pass(3).await;
    assert!(matches!(stage.state(id).await, State::InProgress(_)), "{:?}", stage.state(id).await);
    assert_eq!(made(&stage), 1);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_called_recent_for_days_because_the_clock_was_set_back() {
    let stage = Stage::new();
    let submission = stage.submit().await;
    stage.cloudfront.complete_all();
    pass(60).await;
    assert!(matches!(stage.state(submission.id).await, State::Completed(_)));
    let called_recent = async || {
        let checked = stage.house.check(&ConnectionId::practice(), &target(), "/a").await.expect("checked");
        checked.report.findings.iter().any(|finding| finding.rule == Rule::SentRecently)
    };
    assert!(called_recent().await);
    stage.clock.jump(-2 * DAY);
    assert!(!called_recent().await);
}

#[tokio::test(start_paused = true)]
async fn a_disk_that_fills_before_the_attempt_sends_nothing_until_there_is_room() {
    let stage = Stage::new();
    let id = queued(&stage).await;
    full(&stage, true);
    let attempted = stage.house.retry(id).await.expect("it is stored");
    assert_eq!(attempted.submission.state, State::Queued(Queued::default()));
    pass(3_600).await;
    assert_eq!(stage.cloudfront.orders().len(), 0, "nothing was sent");
    full(&stage, false);
    pass(3_600).await;
    assert!(matches!(stage.state(id).await, State::InProgress(_)), "it goes on by itself");
    assert_eq!((made(&stage), stage.cloudfront.orders().len()), (1, 1));
}

/// Sends what takes ten seconds, and fills the disk after five; gives it once the answer was heard.
async fn fills_during_the_attempt(stage: &Stage) -> SubmissionId {
    stage.records.settings.lock().expect("not poisoned").undo = Duration::ZERO;
    let id = stage.ask_for("/a").await.id;
    pass(5).await;
    full(stage, true);
    pass(6).await;
    id
}

#[tokio::test(start_paused = true)]
async fn a_disk_that_fills_during_the_attempt_loses_no_outcome() {
    let denied = Failure::Denied { action: None, resource: None, detail: String::new() };
    for next in [Next::Take, Next::TakeAndLoseReply, Next::Fail(denied)] {
        let stage = Stage::new();
        *stage.cloudfront.slowness.lock().expect("not poisoned") = Duration::from_secs(10);
        let refused = matches!(next, Next::Fail(_));
        stage.cloudfront.then([next]);
        let id = fills_during_the_attempt(&stage).await;
        assert!(matches!(stage.state(id).await, State::Sending(_)), "as it is stored");
        pass(3_600).await;
        assert!(matches!(stage.state(id).await, State::Sending(_)));
        full(&stage, false);
        pass(3_600).await;
        match stage.state(id).await {
            State::Refused(_) => assert!(refused),
            State::InProgress(_) => assert!(!refused),
            other => panic!("{other:?}"),
        }
        assert_eq!(made(&stage), usize::from(!refused));
    }
}

#[tokio::test(start_paused = true)]
async fn a_crash_while_the_outcome_waits_for_the_disk_is_settled_at_the_next_start() {
    let stage = Stage::new();
    *stage.cloudfront.slowness.lock().expect("not poisoned") = Duration::from_secs(10);
    let id = fills_during_the_attempt(&stage).await;
    let taken = stage.cloudfront.taken.lock().expect("not poisoned").clone();
    full(&stage, false);
    let second = Stage::over(Arc::clone(&stage.records));
    *second.cloudfront.taken.lock().expect("not poisoned") = taken;
    second.house.resume().await.expect("resumed");
    pass(60).await;
    assert!(matches!(second.state(id).await, State::InProgress(_)));
    assert_eq!(made(&second), 1);
}
