//! The SDK's client, set up as the product needs it.

use std::time::Duration;

use aws_sdk_costexplorer::Client;
use aws_sdk_costexplorer::config::retry::RetryConfig;
use aws_sdk_costexplorer::config::timeout::TimeoutConfig;
use aws_sdk_costexplorer::config::{BehaviorVersion, Builder};
use aws_types::SdkConfig;
use aws_types::region::Region;

/// How long a connection may take to come about: the same as for CloudFront's calls.
const CONNECT: Duration = Duration::from_secs(5);

/// How long one page may take. A month of one service is answered within a few seconds; a person is waiting for it.
const PAGE: Duration = Duration::from_secs(30);

/// The region of Cost Explorer's one endpoint for all of the partition `aws` (AWS Billing and Cost
/// Management API Reference, "AWS Cost Explorer": "Service Endpoint").
const GLOBAL: &str = "us-east-1";

/// The same, for all of the partition `aws-cn` (SDK, Cost Explorer's endpoint rules; a test asks them).
const CHINA: &str = "cn-northwest-1";

/// Cost Explorer through the AWS SDK, for one account behind one endpoint.
#[derive(Clone, Debug)]
pub struct SdkBills {
    pub(crate) client: Client,
    /// Where its calls go, as far as that is known before the first one.
    pub(crate) endpoint: String,
    /// What its account is billed in, where an answer does not say.
    pub(crate) currency: &'static str,
}

impl SdkBills {
    /// A client that takes its credentials, endpoint and HTTP client from `config`.
    ///
    /// The region of `config` says no more than which partition the account is in. Its retries are not taken over: each
    /// attempt may be billed. Nothing is called yet: wrong credentials show at the first call.
    pub fn new(config: &SdkConfig) -> Self {
        let china = config.region().is_some_and(|region| region.as_ref().starts_with("cn-"));
        let mut builder = Builder::from(config)
            .region(Region::from_static(if china { CHINA } else { GLOBAL }))
            .retry_config(RetryConfig::disabled())
            .timeout_config(bounded(config.timeout_config()));
        if config.behavior_version().is_none() {
            builder = builder.behavior_version(BehaviorVersion::latest());
        }
        let usual =
            if china { "https://ce.cn-northwest-1.amazonaws.com.cn" } else { "https://ce.us-east-1.amazonaws.com" };
        Self {
            client: Client::from_conf(builder.build()),
            endpoint: config.endpoint_url().unwrap_or(usual).to_owned(),
            // DG "Pay for file invalidation"; AWS China's price list.
            currency: if china { "CNY" } else { "USD" },
        }
    }
}

/// The time-outs of every call, where `given` sets none of its own.
fn bounded(given: Option<&TimeoutConfig>) -> TimeoutConfig {
    let bounds =
        TimeoutConfig::builder().connect_timeout(CONNECT).operation_attempt_timeout(PAGE).operation_timeout(PAGE);
    match given {
        Some(given) => given.to_builder().take_unset_from(bounds).build(),
        None => bounds.build(),
    }
}
