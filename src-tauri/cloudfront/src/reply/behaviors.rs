//! What a distribution's behaviors make of a path: by a cache policy, or by the older settings of their own.

use aws_sdk_cloudfront::types as sdk;
use domain::{Behavior, QueryStrings, Ttl};

/// What a cache policy, or a behavior's older settings in its place, say of an object in the cache.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    /// The policy's name; the older settings have none.
    cache_policy: Option<String>,
    query_strings: QueryStrings,
    ttl: Option<Ttl>,
}

impl Terms {
    /// Those of a policy that could not be read.
    pub(crate) const UNKNOWN: Self = Self { cache_policy: None, query_strings: QueryStrings::Unknown, ttl: None };

    fn of(self, path_pattern: String) -> Behavior {
        let Self { cache_policy, query_strings, ttl } = self;
        Behavior { path_pattern, cache_policy, query_strings, ttl }
    }
}

/// The ids of the cache policies that a configuration's behaviors name, each once.
pub(crate) fn cache_policies(config: &sdk::DistributionConfig) -> Vec<String> {
    let own = config.default_cache_behavior.iter().filter_map(|behavior| behavior.cache_policy_id.clone());
    let others = config.cache_behaviors.iter().flat_map(|list| list.items.iter().flatten());
    let mut ids: Vec<String> = others.filter_map(|behavior| behavior.cache_policy_id.clone()).chain(own).collect();
    ids.retain(|id| !id.is_empty());
    ids.sort();
    ids.dedup();
    ids
}

/// The behaviors as they are matched: those with a pattern in their order, then the default one (API, `CacheBehavior`).
// The older settings are deprecated for those who write a configuration; distributions that were set up so still have
// them.
#[allow(deprecated)]
pub(super) fn behaviors(config: &sdk::DistributionConfig, policy: impl Fn(&str) -> Terms) -> Vec<Behavior> {
    // A policy's times count wherever there is one. moto writes an empty id where there is none.
    let terms = |id: Option<&String>, values: Option<&sdk::ForwardedValues>, ttl: Option<Ttl>| match id {
        Some(id) if !id.is_empty() => policy(id),
        _ => Terms { cache_policy: None, query_strings: values.map_or(QueryStrings::Unknown, forwarded), ttl },
    };
    let patterns = config.cache_behaviors.iter().flat_map(|list| list.items.iter().flatten());
    let mut behaviors: Vec<Behavior> = patterns
        .map(|one| {
            let ttl = ttl(one.min_ttl, one.default_ttl, one.max_ttl);
            terms(one.cache_policy_id.as_ref(), one.forwarded_values.as_ref(), ttl).of(one.path_pattern.clone())
        })
        .collect();
    behaviors.extend(config.default_cache_behavior.iter().map(|one| {
        let ttl = ttl(one.min_ttl, one.default_ttl, one.max_ttl);
        terms(one.cache_policy_id.as_ref(), one.forwarded_values.as_ref(), ttl).of("*".to_owned())
    }));
    behaviors
}

/// What the older settings take of the query string: none, all, or the keys they name (API, `ForwardedValues`).
fn forwarded(values: &sdk::ForwardedValues) -> QueryStrings {
    let keys = values.query_string_cache_keys.as_ref().and_then(|keys| keys.items.clone()).unwrap_or_default();
    match (values.query_string, keys.is_empty()) {
        (false, _) => QueryStrings::None,
        (true, true) => QueryStrings::All,
        (true, false) => QueryStrings::Some(keys),
    }
}

/// The terms of a cache policy (API, `CachePolicyConfig`).
pub(crate) fn terms(policy: Option<sdk::CachePolicy>) -> Terms {
    let Some(config) = policy.and_then(|policy| policy.cache_policy_config) else { return Terms::UNKNOWN };
    Terms {
        ttl: ttl(Some(config.min_ttl), config.default_ttl, config.max_ttl),
        cache_policy: Some(config.name).filter(|name| !name.is_empty()),
        query_strings: query_strings(config.parameters_in_cache_key_and_forwarded_to_origin),
    }
}

/// What a cache policy takes of the query string (API, `CachePolicyQueryStringsConfig`).
fn query_strings(parameters: Option<sdk::ParametersInCacheKeyAndForwardedToOrigin>) -> QueryStrings {
    let Some(config) = parameters.and_then(|parameters| parameters.query_strings_config) else {
        return QueryStrings::Unknown;
    };
    let names = config.query_strings.and_then(|names| names.items).unwrap_or_default();
    match config.query_string_behavior {
        sdk::CachePolicyQueryStringBehavior::None => QueryStrings::None,
        sdk::CachePolicyQueryStringBehavior::Whitelist => QueryStrings::Some(names),
        sdk::CachePolicyQueryStringBehavior::AllExcept => QueryStrings::AllExcept(names),
        sdk::CachePolicyQueryStringBehavior::All => QueryStrings::All,
        _ => QueryStrings::Unknown,
    }
}

/// Where a default is left out it is a day, a maximum a year, or the time below it if that is longer (API,
/// `CachePolicyConfig`); a minimum, none (CloudFormation, `DistributionConfig`, `MinTTL`).
const DAY: u64 = 86_400;
const YEAR: u64 = 31_536_000;

/// The times; `None` where there are none, as beside a cache policy, or where one of them is no time.
fn ttl(min: Option<i64>, default: Option<i64>, max: Option<i64>) -> Option<Ttl> {
    if min.is_none() && default.is_none() && max.is_none() {
        return None;
    }
    let seconds = |time: Option<i64>, otherwise: u64| match time {
        Some(time) => u64::try_from(time).ok(),
        None => Some(otherwise),
    };
    let min = seconds(min, 0)?;
    let default = seconds(default, DAY.max(min))?;
    let max = seconds(max, YEAR.max(default))?;
    Some(Ttl { min, default, max })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(min: Option<i64>, default: Option<i64>, max: Option<i64>) -> Option<(u64, u64, u64)> {
        ttl(min, default, max).map(|ttl| (ttl.min, ttl.default, ttl.max))
    }

    #[test]
    fn a_time_that_is_left_out_is_the_one_that_cloudfront_takes() {
        assert_eq!(times(Some(1), Some(2), Some(3)), Some((1, 2, 3)));
        assert_eq!(times(Some(0), None, None), Some((0, 86_400, 31_536_000)));
        assert_eq!(times(Some(100_000), None, None), Some((100_000, 100_000, 31_536_000)));
        assert_eq!(times(Some(0), Some(40_000_000), None), Some((0, 40_000_000, 40_000_000)));
        assert_eq!(times(None, Some(0), Some(0)), Some((0, 0, 0)));
    }

    #[test]
    fn times_that_are_none_are_not_known() {
        assert_eq!(times(None, None, None), None);
        assert_eq!(times(Some(-1), Some(2), Some(3)), None);
    }
}
