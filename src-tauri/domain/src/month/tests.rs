//! Where months and days turn.

use std::process::Command;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn moment(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

#[test]
fn a_month_turns_at_midnight_in_utc_to_the_nanosecond() {
    let turn = moment("2026-12-01T00:00:00Z");
    let last = moment("2026-11-30T23:59:59.999999999Z");
    assert_eq!((Month::of(last), Month::of(turn)), (month("2026-11"), month("2026-12")));
    assert_eq!(Month::of(moment("2026-11-30T23:59:59.999Z")), month("2026-11"));
    assert_eq!((day_of(last), day_of(turn)), (date(2026, 11, 30), date(2026, 12, 1)));
    assert_eq!(month("2026-11").ends(), turn);
    assert_eq!(month("2026-12").begins(), turn);
    // The same moments, as they are told elsewhere.
    assert_eq!(Month::of(moment("2026-12-01T13:59:59.999+14:00")), month("2026-11"));
    assert_eq!(Month::of(moment("2026-11-30T12:00:00-12:00")), month("2026-12"));
}

#[test]
fn a_year_turns_with_its_december() {
    let turn = moment("2027-01-01T00:00:00Z");
    assert_eq!(Month::of(moment("2026-12-31T23:59:59.999999999Z")), month("2026-12"));
    assert_eq!(Month::of(turn), month("2027-01"));
    assert_eq!(month("2026-12").next(), month("2027-01"));
    assert_eq!(month("2027-01").previous(), month("2026-12"));
    assert_eq!(day_of(turn), date(2027, 1, 1));
}

/// Runs the two tests above once more in processes of their own, in the zones that are farthest from UTC and in one
/// with half hours and summer time: a process's own zone cannot be changed safely.
#[test]
fn months_turn_the_same_in_every_local_zone() {
    let own = std::env::current_exe().expect("the test program");
    for zone in ["Pacific/Kiritimati", "Etc/GMT+12", "Australia/Lord_Howe"] {
        let names = ["a_month_turns_at_midnight_in_utc_to_the_nanosecond", "a_year_turns_with_its_december"]
            .map(|name| format!("month::tests::{name}"));
        let run =
            Command::new(&own).arg("--exact").args(names).env("TZ", zone).output().expect("the test program runs");
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && said.contains("2 passed"), "{zone}: {said}");
    }
}

#[test]
fn february_has_its_leap_day() {
    assert_eq!(month("2028-02").days().len(), 29);
    assert_eq!(month("2026-02").days().last(), Some(date(2026, 2, 28)));
    assert_eq!(month("2026-11").days().next(), Some(date(2026, 11, 1)));
}

#[test]
fn a_month_is_four_digits_a_hyphen_and_two() {
    assert_eq!(month("2026-11").to_string(), "2026-11");
    assert_eq!(month("0001-01").to_string(), "0001-01");
    for text in ["", "2026", "2026-13", "2026-00", "2026-1", "26-11", "2026-11-01", "+026-11", " 2026-11", "2026/11"] {
        assert_eq!(text.parse::<Month>(), Err(BadMonth), "{text:?}");
    }
}

#[test]
fn the_ends_of_time_are_in_their_months() {
    for end in [Timestamp::MIN, Timestamp::MAX] {
        let month = Month::of(end);
        assert!(month.contains(end) && month.begins() <= end && end <= month.ends(), "{month}");
    }
    assert_eq!(Month::of(Timestamp::MAX).next(), Month::of(Timestamp::MAX));
    assert_eq!(Month::of(Timestamp::MIN).previous(), Month::of(Timestamp::MIN));
}

/// Any moment, of every century and often of this one.
fn any_moment() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        Timestamp::MIN.as_nanosecond()..=Timestamp::MAX.as_nanosecond(),
        1_700_000_000_000_000_000i128..2_000_000_000_000_000_000,
    ]
    .prop_map(|nanoseconds| Timestamp::from_nanosecond(nanoseconds).expect("in range"))
}

proptest! {
    #[test]
    fn every_moment_is_in_exactly_one_month(moment in any_moment()) {
        let own = Month::of(moment);
        prop_assert!(own.contains(moment));
        prop_assert!(own.begins() <= moment && (moment < own.ends() || own.ends() == Timestamp::MAX));
        for other in [own.previous(), own.next()].into_iter().filter(|&other| other != own) {
            prop_assert!(!other.contains(moment));
            prop_assert!(moment < other.begins() || other.ends() <= moment);
        }
    }

    #[test]
    fn months_tile_time_and_days_tile_months(moment in any_moment()) {
        let own = Month::of(moment);
        if own.next() != own {
            prop_assert_eq!(own.ends(), own.next().begins());
            prop_assert_eq!(own.next().previous(), own);
            prop_assert!(own < own.next());
            let last = own.days().last().expect("a day");
            prop_assert_eq!(last.tomorrow().ok(), own.next().days().next());
        }
        prop_assert_eq!(own.days().filter(|&day| day == day_of(moment)).count(), 1);
        prop_assert!(own.days().collect::<Vec<_>>().windows(2).all(|pair| pair[0].tomorrow().ok() == Some(pair[1])));
    }

    #[test]
    fn a_month_is_read_as_it_was_written(year in 0i16..=9999, number in 1i8..=12) {
        let month = Month::of(Offset::UTC.to_timestamp(date(year, number, 7).at(1, 2, 3, 4)).expect("in range"));
        prop_assert_eq!(month.to_string().parse(), Ok(month));
    }
}
