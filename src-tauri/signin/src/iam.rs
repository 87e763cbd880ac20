//! The access keys of the IAM user that one signs in as (IAM API Reference, CreateAccessKey, UpdateAccessKey,
//! DeleteAccessKey: without a user's name they are for the user who calls).

use std::error::Error;

use aws_sdk_iam::Client;
use aws_sdk_iam::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_iam::types::StatusType;
use aws_types::SdkConfig;
use engine::AccessKey;

use crate::{SignInError, endpoint_in_force, reply};

/// Makes a new access key.
///
/// # Errors
/// [`SignInError::KeyIncomplete`] where the user has two keys already, which is as many as IAM allows.
pub async fn create_key(config: &SdkConfig) -> Result<AccessKey, SignInError> {
    let answer = Client::new(config).create_access_key().send().await.map_err(|error| why(config, &error))?;
    let key = answer.access_key.ok_or_else(|| SignInError::ReplyLost {
        endpoint: endpoint(config),
        detail: "it gave no key, so it is not AWS IAM".to_owned(),
    })?;
    Ok(AccessKey {
        access_key_id: Some(key.access_key_id),
        secret_access_key: key.secret_access_key.into(),
        session_token: None,
    })
}

/// Turns an access key off.
pub async fn disable_key(config: &SdkConfig, access_key_id: &str) -> Result<(), SignInError> {
    let call = Client::new(config).update_access_key().access_key_id(access_key_id).status(StatusType::Inactive);
    call.send().await.map(|_| ()).map_err(|error| why(config, &error))
}

/// Deletes an access key.
pub async fn delete_key(config: &SdkConfig, access_key_id: &str) -> Result<(), SignInError> {
    let call = Client::new(config).delete_access_key().access_key_id(access_key_id);
    call.send().await.map(|_| ()).map_err(|error| why(config, &error))
}

fn endpoint(config: &SdkConfig) -> String {
    endpoint_in_force(config, "IAM").unwrap_or_else(|| "AWS IAM".to_owned())
}

fn why<E>(config: &SdkConfig, error: &SdkError<E>) -> SignInError
where
    E: Error + ProvideErrorMetadata + 'static,
{
    let endpoint = endpoint(config);
    if let Some(reason) = SignInError::within(error) {
        return reason.clone();
    }
    if let Some(network) = reply::network(error, &endpoint) {
        return network;
    }
    match error.code() {
        Some("LimitExceeded" | "LimitExceededException") => SignInError::KeyIncomplete {
            detail: "its user has two access keys already, which is as many as IAM allows; delete the one that nobody \
                     uses in IAM first"
                .to_owned(),
        },
        code => reply::refusal(code, error.message(), error.raw_response(), &endpoint),
    }
}
