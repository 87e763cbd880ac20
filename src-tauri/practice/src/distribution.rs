//! Distributions, tenants and cache policies. They come with the account and never change.

/// A distribution with as much of its configuration as decides what an invalidation does.
#[derive(Debug)]
pub(crate) struct Distribution {
    pub(crate) id: &'static str,
    pub(crate) domain_name: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) comment: &'static str,
    pub(crate) enabled: bool,
    /// `direct`, or `tenant-only` for a multi-tenant one.
    pub(crate) connection_mode: &'static str,
    pub(crate) price_class: &'static str,
    pub(crate) default_root_object: &'static str,
    /// The header that carries cache tags (`CacheTagConfig`); tags do nothing where there is none.
    pub(crate) cache_tag_header: Option<&'static str>,
    pub(crate) origins: &'static [Origin],
    pub(crate) default_behavior: Behavior,
    pub(crate) behaviors: &'static [Behavior],
    /// How long before the first opening it was last changed.
    pub(crate) changed_days_ago: i64,
}

impl Distribution {
    /// Whether it serves only through tenants.
    pub(crate) fn is_multi_tenant(&self) -> bool {
        self.connection_mode == "tenant-only"
    }
}

#[derive(Debug)]
pub(crate) struct Origin {
    pub(crate) id: &'static str,
    pub(crate) domain_name: &'static str,
}

#[derive(Debug)]
pub(crate) struct Behavior {
    /// Empty for the default behavior, which has none.
    pub(crate) path_pattern: &'static str,
    pub(crate) origin: &'static str,
    pub(crate) cache_key: CacheKey,
}

/// What makes one object differ from another.
#[derive(Debug)]
pub(crate) enum CacheKey {
    /// As a cache policy says, by its id.
    Policy(&'static str),
    /// The older way: whether the query string counts, and where it does, which parameters (none listed: all).
    ForwardedValues { query_string: bool, parameters: &'static [&'static str] },
}

#[derive(Debug)]
pub(crate) struct CachePolicy {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) comment: &'static str,
    /// The least time in the cache, the usual one and the longest, in seconds.
    pub(crate) ttl: [u32; 3],
    /// `none`, `whitelist`, `allExcept` or `all`, with the parameters of the middle two.
    pub(crate) query_strings: (&'static str, &'static [&'static str]),
}

/// A tenant of the multi-tenant distribution.
#[derive(Debug)]
pub(crate) struct Tenant {
    pub(crate) id: &'static str,
    pub(crate) distribution: &'static str,
    pub(crate) name: &'static str,
    pub(crate) domains: &'static [&'static str],
    pub(crate) enabled: bool,
    pub(crate) created_days_ago: i64,
}
