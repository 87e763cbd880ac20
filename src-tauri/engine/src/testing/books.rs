//! The ledger in memory, over the records' own invalidations and submissions.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use domain::cost::Tariff;
use domain::submission::State;
use domain::{AccountKey, Budget, Invalidation, InvalidationId, Month, Target};
use jiff::Timestamp;

use super::Memory;
use crate::housekeeper::lock;
use crate::ports::{Cleared, Entry, Ledger, Records, Tally};
use crate::{Count, Failure};

/// The ledger in memory.
pub(crate) struct Books {
    records: Arc<Memory>,
    counts: Mutex<HashMap<(AccountKey, Month), Count>>,
    budgets: Mutex<Vec<(AccountKey, Option<Target>, Budget)>>,
    tariffs: Mutex<HashMap<String, Tariff>>,
}

impl Books {
    pub(super) fn over(records: Arc<Memory>) -> Self {
        Self { records, counts: Mutex::default(), budgets: Mutex::default(), tariffs: Mutex::default() }
    }

    fn all(&self, account: &AccountKey) -> BTreeMap<(Timestamp, String), Entry> {
        let mut once = HashMap::new();
        for one in lock(&self.records.submissions).iter().filter(|one| one.account == *account) {
            let (id, created) = match &one.state {
                State::InProgress(state) => (&state.invalidation, state.created),
                State::Accepted(state) => (&state.invalidation, state.created),
                State::Completed(state) => (&state.invalidation, state.created),
                _ => continue,
            };
            let entry = Entry {
                target: one.order.target.clone(),
                id: id.clone(),
                created,
                reference: one.order.reference.as_str().to_owned(),
                items: one.order.batch.len() as u64,
                name: Some(one.name.clone()).filter(|name| !name.is_empty()),
            };
            once.insert(id.clone(), entry);
        }
        for (_, target, read) in lock(&self.records.invalidations).iter().filter(|(of, ..)| of == account) {
            once.entry(read.id.clone()).or_insert_with(|| Entry {
                target: target.clone(),
                id: read.id.clone(),
                created: read.created,
                reference: read.reference.clone(),
                items: read.items.len() as u64,
                name: None,
            });
        }
        once.into_values().map(|entry| ((entry.created, entry.id.to_string()), entry)).collect()
    }
}

#[async_trait]
impl Ledger for Books {
    async fn known(&self, account: &AccountKey, ids: &[InvalidationId]) -> Result<HashSet<InvalidationId>, Failure> {
        let read = lock(&self.records.invalidations);
        let own: HashSet<_> = read.iter().filter(|(of, ..)| of == account).map(|(_, _, read)| &read.id).collect();
        Ok(ids.iter().filter(|id| own.contains(id)).cloned().collect())
    }

    async fn keep_read(&self, account: &AccountKey, read: &[(Target, Invalidation)]) -> Result<(), Failure> {
        for (target, invalidation) in read {
            self.records.keep_invalidation(account, target, invalidation).await?;
        }
        Ok(())
    }

    async fn tallies(&self, account: &AccountKey, from: Timestamp, to: Timestamp) -> Result<Vec<Tally>, Failure> {
        let mut tallies: Vec<Tally> = Vec::new();
        for entry in self.entries(account, from, to).await? {
            match tallies.iter_mut().find(|tally| tally.target == entry.target) {
                Some(tally) => {
                    (tally.items, tally.invalidations) = (tally.items + entry.items, tally.invalidations + 1)
                }
                None => tallies.push(Tally { target: entry.target, items: entry.items, invalidations: 1 }),
            }
        }
        Ok(tallies)
    }

    async fn entries(&self, account: &AccountKey, from: Timestamp, to: Timestamp) -> Result<Vec<Entry>, Failure> {
        Ok(self.all(account).into_values().filter(|entry| from <= entry.created && entry.created < to).collect())
    }

    async fn targets(&self, account: &AccountKey) -> Result<Vec<Target>, Failure> {
        let mut targets: Vec<_> = self.all(account).into_values().map(|entry| entry.target).collect();
        targets.sort_by(|one, other| one.id().cmp(other.id()));
        targets.dedup();
        Ok(targets)
    }

    async fn months(&self, account: &AccountKey) -> Result<Vec<Month>, Failure> {
        let mut months: Vec<_> = self.all(account).into_values().map(|entry| Month::of(entry.created)).collect();
        months.dedup();
        months.reverse();
        Ok(months)
    }

    async fn count(&self, account: &AccountKey, month: Month) -> Result<Option<Count>, Failure> {
        Ok(lock(&self.counts).get(&(account.clone(), month)).cloned())
    }

    async fn keep_count(&self, account: &AccountKey, month: Month, count: &Count) -> Result<(), Failure> {
        lock(&self.counts).insert((account.clone(), month), count.clone());
        Ok(())
    }

    async fn paths(&self, account: &AccountKey, target: &Target, at_most: u32) -> Result<Vec<String>, Failure> {
        let read = lock(&self.records.invalidations);
        let own = read.iter().filter(|(of, on, _)| of == account && on == target).flat_map(|(_, _, read)| &read.items);
        let mut paths: Vec<_> =
            own.filter(|item| !item.is_tag() && !item.is_wildcard()).map(|item| item.as_str().to_owned()).collect();
        paths.sort();
        paths.dedup();
        paths.truncate(at_most as usize);
        Ok(paths)
    }

    async fn cleared(
        &self,
        _: &AccountKey,
        _: Option<&Target>,
        _: Timestamp,
        _: u32,
        _: u32,
    ) -> Result<Vec<Cleared>, Failure> {
        Ok(Vec::new())
    }

    async fn budgets(&self, account: &AccountKey) -> Result<Vec<(Option<Target>, Budget)>, Failure> {
        let all = lock(&self.budgets).clone();
        Ok(all.into_iter().filter(|(of, ..)| of == account).map(|(_, target, budget)| (target, budget)).collect())
    }

    async fn keep_budget(&self, account: &AccountKey, target: Option<&Target>, budget: &Budget) -> Result<(), Failure> {
        let mut all = lock(&self.budgets);
        all.retain(|(of, on, _)| of != account || on.as_ref() != target);
        all.push((account.clone(), target.cloned(), *budget));
        Ok(())
    }

    async fn tariff(&self, partition: &str) -> Result<Option<Tariff>, Failure> {
        Ok(lock(&self.tariffs).get(partition).cloned())
    }

    async fn keep_tariff(&self, partition: &str, tariff: Option<&Tariff>) -> Result<(), Failure> {
        let mut tariffs = lock(&self.tariffs);
        match tariff {
            Some(tariff) => tariffs.insert(partition.to_owned(), tariff.clone()),
            None => tariffs.remove(partition),
        };
        Ok(())
    }
}
