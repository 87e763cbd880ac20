//! What the codes mean that all of AWS's services share.

use domain::permissions;
use engine::Failure;

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

/// Codes that say the permission is missing. For CloudFront's lists it is in no model (API,
/// ListDistributions), so it is known by its code alone.
const DENIED: [&str; 4] = ["AccessDenied", "AccessDeniedException", "NotAuthorized", "UnauthorizedOperation"];

/// What a refusal means whose code is no service's own; `None` where it may be. `detail` is the service's message,
/// [tidied](crate::tidy).
pub fn refused(code: &str, status: u16, detail: &str) -> Option<Failure> {
    let detail = || detail.to_owned();
    match code {
        code if DENIED.contains(&code) => {
            let (action, resource) = permissions::named_in(&detail());
            Some(Failure::Denied { action, resource, detail: detail() })
        }
        code if CREDENTIALS.contains(&code) => {
            Some(Failure::CredentialsRejected { detail: format!("{code}: {}", detail()) })
        }
        code if THROTTLED.contains(&code) || status == 429 => Some(Failure::Throttled { detail: detail() }),
        // At peaks services answer so (CloudFront: aws/aws-cdk#15891); what is only read is asked again later.
        "ServiceUnavailable" | "ServiceUnavailableException" => Some(Failure::Throttled { detail: detail() }),
        _ => None,
    }
}

/// What an answer without a code means, for a call that changes nothing: it is a proxy's, a firewall's, a wrong server's.
/// `service` is whom it should have been from, as in `CloudFront`.
pub fn not_of_aws(status: u16, endpoint: &str, service: &str) -> Failure {
    let detail = format!("HTTP {status}, and the answer is not {service}'s");
    match status {
        407 => Failure::Unreachable {
            endpoint: endpoint.to_owned(),
            detail: "the proxy wants one to sign in (HTTP 407)".to_owned(),
        },
        429 | 503 => Failure::Throttled { detail },
        _ => Failure::Unexpected { code: format!("HTTP {status}"), detail },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_all_services_is_what_the_person_can_do() {
        for (code, meant) in [
            ("AccessDeniedException", Some("denied")),
            ("UnrecognizedClientException", Some("credentialsRejected")),
            ("ThrottlingException", Some("throttled")),
            ("DataUnavailableException", None),
        ] {
            assert_eq!(refused(code, 400, "words").as_ref().map(Failure::code), meant, "{code}");
        }
        assert_eq!(refused("Anything", 429, "").as_ref().map(Failure::code), Some("throttled"));
    }
}
