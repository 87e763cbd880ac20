//! Which batches are saved?

use async_trait::async_trait;
use domain::template::Values;
use jiff::Timestamp;

use crate::Failure;
use crate::batches::{BatchContent, BatchId, BatchQuery, BatchVersion, SavedBatch};

/// The saved batches, with their earlier versions.
#[async_trait]
pub trait Batches: Send + Sync {
    /// How many there are, how many match, and a page of those: favourites first.
    async fn batches(&self, query: &BatchQuery) -> Result<(u32, u32, Vec<SavedBatch>), Failure>;

    /// One batch; `None` where there is none, or it was deleted.
    async fn batch(&self, id: BatchId) -> Result<Option<SavedBatch>, Failure>;

    /// Keeps a new batch.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where its name is taken.
    async fn add_batch(&self, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, Failure>;

    /// Keeps what a batch is now, and what it was before as a version.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where its name is taken, [`Failure::NotFound`].
    async fn edit_batch(&self, id: BatchId, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, Failure>;

    /// Deletes a batch, or brings a deleted one back.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where its name was taken meanwhile, [`Failure::NotFound`].
    async fn delete_batch(&self, id: BatchId, deleted: Option<Timestamp>) -> Result<(), Failure>;

    /// What a batch was before, newest first.
    async fn batch_versions(&self, id: BatchId) -> Result<Vec<BatchVersion>, Failure>;

    /// A batch was run, with these values.
    async fn batch_was_run(&self, id: BatchId, values: &Values, now: Timestamp) -> Result<(), Failure>;
}
