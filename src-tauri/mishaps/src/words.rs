//! The words of the service and of the network, made fit for a person and a log.

use std::error::Error;

/// As much of a message as is kept: an `Encoded authorization failure message` is the longest that is of use.
const LONGEST: usize = 1_500;

/// Where a message begins to repeat the request, signature and session token with it. AWS does so when a signature is
/// wrong, so that one can compare.
const REPEATS_THE_REQUEST: [&str; 5] =
    ["the canonical string", "the string-to-sign", "authorization=", "authorization:", "x-amz-security-token"];

/// A message on one line, without secrets, and not longer than a screen takes.
pub fn tidy(message: &str) -> String {
    let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    // ASCII lower case keeps every byte where it was, so the index fits the original.
    let lower = line.to_ascii_lowercase();
    let end = REPEATS_THE_REQUEST.iter().filter_map(|marker| lower.find(marker)).min().unwrap_or(line.len());
    let end = line.floor_char_boundary(end.min(LONGEST));
    without_passwords(line[..end].trim_end())
}

/// `scheme://user:password@host` as `scheme://host`: a proxy's address may carry both.
fn without_passwords(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        kept.push_str(before);
        kept.push_str("://");
        let authority = after.split(['/', ' ', '?', '"', ')']).next().unwrap_or_default();
        rest = authority.rfind('@').map_or(after, |at| &after[at + 1..]);
    }
    kept + rest
}

/// An error and what caused it, from the outside in, each said once. Only what the errors say of themselves is
/// used, never their `Debug` form: that of an SDK error holds the whole answer with its headers.
pub fn chain(error: &(dyn Error + 'static)) -> String {
    // The SDK's names for its own layers, which tell a person nothing.
    const LAYERS: [&str; 10] = [
        "dispatch failure",
        "response error",
        "service error",
        "failed to construct request",
        "unhandled error",
        "io error",
        "timeout",
        "other",
        "user error",
        "an unknown error occurred",
    ];
    let mut said: Vec<String> = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next {
        let words = tidy(&error.to_string());
        let repeated = said.last().is_some_and(|last| last.ends_with(&words));
        if !words.is_empty() && !repeated && !LAYERS.contains(&words.as_str()) {
            said.push(words);
        }
        next = error.source();
    }
    tidy(&said.join(": "))
}

/// The first error of a type in a chain of causes.
pub(crate) fn find<'a, E: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a E> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<E>() {
            return Some(found);
        }
        next = error.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_signatures_message_is_cut_before_it_repeats_the_request() {
        let message = "The request signature we calculated does not match.\n\nThe Canonical String for this request \
                       should have been\n'GET\n/x\nx-amz-security-token:FwoGZXIvYXdz\n'";
        assert_eq!(tidy(message), "The request signature we calculated does not match.");
        let message = "Authorization header requires 'Signature' parameter. Authorization=AWS4-HMAC-SHA256 \
                       Credential=AKIAIOSFODNN7EXAMPLE";
        assert_eq!(tidy(message), "Authorization header requires 'Signature' parameter.");
    }

    #[test]
    fn a_proxys_password_is_not_shown() {
        assert_eq!(
            tidy("tunnel to http://me:p@ss@proxy.example:8080/ and https://a.example failed"),
            "tunnel to http://proxy.example:8080/ and https://a.example failed"
        );
        assert_eq!(tidy("mail me@example.com about http://a/?b=@c"), "mail me@example.com about http://a/?b=@c");
    }

    #[test]
    fn a_long_message_is_cut_between_characters() {
        assert!(tidy(&"é".repeat(5_000)).len() <= LONGEST);
    }
}
