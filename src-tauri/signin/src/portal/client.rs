//! The calls to a portal, and what they gave.

use std::time::{Duration, SystemTime};

use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_sdk_ssooidc::operation::create_token::CreateTokenOutput;
use aws_types::SdkConfig;
use engine::PortalTokens;
use jiff::Timestamp;

use crate::configure::CONNECT_TIMEOUT;
use crate::{SignInError, endpoint_in_force};

/// How long one attempt may take, and how often it is tried.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(8);
const ATTEMPTS: u32 = 2;

/// The client of the portal's accounts and roles.
pub(crate) fn sso(config: &SdkConfig) -> aws_sdk_sso::Client {
    let builder = aws_sdk_sso::config::Builder::from(config).timeout_config(timeouts()).retry_config(retries());
    aws_sdk_sso::Client::from_conf(builder.build())
}

/// The client of the portal's sign-in. A code and a refresh token are taken once, so nothing is tried twice.
pub(crate) fn oidc(config: &SdkConfig) -> aws_sdk_ssooidc::Client {
    let once = RetryConfig::standard().with_max_attempts(1);
    let builder = aws_sdk_ssooidc::config::Builder::from(config).timeout_config(timeouts()).retry_config(once);
    aws_sdk_ssooidc::Client::from_conf(builder.build())
}

fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder().connect_timeout(CONNECT_TIMEOUT).operation_attempt_timeout(ATTEMPT_TIMEOUT).build()
}

fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(ATTEMPTS)
}

/// Where the calls of one of the two services go: the custom endpoint, else AWS's own (sso-oidc and sso 2019-06-10,
/// endpoint rules).
pub(crate) fn endpoint(config: &SdkConfig, service: &str) -> String {
    endpoint_in_force(config, service).unwrap_or_else(|| {
        let host = if service == "SSO" { "portal.sso" } else { "oidc" };
        let region = config.region().map_or("us-east-1", |region| region.as_ref());
        let suffix = if region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
        format!("https://{host}.{region}.{suffix}")
    })
}

/// What a portal gave, with the registration that it gave it to.
pub(crate) fn tokens_of(
    before: &PortalTokens,
    answer: CreateTokenOutput,
    now: SystemTime,
    endpoint: &str,
) -> Result<PortalTokens, SignInError> {
    let lost = || SignInError::ReplyLost { endpoint: endpoint.to_owned(), detail: "it gave no token".to_owned() };
    let lasts = Duration::from_secs(u64::try_from(answer.expires_in).unwrap_or_default());
    Ok(PortalTokens {
        access_token: answer.access_token.ok_or_else(lost)?.into(),
        expires_at: Timestamp::try_from(now + lasts).map_err(|_| lost())?,
        // One that is not given anew stays as it was (RFC 6749, section 6).
        refresh_token: answer.refresh_token.map(Into::into).or_else(|| before.refresh_token.clone()),
        ..before.clone()
    })
}
