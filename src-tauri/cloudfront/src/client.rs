//! The SDK's client, set up as the product needs it.

use std::time::Duration;

use aws_sdk_cloudfront::Client;
use aws_sdk_cloudfront::config::retry::RetryConfig;
use aws_sdk_cloudfront::config::timeout::TimeoutConfig;
use aws_sdk_cloudfront::config::{BehaviorVersion, Builder};
use aws_types::SdkConfig;

use crate::endpoint;
use crate::whole::Whole;

/// How long a connection may take to come about. Beyond it the person is told that the endpoint cannot be reached;
/// the SDK's own default of 3.1 s is short for a proxy or a VPN that is waking up.
const CONNECT: Duration = Duration::from_secs(5);

/// How long one attempt may take, its answer read to the end. For CreateInvalidation an attempt that takes longer
/// counts as a lost reply; for reads the SDK then tries again.
const ATTEMPT: Duration = Duration::from_secs(30);

/// How long a read may take with all its retries.
const READ: Duration = Duration::from_secs(75);

/// CloudFront through the AWS SDK, for one account behind one endpoint.
///
/// It is cheap to clone, and may be called from many tasks at once.
#[derive(Clone, Debug)]
pub struct SdkCloudFront {
    pub(crate) client: Client,
    /// Where its calls go, as far as that is known before the first one.
    pub(crate) endpoint: String,
}

impl SdkCloudFront {
    /// A client that takes its credentials, endpoint, HTTP client and retry settings from `config`.
    ///
    /// The region of `config` says no more than which partition the account is in: CloudFront is one service for all
    /// regions of a partition, and is signed for one of them (see [`endpoint_in_force`](crate::endpoint_in_force) for
    /// where the calls go). Nothing is called yet: wrong credentials show at the first call.
    pub fn new(config: &SdkConfig) -> Self {
        let mut builder = Builder::from(config)
            .region(endpoint::signing_region(config.region()))
            .timeout_config(bounded(config.timeout_config()))
            .interceptor(Whole);
        if config.behavior_version().is_none() {
            builder = builder.behavior_version(BehaviorVersion::latest());
        }
        Self { client: Client::from_conf(builder.build()), endpoint: endpoint::expected(config) }
    }
}

/// The time-outs of every call, where `given` sets none of its own.
fn bounded(given: Option<&TimeoutConfig>) -> TimeoutConfig {
    let mut bounds =
        TimeoutConfig::builder().connect_timeout(CONNECT).operation_attempt_timeout(ATTEMPT).operation_timeout(READ);
    if let Some(given) = given {
        bounds = given.to_builder().take_unset_from(bounds);
    }
    bounds.build()
}

/// What CreateInvalidation overrides: one attempt, and no longer than [`ATTEMPT`].
///
/// With the SDK's usual three attempts a lost first reply would hide behind the second one's refusal: the first may
/// have used up the very quota that the second is refused for.
pub(crate) fn exactly_once() -> Builder {
    Builder::new()
        .retry_config(RetryConfig::disabled())
        .timeout_config(TimeoutConfig::builder().operation_attempt_timeout(ATTEMPT).build())
}
