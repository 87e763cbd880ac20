//! One invalidation, and all of one target's in their order.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::operation::{PageRequest, Target};
use crate::refusal::Refusal;

/// How many rows a page has where the caller does not say (API, `ListInvalidations`: about 100).
const DEFAULT_MAX_ITEMS: usize = 100;

/// What a caller sends to have something invalidated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Batch {
    pub(crate) reference: String,
    /// Paths and tags in the caller's order.
    pub(crate) items: Vec<String>,
}

/// An invalidation that was taken. Only its status ever changes, and that follows from the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Invalidation {
    pub(crate) id: String,
    pub(crate) target: Target,
    /// Which it is among the target's, rising; 0 for those that come with the account.
    pub(crate) number: u64,
    pub(crate) created: Timestamp,
    /// When it turns from `InProgress` to `Completed`.
    pub(crate) completes: Timestamp,
    pub(crate) reference: String,
    pub(crate) items: Vec<String>,
}

impl Invalidation {
    pub(crate) fn is_in_progress(&self, now: Timestamp) -> bool {
        now < self.completes
    }

    /// The two values that are known (API, `Invalidation`).
    pub(crate) fn status(&self, now: Timestamp) -> &'static str {
        if self.is_in_progress(now) { "InProgress" } else { "Completed" }
    }
}

/// A page of a list.
#[derive(Debug)]
pub(crate) struct Page<'a, T> {
    pub(crate) rows: Vec<&'a T>,
    pub(crate) max_items: usize,
    /// The id of the last row, where more follow (API, `InvalidationList`).
    pub(crate) next: Option<String>,
}

/// Cuts a page out of a list: from behind the marker, `position` of which the caller knows how to find.
pub(crate) fn page<'a, T>(
    rows: impl ExactSizeIterator<Item = &'a T>,
    asked: &PageRequest,
    position: impl Fn(&str) -> Option<usize>,
    id: impl Fn(&T) -> &str,
) -> Result<Page<'a, T>, Refusal> {
    let from = match &asked.marker {
        Some(marker) => 1 + position(marker).ok_or_else(|| Refusal::invalid_argument("The Marker is not valid."))?,
        None => 0,
    };
    let max_items = asked.max_items.unwrap_or(DEFAULT_MAX_ITEMS);
    let more = rows.len() > from.saturating_add(max_items);
    let rows: Vec<_> = rows.skip(from).take(max_items).collect();
    let next = rows.last().filter(|_| more).map(|last| id(last).to_owned());
    Ok(Page { rows, max_items, next })
}

/// All invalidations of one target.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Oldest first, so that a new one goes to the end.
    entries: Vec<Invalidation>,
    by_id: HashMap<String, usize>,
    by_reference: HashMap<String, usize>,
}

impl Ledger {
    pub(crate) fn add(&mut self, invalidation: Invalidation) {
        let place = self.entries.len();
        self.by_id.insert(invalidation.id.clone(), place);
        self.by_reference.insert(invalidation.reference.clone(), place);
        self.entries.push(invalidation);
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Invalidation> {
        self.by_id.get(id).map(|place| &self.entries[*place])
    }

    pub(crate) fn with_reference(&self, reference: &str) -> Option<&Invalidation> {
        self.by_reference.get(reference).map(|place| &self.entries[*place])
    }

    /// The number for the next one.
    pub(crate) fn next_number(&self) -> u64 {
        self.entries.last().map_or(0, |last| last.number) + 1
    }

    /// Those in progress. Looks back no further than the longest one takes.
    pub(crate) fn in_progress(&self, now: Timestamp) -> impl Iterator<Item = &Invalidation> {
        let oldest = now.saturating_sub(crate::rules::progress::LONGEST).unwrap_or(Timestamp::MIN);
        self.entries
            .iter()
            .rev()
            .take_while(move |entry| entry.created >= oldest)
            .filter(move |entry| entry.is_in_progress(now))
    }

    /// A page, newest first (API, `ListInvalidations`).
    pub(crate) fn page(&self, asked: &PageRequest) -> Result<Page<'_, Invalidation>, Refusal> {
        let newest = self.entries.len().saturating_sub(1);
        page(
            self.entries.iter().rev(),
            asked,
            |marker| self.by_id.get(marker).map(|place| newest - place),
            |entry| entry.id.as_str(),
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn ledger(of: u64) -> Ledger {
        let mut ledger = Ledger::default();
        for number in 1..=of {
            let created = Timestamp::from_second(1_000 * number as i64).unwrap();
            ledger.add(Invalidation {
                id: format!("I{number}"),
                target: Target::Distribution("E1".to_owned()),
                number,
                created,
                completes: created + jiff::SignedDuration::from_secs(5),
                reference: format!("r{number}"),
                items: vec!["/a".to_owned()],
            });
        }
        ledger
    }

    fn ids(page: &Page<'_, Invalidation>) -> Vec<String> {
        page.rows.iter().map(|row| row.id.clone()).collect()
    }

    #[test]
    fn pages_run_newest_first_and_the_marker_is_the_last_id_of_the_page_before() {
        let ledger = ledger(5);
        let first = ledger.page(&PageRequest { marker: None, max_items: Some(2) }).unwrap();
        assert_eq!(ids(&first), ["I5", "I4"]);
        assert_eq!(first.next.as_deref(), Some("I4"));
        let second = ledger.page(&PageRequest { marker: first.next, max_items: Some(3) }).unwrap();
        assert_eq!(ids(&second), ["I3", "I2", "I1"]);
        assert_eq!(second.next, None, "an exactly full last page is the last");
    }

    #[test]
    fn a_page_stays_where_it_was_when_a_new_one_comes_in_front() {
        let mut ledger = ledger(4);
        let first = ledger.page(&PageRequest { marker: None, max_items: Some(2) }).unwrap().next;
        let newest = Invalidation { id: "I9".to_owned(), number: 9, ..ledger.get("I4").unwrap().clone() };
        ledger.add(newest);
        let second = ledger.page(&PageRequest { marker: first, max_items: Some(2) }).unwrap();
        assert_eq!(ids(&second), ["I2", "I1"]);
    }

    #[test]
    fn an_unknown_marker_is_refused_and_an_empty_list_is_not() {
        let asked = PageRequest { marker: Some("I99".to_owned()), max_items: None };
        assert_eq!(ledger(2).page(&asked).unwrap_err().code, "InvalidArgument");
        let empty = ledger(0);
        let page = empty.page(&PageRequest::default()).unwrap();
        assert!(page.rows.is_empty() && page.next.is_none());
    }

    #[test]
    fn a_status_turns_at_its_time() {
        let ledger = ledger(1);
        let one = ledger.get("I1").unwrap();
        assert_eq!(one.status(one.created), "InProgress");
        assert_eq!(one.status(one.completes), "Completed");
        assert_eq!(ledger.in_progress(one.created).count(), 1);
        assert_eq!(ledger.in_progress(one.completes).count(), 0);
    }
}
