//! How much may be in progress at once.

use anyhow::{Result, ensure};
use engine::Failure;

use crate::ground::{Ground, fails_as};

/// Fills a quota, and checks that one more item is refused by that quota.
async fn holds(ground: &Ground, quota: usize, item: impl Fn(usize) -> String, for_wildcards: bool) -> Result<()> {
    let items: Vec<String> = (0..quota).map(item).collect();
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    (ground.minutes_pass)();
    let filled = ground.make(ground.on_site(), &items).await?;
    ensure!(filled.items.len() == quota, "{} of {quota} were taken", filled.items.len());
    let code = if for_wildcards { "tooManyWildcardsInProgress" } else { "tooManyInProgress" };
    let over = ground.order(ground.on_site(), &[if for_wildcards { "/one/more/*" } else { "/one/more" }]);
    let failure = fails_as(code, ground.cloudfront.submit(&over).await)?;
    ensure!(matches!(failure, Failure::TooManyInProgress { wildcards, .. } if wildcards == for_wildcards));
    // The other quota is not touched.
    ground.make(ground.on_site(), &[if for_wildcards { "/a/file" } else { "/a/wildcard/*" }]).await?;
    (ground.minutes_pass)();
    ground.cloudfront.submit(&over).await?;
    Ok(())
}

pub async fn three_thousand_files_are_taken_and_no_more(ground: &Ground) -> Result<()> {
    holds(ground, 3_000, |number| format!("/file/{number}"), false).await
}

pub async fn fifteen_wildcards_are_taken_and_no_more(ground: &Ground) -> Result<()> {
    holds(ground, 15, |number| format!("/folder/{number}/*"), true).await
}
