//! What outlives a restart.

use std::path::Path;
use std::sync::Arc;

use aws_sdk_cloudfront::error::ProvideErrorMetadata;
use aws_sdk_cloudfront::types::InvalidationSummary;
use practice::{OpenError, Practice};

use crate::bench::{Bench, NOON, batch};

async fn rows(bench: &Bench, distribution: &str) -> Vec<InvalidationSummary> {
    let list = bench.client.list_invalidations().distribution_id(distribution).max_items(200).send().await.unwrap();
    list.invalidation_list().unwrap().items().to_vec()
}

#[tokio::test]
async fn invalidations_references_and_the_past_are_the_same_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let before = Bench::at(Some(folder.path()), NOON);
    let send = |bench: &Bench, items: &[&str]| {
        let create = bench.client.create_invalidation().distribution_id(Practice::SHOP);
        create.invalidation_batch(batch("kept", items)).send()
    };
    let id = send(&before, &["/a", "#b"]).await.unwrap().invalidation().unwrap().id().to_owned();
    let create = before.client.create_invalidation_for_distribution_tenant().id(Practice::TENANT);
    create.invalidation_batch(batch("kept", &["/t"])).send().await.unwrap();
    before.step(30);
    let (shop, assets) = (rows(&before, Practice::SHOP).await, rows(&before, Practice::ASSETS).await);

    let three_days_later = before.now() + jiff::SignedDuration::from_hours(72);
    drop(before);
    let after = Bench::at(Some(folder.path()), three_days_later);
    assert_eq!(rows(&after, Practice::SHOP).await, shop);
    assert_eq!(rows(&after, Practice::ASSETS).await, assets, "dates are told from the first opening");
    assert_eq!(shop[0].id(), id);
    assert_eq!(send(&after, &["/a", "#b"]).await.unwrap().invalidation().unwrap().id(), id);
    let other = send(&after, &["/other"]).await.unwrap_err();
    assert_eq!(other.code(), Some("InvalidationBatchAlreadyExists"));
}

#[tokio::test]
async fn what_cannot_be_stored_is_not_promised() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::at(Some(folder.path()), NOON);
    std::fs::remove_dir_all(folder.path().join("invalidations")).unwrap();
    let create = bench.client.create_invalidation().distribution_id(Practice::BLOG);
    let error = create.invalidation_batch(batch("r", &["/a"])).send().await.unwrap_err();
    assert_eq!(error.code(), Some("InternalError"));
    assert!(rows(&bench, Practice::BLOG).await.is_empty());
}

#[test]
fn a_folder_that_cannot_be_used_and_a_speed_that_is_none_are_said_so() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let open = |folder: Option<&Path>, speed| Practice::open(folder, Arc::new(|| NOON), speed);
    assert!(matches!(open(Some(file.path()), 1.0), Err(OpenError::Folder { .. })));
    assert!(matches!(open(None, 0.0), Err(OpenError::Speed(_))));
    assert!(matches!(open(None, f64::NAN), Err(OpenError::Speed(_))));
}
