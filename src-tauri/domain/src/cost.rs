//! What invalidations cost (DG "Pay for file invalidation").
//!
//! "The first 1,000 invalidation paths that you submit per month are free"; each item counts as one, a wildcard and a
//! tag too, over all distributions of the account. Prices are those of pay-as-you-go; how flat-rate plans treat
//! invalidations is not documented.

use std::fmt;
use std::ops::{Add, Mul};

use serde::{Deserialize, Serialize};

/// Items a month that cost nothing, over the whole account.
pub const FREE_ITEMS_A_MONTH: u64 = 1_000;

/// The currencies that AWS bills CloudFront in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Currency {
    /// US dollars: the commercial partition.
    Usd,
    /// Chinese yuan: the China partition.
    Cny,
}

/// An exact amount, in hundred-thousandths of the currency's unit: the finest that a price is given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(u64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount of so many hundred-thousandths.
    pub const fn from_hundred_thousandths(value: u64) -> Self {
        Self(value)
    }
}

impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Mul<u64> for Amount {
    type Output = Self;

    fn mul(self, times: u64) -> Self {
        Self(self.0 * times)
    }
}

/// As a plain decimal number, with no more digits than it needs: `0.005`, `15`, `0.03355`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100_000, self.0 % 100_000);
        if rest == 0 {
            return write!(f, "{whole}");
        }
        let digits = format!("{rest:05}");
        write!(f, "{whole}.{}", digits.trim_end_matches('0'))
    }
}

/// The price of an item beyond the free ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// What it is billed in.
    pub currency: Currency,
    /// What one item costs.
    pub per_item: Amount,
}

impl Price {
    /// $0.005 an item (DG "Pay for file invalidation"; CloudFront pricing page).
    pub const COMMERCIAL: Self = Self { currency: Currency::Usd, per_item: Amount::from_hundred_thousandths(500) };

    /// CNY 0.03355 an item (CloudFront pricing for China).
    pub const CHINA: Self = Self { currency: Currency::Cny, per_item: Amount::from_hundred_thousandths(3_355) };

    /// The price in a partition (`aws`, `aws-cn`).
    pub fn in_partition(partition: &str) -> Self {
        if partition == "aws-cn" { Self::CHINA } else { Self::COMMERCIAL }
    }

    /// What `items` cost when `used` were already counted this month.
    pub fn of(self, items: u64, used: u64) -> Amount {
        let free = FREE_ITEMS_A_MONTH.saturating_sub(used);
        self.per_item * items.saturating_sub(free)
    }
}

/// What a batch costs, as far as can be said without knowing the month so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// If nothing was invalidated yet this month.
    pub least: Amount,
    /// If the month's free items are used up.
    pub most: Amount,
}

impl Range {
    /// The range for `items` alone.
    pub fn of_batch(price: Price, items: u64) -> Self {
        Self { least: price.of(items, 0), most: price.of(items, FREE_ITEMS_A_MONTH) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_free_items_end_at_exactly_a_thousand() {
        let price = Price::COMMERCIAL;
        assert_eq!(price.of(999, 0), Amount::ZERO);
        assert_eq!(price.of(1_000, 0), Amount::ZERO);
        assert_eq!(price.of(1_001, 0).to_string(), "0.005");
        assert_eq!(price.of(1, 999), Amount::ZERO);
        assert_eq!(price.of(1, 1_000).to_string(), "0.005");
    }

    #[test]
    fn china_has_its_own_price() {
        assert_eq!(Price::in_partition("aws-cn").of(3, 1_000).to_string(), "0.10065");
        assert_eq!(Price::in_partition("aws"), Price::COMMERCIAL);
    }

    #[test]
    fn amounts_are_written_without_superfluous_digits() {
        assert_eq!(Amount::from_hundred_thousandths(1_500_000).to_string(), "15");
        assert_eq!(Amount::from_hundred_thousandths(5).to_string(), "0.00005");
    }

    proptest! {
        #[test]
        fn two_runs_cost_what_one_of_both_would(a in 0u64..10_000, b in 0u64..10_000, used in 0u64..2_000) {
            let price = Price::COMMERCIAL;
            prop_assert_eq!(price.of(a + b, used), price.of(a, used) + price.of(b, used + a));
        }

        #[test]
        fn more_items_never_cost_less(a in 0u64..10_000, more in 0u64..10_000, used in 0u64..2_000) {
            let price = Price::CHINA;
            prop_assert!(price.of(a + more, used) >= price.of(a, used));
        }

        #[test]
        fn a_range_holds_the_true_price(items in 0u64..10_000, used in 0u64..5_000) {
            let price = Price::COMMERCIAL;
            let range = Range::of_batch(price, items);
            let truth = price.of(items, used);
            prop_assert!(range.least <= truth && truth <= range.most);
        }
    }
}
