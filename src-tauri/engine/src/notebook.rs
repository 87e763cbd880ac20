//! Drafts, which outlive the window, and the reasons of runs.

use std::collections::HashMap;

use domain::submission::{RunId, Submission};

use crate::ports::Draft;
use crate::{ConnectionId, Failure, Housekeeper};

/// The most drafts that are kept: who leaves more behind will not come back to the oldest.
const MOST_DRAFTS: u32 = 500;

/// The largest draft, in bytes: room for the longest list there is, 100,000 lines, of some 300 bytes each.
const LARGEST_DRAFT: usize = 32 * 1024 * 1024;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 200;

impl Housekeeper {
    /// What was typed and is neither sent nor saved, under its key.
    pub async fn draft(&self, key: &str) -> Result<Option<Draft>, Failure> {
        self.world.notebook.draft(key).await
    }

    /// The keys of all drafts, and when they were typed.
    pub async fn drafts(&self) -> Result<Vec<(String, jiff::Timestamp)>, Failure> {
        self.world.notebook.drafts().await
    }

    /// Keeps what was typed, in place of what was kept under its key.
    ///
    /// # Errors
    /// [`Failure::Invalid`] for what is too large to be a draft.
    pub async fn keep_draft(&self, key: String, content: String) -> Result<(), Failure> {
        if content.len() > LARGEST_DRAFT {
            return Err(Failure::Invalid { detail: "This is too much text to be kept as a draft.".to_owned() });
        }
        let draft = Draft { key, content, at: self.now() };
        self.world.notebook.keep_draft(&draft, MOST_DRAFTS).await
    }

    /// Forgets a draft.
    pub async fn drop_draft(&self, key: &str) -> Result<(), Failure> {
        self.world.notebook.drop_draft(key, false).await
    }

    /// Forgets what was begun through a connection: without it, nobody can come back to it.
    pub(crate) async fn drop_drafts_of(&self, connection: &ConnectionId) {
        let below = format!("create/{}/", connection.as_str());
        if let Err(failure) = self.world.notebook.drop_draft(&below, true).await {
            tracing::warn!(connection = connection.as_str(), failure = %failure.logged(), "its drafts could not be dropped");
        }
    }

    /// Why a run can be made: tidied, and short enough.
    ///
    /// # Errors
    /// [`Failure::Invalid`] for one that is too long. Asked before a run, so that nothing is sent without its reason.
    pub fn tidy_reason(reason: &str) -> Result<String, Failure> {
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        if reason.chars().count() > LONGEST_REASON {
            return Err(Failure::Invalid { detail: "The reason is too long: 200 characters are the most.".to_owned() });
        }
        Ok(reason)
    }

    /// Notes why a run was made. The run is stored and goes out, whatever becomes of the note.
    pub async fn keep_reason(&self, run: RunId, reason: &str) {
        if reason.is_empty() {
            return;
        }
        if let Err(failure) = self.world.notebook.keep_reason(run, reason).await {
            tracing::warn!(run = run.0, failure = %failure.logged(), "the reason of a run could not be kept");
        }
    }

    /// Why the runs of these submissions were made; where that cannot be read, nothing is told of them.
    pub async fn reasons_of(&self, submissions: &[Submission]) -> HashMap<RunId, String> {
        let mut runs: Vec<RunId> = submissions.iter().map(|submission| submission.run).collect();
        runs.sort_unstable();
        runs.dedup();
        match self.world.notebook.reasons(&runs).await {
            Ok(reasons) => reasons.into_iter().collect(),
            Err(failure) => {
                tracing::warn!(failure = %failure.logged(), "the reasons of runs could not be read");
                HashMap::new()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Stage;

    #[tokio::test(start_paused = true)]
    async fn a_draft_is_kept_until_it_is_dropped() {
        let stage = Stage::new();
        let house = &stage.house;
        house.keep_draft("batch/new".to_owned(), "1".to_owned()).await.expect("kept");
        house.keep_draft("batch/new".to_owned(), "2".to_owned()).await.expect("kept");
        assert_eq!(house.draft("batch/new").await.expect("read").map(|draft| draft.content), Some("2".to_owned()));
        house.drop_draft("batch/new").await.expect("dropped");
        assert_eq!(house.drafts().await, Ok(Vec::new()));
        let large = "x".repeat(LARGEST_DRAFT + 1);
        assert!(matches!(house.keep_draft("batch/new".to_owned(), large).await, Err(Failure::Invalid { .. })));
    }

    #[tokio::test(start_paused = true)]
    async fn the_drafts_of_a_connection_go_with_it() {
        let stage = Stage::new();
        let house = &stage.house;
        for key in ["create/c1/distribution/E1", "create/c10/distribution/E1", "batch/1"] {
            house.keep_draft(key.to_owned(), "1".to_owned()).await.expect("kept");
        }
        house.drop_drafts_of(&ConnectionId::new("c1")).await;
        let keys: Vec<_> = house.drafts().await.expect("read").into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["batch/1", "create/c10/distribution/E1"]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_reason_stays_with_the_run() {
        let stage = Stage::new();
        let submission = stage.submit().await;
        let reason = Housekeeper::tidy_reason("  TICKET-1\n spring  ").expect("short enough");
        stage.house.keep_reason(submission.run, &reason).await;
        let reasons = stage.house.reasons_of(std::slice::from_ref(&submission)).await;
        assert_eq!(reasons.get(&submission.run).map(String::as_str), Some("TICKET-1 spring"));
        assert!(Housekeeper::tidy_reason(&"x".repeat(201)).is_err());
    }
}
