#![doc = include_str!("../README.md")]

mod backups;
mod batches;
mod budgets;
mod cleared;
mod colours;
mod connections;
mod counts;
mod disk;
mod drafts;
mod error;
mod invalidations;
mod inventory;
mod items;
mod ledger;
mod mend;
mod mended;
mod notes;
mod open;
mod permissions;
mod queue;
mod reasons;
mod repeats;
#[cfg(test)]
mod samples;
mod settings;
mod shape;
mod sound;
mod state;
mod submissions;
mod target;
mod time;
mod transitions;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use async_trait::async_trait;
use domain::Budget;
use domain::cost::Tariff;
use domain::submission::{Outline, RunId, State, Submission, SubmissionId};
use domain::{AccountKey, DistributionId, Invalidation, InvalidationId, Month, Target};
use engine::ports::{
    Batches, Cleared, Draft, Entry, Inventory, Ledger, Mended, Move, NewSubmission, Note, Notebook, Part, Records,
    Tally, Transition,
};
use engine::{
    BatchContent, BatchId, BatchQuery, BatchRun, BatchVersion, Connection, ConnectionId, Count, Failure,
    PermissionSeen, Repeat, SavedBatch, Settings,
};
use jiff::{SignedDuration, Timestamp};
use sqlx::SqlitePool;

use backups::Keeper;

pub use error::StoreError;

/// The app's records in a SQLite database. Clones share it.
#[derive(Clone, Debug)]
pub struct Store {
    pool: SqlitePool,
    /// Who makes its backups; nobody where it is in memory.
    keeper: Option<Arc<Keeper>>,
    /// Whether opening made it: there was none before.
    is_new: bool,
}

impl Store {
    /// Whether opening these records made them, because there were none; what took the place of damaged ones is not new.
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    fn backup_after(&self, added: &[Submission]) {
        if let Some(keeper) = &self.keeper {
            for submission in added {
                keeper.after_submission(&self.pool, submission.asked);
            }
        }
    }
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

    async fn permissions_seen(&self, id: &ConnectionId) -> Result<Vec<PermissionSeen>, Failure> {
        Ok(permissions::seen(&self.pool, id).await?)
    }

    async fn keep_permission_seen(&self, id: &ConnectionId, seen: &PermissionSeen) -> Result<(), Failure> {
        Ok(permissions::keep(&self.pool, id, seen).await?)
    }

    async fn connection_in_use(&self) -> Result<Option<ConnectionId>, Failure> {
        Ok(connections::in_use(&self.pool).await?)
    }

    async fn use_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        Ok(connections::put_in_use(&self.pool, id).await?)
    }

    async fn add_submissions(&self, new: Vec<NewSubmission>) -> Result<Vec<Submission>, Failure> {
        let added = submissions::add(&self.pool, new, None).await?;
        self.backup_after(&added);
        Ok(added)
    }

    async fn add_submissions_and_go(
        &self,
        new: Vec<NewSubmission>,
        first_goes: State,
        now: Timestamp,
    ) -> Result<Vec<Submission>, Failure> {
        let added = submissions::add(&self.pool, new, Some((first_goes, now))).await?;
        self.backup_after(&added);
        Ok(added)
    }

    async fn move_submissions(&self, moves: &[Move], now: Timestamp) -> Result<bool, Failure> {
        Ok(submissions::move_all(&self.pool, moves, now).await?)
    }

    async fn replace_submission(
        &self,
        gone: &Move,
        with: Vec<NewSubmission>,
        now: Timestamp,
    ) -> Result<Option<Vec<Submission>>, Failure> {
        let added = submissions::replace(&self.pool, gone, with, now).await?;
        self.backup_after(added.as_deref().unwrap_or_default());
        Ok(added)
    }

    async fn submission(&self, id: SubmissionId) -> Result<Option<Submission>, Failure> {
        Ok(submissions::one(&self.pool, id).await?)
    }

    async fn submissions(&self, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), Failure> {
        Ok(submissions::page(&self.pool, offset, limit).await?)
    }

    async fn unsettled(&self) -> Result<Vec<Outline>, Failure> {
        Ok(queue::unsettled(&self.pool).await?)
    }

    async fn parts(&self, run: RunId) -> Result<Vec<Part>, Failure> {
        Ok(queue::parts(&self.pool, run).await?)
    }

    async fn parts_of_runs(&self, runs: &[RunId]) -> Result<HashMap<RunId, Vec<Part>>, Failure> {
        Ok(queue::parts_of_runs(&self.pool, runs).await?)
    }

    async fn refused_parts(&self, account: &AccountKey) -> Result<Vec<(RunId, Target, SubmissionId)>, Failure> {
        Ok(queue::refused_parts(&self.pool, account).await?)
    }

    async fn move_run(&self, run: RunId, before: Option<RunId>) -> Result<(), Failure> {
        Ok(queue::move_run(&self.pool, run, before).await?)
    }

    async fn completion_times(&self, account: &AccountKey, at_most: u32) -> Result<Vec<SignedDuration>, Failure> {
        Ok(queue::completion_times(&self.pool, account, at_most).await?)
    }

    async fn settings(&self) -> Result<Settings, Failure> {
        Ok(settings::read(&self.pool).await?)
    }

    async fn keep_settings(&self, settings: &Settings) -> Result<(), Failure> {
        Ok(settings::keep(&self.pool, settings).await?)
    }

    async fn queue_is_paused(&self) -> Result<bool, Failure> {
        Ok(settings::queue_is_paused(&self.pool).await?)
    }

    async fn pause_queue(&self, paused: bool) -> Result<(), Failure> {
        Ok(settings::pause_queue(&self.pool, paused).await?)
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

    async fn inventory(&self) -> Result<Inventory, Failure> {
        Ok(inventory::take(&self.pool, self.keeper.as_deref()).await?)
    }
}

#[async_trait]
impl Ledger for Store {
    async fn known(&self, account: &AccountKey, ids: &[InvalidationId]) -> Result<HashSet<InvalidationId>, Failure> {
        Ok(ledger::known(&self.pool, account, ids).await?)
    }

    async fn keep_read(&self, account: &AccountKey, read: &[(Target, Invalidation)]) -> Result<(), Failure> {
        Ok(ledger::keep_read(&self.pool, account, read).await?)
    }

    async fn tallies(&self, account: &AccountKey, from: Timestamp, to: Timestamp) -> Result<Vec<Tally>, Failure> {
        Ok(ledger::tallies(&self.pool, account, from, to).await?)
    }

    async fn entries(&self, account: &AccountKey, from: Timestamp, to: Timestamp) -> Result<Vec<Entry>, Failure> {
        Ok(ledger::entries(&self.pool, account, from, to).await?)
    }

    async fn targets(&self, account: &AccountKey) -> Result<Vec<Target>, Failure> {
        Ok(ledger::targets(&self.pool, account).await?)
    }

    async fn months(&self, account: &AccountKey) -> Result<Vec<Month>, Failure> {
        Ok(ledger::months(&self.pool, account).await?)
    }

    async fn count(&self, account: &AccountKey, month: Month) -> Result<Option<Count>, Failure> {
        Ok(counts::read(&self.pool, account, month).await?)
    }

    async fn keep_count(&self, account: &AccountKey, month: Month, count: &Count) -> Result<(), Failure> {
        Ok(counts::keep(&self.pool, account, month, count).await?)
    }

    async fn paths(&self, account: &AccountKey, target: &Target, at_most: u32) -> Result<Vec<String>, Failure> {
        Ok(cleared::paths(&self.pool, account, target, at_most).await?)
    }

    async fn cleared(
        &self,
        account: &AccountKey,
        target: Option<&Target>,
        since: Timestamp,
        least: u32,
        at_most: u32,
    ) -> Result<Vec<Cleared>, Failure> {
        Ok(cleared::often(&self.pool, account, target, since, least, at_most).await?)
    }

    async fn budgets(&self, account: &AccountKey) -> Result<Vec<(Option<Target>, Budget)>, Failure> {
        Ok(budgets::of(&self.pool, account).await?)
    }

    async fn keep_budget(&self, account: &AccountKey, target: Option<&Target>, budget: &Budget) -> Result<(), Failure> {
        Ok(budgets::keep(&self.pool, account, target, budget).await?)
    }

    async fn tariff(&self, partition: &str) -> Result<Option<Tariff>, Failure> {
        Ok(budgets::tariff(&self.pool, partition).await?)
    }

    async fn keep_tariff(&self, partition: &str, tariff: Option<&Tariff>) -> Result<(), Failure> {
        Ok(budgets::keep_tariff(&self.pool, partition, tariff).await?)
    }
}

#[async_trait]
impl Batches for Store {
    async fn batches(&self, query: &BatchQuery) -> Result<(u32, u32, Vec<SavedBatch>), Failure> {
        Ok(batches::page(&self.pool, query).await?)
    }

    async fn batch(&self, id: BatchId) -> Result<Option<SavedBatch>, Failure> {
        Ok(batches::one(&self.pool, id).await?)
    }

    async fn add_batch(&self, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, Failure> {
        Ok(batches::keep_one(&self.pool, None, content, now).await?)
    }

    async fn edit_batch(&self, id: BatchId, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, Failure> {
        Ok(batches::keep_one(&self.pool, Some(id), content, now).await?)
    }

    async fn keep_batches(&self, batches: &[(Option<BatchId>, BatchContent)], now: Timestamp) -> Result<(), Failure> {
        Ok(batches::keep(&self.pool, batches, now).await?)
    }

    async fn bring_batch(&self, key: &str, content: &BatchContent, now: Timestamp) -> Result<bool, Failure> {
        Ok(batches::bring(&self.pool, key, content, now).await?)
    }

    async fn batches_named(&self, names: &[&str]) -> Result<Vec<SavedBatch>, Failure> {
        Ok(batches::named(&self.pool, names).await?)
    }

    async fn batch_labels(&self) -> Result<Vec<String>, Failure> {
        Ok(batches::labels(&self.pool).await?)
    }

    async fn star_batch(&self, id: BatchId, favourite: bool) -> Result<(), Failure> {
        Ok(batches::star(&self.pool, id, favourite).await?)
    }

    async fn delete_batch(&self, id: BatchId, deleted: Option<Timestamp>) -> Result<(), Failure> {
        Ok(batches::delete(&self.pool, id, deleted).await?)
    }

    async fn batch_versions(&self, id: BatchId) -> Result<Vec<BatchVersion>, Failure> {
        Ok(batches::versions(&self.pool, id).await?)
    }

    async fn batch_was_run(&self, id: BatchId, run: &BatchRun) -> Result<(), Failure> {
        Ok(batches::was_run(&self.pool, id, run).await?)
    }

    async fn repeats(
        &self,
        account: &AccountKey,
        since: Timestamp,
        least: u32,
        most: u32,
    ) -> Result<Vec<Repeat>, Failure> {
        Ok(repeats::of(&self.pool, account, since, least, most).await?)
    }

    async fn has_batch_of(&self, lines: &[String]) -> Result<bool, Failure> {
        Ok(repeats::has_batch_of(&self.pool, lines).await?)
    }

    async fn dismiss_repeat(&self, account: &AccountKey, target: &Target, items: &[String]) -> Result<(), Failure> {
        Ok(repeats::dismiss(&self.pool, account, target, items).await?)
    }
}

#[async_trait]
impl Notebook for Store {
    async fn draft(&self, key: &str) -> Result<Option<Draft>, Failure> {
        Ok(drafts::one(&self.pool, key).await?)
    }

    async fn drafts(&self) -> Result<Vec<(String, Timestamp)>, Failure> {
        Ok(drafts::all(&self.pool).await?)
    }

    async fn keep_draft(&self, draft: &Draft, most: u32) -> Result<(), Failure> {
        Ok(drafts::keep(&self.pool, draft, most).await?)
    }

    async fn drop_draft(&self, key: &str, below: bool) -> Result<(), Failure> {
        Ok(drafts::drop(&self.pool, key, below).await?)
    }

    async fn keep_reason(&self, run: RunId, reason: &str) -> Result<(), Failure> {
        Ok(reasons::keep(&self.pool, run, reason).await?)
    }

    async fn reasons(&self, runs: &[RunId]) -> Result<Vec<(RunId, String)>, Failure> {
        Ok(reasons::of(&self.pool, runs).await?)
    }
}
