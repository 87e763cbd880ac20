//! What the tests store.

#![allow(clippy::unwrap_used)]

use domain::submission::{
    Accepted, Completed, InProgress, Order, PutOff, Queued, Reason, Refused, Sending, State, Submission, SubmissionId,
    Unknown, Waiting, Withdrawn,
};
use domain::{AccountKey, Batch, CallerReference, DistributionId, InvalidationId, Item, Target};
use engine::ports::{Move, NewSubmission, Records};
use engine::{ConnectionId, Failure};
use jiff::Timestamp;
use proptest::prelude::*;

use crate::Store;

/// Noon of 22 November 2026.
pub(crate) const NOON: Timestamp = Timestamp::constant(1_795_348_800, 0);

/// So many seconds after noon.
pub(crate) fn after_noon(seconds: i64) -> Timestamp {
    Timestamp::from_second(NOON.as_second() + seconds).unwrap()
}

/// An account.
pub(crate) fn account() -> AccountKey {
    AccountKey::known("aws", "123456789012", None)
}

/// A distribution as a target.
pub(crate) fn distribution() -> Target {
    Target::Distribution(DistributionId::new("E1EXAMPLE12345"))
}

/// Items by their text.
pub(crate) fn items<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Item> {
    texts.into_iter().map(Item::as_sent).collect()
}

/// A queued submission; `reference` must differ from one to the next.
pub(crate) fn queued(reference: &str) -> NewSubmission {
    NewSubmission {
        connection: ConnectionId::new("c1"),
        account: account(),
        name: "Spring sale".to_owned(),
        asked: NOON,
        order: Order {
            target: distribution(),
            reference: CallerReference::from_stored(reference.to_owned()),
            batch: Batch::new(items(["/index.html", "/images/*", "#product:tv"])).unwrap(),
        },
        state: State::Queued(Queued::default()),
        run: None,
        replaces: None,
    }
}

/// Times from 1970 to 2200, in whole milliseconds.
pub(crate) fn times() -> impl Strategy<Value = Timestamp> {
    (0_i64..7_258_118_400_000).prop_map(|millis| Timestamp::from_millisecond(millis).unwrap())
}

fn invalidations() -> impl Strategy<Value = InvalidationId> {
    "[A-Z0-9]{1,20}".prop_map(InvalidationId::new)
}

fn reasons() -> impl Strategy<Value = Reason> {
    ("[a-zA-Z]{1,20}", ".{0,80}").prop_map(|(code, detail)| Reason { code, detail })
}

/// Every state there is.
pub(crate) fn states() -> impl Strategy<Value = State> {
    prop_oneof![
        times().prop_map(|until| State::Waiting(Waiting { until })),
        prop::option::of((1..=u32::MAX, reasons()).prop_map(|(attempts, reason)| PutOff { attempts, reason }))
            .prop_map(|put_off| State::Queued(Queued { put_off })),
        times().prop_map(|at| State::Withdrawn(Withdrawn { at })),
        (times(), 1..=u32::MAX, prop::option::of(times())).prop_map(|(since, attempt, lost)| State::Sending(Sending {
            since,
            attempt,
            lost
        })),
        (invalidations(), times())
            .prop_map(|(invalidation, created)| State::InProgress(InProgress { invalidation, created })),
        (invalidations(), times())
            .prop_map(|(invalidation, created)| State::Accepted(Accepted { invalidation, created })),
        (invalidations(), times(), times()).prop_map(|(invalidation, created, seen)| State::Completed(Completed {
            invalidation,
            created,
            seen
        })),
        (times(), reasons()).prop_map(|(at, reason)| State::Refused(Refused { at, reason })),
        (1..=u32::MAX, times(), reasons()).prop_map(|(attempts, lost, reason)| State::Unknown(Unknown {
            attempts,
            lost,
            reason
        })),
    ]
}

/// Shorter words for what most tests do.
impl Store {
    /// Stores one submission.
    pub(crate) async fn add_submission(&self, new: NewSubmission) -> Result<Submission, Failure> {
        Ok(self.add_submissions(vec![new]).await?.remove(0))
    }

    /// Moves a submission on from whatever state it is in.
    pub(crate) async fn move_submission(&self, id: SubmissionId, to: &State, now: Timestamp) -> Result<(), Failure> {
        let from = self.submission(id).await?.map_or_else(|| State::Queued(Queued::default()), |found| found.state);
        assert!(self.move_submissions(&[Move { id, from, to: to.clone() }], now).await?, "nobody else moves it");
        Ok(())
    }

    /// The numbers of what is not settled, in the order of the queue.
    pub(crate) async fn unsettled_ids(&self) -> Vec<i64> {
        self.unsettled().await.unwrap().iter().map(|one| one.id.0).collect()
    }
}
