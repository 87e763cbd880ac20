//! The months and days by which AWS bills: those of UTC, wherever the person sits.
//!
//! Usage is recorded by the UTC hour; that the free items begin anew with the UTC month is inferred from it. No local
//! zone is ever asked.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use thiserror::Error;

/// A day in UTC.
pub type Day = Date;

/// The UTC day that a moment falls on.
pub fn day_of(moment: Timestamp) -> Day {
    Offset::UTC.to_datetime(moment).date()
}

/// A month in UTC, such as `2026-11`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Its first day.
    first: Day,
}

/// A text is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("That is not a month. Write the year and the month with a hyphen, such as 2026-11.")]
pub struct BadMonth;

impl Month {
    /// The month that a moment falls in.
    pub fn of(moment: Timestamp) -> Self {
        Self { first: day_of(moment).first_of_month() }
    }

    /// Its first moment. Before the earliest moment that can be told, that one.
    pub fn begins(self) -> Timestamp {
        Offset::UTC.to_timestamp(self.first.at(0, 0, 0, 0)).unwrap_or(Timestamp::MIN)
    }

    /// The first moment that is not in it any more: where the next one begins. The last month that can be told ends
    /// with, and holds, the last moment.
    pub fn ends(self) -> Timestamp {
        let next = self.next();
        if next == self { Timestamp::MAX } else { next.begins() }
    }

    /// Whether a moment falls in it.
    pub fn contains(self, moment: Timestamp) -> bool {
        Self::of(moment) == self
    }

    /// The one before; the first that can be told (of the year -9999) itself.
    pub fn previous(self) -> Self {
        self.first.checked_sub(1.month()).map_or(self, |first| Self { first })
    }

    /// The one after; the last that can be told (of the year 9999) itself.
    pub fn next(self) -> Self {
        self.first.checked_add(1.month()).map_or(self, |first| Self { first })
    }

    /// Its days in order.
    pub fn days(self) -> impl ExactSizeIterator<Item = Day> {
        let first = self.first;
        (0..first.days_in_month()).map(move |after| first.saturating_add(i64::from(after).days()))
    }
}

/// `2026-11`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A month as it is displayed, from the year 0 on.
impl FromStr for Month {
    type Err = BadMonth;

    fn from_str(text: &str) -> Result<Self, BadMonth> {
        let (year, month) = text.split_once('-').ok_or(BadMonth)?;
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(BadMonth);
        }
        let (year, month) = (year.parse().map_err(|_| BadMonth)?, month.parse().map_err(|_| BadMonth)?);
        Date::new(year, month, 1).map(|first| Self { first }).map_err(|_| BadMonth)
    }
}

#[cfg(test)]
mod tests;
