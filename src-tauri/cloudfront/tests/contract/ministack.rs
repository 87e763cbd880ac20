//! ministack, an emulator of many services in Python.

use std::sync::atomic::AtomicU32;

use anyhow::{Context, Result};
use aws_sdk_cloudfront::types as sdk;
use cloudfront::SdkCloudFront;
use domain::{DistributionId, QueryStrings, TenantId};

use crate::ground::Ground;
use crate::server::{Running, behavior, configuration, create, start};

/// AWS's managed policy CachingOptimized, which takes nothing of the query string (DG "Use managed cache policies").
const CACHING_OPTIMIZED: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";

/// A new ministack with the distributions and the tenant that the clauses want.
pub async fn ground() -> Result<(Ground, Running)> {
    let mut server = start("ministack", "ministack", |command, port| {
        command.envs([("BIND_HOST", "127.0.0.1"), ("GATEWAY_PORT", &port.to_string())]);
    })?;
    let client = server.ready().await?;
    let optimized = || behavior().cache_policy_id(CACHING_OPTIMIZED).build();
    let tags = sdk::CacheTagConfig::builder().header_name("Cache-Tag").build()?;
    let site = create(&client, configuration("site", Some("www.example.com"), optimized()?)).await?;
    let tagged = create(&client, configuration("tagged", None, optimized()?).cache_tag_config(tags)).await?;
    let quiet = create(&client, configuration("quiet", None, optimized()?)).await?;
    let template = configuration("template", None, optimized()?).connection_mode(sdk::ConnectionMode::TenantOnly);
    let template = create(&client, template).await?;
    let tenant = client
        .create_distribution_tenant()
        .distribution_id(&template)
        .name("lighthouse-books")
        .domains(sdk::DomainItem::builder().domain("lighthouse.example.net").build()?)
        .send()
        .await?;
    let tenant = tenant.distribution_tenant.and_then(|tenant| tenant.id).context("no tenant in the answer")?;
    let ground = Ground {
        cloudfront: Box::new(SdkCloudFront::new(&server.config())),
        site: DistributionId::new(site),
        site_query_strings: QueryStrings::None,
        tagged: DistributionId::new(tagged),
        quiet: DistributionId::new(quiet),
        template: DistributionId::new(template),
        tenant: TenantId::new(tenant),
        minutes_pass: Box::new(|| ()),
        count: AtomicU32::new(0),
    };
    Ok((ground, server))
}
