#![allow(clippy::unwrap_used)]

mod keychain;

use keychain::{Fault, Keychain};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

const NAME: &str = "c-1";

/// What a person does: keeps a secret of this length, or forgets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Keep(usize),
    Forget,
}

/// A secret of this length, unlike that of any other number, and its parts unlike each other.
fn secret(length: usize, number: u8) -> Vec<u8> {
    (0..length).map(|at| (at / 7 + at * 31 + usize::from(number) * 101) as u8).collect()
}

/// Does it, and gives what is to be recalled if it went well.
fn act(keychain: &Keychain, act: Act, number: u8) -> (Result<(), Failure>, Option<Vec<u8>>) {
    match act {
        Act::Keep(length) => {
            let value = secret(length, number);
            (keep(&keychain.open(), NAME, &value), Some(value))
        }
        Act::Forget => (forget(&keychain.open(), NAME), None),
    }
}

fn recalled(keychain: &Keychain) -> Result<Option<Vec<u8>>, Failure> {
    recall(&keychain.open(), NAME).map(|value| value.map(|value| value.to_vec()))
}

/// Which entries there must be for this, and no others.
fn entries_of(kept: Option<&Vec<u8>>) -> usize {
    kept.map_or(0, |value| if value.len() <= ROOM { 1 } else { 1 + value.len().div_ceil(ROOM) })
}

fn acts() -> impl Strategy<Value = Act> {
    // The edges as often as all the rest: what just fits, and what just does not.
    let edges = (1..=8_usize, 0..3_usize).prop_map(|(parts, over)| parts * ROOM + over - 1);
    prop_oneof![4 => (0..20_000_usize).prop_map(Act::Keep), 4 => edges.prop_map(Act::Keep), 1 => Just(Act::Forget)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_crash_at_any_step_leaves_the_old_or_the_new_secret_whole(
        old in acts(), torn in acts(), next in acts(), fault in any::<Fault>(),
    ) {
        for step in 0.. {
            let keychain = Keychain::default();
            let (done, before) = act(&keychain, old, 1);
            prop_assert!(done.is_ok());

            keychain.fail_at(step, fault);
            let (done, after) = act(&keychain, torn, 2);
            let struck = keychain.start_anew();
            match recalled(&keychain) {
                Ok(found) if done.is_ok() => prop_assert_eq!(&found, &after, "step {}", step),
                Ok(found) => prop_assert!(found == before || found == after, "step {step}"),
                // What somebody wanted forgotten need not be whole, as long as it does not look so.
                Err(failure) => {
                    prop_assert!(torn == Act::Forget && done.is_err(), "step {step}: {failure}");
                    prop_assert!(matches!(failure, Failure::NoCredentials { .. }), "step {step}: {failure:?}");
                }
            }

            let (done, last) = act(&keychain, next, 3);
            prop_assert!(done.is_ok());
            prop_assert_eq!(&recalled(&keychain).unwrap(), &last);
            prop_assert_eq!(keychain.names().len(), entries_of(last.as_ref()), "{:?}", keychain.names());
            if !struck {
                // It has fewer steps than that.
                break;
            }
        }
    }

    #[test]
    fn one_crash_after_another_loses_nothing_either(
        steps in vec((acts(), 0..40_usize, any::<Fault>()), 1..8), last in acts(),
    ) {
        let keychain = Keychain::default();
        // What may be recalled by now; and whether it may be that nothing can be, because a forgetting was cut short.
        let (mut possible, mut broken) = (vec![None], false);
        for (number, (step, at, fault)) in (1..).zip(steps) {
            keychain.fail_at(at, fault);
            let (done, after) = act(&keychain, step, number);
            keychain.start_anew();
            if done.is_ok() {
                (possible, broken) = (vec![after], false);
            } else {
                broken |= step == Act::Forget;
                possible.push(after);
            }
            match recalled(&keychain) {
                Ok(found) => {
                    prop_assert!(possible.contains(&found));
                    (possible, broken) = (vec![found], false);
                }
                Err(failure) => prop_assert!(broken, "{failure}"),
            }
        }
        let (done, after) = act(&keychain, last, 99);
        prop_assert!(done.is_ok());
        prop_assert_eq!(&recalled(&keychain).unwrap(), &after);
        prop_assert_eq!(keychain.names().len(), entries_of(after.as_ref()), "{:?}", keychain.names());
    }
}

#[test]
fn what_fits_stays_one_entry_with_the_value_as_it_is() {
    let keychain = Keychain::default();
    for length in [0, 1, ROOM] {
        let value = secret(length, 1);
        keep(&keychain.open(), NAME, &value).unwrap();
        assert_eq!(keychain.held(NAME), Some(value));
        assert_eq!(keychain.names(), [NAME]);
    }
}

#[test]
fn what_an_earlier_version_wrote_is_read() {
    let keychain = Keychain::default();
    for value in [&br#"{"secret_access_key":"wJalr/K7+bPx"}"#[..], &[b'x'; LARGEST]] {
        keychain.put(NAME, value);
        assert_eq!(recalled(&keychain).unwrap().as_deref(), Some(value));
    }
}

#[test]
fn the_form_of_the_head_and_the_names_of_the_parts_stay_what_they_were() {
    let keychain = Keychain::default();
    let value = [b'x'; 5_001];
    keep(&keychain.open(), NAME, &value).unwrap();
    assert_eq!(keychain.names(), ["c-1", "c-1/a/1", "c-1/a/2", "c-1/a/3"]);
    let head = br#"{"generation":"a","parts":3,"length":5001,"check":"5ed1488e"}"#;
    assert_eq!(String::from_utf8(keychain.held(NAME).unwrap()).unwrap(), String::from_utf8_lossy(head));

    keep(&keychain.open(), NAME, &value).unwrap();
    assert_eq!(keychain.names(), ["c-1", "c-1/b/1", "c-1/b/2", "c-1/b/3"], "and the next one is beside it");
}

#[test]
fn no_entry_is_larger_than_windows_takes() {
    let keychain = Keychain::default();
    keep(&keychain.open(), NAME, &secret(20_000, 1)).unwrap();
    for name in keychain.names() {
        assert!(keychain.held(&name).unwrap().len() <= LARGEST, "{name}");
    }
}

#[test]
fn a_value_that_looks_like_a_head_is_not_taken_for_one() {
    let keychain = Keychain::default();
    let value = br#"{"generation":"b","parts":1,"length":4,"check":"00000000"}"#;
    keep(&keychain.open(), NAME, value).unwrap();
    assert_eq!(recalled(&keychain).unwrap().as_deref(), Some(&value[..]));
    forget(&keychain.open(), NAME).unwrap();
    assert_eq!(keychain.names(), [""; 0]);
}

#[test]
fn parts_that_are_missing_or_do_not_fit_are_unreadable_and_keeping_or_forgetting_mends_it() {
    type Harm = fn(&Keychain);
    let harms: [(&str, Harm); 7] = [
        ("the first part is missing", |keychain| keychain.take("c-1/a/1")),
        ("one in the middle is missing", |keychain| keychain.take("c-1/a/2")),
        ("the last one is missing", |keychain| keychain.take("c-1/a/3")),
        ("two are swapped", |keychain| {
            let (one, two) = (keychain.held("c-1/a/1").unwrap(), keychain.held("c-1/a/2").unwrap());
            keychain.put("c-1/a/1", &two);
            keychain.put("c-1/a/2", &one);
        }),
        ("one is shorter", |keychain| keychain.put("c-1/a/3", b"x")),
        ("one is longer", |keychain| keychain.put("c-1/a/3", &[b'x'; LARGEST])),
        ("the head is of another", |keychain| {
            keychain.put(
                NAME,
                br#"{"generation":"a","parts":18446744073709551615,"length":9223372036854775807,"check":""}"#,
            );
        }),
    ];
    for (harm, harmed) in harms {
        for last in [Act::Keep(30), Act::Keep(9_000), Act::Forget] {
            let keychain = Keychain::default();
            keep(&keychain.open(), NAME, &secret(7_000, 1)).unwrap();
            harmed(&keychain);
            let failure = recalled(&keychain).unwrap_err();
            assert_eq!(failure, unreadable(), "{harm}");

            let (done, after) = act(&keychain, last, 2);
            done.unwrap();
            assert_eq!(recalled(&keychain).unwrap(), after, "{harm}, {last:?}");
            assert_eq!(keychain.names().len(), entries_of(after.as_ref()), "{harm}, {last:?}: {:?}", keychain.names());
        }
    }
}

#[test]
fn other_names_are_left_alone() {
    let keychain = Keychain::default();
    for name in ["c-1", "c-11", "c-1/a/1/a"] {
        keep(&keychain.open(), name, &secret(6_000, 1)).unwrap();
    }
    forget(&keychain.open(), NAME).unwrap();
    keep(&keychain.open(), "c-11", b"short").unwrap();
    assert_eq!(recall(&keychain.open(), "c-11").unwrap().unwrap().as_slice(), b"short");
    assert_eq!(recall(&keychain.open(), "c-1/a/1/a").unwrap().unwrap().as_slice(), secret(6_000, 1));
}

#[test]
fn a_clearing_up_that_fails_does_not_say_that_nothing_was_kept() {
    let keychain = Keychain::default();
    keep(&keychain.open(), NAME, &secret(9_000, 1)).unwrap();
    // A short one is read for what is in use and written; everything behind that fails.
    keychain.fail_at(2, Fault::Dead);
    keep(&keychain.open(), NAME, b"short").unwrap();
    assert!(keychain.start_anew());
    assert_eq!(recalled(&keychain).unwrap().as_deref(), Some(&b"short"[..]));
    assert!(keychain.names().len() > 1);
    keep(&keychain.open(), NAME, b"shorter").unwrap();
    assert_eq!(keychain.names(), [NAME]);
}

#[test]
fn what_is_too_long_for_any_keychain_is_refused_and_the_old_one_stays() {
    let keychain = Keychain::default();
    keep(&keychain.open(), NAME, b"old").unwrap();
    let most = secret(MOST * ROOM, 1);
    keep(&keychain.open(), NAME, &most).unwrap();
    let failure = keep(&keychain.open(), NAME, &secret(MOST * ROOM + 1, 2)).unwrap_err();
    assert!(matches!(failure, Failure::Invalid { .. }), "{failure:?}");
    assert_eq!(recalled(&keychain).unwrap(), Some(most));
}

#[test]
fn a_keychain_that_does_not_answer_is_not_an_empty_one() {
    let keychain = Keychain::default();
    keep(&keychain.open(), NAME, &secret(9_000, 1)).unwrap();
    for step in 0..4 {
        keychain.fail_at(step, Fault::Once);
        let failure = recalled(&keychain).unwrap_err();
        assert!(matches!(failure, Failure::KeychainUnavailable { .. }), "{failure:?}");
    }
}
