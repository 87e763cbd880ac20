//! Cache policies: some of AWS's own, and two of the account's.

use crate::distribution::CachePolicy;

/// AWS's managed policies have the same ids, times and cache keys in every account (DG "Use managed cache policies").
pub(super) const CACHING_OPTIMIZED: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";
pub(super) const CACHING_DISABLED: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
pub(super) const PAGES: &str = "5b1f0c62-8d5e-4f5e-9a47-1c0d7be2a913";
pub(super) const RENDITIONS: &str = "c93d7e04-26b8-4d0a-8f61-5ae4f7190b2d";

/// The policy that the practice account's user may not read, so that what a window does without it can be seen.
pub(super) const UNREADABLE: &str = "e07a5c18-39f4-4c6b-b2d8-90a6d1f3574e";

const YEAR: u32 = 31_536_000;

/// All policies that a behavior of the account names.
pub(crate) const POLICIES: &[CachePolicy] = &[
    CachePolicy {
        id: CACHING_OPTIMIZED,
        name: "Managed-CachingOptimized",
        comment: "Policy with caching enabled. Supports Gzip and Brotli compression.",
        ttl: [1, 86_400, YEAR],
        query_strings: ("none", &[]),
    },
    CachePolicy {
        id: CACHING_DISABLED,
        name: "Managed-CachingDisabled",
        comment: "Policy with caching disabled",
        ttl: [0, 0, 0],
        query_strings: ("none", &[]),
    },
    CachePolicy {
        id: PAGES,
        name: "pages-with-query",
        comment: "Pages of the site and the shop: the whole query string counts",
        ttl: [1, 3_600, YEAR],
        query_strings: ("all", &[]),
    },
    CachePolicy {
        id: RENDITIONS,
        name: "image-renditions",
        comment: "Images in the sizes that are asked for",
        ttl: [1, 604_800, YEAR],
        query_strings: ("whitelist", &["w", "h", "format"]),
    },
    CachePolicy {
        id: UNREADABLE,
        name: "press-room",
        comment: "Kept by Corporate Communications",
        ttl: [1, 300, YEAR],
        query_strings: ("allExcept", &["utm_source", "utm_medium", "utm_campaign"]),
    },
];
