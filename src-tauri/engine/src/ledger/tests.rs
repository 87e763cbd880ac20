use std::collections::HashMap;

use domain::cost::Amount;
use domain::submission::State;
use domain::{
    Budget, ConnectionMode, Distribution, DistributionId, Invalidation, InvalidationId, InvalidationStatus, Item,
    Tenant, TenantId,
};
use tokio::time::Instant;

use super::*;

use crate::testing::{Estate, Next, Stage, target};
use crate::turnstile::AT_ONCE;

fn practice() -> ConnectionId {
    ConnectionId::practice()
}

fn distribution(id: &str, mode: ConnectionMode) -> Distribution {
    Distribution {
        id: DistributionId::new(id),
        domain_name: format!("{id}.cloudfront.net"),
        aliases: Vec::new(),
        description: String::new(),
        status: "Deployed".to_owned(),
        enabled: true,
        staging: false,
        mode,
    }
}

/// So many invalidations, newest first, the first of them this long ago and each a minute before the one before.
fn invalidations(of: &str, count: usize, now: Timestamp, ago: SignedDuration) -> Vec<Invalidation> {
    let one = |number: usize| Invalidation {
        id: InvalidationId::new(format!("I{of}-{number}")),
        created: now - ago - SignedDuration::from_mins(number as i64),
        status: InvalidationStatus::Completed,
        reference: format!("cli-1-{number}"),
        items: vec![Item::as_sent("/a"), Item::as_sent("/b")],
    };
    (0..count).map(one).collect()
}

/// An account of so many distributions, each with so many invalidations this month.
fn estate(stage: &Stage, distributions: usize, each: usize) -> Estate {
    let now = stage.house.now();
    let ids: Vec<_> = (0..distributions).map(|number| format!("E{number}")).collect();
    let all = ids.iter().map(|id| {
        let target = Target::Distribution(DistributionId::new(id));
        (target, invalidations(id, each, now, SignedDuration::from_mins(1)))
    });
    Estate {
        distributions: ids.iter().map(|id| distribution(id, ConnectionMode::Direct)).collect(),
        invalidations: Mutex::new(all.collect()),
        latency: Duration::from_millis(20),
        ..Estate::default()
    }
}

fn read_from(stage: &Stage, estate: Estate) -> Arc<Estate> {
    let estate = Arc::new(estate);
    *lock(&stage.cloudfront.estate) = Some(estate.clone());
    estate
}

/// Counts to the end, and gives the month.
async fn counted(stage: &Stage) -> MonthFigure {
    stage.house.count_month(&practice(), true).await.expect("it begins");
    loop {
        let month = stage.house.month(&practice()).await.expect("a month");
        if month.counting.is_none() {
            return month;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_large_account_is_counted_as_quickly_as_its_answers_come() {
    let stage = Stage::new();
    let estate = read_from(&stage, estate(&stage, 40, 100));
    let begun = Instant::now();
    let month = counted(&stage).await;
    assert_eq!((month.items, month.invalidations, month.is_complete), (8_000, 4_000, true));
    // 4 pages of distributions, 10 of each one's invalidations, and 4,000 items, eight at a time, in 20 ms each.
    let ideal = Duration::from_millis(20) * (4 + 400 + 4_000) / 8;
    assert!(begun.elapsed() < ideal * 6 / 5, "{:?} of {ideal:?}", begun.elapsed());
    assert_eq!(*lock(&estate.most_at_once), AT_ONCE);
}

#[tokio::test(start_paused = true)]
async fn the_second_time_only_what_is_new_is_read() {
    let stage = Stage::new();
    let mut account = estate(&stage, 3, 25);
    account.latency = Duration::ZERO;
    let estate = read_from(&stage, account);
    counted(&stage).await;
    assert_eq!(lock(&estate.read).len(), 75);
    lock(&estate.read).clear();
    let new = invalidations("new", 1, stage.house.now(), SignedDuration::ZERO);
    let first = Target::Distribution(DistributionId::new("E0"));
    lock(&estate.invalidations).get_mut(&first).expect("it is there").insert(0, new[0].clone());
    let month = counted(&stage).await;
    assert_eq!(*lock(&estate.read), [InvalidationId::new("Inew-0")]);
    assert_eq!(month.invalidations, 76);
}

#[tokio::test(start_paused = true)]
async fn what_is_older_than_the_month_is_neither_read_nor_looked_for() {
    let stage = Stage::new();
    let account = estate(&stage, 1, 0);
    let (now, month) = (stage.house.now(), Month::of(stage.house.now()));
    let before = now.duration_since(month.begins()) + SignedDuration::from_secs(1);
    let mut all = invalidations("this", 3, now, SignedDuration::from_mins(1));
    all.extend(invalidations("before", 500, now, before));
    lock(&account.invalidations).insert(Target::Distribution(DistributionId::new("E0")), all);
    let estate = read_from(&stage, account);
    let figure = counted(&stage).await;
    assert_eq!((figure.invalidations, lock(&estate.read).len()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn a_throttled_account_is_counted_to_the_end_and_says_how_far_it_is() {
    let stage = Stage::new();
    let account = Estate { a_second: Some(5), ..estate(&stage, 4, 50) };
    read_from(&stage, account);
    let begun = Instant::now();
    stage.house.count_month(&practice(), true).await.expect("it begins");
    let (mut slow, mut shares) = (false, Vec::new());
    loop {
        let month = stage.house.month(&practice()).await.expect("a month");
        let Some(counting) = month.counting else { break };
        slow |= counting.is_slow;
        shares.push(counting.read);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let month = stage.house.month(&practice()).await.expect("a month");
    assert_eq!((month.invalidations, month.is_complete), (200, true));
    assert!(slow, "it is said that it goes slowly");
    shares.dedup();
    assert!(shares.len() > 20 && shares.is_sorted(), "progress is told: {shares:?}");
    // 221 calls at 5 a second; what is lost to finding out how quick one may be is less than as much again.
    assert!(begun.elapsed() < Duration::from_secs(2 * 221 / 5), "{:?}", begun.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_submission_passes_a_count_and_is_in_the_month_at_once() {
    let stage = Stage::new();
    let account = Estate { a_second: Some(5), ..estate(&stage, 10, 100) };
    read_from(&stage, account);
    stage.house.count_month(&practice(), true).await.expect("it begins");
    tokio::time::sleep(Duration::from_secs(5)).await;
    let before = stage.house.month(&practice()).await.expect("a month");
    let begun = Instant::now();
    stage.submit().await;
    assert!(begun.elapsed() < Duration::from_millis(100), "it waited {:?}", begun.elapsed());
    let after = stage.house.month(&practice()).await.expect("a month");
    assert!(after.counting.is_some(), "still at it");
    assert!(after.items >= before.items + 2);
    let own = |month: &MonthFigure| {
        month.origins.iter().find(|it| it.origin == domain::Origin::Housekeeper).map(|it| it.items)
    };
    assert_eq!((own(&before), own(&after)), (Some(0), Some(2)));
}

#[tokio::test(start_paused = true)]
async fn a_count_can_be_stopped_and_goes_on_from_there() {
    let stage = Stage::new();
    let estate = read_from(&stage, estate(&stage, 10, 100));
    stage.house.count_month(&practice(), true).await.expect("it begins");
    tokio::time::sleep(Duration::from_secs(1)).await;
    stage.house.stop_counting(&practice()).await.expect("it stops");
    tokio::time::sleep(Duration::from_millis(1)).await;
    let month = stage.house.month(&practice()).await.expect("a month");
    assert_eq!((month.counting, month.is_complete), (None, false));
    assert_eq!((month.count.stopped, month.count.at), (Some(Stopped::ByPerson), None));
    stage.house.count_month(&practice(), false).await.expect("it does not begin");
    assert_eq!(stage.house.month(&practice()).await.expect("a month").counting, None, "not by itself");
    let (kept, read) = (month.invalidations, lock(&estate.read).len() as u64);
    assert!(kept > 0 && read - kept <= KEPT_BEHIND, "{kept} of {read} are kept");
    let month = counted(&stage).await;
    assert_eq!((month.invalidations, month.count.stopped), (1_000, None));
    assert!((lock(&estate.read).len() as u64) < 1_000 + KEPT_BEHIND, "hardly anything is read twice");
}

/// What may have been read and not kept yet when a count is stopped.
const KEPT_BEHIND: u64 = 16;

#[tokio::test(start_paused = true)]
async fn what_may_not_be_read_is_named_and_the_rest_counted() {
    let stage = Stage::new();
    let denied = || Failure::Denied { action: None, resource: None, detail: "no".to_owned() };
    let on = |id: &str| Target::Distribution(DistributionId::new(id));
    let estate = estate(&stage, 4, 20);
    *lock(&estate.refusals) =
        HashMap::from([(on("E1"), denied()), (on("E2"), Failure::NotFound { what: "E2".into() })]);
    *lock(&estate.reading_refusals) = HashMap::from([(on("E3"), denied())]);
    read_from(&stage, estate);
    let month = counted(&stage).await;
    assert_eq!((month.invalidations, month.is_complete), (20, false));
    let mut gaps: Vec<_> = month.count.gaps.into_iter().map(|gap| gap.what).collect();
    gaps.sort_by_key(|gap| format!("{gap:?}"));
    // What was deleted meanwhile is no gap: it is out of sight for whoever looks.
    assert_eq!(gaps, [Uncounted::Invalidations(on("E1")), Uncounted::Items(on("E3"), 20)]);
}

#[tokio::test(start_paused = true)]
async fn where_distributions_may_not_be_listed_those_that_are_known_are_counted() {
    let stage = Stage::new();
    stage.submit().await;
    let account = estate(&stage, 2, 5);
    let own = invalidations("own", 3, stage.house.now(), SignedDuration::from_mins(1));
    lock(&account.invalidations).insert(target(), own);
    *lock(&account.listing) = Some(Failure::Denied { action: None, resource: None, detail: String::new() });
    read_from(&stage, account);
    let month = counted(&stage).await;
    assert_eq!((month.invalidations, month.items), (4, 8));
    assert_eq!(month.count.gaps[0].what, Uncounted::Distributions);
}

#[tokio::test(start_paused = true)]
async fn tenants_are_counted_and_nothing_twice() {
    let stage = Stage::new();
    let mut account = estate(&stage, 0, 0);
    account.distributions.push(distribution("EPARENT", ConnectionMode::TenantOnly));
    let parent = DistributionId::new("EPARENT");
    let tenants = (0..12).map(|number| Tenant {
        id: TenantId::new(format!("dt_{number}")),
        distribution: parent.clone(),
        name: String::new(),
        domains: Vec::new(),
        status: String::new(),
        enabled: true,
    });
    account.tenants.insert(parent.clone(), tenants.collect());
    let now = stage.house.now();
    let own = invalidations("t", 4, now, SignedDuration::from_mins(1));
    // The parent's list has them too, which is not documented either way.
    let mut all = own.clone();
    all.extend(invalidations("p", 2, now, SignedDuration::from_mins(10)));
    lock(&account.invalidations)
        .extend([(Target::Tenant(TenantId::new("dt_11")), own), (Target::Distribution(parent), all)]);
    read_from(&stage, account);
    let month = counted(&stage).await;
    assert_eq!((month.invalidations, month.is_complete), (6, true));
}

#[tokio::test(start_paused = true)]
async fn a_count_that_cannot_go_on_keeps_what_it_has_and_says_why() {
    let stage = Stage::new();
    let estate = estate(&stage, 3, 5);
    let gone = Failure::Unreachable { endpoint: "cloudfront".to_owned(), detail: "no route".to_owned() };
    lock(&estate.refusals).insert(Target::Distribution(DistributionId::new("E2")), gone.clone());
    read_from(&stage, estate);
    let month = counted(&stage).await;
    assert_eq!((month.count.stopped.clone(), month.is_complete), (Some(Stopped::Failed(gone)), false));
}

#[tokio::test(start_paused = true)]
async fn what_was_counted_lately_is_not_counted_again_unasked() {
    let stage = Stage::new();
    let estate = read_from(&stage, estate(&stage, 1, 1));
    counted(&stage).await;
    let again = async |minutes: u64| {
        lock(&estate.read).clear();
        let new = invalidations(&format!("n{minutes}"), 1, stage.house.now(), SignedDuration::ZERO);
        lock(&estate.invalidations).insert(Target::Distribution(DistributionId::new("E0")), new);
        tokio::time::sleep(Duration::from_secs(60 * minutes)).await;
        stage.house.count_month(&practice(), false).await.expect("it begins or not");
        tokio::time::sleep(Duration::from_secs(1)).await;
        lock(&estate.read).len()
    };
    assert_eq!(again(1).await, 0);
    assert_eq!(again(20).await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_month_that_ended_while_it_was_counted_is_counted_to_its_end_with_the_next() {
    let stage = Stage::new();
    let estate = read_from(&stage, estate(&stage, 1, 3));
    counted(&stage).await;
    let november = Month::of(stage.house.now());
    // Somebody invalidates on the last evening, and the app is opened again in December.
    let late = invalidations("late", 1, november.ends(), SignedDuration::from_secs(1));
    let first = Target::Distribution(DistributionId::new("E0"));
    lock(&estate.invalidations).get_mut(&first).expect("it is there").insert(0, late[0].clone());
    stage.clock.jump(november.ends().duration_since(stage.house.now()) + SignedDuration::from_hours(1));
    assert_eq!(counted(&stage).await.invalidations, 0, "December");
    let earlier = stage.house.costs(&practice(), Some(november)).await.expect("November");
    assert_eq!((earlier.month.invalidations, earlier.month.is_complete), (4, true));
    assert_eq!(earlier.days.len(), 30);
    assert_eq!(earlier.days.last().map(|day| day.items), Some(2), "the last second is of the last day");
    let months: Vec<_> = earlier.months.iter().map(|share| (share.month, share.invalidations)).collect();
    assert_eq!(months, [(november.next(), 0), (november, 4)]);
}

async fn set_budget(stage: &Stage, target: Option<&Target>, refuse_above: u64) {
    let budget = Budget { warn_above: None, refuse_above: Some(refuse_above) };
    stage.house.save_budget(&practice(), target, &budget).await.expect("it is kept");
}

#[tokio::test(start_paused = true)]
async fn a_run_beyond_a_budget_is_stored_by_nobody() {
    let stage = Stage::new();
    set_budget(&stage, None, 5).await;
    stage.ask_for("/1\n/2\n/3").await;
    let beyond = stage.house.submit(&practice(), &target(), "/4\n/5\n/6", "x").await;
    assert!(matches!(beyond, Err(Failure::BudgetExceeded { .. })), "what waits counts: {beyond:?}");
    stage.ask_for("/4\n/5").await;
    assert_eq!(lock(&stage.records.submissions).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn two_clicks_at_once_do_not_share_the_same_room() {
    let stage = Stage::new();
    set_budget(&stage, None, 5).await;
    let (practice, target) = (practice(), target());
    let click = |text: &'static str| stage.house.submit(&practice, &target, text, "x");
    let (one, other) = tokio::join!(click("/1\n/2\n/3"), click("/4\n/5\n/6"));
    assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|stored| **stored).count(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_targets_budget_binds_that_target_alone() {
    let stage = Stage::new();
    set_budget(&stage, Some(&target()), 1).await;
    let refused = stage.house.submit(&practice(), &target(), "/1\n/2", "x").await;
    let Err(Failure::BudgetExceeded { detail }) = refused else { panic!("{refused:?}") };
    assert!(detail.contains("E1TEST0000001 allows 1 items a month; with these there would be 2."), "{detail}");
    let other = Target::Distribution(DistributionId::new("E2OTHER"));
    stage.house.submit(&practice(), &other, "/1\n/2", "x").await.expect("another one");
}

#[tokio::test(start_paused = true)]
async fn what_was_queued_before_a_budget_came_is_refused_in_its_turn() {
    let stage = Stage::new();
    lock(&stage.records.settings).undo = Duration::ZERO;
    stage.house.pause_queue().await.expect("it is paused");
    let first = stage.ask_for("/1\n/2").await;
    let second = stage.ask_for("/3\n/4\n/5").await;
    set_budget(&stage, None, 2).await;
    stage.house.resume_queue().await.expect("it goes on");
    assert!(stage.attempted(first.id).await.state.invalidation().is_some(), "there is room for it");
    let refused = stage.attempted(second.id).await;
    let State::Refused(refused) = refused.state else { panic!("{:?}", refused.state) };
    assert_eq!(refused.reason.code, "budgetExceeded");
    assert_eq!(stage.cloudfront.orders().len(), 1);
    let again = stage.house.retry(second.id).await;
    assert!(matches!(again, Err(Failure::BudgetExceeded { .. })), "{again:?}");
}

#[tokio::test(start_paused = true)]
async fn a_reply_that_was_lost_takes_its_room_until_it_is_known() {
    let stage = Stage::new();
    stage.cloudfront.then(std::iter::repeat_n(Next::Fail(Failure::ReplyLost { detail: String::new() }), 50));
    set_budget(&stage, None, 3).await;
    let lost = stage.submit().await;
    assert!(matches!(lost.state, State::Unknown(_)));
    let beyond = stage.house.submit(&practice(), &target(), "/3\n/4", "x").await;
    assert!(matches!(beyond, Err(Failure::BudgetExceeded { .. })), "{beyond:?}");
}

#[tokio::test(start_paused = true)]
async fn what_others_have_sent_counts_once_it_is_read() {
    let stage = Stage::new();
    set_budget(&stage, None, 60).await;
    read_from(&stage, estate(&stage, 1, 30));
    let review = stage.house.check(&practice(), &target(), "/1\n/2").await.expect("checked").reckoned;
    assert_eq!((review.used.items, review.used.is_complete, review.budgets), (0, false, Vec::new()));
    counted(&stage).await;
    let review = stage.house.check(&practice(), &target(), "/1\n/2").await.expect("checked").reckoned;
    assert_eq!((review.used.items, review.used.is_complete), (60, true));
    assert_eq!(
        review.budgets.iter().map(|met| (met.limit, met.items, met.refuses)).collect::<Vec<_>>(),
        [(60, 62, true)]
    );
    let refused = stage.house.submit(&practice(), &target(), "/1", "x").await;
    assert!(matches!(refused, Err(Failure::BudgetExceeded { .. })), "{refused:?}");
}

#[tokio::test(start_paused = true)]
async fn a_price_of_ones_own_is_what_is_reckoned_with() {
    let stage = Stage::new();
    let [(_, mut tariff), _] = <[_; 2]>::try_from(stage.house.tariffs().await.expect("tariffs")).expect("two");
    (tariff.price.per_item, tariff.free_items) = (Amount::from_hundred_thousandths(7), 1);
    stage.house.save_tariff("aws", Some(&tariff)).await.expect("it is kept");
    let cost = stage.house.check(&practice(), &target(), "/1\n/2\n/3").await.expect("checked").reckoned.cost;
    assert_eq!((cost.least.to_string(), cost.most.to_string()), ("0.00014".to_owned(), "0.00021".to_owned()));
}

#[tokio::test(start_paused = true)]
async fn the_same_again_while_it_is_on_its_way_is_noticed() {
    let stage = Stage::new();
    lock(&stage.records.settings).undo = Duration::ZERO;
    let first = stage.ask_for("/1\n/2").await;
    let double = async |text: &str| stage.house.check(&practice(), &target(), text).await.expect("checked").double;
    assert_eq!(double("/2").await.map(|double| double.submission), Some(first.id));
    assert_eq!(double("/2\n/3").await, None, "not all of it");
    stage.attempted(first.id).await;
    stage.cloudfront.complete_all();
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(double("/2").await, None, "it is done");
}
