//! The account's distributions.

use super::{ids, policies};
use crate::distribution::{Behavior, CacheKey, Distribution, Origin};

/// What most of them have, so that each entry below tells what is its own.
const USUAL: Distribution = Distribution {
    id: "",
    domain_name: "",
    aliases: &[],
    comment: "",
    enabled: true,
    connection_mode: "direct",
    price_class: "PriceClass_100",
    default_root_object: "index.html",
    cache_tag_header: None,
    origins: &[],
    default_behavior: behavior("", "web", CacheKey::Policy(policies::CACHING_OPTIMIZED)),
    behaviors: &[],
    changed_days_ago: 40,
};

const fn behavior(path_pattern: &'static str, origin: &'static str, cache_key: CacheKey) -> Behavior {
    Behavior { path_pattern, origin, cache_key }
}

/// All distributions, in the order in which they are listed.
pub(crate) const DISTRIBUTIONS: &[Distribution] = &[
    Distribution {
        id: ids::SITE,
        domain_name: "d2x7k4qpl9vw1e.cloudfront.net",
        aliases: &["www.example.com", "example.com"],
        comment: "Main site: catalogue, authors, news",
        price_class: "PriceClass_All",
        origins: &[
            Origin { id: "web", domain_name: "origin-www.example.com" },
            Origin { id: "static", domain_name: "example-site-static.s3.eu-central-1.amazonaws.com" },
            Origin { id: "api", domain_name: "api-origin.example.com" },
        ],
        default_behavior: behavior("", "web", CacheKey::Policy(policies::PAGES)),
        behaviors: &[
            behavior("/static/*", "static", CacheKey::Policy(policies::CACHING_OPTIMIZED)),
            behavior("/images/*", "static", CacheKey::Policy(policies::RENDITIONS)),
            behavior("/api/*", "api", CacheKey::ForwardedValues { query_string: true, parameters: &[] }),
            behavior("/legacy/*", "web", CacheKey::ForwardedValues { query_string: false, parameters: &[] }),
        ],
        changed_days_ago: 12,
        ..USUAL
    },
    Distribution {
        id: ids::SHOP,
        domain_name: "d1n8c3zyt5hb0r.cloudfront.net",
        aliases: &["shop.example.com"],
        comment: "Online shop (cache tags: product, category, campaign)",
        cache_tag_header: Some("Cache-Tag"),
        origins: &[
            Origin { id: "web", domain_name: "shop-origin.example.com" },
            Origin { id: "media", domain_name: "example-shop-media.s3.eu-central-1.amazonaws.com" },
        ],
        default_behavior: behavior("", "web", CacheKey::Policy(policies::PAGES)),
        behaviors: &[
            behavior("/media/*", "media", CacheKey::Policy(policies::CACHING_OPTIMIZED)),
            behavior("/checkout/*", "web", CacheKey::Policy(policies::CACHING_DISABLED)),
            behavior(
                "/search*",
                "web",
                CacheKey::ForwardedValues { query_string: true, parameters: &["q", "page", "sort"] },
            ),
        ],
        changed_days_ago: 3,
        ..USUAL
    },
    Distribution {
        id: ids::ASSETS,
        domain_name: "d3f9m6wgs2jx8u.cloudfront.net",
        aliases: &["*.assets.example.org", "covers.example.org"],
        comment: "Covers, fonts and scripts for all sites",
        price_class: "PriceClass_All",
        default_root_object: "",
        origins: &[Origin { id: "web", domain_name: "example-assets.s3.eu-central-1.amazonaws.com" }],
        behaviors: &[behavior("/covers/*", "web", CacheKey::Policy(policies::RENDITIONS))],
        changed_days_ago: 150,
        ..USUAL
    },
    Distribution {
        id: ids::BLOG,
        domain_name: "dk2v5r0qe7nyah.cloudfront.net",
        aliases: &["blog.example.net"],
        comment: "Blog (new, nothing invalidated yet)",
        origins: &[Origin { id: "web", domain_name: "blog-origin.example.net" }],
        changed_days_ago: 1,
        ..USUAL
    },
    Distribution {
        id: ids::PARTNERS,
        domain_name: "d0q4ju1bx6tm9c.cloudfront.net",
        comment: "Partner bookshops (multi-tenant template)",
        connection_mode: "tenant-only",
        origins: &[Origin { id: "web", domain_name: "partners-origin.example.com" }],
        default_behavior: behavior("", "web", CacheKey::Policy(policies::PAGES)),
        changed_days_ago: 64,
        ..USUAL
    },
    Distribution {
        id: ids::CAMPAIGN,
        domain_name: "d5e8y1hsz3lk7w.cloudfront.net",
        aliases: &["summer.example.com"],
        comment: "Summer reading campaign (ended, disabled)",
        enabled: false,
        origins: &[Origin { id: "web", domain_name: "example-summer.s3.eu-central-1.amazonaws.com" }],
        changed_days_ago: 210,
        ..USUAL
    },
    Distribution {
        id: ids::PRESS,
        domain_name: "d7p2a9xcq4vf6m.cloudfront.net",
        aliases: &["press.example.com"],
        comment: "Press room: practice for a missing permission, creating an invalidation here answers AccessDenied",
        origins: &[Origin { id: "web", domain_name: "press-origin.example.com" }],
        default_behavior: behavior("", "web", CacheKey::Policy(policies::UNREADABLE)),
        changed_days_ago: 95,
        ..USUAL
    },
    Distribution {
        id: ids::REHEARSAL,
        domain_name: "d6z3g8tnw1rk5o.cloudfront.net",
        aliases: &["rehearsal.example.org"],
        comment: "Rehearsals: /rehearse/throttled, unavailable, denied, too-many, too-many-wildcards, too-large, \
                  lost-reply, malformed, unreachable, slow",
        origins: &[Origin { id: "web", domain_name: "rehearsal-origin.example.org" }],
        changed_days_ago: 20,
        ..USUAL
    },
];
