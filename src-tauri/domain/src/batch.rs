//! The items of one invalidation, in the person's order.

use thiserror::Error;

use crate::Item;

/// At least one item, in the person's order. Repeats were left out by [`crate::checks`], if a person wrote them.
///
/// The order is kept because the service compares it: the same caller reference with the same items in another order
/// is another request (API, `InvalidationBatch`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch(Vec<Item>);

/// There was nothing to invalidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("there are no items to invalidate")]
pub struct EmptyBatch;

impl Batch {
    /// A batch of these items.
    ///
    /// # Errors
    /// When there are none.
    pub fn new(items: Vec<Item>) -> Result<Self, EmptyBatch> {
        if items.is_empty() { Err(EmptyBatch) } else { Ok(Self(items)) }
    }

    /// The items in order.
    pub fn items(&self) -> &[Item] {
        &self.0
    }

    /// How many items: what is counted for the price and the quota.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never: a batch has at least one item.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// How many of them are wildcards.
    pub fn wildcards(&self) -> usize {
        self.0.iter().filter(|item| item.is_wildcard()).count()
    }

    /// How many of them are cache tags.
    pub fn tags(&self) -> usize {
        self.0.iter().filter(|item| item.is_tag()).count()
    }
}
