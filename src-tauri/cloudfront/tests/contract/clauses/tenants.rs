//! Distribution tenants, and invalidations of theirs.

use anyhow::{Context, Result, ensure};
use domain::{Target, TenantId};

use crate::ground::{Ground, fails_as};

pub async fn tenants_are_listed_of_their_distribution(ground: &Ground) -> Result<()> {
    let page = ground.cloudfront.tenants(&ground.template, None, 100).await?;
    let tenant = page.rows.iter().find(|row| row.id == ground.tenant).context("the tenant is not listed")?;
    ensure!(page.rows.iter().all(|row| row.distribution == ground.template), "others' tenants are listed too");
    ensure!(tenant.domains.iter().any(|domain| domain == "lighthouse.example.net"), "it serves {:?}", tenant.domains);
    Ok(())
}

pub async fn a_tenant_is_read_by_its_id(ground: &Ground) -> Result<()> {
    let tenant = ground.cloudfront.tenant(&ground.tenant).await?;
    ensure!(tenant.id == ground.tenant && tenant.distribution == ground.template, "it is {tenant:?}");
    ensure!(tenant.domains.iter().any(|domain| domain == "lighthouse.example.net"), "it serves {:?}", tenant.domains);
    ensure!(tenant.enabled && !tenant.name.is_empty(), "it is {tenant:?}");
    Ok(())
}

pub async fn an_unknown_tenant_is_not_found(ground: &Ground) -> Result<()> {
    let failure = fails_as("notFound", ground.cloudfront.tenant(&TenantId::new("dt_unknown")).await)?;
    ensure!(failure.detail() == "distribution tenant dt_unknown", "what was not found is {}", failure.detail());
    Ok(())
}

pub async fn a_tenants_invalidation_is_made_and_read(ground: &Ground) -> Result<()> {
    let order = ground.order(ground.on_tenant(), &["/b", "/a/*"]);
    let made = ground.cloudfront.submit(&order).await?;
    ensure!(made.items == order.batch.items(), "the items are {:?}", made.items);
    let again = ground.cloudfront.submit(&order).await?;
    ensure!(again.id == made.id, "a new invalidation is made");
    let read = ground.cloudfront.invalidation(&order.target, &made.id).await?;
    ensure!(read.items == made.items && read.reference == order.reference.as_str(), "it reads {read:?}");
    Ok(())
}

pub async fn a_tenants_invalidations_are_listed(ground: &Ground) -> Result<()> {
    let made = ground.make(ground.on_tenant(), &["/listed"]).await?;
    let page = ground.cloudfront.invalidations(&ground.on_tenant(), None, 100).await?;
    ensure!(page.rows.iter().any(|row| row.id == made.id), "it is not listed");
    Ok(())
}

pub async fn an_unknown_tenant_takes_no_invalidation(ground: &Ground) -> Result<()> {
    let order = ground.order(Target::Tenant(TenantId::new("dt_unknown")), &["/a"]);
    fails_as("notFound", ground.cloudfront.submit(&order).await)?;
    Ok(())
}
