//! How much CloudFront takes at once (DG "Concurrent invalidation request maximum").

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use crate::{Batch, Item};

/// Files and tags that may be in progress for one distribution.
pub const FILES_IN_PROGRESS: usize = 3_000;

/// Wildcard paths that may be in progress; independent of [`FILES_IN_PROGRESS`].
///
/// The guide does not say whether this is for a distribution or an account; everyone treats it as for a distribution.
pub const WILDCARDS_IN_PROGRESS: usize = 15;

/// How many wildcards one submission carries where the distribution is busy: it then fits beside five of others, rather
/// than wait until none is left.
pub const WILDCARDS_WHERE_BUSY: usize = 10;

/// So many items in progress, or about to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Files and tags.
    pub files: usize,
    /// Wildcards.
    pub wildcards: usize,
}

impl Load {
    /// What these items come to.
    pub fn of(items: &[Item]) -> Self {
        let wildcards = items.iter().filter(|item| item.is_wildcard()).count();
        Self { files: items.len() - wildcards, wildcards }
    }

    /// How many items.
    pub fn items(self) -> usize {
        self.files + self.wildcards
    }

    /// Whether CloudFront takes that much at once.
    pub fn is_within_quota(self) -> bool {
        self.files <= FILES_IN_PROGRESS && self.wildcards <= WILDCARDS_IN_PROGRESS
    }

    /// Whether there is room for it beside what is in progress.
    ///
    /// A load beyond the quota, which an earlier version of the app may have stored, has room where nothing else is in
    /// progress: CloudFront then says that it is too much, and it is split.
    pub fn fits_beside(self, in_progress: Self) -> bool {
        let beyond = |own: usize, beside: usize, quota: usize| own > 0 && beside > 0 && own + beside > quota;
        !beyond(self.files, in_progress.files, FILES_IN_PROGRESS)
            && !beyond(self.wildcards, in_progress.wildcards, WILDCARDS_IN_PROGRESS)
    }

    /// Whether so much may meet the quota with what others have in progress, of which one knows only by asking.
    ///
    /// A small one is sent without: the question costs a call for each, and where there is no room after all, CloudFront
    /// says so and has taken nothing.
    pub fn is_worth_a_look(self) -> bool {
        self.files > FILES_IN_PROGRESS / 2 || self.wildcards > WILDCARDS_IN_PROGRESS / 2
    }
}

impl Add for Load {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { files: self.files + other.files, wildcards: self.wildcards + other.wildcards }
    }
}

impl AddAssign for Load {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Load {
    fn sum<I: Iterator<Item = Self>>(loads: I) -> Self {
        loads.fold(Self::default(), Add::add)
    }
}

/// Cuts items into batches that CloudFront takes, in their order: each closes at [`FILES_IN_PROGRESS`] files and tags,
/// or at `wildcards` wildcards, whichever comes first. Few, full batches: CreateInvalidation is throttled by calls.
pub fn split(items: Vec<Item>, wildcards: usize) -> Vec<Batch> {
    let mut batches = Vec::new();
    let mut open = Vec::new();
    let mut load = Load::default();
    for item in items {
        let one = Load::of(std::slice::from_ref(&item));
        let with = load + one;
        if with.files > FILES_IN_PROGRESS || with.wildcards > wildcards.max(1) {
            batches.extend(Batch::new(std::mem::take(&mut open)));
            load = Load::default();
        }
        load += one;
        open.push(item);
    }
    batches.extend(Batch::new(open));
    batches
}

/// Cuts a batch into two halves, for a service that called it too large; `None` where it is a single item.
pub fn halve(batch: &Batch) -> Option<[Batch; 2]> {
    let (first, second) = batch.items().split_at(batch.len() / 2);
    Some([Batch::new(first.to_vec()).ok()?, Batch::new(second.to_vec()).ok()?])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn items() -> impl Strategy<Value = Vec<Item>> {
        prop::collection::vec(prop_oneof![4 => Just("/file"), 1 => Just("/wild/*"), 1 => Just("#tag")], 1..9_000)
            .prop_map(|texts| texts.into_iter().map(Item::as_sent).collect())
    }

    #[test]
    fn a_batch_closes_at_the_quota_and_not_before() {
        let files = |count| vec![Item::as_sent("/a"); count];
        assert_eq!(split(files(3_000), 15).len(), 1);
        let cut: Vec<usize> = split(files(3_001), 15).iter().map(Batch::len).collect();
        assert_eq!(cut, [3_000, 1]);
        let wild = vec![Item::as_sent("/a/*"); 31];
        let cut: Vec<usize> = split(wild.clone(), WILDCARDS_IN_PROGRESS).iter().map(Batch::len).collect();
        assert_eq!(cut, [15, 15, 1]);
        let cut: Vec<usize> = split(wild, WILDCARDS_WHERE_BUSY).iter().map(Batch::len).collect();
        assert_eq!(cut, [10, 10, 10, 1]);
    }

    #[test]
    fn files_and_wildcards_have_room_of_their_own() {
        let full = Load { files: FILES_IN_PROGRESS, wildcards: 0 };
        assert!(Load { files: 0, wildcards: 15 }.fits_beside(full));
        assert!(!Load { files: 1, wildcards: 0 }.fits_beside(full));
        assert!(!Load { files: 0, wildcards: 6 }.fits_beside(Load { files: 0, wildcards: 10 }));
        assert!(Load { files: 0, wildcards: 5 }.fits_beside(Load { files: 0, wildcards: 10 }));
    }

    #[test]
    fn what_is_beyond_the_quota_by_itself_is_not_held_back_for_ever() {
        assert!(Load { files: 0, wildcards: 20 }.fits_beside(Load::default()));
        assert!(!Load { files: 0, wildcards: 20 }.fits_beside(Load { files: 0, wildcards: 1 }));
    }

    #[test]
    fn a_single_item_has_no_halves() {
        let batch = |count| Batch::new(vec![Item::as_sent("/a"); count]).expect("items");
        assert_eq!(halve(&batch(1)), None);
        let [first, second] = halve(&batch(5)).expect("halves");
        assert_eq!((first.len(), second.len()), (2, 3));
    }

    proptest! {
        #[test]
        fn splitting_loses_nothing_keeps_the_order_and_stays_within_the_quota(items in items(), wildcards in 1usize..=15) {
            let batches = split(items.clone(), wildcards);
            for batch in &batches {
                let load = Load::of(batch.items());
                prop_assert!(load.is_within_quota() && load.wildcards <= wildcards);
            }
            // Each but the last is full: one more item of the next would not have fitted.
            for pair in batches.windows(2) {
                let next = Load::of(&pair[1].items()[..1]);
                let with = Load::of(pair[0].items()) + next;
                prop_assert!(with.files > FILES_IN_PROGRESS || with.wildcards > wildcards);
            }
            let together: Vec<Item> = batches.iter().flat_map(|batch| batch.items().to_vec()).collect();
            prop_assert_eq!(together, items);
        }
    }
}
