#![allow(clippy::unwrap_used)]

use domain::{AccountKey, DistributionId, Invalidation, InvalidationId, InvalidationStatus, Target, TenantId};
use engine::ports::Records;

use super::KEPT;
use crate::Store;
use crate::open::tests::plan_of;
use crate::samples::{NOON, account, distribution, items};

fn invalidation(id: &str, status: InvalidationStatus) -> Invalidation {
    Invalidation {
        id: InvalidationId::new(id),
        created: NOON,
        status,
        reference: format!("reference-of-{id}"),
        items: items(["/b", "/a", "/caf%C3%A9*", "#tag"]),
    }
}

fn ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<InvalidationId> {
    ids.into_iter().map(InvalidationId::new).collect()
}

#[tokio::test]
async fn what_was_read_once_comes_back_in_the_order_it_is_asked_for() {
    let store = Store::in_memory().await.unwrap();
    let one = invalidation("I1", InvalidationStatus::Completed);
    let two = Invalidation { items: vec![], ..invalidation("I2", InvalidationStatus::Other("Paused".into())) };
    store.keep_invalidation(&account(), &distribution(), &one).await.unwrap();
    store.keep_invalidation(&account(), &distribution(), &two).await.unwrap();
    let kept = store.kept_invalidations(&account(), &distribution(), &ids(["I3", "I2", "I1"])).await.unwrap();
    assert_eq!(kept, [two, one]);
    assert_eq!(store.kept_invalidations(&account(), &distribution(), &[]).await.unwrap(), []);
}

#[tokio::test]
async fn of_one_already_kept_only_the_status_changes() {
    let store = Store::in_memory().await.unwrap();
    let first = invalidation("I1", InvalidationStatus::InProgress);
    let later = Invalidation {
        status: InvalidationStatus::Completed,
        reference: "another".into(),
        items: items(["/other"]),
        ..first.clone()
    };
    store.keep_invalidation(&account(), &distribution(), &first).await.unwrap();
    store.keep_invalidation(&account(), &distribution(), &later).await.unwrap();
    let kept = store.kept_invalidations(&account(), &distribution(), &ids(["I1"])).await.unwrap();
    assert_eq!(kept, [Invalidation { status: InvalidationStatus::Completed, ..first.clone() }]);

    // A look that began before the last one and ended after it.
    store.keep_invalidation(&account(), &distribution(), &first).await.unwrap();
    let kept = store.kept_invalidations(&account(), &distribution(), &ids(["I1"])).await.unwrap();
    assert!(kept[0].status.is_completed());
}

#[tokio::test]
async fn an_account_and_a_target_see_their_own_only() {
    let store = Store::in_memory().await.unwrap();
    let kept = invalidation("I1", InvalidationStatus::Completed);
    store.keep_invalidation(&account(), &distribution(), &kept).await.unwrap();
    let elsewhere = [
        (AccountKey::known("aws", "123456789012", Some("http://127.0.0.1:5000")), distribution()),
        (account(), Target::Distribution(DistributionId::new("E2ANOTHER12345"))),
        (account(), Target::Tenant(TenantId::new(distribution().id()))),
    ];
    for (account, target) in elsewhere {
        let found = store.kept_invalidations(&account, &target, &ids(["I1"])).await.unwrap();
        assert_eq!(found, [], "{account} {target:?}");
    }
}

#[tokio::test]
async fn more_ids_than_a_statement_has_variables_are_no_matter() {
    let store = Store::in_memory().await.unwrap();
    for id in ["I0", "I17", "I39999"] {
        store
            .keep_invalidation(&account(), &distribution(), &invalidation(id, InvalidationStatus::Completed))
            .await
            .unwrap();
    }
    let asked: Vec<_> = (0..40_000).map(|number| InvalidationId::new(format!("I{number}"))).collect();
    let found = store.kept_invalidations(&account(), &distribution(), &asked).await.unwrap();
    assert_eq!(found.iter().map(|kept| kept.id.as_str()).collect::<Vec<_>>(), ["I0", "I17", "I39999"]);
}

#[tokio::test]
async fn a_page_is_found_by_the_index_among_twelve_thousand() {
    let store = Store::in_memory().await.unwrap();
    // Filled by SQL alone: what is looked at is how they are found.
    sqlx::query(
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 12000)
         INSERT INTO invalidation (
             number, account, target_kind, target, id, created_at, status, caller_reference, items
         ) SELECT n, ?, 'distribution', ?, 'I' || n, n, 'Completed', 'r' || n, 1 FROM n",
    )
    .bind(account().as_str())
    .bind(distribution().id())
    .execute(&store.pool)
    .await
    .unwrap();
    sqlx::query("INSERT INTO invalidation_item SELECT number, 0, '/' || number FROM invalidation")
        .execute(&store.pool)
        .await
        .unwrap();

    let asked: Vec<_> = (11_951..=12_050).map(|number| InvalidationId::new(format!("I{number}"))).collect();
    let found = store.kept_invalidations(&account(), &distribution(), &asked).await.unwrap();
    assert_eq!(found.len(), 50);
    assert_eq!(found[0].items, items(["/11951"]));

    let plan = plan_of(KEPT).await;
    assert!(plan.contains("(account=? AND target_kind=? AND target=? AND id=?)"), "{plan}");
    assert!(!plan.contains("SCAN invalidation"), "{plan}");
}
