//! What a run costs, as far as the month so far is known.

use super::{Amount, Tariff};

/// How many items the account has used this month, as far as is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// At least so many.
    pub items: u64,
    /// Whether they are all: nothing was out of sight.
    pub is_complete: bool,
}

/// What a run costs, and what the month comes to with it.
///
/// Where the month is known only in part, the price depends on how many of the free items were used out of sight, and
/// is a range. Both ends are reached: the least where nothing was used out of sight, the most where at least all the
/// free items were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunCost {
    /// How many items the run sends.
    pub items: u64,
    /// What they cost at least.
    pub least: Amount,
    /// What they cost at most; the same where the month is known completely.
    pub most: Amount,
    /// How many free items are left before the run: at most so many where the month is known in part.
    pub free_left: u64,
    /// How many items the month has with the run: at least so many where it is known in part.
    pub after_items: u64,
    /// What the `after_items` cost at least.
    pub after_least: Amount,
    /// What the `after_items` cost at most: all of them, if what is out of sight had used up the free ones before.
    ///
    /// This is no bound of the account's bill. What is out of sight costs too, and nobody can say how much; so a
    /// screen says "at least `after_least`" of the month, and this only of the items that are known of.
    pub after_most: Amount,
}

impl RunCost {
    /// The cost of a run of `items`, after `used`.
    pub fn of(tariff: &Tariff, items: u64, used: Used) -> Self {
        let after_items = used.items.saturating_add(items);
        let least = tariff.of(items, used.items);
        let after_least = tariff.of(after_items, 0);
        let (most, after_most) = if used.is_complete {
            (least, after_least)
        } else {
            (tariff.of(items, tariff.free_items), tariff.of(after_items, tariff.free_items))
        };
        let free_left = tariff.free_items.saturating_sub(used.items);
        Self { items, least, most, free_left, after_items, after_least, after_most }
    }
}
