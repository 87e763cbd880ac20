//! One pace for all calls into an account, and an order among them.
//!
//! Whoever wants to call passes here first. The more urgent go first, whenever they came; CreateInvalidation and all
//! other calls each keep a gap that grows where AWS answers `Throttling` and shrinks while it does not. AWS documents no
//! rate; a maintainer named "0.5" for CreateInvalidation, seen after six or seven quick calls (aws/aws-sdk-js#3983).

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::Duration;

use async_trait::async_trait;
use domain::submission::Order;
use domain::{
    Distribution, DistributionDetails, DistributionId, Invalidation, InvalidationId, InvalidationSummary, Target,
    Tenant, TenantId,
};
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::heard::Call;
use crate::housekeeper::lock;
use crate::ports::{CloudFront, Page};
use crate::{ConnectionId, Failure, Housekeeper, Pace};

/// How many calls, submissions aside, are under way at once.
pub(crate) const AT_ONCE: usize = 8;

/// The gap between two submissions after the first `Throttling`: the named rate of one call in two seconds.
const FIRST_GAP: Duration = Duration::from_secs(2);

/// That between two other calls: none was ever named for those, and several a second are usual.
const FIRST_GAP_OF_READS: Duration = Duration::from_millis(200);

/// The longest gap.
const LONGEST_GAP: Duration = Duration::from_secs(60);

/// A gap that has shrunk below this part of the first one is none.
const FORGOTTEN: u32 = 10;

/// What a call is for: the first is the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// CreateInvalidation.
    Submit,
    /// Looks at what is in progress.
    Track,
    /// What is on screen.
    Screen,
    /// Counting the month.
    Ledger,
}

/// The turnstile of one account.
pub(crate) struct Turnstile {
    pace: Pace,
    state: Mutex<State>,
    /// Rung whenever somebody who waits may have come to be next.
    moved: Notify,
}

#[derive(Default)]
struct State {
    /// Who waits: by urgency, then by when they came.
    waiting: BTreeSet<(Turn, u64)>,
    came: u64,
    under_way: usize,
    submit: Gap,
    read: Gap,
}

/// The time between two calls, as learned.
#[derive(Clone, Copy, Debug, Default)]
struct Gap {
    length: Duration,
    /// Not before then.
    next: Option<Instant>,
    /// When it last grew.
    grew: Option<Instant>,
}

impl Turnstile {
    pub(crate) fn new(pace: Pace) -> Self {
        Self { pace, state: Mutex::default(), moved: Notify::new() }
    }

    /// When the next CreateInvalidation may go; `None` where it may now.
    pub(crate) fn submits_at(&self) -> Option<Instant> {
        lock(&self.state).submit.next.filter(|next| *next > Instant::now())
    }

    /// Waits until a CreateInvalidation may go.
    pub(crate) async fn until_it_submits(&self) {
        while let Some(next) = self.submits_at() {
            tokio::time::sleep_until(next).await;
        }
    }

    /// Makes a call in its turn, and learns from what came of it.
    async fn pass<T>(&self, turn: Turn, call: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        let _under_way = self.enter(turn).await;
        let begun = Instant::now();
        let answer = call.await;
        self.learn(turn, begun, matches!(answer, Err(Failure::Throttled { .. })), answer.is_ok());
        answer
    }

    async fn enter(&self, turn: Turn) -> UnderWay<'_> {
        let ticket = {
            let mut state = lock(&self.state);
            state.came += 1;
            let ticket = (turn, state.came);
            state.waiting.insert(ticket);
            Ticket { turnstile: self, ticket }
        };
        loop {
            let moved = self.moved.notified();
            tokio::pin!(moved);
            // From here on it hears of every move.
            moved.as_mut().enable();
            match self.try_enter(ticket.ticket) {
                Ok(()) => return UnderWay { turnstile: self, turn },
                Err(None) => moved.await,
                Err(Some(at)) => {
                    let _ = tokio::time::timeout_at(at, moved).await;
                }
            }
        }
    }

    /// `Err` with when to try again, where that is known.
    fn try_enter(&self, ticket: (Turn, u64)) -> Result<(), Option<Instant>> {
        let mut state = lock(&self.state);
        let turn = ticket.0;
        let first = match turn {
            Turn::Submit => state.waiting.first().is_none_or(|first| *first >= ticket),
            // A submission that waits for its own gap does not hold up the others.
            _ => state.waiting.range((Turn::Track, 0)..).next().is_none_or(|first| *first >= ticket),
        };
        if !first || (turn != Turn::Submit && state.under_way >= AT_ONCE) {
            return Err(None);
        }
        let now = Instant::now();
        let gap = state.gap(turn);
        if let Some(next) = gap.next.filter(|next| *next > now) {
            return Err(Some(next));
        }
        gap.next = (!gap.length.is_zero()).then(|| now + gap.length);
        if turn != Turn::Submit {
            state.under_way += 1;
        }
        Ok(())
    }

    fn learn(&self, turn: Turn, begun: Instant, throttled: bool, went_well: bool) {
        let first = if turn == Turn::Submit { FIRST_GAP } else { FIRST_GAP_OF_READS };
        let (first, longest) = (self.pace.scale(first), self.pace.scale(LONGEST_GAP));
        let mut state = lock(&self.state);
        let gap = state.gap(turn);
        if throttled {
            let now = Instant::now();
            // Of several calls that were under way together each may be throttled: that is one and the same answer.
            if gap.grew.is_none_or(|grew| grew <= begun) {
                gap.length = (gap.length * 2).clamp(first, longest);
                gap.grew = Some(now);
            }
            gap.next = Some(now + gap.length);
        } else if went_well {
            gap.length = gap.length.mul_f64(0.9);
            if gap.length < first / FORGOTTEN {
                *gap = Gap::default();
            }
        }
    }
}

impl State {
    fn gap(&mut self, turn: Turn) -> &mut Gap {
        match turn {
            Turn::Submit => &mut self.submit,
            Turn::Track | Turn::Screen | Turn::Ledger => &mut self.read,
        }
    }
}

/// A place in the line, given up where whoever had it goes away.
struct Ticket<'t> {
    turnstile: &'t Turnstile,
    ticket: (Turn, u64),
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        lock(&self.turnstile.state).waiting.remove(&self.ticket);
        self.turnstile.moved.notify_waiters();
    }
}

/// A call that is under way.
struct UnderWay<'t> {
    turnstile: &'t Turnstile,
    turn: Turn,
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        if self.turn != Turn::Submit {
            lock(&self.turnstile.state).under_way -= 1;
        }
        self.turnstile.moved.notify_waiters();
    }
}

/// CloudFront's calls, each in its turn.
pub(crate) struct Paced<'a> {
    pub(crate) cloudfront: &'a dyn CloudFront,
    pub(crate) turnstile: &'a Turnstile,
    pub(crate) turn: Turn,
    pub(crate) house: &'a Housekeeper,
    pub(crate) connection: &'a ConnectionId,
}

impl Paced<'_> {
    /// Makes a call in its turn, and hears what its answer tells of the connection.
    async fn pass<T>(
        &self,
        call: Call,
        target: Option<&Target>,
        answer: impl Future<Output = Result<T, Failure>>,
    ) -> Result<T, Failure> {
        let turn = if call == Call::Submit { Turn::Submit } else { self.turn };
        let answer = self.turnstile.pass(turn, answer).await;
        self.house.heard(self.connection, call, target, &answer);
        answer
    }
}

#[async_trait]
impl CloudFront for Paced<'_> {
    async fn submit(&self, order: &Order) -> Result<Invalidation, Failure> {
        self.pass(Call::Submit, Some(&order.target), self.cloudfront.submit(order)).await
    }

    async fn invalidation(&self, target: &Target, id: &InvalidationId) -> Result<Invalidation, Failure> {
        self.pass(Call::Read, Some(target), self.cloudfront.invalidation(target, id)).await
    }

    async fn invalidations(
        &self,
        target: &Target,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<InvalidationSummary>, Failure> {
        self.pass(Call::List, Some(target), self.cloudfront.invalidations(target, after, limit)).await
    }

    async fn distributions(&self, after: Option<&str>, limit: u16) -> Result<Page<Distribution>, Failure> {
        self.pass(Call::Distributions, None, self.cloudfront.distributions(after, limit)).await
    }

    async fn distribution(&self, id: &DistributionId) -> Result<DistributionDetails, Failure> {
        let target = Target::Distribution(id.clone());
        self.pass(Call::Details, Some(&target), self.cloudfront.distribution(id)).await
    }

    async fn tenants(
        &self,
        distribution: &DistributionId,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<Tenant>, Failure> {
        self.pass(Call::Tenants, None, self.cloudfront.tenants(distribution, after, limit)).await
    }

    async fn tenant(&self, id: &TenantId) -> Result<Tenant, Failure> {
        let target = Target::Tenant(id.clone());
        self.pass(Call::Details, Some(&target), self.cloudfront.tenant(id)).await
    }
}

#[cfg(test)]
mod tests;
