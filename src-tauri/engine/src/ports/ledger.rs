//! What was invalidated, and what it may cost?

use std::collections::HashSet;

use async_trait::async_trait;
use domain::Budget;
use domain::cost::Tariff;
use domain::{AccountKey, Invalidation, InvalidationId, Month, Target};
use jiff::Timestamp;

use crate::Failure;
use crate::ledger::Count;

/// One invalidation of an account, whoever made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it was made against: the tenant, where the list of its distribution has it too.
    pub target: Target,
    /// Its id.
    pub id: InvalidationId,
    /// When CloudFront took it.
    pub created: Timestamp,
    /// The caller reference that it was made with.
    pub reference: String,
    /// How many items it has.
    pub items: u64,
    /// What the person called the run, where it was one of this app's.
    pub name: Option<String>,
}

/// What was invalidated of one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Which one.
    pub target: Target,
    /// How many items.
    pub items: u64,
    /// With how many invalidations.
    pub invalidations: u64,
}

/// A path that was cleared, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleared {
    /// On what.
    pub target: Target,
    /// The path or wildcard as it was sent.
    pub item: String,
    /// With how many invalidations.
    pub times: u32,
    /// When for the last time.
    pub last: Timestamp,
}

/// The ledger of every account, and what costs are reckoned with.
///
/// An invalidation counts once, by its id, whatever lists have it; what this app sent counts as soon as CloudFront has
/// named its id. A time from `from` (inclusive) to `to` (exclusive) is by CloudFront's own clock.
#[async_trait]
pub trait Ledger: Send + Sync {
    /// Which of these invalidations were read before, through whichever target's list.
    async fn known(&self, account: &AccountKey, ids: &[InvalidationId]) -> Result<HashSet<InvalidationId>, Failure>;

    /// Keeps invalidations as they were read, all or none.
    async fn keep_read(&self, account: &AccountKey, read: &[(Target, Invalidation)]) -> Result<(), Failure>;

    /// What was invalidated, by target; no target twice.
    async fn tallies(&self, account: &AccountKey, from: Timestamp, to: Timestamp) -> Result<Vec<Tally>, Failure>;

    /// Each invalidation, oldest first.
    async fn entries(&self, account: &AccountKey, from: Timestamp, to: Timestamp) -> Result<Vec<Entry>, Failure>;

    /// Every target of an account that something is known of.
    async fn targets(&self, account: &AccountKey) -> Result<Vec<Target>, Failure>;

    /// The months that something is known of, newest first.
    async fn months(&self, account: &AccountKey) -> Result<Vec<Month>, Failure>;

    /// How a month was last counted.
    async fn count(&self, account: &AccountKey, month: Month) -> Result<Option<Count>, Failure>;

    /// Keeps how a month was counted, in place of what was kept of it before.
    async fn keep_count(&self, account: &AccountKey, month: Month, count: &Count) -> Result<(), Failure>;

    /// Paths that were cleared on a target, those of the latest invalidations: wildcards and tags left out, none twice.
    async fn paths(&self, account: &AccountKey, target: &Target, at_most: u32) -> Result<Vec<String>, Failure>;

    /// What was cleared `least` times or oftener since then, tags left out: those most often first. On one target, or on
    /// all of them.
    async fn cleared(
        &self,
        account: &AccountKey,
        target: Option<&Target>,
        since: Timestamp,
        least: u32,
        at_most: u32,
    ) -> Result<Vec<Cleared>, Failure>;

    /// The person's own budgets: of the account, where no target is named, and of targets.
    async fn budgets(&self, account: &AccountKey) -> Result<Vec<(Option<Target>, Budget)>, Failure>;

    /// Keeps a budget; one without any limit is forgotten.
    async fn keep_budget(&self, account: &AccountKey, target: Option<&Target>, budget: &Budget) -> Result<(), Failure>;

    /// The person's own price in a partition, where there is one.
    async fn tariff(&self, partition: &str) -> Result<Option<Tariff>, Failure>;

    /// Keeps the person's own price in a partition, or forgets it.
    async fn keep_tariff(&self, partition: &str, tariff: Option<&Tariff>) -> Result<(), Failure>;
}
