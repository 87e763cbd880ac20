//! What an answer of STS, or the lack of one, means to the person.

use std::error::Error;
use std::io::ErrorKind;

use aws_credential_types::provider::error::{CredentialsError, TokenError};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::ConnectorError;

use crate::SignInError;
use crate::error::causes;

/// What the network made of a call to `endpoint`; `None` where it was not the network.
///
/// These calls change nothing, so whether one arrived matters to nobody; but a reply that broke off tells of something
/// else in the way than a host that is not there.
pub(crate) fn network(error: &(dyn Error + 'static), endpoint: &str) -> Option<SignInError> {
    let detail = innermost(error);
    let endpoint = endpoint.to_owned();
    // The SDK's time-outs are private types; all of them read "timed out".
    if causes(error).any(|cause| cause.to_string().contains("timed out")) {
        return Some(SignInError::Unreachable { endpoint, detail: "no answer came in time".to_owned() });
    }
    let connector = causes(error).find_map(|cause| cause.downcast_ref::<ConnectorError>())?;
    let broke_off = causes(error).any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| {
            use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
            matches!(error.kind(), BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof)
        }) || cause.to_string().contains("before message completed")
    });
    match () {
        () if connector.is_user() => None,
        () if !broke_off && (connector.is_io() || connector.is_timeout()) => {
            Some(SignInError::Unreachable { endpoint, detail })
        }
        // It broke off, or it was not HTTP.
        () => Some(SignInError::ReplyLost { endpoint, detail }),
    }
}

/// What STS's refusal means. The codes are those of its API Reference, "Common Errors", and of AssumeRole.
pub(crate) fn refusal(
    code: Option<&str>,
    message: Option<&str>,
    response: Option<&HttpResponse>,
    endpoint: &str,
) -> SignInError {
    let status = response.map_or(0, |response| response.status().as_u16());
    let detail = message.unwrap_or_default().to_owned();
    let Some(code) = code.filter(|code| !code.is_empty()) else {
        let detail = format!("it answered with HTTP status {status}, and not as AWS does");
        return SignInError::ReplyLost { endpoint: endpoint.to_owned(), detail };
    };
    match code {
        "AccessDenied" | "AccessDeniedException" | "UnauthorizedOperation" | "NotAuthorized" => denied(detail),
        "InvalidClientTokenId"
        | "UnrecognizedClientException"
        | "InvalidAccessKeyId"
        | "AuthFailure"
        | "SignatureDoesNotMatch"
        | "InvalidSignatureException"
        | "IncompleteSignature"
        | "MissingAuthenticationToken"
        | "MissingAuthenticationTokenException"
        | "ExpiredToken"
        | "ExpiredTokenException"
        | "InvalidToken"
        | "RequestExpired"
        | "InvalidIdentityToken"
        | "IDPRejectedClaim"
        | "OptInRequired"
        | "RegionDisabledException" => SignInError::Rejected { code: code.to_owned(), detail },
        "Throttling" | "ThrottlingException" | "TooManyRequestsException" | "RequestLimitExceeded" => {
            SignInError::Throttled { detail }
        }
        _ if status >= 500 => {
            SignInError::ReplyLost { endpoint: endpoint.to_owned(), detail: format!("{code}: {detail}") }
        }
        _ => SignInError::Unexpected { code: code.to_owned(), detail },
    }
}

/// `User: ARN is not authorized to perform: ACTION on resource: ARN because …`; every part of it may be missing.
fn denied(detail: String) -> SignInError {
    let after = |words: &str| {
        let rest = detail.split_once(words)?.1.trim_start();
        let word = rest.split_whitespace().next()?.trim_end_matches(['.', ',']);
        Some(word.to_owned())
    };
    SignInError::Denied {
        action: after("not authorized to perform:"),
        resource: after(" on resource:"),
        detail: detail.clone(),
    }
}

/// The words of the first cause, which is what there is to know; what is around it says where in the SDK it passed.
pub(crate) fn innermost(error: &(dyn Error + 'static)) -> String {
    causes(error).last().map(ToString::to_string).unwrap_or_default().trim_end_matches('.').to_owned()
}

/// The words of all causes, less what the SDK puts around any of them.
pub(crate) fn words(error: &(dyn Error + 'static)) -> String {
    let wraps = |cause: &(dyn Error + 'static)| {
        cause.is::<CredentialsError>() || cause.is::<TokenError>() || cause.to_string() == "service error"
    };
    let mut words: Vec<String> = Vec::new();
    for cause in causes(error).filter(|cause| !wraps(*cause)) {
        let cause = cause.to_string().trim_end_matches('.').to_owned();
        if !words.iter().any(|said| said.contains(&cause)) {
            words.push(cause);
        }
    }
    match words.is_empty() {
        true => innermost(error),
        false => words.join(": "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_is_what_the_person_can_do() {
        let told = |code| refusal(Some(code), Some("words"), None, "STS");
        for code in ["InvalidClientTokenId", "SignatureDoesNotMatch", "ExpiredToken", "ExpiredTokenException"] {
            assert!(matches!(told(code), SignInError::Rejected { .. }), "{code}");
        }
        assert!(matches!(told("Throttling"), SignInError::Throttled { .. }));
        assert!(matches!(told("AccessDenied"), SignInError::Denied { action: None, .. }));
        assert!(matches!(told("MalformedPolicyDocument"), SignInError::Unexpected { .. }));
    }

    #[test]
    fn a_denial_names_the_action_and_the_resource() {
        let words = "User: arn:aws:iam::111111111111:user/ann is not authorized to perform: sts:AssumeRole on \
                     resource: arn:aws:iam::222222222222:role/Web because no policy allows it";
        let SignInError::Denied { action, resource, .. } = denied(words.to_owned()) else { panic!() };
        assert_eq!(action.as_deref(), Some("sts:AssumeRole"));
        assert_eq!(resource.as_deref(), Some("arn:aws:iam::222222222222:role/Web"));
        let SignInError::Denied { action, resource, .. } = denied("Access Denied".to_owned()) else { panic!() };
        assert_eq!((action, resource), (None, None));
    }

    #[test]
    fn an_answer_without_a_code_is_not_of_aws() {
        let error = refusal(None, None, None, "http://127.0.0.1:5000");
        assert!(matches!(error, SignInError::ReplyLost { .. }), "{error:?}");
    }
}
