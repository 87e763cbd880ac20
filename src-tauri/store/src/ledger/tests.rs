#![allow(clippy::unwrap_used)]

use domain::submission::{Accepted, InProgress, Order, State};
use domain::{CallerReference, DistributionId, InvalidationStatus, TenantId};
use engine::ports::{Ledger, NewSubmission, Records};
use proptest::prelude::*;

use super::*;
use crate::Store;
use crate::samples::{NOON, account, after_noon, distribution, items, queued};

fn invalidation(id: &str, seconds: i64, paths: &[&str]) -> Invalidation {
    Invalidation {
        id: InvalidationId::new(id),
        created: after_noon(seconds),
        status: InvalidationStatus::Completed,
        reference: format!("cli-1795348800-{seconds}"),
        items: items(paths.iter().copied()),
    }
}

fn sent(id: &str, seconds: i64) -> NewSubmission {
    let invalidation = InvalidationId::new(id);
    NewSubmission {
        state: State::Accepted(Accepted { invalidation, created: after_noon(seconds) }),
        order: Order { reference: CallerReference::from_stored(format!("own-{id}")), ..queued("x").order },
        ..queued("x")
    }
}

async fn sum(store: &Store, from: i64, to: i64) -> (u64, u64) {
    let tallies = store.tallies(&account(), after_noon(from), after_noon(to)).await.unwrap();
    tallies.iter().fold((0, 0), |(items, count), tally| (items + tally.items, count + tally.invalidations))
}

#[tokio::test]
async fn an_id_counts_once_whether_it_was_sent_or_read_or_both() {
    let store = Store::in_memory().await.unwrap();
    store.add_submissions(vec![sent("I1", 10)]).await.unwrap();
    assert_eq!(sum(&store, 0, 100).await, (3, 1), "sent, and never read");
    let read = [(distribution(), invalidation("I1", 10, &["/index.html", "/images/*", "#product:tv"]))];
    store.keep_read(&account(), &read).await.unwrap();
    assert_eq!(sum(&store, 0, 100).await, (3, 1));
    store.keep_read(&account(), &[(distribution(), invalidation("I2", 20, &["/a"]))]).await.unwrap();
    assert_eq!(sum(&store, 0, 100).await, (4, 2));
    let entries = store.entries(&account(), NOON, after_noon(100)).await.unwrap();
    let named: Vec<_> = entries.iter().map(|entry| (entry.id.as_str(), entry.name.as_deref())).collect();
    assert_eq!(named, [("I1", Some("Spring sale")), ("I2", None)], "oldest first");
}

#[tokio::test]
async fn what_a_parent_and_its_tenant_both_list_is_the_tenants() {
    let store = Store::in_memory().await.unwrap();
    let tenant = Target::Tenant(TenantId::new("dt_1"));
    for target in [distribution(), tenant.clone()] {
        store.keep_read(&account(), &[(target, invalidation("I1", 1, &["/a", "/b"]))]).await.unwrap();
    }
    let tallies = store.tallies(&account(), NOON, after_noon(100)).await.unwrap();
    assert_eq!(tallies, [Tally { target: tenant, items: 2, invalidations: 1 }]);
}

#[tokio::test]
async fn the_beginning_is_in_it_and_the_end_is_not() {
    let store = Store::in_memory().await.unwrap();
    let read = [0, 60, 61].map(|at| (distribution(), invalidation(&format!("I{at}"), at, &["/a"])));
    store.keep_read(&account(), &read).await.unwrap();
    store.add_submissions(vec![sent("S0", 0), NewSubmission { run: None, ..sent("S60", 60) }]).await.unwrap();
    assert_eq!(sum(&store, 0, 60).await, (1 + 3, 2));
    assert_eq!(sum(&store, 60, 61).await, (1 + 3, 2));
}

#[tokio::test]
async fn nothing_of_another_account_is_in_it() {
    let store = Store::in_memory().await.unwrap();
    let other = AccountKey::known("aws", "999999999999", None);
    store.keep_read(&other, &[(distribution(), invalidation("I1", 1, &["/a"]))]).await.unwrap();
    assert_eq!(sum(&store, 0, 100).await, (0, 0));
    assert_eq!(store.known(&account(), &[InvalidationId::new("I1")]).await.unwrap(), HashSet::new());
    assert_eq!(store.known(&other, &[InvalidationId::new("I1")]).await.unwrap().len(), 1);
    assert_eq!(store.months(&account()).await.unwrap(), []);
    assert_eq!(store.months(&other).await.unwrap(), [Month::of(NOON)]);
}

#[tokio::test]
async fn what_is_not_taken_yet_is_not_in_it() {
    let store = Store::in_memory().await.unwrap();
    let taken = InProgress { invalidation: InvalidationId::new("I1"), created: after_noon(5) };
    let [waits, goes] = [queued("waits"), NewSubmission { state: State::InProgress(taken), ..queued("goes") }];
    store.add_submissions(vec![waits, goes]).await.unwrap();
    assert_eq!(sum(&store, 0, 100).await, (3, 1));
}

#[tokio::test]
async fn targets_are_those_that_anything_is_known_of() {
    let store = Store::in_memory().await.unwrap();
    let read = Target::Distribution(DistributionId::new("E2READ"));
    store.keep_read(&account(), &[(read.clone(), invalidation("I1", 1, &["/a"]))]).await.unwrap();
    store.add_submissions(vec![queued("x")]).await.unwrap();
    let added = engine::ports::Note { added: true, ..Default::default() };
    store.keep_note(&account(), &DistributionId::new("E3ADDED"), &added).await.unwrap();
    let targets = store.targets(&account()).await.unwrap();
    assert_eq!(targets.iter().map(Target::id).collect::<Vec<_>>(), ["E1EXAMPLE12345", "E2READ", "E3ADDED"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Cutting time in two, or the reading in several, changes no sum; entries and tallies say the same.
    #[test]
    fn stretches_of_time_add_up(times in prop::collection::vec(0_i64..1_000, 1..40), cut in 0_i64..1_000) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let store = Store::in_memory().await.unwrap();
            let paths = ["/a", "/b", "/c", "/d"];
            let read: Vec<_> = times
                .iter()
                .enumerate()
                .map(|(place, at)| {
                    let of = Target::Distribution(DistributionId::new(format!("E{}", place % 3)));
                    (of, invalidation(&format!("I{place}"), *at, &paths[..1 + place % 4]))
                })
                .collect();
            let (first, second) = read.split_at(read.len() / 2);
            for part in [first, second, first] {
                store.keep_read(&account(), part).await.unwrap();
            }
            let all = sum(&store, 0, 1_000).await;
            let (one, other) = (sum(&store, 0, cut).await, sum(&store, cut, 1_000).await);
            assert_eq!(all, (one.0 + other.0, one.1 + other.1));
            let entries = store.entries(&account(), NOON, after_noon(1_000)).await.unwrap();
            assert_eq!(all, (entries.iter().map(|entry| entry.items).sum(), entries.len() as u64));
            assert_eq!(all.0, read.iter().map(|(_, one)| one.items.len() as u64).sum::<u64>());
        });
    }
}
