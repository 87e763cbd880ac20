//! Which lines are URLs, and whether their host is the target's.

use std::collections::HashMap;

use crate::HostPattern;

/// What a line that is no tag looks like.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Form<'t> {
    /// A path, with or without its slash.
    Path(&'t str),
    /// An `http:` or `https:` URL. `rest` is its path and query: empty, or beginning with `/`, `?` or a backslash.
    Url { host: &'t str, rest: &'t str },
    /// A URL of another scheme, named with its colon; with the path behind its host, where it has one.
    OtherScheme { scheme: &'t str, path: Option<&'t str> },
}

/// Schemes that are recognised without `//` behind them. Anything else before a colon may as well be the beginning of
/// a path (`a:b.html`, `localhost:3000/x`), and is one.
const BARE_SCHEMES: [&str; 15] = [
    "about",
    "arn",
    "blob",
    "data",
    "file",
    "ftp",
    "javascript",
    "mailto",
    "s3",
    "sftp",
    "sms",
    "tel",
    "urn",
    "ws",
    "wss",
];

/// Tells what a line looks like.
///
/// Like a browser (WHATWG URL Standard, "URL parsing"), it takes `http:` and `https:` in any case, with any number of
/// slashes or backslashes behind them, and lets a host end at either.
pub(super) fn form(line: &str) -> Form<'_> {
    let Some((scheme, rest)) = split_scheme(line) else { return Form::Path(line) };
    if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") {
        let rest = rest.trim_start_matches(['/', '\\']);
        let (authority, rest) = rest.split_at(rest.find(['/', '\\', '?']).unwrap_or(rest.len()));
        return Form::Url { host: host_of(authority), rest };
    }
    let colon = scheme.len() + 1;
    if let Some(behind) = rest.strip_prefix("//") {
        let path = behind.find('/').map(|at| &behind[at..]);
        Form::OtherScheme { scheme: &line[..colon], path }
    } else if BARE_SCHEMES.iter().any(|bare| scheme.eq_ignore_ascii_case(bare)) {
        Form::OtherScheme { scheme: &line[..colon], path: None }
    } else {
        Form::Path(line)
    }
}

/// The host and what follows it, of `//host/path` as it stands in HTML.
///
/// CloudFront also knows paths that begin with two slashes, so the caller takes it for a URL only where the target
/// serves that host; only a bare host with or without a port counts.
pub(super) fn without_scheme(path: &str) -> Option<(&str, &str)> {
    let behind = path.strip_prefix("//")?;
    let (authority, rest) = behind.split_at(behind.find(['/', '?']).unwrap_or(behind.len()));
    Some((without_port(authority), rest))
}

/// A scheme and what follows its colon (RFC 3986, section 3.1).
fn split_scheme(line: &str) -> Option<(&str, &str)> {
    if !line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')))?;
    Some((&line[..end], line[end..].strip_prefix(':')?))
}

/// The host of an authority, without user, password and port.
fn host_of(authority: &str) -> &str {
    without_port(authority.rsplit_once('@').map_or(authority, |(_, host)| host))
}

fn without_port(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

/// How a host stands to the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The target serves it.
    Served,
    /// The target does not serve it.
    Foreign,
    /// It is not known what the target serves.
    Unknown,
}

/// The target's hosts, with what was already asked: a pasted list names few hosts many times.
pub(super) struct Hosts<'t> {
    patterns: Option<&'t [HostPattern]>,
    asked: HashMap<&'t str, bool>,
}

/// The longest name DNS knows (RFC 1035, section 2.3.4), in characters; no form of a name has fewer than its ASCII one.
const LONGEST_HOST: usize = 253;

impl<'t> Hosts<'t> {
    pub(super) fn new(patterns: Option<&'t [HostPattern]>) -> Self {
        Self { patterns, asked: HashMap::new() }
    }

    /// How a host stands to the target. No host at all is foreign to every target.
    pub(super) fn standing(&mut self, host: &'t str) -> Standing {
        let Some(patterns) = self.patterns else {
            return if host.is_empty() { Standing::Foreign } else { Standing::Unknown };
        };
        let served = *self.asked.entry(host).or_insert_with(|| {
            could_be_host(host) && {
                let host = HostPattern::normalise(host);
                patterns.iter().any(|pattern| pattern.matches_normalised(&host))
            }
        });
        if served { Standing::Served } else { Standing::Foreign }
    }
}

/// Whether a text could be a host at all. A wildcard alias would otherwise take anything that ends like it.
fn could_be_host(host: &str) -> bool {
    host.chars().take(LONGEST_HOST + 1).count() <= LONGEST_HOST
        && host.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url<'t>(host: &'t str, rest: &'t str) -> Form<'t> {
        Form::Url { host, rest }
    }

    #[test]
    fn a_url_is_its_host_and_the_rest() {
        assert_eq!(form("https://www.example.com/a b?x=1"), url("www.example.com", "/a b?x=1"));
        assert_eq!(form("HTTP://www.example.com"), url("www.example.com", ""));
        assert_eq!(form("http://www.example.com?x"), url("www.example.com", "?x"));
        assert_eq!(form("https://me:p@ss@www.example.com:8443/x"), url("www.example.com", "/x"));
        assert_eq!(form("https://[::1]:80/x"), url("[::1]", "/x"));
        assert_eq!(form("https:/www.example.com/x"), url("www.example.com", "/x"));
        assert_eq!(form(r"https:\\www.example.com\x"), url("www.example.com", r"\x"));
        assert_eq!(form("https://"), url("", ""));
    }

    #[test]
    fn other_schemes_are_told_from_paths_with_a_colon() {
        assert_eq!(form("s3://bucket/a/b"), Form::OtherScheme { scheme: "s3:", path: Some("/a/b") });
        assert_eq!(form("FTP://host"), Form::OtherScheme { scheme: "FTP:", path: None });
        assert_eq!(form("mailto:a@example.com"), Form::OtherScheme { scheme: "mailto:", path: None });
        for path in
            ["a:b.html", "/a:b", "/https://www.example.com/", "localhost:3000/x", "www.example.com/x", "1:2", ":"]
        {
            assert_eq!(form(path), Form::Path(path));
        }
    }

    #[test]
    fn a_host_is_served_by_name_or_wildcard_and_never_by_likeness() {
        let patterns = [HostPattern::new("www.example.com"), HostPattern::new("*.example.org")];
        let mut hosts = Hosts::new(Some(&patterns));
        for host in ["www.example.com", "WWW.EXAMPLE.COM", "a.example.org", "a.b.example.org"] {
            assert_eq!(hosts.standing(host), Standing::Served, "{host}");
        }
        for host in ["", "example.com", "example.org", "a b.example.org", "x%5Ca.example.org", "[::1]"] {
            assert_eq!(hosts.standing(host), Standing::Foreign, "{host}");
        }
        let long = format!("{}.example.org", "é".repeat(10_000));
        let mut hosts = Hosts::new(Some(&patterns));
        assert_eq!(hosts.standing(&long), Standing::Foreign);
    }

    #[test]
    fn hosts_cannot_be_compared_where_none_are_known() {
        let mut hosts = Hosts::new(None);
        assert_eq!(hosts.standing("www.example.com"), Standing::Unknown);
        assert_eq!(hosts.standing(""), Standing::Foreign);
    }
}
