//! One invalidation, one tenant, one cache policy.

use jiff::Timestamp;

use super::time;
use super::write::Xml;
use crate::account::Account;
use crate::distribution::{CachePolicy, Tenant};
use crate::invalidation::Invalidation;
use crate::operation::arn;

/// `Invalidation`.
pub(crate) fn invalidation(one: &Invalidation, now: Timestamp) -> Vec<u8> {
    Xml::document("Invalidation", |xml| {
        xml.text("Id", &one.id);
        xml.text("Status", one.status(now));
        xml.text("CreateTime", time(one.created));
        xml.within("InvalidationBatch", |xml| {
            xml.texts("Paths", "Path", &one.items);
            xml.text("CallerReference", &one.reference);
        });
    })
}

/// `DistributionTenant`.
pub(crate) fn tenant(tenant: &Tenant, account: &Account) -> Vec<u8> {
    Xml::document("DistributionTenant", |xml| tenant_fields(xml, tenant, account))
}

/// What a tenant and its summary share: all but the summary's ETag.
pub(super) fn tenant_fields(xml: &mut Xml, tenant: &Tenant, account: &Account) {
    xml.text("Id", tenant.id);
    xml.text("DistributionId", tenant.distribution);
    xml.text("Name", tenant.name);
    xml.text("Arn", arn("distribution-tenant", tenant.id));
    xml.within("Domains", |xml| {
        for domain in tenant.domains {
            xml.within("member", |xml| {
                xml.text("Domain", domain);
                xml.text("Status", if tenant.enabled { "active" } else { "inactive" });
            });
        }
    });
    xml.text("ConnectionGroupId", "cg_2xKpZr4TnW8uYh1LqDc7VbMe5Sj");
    xml.text("CreatedTime", time(account.days_ago(tenant.created_days_ago)));
    xml.text("LastModifiedTime", time(account.days_ago(tenant.created_days_ago)));
    xml.text("Enabled", tenant.enabled);
    xml.text("Status", "Deployed");
}

/// `CachePolicy`.
pub(crate) fn cache_policy(policy: &CachePolicy, account: &Account) -> Vec<u8> {
    Xml::document("CachePolicy", |xml| {
        xml.text("Id", policy.id);
        xml.text("LastModifiedTime", time(account.days_ago(500)));
        xml.within("CachePolicyConfig", |xml| {
            xml.text("Comment", policy.comment);
            xml.text("Name", policy.name);
            let [min, default, max] = policy.ttl;
            xml.text("DefaultTTL", default);
            xml.text("MaxTTL", max);
            xml.text("MinTTL", min);
            xml.within("ParametersInCacheKeyAndForwardedToOrigin", |xml| {
                xml.text("EnableAcceptEncodingGzip", max > 0);
                xml.text("EnableAcceptEncodingBrotli", max > 0);
                xml.within("HeadersConfig", |xml| xml.text("HeaderBehavior", "none"));
                xml.within("CookiesConfig", |xml| xml.text("CookieBehavior", "none"));
                xml.within("QueryStringsConfig", |xml| {
                    let (behavior, parameters) = policy.query_strings;
                    xml.text("QueryStringBehavior", behavior);
                    if !parameters.is_empty() {
                        xml.texts("QueryStrings", "Name", parameters);
                    }
                });
            });
        });
    })
}
