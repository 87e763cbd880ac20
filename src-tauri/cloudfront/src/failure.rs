//! The SDK's errors, translated once, into what the person can do.
//!
//! For a submission the one question is whether CloudFront may have taken it. Three things are certain: what never left
//! this process was not sent; what found no connection was not sent; and an error of CloudFront's own, with a code and
//! a status below 500, is a refusal. Everything else is [`Failure::ReplyLost`].

use std::error::Error;
use std::io;

use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_cloudfront::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use domain::permissions;
use engine::Failure;

use crate::call::Call;
use crate::whole::is_whole;
use crate::words::{chain, find, tidy};

/// Codes that say the credentials or the signature were not accepted (API, "Common Error Types"; IAM User Guide,
/// "Troubleshooting AWS Signature Version 4"). A clock that is wrong shows as one of them too.
const CREDENTIALS: [&str; 17] = [
    "ExpiredToken",
    "ExpiredTokenException",
    "IncompleteSignature",
    "IncompleteSignatureException",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSecurity",
    "InvalidSignature",
    "InvalidSignatureException",
    "InvalidToken",
    "MissingAuthenticationToken",
    "MissingAuthenticationTokenException",
    "RequestExpired",
    "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
    "TokenRefreshRequired",
    "UnrecognizedClientException",
];

/// Codes that say the calls came too fast (SDK, `THROTTLING_ERRORS` of its retry classifier). CloudFront's own is
/// `Throttling`, with HTTP 400 (aws/aws-sdk-js#3983).
const THROTTLED: [&str; 9] = [
    "BandwidthLimitExceeded",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
];

/// Codes that say the permission is missing. `AccessDenied` is CloudFront's; for the lists it is in no model (API,
/// ListDistributions), so it is known by its code alone.
const DENIED: [&str; 4] = ["AccessDenied", "AccessDeniedException", "NotAuthorized", "UnauthorizedOperation"];

/// Codes that say what was sent is wrong in itself (API, CreateInvalidation, "Errors"; "Common Error Types").
const INVALID: [&str; 9] = [
    "InconsistentQuantities",
    "InvalidArgument",
    "InvalidInput",
    "InvalidParameterValue",
    "MalformedInput",
    "MalformedXML",
    "MissingBody",
    "ValidationError",
    "ValidationException",
];

/// What an SDK error means for the call that met it.
pub(crate) fn translate<E>(error: &SdkError<E, HttpResponse>, call: &Call) -> Failure
where
    E: Error + ProvideErrorMetadata + 'static,
{
    let Some(endpoint) = call.probe.handed_to() else { return not_sent(error, call) };
    match error {
        SdkError::ServiceError(answer) => answered(answer.raw(), answer.err(), endpoint, call),
        SdkError::DispatchFailure(_) if never_connected(error) => {
            Failure::Unreachable { endpoint: endpoint.to_owned(), detail: chain(error) }
        }
        SdkError::TimeoutError(_) => Failure::ReplyLost { detail: format!("no answer in time: {}", chain(error)) },
        SdkError::ResponseError(answer) => Failure::ReplyLost {
            detail: format!("the answer (HTTP {}) could not be read: {}", answer.raw().status().as_u16(), chain(error)),
        },
        _ => Failure::ReplyLost { detail: chain(error) },
    }
}

/// The call failed before it was handed to the network: nothing was sent.
fn not_sent<E>(error: &SdkError<E, HttpResponse>, call: &Call) -> Failure
where
    E: Error + 'static,
{
    // What the sign-in has found out already.
    if let Some(failure) = find::<Failure>(error) {
        return failure.clone();
    }
    let detail = chain(error);
    // Without any provider the SDK finds no way to sign, and a provider that takes too long is cut short: both are errors
    // of private types, known by their words alone.
    const PRIVATE: [&str; 2] = ["auth scheme", "identity resolver"];
    if find::<CredentialsError>(error).is_some() || PRIVATE.iter().any(|words| detail.contains(words)) {
        return Failure::NoCredentials { detail };
    }
    match error {
        SdkError::ConstructionFailure(_) => Failure::Invalid { detail },
        // Of what happens before sending only the credentials take time: a sign-in, a program, another service.
        SdkError::TimeoutError(_) => {
            Failure::NoCredentials { detail: format!("the credentials were not there in time: {detail}") }
        }
        // What is left is an endpoint that is no address.
        _ => Failure::Unreachable { endpoint: call.endpoint.clone(), detail },
    }
}

/// Whether there never was a connection: no address, refused, no TLS, or not in time. Only the HTTP client knows, and
/// says so with errors of its own; an error of any other kind leaves it open.
///
/// TCP refuses a connection only while it is being made, so that one is certain whichever HTTP client says it.
fn never_connected(error: &(dyn Error + 'static)) -> bool {
    use hyper_util::client::legacy::Error as ClientError;
    find::<ClientError>(error).is_some_and(ClientError::is_connect)
        || find::<ResolveDnsError>(error).is_some()
        || find::<io::Error>(error).is_some_and(|error| error.kind() == io::ErrorKind::ConnectionRefused)
}

/// An answer came: CloudFront's own, or that of something in between.
fn answered<E>(raw: &HttpResponse, error: &E, endpoint: &str, call: &Call) -> Failure
where
    E: Error + ProvideErrorMetadata + 'static,
{
    let status = raw.status().as_u16();
    let detail = tidy(error.message().unwrap_or_default());
    if (200..300).contains(&status) {
        let detail = format!("the answer (HTTP {status}) could not be read: {}", chain(error));
        return Failure::ReplyLost { detail };
    }
    // Where an answer breaks off within its code or its message, the SDK gives as much of them as there is.
    let is_whole = raw.body().bytes().is_some_and(|body| is_whole(body).is_ok());
    let Some(code) = error.code().filter(|_| is_whole) else { return without_code(status, endpoint, call) };
    // A server that failed may have acted before it did; one that gave up waiting may have read it all.
    if call.submits && (status >= 500 || status == 408) {
        return Failure::ReplyLost { detail: format!("HTTP {status} {code}: {detail}") };
    }
    match code {
        "NoSuchInvalidation" => {
            let invalidation =
                call.invalidation.as_ref().map(|id| format!("invalidation {id} of ")).unwrap_or_default();
            Failure::NotFound { what: format!("{invalidation}{}", call.about) }
        }
        "EntityNotFound" => Failure::NotFound { what: call.about.clone() },
        code if code.starts_with("NoSuch") => Failure::NotFound { what: call.about.clone() },
        "TooManyInvalidationsInProgress" => {
            // The two quotas differ only in the message (DG "Concurrent invalidation request maximum").
            Failure::TooManyInProgress { wildcards: detail.to_ascii_lowercase().contains("wildcard"), detail }
        }
        "BatchTooLarge" => Failure::BatchTooLarge { detail },
        "InvalidationBatchAlreadyExists" => Failure::ReferenceUsed { detail },
        "InvalidArgument" if says_reference_used(&detail) => Failure::ReferenceUsed { detail },
        code if DENIED.contains(&code) => {
            let (action, resource) = permissions::named_in(&detail);
            Failure::Denied { action, resource, detail }
        }
        code if CREDENTIALS.contains(&code) => Failure::CredentialsRejected { detail: format!("{code}: {detail}") },
        code if THROTTLED.contains(&code) || status == 429 => Failure::Throttled { detail },
        // At peaks CloudFront answers so (aws/aws-cdk#15891); a read is simply asked again later.
        "ServiceUnavailable" => Failure::Throttled { detail },
        code if INVALID.contains(&code) => Failure::Invalid { detail },
        _ if status == 413 => Failure::BatchTooLarge { detail },
        code => Failure::Unexpected { code: tidy(code), detail },
    }
}

/// The documented `InvalidationBatchAlreadyExists` comes as `InvalidArgument` in the field, told apart by its message
/// (aws/aws-cdk#3878).
fn says_reference_used(detail: &str) -> bool {
    let detail = detail.to_ascii_lowercase();
    detail.contains("caller reference") && detail.contains("previous")
}

/// An answer that is not CloudFront's XML: a proxy's, a firewall's, a wrong server's.
fn without_code(status: u16, endpoint: &str, call: &Call) -> Failure {
    let detail = format!("HTTP {status}, and the answer is not CloudFront's");
    match status {
        407 => Failure::Unreachable {
            endpoint: endpoint.to_owned(),
            detail: "the proxy wants one to sign in (HTTP 407)".to_owned(),
        },
        413 => Failure::BatchTooLarge { detail },
        429 => Failure::Throttled { detail },
        _ if call.submits => Failure::ReplyLost { detail },
        503 => Failure::Throttled { detail },
        _ => Failure::Unexpected { code: format!("HTTP {status}"), detail },
    }
}

#[cfg(test)]
mod tests;
