//! A large account to be read: many targets, each call with its time, and no more of them a second than it likes.

use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;
use std::time::Duration;

use domain::{Distribution, DistributionId, Invalidation, InvalidationId, InvalidationSummary, Target, Tenant};
use tokio::time::Instant;

use crate::Failure;
use crate::housekeeper::lock;
use crate::ports::Page;

/// How many rows a page has here, whatever is asked for: so that few rows make several pages.
const PAGE: usize = 10;

/// A large account.
#[derive(Default)]
pub(crate) struct Estate {
    pub(crate) distributions: Vec<Distribution>,
    pub(crate) tenants: HashMap<DistributionId, Vec<Tenant>>,
    /// Newest first, by target.
    pub(crate) invalidations: Mutex<HashMap<Target, Vec<Invalidation>>>,
    /// How long a call takes.
    pub(crate) latency: Duration,
    /// How many calls a second it takes; more are throttled.
    pub(crate) a_second: Option<usize>,
    /// What calls on a target answer instead.
    pub(crate) refusals: Mutex<HashMap<Target, Failure>>,
    /// What reading items of a target answers instead.
    pub(crate) reading_refusals: Mutex<HashMap<Target, Failure>>,
    /// What listing the distributions answers instead.
    pub(crate) listing: Mutex<Option<Failure>>,
    /// The ids that were read, in order.
    pub(crate) read: Mutex<Vec<InvalidationId>>,
    /// How many calls were under way together at the most.
    pub(crate) most_at_once: Mutex<usize>,
    pub(crate) at_once: Mutex<usize>,
    pub(crate) lately: Mutex<VecDeque<Instant>>,
}

impl Estate {
    async fn call(&self) -> Result<(), Failure> {
        {
            let mut at_once = lock(&self.at_once);
            *at_once += 1;
            let mut most = lock(&self.most_at_once);
            *most = (*most).max(*at_once);
        }
        tokio::time::sleep(self.latency).await;
        *lock(&self.at_once) -= 1;
        let Some(most) = self.a_second else { return Ok(()) };
        let now = Instant::now();
        let mut lately = lock(&self.lately);
        lately.retain(|at| *at + Duration::from_secs(1) > now);
        if lately.len() >= most {
            return Err(Failure::Throttled { detail: "Rate exceeded".to_owned() });
        }
        lately.push_back(now);
        Ok(())
    }

    pub(super) async fn distributions(&self, after: Option<&str>) -> Result<Page<Distribution>, Failure> {
        self.call().await?;
        if let Some(failure) = lock(&self.listing).clone() {
            return Err(failure);
        }
        Ok(page(&self.distributions, after, |row| row.id.as_str()))
    }

    pub(super) async fn tenants(&self, of: &DistributionId, after: Option<&str>) -> Result<Page<Tenant>, Failure> {
        self.call().await?;
        self.refused(&Target::Distribution(of.clone()))?;
        let none = Vec::new();
        Ok(page(self.tenants.get(of).unwrap_or(&none), after, |row| row.id.as_str()))
    }

    pub(super) async fn invalidations(
        &self,
        target: &Target,
        after: Option<&str>,
    ) -> Result<Page<InvalidationSummary>, Failure> {
        self.call().await?;
        self.refused(target)?;
        let all = lock(&self.invalidations).get(target).cloned().unwrap_or_default();
        let Page { rows, next } = page(&all, after, |row| row.id.as_str());
        let summary = |it: Invalidation| InvalidationSummary { id: it.id, created: it.created, status: it.status };
        Ok(Page { rows: rows.into_iter().map(summary).collect(), next })
    }

    pub(super) async fn invalidation(&self, target: &Target, id: &InvalidationId) -> Result<Invalidation, Failure> {
        self.call().await?;
        self.refused(target)?;
        if let Some(failure) = lock(&self.reading_refusals).get(target) {
            return Err(failure.clone());
        }
        lock(&self.read).push(id.clone());
        let all = lock(&self.invalidations);
        let found = all.get(target).and_then(|all| all.iter().find(|one| one.id == *id));
        found.cloned().ok_or_else(|| Failure::NotFound { what: id.to_string() })
    }

    fn refused(&self, target: &Target) -> Result<(), Failure> {
        lock(&self.refusals).get(target).cloned().map_or(Ok(()), Err)
    }
}

/// The page after a marker, which is the id of the last row of the one before.
fn page<T: Clone>(all: &[T], after: Option<&str>, id: impl Fn(&T) -> &str) -> Page<T> {
    let from = after.map_or(0, |after| all.iter().position(|row| id(row) == after).map_or(all.len(), |at| at + 1));
    let rows: Vec<T> = all[from..].iter().take(PAGE).cloned().collect();
    let next = (from + rows.len() < all.len()).then(|| rows.last().map(|row| id(row).to_owned())).flatten();
    Page { rows, next }
}
