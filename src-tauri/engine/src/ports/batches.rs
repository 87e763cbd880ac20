//! Which batches are saved?

use async_trait::async_trait;
use domain::{AccountKey, Target};
use jiff::Timestamp;

use crate::Failure;
use crate::batches::{BatchContent, BatchId, BatchQuery, BatchRun, BatchVersion, Repeat, SavedBatch};

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

    /// Keeps new batches, and what others are from now on: all of them, or none.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where a name is taken, [`Failure::NotFound`].
    async fn keep_batches(&self, batches: &[(Option<BatchId>, BatchContent)], now: Timestamp) -> Result<(), Failure>;

    /// Keeps a new batch that the administrator brings, and that the one of this key was brought, in one transaction.
    /// `false`, and nothing is kept, where it was brought before, whatever became of it since.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where its name is taken.
    async fn bring_batch(&self, key: &str, content: &BatchContent, now: Timestamp) -> Result<bool, Failure>;

    /// The batches that have one of these names, whatever its ASCII case.
    async fn batches_named(&self, names: &[&str]) -> Result<Vec<SavedBatch>, Failure>;

    /// Every label that a batch has, in their order without regard to case.
    async fn batch_labels(&self) -> Result<Vec<String>, Failure>;

    /// Makes a batch a favourite, or no longer one, and no new version of it.
    ///
    /// # Errors
    /// [`Failure::NotFound`].
    async fn star_batch(&self, id: BatchId, favourite: bool) -> Result<(), Failure>;

    /// Deletes a batch, or brings a deleted one back.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where its name was taken meanwhile, [`Failure::NotFound`].
    async fn delete_batch(&self, id: BatchId, deleted: Option<Timestamp>) -> Result<(), Failure>;

    /// What a batch was before, newest first.
    async fn batch_versions(&self, id: BatchId) -> Result<Vec<BatchVersion>, Failure>;

    /// A batch was run.
    async fn batch_was_run(&self, id: BatchId, run: &BatchRun) -> Result<(), Failure>;

    /// What an account invalidated at least so often since then, on one target with the same items, most often first,
    /// but for what a saved batch sent and what was dismissed: so many at the most, each of at most [`Repeat::MOST_ITEMS`]
    /// items.
    async fn repeats(
        &self,
        account: &AccountKey,
        since: Timestamp,
        least: u32,
        most: u32,
    ) -> Result<Vec<Repeat>, Failure>;

    /// Whether a batch has these lines and no others, in whatever order.
    async fn has_batch_of(&self, lines: &[String]) -> Result<bool, Failure>;

    /// These items are not to be found among the repeats again.
    async fn dismiss_repeat(&self, account: &AccountKey, target: &Target, items: &[String]) -> Result<(), Failure>;
}
