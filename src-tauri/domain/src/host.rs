//! Host names as viewers write them, against the names a distribution serves.

/// A host name that a distribution or tenant serves: exact, or with `*.` in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPattern(String);

impl HostPattern {
    /// The pattern of a name as CloudFront lists it.
    pub fn new(name: &str) -> Self {
        Self(ascii(name))
    }

    /// Whether a viewer's host is served: compared without case, a trailing dot dropped, IDNs as their ASCII form.
    ///
    /// `*.example.com` takes `product.example.com` and `a.product.example.com`, not `example.com` itself (DG "Using
    /// custom URLs by adding alternate domain names", on wildcards).
    pub fn matches(&self, host: &str) -> bool {
        let host = ascii(host);
        match self.0.strip_prefix('*') {
            Some(suffix) => host.len() > suffix.len() && host.ends_with(suffix),
            None => host == self.0,
        }
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

fn ascii(name: &str) -> String {
    let name = name.trim().trim_end_matches('.');
    idna::domain_to_ascii(name).unwrap_or_else(|_| name.to_ascii_lowercase())
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
    }
}
