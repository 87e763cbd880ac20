//! A CloudFront that follows a script.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use domain::submission::{Order, State};
use domain::{
    Distribution, DistributionDetails, DistributionId, Invalidation, InvalidationId, InvalidationStatus,
    InvalidationSummary, Item, Target, Tenant, TenantId,
};

use jiff::Timestamp;

use super::{Estate, Memory, Stepped, identity};
use crate::ports::{CloudFront, Page};
use crate::{Failure, Identity};

/// What the script does with the next CreateInvalidation.
#[derive(Clone, Debug)]
pub(crate) enum Next {
    /// It takes it.
    Take,
    /// It takes it, and the reply is lost.
    TakeAndLoseReply,
    /// It does not take it.
    Fail(Failure),
}

/// A CloudFront that follows a script, and takes everything once the script is done. It knows references as the real
/// one does, and checks at each call that the attempt was stored before.
pub(crate) struct Script {
    pub(crate) next: Mutex<VecDeque<Next>>,
    /// Every CreateInvalidation, with its time.
    pub(crate) sent: Mutex<Vec<(Timestamp, Order)>>,
    /// Calls that have come and are not answered yet: a crash cuts them short, and they may be acted upon all the same.
    pub(crate) pending: Mutex<Vec<Order>>,
    /// Calls whose reply was lost.
    pub(crate) lost: Mutex<Vec<Order>>,
    pub(crate) taken: Mutex<Vec<Invalidation>>,
    /// How long CreateInvalidation takes.
    pub(crate) slowness: Mutex<Duration>,
    /// What reading answers, where it does not read.
    pub(crate) reading: Mutex<Option<Failure>>,
    pub(crate) listing: Mutex<Result<Vec<Distribution>, Failure>>,
    pub(crate) identity: Mutex<Result<Identity, Failure>>,
    /// How many GetInvalidation and ListInvalidations calls came.
    pub(crate) reads: Mutex<(u32, u32)>,
    /// A large account, which is then what is read.
    pub(crate) estate: Mutex<Option<Arc<Estate>>>,
    records: Arc<Memory>,
    clock: Arc<Stepped>,
}

impl Script {
    pub(super) fn over(records: Arc<Memory>, clock: Arc<Stepped>) -> Self {
        Self {
            next: Mutex::default(),
            sent: Mutex::default(),
            pending: Mutex::default(),
            lost: Mutex::default(),
            taken: Mutex::default(),
            slowness: Mutex::default(),
            reading: Mutex::default(),
            listing: Mutex::new(Ok(Vec::new())),
            identity: Mutex::new(Ok(identity())),
            reads: Mutex::default(),
            estate: Mutex::default(),
            records,
            clock,
        }
    }

    pub(crate) fn then(&self, next: impl IntoIterator<Item = Next>) {
        self.next.lock().expect("not poisoned").extend(next);
    }

    pub(crate) fn orders(&self) -> Vec<Order> {
        self.sent.lock().expect("not poisoned").iter().map(|(_, order)| order.clone()).collect()
    }

    pub(crate) fn complete_all(&self) {
        for invalidation in self.taken.lock().expect("not poisoned").iter_mut() {
            invalidation.status = InvalidationStatus::Completed;
        }
    }

    /// Somebody who is not this app sends these lines.
    pub(crate) fn somebody_else_sends(&self, lines: &str) {
        let mut taken = self.taken.lock().expect("not poisoned");
        let id = InvalidationId::new(format!("I{}", taken.len() + 1));
        taken.push(Invalidation {
            created: self.clock.right(),
            status: InvalidationStatus::InProgress,
            reference: format!("theirs-{id}"),
            items: lines.lines().map(Item::as_sent).collect(),
            id,
        });
    }

    /// Acts upon an order, whoever hears of it.
    pub(crate) fn take(&self, order: &Order) -> Result<Invalidation, Failure> {
        let mut taken = self.taken.lock().expect("not poisoned");
        if let Some(earlier) = taken.iter().find(|earlier| earlier.reference == order.reference.as_str()) {
            return if earlier.items == order.batch.items() {
                Ok(earlier.clone())
            } else {
                Err(Failure::ReferenceUsed { detail: String::new() })
            };
        }
        let invalidation = Invalidation {
            id: InvalidationId::new(format!("I{}", taken.len() + 1)),
            created: self.clock.right(),
            status: InvalidationStatus::InProgress,
            reference: order.reference.as_str().to_owned(),
            items: order.batch.items().to_vec(),
        };
        taken.push(invalidation.clone());
        Ok(invalidation)
    }

    fn estate(&self) -> Option<Arc<Estate>> {
        self.estate.lock().expect("not poisoned").clone()
    }

    fn may_read(&self) -> Result<(), Failure> {
        self.reading.lock().expect("not poisoned").clone().map_or(Ok(()), Err)
    }
}

#[async_trait]
impl CloudFront for Script {
    async fn submit(&self, order: &Order) -> Result<Invalidation, Failure> {
        let stored = self.records.submissions.lock().expect("not poisoned").clone();
        let stored = stored.iter().find(|it| it.order.reference == order.reference).expect("stored before it is sent");
        assert_eq!(stored.order, *order, "what is sent is what is stored");
        assert!(
            matches!(stored.state, State::Sending(_)),
            "that it is being sent is stored before: {:?}",
            stored.state
        );
        self.sent.lock().expect("not poisoned").push((self.clock.right(), order.clone()));
        self.pending.lock().expect("not poisoned").push(order.clone());
        let slowness = *self.slowness.lock().expect("not poisoned");
        tokio::time::sleep(slowness).await;
        self.pending.lock().expect("not poisoned").retain(|pending| pending != order);
        let next = self.next.lock().expect("not poisoned").pop_front().unwrap_or(Next::Take);
        if matches!(next, Next::TakeAndLoseReply | Next::Fail(Failure::ReplyLost { .. })) {
            self.lost.lock().expect("not poisoned").push(order.clone());
        }
        match next {
            Next::Take => self.take(order),
            Next::TakeAndLoseReply => {
                self.take(order)?;
                Err(Failure::ReplyLost { detail: "reset".to_owned() })
            }
            Next::Fail(failure) => Err(failure),
        }
    }

    async fn invalidation(&self, target: &Target, id: &InvalidationId) -> Result<Invalidation, Failure> {
        if let Some(estate) = self.estate() {
            return estate.invalidation(target, id).await;
        }
        self.reads.lock().expect("not poisoned").0 += 1;
        self.may_read()?;
        let taken = self.taken.lock().expect("not poisoned");
        taken.iter().find(|it| it.id == *id).cloned().ok_or_else(|| Failure::NotFound { what: id.to_string() })
    }

    async fn invalidations(
        &self,
        target: &Target,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<InvalidationSummary>, Failure> {
        if let Some(estate) = self.estate() {
            return estate.invalidations(target, after).await;
        }
        self.reads.lock().expect("not poisoned").1 += 1;
        self.may_read()?;
        let taken = self.taken.lock().expect("not poisoned");
        let rows = taken.iter().rev().map(|it| InvalidationSummary {
            id: it.id.clone(),
            created: it.created,
            status: it.status.clone(),
        });
        let rows: Vec<_> = match after {
            Some(marker) => rows.skip_while(|row| row.id.as_str() != marker).skip(1).collect(),
            None => rows.collect(),
        };
        let page: Vec<_> = rows.iter().take(limit.into()).cloned().collect();
        let next = (rows.len() > page.len()).then(|| page.last().expect("a full page").id.to_string());
        Ok(Page { rows: page, next })
    }

    async fn distributions(&self, after: Option<&str>, _: u16) -> Result<Page<Distribution>, Failure> {
        if let Some(estate) = self.estate() {
            return estate.distributions(after).await;
        }
        let rows = self.listing.lock().expect("not poisoned").clone()?;
        Ok(Page { rows, next: None })
    }

    async fn distribution(&self, id: &DistributionId) -> Result<DistributionDetails, Failure> {
        self.may_read()?;
        Err(Failure::NotFound { what: id.to_string() })
    }

    async fn tenants(&self, of: &DistributionId, after: Option<&str>, _: u16) -> Result<Page<Tenant>, Failure> {
        if let Some(estate) = self.estate() {
            return estate.tenants(of, after).await;
        }
        Ok(Page { rows: Vec::new(), next: None })
    }

    async fn tenant(&self, id: &TenantId) -> Result<Tenant, Failure> {
        Err(Failure::NotFound { what: id.to_string() })
    }
}
