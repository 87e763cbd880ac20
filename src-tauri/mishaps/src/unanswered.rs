//! No answer came that the service itself has written.

use std::error::Error;
use std::io;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use engine::Failure;

use crate::Probe;
use crate::words::{chain, find};

/// What kept a call from its answer; `None` where an answer came, for the caller to read.
///
/// Two things are certain: what never left this process was not sent, and what found no connection was not sent.
/// Everything else is [`Failure::ReplyLost`]. `expected` is where the call was to go, for the sentence about an endpoint
/// that is no address.
pub fn unanswered<E>(error: &SdkError<E, HttpResponse>, probe: &Probe, expected: &str) -> Option<Failure>
where
    E: Error + 'static,
{
    let Some(endpoint) = probe.handed_to() else { return Some(not_sent(error, expected)) };
    Some(match error {
        SdkError::ServiceError(_) => return None,
        SdkError::DispatchFailure(_) if never_connected(error) => {
            Failure::Unreachable { endpoint: endpoint.to_owned(), detail: chain(error) }
        }
        SdkError::TimeoutError(_) => Failure::ReplyLost { detail: format!("no answer in time: {}", chain(error)) },
        SdkError::ResponseError(answer) => Failure::ReplyLost {
            detail: format!("the answer (HTTP {}) could not be read: {}", answer.raw().status().as_u16(), chain(error)),
        },
        _ => Failure::ReplyLost { detail: chain(error) },
    })
}

/// The call failed before it was handed to the network: nothing was sent.
fn not_sent<E>(error: &SdkError<E, HttpResponse>, expected: &str) -> Failure
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
        _ => Failure::Unreachable { endpoint: expected.to_owned(), detail },
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
