//! What CloudFront answers, in the words of the domain.

mod behaviors;

use aws_sdk_cloudfront::types as sdk;
use aws_smithy_types::DateTime;
use domain::{
    ConnectionMode, Distribution, DistributionDetails, DistributionId, Invalidation, InvalidationId,
    InvalidationStatus, InvalidationSummary, Item, Tenant, TenantId,
};
use engine::ports::Page;
use jiff::Timestamp;

pub(crate) use self::behaviors::{Terms, cache_policies, terms};

/// What was missing in an answer that is well-formed all the same. The SDK puts empty values where the service left
/// something out, so what matters is checked here.
pub(crate) type Missing = &'static str;

/// A whole invalidation.
///
/// Its items are checked against the count beside them: they are read once and kept for good, so a list that was cut
/// short must not be taken for the whole.
pub(crate) fn invalidation(reply: Option<sdk::Invalidation>) -> Result<Invalidation, Missing> {
    let reply = reply.ok_or("it is empty")?;
    let summary = summary(&reply.id, &reply.create_time, &reply.status)?;
    let batch = reply.invalidation_batch.ok_or("it has no batch")?;
    let paths = batch.paths.ok_or("it has no items")?;
    let items: Vec<Item> = paths.items.unwrap_or_default().into_iter().map(Item::as_sent).collect();
    if items.is_empty() {
        return Err("it has no items");
    }
    if usize::try_from(paths.quantity) != Ok(items.len()) {
        return Err("it does not have as many items as it says");
    }
    let InvalidationSummary { id, created, status } = summary;
    Ok(Invalidation { id, created, status, reference: batch.caller_reference, items })
}

fn summary(id: &str, created: &DateTime, status: &str) -> Result<InvalidationSummary, Missing> {
    if id.is_empty() {
        return Err("it has no invalidation id");
    }
    Ok(InvalidationSummary {
        id: InvalidationId::new(id),
        created: timestamp(created)?,
        status: InvalidationStatus::read(status),
    })
}

/// A time of the service's. No invalidation is from 1970: that is what the SDK makes of a time that was left out.
fn timestamp(time: &DateTime) -> Result<Timestamp, Missing> {
    if time.secs() <= 0 {
        return Err("it has no time of creation");
    }
    let nanoseconds = i32::try_from(time.subsec_nanos()).map_err(|_| "its time of creation is no time")?;
    Timestamp::new(time.secs(), nanoseconds).map_err(|_| "its time of creation is no time")
}

/// A page of invalidations.
pub(crate) fn invalidations(reply: Option<sdk::InvalidationList>) -> Result<Page<InvalidationSummary>, Missing> {
    let reply = reply.ok_or("it is empty")?;
    let rows = reply.items.unwrap_or_default();
    let rows = rows.iter().map(|row| summary(&row.id, &row.create_time, &row.status)).collect::<Result<_, _>>()?;
    Ok(Page { rows, next: next(reply.is_truncated, reply.next_marker) })
}

/// A page of distributions.
pub(crate) fn distributions(reply: Option<sdk::DistributionList>) -> Result<Page<Distribution>, Missing> {
    let reply = reply.ok_or("it is empty")?;
    let rows = reply.items.unwrap_or_default().into_iter().map(distribution).collect();
    Ok(Page { rows, next: next(reply.is_truncated, reply.next_marker) })
}

/// Where the next page begins. A marker on the last page would have one read on for ever.
fn next(is_truncated: bool, marker: Option<String>) -> Option<String> {
    marker.filter(|marker| is_truncated && !marker.is_empty())
}

fn distribution(row: sdk::DistributionSummary) -> Distribution {
    Distribution {
        id: DistributionId::new(row.id),
        domain_name: row.domain_name,
        aliases: row.aliases.and_then(|aliases| aliases.items).unwrap_or_default(),
        description: row.comment,
        status: row.status,
        enabled: row.enabled,
        staging: row.staging,
        mode: mode(row.connection_mode.as_ref()),
    }
}

fn mode(mode: Option<&sdk::ConnectionMode>) -> ConnectionMode {
    match mode {
        Some(sdk::ConnectionMode::TenantOnly) => ConnectionMode::TenantOnly,
        _ => ConnectionMode::Direct,
    }
}

/// A distribution with its configuration; `policy` gives the terms of a cache policy by its id.
pub(crate) fn details(
    reply: sdk::Distribution,
    policy: impl Fn(&str) -> Terms,
) -> Result<DistributionDetails, Missing> {
    if reply.id.is_empty() {
        return Err("it has no distribution id");
    }
    let config = reply.distribution_config.ok_or("it has no configuration")?;
    Ok(DistributionDetails {
        behaviors: behaviors::behaviors(&config, policy),
        cache_tag_header: config.cache_tag_config.map(|tags| tags.header_name).filter(|header| !header.is_empty()),
        default_root_object: config
            .default_root_object
            .map(|object| object.trim_start_matches('/').to_owned())
            .filter(|object| !object.is_empty()),
        in_progress: u32::try_from(reply.in_progress_invalidation_batches).unwrap_or(0),
        price_class: config.price_class.map(|class| class.as_str().to_owned()).unwrap_or_default(),
        origins: config
            .origins
            .map(|origins| origins.items.into_iter().map(|origin| origin.domain_name).collect())
            .unwrap_or_default(),
        distribution: Distribution {
            id: DistributionId::new(reply.id),
            domain_name: reply.domain_name,
            aliases: config.aliases.and_then(|aliases| aliases.items).unwrap_or_default(),
            description: config.comment,
            status: reply.status,
            enabled: config.enabled,
            staging: config.staging.unwrap_or(false),
            mode: mode(config.connection_mode.as_ref()),
        },
    })
}

/// A page of tenants. This list has no `IsTruncated`: a marker is there as long as there is more (API,
/// ListDistributionTenants).
pub(crate) fn tenants(rows: Option<Vec<sdk::DistributionTenantSummary>>, marker: Option<String>) -> Page<Tenant> {
    let rows = rows.unwrap_or_default().into_iter().map(|row| Tenant {
        id: TenantId::new(row.id),
        distribution: DistributionId::new(row.distribution_id),
        name: row.name,
        domains: row.domains.into_iter().map(|domain| domain.domain).collect(),
        status: row.status.unwrap_or_default(),
        enabled: row.enabled.unwrap_or(true),
    });
    Page { rows: rows.collect(), next: next(true, marker) }
}

/// One tenant. Where `Enabled` is left out, it is enabled (API, CreateDistributionTenant).
pub(crate) fn tenant(reply: Option<sdk::DistributionTenant>) -> Result<Tenant, Missing> {
    let reply = reply.ok_or("it is empty")?;
    let id = reply.id.filter(|id| !id.is_empty()).ok_or("it has no tenant id")?;
    Ok(Tenant {
        id: TenantId::new(id),
        distribution: DistributionId::new(reply.distribution_id.ok_or("it has no distribution id")?),
        name: reply.name.unwrap_or_default(),
        domains: reply.domains.unwrap_or_default().into_iter().map(|domain| domain.domain).collect(),
        status: reply.status.unwrap_or_default(),
        enabled: reply.enabled.unwrap_or(true),
    })
}
