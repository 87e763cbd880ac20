//! What becomes of an order.

use anyhow::{Result, ensure};
use domain::{DistributionId, InvalidationStatus, Target};

use crate::ground::{Ground, fails_as, order};

pub async fn an_order_is_taken_with_its_items_in_order(ground: &Ground) -> Result<()> {
    let order = ground.order(ground.on_site(), &["/b", "/images/*", "/a"]);
    let taken = ground.cloudfront.submit(&order).await?;
    ensure!(taken.items == order.batch.items(), "the items are {:?}", taken.items);
    ensure!(taken.reference == order.reference.as_str(), "the reference is {}", taken.reference);
    Ok(())
}

pub async fn a_new_invalidation_is_in_progress(ground: &Ground) -> Result<()> {
    let taken = ground.make(ground.on_site(), &["/progress"]).await?;
    ensure!(taken.status == InvalidationStatus::InProgress, "it is {} at once", taken.status.as_str());
    Ok(())
}

pub async fn the_same_reference_with_the_same_items_makes_nothing_new(ground: &Ground) -> Result<()> {
    let order = ground.order(ground.on_site(), &["/x", "/y"]);
    let first = ground.cloudfront.submit(&order).await?;
    ground.cloudfront.invalidation(&order.target, &first.id).await?;
    let again = ground.cloudfront.submit(&order).await?;
    ensure!(again.id == first.id, "a new invalidation is made");
    ensure!(again.created == first.created, "it was created at another time");
    Ok(())
}

pub async fn the_same_reference_with_other_items_is_refused(ground: &Ground) -> Result<()> {
    let first = ground.order(ground.on_site(), &["/one"]);
    ground.cloudfront.submit(&first).await?;
    let other = order(ground.on_site(), first.reference.as_str(), &["/other"]);
    fails_as("referenceUsed", ground.cloudfront.submit(&other).await)?;
    Ok(())
}

pub async fn each_distribution_has_references_of_its_own(ground: &Ground) -> Result<()> {
    let first = ground.order(ground.on_site(), &["/here"]);
    let here = ground.cloudfront.submit(&first).await?;
    let tagged = Target::Distribution(ground.tagged.clone());
    let there = ground.cloudfront.submit(&order(tagged, first.reference.as_str(), &["/there"])).await?;
    ensure!(here.id != there.id, "two distributions share an invalidation");
    Ok(())
}

pub async fn characters_of_xml_and_of_urls_come_back_as_they_were_sent(ground: &Ground) -> Result<()> {
    let items = ["/a?x=1&y=2", "/it's", "/caf%C3%A9", "/a+b,c;d=e:f@g!$()", "/.well-known/../x", "/"];
    let taken = ground.make(ground.on_site(), &items).await?;
    let read = ground.cloudfront.invalidation(&ground.on_site(), &taken.id).await?;
    let read: Vec<_> = read.items.iter().map(|item| item.as_str()).collect();
    ensure!(read == items, "they came back as {read:?}");
    Ok(())
}

pub async fn tags_and_paths_share_a_batch(ground: &Ground) -> Result<()> {
    let items = ["#product:tv", "/tv/*", "#Campaign_2026"];
    let taken = ground.make(Target::Distribution(ground.tagged.clone()), &items).await?;
    let taken: Vec<_> = taken.items.iter().map(|item| item.as_str()).collect();
    ensure!(taken == items, "they came back as {taken:?}");
    Ok(())
}

async fn is_refused(ground: &Ground, item: &str) -> Result<()> {
    let order = ground.order(ground.on_site(), &["/good", item]);
    fails_as("invalid", ground.cloudfront.submit(&order).await)?;
    Ok(())
}

pub async fn a_path_without_a_leading_slash_is_refused(ground: &Ground) -> Result<()> {
    is_refused(ground, "index.html").await
}

pub async fn a_star_that_is_not_at_the_end_is_refused(ground: &Ground) -> Result<()> {
    is_refused(ground, "/*.jpg").await
}

pub async fn a_path_that_is_not_encoded_is_refused(ground: &Ground) -> Result<()> {
    is_refused(ground, "/café").await
}

pub async fn a_tilde_is_refused(ground: &Ground) -> Result<()> {
    is_refused(ground, "/x~y").await
}

pub async fn a_path_beyond_4000_characters_is_refused(ground: &Ground) -> Result<()> {
    is_refused(ground, &format!("/{}", "x".repeat(4_000))).await
}

pub async fn an_unknown_distribution_is_not_found(ground: &Ground) -> Result<()> {
    let target = Target::Distribution(DistributionId::new("E0UNKNOWN00000"));
    let outcome = ground.cloudfront.submit(&ground.order(target, &["/a"])).await;
    let failure = fails_as("notFound", outcome)?;
    ensure!(failure.detail() == "distribution E0UNKNOWN00000", "what was not found is {}", failure.detail());
    Ok(())
}
