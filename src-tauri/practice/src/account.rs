//! The account: what is in it, and what becomes of a call.
//!
//! Nothing here knows HTTP, XML or the disk, and the time is passed in. To create an invalidation takes two steps:
//! [`Account::judge`] says what would become of a batch, and [`Account::record`] makes it so; between them the caller
//! can store it.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use crate::chance::Chance;
use crate::content::{DENIED, DISTRIBUTIONS, POLICIES, TENANTS, history, ids};
use crate::distribution::{CachePolicy, Distribution, Tenant};
use crate::invalidation::{Batch, Invalidation, Ledger, Page, page};
use crate::operation::{Call, PageRequest, Target, arn};
use crate::refusal::Refusal;
use crate::rehearsal;
use crate::rules::progress::{self, Speed};
use crate::rules::throttle::Throttle;
use crate::rules::{paths, quotas, references};

/// What becomes of a batch that is not refused.
#[derive(Debug)]
pub(crate) enum Verdict<'a> {
    /// It was taken before, by the same reference: nothing new happens.
    Before(&'a Invalidation),
    /// It is taken now.
    New(Invalidation),
}

/// The simulated account.
#[derive(Debug)]
pub(crate) struct Account {
    opened: Timestamp,
    speed: Speed,
    /// Filled with a target's past when it is first asked for: 12,000 are not drawn before anybody looks.
    ledgers: HashMap<Target, Ledger>,
    /// `None` where calls may come as quickly as they like.
    throttle: Option<Throttle>,
}

impl Account {
    /// The account as it is at its first opening.
    pub(crate) fn new(opened: Timestamp, speed: Speed) -> Self {
        Self { opened, speed, ledgers: HashMap::new(), throttle: Some(Throttle::new()) }
    }

    pub(crate) fn lift_throttle(&mut self) {
        self.throttle = None;
    }

    /// So many days before the first opening.
    pub(crate) fn days_ago(&self, days: i64) -> Timestamp {
        self.opened - SignedDuration::from_hours(24 * days)
    }

    /// Whether the practice account's user may make this call.
    pub(crate) fn authorise(&self, call: &Call) -> Result<(), Refusal> {
        let resource = call.resource();
        let denied = DENIED.iter().any(|(operation, id)| {
            *operation == call.operation() && resource.rsplit_once('/').is_some_and(|(_, named)| named == *id)
        });
        if denied { Err(Refusal::access_denied(call)) } else { Ok(()) }
    }

    /// Counts a CreateInvalidation against the account's pace.
    pub(crate) fn pace(&mut self, now: Timestamp) -> Result<(), Refusal> {
        self.throttle.as_mut().map_or(Ok(()), |throttle| throttle.take(now, self.speed))
    }

    /// Judges a batch by the rules, in the order: the target, the items, the reference, the quotas. A reference that
    /// was used before is answered whatever is in progress by now.
    pub(crate) fn judge(&mut self, target: &Target, batch: Batch, now: Timestamp) -> Result<Verdict<'_>, Refusal> {
        let speed = self.speed;
        let ledger = self.ledger(target)?;
        paths::check(&batch)?;
        if let Some(before) = references::earlier(ledger.with_reference(&batch.reference), &batch)? {
            return Ok(Verdict::Before(before));
        }
        quotas::check(ledger.in_progress(now).flat_map(|one| &one.items), &batch.items)?;
        let number = ledger.next_number();
        let id = mint(ledger, target, &batch.reference, number);
        // CloudFront tells times to the millisecond; what is stored must be what was told.
        let created = Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now);
        let takes = if target.id() == ids::REHEARSAL && rehearsal::is_slow(&batch.items) {
            speed.scale(progress::SLOW)
        } else {
            progress::duration(&id, speed)
        };
        let completes = created.saturating_add(takes).unwrap_or(Timestamp::MAX);
        let Batch { reference, items } = batch;
        Ok(Verdict::New(Invalidation { id, target: target.clone(), number, created, completes, reference, items }))
    }

    /// Takes an invalidation into the account. One whose target is not there, because an earlier version of the
    /// content had it, is left out.
    pub(crate) fn record(&mut self, invalidation: Invalidation) {
        if let Ok(ledger) = self.ledger(&invalidation.target.clone()) {
            ledger.add(invalidation);
        }
    }

    pub(crate) fn invalidation(&mut self, target: &Target, id: &str) -> Result<&Invalidation, Refusal> {
        self.ledger(target)?.get(id).ok_or_else(Refusal::no_such_invalidation)
    }

    pub(crate) fn invalidations(
        &mut self,
        target: &Target,
        asked: &PageRequest,
    ) -> Result<Page<'_, Invalidation>, Refusal> {
        self.ledger(target)?.page(asked)
    }

    /// How many invalidations of a distribution are in progress (API, `Distribution`).
    pub(crate) fn in_progress(&mut self, distribution: &str, now: Timestamp) -> Result<usize, Refusal> {
        let ledger = self.ledger(&Target::Distribution(distribution.to_owned()))?;
        Ok(ledger.in_progress(now).count())
    }

    pub(crate) fn distribution(&self, id: &str) -> Result<&'static Distribution, Refusal> {
        DISTRIBUTIONS.iter().find(|known| known.id == id).ok_or_else(Refusal::no_such_distribution)
    }

    pub(crate) fn distributions(&self, asked: &PageRequest) -> Result<Page<'static, Distribution>, Refusal> {
        let position = |marker: &str| DISTRIBUTIONS.iter().position(|known| known.id == marker);
        page(DISTRIBUTIONS.iter(), asked, position, |row| row.id)
    }

    pub(crate) fn cache_policy(&self, id: &str) -> Result<&'static CachePolicy, Refusal> {
        POLICIES.iter().find(|known| known.id == id).ok_or_else(Refusal::no_such_cache_policy)
    }

    /// A tenant by its id, name or ARN (API, `GetDistributionTenant`).
    pub(crate) fn tenant(&self, identifier: &str) -> Result<&'static Tenant, Refusal> {
        let is_it = |known: &&Tenant| {
            identifier == known.id || identifier == known.name || identifier == arn("distribution-tenant", known.id)
        };
        TENANTS.iter().find(is_it).ok_or_else(Refusal::entity_not_found)
    }

    /// The tenants of one distribution, or all.
    pub(crate) fn tenants(&self, of: Option<&str>, asked: &PageRequest) -> Result<Page<'static, Tenant>, Refusal> {
        if let Some(id) = of {
            let known = DISTRIBUTIONS.iter().find(|known| known.id == id).ok_or_else(Refusal::entity_not_found)?;
            if !known.is_multi_tenant() {
                return Err(Refusal::invalid_argument(
                    "The specified distribution is not a multi-tenant distribution.",
                ));
            }
        }
        let rows: Vec<_> = TENANTS.iter().filter(|known| of.is_none_or(|id| known.distribution == id)).collect();
        let position = |marker: &str| rows.iter().position(|known| known.id == marker);
        page(rows.iter().copied(), asked, position, |row| row.id)
    }

    /// The invalidations of a target that exists.
    fn ledger(&mut self, target: &Target) -> Result<&mut Ledger, Refusal> {
        match target {
            Target::Distribution(id) => self.distribution(id).map(drop)?,
            // By its id alone, unlike GetDistributionTenant (API, `CreateInvalidationForDistributionTenant`).
            Target::Tenant(id) if TENANTS.iter().any(|known| known.id == id) => {}
            Target::Tenant(_) => return Err(Refusal::entity_not_found()),
        }
        let opened = self.opened;
        Ok(self.ledgers.entry(target.clone()).or_insert_with(|| {
            let mut ledger = Ledger::default();
            history(target, opened).for_each(|past| ledger.add(past));
            ledger
        }))
    }
}

/// A new id. It follows from what it is for, so that a test's ids are the same at every run.
fn mint(ledger: &Ledger, target: &Target, reference: &str, number: u64) -> String {
    let mut chance = Chance::of(&["invalidation", target.id(), reference, &number.to_string()]);
    loop {
        let id = chance.id("I", 25);
        if ledger.get(&id).is_none() {
            return id;
        }
    }
}

#[cfg(test)]
mod properties;
