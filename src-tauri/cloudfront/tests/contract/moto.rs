//! moto (getmoto/moto), a mock of many services in Python.

use std::sync::atomic::AtomicU32;

use anyhow::Result;
use aws_sdk_cloudfront::types as sdk;
use cloudfront::SdkCloudFront;
use domain::{DistributionId, QueryStrings, TenantId};

use crate::ground::Ground;
use crate::server::{Running, behavior, configuration, create, start};

/// A new moto with the distributions that the clauses want; it has no tenants.
pub async fn ground() -> Result<(Ground, Running)> {
    let mut server = start("moto", "moto_server", |command, port| {
        command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
    })?;
    let client = server.ready().await?;
    // The older way to say what is in the cache key: moto knows no cache policies.
    #[allow(deprecated)]
    let forwarding = || {
        let cookies = sdk::CookiePreference::builder().forward(sdk::ItemSelection::None).build()?;
        behavior()
            .forwarded_values(sdk::ForwardedValues::builder().query_string(true).cookies(cookies).build()?)
            .build()
    };
    let tags = sdk::CacheTagConfig::builder().header_name("Cache-Tag").build()?;
    let site = create(&client, configuration("site", Some("www.example.com"), forwarding()?)).await?;
    let tagged = create(&client, configuration("tagged", None, forwarding()?).cache_tag_config(tags)).await?;
    let quiet = create(&client, configuration("quiet", None, forwarding()?)).await?;
    let template = configuration("template", None, forwarding()?).connection_mode(sdk::ConnectionMode::TenantOnly);
    let template = create(&client, template).await?;
    let ground = Ground {
        cloudfront: Box::new(SdkCloudFront::new(&server.config())),
        site: DistributionId::new(site),
        site_query_strings: QueryStrings::All,
        tagged: DistributionId::new(tagged),
        quiet: DistributionId::new(quiet),
        template: DistributionId::new(template),
        tenant: TenantId::new("dt_none"),
        minutes_pass: Box::new(|| ()),
        count: AtomicU32::new(0),
    };
    Ok((ground, server))
}
