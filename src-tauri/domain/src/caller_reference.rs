//! The name by which CloudFront knows one request from another.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A caller reference: minted once for a submission, stored with its items, and sent unchanged however often.
///
/// The same reference with the same items returns the first invalidation and clears nothing anew; with other items it
/// is refused (API, `InvalidationBatch`). So each submission has its own, with seconds *and* chance in it: references
/// by the minute have silently dropped invalidations (openstax/openstax-cms#1778).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CallerReference(String);

/// How much of the person's name for a run goes into its reference.
pub(crate) const LONGEST_PURPOSE: usize = 64;

impl CallerReference {
    /// `PURPOSE-20261122T101530Z-1a2b3c4d5e6f`: readable in the console's list, unique by its last part.
    ///
    /// `chance` are random bytes from the caller. A purpose without a letter or digit becomes `housekeeper`.
    pub fn mint(purpose: &str, now: Timestamp, chance: [u8; 6]) -> Self {
        let stamp = now.strftime("%Y%m%dT%H%M%SZ");
        let chance: String = chance.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(format!("{}-{stamp}-{chance}", slug(purpose)))
    }

    /// A reference as it was stored.
    pub fn from_stored(stored: String) -> Self {
        Self(stored)
    }

    /// The reference as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CallerReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The person's words as ASCII letters, digits and single hyphens.
pub fn slug(purpose: &str) -> String {
    let mut slug = String::new();
    for c in purpose.chars() {
        if slug.len() == LONGEST_PURPOSE {
            break;
        }
        if c.is_ascii_alphanumeric() || c == '_' || c == '.' {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    if slug.chars().any(|c| c.is_ascii_alphanumeric()) { slug.to_owned() } else { "housekeeper".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::constant(1_795_348_800, 0);

    #[test]
    fn it_reads_purpose_time_chance() {
        let reference = CallerReference::mint("Spring sale, part 2!", NOON, [0, 1, 2, 0xfd, 0xfe, 0xff]);
        assert_eq!(reference.as_str(), "Spring-sale-part-2-20261122T120000Z-000102fdfeff");
    }

    #[test]
    fn a_name_without_letters_still_makes_a_reference() {
        for name in ["", "  ", "***", "фото"] {
            let reference = CallerReference::mint(name, NOON, [7; 6]);
            assert!(reference.as_str().starts_with("housekeeper-2026"), "{name:?}: {reference}");
        }
    }

    #[test]
    fn a_long_name_is_cut() {
        let reference = CallerReference::mint(&"x".repeat(500), NOON, [7; 6]);
        assert_eq!(reference.as_str().len(), LONGEST_PURPOSE + "-20261122T120000Z-070707070707".len());
    }
}
