//! What the tests store.

#![allow(clippy::unwrap_used)]

use domain::submission::{Accepted, Completed, InProgress, Order, Queued, Reason, Refused, Sending, State, Unknown};
use domain::{AccountKey, Batch, CallerReference, DistributionId, InvalidationId, Item, Target};
use engine::ConnectionId;
use engine::ports::NewSubmission;
use jiff::Timestamp;
use proptest::prelude::*;

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
        state: State::Queued(Queued),
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
        Just(State::Queued(Queued)),
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
