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
}
