//! Which endpoint serves a connection's calls.

use aws_types::SdkConfig;
use aws_types::service_config::ServiceConfigKey;
use url::Url;

use crate::SignInError;

/// A custom endpoint as it is stored, compared and used: scheme and host in lower case, no default port, no slash at
/// the end.
///
/// # Errors
/// [`SignInError::InvalidEndpoint`] where it is not an `http` or `https` URL with a host, or where it carries a user,
/// a password, a query or a fragment: an endpoint is shown in the window, so nothing secret may be in it.
pub fn normalised_endpoint(written: &str) -> Result<String, SignInError> {
    let written = written.trim();
    let refuse = |shown: &str, detail: &str| {
        Err(SignInError::InvalidEndpoint { endpoint: shown.to_owned(), detail: detail.to_owned() })
    };
    // What cannot be taken apart is not repeated beyond an `@`: a password may stand before it.
    let shown = written.rsplit('@').next().unwrap_or_default();
    let Ok(url) = Url::parse(written) else {
        return refuse(shown, "it is not a URL such as https://cloudfront.example.com or http://127.0.0.1:5000");
    };
    if !matches!(url.scheme(), "http" | "https") || !has_two_slashes(written) {
        return refuse(shown, "it must begin with https:// or http://");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse(shown, "leave the user and the password out of it: requests are signed with the credentials");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return refuse(shown, "leave out what follows the ? or the #");
    }
    if url.host_str().is_none_or(str::is_empty) {
        return refuse(shown, "it names no host");
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

/// The URL standard also reads `http:example.com` and `http:\\example.com`, which hardly anyone means.
fn has_two_slashes(written: &str) -> bool {
    written.split_once(':').is_some_and(|(_, rest)| rest.starts_with("//"))
}

/// Where the calls to a service go, where that is not AWS's own endpoint: the connection's custom endpoint, else what
/// the environment or the profile says (AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
///
/// `service` is the service's id, such as `CloudFront` or `STS`.
pub fn endpoint_in_force(config: &SdkConfig, service: &str) -> Option<String> {
    let general = config.endpoint_url().map(str::to_owned);
    if config.get_origin("endpoint_url").is_client_config() {
        return general;
    }
    let key = ServiceConfigKey::builder().service_id(service).env("AWS_ENDPOINT_URL").profile("endpoint_url").build();
    let specific = key.ok().and_then(|key| config.service_config()?.load_config(key));
    specific.or(general)
}

/// Refuses endpoints of the environment or the profile that the SDK would take as they are and fail on later.
pub(crate) fn check_configured(config: &SdkConfig) -> Result<(), SignInError> {
    for service in ["CloudFront", "STS"] {
        if let Some(endpoint) = endpoint_in_force(config, service) {
            normalised_endpoint(&endpoint).map_err(|error| match error {
                SignInError::InvalidEndpoint { endpoint, detail } => SignInError::InvalidEndpoint {
                    endpoint,
                    detail: format!("{detail} (it comes from AWS_ENDPOINT_URL, or endpoint_url in the profile)"),
                },
                other => other,
            })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_endpoint_is_kept_in_one_form() {
        for (written, kept) in [
            ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
            (" http://LocalHost:5000/ ", "http://localhost:5000"),
            ("HTTPS://cloudfront.example.com:443", "https://cloudfront.example.com"),
            ("http://[::1]:4566", "http://[::1]:4566"),
            ("https://gateway.example.com/aws/", "https://gateway.example.com/aws"),
        ] {
            assert_eq!(normalised_endpoint(written).unwrap(), kept, "{written}");
        }
    }

    #[test]
    fn what_is_no_endpoint_is_refused_with_the_reason() {
        for (written, reason) in [
            ("", "not a URL"),
            ("cloudfront.example.com", "not a URL"),
            ("localhost:5000", "must begin with"),
            ("ftp://example.com", "must begin with"),
            ("http:example.com", "must begin with"),
            ("http://", "not a URL"),
            ("http://example.com?x=1", "leave out"),
            ("http://example.com#x", "leave out"),
            ("http://ann@example.com", "user and the password"),
            ("file:///etc/passwd", "must begin with"),
        ] {
            let error = normalised_endpoint(written).unwrap_err().to_string();
            assert!(error.contains(reason), "{written}: {error}");
        }
    }

    #[test]
    fn a_password_in_an_endpoint_is_not_repeated() {
        for written in ["https://ann:hunter2@example.com", "https://ann:hunter2@exa mple.com", "ann:hunter2@x"] {
            let error = normalised_endpoint(written).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        }
    }
}
