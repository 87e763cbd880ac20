#![doc = include_str!("../README.md")]

mod backups;
mod connections;
mod disk;
mod error;
mod invalidations;
mod items;
mod mend;
mod mended;
mod notes;
mod open;
#[cfg(test)]
mod samples;
mod sound;
mod state;
mod submissions;
mod target;
mod time;
mod transitions;

use std::sync::Arc;

use async_trait::async_trait;
use domain::submission::{State, Submission, SubmissionId};
use domain::{AccountKey, DistributionId, Invalidation, InvalidationId, Target};
use engine::ports::{Mended, NewSubmission, Note, Records, Transition};
use engine::{Connection, ConnectionId, Failure};
use jiff::Timestamp;
use sqlx::SqlitePool;

use backups::Keeper;

pub use error::StoreError;

/// The app's records in a SQLite database. Clones share it.
#[derive(Clone, Debug)]
pub struct Store {
    pool: SqlitePool,
    /// Who makes its backups; nobody where it is in memory.
    keeper: Option<Arc<Keeper>>,
}

#[async_trait]
impl Records for Store {
    async fn connections(&self) -> Result<Vec<Connection>, Failure> {
        Ok(connections::all(&self.pool).await?)
    }

    async fn keep_connection(&self, connection: &Connection) -> Result<(), Failure> {
        Ok(connections::keep(&self.pool, connection).await?)
    }

    async fn forget_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        Ok(connections::forget(&self.pool, id).await?)
    }

    async fn connection_in_use(&self) -> Result<Option<ConnectionId>, Failure> {
        Ok(connections::in_use(&self.pool).await?)
    }

    async fn use_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        Ok(connections::put_in_use(&self.pool, id).await?)
    }

    async fn add_submission(&self, new: NewSubmission) -> Result<Submission, Failure> {
        let submission = submissions::add(&self.pool, new).await?;
        if let Some(keeper) = &self.keeper {
            keeper.after_submission(&self.pool, submission.asked);
        }
        Ok(submission)
    }

    async fn move_submission(&self, id: SubmissionId, state: &State, now: Timestamp) -> Result<(), Failure> {
        Ok(submissions::move_to(&self.pool, id, state, now).await?)
    }

    async fn submission(&self, id: SubmissionId) -> Result<Option<Submission>, Failure> {
        Ok(submissions::one(&self.pool, id).await?)
    }

    async fn submissions(&self, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), Failure> {
        Ok(submissions::page(&self.pool, offset, limit).await?)
    }

    async fn unsettled_submissions(&self) -> Result<Vec<Submission>, Failure> {
        Ok(submissions::unsettled(&self.pool).await?)
    }

    async fn recent_submissions(
        &self,
        account: &AccountKey,
        target: &Target,
        since: Timestamp,
    ) -> Result<Vec<Submission>, Failure> {
        Ok(submissions::recent(&self.pool, account, target, since).await?)
    }

    async fn history(&self, id: SubmissionId) -> Result<Vec<Transition>, Failure> {
        Ok(transitions::of(&self.pool, id).await?)
    }

    async fn submission_behind(
        &self,
        account: &AccountKey,
        target: &Target,
        invalidation: &InvalidationId,
    ) -> Result<Option<SubmissionId>, Failure> {
        Ok(submissions::behind(&self.pool, account, target, invalidation).await?)
    }

    async fn keep_invalidation(
        &self,
        account: &AccountKey,
        target: &Target,
        invalidation: &Invalidation,
    ) -> Result<(), Failure> {
        Ok(invalidations::keep(&self.pool, account, target, invalidation).await?)
    }

    async fn kept_invalidations(
        &self,
        account: &AccountKey,
        target: &Target,
        ids: &[InvalidationId],
    ) -> Result<Vec<Invalidation>, Failure> {
        Ok(invalidations::kept(&self.pool, account, target, ids).await?)
    }

    async fn notes(&self, account: &AccountKey) -> Result<Vec<(DistributionId, Note)>, Failure> {
        Ok(notes::all(&self.pool, account).await?)
    }

    async fn keep_note(&self, account: &AccountKey, distribution: &DistributionId, note: &Note) -> Result<(), Failure> {
        Ok(notes::keep(&self.pool, account, distribution, note).await?)
    }

    async fn mended(&self) -> Result<Option<Mended>, Failure> {
        Ok(mended::last(&self.pool).await?)
    }

    async fn dismiss_mended(&self) -> Result<(), Failure> {
        Ok(mended::dismiss(&self.pool).await?)
    }

    async fn restored_through(&self) -> Result<Option<SubmissionId>, Failure> {
        Ok(mended::restored_through(&self.pool).await?)
    }
}
