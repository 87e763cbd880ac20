//! Every refusal of the simulated account: HTTP status, code and words.
//!
//! Codes and statuses are those of the service model (`cloudfront/2020-05-31`). Where the API Reference only describes
//! an error, the words are those that people have seen and quoted; the thread is named beside them.

use std::borrow::Cow;

use crate::operation::Call;

/// An answer that is an error, as AWS would word it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The code that a program branches on.
    pub code: Cow<'static, str>,
    /// The words for a person.
    pub message: Cow<'static, str>,
}

impl Refusal {
    /// Any refusal, also one that this account never gives by itself.
    pub fn new(status: u16, code: impl Into<Cow<'static, str>>, message: impl Into<Cow<'static, str>>) -> Self {
        Self { status, code: code.into(), message: message.into() }
    }

    /// Too many calls (aws/aws-sdk-js#3983). CloudFront sends 400 where other services send 429.
    pub fn throttling() -> Self {
        Self::new(400, "Throttling", "Rate exceeded")
    }

    /// Too much load on the service (aws/aws-cdk#15891).
    pub fn service_unavailable() -> Self {
        Self::new(503, "ServiceUnavailable", "CloudFront encountered an internal error. Please try again.")
    }

    /// A fault of the service's own.
    pub fn internal_error() -> Self {
        Self::new(500, "InternalError", "We encountered an internal error. Please try again.")
    }

    /// The quota of files and tags in progress (laurilehmijoki/s3_website#26).
    pub fn too_many_files_in_progress() -> Self {
        Self::new(
            400,
            "TooManyInvalidationsInProgress",
            "Processing your request will cause you to exceed the maximum number of in-progress invalidations.",
        )
    }

    /// The quota of wildcards in progress (mdn/developer-portal#1134).
    pub fn too_many_wildcards_in_progress() -> Self {
        Self::new(
            400,
            "TooManyInvalidationsInProgress",
            "Processing your request will cause you to exceed the maximum number of in-progress wildcard invalidations.",
        )
    }

    /// More in one batch than is taken; where the bound lies is not documented.
    pub fn batch_too_large() -> Self {
        Self::new(413, "BatchTooLarge", "Invalidation batch specified is too large.")
    }

    /// A temporary key whose time is over.
    pub fn expired_token() -> Self {
        Self::new(403, "ExpiredToken", "The security token included in the request is expired")
    }

    /// A key that AWS does not know.
    pub fn invalid_client_token_id() -> Self {
        Self::new(403, "InvalidClientTokenId", "The security token included in the request is invalid.")
    }

    /// The reference was used with other items (API, `InvalidationBatch`).
    pub fn invalidation_batch_already_exists() -> Self {
        Self::new(400, "InvalidationBatchAlreadyExists", REFERENCE_USED)
    }

    /// The same, by the code that it has in the field (aws/aws-cdk#3878).
    pub fn reference_used_as_invalid_argument() -> Self {
        Self::invalid_argument(REFERENCE_USED)
    }

    /// The permission is missing. The words are those of exercism/website#6747.
    pub(crate) fn access_denied(call: &Call) -> Self {
        let (action, user) = (call.operation(), crate::Practice::USER_ARN);
        let message = format!(
            "User: {user} is not authorized to perform: cloudfront:{action} on resource: {} because no identity-based \
             policy allows the cloudfront:{action} action",
            call.resource()
        );
        Self::new(403, "AccessDenied", message)
    }

    pub(crate) fn no_such_distribution() -> Self {
        Self::new(404, "NoSuchDistribution", "The specified distribution does not exist.")
    }

    pub(crate) fn no_such_invalidation() -> Self {
        Self::new(404, "NoSuchInvalidation", "The specified invalidation does not exist.")
    }

    pub(crate) fn no_such_cache_policy() -> Self {
        Self::new(404, "NoSuchCachePolicy", "The specified cache policy does not exist.")
    }

    pub(crate) fn entity_not_found() -> Self {
        Self::new(404, "EntityNotFound", "The entity was not found.")
    }

    pub(crate) fn missing_body() -> Self {
        Self::new(
            400,
            "MissingBody",
            "This operation requires a body. Ensure that the body is present and the Content-Type header is set.",
        )
    }

    pub(crate) fn malformed_input(why: impl std::fmt::Display) -> Self {
        Self::new(400, "MalformedInput", format!("Could not read the request's XML: {why}"))
    }

    pub(crate) fn inconsistent_quantities() -> Self {
        Self::new(400, "InconsistentQuantities", "The value of Quantity and the size of Items don't match.")
    }

    pub(crate) fn invalid_argument(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(400, "InvalidArgument", message)
    }

    /// A path that CloudFront does not take; it does not say which (DG "What you need to know when invalidating
    /// files" has the rules).
    pub(crate) fn invalid_paths() -> Self {
        Self::invalid_argument("Your request contains one or more invalid invalidation paths.")
    }

    pub(crate) fn missing_authentication_token() -> Self {
        Self::new(403, "MissingAuthenticationToken", "Request is missing Authentication Token")
    }

    pub(crate) fn wrong_scope(wanted: &str) -> Self {
        Self::new(403, "SignatureDoesNotMatch", format!("Credential should be scoped to '{wanted}'."))
    }

    /// A call that this account has nothing for.
    pub(crate) fn not_simulated(method: &str, path: &str) -> Self {
        Self::new(400, "InvalidAction", format!("The practice account does not simulate {method} {path}."))
    }
}

const REFERENCE_USED: &str = "Your request contains a caller reference that was used for a previous invalidation batch for the same distribution.";
