#![allow(clippy::unwrap_used)]

use domain::quota::Load;
use domain::submission::{
    Accepted, Completed, InProgress, Outcome, Queued, Reason, Refused, RunId, State, Submission, SubmissionId,
};
use domain::{AccountKey, Batch, DistributionId, InvalidationId, Item, Target, TenantId};
use engine::Failure;
use engine::ports::{Move, NewSubmission, Records, Transition};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{BEHIND, RECENT, SETTLED_PAGE, UNSETTLED_PAGE};
use crate::Store;
use crate::open::tests::plan_of;
use crate::queue::{COMPLETION_TIMES, PARTS, PARTS_OF_RUNS, REFUSED_PARTS, UNSETTLED};
use crate::samples::{NOON, account, after_noon, distribution, items, queued, states, times};

fn reason(code: &str) -> Reason {
    Reason { code: code.to_owned(), detail: "The service's own words.".to_owned() }
}

fn completed() -> State {
    State::Completed(Completed { invalidation: InvalidationId::new("I1"), created: NOON, seen: after_noon(5) })
}

fn ids(submissions: &[Submission]) -> Vec<i64> {
    submissions.iter().map(|submission| submission.id.0).collect()
}

#[test]
fn any_order_in_any_state_comes_back_as_it_was_stored() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let store = runtime.block_on(Store::in_memory()).unwrap();
    let reference = std::cell::Cell::new(0);
    let targets = prop_oneof![
        "[A-Z0-9]{1,14}".prop_map(|id| Target::Distribution(DistributionId::new(id))),
        "dt_[A-Za-z0-9]{1,27}".prop_map(|id| Target::Tenant(TenantId::new(id))),
    ];
    // Whatever text there is, the end of a C string included.
    let batches = prop::collection::vec(any::<String>(), 1..6);
    let cases = (states(), states(), targets, batches, any::<String>(), times());
    TestRunner::default()
        .run(&cases, |(first, second, target, texts, name, asked)| {
            reference.set(reference.get() + 1);
            let mut new = queued(&reference.get().to_string());
            new.order.target = target;
            new.order.batch = Batch::new(items(texts.iter().map(String::as_str))).unwrap();
            let new = NewSubmission { name, asked, state: first, ..new };
            runtime.block_on(async {
                let added = store.add_submission(new.clone()).await.unwrap();
                prop_assert_eq!(&added.order, &new.order);
                prop_assert_eq!(&added.name, &new.name);
                prop_assert_eq!(&added.state, &new.state);
                prop_assert_eq!(added.asked, new.asked);
                prop_assert_eq!(store.submission(added.id).await.unwrap().unwrap(), added.clone());

                store.move_submission(added.id, &second, NOON).await.unwrap();
                let moved = Submission { state: second, ..added };
                prop_assert_eq!(store.submission(moved.id).await.unwrap().unwrap(), moved.clone());
                // What the table computes is what the domain says.
                let unsettled = store.unsettled().await.unwrap();
                let outline = unsettled.into_iter().find(|one| one.id == moved.id);
                prop_assert_eq!(outline.is_some(), !moved.state.is_settled());
                if let Some(outline) = outline {
                    prop_assert_eq!(outline.load, Load::of(moved.order.batch.items()));
                    prop_assert_eq!((outline.run, outline.state), (moved.run, moved.state));
                }
                Ok(())
            })
        })
        .unwrap();
}

#[tokio::test]
async fn three_thousand_items_keep_their_order() {
    let store = Store::in_memory().await.unwrap();
    // Neither sorted nor sorted backwards.
    let items: Vec<_> = (0..3_000_u32).map(|n| Item::as_sent(format!("/{}", n.wrapping_mul(2_654_435_761)))).collect();
    let mut new = queued("a");
    new.order.batch = Batch::new(items.clone()).unwrap();
    let added = store.add_submission(new).await.unwrap();
    assert_eq!(store.submission(added.id).await.unwrap().unwrap().order.batch.items(), items);
}

#[tokio::test]
async fn more_items_than_one_statement_takes_keep_their_order_too() {
    let store = Store::in_memory().await.unwrap();
    let items: Vec<_> = (0..25_001).map(|n| Item::as_sent(format!("/{n}"))).collect();
    let mut new = queued("a");
    new.order.batch = Batch::new(items.clone()).unwrap();
    let added = store.add_submission(new).await.unwrap();
    assert_eq!(store.submission(added.id).await.unwrap().unwrap().order.batch.items(), items);
}

#[tokio::test]
async fn what_was_stored_is_there_when_the_file_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let added = store.add_submission(queued("a")).await.unwrap();
    let sending = State::Sending(Queued::default().send(after_noon(1)));
    store.move_submission(added.id, &sending, after_noon(1)).await.unwrap();
    // Not closed: the app may end at any time.
    let again = Store::open(folder.path()).await.unwrap();
    let found = again.submission(added.id).await.unwrap().unwrap();
    assert_eq!(found, Submission { state: sending, ..added });
    assert_eq!(again.history(found.id).await.unwrap().len(), 2);
}

#[tokio::test]
async fn unsettled_ones_come_first_in_the_order_of_the_queue_then_the_newest() {
    let store = Store::in_memory().await.unwrap();
    for number in 1..=7 {
        let added = store.add_submission(queued(&number.to_string())).await.unwrap();
        assert_eq!(added.id, SubmissionId(number));
    }
    let refused = State::Refused(Refused { at: NOON, reason: reason("denied") });
    let accepted = State::Accepted(Accepted { invalidation: InvalidationId::new("I2"), created: NOON });
    for (id, state) in [(2, completed()), (7, refused), (4, accepted)] {
        store.move_submission(SubmissionId(id), &state, NOON).await.unwrap();
    }

    let mut seen = Vec::new();
    for offset in [0, 3, 6, 9] {
        let (count, page) = store.submissions(offset, 3).await.unwrap();
        assert_eq!(count, 7);
        seen.push(ids(&page));
    }
    assert_eq!(seen, [vec![1, 3, 5], vec![6, 7, 4], vec![2], vec![]]);
    assert_eq!(store.unsettled_ids().await, [1, 3, 5, 6]);
}

#[tokio::test]
async fn recent_ones_are_of_that_account_and_target_and_not_older() {
    let store = Store::in_memory().await.unwrap();
    let other_account = NewSubmission { account: AccountKey::known("aws", "0", None), ..queued("a") };
    let mut other_kind = queued("a");
    other_kind.order.target = Target::Tenant(TenantId::new(distribution().id()));
    let too_old = NewSubmission { asked: after_noon(-1), ..queued("b") };
    let first = NewSubmission { asked: NOON, ..queued("c") };
    let last = NewSubmission { asked: after_noon(60), ..queued("d") };
    for new in [last, other_account, other_kind, too_old, first] {
        store.add_submission(new).await.unwrap();
    }
    let recent = store.recent_submissions(&account(), &distribution(), NOON).await.unwrap();
    let references: Vec<_> = recent.iter().map(|submission| submission.order.reference.as_str()).collect();
    assert_eq!(references, ["d", "c"]);
}

#[tokio::test]
async fn what_goes_at_once_has_both_of_its_states_in_its_history() {
    let store = Store::in_memory().await.unwrap();
    let sending = State::Sending(Queued::default().send(after_noon(1)));
    let new = vec![queued("one"), queued("two")];
    let added = store.add_submissions_and_go(new, sending.clone(), after_noon(1)).await.unwrap();
    assert_eq!(added[0].state, sending);
    assert_eq!(store.submission(added[0].id).await.unwrap().unwrap(), added[0]);
    assert!(matches!(added[1].state, State::Queued(_)), "the later parts wait");
    let history = store.history(added[0].id).await.unwrap();
    assert_eq!(history.iter().map(|step| step.state).collect::<Vec<_>>(), ["queued", "sending"]);
}

#[tokio::test]
async fn every_state_it_came_into_is_in_its_history() {
    let store = Store::in_memory().await.unwrap();
    let added = store.add_submission(queued("a")).await.unwrap();
    let sending = Queued::default().send(after_noon(1));
    let State::Unknown(unknown) = sending.clone().ended(Outcome::Lost(reason("replyLost")), after_noon(31)) else {
        panic!("a lost reply leaves it unknown")
    };
    let found = unknown.clone().found(InvalidationId::new("I1"), after_noon(1));
    let steps = [
        (State::Sending(sending), 1),
        (State::Unknown(unknown), 31),
        (State::InProgress(found.clone()), 32),
        (State::Completed(found.completed(after_noon(40))), 40),
    ];
    for (state, seconds) in steps {
        store.move_submission(added.id, &state, after_noon(seconds)).await.unwrap();
    }
    let line = |at, state, reason| Transition { at: after_noon(at), state, reason };
    assert_eq!(
        store.history(added.id).await.unwrap(),
        [
            line(0, "queued", None),
            line(1, "sending", None),
            line(31, "unknown", Some(reason("replyLost"))),
            line(32, "inProgress", None),
            line(40, "completed", None),
        ]
    );
}

#[tokio::test]
async fn a_submission_that_is_not_there_is_not_found() {
    let store = Store::in_memory().await.unwrap();
    let not_found = Failure::NotFound { what: "submission 9".into() };
    let nine = SubmissionId(9);
    assert_eq!(store.submission(nine).await.unwrap(), None);
    assert_eq!(store.move_submission(nine, &completed(), NOON).await.unwrap_err(), not_found);
    assert_eq!(store.history(nine).await.unwrap_err(), not_found);
    let stand_in = NewSubmission { replaces: Some(nine), ..queued("a") };
    assert_eq!(store.add_submission(stand_in).await.unwrap_err(), not_found);
    assert_eq!(store.submissions(0, 10).await.unwrap(), (0, vec![]));
}

#[tokio::test]
async fn one_that_stands_in_for_another_says_so() {
    let store = Store::in_memory().await.unwrap();
    let first = store.add_submission(queued("a")).await.unwrap();
    let second = store.add_submission(NewSubmission { replaces: Some(first.id), ..queued("b") }).await.unwrap();
    assert_eq!(store.submission(second.id).await.unwrap().unwrap().replaces, Some(first.id));
}

#[tokio::test]
async fn a_move_that_comes_too_late_changes_nothing() {
    let store = Store::in_memory().await.unwrap();
    let one = store.add_submission(queued("a")).await.unwrap();
    let two = store.add_submission(queued("b")).await.unwrap();
    let sending = State::Sending(Queued::default().send(NOON));
    let withdrawn = |of: &Submission| Move {
        id: of.id,
        from: of.state.clone(),
        to: State::Withdrawn(of.state.withdrawn(NOON).unwrap()),
    };
    store.move_submission(two.id, &sending, NOON).await.unwrap();
    // The first could be taken back, the second is on its way: neither is.
    assert!(!store.move_submissions(&[withdrawn(&one), withdrawn(&two)], NOON).await.unwrap());
    let stand_in = NewSubmission { replaces: Some(two.id), ..queued("c") };
    assert_eq!(store.replace_submission(&withdrawn(&two), vec![stand_in], NOON).await.unwrap(), None);
    assert_eq!(store.submission(one.id).await.unwrap().unwrap().state, one.state);
    assert_eq!(store.submission(two.id).await.unwrap().unwrap().state, sending);
    assert_eq!(store.history(one.id).await.unwrap().len(), 1);
    assert_eq!(store.submissions(0, 9).await.unwrap().0, 2);
}

#[tokio::test]
async fn the_submissions_of_one_click_are_stored_all_or_none() {
    let store = Store::in_memory().await.unwrap();
    store.add_submission(queued("a")).await.unwrap();
    // The second of them cannot be stored: its reference is taken.
    store.add_submissions(vec![queued("b"), queued("a")]).await.unwrap_err();
    assert_eq!(store.submissions(0, 9).await.unwrap().0, 1);
    let run = store.add_submissions(vec![queued("c"), queued("d")]).await.unwrap();
    assert!(run.iter().all(|one| one.run == RunId(run[0].id.0)), "{run:?}");
}

#[tokio::test]
async fn an_invalidation_leads_to_the_submission_that_made_it() {
    let store = Store::in_memory().await.unwrap();
    store.add_submission(queued("a")).await.unwrap();
    let ours = store.add_submission(queued("b")).await.unwrap();
    store.move_submission(ours.id, &completed(), NOON).await.unwrap();
    let made = InvalidationId::new("I1");
    let behind = async |account: &AccountKey, target: &Target, id: &InvalidationId| {
        store.submission_behind(account, target, id).await.unwrap()
    };
    assert_eq!(behind(&account(), &distribution(), &made).await, Some(ours.id));
    assert_eq!(behind(&account(), &distribution(), &InvalidationId::new("I2")).await, None);
    let tenant = Target::Tenant(TenantId::new(distribution().id()));
    assert_eq!(behind(&account(), &tenant, &made).await, None);
    assert_eq!(behind(&AccountKey::known("aws", "0", None), &distribution(), &made).await, None);
}

#[tokio::test]
async fn a_caller_reference_is_one_submissions_alone() {
    let store = Store::in_memory().await.unwrap();
    store.add_submission(queued("a")).await.unwrap();
    let failure = store.add_submission(queued("a")).await.unwrap_err();
    assert!(matches!(failure, Failure::Records { .. }), "{failure:?}");
    assert_eq!(store.submissions(0, 10).await.unwrap().0, 1);
}

#[tokio::test]
async fn a_stored_order_cannot_be_changed() {
    let store = Store::in_memory().await.unwrap();
    store.add_submission(queued("a")).await.unwrap();
    for statement in [
        "UPDATE submission SET caller_reference = 'b'",
        "UPDATE submission SET target = 'E2'",
        "UPDATE submission_item SET position = position + 10",
        "UPDATE submission_item SET item = '/*'",
    ] {
        let error = sqlx::query(statement).execute(&store.pool).await.unwrap_err();
        assert!(error.to_string().contains("a stored order never changes"), "{statement}: {error}");
    }
}

#[tokio::test]
async fn a_lost_item_is_noticed_before_anything_is_sent() {
    for lost in ["position = 0", "position = 2"] {
        let store = Store::in_memory().await.unwrap();
        store.add_submission(queued("a")).await.unwrap();
        let delete = sqlx::AssertSqlSafe(format!("DELETE FROM submission_item WHERE {lost}"));
        sqlx::query(delete).execute(&store.pool).await.unwrap();
        let failure = store.submission(SubmissionId(1)).await.unwrap_err();
        assert!(failure.detail().starts_with("submission_item."), "{failure}");
    }
}

#[tokio::test]
async fn the_table_refuses_a_state_that_is_none() {
    let store = Store::in_memory().await.unwrap();
    store.add_submission(queued("a")).await.unwrap();
    for statement in [
        "UPDATE submission SET state = 'lost'",
        "UPDATE submission SET state = 'completed'",
        "UPDATE submission SET state = 'refused', refused_at = 0",
        "UPDATE submission SET state = 'unknown', attempts = 0, reply_lost_at = 0, reason_code = 'a', reason_detail = ''",
        "UPDATE submission SET invalidation = 'I1', taken_at = 0",
    ] {
        let error = sqlx::query(statement).execute(&store.pool).await.unwrap_err();
        assert!(error.to_string().contains("CHECK constraint failed"), "{statement}: {error}");
    }
}

#[tokio::test]
async fn times_are_kept_to_the_millisecond_and_given_back_as_they_are_kept() {
    let store = Store::in_memory().await.unwrap();
    let asked = "2026-11-22T12:00:00.123456789Z".parse().unwrap();
    let state = State::InProgress(InProgress { invalidation: InvalidationId::new("I1"), created: asked });
    let added = store.add_submission(NewSubmission { asked, state, ..queued("a") }).await.unwrap();
    assert_eq!(added.asked.to_string(), "2026-11-22T12:00:00.123Z");
    assert_eq!(store.submission(added.id).await.unwrap(), Some(added));
    // Since a time within the same millisecond: still found.
    assert_eq!(store.recent_submissions(&account(), &distribution(), asked).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_write_at_once_wait_for_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let writers: Vec<_> = (0..20)
        .map(|number| {
            let store = store.clone();
            tokio::spawn(async move {
                let added = store.add_submission(queued(&number.to_string())).await?;
                store.move_submission(added.id, &State::Sending(Queued::default().send(NOON)), NOON).await
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
    assert_eq!(store.unsettled_ids().await.len(), 20);
}

#[tokio::test]
async fn every_list_goes_by_an_index() {
    for (statement, index) in [
        (UNSETTLED_PAGE, "submission_in_place (settled=?)"),
        (SETTLED_PAGE, "submission_unsettled_first (settled=?)"),
        (UNSETTLED, "submission_in_place (settled=?)"),
        (PARTS, "submission_of_run (run=?)"),
        (PARTS_OF_RUNS, "submission_of_run (run=?)"),
        (PARTS, "submission_replacing (replaces=?)"),
        (COMPLETION_TIMES, "submission_completed (account=?"),
        (RECENT, "submission_by_target (account=? AND target_kind=? AND target=? AND asked_at>?)"),
        (BEHIND, "submission_by_invalidation (account=? AND target_kind=? AND target=? AND invalidation=?)"),
    ] {
        let plan = plan_of(statement).await;
        assert!(plan.contains(index), "{statement}\n{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{statement} is sorted by hand\n{plan}");
    }
    // Few enough to be sorted, and found without looking through what is settled.
    let plan = plan_of(REFUSED_PARTS).await;
    assert!(!plan.contains("SCAN submission"), "{plan}");
}
