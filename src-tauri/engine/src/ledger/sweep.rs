//! One count: listing what there is, and reading what was never read.

use std::collections::HashSet;
use std::sync::Mutex;
use std::time::Duration;

use domain::{ConnectionMode, Distribution, Invalidation, InvalidationId, Target};
use futures::{TryStreamExt, stream};
use jiff::Timestamp;
use tokio::sync::mpsc;

use super::{Gap, Uncounted, UnderWay};
use crate::housekeeper::{Open, lock};
use crate::ports::{CloudFront, Page};
use crate::turnstile::{AT_ONCE, Paced, Turn};
use crate::{Failure, Housekeeper};

/// How many rows one call of a list asks for: the service's own default.
const PAGE: u16 = 100;

/// How often a call is made that failed for no reason of its own.
const ATTEMPTS: u32 = 3;

/// How long it waits before it makes such a call again.
const PAUSE: Duration = Duration::from_secs(1);

/// How many invalidations are kept in one transaction at the most: a few hundred fsyncs rather than thousands.
const KEPT_AT_ONCE: usize = 256;

/// What one count has to do with.
struct Sweep<'s> {
    house: &'s Housekeeper,
    open: &'s Open,
    since: Timestamp,
    under_way: &'s UnderWay,
    gaps: Mutex<Vec<Gap>>,
    /// What a list could not be read of, or an item: it is not asked again for each of its invalidations.
    refused: Mutex<HashSet<Target>>,
}

/// An invalidation that is to be read.
type Found = (Target, InvalidationId);

/// Why a call gives nothing.
enum Miss {
    /// The count goes on without it.
    Gap(Failure),
    /// It is not there any more.
    Gone,
    /// Nothing can be read any more.
    End(Failure),
}

impl Housekeeper {
    /// Reads every invalidation since then that was never read; gives what could not be counted.
    ///
    /// # Errors
    /// Where nothing can be read any more: the network is down, the session is over, the records cannot be written.
    pub(super) async fn sweep(&self, open: &Open, since: Timestamp, under_way: &UnderWay) -> Result<Vec<Gap>, Failure> {
        let sweep = Sweep { house: self, open, since, under_way, gaps: Mutex::default(), refused: Mutex::default() };
        let targets = sweep.targets().await?;
        self.note_progress(under_way, |progress| progress.targets = Some(targets.len() as u32));

        // Three that run beside each other, each at its own pace: no call waits for the disk, and none that has entered
        // the turnstile is left alone there because the next step has its hands full.
        let (find, found) = mpsc::unbounded_channel();
        let (read, mut to_keep) = mpsc::unbounded_channel();
        let finding = sweep.find(targets, find);
        let reading = sweep.read_all(found, read);
        let keeping = async {
            let mut batch = Vec::new();
            while to_keep.recv_many(&mut batch, KEPT_AT_ONCE).await > 0 {
                self.world.ledger.keep_read(&open.account, &batch).await?;
                batch.clear();
            }
            Ok(())
        };
        let (finding, reading, keeping) = futures::join!(finding, reading, keeping);
        finding.and(reading).and(keeping)?;
        Ok(sweep.gaps.into_inner().unwrap_or_default())
    }
}

impl Sweep<'_> {
    fn calls(&self) -> Paced<'_> {
        self.open.calls(self.house, Turn::Ledger)
    }

    /// Every distribution and tenant. Where they cannot be listed, those that are known from elsewhere.
    async fn targets(&self) -> Result<Vec<Target>, Failure> {
        let calls = &self.calls();
        let all = pages(|after| async move { self.patiently(|| calls.distributions(after.as_deref(), PAGE)).await });
        let distributions: Vec<Distribution> = match all.await {
            Ok(all) => all,
            Err(Miss::End(failure)) => return Err(failure),
            Err(Miss::Gone) => Vec::new(),
            Err(Miss::Gap(failure)) => {
                self.miss(Uncounted::Distributions, failure);
                return self.house.world.ledger.targets(&self.open.account).await;
            }
        };
        let mut targets = Vec::with_capacity(distributions.len());
        for distribution in distributions {
            let target = Target::Distribution(distribution.id.clone());
            if distribution.mode == ConnectionMode::TenantOnly {
                let id = &distribution.id;
                let all =
                    pages(|after| async move { self.patiently(|| calls.tenants(id, after.as_deref(), PAGE)).await });
                match all.await {
                    Ok(tenants) => {
                        self.house.remember_names(&self.open.account, &tenants);
                        targets.extend(tenants.into_iter().map(|tenant| Target::Tenant(tenant.id)));
                    }
                    Err(Miss::Gap(failure)) => self.miss(Uncounted::Tenants(target.clone()), failure),
                    Err(Miss::Gone) => {}
                    Err(Miss::End(failure)) => return Err(failure),
                }
            }
            // After its tenants: what the list of the distribution has too is then known by the tenant.
            targets.push(target);
        }
        Ok(targets)
    }

    /// Finds the invalidations of all targets since then that were never read.
    async fn find(&self, targets: Vec<Target>, found: mpsc::UnboundedSender<Found>) -> Result<(), Failure> {
        let listing = stream::iter(targets.into_iter().map(Ok));
        listing.try_for_each_concurrent(AT_ONCE, |target| self.find_of(target, &found)).await
    }

    async fn find_of(&self, target: Target, found: &mpsc::UnboundedSender<Found>) -> Result<(), Failure> {
        let mut after = None;
        loop {
            let (ids, next) = self.unread_of_page(&target, after).await?;
            // Whoever reads has given up where nobody listens, and says why.
            ids.into_iter().for_each(|id| drop(found.send((target.clone(), id))));
            match next {
                Some(next) => after = Some(next),
                None => {
                    self.note(|progress| progress.targets_done += 1);
                    return Ok(());
                }
            }
        }
    }

    /// Reads what is found, and hands it on.
    async fn read_all(
        &self,
        found: mpsc::UnboundedReceiver<Found>,
        read: mpsc::UnboundedSender<(Target, Invalidation)>,
    ) -> Result<(), Failure> {
        let found = stream::unfold(found, |mut found| async move { Some((Ok(found.recv().await?), found)) });
        found
            .try_for_each_concurrent(AT_ONCE, |(target, id)| async {
                // Whoever keeps has failed where nobody listens, and says why.
                self.read(target, id).await?.into_iter().for_each(|one| drop(read.send(one)));
                Ok(())
            })
            .await
    }

    /// One page of it, and where the next one begins; there is none once the time has been reached.
    async fn unread_of_page(
        &self,
        target: &Target,
        after: Option<String>,
    ) -> Result<(Vec<InvalidationId>, Option<String>), Failure> {
        let calls = self.calls();
        let page = self.patiently(|| calls.invalidations(target, after.as_deref(), PAGE)).await;
        let Page { rows, next } = match page {
            Ok(page) => page,
            Err(Miss::End(failure)) => return Err(failure),
            Err(Miss::Gone) => return Ok((Vec::new(), None)),
            Err(Miss::Gap(failure)) => {
                self.miss(Uncounted::Invalidations(target.clone()), failure);
                return Ok((Vec::new(), None));
            }
        };
        let is_last = rows.iter().any(|row| row.created < self.since);
        let mut ids: Vec<_> = rows.into_iter().filter(|row| row.created >= self.since).map(|row| row.id).collect();
        let known = self.house.world.ledger.known(&self.open.account, &ids).await?;
        ids.retain(|id| !known.contains(id));
        self.note(|progress| progress.to_read += ids.len() as u32);
        Ok((ids, next.filter(|_| !is_last)))
    }

    /// Reads one invalidation; `None` where it could not be, which is noted.
    async fn read(&self, target: Target, id: InvalidationId) -> Result<Option<(Target, Invalidation)>, Failure> {
        let refused = lock(&self.refused).contains(&target);
        let calls = self.calls();
        let answer = match refused {
            true => Err(Miss::Gap(Failure::Denied { action: None, resource: None, detail: String::new() })),
            false => self.patiently(|| calls.invalidation(&target, &id)).await,
        };
        self.note(|progress| {
            progress.to_read = progress.to_read.saturating_sub(1);
            progress.read += u32::from(answer.is_ok());
        });
        match answer {
            Ok(invalidation) => Ok(Some((target, invalidation))),
            Err(Miss::End(failure)) => Err(failure),
            Err(Miss::Gone) => Ok(None),
            Err(Miss::Gap(failure)) => {
                if matches!(failure, Failure::Denied { .. }) {
                    lock(&self.refused).insert(target.clone());
                }
                self.miss_items(target, failure);
                Ok(None)
            }
        }
    }

    /// Makes a call until it is answered: after `Throttling` in the pace that the turnstile has learned from it, and a
    /// few times where it failed for no reason that one could name.
    async fn patiently<T, C, A>(&self, call: C) -> Result<T, Miss>
    where
        C: Fn() -> A,
        A: Future<Output = Result<T, Failure>>,
    {
        let mut attempts = 0;
        loop {
            let failure = match call().await {
                Ok(answer) => {
                    self.note(|progress| progress.is_slow = false);
                    return Ok(answer);
                }
                Err(failure) => failure,
            };
            match failure {
                Failure::Throttled { .. } => self.note(|progress| progress.is_slow = true),
                Failure::NotFound { .. } => return Err(Miss::Gone),
                Failure::ReplyLost { .. } | Failure::Unexpected { .. } => {
                    attempts += 1;
                    if attempts >= ATTEMPTS {
                        return Err(Miss::Gap(failure));
                    }
                    self.house.wait(PAUSE).await;
                }
                Failure::Denied { .. } | Failure::Invalid { .. } => return Err(Miss::Gap(failure)),
                _ => return Err(Miss::End(failure)),
            }
        }
    }

    fn note(&self, change: impl FnOnce(&mut super::Counting)) {
        self.house.note_progress(self.under_way, change);
    }

    fn miss(&self, what: Uncounted, failure: Failure) {
        tracing::info!(?what, failure = %failure.logged(), "the month is counted without it");
        lock(&self.gaps).push(Gap { what, failure });
    }

    /// One more invalidation of a target that could not be read.
    fn miss_items(&self, target: Target, failure: Failure) {
        let mut gaps = lock(&self.gaps);
        let earlier = gaps.iter_mut().find_map(|gap| match &mut gap.what {
            Uncounted::Items(of, count) if *of == target => Some(count),
            _ => None,
        });
        match earlier {
            Some(count) => *count += 1,
            None => gaps.push(Gap { what: Uncounted::Items(target, 1), failure }),
        }
    }
}

/// All pages of a list, one after the other.
async fn pages<T, A>(mut page: impl FnMut(Option<String>) -> A) -> Result<Vec<T>, Miss>
where
    A: Future<Output = Result<Page<T>, Miss>>,
{
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let Page { rows, next } = page(after).await?;
        all.extend(rows);
        match next {
            Some(next) => after = Some(next),
            None => return Ok(all),
        }
    }
}
