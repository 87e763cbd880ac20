//! Distributions with their configuration.

use super::time;
use super::write::Xml;
use crate::account::Account;
use crate::chance::Chance;
use crate::distribution::{Behavior, CacheKey, Distribution};
use crate::operation::arn;

/// The version of a resource, as it stands in the `ETag` header.
pub(crate) fn etag(id: &str) -> String {
    Chance::of(&["etag", id]).id("E", 13)
}

/// `Distribution`, with how many of its invalidations are in progress.
pub(crate) fn distribution(one: &Distribution, account: &Account, in_progress: usize) -> Vec<u8> {
    Xml::document("Distribution", |xml| {
        xml.text("Id", one.id);
        xml.text("ARN", arn("distribution", one.id));
        xml.text("Status", "Deployed");
        xml.text("LastModifiedTime", time(account.days_ago(one.changed_days_ago)));
        xml.text("InProgressInvalidationBatches", in_progress);
        xml.text("DomainName", one.domain_name);
        for name in ["ActiveTrustedSigners", "ActiveTrustedKeyGroups"] {
            xml.within(name, trusts_nobody);
        }
        xml.within("DistributionConfig", |xml| config_fields(xml, one));
    })
}

/// `DistributionConfig`.
pub(crate) fn config(one: &Distribution) -> Vec<u8> {
    Xml::document("DistributionConfig", |xml| config_fields(xml, one))
}

/// `DistributionSummary`, as a list has it.
pub(super) fn summary(xml: &mut Xml, one: &Distribution, account: &Account) {
    xml.within("DistributionSummary", |xml| {
        xml.text("Id", one.id);
        xml.text("ARN", arn("distribution", one.id));
        xml.text("ETag", etag(one.id));
        xml.text("Status", "Deployed");
        xml.text("LastModifiedTime", time(account.days_ago(one.changed_days_ago)));
        xml.text("DomainName", one.domain_name);
        shared(xml, one);
        xml.text("Staging", false);
        xml.text("ConnectionMode", one.connection_mode);
    });
}

fn config_fields(xml: &mut Xml, one: &Distribution) {
    xml.text("CallerReference", Chance::of(&["config", one.id]).uuid());
    xml.text("DefaultRootObject", one.default_root_object);
    shared(xml, one);
    xml.within("Logging", |xml| {
        xml.text("Enabled", false);
        xml.text("IncludeCookies", false);
        xml.text("Bucket", "");
        xml.text("Prefix", "");
    });
    xml.text("ContinuousDeploymentPolicyId", "");
    xml.text("Staging", false);
    if one.is_multi_tenant() {
        xml.within("TenantConfig", |xml| xml.within("ParameterDefinitions", |_| {}));
    }
    xml.text("ConnectionMode", one.connection_mode);
    if let Some(header) = one.cache_tag_header {
        xml.within("CacheTagConfig", |xml| xml.text("HeaderName", header));
    }
}

/// What a configuration and a summary share.
fn shared(xml: &mut Xml, one: &Distribution) {
    xml.texts("Aliases", "CNAME", one.aliases);
    xml.within("Origins", |xml| {
        xml.items(one.origins, |xml, origin| {
            xml.within("Origin", |xml| {
                xml.text("Id", origin.id);
                xml.text("DomainName", origin.domain_name);
                xml.text("OriginPath", "");
                xml.nothing("CustomHeaders");
                if origin.domain_name.ends_with("amazonaws.com") {
                    xml.within("S3OriginConfig", |xml| xml.text("OriginAccessIdentity", ""));
                } else {
                    xml.within("CustomOriginConfig", custom_origin);
                }
                xml.text("ConnectionAttempts", 3);
                xml.text("ConnectionTimeout", 10);
                xml.within("OriginShield", |xml| xml.text("Enabled", false));
            });
        });
    });
    xml.nothing("OriginGroups");
    xml.within("DefaultCacheBehavior", |xml| behavior(xml, &one.default_behavior));
    xml.within("CacheBehaviors", |xml| {
        xml.items(one.behaviors, |xml, one| xml.within("CacheBehavior", |xml| behavior(xml, one)));
    });
    xml.nothing("CustomErrorResponses");
    xml.text("Comment", one.comment);
    xml.text("PriceClass", one.price_class);
    xml.text("Enabled", one.enabled);
    xml.within("ViewerCertificate", |xml| {
        xml.text("CloudFrontDefaultCertificate", one.aliases.is_empty());
        if !one.aliases.is_empty() {
            let certificate = Chance::of(&["certificate", one.id]).uuid();
            let account = crate::Practice::ACCOUNT;
            xml.text("ACMCertificateArn", format!("arn:aws:acm:us-east-1:{account}:certificate/{certificate}"));
            xml.text("SSLSupportMethod", "sni-only");
        }
        xml.text("MinimumProtocolVersion", if one.aliases.is_empty() { "TLSv1" } else { "TLSv1.2_2021" });
    });
    xml.within("Restrictions", |xml| {
        xml.within("GeoRestriction", |xml| {
            xml.text("RestrictionType", "none");
            xml.text("Quantity", 0);
        });
    });
    xml.text("WebACLId", "");
    xml.text("HttpVersion", "http2and3");
    xml.text("IsIPV6Enabled", true);
}

fn behavior(xml: &mut Xml, one: &Behavior) {
    if !one.path_pattern.is_empty() {
        xml.text("PathPattern", one.path_pattern);
    }
    xml.text("TargetOriginId", one.origin);
    for name in ["TrustedSigners", "TrustedKeyGroups"] {
        xml.within(name, trusts_nobody);
    }
    xml.text("ViewerProtocolPolicy", "redirect-to-https");
    xml.within("AllowedMethods", |xml| {
        xml.items(&["HEAD", "GET"], |xml, method| xml.text("Method", method));
        xml.texts("CachedMethods", "Method", &["HEAD", "GET"]);
    });
    xml.text("SmoothStreaming", false);
    xml.text("Compress", true);
    xml.nothing("LambdaFunctionAssociations");
    xml.nothing("FunctionAssociations");
    xml.text("FieldLevelEncryptionId", "");
    match one.cache_key {
        CacheKey::Policy(id) => xml.text("CachePolicyId", id),
        CacheKey::ForwardedValues { query_string, parameters } => {
            xml.within("ForwardedValues", |xml| {
                xml.text("QueryString", query_string);
                xml.within("Cookies", |xml| xml.text("Forward", "none"));
                xml.nothing("Headers");
                xml.texts("QueryStringCacheKeys", "Name", parameters);
            });
            xml.text("MinTTL", 0);
            xml.text("DefaultTTL", 86_400);
            xml.text("MaxTTL", 31_536_000);
        }
    }
}

fn custom_origin(xml: &mut Xml) {
    xml.text("HTTPPort", 80);
    xml.text("HTTPSPort", 443);
    xml.text("OriginProtocolPolicy", "https-only");
    xml.within("OriginSslProtocols", |xml| xml.items(&["TLSv1.2"], |xml, name| xml.text("SslProtocol", name)));
    xml.text("OriginReadTimeout", 30);
    xml.text("OriginKeepaliveTimeout", 5);
}

fn trusts_nobody(xml: &mut Xml) {
    xml.text("Enabled", false);
    xml.text("Quantity", 0);
}
