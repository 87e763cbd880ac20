//! Exact amounts of money.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul};

use thiserror::Error;

/// The most digits after the point that an amount has: as many as the finest price, CNY 0.03355.
pub const MOST_DECIMALS: usize = 5;

/// How many of the smallest amount make one of the currency's unit.
const UNIT: u64 = 10_u64.pow(MOST_DECIMALS as u32);

/// An exact amount, in hundred-thousandths of the currency's unit: the finest that a price is given in.
///
/// Sums and multiples end at the largest amount (some 184 billion) rather than begin anew at nothing: a person may
/// enter any price, and what is too dear to count must never look cheap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u64);

/// What a person wrote is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadAmount {
    /// Something other than digits with at most one point between them.
    #[error("That is not an amount. Write it with digits and a decimal point, such as 0.005.")]
    NotANumber,
    /// More than [`MOST_DECIMALS`] digits after the point.
    #[error("That amount is finer than can be counted. Write at most {MOST_DECIMALS} digits after the decimal point.")]
    TooFine,
    /// More than can be held.
    #[error("That amount is too large. Write one below 100 billion.")]
    TooLarge,
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount of so many hundred-thousandths.
    pub const fn from_hundred_thousandths(value: u64) -> Self {
        Self(value)
    }

    /// The amount in hundred-thousandths.
    pub const fn hundred_thousandths(self) -> u64 {
        self.0
    }

    /// The amount that a person wrote as a plain decimal number: `0.005`, `15`, `.5`. Space around it does not count.
    ///
    /// # Errors
    /// When it is anything else, has more than [`MOST_DECIMALS`] decimals, or is too large.
    pub fn parse(text: &str) -> Result<Self, BadAmount> {
        let text = text.trim();
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        // "5." and "." are slips of the hand, not amounts.
        if !is_digits(whole) || !is_digits(decimals) || decimals.is_empty() || text.is_empty() {
            return Err(BadAmount::NotANumber);
        }
        if decimals.len() > MOST_DECIMALS {
            return Err(BadAmount::TooFine);
        }
        let number = |digits: &str| digits.parse().map_err(|_| BadAmount::TooLarge);
        let whole: u64 = if whole.is_empty() { 0 } else { number(whole)? };
        let rest: u64 = number(&format!("{decimals:0<MOST_DECIMALS$}"))?;
        whole.checked_mul(UNIT).and_then(|whole| whole.checked_add(rest)).map(Self).ok_or(BadAmount::TooLarge)
    }

    /// What is left of it without another; `None` where the other is more.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }
}

impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Mul<u64> for Amount {
    type Output = Self;

    fn mul(self, times: u64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// As a plain decimal number, with no more digits than it needs: `0.005`, `15`, `0.03355`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / UNIT, self.0 % UNIT);
        if rest == 0 {
            return write!(f, "{whole}");
        }
        let digits = format!("{rest:0MOST_DECIMALS$}");
        write!(f, "{whole}.{}", digits.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_written_without_superfluous_digits() {
        assert_eq!(Amount::from_hundred_thousandths(1_500_000).to_string(), "15");
        assert_eq!(Amount::from_hundred_thousandths(5).to_string(), "0.00005");
    }

    #[test]
    fn an_amount_is_digits_with_at_most_one_point() {
        let parsed = |text| Amount::parse(text).map(|amount| amount.hundred_thousandths());
        assert_eq!(parsed("0.005"), Ok(500));
        assert_eq!(parsed(" 15 "), Ok(1_500_000));
        assert_eq!(parsed(".03355"), Ok(3_355));
        assert_eq!(parsed("007.50"), Ok(750_000));
        for text in ["", " ", ".", "5.", "-1", "+1", "1,5", "$5", "1e3", "1.2.3", "٣", "0x5", "1 000"] {
            assert_eq!(parsed(text), Err(BadAmount::NotANumber), "{text:?}");
        }
        assert_eq!(parsed("0.005000"), Err(BadAmount::TooFine));
        assert_eq!(parsed("184467440737095.51615"), Ok(u64::MAX));
        for text in ["184467440737095.51616", "184467440737096", "99999999999999999999999"] {
            assert_eq!(parsed(text), Err(BadAmount::TooLarge), "{text}");
        }
    }

    #[test]
    fn what_is_too_dear_to_count_stays_dear() {
        let most = Amount::from_hundred_thousandths(u64::MAX);
        assert_eq!(most + most, most);
        assert_eq!(most * 3, most);
        assert_eq!([most, most].into_iter().sum::<Amount>(), most);
        assert_eq!(Amount::ZERO.checked_sub(most), None);
        assert_eq!(most.checked_sub(most), Some(Amount::ZERO));
    }

    proptest! {
        #[test]
        fn an_amount_is_read_as_it_was_written(value: u64) {
            let amount = Amount::from_hundred_thousandths(value);
            prop_assert_eq!(Amount::parse(&amount.to_string()), Ok(amount));
        }

        #[test]
        fn any_text_is_an_amount_or_said_not_to_be(text in "\\PC*|[0-9. ]{0,30}") {
            if let Ok(amount) = Amount::parse(&text) {
                prop_assert_eq!(Amount::parse(&amount.to_string()), Ok(amount));
            }
        }
    }
}
