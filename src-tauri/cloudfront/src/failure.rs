//! The SDK's errors, translated once, into what the person can do.
//!
//! For a submission the one question is whether CloudFront may have taken it. Three things are certain: what never left
//! this process was not sent; what found no connection was not sent; and an error of CloudFront's own, with a code and
//! a status below 500, is a refusal. Everything else is [`Failure::ReplyLost`].

use std::error::Error;

use aws_sdk_cloudfront::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use engine::Failure;
use mishaps::{chain, not_of_aws, refused, tidy, unanswered};

use crate::call::Call;
use crate::whole::is_whole;

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
    match (unanswered(error, &call.probe, &call.endpoint), error) {
        (Some(failure), _) => failure,
        (None, SdkError::ServiceError(answer)) => {
            answered(answer.raw(), answer.err(), call.probe.handed_to().unwrap_or(&call.endpoint), call)
        }
        (None, error) => Failure::ReplyLost { detail: chain(error) },
    }
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
        code => refused(code, status, &detail).unwrap_or_else(|| match code {
            code if INVALID.contains(&code) => Failure::Invalid { detail },
            _ if status == 413 => Failure::BatchTooLarge { detail },
            code => Failure::Unexpected { code: tidy(code), detail },
        }),
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
        413 => Failure::BatchTooLarge { detail },
        _ if call.submits && !matches!(status, 407 | 429) => Failure::ReplyLost { detail },
        _ => not_of_aws(status, endpoint, "CloudFront"),
    }
}

#[cfg(test)]
mod tests;
