//! Cost Explorer as others made it, and as a test writes it down: with the real SDK and real HTTP.
#![allow(clippy::unwrap_used, missing_docs)]

mod failures;
mod moto;
mod pages;
mod place;
mod server;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_costexplorer::config::BehaviorVersion;
use aws_types::SdkConfig;
use aws_types::region::Region;
use bills::SdkBills;
use engine::Failure;
use engine::ports::{Billed, Bills};
use jiff::civil::date;

const ACCOUNT: &str = "123456789012";

/// A configuration with a key, and nothing of the machine's.
fn config(region: &'static str, endpoint: Option<&str>) -> SdkConfig {
    let key = Credentials::new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", None, None, "test");
    let mut config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static(region))
        .credentials_provider(SharedCredentialsProvider::new(key));
    config.set_endpoint_url(endpoint.map(str::to_owned));
    config.build()
}

/// Asks for November 2026.
async fn ask(endpoint: &str) -> Result<Billed, Failure> {
    of(&config("eu-west-1", Some(endpoint))).await
}

async fn of(config: &SdkConfig) -> Result<Billed, Failure> {
    SdkBills::new(config).invalidations(date(2026, 11, 1), date(2026, 12, 1), ACCOUNT).await
}
