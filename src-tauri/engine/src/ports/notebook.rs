//! What was jotted down beside the work itself?

use async_trait::async_trait;
use domain::submission::RunId;
use jiff::Timestamp;

use crate::Failure;

/// What was typed and is neither sent nor saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it is of; the window's own.
    pub key: String,
    /// What was typed, as JSON; the window's own.
    pub content: String,
    /// When it was typed.
    pub at: Timestamp,
}

/// Drafts, and the reasons of runs.
#[async_trait]
pub trait Notebook: Send + Sync {
    /// One draft.
    async fn draft(&self, key: &str) -> Result<Option<Draft>, Failure>;

    /// The keys of all drafts, and when they were typed.
    async fn drafts(&self) -> Result<Vec<(String, Timestamp)>, Failure>;

    /// Keeps a draft in place of what had its key. Of more than `most` the oldest go.
    async fn keep_draft(&self, draft: &Draft, most: u32) -> Result<(), Failure>;

    /// Forgets the draft of a key, and with `below` those of every key that begins with it.
    async fn drop_draft(&self, key: &str, below: bool) -> Result<(), Failure>;

    /// Keeps why a run was made.
    async fn keep_reason(&self, run: RunId, reason: &str) -> Result<(), Failure>;

    /// Why these runs were made; what has no reason is left out.
    async fn reasons(&self, runs: &[RunId]) -> Result<Vec<(RunId, String)>, Failure>;
}
