#![allow(clippy::unwrap_used)]

use domain::submission::{Completed, Order, Reason, Refused, RunId, SubmissionId};
use domain::{
    AccountKey, Batch, CallerReference, DistributionId, Invalidation, InvalidationId, InvalidationStatus, Item, Target,
};
use jiff::Timestamp;

use super::*;

const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

fn target() -> Target {
    Target::Distribution(DistributionId::new("E1"))
}

fn items(all: &[&str]) -> Vec<Item> {
    all.iter().map(|item| Item::as_sent(*item)).collect()
}

fn intent(all: &[&str]) -> Intent {
    Intent { name: "Menu".to_owned(), target: target(), items: all.iter().map(|item| (*item).to_owned()).collect() }
}

fn recorded(id: &str, all: &[&str]) -> Recorded {
    let invalidation = Invalidation {
        id: InvalidationId::new(id),
        created: NOW,
        status: InvalidationStatus::Completed,
        reference: format!("r-{id}"),
        items: items(all),
    };
    Recorded { target: target(), invalidation }
}

fn submission(reference: &str, all: &[&str], state: State) -> Submission {
    Submission {
        run: RunId(1),
        id: SubmissionId(1),
        connection: "c-1".to_owned(),
        account: AccountKey::of_connection("c-1", None),
        name: "Menu".to_owned(),
        asked: NOW,
        order: Order {
            target: target(),
            reference: CallerReference::from_stored(reference.to_owned()),
            batch: Batch::new(items(all)).unwrap(),
        },
        state,
        replaces: None,
    }
}

/// What the app remembers of an invalidation that the server has.
fn taken(id: &str, all: &[&str]) -> Submission {
    let state = State::Completed(Completed { invalidation: InvalidationId::new(id), created: NOW, seen: NOW });
    submission(&format!("r-{id}"), all, state)
}

fn refused(reference: &str, all: &[&str]) -> Submission {
    let reason = Reason { code: "throttled".to_owned(), detail: String::new() };
    submission(reference, all, State::Refused(Refused { at: NOW, reason }))
}

fn verdict(intents: &[Intent], record: &[Recorded], history: &[Submission]) -> Verdict {
    let (verdict, problems) = judge(intents, record, history);
    assert_eq!(verdict.is_well(), problems.is_empty(), "{problems:?}");
    verdict
}

#[test]
fn an_intent_that_is_there_once_is_well_in_one_piece_and_in_two() {
    let intents = [intent(&["/a", "/b", "/c"])];
    let whole = [recorded("I1", &["/a", "/b", "/c"])];
    assert!(verdict(&intents, &whole, &[taken("I1", &["/a", "/b", "/c"])]).is_well());
    let split = [recorded("I1", &["/a", "/b"]), recorded("I2", &["/c"])];
    let history = [taken("I1", &["/a", "/b"]), taken("I2", &["/c"]), refused("r-0", &["/a", "/b", "/c"])];
    assert!(verdict(&intents, &split, &history).is_well());
}

#[test]
fn what_is_not_there_is_lost() {
    let intents = [intent(&["/a", "/b"]), intent(&["/c"])];
    let found = verdict(&intents, &[recorded("I1", &["/a"])], &[taken("I1", &["/a"])]);
    assert_eq!(found, Verdict { lost: 2, ..Verdict::default() });
}

#[test]
fn what_is_there_twice_is_doubled() {
    let intents = [intent(&["/a"])];
    let record = [recorded("I1", &["/a"]), recorded("I2", &["/a"])];
    let found = verdict(&intents, &record, &[taken("I1", &["/a"]), taken("I2", &["/a"])]);
    assert_eq!(found, Verdict { doubled: 1, ..Verdict::default() });
}

#[test]
fn items_or_pieces_in_another_order_are_out_of_order() {
    let intents = [intent(&["/a", "/b"])];
    let swapped = verdict(&intents, &[recorded("I1", &["/b", "/a"])], &[taken("I1", &["/b", "/a"])]);
    assert_eq!(swapped, Verdict { out_of_order: 1, ..Verdict::default() });
    let record = [recorded("I1", &["/b"]), recorded("I2", &["/a"])];
    let pieces = verdict(&intents, &record, &[taken("I1", &["/b"]), taken("I2", &["/a"])]);
    assert_eq!(pieces, Verdict { out_of_order: 1, ..Verdict::default() });
}

#[test]
fn a_history_that_the_server_does_not_bear_out_is_a_disagreement() {
    let intents = [intent(&["/a"])];
    let record = [recorded("I1", &["/a"])];
    let unheard_of = "the server has it, and no submission says so";
    assert_eq!(verdict(&intents, &record, &[]).disagreements, 1, "{unheard_of}");
    assert_eq!(verdict(&intents, &record, &[refused("r-I1", &["/a"])]).disagreements, 2, "and one says it was refused");
    let twice = [taken("I1", &["/a"]), taken("I1", &["/a"])];
    assert_eq!(verdict(&intents, &record, &twice).disagreements, 1, "two submissions became one invalidation");
    assert_eq!(verdict(&intents, &record, &[taken("I1", &["/b"])]).disagreements, 1, "of other items");
    let queued = submission("r-9", &["/a"], State::Queued(domain::submission::Queued::default()));
    assert_eq!(verdict(&intents, &record, &[taken("I1", &["/a"]), queued]).disagreements, 1, "not settled");
}

#[test]
fn what_nobody_wanted_is_a_disagreement() {
    let found = verdict(&[], &[recorded("I1", &["/x"])], &[taken("I1", &["/x"])]);
    assert_eq!(found, Verdict { disagreements: 1, ..Verdict::default() });
}
