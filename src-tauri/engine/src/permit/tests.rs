//! No way in passes the administrator's file by.

use std::collections::BTreeSet;
use std::time::Duration;

use domain::queue::WaitsFor;
use domain::submission::{Reason, SubmissionId};
use domain::template::Values;
use domain::{Budget, Tenant, TenantId};

use super::*;
use crate::ports::Records;
use crate::testing::{Next, Stage, life, target};
use crate::{About, BatchContent, BatchTarget, Endpoints, Keep, NewConnection, NewWay, Policy};

/// A house that sends at once.
fn stage() -> Stage {
    let stage = Stage::new();
    lock(&stage.records.settings).undo = Duration::ZERO;
    stage
}

async fn seconds(count: u64) {
    tokio::time::sleep(Duration::from_secs(count)).await;
}

fn sent(stage: &Stage) -> Vec<String> {
    stage.cloudfront.orders().iter().flat_map(|order| order.batch.items()).map(Item::to_string).collect()
}

fn stored(stage: &Stage) -> usize {
    lock(&stage.records.submissions).len()
}

/// Only what begins with `/blog/` may be cleared.
fn blog_alone() -> Policy {
    Policy { allow: Allow { prefixes: Some(vec!["/blog/".into()]), ..Allow::default() }, ..Policy::default() }
}

fn is_not_allowed<T: std::fmt::Debug>(answer: Result<T, Failure>) {
    let Err(Failure::NotAllowed { detail }) = &answer else { panic!("it was allowed: {answer:?}") };
    assert!(detail.contains("/etc/housekeeper/policy.toml"), "{detail}");
}

async fn is_refused(stage: &Stage, id: SubmissionId) {
    let State::Refused(refused) = stage.state(id).await else { panic!("{:?}", stage.state(id).await) };
    assert_eq!(refused.reason.code, "notAllowed");
}

async fn waits_for(stage: &Stage, id: SubmissionId) -> Option<WaitsFor> {
    let submission = stage.house.submission_of(id).await.expect("there");
    let standings = stage.house.standings(&[submission]).await.expect("standings");
    standings[0].waits.clone().map(|waits| waits.waits_for)
}

fn batch(text: &str, on: &[&str]) -> BatchContent {
    let connection = ConnectionId::practice();
    let targets = on.iter().map(|id| Target::Distribution(DistributionId::new(id)));
    BatchContent {
        name: "Batch".to_owned(),
        description: String::new(),
        text: text.to_owned(),
        variables: Vec::new(),
        targets: targets.map(|target| BatchTarget { connection: connection.clone(), target }).collect(),
        favourite: false,
        labels: Vec::new(),
        colour: domain::marks::Colour::None,
    }
}

#[test]
fn the_window_stores_nothing_that_is_not_allowed() {
    life(async {
        let stage = stage();
        stage.office.fix(blog_alone());
        let practice = ConnectionId::practice();
        for lines in ["/shop/", "/*", "#tag", "/blog/../shop", "/blog/a\n/shop/", "/blog/%2e%2e/shop"] {
            is_not_allowed(stage.house.submit(&practice, &target(), lines, "").await);
        }
        assert_eq!(stored(&stage), 0);
        stage.ask_for("/blog/a\n/blog/b/*").await;
        seconds(5).await;
        assert_eq!(sent(&stage), ["/blog/a", "/blog/b/*"]);
        // And what is fixed of distributions and of everything.
        let allow = Allow { distributions: Some(vec!["E9".into()]), ..Allow::default() };
        stage.office.fix(Policy { allow, ..Policy::default() });
        is_not_allowed(stage.house.submit(&practice, &target(), "/blog/a", "").await);
        stage.office.fix(Policy { allow: Allow { everything: false, ..Allow::default() }, ..Policy::default() });
        is_not_allowed(stage.house.submit(&practice, &target(), "/*", "").await);
        stage.office.remove();
        stage.ask_for("/*").await;
    });
}

#[test]
fn the_checks_say_it_before_anything_is_asked_for() {
    life(async {
        let stage = stage();
        stage.office.fix(blog_alone());
        let refused = async |lines: &str| {
            let checked = stage.house.check(&ConnectionId::practice(), &target(), lines).await.expect("checked");
            checked.refused.map(|failure| failure.code())
        };
        assert_eq!(refused("/blog/a\n/shop/").await, Some("notAllowed"));
        assert_eq!(refused("/blog/a").await, None);
        stage.office.break_it("No key is called colour.");
        assert_eq!(refused("/blog/a").await, Some("policyBroken"));
        // Of a tenant that nobody has read it is not known, and typing asks nobody.
        let allow = Allow { distributions: Some(vec!["E9".into()]), ..Allow::default() };
        stage.office.fix(Policy { allow, ..Policy::default() });
        let tenant = Target::Tenant(TenantId::new("dt_1"));
        let checked = stage.house.check(&ConnectionId::practice(), &tenant, "/blog/a").await.expect("checked");
        assert_eq!(checked.refused, None);
        is_not_allowed(stage.house.submit(&ConnectionId::practice(), &tenant, "/blog/a", "").await);
    });
}

#[test]
fn a_saved_batch_stores_nothing_where_one_of_its_targets_is_not_allowed() {
    life(async {
        let stage = stage();
        let saved = stage.house.save_batch(None, batch("/{a}", &["E1", "E2"])).await.expect("saved");
        let values = Values::from([("a".to_owned(), vec!["shop/".to_owned()])]);
        stage.office.fix(blog_alone());
        is_not_allowed(stage.house.run_batch(saved.id, &values, &saved.content.targets).await);
        let allow = Allow { distributions: Some(vec!["E1".into()]), ..Allow::default() };
        stage.office.fix(Policy { allow, ..Policy::default() });
        is_not_allowed(stage.house.run_batch(saved.id, &values, &saved.content.targets).await);
        assert_eq!(stored(&stage), 0);
        stage.house.run_batch(saved.id, &values, &saved.content.targets[..1]).await.expect("allowed");
    });
}

#[test]
fn an_imported_batch_is_run_as_any_other() {
    life(async {
        let stage = stage();
        stage.office.fix(blog_alone());
        stage.house.keep_incoming(vec![(batch("/shop/*", &["E1"]), false)]).await.expect("kept");
        let (.., saved) = stage.house.batches(&Default::default()).await.expect("batches");
        is_not_allowed(stage.house.run_batch(saved[0].id, &Values::new(), &saved[0].content.targets).await);
        assert_eq!(stored(&stage), 0);
    });
}

#[test]
fn what_was_refused_is_not_sent_again_where_it_is_no_longer_allowed() {
    life(async {
        let stage = stage();
        let denied = Failure::Denied { action: None, resource: None, detail: String::new() };
        stage.cloudfront.then([Next::Fail(denied)]);
        let refused = stage.submit().await;
        assert!(matches!(refused.state, State::Refused(_)));
        stage.office.fix(blog_alone());
        is_not_allowed(stage.house.retry(refused.id).await);
        seconds(3_600).await;
        assert_eq!(stage.cloudfront.orders().len(), 1);
    });
}

#[test]
fn what_was_queued_before_the_file_came_is_refused_and_never_sent() {
    life(async {
        let stage = stage();
        stage.house.pause_queue().await.expect("paused");
        let queued = stage.ask_for("/shop/").await;
        lock(&stage.records.settings).undo = Duration::from_secs(60);
        let waiting = stage.ask_for("/shop/x").await;
        let right = stage.ask_for("/blog/").await;
        stage.office.fix(blog_alone());
        stage.house.resume_queue().await.expect("resumed");
        seconds(120).await;
        is_refused(&stage, queued.id).await;
        is_refused(&stage, waiting.id).await;
        assert_eq!(sent(&stage), ["/blog/"]);
        assert!(matches!(stage.state(right.id).await, State::InProgress(_)));
        // Nor by hand.
        is_not_allowed(stage.house.retry(queued.id).await);
        assert_eq!(sent(&stage).len(), 1);
    });
}

#[test]
fn what_a_crash_left_queued_is_asked_about_by_the_next_life_too() {
    let (records, queued) = life(async {
        let stage = stage();
        stage.house.pause_queue().await.expect("paused");
        let queued = stage.ask_for("/shop/").await;
        (stage.records.clone(), queued)
    });
    life(async {
        let stage = Stage::over(records);
        stage.office.fix(blog_alone());
        stage.house.resume().await.expect("resumed");
        stage.house.resume_queue().await.expect("resumed");
        seconds(60).await;
        is_refused(&stage, queued.id).await;
        assert_eq!(sent(&stage).len(), 0);
    });
}

#[test]
fn a_second_connection_into_the_same_account_is_no_way_round() {
    life(async {
        let stage = stage();
        stage.office.fix(blog_alone());
        let new = NewConnection {
            about: About { name: "Mine".to_owned(), ..About::default() },
            way: NewWay::Profile("mine".to_owned()),
            endpoints: Endpoints::default(),
            keep: Keep::Keychain,
            agreed_program: None,
            mfa_code: None,
        };
        let (second, _) = stage.house.save_connection(new).await.expect("saved");
        is_not_allowed(stage.house.submit(&second.id, &target(), "/shop/", "").await);
        let saved = stage.house.save_batch(None, batch("/shop/", &[])).await.expect("saved");
        let on = BatchTarget { connection: second.id, target: target() };
        is_not_allowed(stage.house.run_batch(saved.id, &Values::new(), &[on]).await);
        assert_eq!(stored(&stage), 0);
    });
}

#[test]
fn halves_are_asked_about_as_their_whole_was() {
    life(async {
        let stage = stage();
        *lock(&stage.cloudfront.slowness) = Duration::from_secs(10);
        stage.cloudfront.then([Next::Fail(Failure::BatchTooLarge { detail: String::new() })]);
        stage.ask_for("/shop/\n/blog/").await;
        seconds(5).await;
        // The whole is under way; the file comes before its answer.
        stage.office.fix(blog_alone());
        seconds(120).await;
        let states: Vec<_> = lock(&stage.records.submissions).iter().map(|one| one.state.clone()).collect();
        assert_eq!(states.len(), 3, "a whole and two halves");
        assert!(matches!(&states[1], State::Refused(refused) if refused.reason.code == "notAllowed"), "{states:?}");
        assert_eq!(
            stage.cloudfront.orders().len(),
            1,
            "the second half waits for the person, as after any refused part"
        );
        assert!(lock(&stage.cloudfront.taken).is_empty());
    });
}

#[test]
fn what_is_left_after_items_were_taken_out_is_asked_about() {
    life(async {
        let stage = stage();
        stage.house.pause_queue().await.expect("paused");
        let one = stage.ask_for("/shop/\n/blog/").await;
        let other = stage.ask_for("/blog/x\n/shop/x").await;
        stage.office.fix(blog_alone());
        let first = BTreeSet::from([0]);
        let right = stage.house.withdraw_items(one.id, &first).await.expect("in time");
        let wrong = stage.house.withdraw_items(other.id, &first).await.expect("in time");
        stage.house.resume_queue().await.expect("resumed");
        seconds(60).await;
        assert_eq!(sent(&stage), ["/blog/"]);
        assert!(matches!(stage.state(right.id).await, State::InProgress(_)));
        is_refused(&stage, wrong.id).await;
    });
}

#[test]
fn a_broken_file_holds_everything_back_and_it_goes_on_when_it_is_mended() {
    life(async {
        let stage = stage();
        stage.house.pause_queue().await.expect("paused");
        let queued = stage.ask_for("/blog/").await;
        stage.office.break_it("Line 3: unknown field `alow`.");
        let failure = stage.house.submit(&ConnectionId::practice(), &target(), "/blog/", "").await.expect_err("broken");
        assert!(matches!(&failure, Failure::PolicyBroken { detail } if detail.contains("Line 3")), "{failure}");
        assert_eq!(stored(&stage), 1);
        stage.house.resume_queue().await.expect("resumed");
        seconds(3_600).await;
        // As it was, and waiting for the file to be mended.
        assert_eq!(stage.state(queued.id).await, queued.state);
        let Some(WaitsFor::SignIn(Reason { code, detail })) = waits_for(&stage, queued.id).await else {
            panic!("sent")
        };
        assert_eq!(code, "policyBroken");
        assert!(detail.contains("/etc/housekeeper/policy.toml") && detail.contains("alow"), "{detail}");
        // Nothing a person does in the window lets it go.
        let retried = stage.house.retry(queued.id).await.expect("it is in the queue");
        assert_eq!(retried.submission.state, queued.state);
        stage.house.send_now(queued.run).await.expect("it is in the queue");
        stage.house.resume_queue().await.expect("it goes on");
        stage.house.unlock();
        seconds(60).await;
        assert_eq!(sent(&stage).len(), 0);
        stage.office.fix(blog_alone());
        seconds(10).await;
        assert_eq!(sent(&stage), ["/blog/"]);
    });
}

#[test]
fn a_file_that_is_broken_at_the_start_is_looked_at_again() {
    let (records, queued) = life(async {
        let stage = stage();
        stage.house.pause_queue().await.expect("paused");
        let queued = stage.ask_for("/a").await;
        stage.records.pause_queue(false).await.expect("as before");
        (stage.records.clone(), queued)
    });
    life(async {
        let stage = Stage::over(records);
        stage.office.break_it("It cannot be read.");
        stage.house.resume().await.expect("resumed");
        seconds(600).await;
        assert_eq!(stage.state(queued.id).await, queued.state);
        stage.office.remove();
        seconds(10).await;
        assert!(matches!(stage.state(queued.id).await, State::InProgress(_)));
    });
}

#[test]
fn a_lost_reply_is_settled_by_its_own_reference_but_not_while_the_file_is_broken() {
    life(async {
        let stage = stage();
        stage.cloudfront.then([Next::TakeAndLoseReply]);
        let unknown = stage.submit().await;
        assert!(matches!(unknown.state, State::Unknown(_)), "{unknown:?}");
        stage.office.break_it("It cannot be read.");
        seconds(3_600).await;
        assert_eq!(stage.cloudfront.orders().len(), 1);
        assert!(matches!(stage.state(unknown.id).await, State::Unknown(_)));
        let retried = stage.house.retry(unknown.id).await.expect("an attempt");
        assert!(matches!(retried.failure, Some(Failure::PolicyBroken { .. })), "{retried:?}");
        assert_eq!(stage.cloudfront.orders().len(), 1);
        // It would not be allowed now. That it was sent is so all the same.
        stage.office.fix(blog_alone());
        seconds(3_600).await;
        assert!(matches!(stage.state(unknown.id).await, State::InProgress(_)));
        assert_eq!(lock(&stage.cloudfront.taken).len(), 1, "the same reference");
    });
}

#[test]
fn a_tenant_is_allowed_by_its_distribution_where_that_is_known() {
    life(async {
        let stage = stage();
        let practice = ConnectionId::practice();
        let id = TenantId::new("dt_1");
        let tenant = Target::Tenant(id.clone());
        let allow = Allow { distributions: Some(vec!["E1".into()]), ..Allow::default() };
        stage.office.fix(Policy { allow, ..Policy::default() });
        // CloudFront knows no such tenant, so nobody knows whose it is.
        is_not_allowed(stage.house.submit(&practice, &tenant, "/a", "").await);
        let knows = |distribution: &str| {
            let tenant = Tenant {
                id: id.clone(),
                distribution: DistributionId::new(distribution),
                name: "one".to_owned(),
                domains: Vec::new(),
                status: "Deployed".to_owned(),
                enabled: true,
            };
            lock(&stage.house.shared.tenants).insert((practice.clone(), id.clone()), tenant);
        };
        knows("E2");
        is_not_allowed(stage.house.submit(&practice, &tenant, "/a", "").await);
        knows("E1");
        stage.house.submit(&practice, &tenant, "/a", "").await.expect("allowed");
    });
}

#[test]
fn nobody_is_there_to_wait_for_while_the_file_is_broken() {
    life(async {
        let stage = stage();
        let settings = crate::Settings { idle_lock: Duration::from_secs(60), ..Default::default() };
        stage.house.save_settings(&settings).await.expect("saved");
        stage.house.pause_queue().await.expect("paused");
        stage.ask_for("/a").await;
        stage.office.break_it("It cannot be read.");
        stage.house.resume_queue().await.expect("resumed");
        stage.house.watch_for_idleness();
        seconds(300).await;
        assert!(stage.house.is_locked());
    });
}

#[test]
fn the_reasons_are_remembered_as_what_they_are() {
    for failure in [
        Failure::NotAllowed { detail: "a".into() },
        Failure::PolicyBroken { detail: "b".into() },
        Failure::BudgetExceeded { detail: "c".into() },
    ] {
        assert_eq!(Failure::of_reason(failure.reason()), failure);
        assert!(!failure.asks());
    }
    // A budget alone fixes nothing else.
    let policy = Policy { account_budget: Some(Budget::default()), ..Policy::default() };
    assert_eq!(policy.allow, Allow::default());
}
