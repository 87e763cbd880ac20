//! What is in the account from the start: an invented publisher, its shop and its partners.
//!
//! All names are those reserved for examples (RFC 2606). Dates are told in days before the first opening.

mod distributions;
mod history;
mod policies;
mod tenants;
mod words;

pub(crate) use distributions::DISTRIBUTIONS;
pub(crate) use history::history;
pub(crate) use policies::POLICIES;
pub(crate) use tenants::TENANTS;

use crate::operation::Operation;

/// Ids that other modules, the tests and the documents speak of.
pub(crate) mod ids {
    pub(crate) const SITE: &str = "E1A7KQ4WX9TR2M";
    pub(crate) const SHOP: &str = "E3NV0ZD85HCU6P";
    pub(crate) const ASSETS: &str = "E2G6YB1MFK7S9X";
    pub(crate) const BLOG: &str = "E2UJ4R8QLW0TAC";
    pub(crate) const PARTNERS: &str = "E1FP5XO9NI3VEZ";
    pub(crate) const CAMPAIGN: &str = "EZ8T2H6CDM4QKB";
    pub(crate) const PRESS: &str = "E3W9SLA17YGR0J";
    pub(crate) const REHEARSAL: &str = "E2DQ6N3KPB8FVU";
}

/// What the practice account's user is not allowed, by action and the id of the resource. Everything else is allowed.
pub(crate) const DENIED: &[(Operation, &str)] =
    &[(Operation::CreateInvalidation, ids::PRESS), (Operation::GetCachePolicy, policies::UNREADABLE)];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::distribution::{Behavior, CacheKey};

    #[test]
    fn ids_are_unique_and_shaped_like_cloudfronts() {
        let ids: HashSet<_> = DISTRIBUTIONS.iter().map(|distribution| distribution.id).collect();
        assert_eq!(ids.len(), DISTRIBUTIONS.len());
        for id in ids {
            assert!(id.starts_with('E') && id.len() == 14, "{id}");
            assert!(id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()), "{id}");
        }
        for tenant in TENANTS {
            assert!(tenant.id.starts_with("dt_") && tenant.id.len() == 30, "{}", tenant.id);
            assert_eq!(tenant.distribution, ids::PARTNERS);
        }
    }

    #[test]
    fn every_behavior_names_an_origin_and_a_policy_that_exist() {
        for distribution in DISTRIBUTIONS {
            let all = distribution.behaviors.iter().chain([&distribution.default_behavior]);
            for Behavior { origin, cache_key, .. } in all {
                assert!(distribution.origins.iter().any(|known| known.id == *origin), "{}: {origin}", distribution.id);
                if let CacheKey::Policy(id) = cache_key {
                    assert!(POLICIES.iter().any(|policy| policy.id == *id), "{}: {id}", distribution.id);
                }
            }
        }
    }

    #[test]
    fn every_name_is_reserved_for_examples() {
        let aliases = DISTRIBUTIONS.iter().flat_map(|distribution| distribution.aliases);
        let origins = DISTRIBUTIONS.iter().flat_map(|distribution| distribution.origins).map(|o| &o.domain_name);
        for name in aliases.chain(TENANTS.iter().flat_map(|tenant| tenant.domains)).chain(origins) {
            let reserved = ["example.com", "example.org", "example.net"].iter().any(|zone| name.ends_with(zone));
            assert!(reserved || name.ends_with(".s3.eu-central-1.amazonaws.com"), "{name}");
        }
    }
}
