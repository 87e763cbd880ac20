//! What an item costs, and how many are free.

use jiff::civil::{Date, date};

use super::{Amount, Currency, FREE_ITEMS_A_MONTH};

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
}

/// When the constants were last compared with their sources.
const COMPARED: Date = date(2026, 11, 22);

/// A price with the free items before it, and where that is from: published by AWS, or a person's own agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// What each item beyond the free ones costs.
    pub price: Price,
    /// How many items a month, over the whole account, cost nothing.
    pub free_items: u64,
    /// Where it is from, for a person to read.
    pub source: String,
    /// As of which day.
    pub as_of: Date,
    /// Whether a person set it.
    pub is_own: bool,
}

impl Tariff {
    /// What AWS publishes for a partition (`aws`, `aws-cn`), pay-as-you-go. A partition without a published price of
    /// its own has the commercial one.
    pub fn in_partition(partition: &str) -> Self {
        let (price, source) = if partition == "aws-cn" {
            (Price::CHINA, "Amazon CloudFront pricing for China")
        } else {
            (Price::COMMERCIAL, "Amazon CloudFront Developer Guide, “Pay for file invalidation”")
        };
        let source = source.to_owned();
        Self { price, free_items: FREE_ITEMS_A_MONTH, source, as_of: COMPARED, is_own: false }
    }

    /// What `items` cost when `used` were already counted this month.
    pub fn of(&self, items: u64, used: u64) -> Amount {
        let free = self.free_items.saturating_sub(used);
        self.price.per_item * items.saturating_sub(free)
    }
}
