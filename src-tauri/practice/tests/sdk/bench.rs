//! An account whose clock is stepped, with the real SDK in front of it.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_sdk_cloudfront::Client;
use aws_sdk_cloudfront::config::retry::RetryConfig;
use aws_sdk_cloudfront::config::timeout::TimeoutConfig;
use aws_sdk_cloudfront::config::{BehaviorVersion, Config, Credentials, Region};
use aws_sdk_cloudfront::types::{InvalidationBatch, Paths};
use jiff::{SignedDuration, Timestamp};
use practice::Practice;

/// 22 November 2026, noon.
pub const NOON: Timestamp = Timestamp::constant(1_795_348_800, 0);

pub struct Bench {
    pub practice: Practice,
    pub client: Client,
    now: Arc<Mutex<Timestamp>>,
}

impl Bench {
    pub fn new() -> Self {
        Self::at(None, NOON)
    }

    pub fn at(folder: Option<&Path>, now: Timestamp) -> Self {
        let now = Arc::new(Mutex::new(now));
        let told = now.clone();
        let practice = Practice::open(folder, Arc::new(move || *told.lock().unwrap()), 1.0).unwrap();
        let client = client(&practice, "us-east-1");
        Self { practice, client, now }
    }

    pub fn step(&self, seconds: i64) {
        *self.now.lock().unwrap() += SignedDuration::from_secs(seconds);
    }

    pub fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }
}

/// The SDK as the product uses it for CreateInvalidation: one attempt.
pub fn client(practice: &Practice, region: &'static str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .http_client(practice.http_client())
        .region(Region::from_static(region))
        .credentials_provider(Credentials::new("AKIAIOSFODNN7EXAMPLE", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .timeout_config(TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(20)).build())
        .build();
    Client::from_conf(config)
}

pub fn batch(reference: &str, items: &[&str]) -> InvalidationBatch {
    batch_of(reference, items.iter().map(|item| (*item).to_owned()).collect())
}

pub fn batch_of(reference: &str, items: Vec<String>) -> InvalidationBatch {
    let paths = Paths::builder().quantity(items.len() as i32).set_items(Some(items)).build().unwrap();
    InvalidationBatch::builder().paths(paths).caller_reference(reference).build().unwrap()
}
