use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::submission::{InProgress, PutOff, Queued, Sending, Unknown, Waiting};
use crate::{AccountKey, DistributionId, InvalidationId};

const THEN: Timestamp = Timestamp::constant(1_795_348_800, 0);

fn target(number: u8) -> Target {
    Target::Distribution(DistributionId::new(format!("E{number}")))
}

fn load(files: usize, wildcards: usize) -> Load {
    Load { files, wildcards }
}

fn reason() -> Reason {
    Reason { code: "throttled".to_owned(), detail: String::new() }
}

fn queued() -> State {
    State::Queued(Queued::default())
}

fn in_progress() -> State {
    State::InProgress(InProgress { invalidation: InvalidationId::new("I1"), created: THEN })
}

fn unknown() -> State {
    State::Unknown(Unknown { attempts: 1, lost: THEN, reason: reason() })
}

/// Submissions numbered from 1: run, target, load, state.
fn outlines(rows: impl IntoIterator<Item = (i64, u8, Load, State)>) -> Vec<Outline> {
    rows.into_iter()
        .zip(1..)
        .map(|((run, on, load, state), id)| Outline {
            id: SubmissionId(id),
            run: RunId(run),
            account: AccountKey::known("aws", "111122223333", None),
            target: target(on),
            asked: THEN,
            load,
            state,
        })
        .collect()
}

fn waits(submissions: &[Outline], circumstances: &Circumstances) -> Vec<Option<WaitsFor>> {
    plan(submissions, circumstances).into_iter().map(|place| place.waits).collect()
}

fn next(submissions: &[Outline], circumstances: &Circumstances) -> Option<i64> {
    plan(submissions, circumstances).into_iter().find(|place| place.waits.is_none()).map(|place| place.id.0)
}

#[test]
fn the_first_goes_and_the_others_wait_for_their_turn() {
    let two = outlines([(1, 1, load(1, 0), queued()), (2, 2, load(1, 0), queued())]);
    assert_eq!(waits(&two, &Circumstances::default()), [None, Some(WaitsFor::Turn)]);
}

#[test]
fn nobody_overtakes_on_a_full_target_and_other_targets_go_on() {
    let rows = outlines([
        (1, 1, load(0, 15), in_progress()),
        (2, 1, load(0, 1), queued()),
        (3, 1, load(1, 0), queued()),
        (4, 2, load(1, 0), queued()),
    ]);
    let room = WaitsFor::Room { in_progress: load(0, 15), wildcards: true, others: false };
    assert_eq!(waits(&rows, &Circumstances::default()), [Some(room), Some(WaitsFor::Turn), None]);
}

#[test]
fn what_others_have_in_progress_counts() {
    let rows = outlines([(1, 1, load(0, 6), queued())]);
    let circumstances = Circumstances { others: [(target(1), load(0, 10))].into(), ..Circumstances::default() };
    let room = WaitsFor::Room { in_progress: load(0, 10), wildcards: true, others: true };
    assert_eq!(waits(&rows, &circumstances), [Some(room)]);
}

#[test]
fn what_cloudfront_called_full_waits_though_there_seems_to_be_room() {
    let rows = outlines([(1, 1, load(1, 0), queued())]);
    let full = [(target(1), Full { wildcards: false })].into();
    let circumstances = Circumstances { full, ..Circumstances::default() };
    assert!(matches!(waits(&rows, &circumstances)[0], Some(WaitsFor::Room { wildcards: false, .. })));
}

#[test]
fn the_parts_of_a_run_keep_their_order_on_a_target() {
    let unsettled = [
        State::Waiting(Waiting { until: THEN }),
        State::Sending(Sending { since: THEN, attempt: 1, lost: None }),
        unknown(),
    ];
    for state in unsettled {
        let rows = outlines([(1, 1, load(1, 0), state.clone()), (1, 1, load(1, 0), queued())]);
        let part = SubmissionId(1);
        let waiting = WaitsFor::EarlierPart { part, refused: false };
        assert_eq!(waits(&rows, &Circumstances::default()), [Some(waiting)], "{state:?}");
    }
    let other_run = outlines([(1, 1, load(1, 0), unknown()), (2, 1, load(1, 0), queued())]);
    assert_eq!(next(&other_run, &Circumstances::default()), Some(2), "another run does not wait for it");
}

#[test]
fn a_refused_part_stops_the_rest_of_its_run_and_no_other() {
    let rows = outlines([(1, 1, load(1, 0), queued()), (2, 1, load(1, 0), queued())]);
    let refused = vec![(RunId(1), target(1), SubmissionId(9))];
    let circumstances = Circumstances { refused, ..Circumstances::default() };
    let stopped = WaitsFor::EarlierPart { part: SubmissionId(9), refused: true };
    assert_eq!(waits(&rows, &circumstances), [Some(stopped), None]);
}

#[test]
fn what_the_person_must_decide_holds_back_nobody_else() {
    let rows = outlines([(1, 1, load(1, 0), queued()), (2, 1, load(1, 0), queued())]);
    let circumstances = Circumstances { undecided: vec![RunId(1)], ..Circumstances::default() };
    assert_eq!(waits(&rows, &circumstances), [Some(WaitsFor::Decision), None]);
}

#[test]
fn a_stopped_account_says_what_it_waits_for() {
    let rows = outlines([(1, 1, load(1, 0), queued()), (2, 2, load(1, 0), queued())]);
    for (stop, expected) in [
        (Stop::Pace, WaitsFor::Pace),
        (Stop::Network, WaitsFor::Network),
        (Stop::SignIn(reason()), WaitsFor::SignIn(reason())),
    ] {
        let circumstances = Circumstances { stop: Some(stop), ..Circumstances::default() };
        assert_eq!(waits(&rows, &circumstances), [Some(expected.clone()), Some(expected)]);
    }
    let paused = Circumstances { paused: true, ..Circumstances::default() };
    assert_eq!(waits(&rows, &paused), [Some(WaitsFor::Resume), Some(WaitsFor::Resume)]);
}

#[test]
fn while_one_is_being_sent_nobody_else_goes() {
    let sending = State::Sending(Sending { since: THEN, attempt: 1, lost: None });
    let rows = outlines([(1, 1, load(1, 0), sending), (2, 2, load(1, 0), queued())]);
    assert_eq!(waits(&rows, &Circumstances::default()), [Some(WaitsFor::Turn)]);
}

#[test]
fn rounds_count_how_often_the_target_must_come_free() {
    let put_off = State::Queued(Queued { put_off: Some(PutOff { attempts: 1, reason: reason() }) });
    let rows = outlines([
        (1, 1, load(0, 15), in_progress()),
        (1, 1, load(0, 15), put_off),
        (1, 1, load(0, 15), queued()),
        (2, 1, load(10, 0), queued()),
        (3, 2, load(0, 15), queued()),
    ]);
    let rounds: Vec<u32> = plan(&rows, &Circumstances::default()).iter().map(|place| place.rounds).collect();
    assert_eq!(rounds, [1, 2, 2, 0]);
}

fn states() -> impl Strategy<Value = State> {
    prop_oneof![
        4 => Just(queued()),
        1 => Just(in_progress()),
        1 => Just(unknown()),
        1 => Just(State::Waiting(Waiting { until: THEN })),
    ]
}

proptest! {
    #[test]
    fn whoever_goes_has_room_and_overtakes_nobody(
        rows in prop::collection::vec((1i64..4, 1u8..4, 0usize..2_000, 0usize..15, states()), 1..12),
    ) {
        let rows = rows.into_iter().map(|(run, on, files, wild, state)| (run, on, load(files + 1, wild), state));
        let submissions = outlines(rows);
        let places = plan(&submissions, &Circumstances::default());
        let going: Vec<_> = places.iter().filter(|place| place.waits.is_none()).collect();
        prop_assert!(going.len() <= 1, "one at a time");
        let Some(going) = going.first() else { return Ok(()) };
        let place = submissions.iter().position(|one| one.id == going.id).expect("it is there");
        let (one, earlier) = (&submissions[place], &submissions[..place]);
        let beside: Load = submissions
            .iter()
            .filter(|other| other.target == one.target && matches!(other.state, State::InProgress(_) | State::Unknown(_)))
            .map(|other| other.load)
            .sum();
        prop_assert!(one.load.fits_beside(beside));
        for other in earlier.iter().filter(|other| other.target == one.target) {
            prop_assert!(!matches!(other.state, State::Queued(_)), "nobody overtakes");
            prop_assert!(other.run != one.run || matches!(other.state, State::InProgress(_)), "parts in order");
        }
    }
}
