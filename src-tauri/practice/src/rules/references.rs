//! What a caller reference means (API, `InvalidationBatch`).
//!
//! It is the target's own, and remembered for ever: how long CloudFront remembers it is not documented.

use crate::invalidation::{Batch, Invalidation};
use crate::refusal::Refusal;

/// What becomes of a batch whose reference may have been used before: the earlier invalidation for the same items in
/// the same order, a refusal for others, and nothing for a reference that is new.
pub(crate) fn earlier<'a>(
    before: Option<&'a Invalidation>,
    batch: &Batch,
) -> Result<Option<&'a Invalidation>, Refusal> {
    match before {
        Some(before) if before.items == batch.items => Ok(Some(before)),
        Some(_) => Err(Refusal::invalidation_batch_already_exists()),
        None => Ok(None),
    }
}
