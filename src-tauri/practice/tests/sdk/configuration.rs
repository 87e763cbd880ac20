//! Distributions, tenants and cache policies.

use aws_sdk_cloudfront::types::{CachePolicyQueryStringBehavior, ConnectionMode, DistributionTenantAssociationFilter};
use practice::Practice;

use crate::bench::Bench;

#[tokio::test]
async fn distributions_are_listed_in_pages() {
    let bench = Bench::new();
    let all = bench.client.list_distributions().send().await.unwrap();
    let all = all.distribution_list().unwrap().items().to_vec();
    let site = &all[0];
    assert_eq!((site.id(), site.enabled(), site.status()), (Practice::SITE, true, "Deployed"));
    assert_eq!(site.arn(), format!("arn:aws:cloudfront::{}:distribution/{}", Practice::ACCOUNT, Practice::SITE));
    assert_eq!(site.aliases().unwrap().items(), ["www.example.com", "example.com"]);
    let of = |id: &str| all.iter().find(|row| row.id() == id).unwrap();
    assert_eq!(of(Practice::PARTNERS).connection_mode(), Some(&ConnectionMode::TenantOnly));
    assert_eq!(of(Practice::SHOP).connection_mode(), Some(&ConnectionMode::Direct));
    assert!(!of(Practice::CAMPAIGN).enabled());

    let pages = bench.client.list_distributions().max_items(3).into_paginator().items().send();
    let paged: Vec<_> = pages.collect::<Result<_, _>>().await.unwrap();
    assert_eq!(paged, all);
}

#[tokio::test]
#[allow(deprecated)] // ForwardedValues is the older way, and still in use.
async fn a_configuration_tells_what_decides_over_a_path() {
    let bench = Bench::new();
    let site = bench.client.get_distribution().id(Practice::SITE).send().await.unwrap();
    let config = site.distribution().unwrap().distribution_config().unwrap().clone();
    assert_eq!(config.default_root_object(), Some("index.html"));
    assert_eq!(config.cache_tag_config(), None);
    let behaviors = config.cache_behaviors().unwrap().items();
    let patterns: Vec<_> = behaviors.iter().map(|behavior| behavior.path_pattern()).collect();
    assert_eq!(patterns, ["/static/*", "/images/*", "/api/*", "/legacy/*"]);
    let forwarded: Vec<_> = behaviors.iter().map(|one| one.forwarded_values().map(|v| v.query_string())).collect();
    assert_eq!(forwarded, [None, None, Some(true), Some(false)]);
    let policies = [behaviors[0].cache_policy_id(), config.default_cache_behavior().unwrap().cache_policy_id()];
    let wanted = [
        (CachePolicyQueryStringBehavior::None, (1, Some(86_400), Some(31_536_000))),
        (CachePolicyQueryStringBehavior::All, (1, Some(3_600), Some(31_536_000))),
    ];
    for (id, (wanted, times)) in policies.into_iter().zip(wanted) {
        let policy = bench.client.get_cache_policy().id(id.unwrap()).send().await.unwrap();
        let key = policy.cache_policy().unwrap().cache_policy_config().unwrap();
        assert_eq!((key.min_ttl(), key.default_ttl(), key.max_ttl()), times);
        let key = key.parameters_in_cache_key_and_forwarded_to_origin().unwrap();
        assert_eq!(key.query_strings_config().unwrap().query_string_behavior(), &wanted);
    }

    let alone = bench.client.get_distribution_config().id(Practice::SITE).send().await.unwrap();
    assert_eq!(alone.distribution_config(), Some(&config));
    assert!(alone.e_tag().is_some() && alone.e_tag() == site.e_tag());
}

#[tokio::test]
async fn the_shop_has_cache_tags() {
    let bench = Bench::new();
    let shop = bench.client.get_distribution_config().id(Practice::SHOP).send().await.unwrap();
    let tags = shop.distribution_config().unwrap().cache_tag_config().unwrap();
    assert_eq!(tags.header_name(), "Cache-Tag");
}

#[tokio::test]
async fn tenants_are_listed_by_their_distribution_and_read_by_id_name_or_arn() {
    let bench = Bench::new();
    let of = |id: &str| DistributionTenantAssociationFilter::builder().distribution_id(id).build();
    let list = bench.client.list_distribution_tenants().association_filter(of(Practice::PARTNERS)).max_items(4);
    let pages = list.into_paginator().items().send();
    let tenants: Vec<_> = pages.collect::<Result<_, _>>().await.unwrap();
    assert_eq!(tenants.len(), 6);
    assert_eq!(tenants.iter().filter(|tenant| !tenant.enabled().unwrap()).count(), 1);
    let first = &tenants[0];
    assert_eq!((first.id(), first.distribution_id()), (Practice::TENANT, Practice::PARTNERS));
    for identifier in [first.id(), first.name(), first.arn()] {
        let read = bench.client.get_distribution_tenant().identifier(identifier).send().await.unwrap();
        let tenant = read.distribution_tenant().unwrap();
        assert_eq!(tenant.id(), Some(first.id()));
        let domains: Vec<_> = tenant.domains().iter().map(|domain| domain.domain()).collect();
        assert_eq!(domains, ["lighthouse.example.net", "www.lighthouse.example.net"]);
    }
    let direct = bench.client.list_distribution_tenants().association_filter(of(Practice::SITE)).send().await;
    assert!(direct.unwrap_err().into_service_error().is_invalid_argument());
}
