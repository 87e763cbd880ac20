//! What a large account has, made up by rule.

use std::collections::{BTreeMap, VecDeque};

use domain::Month;
use jiff::{SignedDuration, Timestamp};

use super::Size;

/// How many invalidations of the month before each distribution has: who reads on past the month's beginning finds them.
const OLDER: usize = 3;

/// How long before the month's beginning those were made.
const BEFORE: SignedDuration = SignedDuration::from_hours(30);

/// How many items an invalidation has at the most.
const MOST_ITEMS: usize = 12;

/// Its distributions, each with its invalidations.
#[derive(Debug)]
pub(super) struct Records {
    pub(super) distributions: VecDeque<Distribution>,
    /// How many invalidations were ever made.
    made: usize,
}

#[derive(Debug)]
pub(super) struct Distribution {
    pub(super) id: String,
    /// Newest first, as they are listed.
    pub(super) invalidations: VecDeque<Invalidation>,
}

#[derive(Debug)]
pub(super) struct Invalidation {
    pub(super) id: String,
    pub(super) created: Timestamp,
    pub(super) reference: String,
    pub(super) items: Vec<String>,
}

impl Records {
    pub(super) fn made_up(size: &Size, now: Timestamp) -> Self {
        let distribution = |number| Distribution { id: format!("E{number:013}"), invalidations: VecDeque::new() };
        let mut records = Self { distributions: (0..size.distributions).map(distribution).collect(), made: 0 };
        let begins = Month::of(now).begins();
        let so_far = now.duration_since(begins);
        let parts = i32::try_from(size.invalidations.max(1)).unwrap_or(i32::MAX);
        let this_month = (0..size.invalidations as u32).map(|part| begins + so_far / parts * part as i32);
        let dates: Vec<Timestamp> = std::iter::repeat_n(begins - BEFORE, OLDER).chain(this_month).collect();
        for place in 0..size.distributions {
            dates.iter().for_each(|created| records.add(place, *created));
        }
        records
    }

    pub(super) fn invalidate(&mut self, count: usize, now: Timestamp) {
        let distributions = self.distributions.len();
        (0..count).for_each(|number| self.add(number % distributions, now));
    }

    pub(super) fn distribution(&self, id: &str) -> Option<&Distribution> {
        self.distributions.iter().find(|one| one.id == id)
    }

    /// How many items were invalidated in the month of a moment, by distribution.
    pub(super) fn items(&self, moment: Timestamp) -> BTreeMap<String, u64> {
        let month = Month::of(moment);
        let of = |one: &Distribution| {
            let this_month = one.invalidations.iter().filter(|row| month.contains(row.created));
            (one.id.clone(), this_month.map(|row| row.items.len() as u64).sum())
        };
        self.distributions.iter().map(of).collect()
    }

    fn add(&mut self, place: usize, created: Timestamp) {
        let number = self.made;
        self.made += 1;
        // 7 and 12 have no common divisor: every count from 1 to 12 comes equally often.
        let items = (0..=number * 7 % MOST_ITEMS).map(|item| item_of(number, item)).collect();
        let invalidation = Invalidation { id: format!("I{number:013}"), created, reference: reference(number), items };
        self.distributions[place].invalidations.push_front(invalidation);
    }
}

impl Distribution {
    pub(super) fn invalidation(&self, id: &str) -> Option<&Invalidation> {
        self.invalidations.iter().find(|one| one.id == id)
    }
}

/// A reference as this app, the AWS command line or anybody else makes it, by turns.
fn reference(number: usize) -> String {
    match number % 3 {
        0 => format!("spring-20260101T120000Z-{number:012x}"),
        1 => format!("cli-1767268800-{number}"),
        _ => format!("deployment {number}"),
    }
}

/// A path, a path with a query, a wildcard or a tag.
fn item_of(number: usize, item: usize) -> String {
    match item % 5 {
        1 => format!("/news/{number}/{item}.html?lang=en&page=2"),
        3 => format!("/news/{number}/{item}/*"),
        4 => format!("#news-{number}-{item}"),
        _ => format!("/news/{number}/{item}.html"),
    }
}
