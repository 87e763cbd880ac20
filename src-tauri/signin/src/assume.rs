//! Taking a role (STS API Reference, AssumeRole).

use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sts::Client;
use aws_sdk_sts::config::Builder;
use aws_sdk_sts::error::ProvideErrorMetadata;
use aws_types::SdkConfig;
use secrecy::{ExposeSecret, SecretString};

use crate::chain::RoleStep;
use crate::configure::CONNECT_TIMEOUT;
use crate::who_am_i::endpoint_of_sts;
use crate::{SignInError, reply};

/// How long one attempt may take, and how often it is tried. It takes well under a second; a person is waiting.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(8);
const ATTEMPTS: u32 = 2;

/// How the session is called in AWS's logs, where nobody says otherwise.
const SESSION_NAME: &str = "housekeeper";

/// The credentials of a role that `with` may take, and the code of its MFA device where it asks for one.
///
/// # Errors
/// [`SignInError::MfaCodeWanted`] where it asks for a code and there is none; [`SignInError::Rejected`] where the code is
/// not right.
pub(crate) async fn assume(
    config: &SdkConfig,
    with: Credentials,
    role: &RoleStep,
    code: Option<&SecretString>,
) -> Result<Credentials, SignInError> {
    let code = match (&role.mfa_serial, code) {
        (Some(device), None) => return Err(SignInError::MfaCodeWanted { device: device.clone() }),
        (Some(_), Some(code)) => Some(code.expose_secret().trim().to_owned()),
        (None, _) => None,
    };
    let timeouts = TimeoutConfig::builder().connect_timeout(CONNECT_TIMEOUT).operation_attempt_timeout(ATTEMPT_TIMEOUT);
    // A code is taken once: what is tried again after a lost reply would be told that it is wrong.
    let attempts = if code.is_some() { 1 } else { ATTEMPTS };
    let client = Client::from_conf(
        Builder::from(config)
            .credentials_provider(SharedCredentialsProvider::new(with))
            .timeout_config(timeouts.build())
            .retry_config(RetryConfig::standard().with_max_attempts(attempts))
            .build(),
    );
    let answer = client
        .assume_role()
        .role_arn(&role.arn)
        .role_session_name(role.session_name.as_deref().unwrap_or(SESSION_NAME))
        .set_external_id(role.external_id.clone())
        .set_serial_number(role.mfa_serial.clone())
        .set_token_code(code)
        .set_duration_seconds(role.duration)
        .send()
        .await;
    let endpoint = endpoint_of_sts(config);
    let answer = answer.map_err(|error| {
        if let Some(network) = reply::network(&error, &endpoint) {
            return network;
        }
        let message = error.message().unwrap_or_default();
        // STS tells a wrong code as a missing permission.
        if message.contains("MultiFactorAuthentication failed") {
            return SignInError::Rejected {
                code: "MultiFactorAuthentication".to_owned(),
                detail: "the code of the MFA device was not accepted; wait for the next one and enter that".to_owned(),
            };
        }
        reply::refusal(error.code(), error.message(), error.raw_response(), &endpoint)
    })?;
    let given = answer.credentials.ok_or_else(|| SignInError::ReplyLost {
        endpoint,
        detail: "it gave no credentials, so it is not AWS STS".to_owned(),
    })?;
    let end = (*given.expiration()).try_into().ok();
    Ok(Credentials::new(given.access_key_id, given.secret_access_key, Some(given.session_token), end, "AssumeRole"))
}
