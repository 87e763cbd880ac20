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
    /// The named parameters, or all but some.
    Some,
    /// All of it.
    All,
    /// The policy could not be read.
    Unknown,
}

/// One cache behavior: which paths it takes, and what makes an object distinct there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behavior {
    /// Its path pattern, such as `/images/*.jpg`; `*` for the default behavior, which comes last.
    pub path_pattern: String,
    /// What of the query string is in its cache key.
    pub query_strings: QueryStrings,
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
