//! Whom AWS takes one for.

use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_sdk_sts::Client;
use aws_sdk_sts::config::Builder;
use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_types::SdkConfig;
use engine::Identity;

use crate::{SignInError, endpoint_in_force, reply};

/// How long the question may take in all, credentials fetched and a second attempt included. A person is waiting for
/// the answer before the window says "saved".
const IN_ALL: Duration = Duration::from_secs(10);

/// Where a network drops packets without a word, one attempt must leave time for another.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(4);
const ATTEMPTS: u32 = 2;

/// Asks STS whom it takes one for (GetCallerIdentity, which needs no permission).
///
/// It ends within about ten seconds, whatever the network does.
///
/// # Errors
/// [`SignInError::Rejected`], [`SignInError::Denied`] and [`SignInError::SignInAgain`] are definite; with
/// [`SignInError::Unreachable`] and [`SignInError::ReplyLost`] nobody knows.
pub async fn who_am_i(config: &SdkConfig) -> Result<Identity, SignInError> {
    let timeouts = TimeoutConfig::builder().connect_timeout(CONNECT_TIMEOUT).operation_timeout(IN_ALL).build();
    let retries = RetryConfig::standard().with_max_attempts(ATTEMPTS).with_max_backoff(Duration::from_secs(1));
    let client = Client::from_conf(Builder::from(config).timeout_config(timeouts).retry_config(retries).build());
    let endpoint = endpoint_of_sts(config);
    let answer = client.get_caller_identity().send().await.map_err(|error| why(&error, &endpoint))?;
    answer.arn().zip(answer.account()).and_then(|(arn, account)| identity(arn, account)).ok_or_else(|| {
        SignInError::ReplyLost { endpoint, detail: "it named no account, so it is not AWS STS".to_owned() }
    })
}

/// An ARN is `arn:PARTITION:sts::ACCOUNT:…` (IAM User Guide, "IAM identifiers").
fn identity(arn: &str, account: &str) -> Option<Identity> {
    let partition = arn.strip_prefix("arn:")?.split(':').next().filter(|partition| !partition.is_empty())?;
    let twelve_digits = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    twelve_digits.then(|| Identity {
        partition: partition.to_owned(),
        account: account.to_owned(),
        arn: arn.to_owned(),
    })
}

fn why<E>(error: &SdkError<E>, endpoint: &str) -> SignInError
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    if let Some(reason) = SignInError::within(error) {
        return reason.clone();
    }
    match error {
        SdkError::ServiceError(_) => reply::refusal(error.code(), error.message(), error.raw_response(), endpoint),
        SdkError::ResponseError(_) => {
            SignInError::ReplyLost { endpoint: endpoint.to_owned(), detail: reply::innermost(error) }
        }
        _ => reply::network(error, endpoint).unwrap_or_else(|| SignInError::Unexpected {
            code: "GetCallerIdentity".to_owned(),
            detail: reply::innermost(error),
        }),
    }
}

/// Whom the question goes to, for the sentence that says it could not be reached.
pub(crate) fn endpoint_of_sts(config: &SdkConfig) -> String {
    endpoint_in_force(config, "STS").unwrap_or_else(|| {
        let region = config.region().map_or("us-east-1", |region| region.as_ref());
        let suffix = if region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
        format!("https://sts.{region}.{suffix}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_partition_is_read_from_the_arn() {
        let found = identity("arn:aws-cn:sts::123456789012:assumed-role/R/ann", "123456789012");
        assert_eq!(found.map(|identity| identity.partition).as_deref(), Some("aws-cn"));
        assert_eq!(identity("something else", "123456789012"), None);
        assert_eq!(identity("arn:aws:iam::1:user/a", "1"), None);
    }
}
