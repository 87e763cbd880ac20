//! The practice account, in this process, with a clock of the test's own.

use std::sync::Mutex;
use std::sync::{Arc, atomic::AtomicU32};

use aws_credential_types::Credentials;
use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::sdk_config::SharedCredentialsProvider;
use cloudfront::SdkCloudFront;
use domain::{DistributionId, QueryStrings, TenantId};
use jiff::{SignedDuration, Timestamp};
use practice::Practice;

use crate::ground::Ground;

/// A new account, at noon.
pub fn ground() -> Ground {
    let now = Arc::new(Mutex::new("2026-11-22T12:00:00Z".parse::<Timestamp>().unwrap()));
    let clock = now.clone();
    let (_, cloudfront) = open(Arc::new(move || *clock.lock().unwrap()));
    Ground {
        cloudfront: Box::new(cloudfront),
        site: DistributionId::new(Practice::SITE),
        site_query_strings: QueryStrings::All,
        tagged: DistributionId::new(Practice::SHOP),
        quiet: DistributionId::new(Practice::BLOG),
        template: DistributionId::new(Practice::PARTNERS),
        tenant: TenantId::new(Practice::TENANT),
        minutes_pass: Box::new(move || *now.lock().unwrap() += SignedDuration::from_mins(30)),
        count: AtomicU32::new(0),
    }
}

/// A new account that takes calls as quickly as they come, and the crate under test as its client.
pub fn open(clock: practice::Clock) -> (Practice, SdkCloudFront) {
    let practice = Practice::open(None, clock, 1.0).unwrap();
    practice.lift_throttle();
    let key = Credentials::new("AKIAPRACTICE", "practice", None, None, "contract");
    let config = SdkConfig::builder()
        .region(Region::from_static("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .http_client(practice.http_client())
        .build();
    let cloudfront = SdkCloudFront::new(&config);
    (practice, cloudfront)
}
