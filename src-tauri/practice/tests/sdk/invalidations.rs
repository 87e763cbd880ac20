//! Creating, following and listing.

use aws_sdk_cloudfront::types::Invalidation;
use practice::Practice;

use crate::bench::{Bench, NOON, batch};

fn items(invalidation: &Invalidation) -> &[String] {
    invalidation.invalidation_batch().unwrap().paths().unwrap().items()
}

#[tokio::test]
async fn one_is_created_followed_and_completes_after_some_seconds() {
    let bench = Bench::new();
    let sent = batch("first", &["/b&c.html?x='1'&y=2", "/a/*", "/caf%C3%A9", "#product:tv"]);
    let create = bench.client.create_invalidation().distribution_id(Practice::SHOP).invalidation_batch(sent.clone());
    let created = create.send().await.unwrap();
    let one = created.invalidation().unwrap();
    let wanted = format!("/2020-05-31/distribution/{}/invalidation/{}", Practice::SHOP, one.id());
    assert_eq!(created.location(), Some(format!("https://cloudfront.amazonaws.com{wanted}").as_str()));
    assert_eq!((one.status(), one.create_time().secs()), ("InProgress", NOON.as_second()));
    assert_eq!(one.invalidation_batch(), Some(&sent));

    let distribution = bench.client.get_distribution().id(Practice::SHOP).send().await.unwrap();
    assert_eq!(distribution.distribution().unwrap().in_progress_invalidation_batches(), 1);

    bench.step(3);
    let get = bench.client.get_invalidation().distribution_id(Practice::SHOP).id(one.id());
    assert_eq!(get.clone().send().await.unwrap().invalidation().unwrap().status(), "InProgress");
    bench.step(9);
    let read = get.send().await.unwrap().invalidation().unwrap().clone();
    assert_eq!((read.status(), read.invalidation_batch()), ("Completed", Some(&sent)));
}

#[tokio::test]
async fn the_same_reference_and_items_give_the_first_invalidation() {
    let bench = Bench::new();
    let create = || {
        let sent = batch("once", &["/a", "/b"]);
        bench.client.create_invalidation().distribution_id(Practice::SITE).invalidation_batch(sent).send()
    };
    let first = create().await.unwrap().invalidation().unwrap().id().to_owned();
    bench.step(3_600);
    let second = create().await.unwrap();
    assert_eq!(second.invalidation().unwrap().id(), first);
    assert_eq!(second.invalidation().unwrap().status(), "Completed", "nothing is cleared anew");
    assert!(second.location().unwrap().ends_with(&first));
}

#[tokio::test]
async fn a_reference_is_its_distributions_own() {
    let bench = Bench::new();
    for (distribution, items) in [(Practice::SITE, ["/a"]), (Practice::SHOP, ["/b"])] {
        let create = bench.client.create_invalidation().distribution_id(distribution);
        create.invalidation_batch(batch("shared", &items)).send().await.unwrap();
    }
}

#[tokio::test]
async fn a_page_shows_the_newest_first_and_the_new_one_on_top() {
    let bench = Bench::new();
    let create = bench.client.create_invalidation().distribution_id(Practice::ASSETS);
    let created = create.invalidation_batch(batch("top", &["/fonts/*"])).send().await.unwrap();
    let list = bench.client.list_invalidations().distribution_id(Practice::ASSETS).send().await.unwrap();
    let list = list.invalidation_list().unwrap();
    assert_eq!((list.quantity(), list.max_items(), list.is_truncated()), (100, 100, true));
    assert_eq!(list.items()[0].id(), created.invalidation().unwrap().id());
    assert_eq!(list.items()[0].status(), "InProgress");
    assert!(list.items()[1..].iter().all(|row| row.status() == "Completed"));
    assert_eq!(list.next_marker(), Some(list.items()[99].id()));
}

#[tokio::test]
async fn twelve_thousand_are_paged_through_in_order_without_gap_or_repeat() {
    let bench = Bench::new();
    let pages = bench.client.list_invalidations().distribution_id(Practice::ASSETS).max_items(1_000);
    let rows: Vec<_> = pages.into_paginator().items().send().collect::<Result<_, _>>().await.unwrap();
    assert_eq!(rows.len(), 12_000);
    assert!(rows.is_sorted_by(|newer, older| newer.create_time() >= older.create_time()));
    let unique: std::collections::HashSet<_> = rows.iter().map(|row| row.id()).collect();
    assert_eq!(unique.len(), rows.len());
    let days = (NOON.as_second() - rows[11_999].create_time().secs()) / 86_400;
    assert!((540..=548).contains(&days), "{days}");
    let read = bench.client.get_invalidation().distribution_id(Practice::ASSETS).id(rows[7_000].id());
    assert!(!items(read.send().await.unwrap().invalidation().unwrap()).is_empty());
}

#[tokio::test]
async fn a_tenant_has_invalidations_of_its_own() {
    let bench = Bench::new();
    let before = bench.client.list_invalidations_for_distribution_tenant().id(Practice::TENANT).max_items(5);
    let before = before.send().await.unwrap().invalidation_list().unwrap().clone();
    assert_eq!((before.quantity(), before.is_truncated()), (5, true));

    let create = bench.client.create_invalidation_for_distribution_tenant().id(Practice::TENANT);
    let created = create.invalidation_batch(batch("tenant", &["/sale/*"])).send().await.unwrap();
    let id = created.invalidation().unwrap().id().to_owned();
    let wanted = format!("/distribution-tenant/{}/invalidation/{id}", Practice::TENANT);
    assert!(created.location().unwrap().ends_with(&wanted));

    let get = bench.client.get_invalidation_for_distribution_tenant();
    let read = get.distribution_tenant_id(Practice::TENANT).id(&id).send().await.unwrap();
    assert_eq!(items(read.invalidation().unwrap()), ["/sale/*"]);
    let parent = bench.client.get_invalidation().distribution_id(Practice::PARTNERS).id(&id).send().await;
    assert!(parent.unwrap_err().into_service_error().is_no_such_invalidation());
}

#[tokio::test]
async fn nothing_was_ever_invalidated_on_the_blog() {
    let bench = Bench::new();
    let list = bench.client.list_invalidations().distribution_id(Practice::BLOG).send().await.unwrap();
    let list = list.invalidation_list().unwrap();
    assert_eq!((list.quantity(), list.items().len(), list.is_truncated()), (0, 0, false));
}
