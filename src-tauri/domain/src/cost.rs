//! What invalidations cost (DG "Pay for file invalidation").
//!
//! "The first 1,000 invalidation paths that you submit per month are free"; each item counts as one, a wildcard and a
//! tag too, over all distributions of the account. Prices are those of pay-as-you-go; how flat-rate plans treat
//! invalidations is not documented.

mod amount;
mod run;
mod tariff;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use amount::{Amount, BadAmount, MOST_DECIMALS};
pub use run::{RunCost, Used};
pub use tariff::{Price, Tariff};

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
