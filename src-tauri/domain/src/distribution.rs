//! Distributions and their tenants, as far as an invalidation needs to know them.

use crate::{DistributionId, HostPattern, TenantId};

/// Whether a distribution serves by itself or only through tenants (API, `DistributionSummary`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConnectionMode {
    /// It serves viewers by itself.
    Direct,
    /// It is a multi-tenant distribution's template: viewers reach its tenants.
    TenantOnly,
}

/// A distribution as a list tells of it (API, `DistributionSummary`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// Its id.
    pub id: DistributionId,
    /// CloudFront's own name for it, such as `d111111abcdef8.cloudfront.net`.
    pub domain_name: String,
    /// The names people know it by (alternate domain names, CNAMEs).
    pub aliases: Vec<String>,
    /// The description (the API's `Comment`).
    pub description: String,
    /// `Deployed` or `InProgress`, as the service says it.
    pub status: String,
    /// Whether it serves at all.
    pub enabled: bool,
    /// Whether it is a staging distribution.
    pub staging: bool,
    /// Whether viewers reach it or its tenants.
    pub mode: ConnectionMode,
}

impl Distribution {
    /// Whether a viewer's host leads here, by its own name or by an alias (wildcard aliases count).
    pub fn serves(&self, host: &str) -> bool {
        HostPattern::new(&self.domain_name).matches(host)
            || self.aliases.iter().any(|alias| HostPattern::new(alias).matches(host))
    }
}

/// What a behavior's cache key takes of the query string (its cache policy, or the older `ForwardedValues`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryStrings {
    /// Nothing: an object is cached once, whatever follows the `?`.
    None,
    /// These parameters alone (`whitelist`; the older `QueryStringCacheKeys`), in the policy's order.
    Some(Vec<String>),
    /// All but these (`allExcept`), in the policy's order.
    AllExcept(Vec<String>),
    /// All of it.
    All,
    /// The policy could not be read.
    Unknown,
}

/// How long an object stays in the cache, in whole seconds (API, `CachePolicyConfig`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ttl {
    /// At least so long. Above 0 it holds even where the origin says `no-cache`, `no-store` or `private`.
    pub min: u64,
    /// So long where the origin says neither `Cache-Control` nor `Expires`.
    pub default: u64,
    /// At most so long where the origin says either.
    pub max: u64,
}

/// One cache behavior: which paths it takes, and what makes an object distinct there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behavior {
    /// Its path pattern, such as `/images/*.jpg`; `*` for the default behavior, which comes last.
    pub path_pattern: String,
    /// The name of its cache policy; `None` where it has the older settings, or the policy could not be read.
    pub cache_policy: Option<String>,
    /// What of the query string is in its cache key.
    pub query_strings: QueryStrings,
    /// How long it keeps an object; `None` where that is not known.
    pub ttl: Option<Ttl>,
}

impl Behavior {
    /// Whether its pattern takes a path, given without its query: `*` stands for any number of characters, slashes
    /// too, `?` for exactly one; case counts, and a leading slash makes no difference (DG "Cache behavior settings",
    /// on the path pattern; API, `CacheBehavior`).
    pub fn takes(&self, path: &str) -> bool {
        let pattern = self.path_pattern.strip_prefix('/').unwrap_or(&self.path_pattern).as_bytes();
        let path = path.strip_prefix('/').unwrap_or(path).as_bytes();
        let (mut p, mut t) = (0, 0);
        // Where to go on when what follows the last star does not fit: one character more goes to the star. Only the
        // last star need be tried again, so this takes at most pattern times path steps.
        let mut star: Option<(usize, usize)> = None;
        while t < path.len() {
            match pattern.get(p) {
                Some(b'*') => {
                    star = Some((p + 1, t));
                    p += 1;
                }
                Some(&byte) if byte == b'?' || byte == path[t] => {
                    p += 1;
                    t += 1;
                }
                _ => {
                    let Some((after, taken)) = star else { return false };
                    star = Some((after, taken + 1));
                    (p, t) = (after, taken + 1);
                }
            }
        }
        pattern[p..].iter().all(|&byte| byte == b'*')
    }
}

/// A distribution with its configuration, as far as it decides what a path means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributionDetails {
    /// What the list also tells.
    pub distribution: Distribution,
    /// The object served for `/`, without a leading slash; `None` where there is none.
    pub default_root_object: Option<String>,
    /// The header that carries cache tags; `None` where the distribution has none (`CacheTagConfig`).
    pub cache_tag_header: Option<String>,
    /// Its behaviors in the order they are matched, the default one last.
    pub behaviors: Vec<Behavior>,
    /// How many invalidations were in progress when it was read (API, `InProgressInvalidationBatches`).
    pub in_progress: u32,
    /// The price class, as the service says it.
    pub price_class: String,
    /// The origins' domain names.
    pub origins: Vec<String>,
}

/// A tenant of a multi-tenant distribution (API, `DistributionTenantSummary`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// Its id.
    pub id: TenantId,
    /// The distribution it belongs to.
    pub distribution: DistributionId,
    /// Its name.
    pub name: String,
    /// The domains it serves.
    pub domains: Vec<String>,
    /// `Deployed` or `InProgress`, as the service says it.
    pub status: String,
    /// Whether it serves at all.
    pub enabled: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(pattern: &str, path: &str) -> bool {
        let path_pattern = pattern.to_owned();
        Behavior { path_pattern, cache_policy: None, query_strings: QueryStrings::Unknown, ttl: None }.takes(path)
    }

    #[test]
    fn a_star_takes_anything_and_a_question_mark_one_character() {
        assert!(takes("*", "/"));
        assert!(takes("*", "/a/b.html"));
        assert!(takes("/images/*.jpg", "/images/a/b.jpg"));
        assert!(takes("*.jpg", "/a.jpg.jpg"));
        assert!(takes("a??.jpg", "/a12.jpg"));
        assert!(takes("a*b*c", "/axbxbxc"));
        assert!(!takes("a??.jpg", "/a1.jpg"));
        assert!(!takes("/images/*.jpg", "/images/a.jpeg"));
        assert!(!takes("test/", "/test/file1.jpg"));
        assert!(!takes("", "/x"));
    }

    #[test]
    fn case_counts_and_a_leading_slash_does_not() {
        assert!(takes("images/*", "/images/x"));
        assert!(takes("/images/*", "/images/x"));
        assert!(!takes("/Images/*", "/images/x"));
    }
}
