//! The UTC month of an account: what was invalidated in it, by whom, and how well that is known.
//!
//! What is known stands in the records and is there at once. Counting asks CloudFront for what is not
//! ([`sweep`]): every distribution and tenant, newest first until the month's beginning, and of the invalidations found
//! only those that were never read. It runs in the background, behind every other call into the account, and can be
//! stopped at any time: what was read stays, so the next count goes on from there.

mod figures;
mod reckon;
mod sweep;
#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::{AccountKey, Month, Target};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use crate::age::younger;
use crate::housekeeper::{Open, lock};
use crate::{Change, ConnectionId, Failure, Housekeeper};

pub use figures::{BatchShare, Costs, DayShare, MonthFigure, MonthShare, OriginShare, TargetShare};
pub use reckon::{BudgetInForce, BudgetMet, Reckoned};

/// How long a count is taken for the whole truth. Others may invalidate too, so a figure gets old; a look costs a call
/// for each distribution, and nothing on the bill.
pub(crate) const FRESH: SignedDuration = SignedDuration::from_mins(15);

/// How often the window hears of progress at the most.
const TOLD_EVERY: Duration = Duration::from_millis(250);

/// How a month was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// When it last came to its end; `None` where it never did.
    pub at: Option<Timestamp>,
    /// What could not be counted then.
    pub gaps: Vec<Gap>,
    /// Why the last one did not come to its end.
    pub stopped: Option<Stopped>,
}

/// Why a count did not come to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The person has stopped it.
    ByPerson,
    /// It could not go on.
    Failed(Failure),
}

/// Something that could not be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What.
    pub what: Uncounted,
    /// Why not.
    pub failure: Failure,
}

/// What could not be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncounted {
    /// The account's distributions could not be listed: those that are known were counted.
    Distributions,
    /// The tenants of a distribution could not be listed.
    Tenants(Target),
    /// The invalidations of a target could not be listed.
    Invalidations(Target),
    /// So many invalidations of a target could not be read.
    Items(Target, u32),
}

/// How far counting is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counting {
    /// How many distributions and tenants there are; `None` while they are being listed.
    pub targets: Option<u32>,
    /// How many of them were listed to the month's beginning.
    pub targets_done: u32,
    /// How many invalidations were found that are not read yet.
    pub to_read: u32,
    /// How many were read.
    pub read: u32,
    /// Whether AWS said lately that it is asked too often.
    pub is_slow: bool,
}

/// A count that is under way.
#[derive(Default)]
pub(crate) struct UnderWay {
    progress: Mutex<Counting>,
    told: Mutex<Option<tokio::time::Instant>>,
    stop: Notify,
}

impl Count {
    /// Whether all of a month is in it, but for what was deleted: counted to its end without a gap, and lately or after
    /// the month was over.
    pub fn is_complete(&self, month: Month, now: Timestamp) -> bool {
        self.gaps.is_empty() && self.at.is_some_and(|at| at >= month.ends() || younger(at, now, FRESH * 4))
    }
}

impl Housekeeper {
    /// Begins to count the month of a connection's account, where nobody is at it, and it was not counted lately or is
    /// to be counted anew. It goes on by itself; [`Change::Month`] tells of its progress.
    pub async fn count_month(&self, connection: &ConnectionId, anew: bool) -> Result<(), Failure> {
        let open = self.open(connection).await?;
        let month = Month::of(self.now());
        let count = self.world.ledger.count(&open.account, month).await?.unwrap_or_default();
        if anew {
            lock(&self.shared.count_stopped).remove(&open.account);
        } else if lock(&self.shared.count_stopped).contains(&open.account)
            || count.at.is_some_and(|at| younger(at, self.now(), FRESH))
        {
            return Ok(());
        }
        let under_way = {
            let mut counting = lock(&self.shared.counting_months);
            if counting.contains_key(&open.account) {
                return Ok(());
            }
            let under_way = Arc::<UnderWay>::default();
            counting.insert(open.account.clone(), under_way.clone());
            under_way
        };
        let this = self.clone();
        tokio::spawn(async move { this.count_to_the_end(&open, month, &under_way).await });
        Ok(())
    }

    /// Stops counting; what was read stays. Until the app is opened anew it then begins only where it is asked for.
    pub async fn stop_counting(&self, connection: &ConnectionId) -> Result<(), Failure> {
        let open = self.open(connection).await?;
        if let Some(under_way) = lock(&self.shared.counting_months).get(&open.account) {
            lock(&self.shared.count_stopped).insert(open.account.clone());
            under_way.stop.notify_one();
        }
        Ok(())
    }

    /// How far counting an account's month is; `None` where nobody is at it.
    pub(crate) fn counting(&self, account: &AccountKey) -> Option<Counting> {
        let under_way = lock(&self.shared.counting_months).get(account).cloned()?;
        let progress = *lock(&under_way.progress);
        Some(progress)
    }

    async fn count_to_the_end(&self, open: &Open, month: Month, under_way: &Arc<UnderWay>) {
        self.tell(Change::Month);
        if let Err(failure) = self.count_and_keep(open, month, under_way).await {
            tracing::warn!(failure = %failure.logged(), "how the month was counted could not be kept");
        }
        lock(&self.shared.counting_months).remove(&open.account);
        self.tell(Change::Month);
    }

    async fn count_and_keep(&self, open: &Open, month: Month, under_way: &Arc<UnderWay>) -> Result<(), Failure> {
        // A month that was being counted when it ended is counted to its end with the next one.
        let before = month.previous();
        let earlier = self.world.ledger.count(&open.account, before).await?;
        let unfinished = earlier.is_some_and(|count| count.at.is_none_or(|at| at < before.ends()));
        let months = if unfinished { vec![before, month] } else { vec![month] };
        let since = months[0].begins();
        let ended = tokio::select! {
            biased;
            () = under_way.stop.notified() => Err(Stopped::ByPerson),
            ended = self.sweep(open, since, under_way) => ended.map_err(Stopped::Failed),
        };
        for month in months {
            let earlier = self.world.ledger.count(&open.account, month).await?.unwrap_or_default();
            let count = match &ended {
                Ok(gaps) => Count { at: Some(self.now()), gaps: gaps.clone(), stopped: None },
                Err(stopped) => Count { stopped: Some(stopped.clone()), ..earlier },
            };
            self.world.ledger.keep_count(&open.account, month, &count).await?;
        }
        Ok(())
    }

    /// Notes progress, and tells of it where that was not done a moment ago.
    fn note_progress(&self, under_way: &UnderWay, change: impl FnOnce(&mut Counting)) {
        change(&mut lock(&under_way.progress));
        let now = tokio::time::Instant::now();
        let mut told = lock(&under_way.told);
        if told.is_none_or(|told| told + TOLD_EVERY <= now) {
            *told = Some(now);
            self.tell(Change::Month);
        }
    }
}
