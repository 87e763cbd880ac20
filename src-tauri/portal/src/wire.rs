//! The shapes of the service models in JSON, and how an error is written (restJson1).
//!
//! A required member is an `Option` here too: that it is missing is for the rules to refuse.

use bytes::Bytes;
use http::{HeaderValue, Response, header};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::operation::Operation;
use crate::refusal::Refusal;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RegisterClientRequest {
    pub client_name: Option<String>,
    pub client_type: Option<String>,
    pub scopes: Option<Vec<String>>,
    pub redirect_uris: Option<Vec<String>>,
    pub grant_types: Option<Vec<String>>,
    pub issuer_url: Option<String>,
}

/// Both times are in seconds since 1970.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RegisterClientResponse {
    pub client_id: String,
    pub client_secret: String,
    pub client_id_issued_at: i64,
    pub client_secret_expires_at: i64,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct StartDeviceAuthorizationRequest {
    pub client_id: Option<String>,
    pub client_secret: Option<String>,
    pub start_url: Option<String>,
}

/// `expires_in` and `interval` are in seconds.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StartDeviceAuthorizationResponse {
    pub device_code: String,
    pub user_code: String,
    pub verification_uri: String,
    pub verification_uri_complete: String,
    pub expires_in: u64,
    pub interval: u64,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CreateTokenRequest {
    pub client_id: Option<String>,
    pub client_secret: Option<String>,
    pub grant_type: Option<String>,
    pub device_code: Option<String>,
    pub code: Option<String>,
    pub refresh_token: Option<String>,
    pub redirect_uri: Option<String>,
    pub code_verifier: Option<String>,
}

/// `expires_in` is in seconds.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateTokenResponse {
    pub access_token: String,
    pub token_type: &'static str,
    pub expires_in: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
}

/// What every request of `sso` may carry: a header, and the query string.
#[derive(Debug, Default)]
pub(crate) struct PortalRequest {
    /// `x-amz-sso_bearer_token`
    pub access_token: Option<String>,
    /// `account_id`
    pub account_id: Option<String>,
    /// `role_name`
    pub role_name: Option<String>,
    /// `next_token`
    pub next_token: Option<String>,
    /// `max_result`, as it was written
    pub max_result: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListAccountsResponse {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    pub account_list: Vec<AccountInfo>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountInfo {
    pub account_id: String,
    pub account_name: String,
    pub email_address: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListAccountRolesResponse {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    pub role_list: Vec<RoleInfo>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RoleInfo {
    pub role_name: String,
    pub account_id: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GetRoleCredentialsResponse {
    pub role_credentials: RoleCredentials,
}

/// `expiration` is in milliseconds since 1970.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RoleCredentials {
    pub access_key_id: String,
    pub secret_access_key: String,
    pub session_token: String,
    pub expiration: i64,
}

/// An answer as JSON, with status 200.
pub(crate) fn done(output: &impl Serialize) -> Response<Bytes> {
    let body = serde_json::to_vec(output).unwrap_or_default();
    answer(200, "application/json", body.into())
}

/// The answer to an operation whose output has no members: 200 and no body.
pub(crate) fn nothing() -> Response<Bytes> {
    Response::new(Bytes::new())
}

/// An error. The header names it for both services; `sso` names it in the body too, beside `message`, where `sso-oidc`
/// has OAuth's `error` and `error_description`.
pub(crate) fn refused(operation: Operation, refusal: &Refusal) -> Response<Bytes> {
    let Refusal { failure, words } = refusal;
    let body = match operation.service() {
        "sso" => json!({ "__type": failure.name(), "message": words }),
        _ => json!({ "error": failure.oauth(), "error_description": words }),
    };
    let mut answer = answer(failure.status(), "application/json", body.to_string().into());
    answer.headers_mut().insert("x-amzn-errortype", HeaderValue::from_static(failure.name()));
    answer
}

/// Any answer with a body. Nothing of it may be kept by a cache (RFC 6749, section 5.1).
pub(crate) fn answer(status: u16, kind: &'static str, body: Bytes) -> Response<Bytes> {
    let mut answer = Response::new(body);
    *answer.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
