//! Host names as viewers write them, against the names a distribution serves.

use std::borrow::Cow;

/// A host name that a distribution or tenant serves: exact, or with `*.` in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPattern(String);

impl HostPattern {
    /// The pattern of a name as CloudFront lists it.
    pub fn new(name: &str) -> Self {
        Self(Self::normalise(name).into_owned())
    }

    /// Whether a viewer's host is served: compared without case, a trailing dot dropped, IDNs as their ASCII form.
    ///
    /// `*.example.com` takes `product.example.com` and `a.product.example.com`, not `example.com` itself; a star stands
    /// for nothing anywhere else (DG "Use wildcards in alternate domain names").
    pub fn matches(&self, host: &str) -> bool {
        self.matches_normalised(&Self::normalise(host))
    }

    /// The same of a host that went through [`HostPattern::normalise`], for whoever compares it with many.
    pub(crate) fn matches_normalised(&self, host: &str) -> bool {
        match self.0.strip_prefix("*.") {
            // What is left of the star is a name and its dot.
            Some(parent) => host.strip_suffix(parent).is_some_and(|label| label.len() > 1 && label.ends_with('.')),
            None => host == self.0,
        }
    }

    /// A name as names are compared.
    pub(crate) fn normalise(name: &str) -> Cow<'_, str> {
        let name = name.trim().trim_end_matches('.');
        if name.is_ascii() {
            // Already an ASCII form: only its case may differ, and mostly not even that.
            let is_lower = !name.bytes().any(|byte| byte.is_ascii_uppercase());
            return if is_lower { Cow::Borrowed(name) } else { Cow::Owned(name.to_ascii_lowercase()) };
        }
        Cow::Owned(idna::domain_to_ascii(name).unwrap_or_else(|_| name.to_lowercase()))
    }
}

/// The host of a URL: what stands between `//` and the next `/`, `?` or `#`, without user, password and port.
///
/// `None` where there is no `scheme://` in front or no host behind it.
pub fn host_in_url(text: &str) -> Option<&str> {
    let (scheme, rest) = text.trim().split_once("://")?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let authority = rest.split(['/', '?', '#']).next()?;
    let host_and_port = authority.rsplit('@').next()?;
    // A port is digits after the last colon; an IPv6 host keeps its brackets.
    let host = match host_and_port.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => host_and_port,
    };
    (is_scheme && !host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_compared_without_case_and_as_ascii() {
        assert!(HostPattern::new("www.example.com").matches("WWW.Example.com."));
        assert!(HostPattern::new("xn--bcher-kva.example").matches("bücher.example"));
        assert!(!HostPattern::new("www.example.com").matches("example.com"));
    }

    #[test]
    fn the_host_of_a_url_is_alone() {
        assert_eq!(host_in_url("https://www.example.com/a"), Some("www.example.com"));
        assert_eq!(host_in_url("HTTPS://user:pass@www.example.com:8443?x"), Some("www.example.com"));
        assert_eq!(host_in_url("http://[::1]:80/"), Some("[::1]"));
        assert_eq!(host_in_url("/a://b"), None);
        assert_eq!(host_in_url("https:///a"), None);
    }

    #[test]
    fn a_wildcard_takes_what_lies_below_and_not_itself() {
        let pattern = HostPattern::new("*.example.com");
        assert!(pattern.matches("a.example.com"));
        assert!(pattern.matches("a.b.example.com"));
        assert!(!pattern.matches("example.com"));
        assert!(!pattern.matches("badexample.com"));
        assert!(!pattern.matches(".example.com"));
        assert!(!HostPattern::new("*").matches("example.com"));
    }
}
