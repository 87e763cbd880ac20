//! What can be read.

use std::collections::HashSet;

use anyhow::{Context, Result, ensure};
use domain::{ConnectionMode, DistributionId, InvalidationId, Target};

use crate::ground::{Ground, fails_as};

pub async fn an_invalidation_is_read_as_it_was_made(ground: &Ground) -> Result<()> {
    let made = ground.make(ground.on_site(), &["/z", "/a", "/m/*"]).await?;
    let read = ground.cloudfront.invalidation(&ground.on_site(), &made.id).await?;
    ensure!(read.items == made.items, "the items are {:?}", read.items);
    ensure!(read.reference == made.reference, "the reference is {}", read.reference);
    ensure!(read.created == made.created, "it was created at {}", read.created);
    Ok(())
}

pub async fn an_unknown_invalidation_is_not_found(ground: &Ground) -> Result<()> {
    let outcome = ground.cloudfront.invalidation(&ground.on_site(), &InvalidationId::new("I0UNKNOWN")).await;
    let failure = fails_as("notFound", outcome)?;
    ensure!(failure.detail().starts_with("invalidation I0UNKNOWN of "), "what was not found is {}", failure.detail());
    Ok(())
}

fn nowhere() -> Target {
    Target::Distribution(DistributionId::new("E0UNKNOWN00000"))
}

pub async fn an_invalidation_of_an_unknown_distribution_is_not_found(ground: &Ground) -> Result<()> {
    let outcome = ground.cloudfront.invalidation(&nowhere(), &InvalidationId::new("I0UNKNOWN")).await;
    let failure = fails_as("notFound", outcome)?;
    ensure!(failure.detail() == "distribution E0UNKNOWN00000", "what was not found is {}", failure.detail());
    Ok(())
}

pub async fn an_invalidation_is_completed_in_the_end(ground: &Ground) -> Result<()> {
    let made = ground.make(ground.on_site(), &["/done"]).await?;
    (ground.minutes_pass)();
    let read = ground.cloudfront.invalidation(&ground.on_site(), &made.id).await?;
    ensure!(read.status.is_completed(), "it is {}", read.status.as_str());
    Ok(())
}

pub async fn a_list_runs_newest_first(ground: &Ground) -> Result<()> {
    let older = ground.make(ground.on_site(), &["/older"]).await?;
    (ground.minutes_pass)();
    let newer = ground.make(ground.on_site(), &["/newer"]).await?;
    let page = ground.cloudfront.invalidations(&ground.on_site(), None, 100).await?;
    let place = |id: &InvalidationId| page.rows.iter().position(|row| row.id == *id);
    let newer = place(&newer.id).context("the newer one is not on the first page")?;
    let older = place(&older.id).context("the older one is not on the first page")?;
    ensure!(newer < older, "the newer one comes after the older one");
    Ok(())
}

/// Five invalidations on the quiet distribution, which are there once, however many clauses ask.
async fn five(ground: &Ground) -> Result<HashSet<InvalidationId>> {
    let there = ground.cloudfront.invalidations(&ground.on_quiet(), None, 100).await?;
    let mut ids: HashSet<_> = there.rows.into_iter().map(|row| row.id).collect();
    while ids.len() < 5 {
        ids.insert(ground.make(ground.on_quiet(), &["/five"]).await?.id);
    }
    Ok(ids)
}

pub async fn a_list_comes_in_pages_of_the_size_asked_for(ground: &Ground) -> Result<()> {
    let wanted = five(ground).await?;
    let (mut seen, mut sizes, mut after) = (HashSet::new(), Vec::new(), None);
    loop {
        let page = ground.cloudfront.invalidations(&ground.on_quiet(), after.as_deref(), 2).await?;
        sizes.push(page.rows.len());
        seen.extend(page.rows.into_iter().map(|row| row.id));
        after = page.next;
        if after.is_none() || sizes.len() > 5 {
            break;
        }
    }
    ensure!(sizes == [2, 2, 1], "the pages hold {sizes:?}");
    ensure!(seen == wanted, "not every invalidation is on a page");
    Ok(())
}

pub async fn a_pages_marker_is_its_last_id(ground: &Ground) -> Result<()> {
    five(ground).await?;
    let page = ground.cloudfront.invalidations(&ground.on_quiet(), None, 2).await?;
    let next = page.next.context("there is no marker")?;
    let last = page.rows.last().context("the page is empty")?;
    ensure!(next == last.id.as_str(), "the marker is another word");
    Ok(())
}

pub async fn a_list_of_an_unknown_distribution_is_not_found(ground: &Ground) -> Result<()> {
    fails_as("notFound", ground.cloudfront.invalidations(&nowhere(), None, 10).await)?;
    Ok(())
}

pub async fn distributions_are_listed_with_what_people_know_them_by(ground: &Ground) -> Result<()> {
    let page = ground.cloudfront.distributions(None, 100).await?;
    let site = page.rows.iter().find(|row| row.id == ground.site).context("the site is not listed")?;
    ensure!(site.serves("www.example.com"), "it serves {:?}", site.aliases);
    ensure!(site.serves(&site.domain_name) && site.domain_name.ends_with(".cloudfront.net"), "{}", site.domain_name);
    ensure!(!site.description.is_empty(), "it has no description");
    ensure!(site.enabled && !site.staging, "it is disabled, or a staging one");
    ensure!(site.mode == ConnectionMode::Direct, "it only serves tenants");
    Ok(())
}

pub async fn a_distribution_that_only_serves_tenants_says_so(ground: &Ground) -> Result<()> {
    let page = ground.cloudfront.distributions(None, 100).await?;
    let template = page.rows.iter().find(|row| row.id == ground.template).context("the template is not listed")?;
    ensure!(template.mode == ConnectionMode::TenantOnly, "the template does not say that it only serves tenants");
    Ok(())
}

pub async fn distributions_come_in_pages_of_the_size_asked_for(ground: &Ground) -> Result<()> {
    let all = ground.cloudfront.distributions(None, 100).await?;
    ensure!(all.next.is_none(), "there is a second page of them");
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = ground.cloudfront.distributions(after.as_deref(), 1).await?;
        ensure!(page.rows.len() == 1, "a page holds {}", page.rows.len());
        seen.extend(page.rows);
        after = page.next;
        if after.is_none() || seen.len() > all.rows.len() {
            break;
        }
    }
    let ids = |rows: &[domain::Distribution]| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    ensure!(ids(&seen) == ids(&all.rows), "page by page they are {:?}", ids(&seen));
    Ok(())
}

pub async fn a_distribution_tells_its_configuration(ground: &Ground) -> Result<()> {
    let site = ground.cloudfront.distribution(&ground.site).await?;
    ensure!(site.distribution.id == ground.site, "it is {}", site.distribution.id);
    ensure!(site.distribution.serves("www.example.com"), "it serves {:?}", site.distribution.aliases);
    ensure!(site.default_root_object.as_deref() == Some("index.html"), "it is {:?}", site.default_root_object);
    ensure!(!site.origins.is_empty() && !site.price_class.is_empty(), "origins {:?}", site.origins);
    let default = site.behaviors.last().context("it has no behavior")?;
    ensure!(default.path_pattern == "*", "the last behavior is {}", default.path_pattern);
    ensure!(default.query_strings == ground.site_query_strings, "query strings: {:?}", default.query_strings);
    Ok(())
}

pub async fn a_distribution_tells_its_cache_tags_header(ground: &Ground) -> Result<()> {
    let tagged = ground.cloudfront.distribution(&ground.tagged).await?;
    ensure!(tagged.cache_tag_header.as_deref() == Some("Cache-Tag"), "it is {:?}", tagged.cache_tag_header);
    let site = ground.cloudfront.distribution(&ground.site).await?;
    ensure!(site.cache_tag_header.is_none(), "another one has {:?} too", site.cache_tag_header);
    Ok(())
}

pub async fn a_distribution_counts_what_is_in_progress(ground: &Ground) -> Result<()> {
    (ground.minutes_pass)();
    ground.make(ground.on_site(), &["/counted"]).await?;
    let site = ground.cloudfront.distribution(&ground.site).await?;
    ensure!(site.in_progress == 1, "it counts {}", site.in_progress);
    Ok(())
}

pub async fn a_distribution_that_does_not_exist_is_not_found(ground: &Ground) -> Result<()> {
    let outcome = ground.cloudfront.distribution(&DistributionId::new("E0UNKNOWN00000")).await;
    fails_as("notFound", outcome)?;
    Ok(())
}
