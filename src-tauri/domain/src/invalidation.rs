//! An invalidation as CloudFront tells of it.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Item;

/// The id of an invalidation, such as `I2J0I21PCUYOIK`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InvalidationId(String);

impl InvalidationId {
    /// An id as AWS wrote it.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InvalidationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How far an invalidation is. The service sends a free string; two values are known (API, `Invalidation`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidationStatus {
    /// Under way.
    InProgress,
    /// Done everywhere.
    Completed,
    /// A value nobody documented, shown as it is.
    Other(String),
}

impl InvalidationStatus {
    /// Reads the service's word, without regard to case: moto writes `COMPLETED`.
    pub fn read(word: &str) -> Self {
        if word.eq_ignore_ascii_case("completed") {
            Self::Completed
        } else if word.eq_ignore_ascii_case("inprogress") {
            Self::InProgress
        } else {
            Self::Other(word.to_owned())
        }
    }

    /// The word as the service documents it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::InProgress => "InProgress",
            Self::Completed => "Completed",
            Self::Other(word) => word,
        }
    }

    /// Whether there is nothing more to wait for.
    pub fn is_completed(&self) -> bool {
        matches!(self, Self::Completed)
    }
}

/// What a list of invalidations tells of each: all but its items (API, `InvalidationSummary`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidationSummary {
    /// Its id.
    pub id: InvalidationId,
    /// When CloudFront took it.
    pub created: Timestamp,
    /// How far it is.
    pub status: InvalidationStatus,
}

/// A whole invalidation. All but its status never changes once it exists (API), so it is read once and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalidation {
    /// Its id.
    pub id: InvalidationId,
    /// When CloudFront took it.
    pub created: Timestamp,
    /// How far it is.
    pub status: InvalidationStatus,
    /// The caller reference it was made with.
    pub reference: String,
    /// What it clears, in the order it was sent.
    pub items: Vec<Item>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_compared_without_case_and_unknown_ones_kept() {
        assert_eq!(InvalidationStatus::read("COMPLETED"), InvalidationStatus::Completed);
        assert_eq!(InvalidationStatus::read("inprogress"), InvalidationStatus::InProgress);
        assert_eq!(InvalidationStatus::read("Paused").as_str(), "Paused");
    }
}
