//! Each fault is what it says: what the service has afterwards, and what the real adapter makes of the answer.

use std::path::Path;

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::sdk_config::SharedCredentialsProvider;
use cloudfront::SdkCloudFront;
use domain::submission::Order;
use domain::{Batch, CallerReference, DistributionId, Item, Target, TenantId};
use engine::ports::CloudFront;
use faults::plan::{Call, Plan, Rates};
use faults::{Fault, Moment, Proxy, Server};
use http::uri::Authority;
use practice::Practice;

/// Every CreateInvalidation meets a fault, and nothing else does.
const ALWAYS: Rates = Rates { creates: 1.0, reads: 0.0, at_most: 1 };

fn cloudfront(endpoint: &str) -> SdkCloudFront {
    let key = Credentials::new("AKIAFAULTS", "faults", None, None, "faults");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .endpoint_url(endpoint)
        .build();
    SdkCloudFront::new(&config)
}

/// A distribution on which nothing was ever invalidated.
fn blog() -> Target {
    Target::Distribution(DistributionId::new(Practice::BLOG))
}

fn order(target: &Target, number: usize) -> Order {
    Order {
        target: target.clone(),
        reference: CallerReference::from_stored(format!("kind-{number}")),
        batch: Batch::new(vec![Item::as_sent(format!("/{number}/a?b=1&c=2")), Item::as_sent("/z")]).unwrap(),
    }
}

/// A seed whose first fault is this one.
fn seed_of(fault: Fault) -> u64 {
    let first = |seed| Plan::seeded(seed, ALWAYS).next(Call::Create).map(|injection| injection.fault);
    (0..10_000).find(|seed| first(*seed) == Some(fault)).unwrap()
}

async fn server(folder: &Path) -> Server {
    Server::start(crate::program(), folder, 1_000.0).await.unwrap()
}

/// Sends one order to the target through each fault, and once more without: the service has what it should have.
pub async fn hold(upstream: &Authority, target: &Target) {
    let straight = cloudfront(&format!("http://{upstream}"));
    let mut there = straight.invalidations(target, None, 100).await.unwrap().rows.len();
    for (number, fault) in Fault::ALL.into_iter().enumerate() {
        let plan = Plan::seeded(seed_of(fault), ALWAYS);
        let (proxy, mut moments) = Proxy::start(upstream.clone(), plan).await.unwrap();
        let through = cloudfront(&proxy.endpoint());
        let order = order(target, number);

        let answered = through.submit(&order).await;
        let meant = answered.as_ref().map_or_else(|failure| failure.code(), |_| "taken");
        let expected = match fault {
            Fault::Delayed | Fault::Trickled => "taken",
            Fault::Throttled => "throttled",
            Fault::TooLarge => "batchTooLarge",
            _ => "replyLost",
        };
        assert_eq!(meant, expected, "{fault:?}: {answered:?}");

        there += usize::from(fault.acts());
        let listed = straight.invalidations(target, None, 100).await.unwrap();
        assert_eq!(listed.rows.len(), there, "{fault:?}");
        assert_eq!(proxy.tally().of(fault), 1, "{fault:?}");
        assert_eq!(proxy.tally().sum(), 1, "{fault:?}");
        let told: Vec<Moment> = std::iter::from_fn(|| moments.try_recv().ok()).collect();
        assert_eq!(told.contains(&Moment::Acted), fault.acts(), "{fault:?}: {told:?}");

        // The same order again, now that nothing goes wrong: there is one invalidation of it, and it is whole.
        let taken = through.submit(&order).await.unwrap();
        there += usize::from(!fault.acts());
        let listed = straight.invalidations(target, None, 100).await.unwrap();
        assert_eq!(listed.rows.len(), there, "{fault:?}, and again");
        assert_eq!(taken.items, order.batch.items(), "{fault:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_reaches_the_service_or_not_and_means_what_it_should() {
    let folder = tempfile::tempdir().unwrap();
    let server = server(folder.path()).await;
    hold(server.authority(), &blog()).await;
    hold(server.authority(), &Target::Tenant(TenantId::new(Practice::TENANT))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_server_took_is_there_after_it_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let order = order(&blog(), 1);
    let first = server(folder.path()).await;
    let taken = cloudfront(&first.endpoint()).submit(&order).await.unwrap();
    drop(first);
    let second = server(folder.path()).await;
    let again = cloudfront(&second.endpoint()).submit(&order).await.unwrap();
    assert_eq!(again.id, taken.id);
}
