//! What did AWS bill?

use async_trait::async_trait;
use jiff::civil::Date;

use crate::Failure;

/// What AWS billed for invalidations. The figures are decimal numbers as text, since none of them is exact as a binary
/// fraction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Billed {
    /// How many paths, as AWS counts them: `1234`, or `1234.0000000000`.
    pub usage: String,
    /// What they cost, such as `1.1700000000`; credits are taken off.
    pub amount: String,
    /// What that is in, such as `USD`.
    pub currency: String,
    /// Whether AWS still calls it an estimate: the month, or its bill, is not closed.
    pub is_estimated: bool,
}

/// An account's bills.
#[async_trait]
pub trait Bills: Send + Sync {
    /// What AWS billed an account for invalidations in a month: from `begin`, up to and without `end`, both the first of
    /// a month in UTC. `account` is its 12-digit number.
    ///
    /// AWS bills the question itself, whatever the answer, so nobody asks it unasked.
    ///
    /// # Errors
    /// Where AWS has no figures for the month, [`Failure::Invalid`] with a sentence that says so.
    async fn invalidations(&self, begin: Date, end: Date, account: &str) -> Result<Billed, Failure>;
}
