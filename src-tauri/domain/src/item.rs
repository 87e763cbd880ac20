//! What an invalidation names: object paths and cache tags.

use std::borrow::Borrow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// One item of an invalidation, exactly as it is sent.
///
/// Items that a person writes become one of these only through [`crate::checks`]; items that AWS returns are taken as
/// they are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Item(String);

impl Item {
    /// An item as AWS returned it, or as the checks made it.
    pub fn as_sent(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The item as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a cache tag: an item that begins with `#` (DG "Invalidating content by cache tags").
    pub fn is_tag(&self) -> bool {
        self.0.starts_with('#')
    }

    /// Whether it is a path that ends in `*`, and so clears all that begins like it (DG "What you need to know when
    /// invalidating files").
    pub fn is_wildcard(&self) -> bool {
        !self.is_tag() && self.0.ends_with('*')
    }

    /// Whether it clears the object of an address, with its query where the cache key has it, or what has a tag: the
    /// address is it, byte for byte, or begins like a wildcard (DG "What you need to know when invalidating files");
    /// a tag is it in any case (DG "Invalidating content by cache tags"), or everything is cleared.
    pub fn clears(&self, address: &str) -> bool {
        match self.0.strip_suffix('*') {
            _ if address.starts_with('#') => self.0.eq_ignore_ascii_case(address) || self.0 == "/*",
            Some(stem) if !self.is_tag() => address.starts_with(stem),
            _ => self.0 == address,
        }
    }
}

/// An item is compared, ordered and hashed as its text is, so it can be looked up by it.
impl Borrow<str> for Item {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Item {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_no_wildcard_and_a_path_is_no_tag() {
        assert!(Item::as_sent("#product:tv").is_tag());
        assert!(!Item::as_sent("#product*").is_wildcard());
        assert!(Item::as_sent("/images/*").is_wildcard());
        assert!(!Item::as_sent("/images/").is_wildcard());
    }

    #[test]
    fn paths_are_cleared_byte_for_byte_and_tags_in_any_case() {
        let clears = |item: &str, address: &str| Item::as_sent(item).clears(address);
        assert!(clears("/a", "/a") && !clears("/a", "/A") && !clears("/a", "/a/") && !clears("/a", "/a?x=1"));
        assert!(clears("/a*", "/a/b?x=1") && clears("/a*", "/a") && !clears("/a/*", "/a"));
        assert!(clears("#tv", "#TV") && !clears("#tv", "#tv2") && !clears("#tv", "/tv"));
        assert!(clears("/*", "#tv") && !clears("/t*", "#tv"));
    }
}
