//! What goes wrong at the practice account, as the crate under test tells it. There is no such thing to ask of the
//! other servers.

use std::sync::Arc;

use cloudfront::SdkCloudFront;
use domain::{DistributionId, Target};
use engine::Failure;
use engine::ports::CloudFront;
use jiff::Timestamp;
use practice::{Fault, Operation, Practice};

use crate::ground::order;
use crate::practice_account;

fn open() -> (Practice, SdkCloudFront) {
    let noon: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    practice_account::open(Arc::new(move || noon))
}

fn site() -> Target {
    Target::Distribution(DistributionId::new(Practice::SITE))
}

/// How many invalidations there are on the first page.
async fn count(cloudfront: &SdkCloudFront) -> usize {
    cloudfront.invalidations(&site(), None, 1_000).await.unwrap().rows.len()
}

#[tokio::test(start_paused = true)]
async fn an_order_whose_reply_is_lost_is_found_by_its_reference_and_made_once() {
    for fault in [Fault::LostReply, Fault::Silence, Fault::Malformed] {
        let (practice, cloudfront) = open();
        let before = count(&cloudfront).await;
        practice.faults().next(Operation::CreateInvalidation, 1, fault.clone());
        let order = order(site(), "once", &["/a", "/b/*"]);
        let failure = cloudfront.submit(&order).await.expect_err("its reply is lost");
        assert_eq!(failure.code(), "replyLost", "{fault:?}: {failure:?}");
        assert_eq!(count(&cloudfront).await, before + 1, "{fault:?}: it was taken all the same");
        let found = cloudfront.submit(&order).await.unwrap();
        assert_eq!(found.items, order.batch.items());
        assert_eq!(count(&cloudfront).await, before + 1, "{fault:?}: nothing new came of the second time");
    }
}

#[tokio::test]
async fn an_order_that_found_no_connection_was_not_taken() {
    let (practice, cloudfront) = open();
    let before = count(&cloudfront).await;
    practice.faults().next(Operation::CreateInvalidation, 1, Fault::Unreachable);
    let failure = cloudfront.submit(&order(site(), "never", &["/a"])).await.expect_err("there is no connection");
    assert_eq!(failure.code(), "unreachable", "{failure:?}");
    assert_eq!(count(&cloudfront).await, before);
}

#[tokio::test]
async fn a_missing_permission_is_named_with_its_resource() {
    let (_practice, cloudfront) = open();
    let press = Target::Distribution(DistributionId::new(Practice::PRESS));
    let failure = cloudfront.submit(&order(press, "denied", &["/a"])).await.expect_err("it is denied");
    let Failure::Denied { action, resource, .. } = &failure else { panic!("{failure:?}") };
    assert_eq!(action.as_deref(), Some("cloudfront:CreateInvalidation"));
    let arn = format!("arn:aws:cloudfront::{}:distribution/{}", Practice::ACCOUNT, Practice::PRESS);
    assert_eq!(resource.as_deref(), Some(arn.as_str()));
}

#[tokio::test]
async fn a_cache_policy_that_may_not_be_read_leaves_the_distribution_readable() {
    let (_practice, cloudfront) = open();
    let press = cloudfront.distribution(&DistributionId::new(Practice::PRESS)).await.unwrap();
    let default = press.behaviors.last().unwrap();
    assert_eq!(default.query_strings, domain::QueryStrings::Unknown);
    assert_eq!((&default.cache_policy, default.ttl), (&None, None));
}

#[tokio::test(start_paused = true)]
async fn a_read_survives_what_passes() {
    let (practice, cloudfront) = open();
    practice.faults().next(Operation::ListInvalidations, 2, Fault::Unreachable);
    cloudfront.invalidations(&site(), None, 10).await.unwrap();
    practice.faults().next(Operation::ListInvalidations, 1, Fault::Malformed);
    let failure = cloudfront.invalidations(&site(), None, 10).await.expect_err("half a list is no list");
    assert_eq!(failure.code(), "replyLost", "{failure:?}");
}
