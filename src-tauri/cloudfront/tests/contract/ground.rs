//! What the clauses stand on: an account with a few distributions, reached over the crate under test.

use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Result, bail};
use domain::submission::Order;
use domain::{Batch, CallerReference, DistributionId, Invalidation, Item, QueryStrings, Target, TenantId};
use engine::Failure;
use engine::ports::CloudFront;

/// An account and what is known of it.
pub struct Ground {
    /// The account's calls.
    pub cloudfront: Box<dyn CloudFront>,
    /// A distribution that serves `www.example.com`, with a description, and `index.html` for `/`.
    pub site: DistributionId,
    /// What the site's default behavior takes of the query string.
    pub site_query_strings: QueryStrings,
    /// A distribution whose cache tags are in the header `Cache-Tag`.
    pub tagged: DistributionId,
    /// A distribution on which nothing else is invalidated, for counting.
    pub quiet: DistributionId,
    /// A multi-tenant distribution.
    pub template: DistributionId,
    /// A tenant of it that serves `lighthouse.example.net`.
    pub tenant: TenantId,
    /// Lets some minutes go by, where the time is the test's.
    pub minutes_pass: Box<dyn Fn() + Send + Sync>,
    /// Makes references differ.
    pub count: AtomicU32,
}

impl Ground {
    /// The site as a target.
    pub fn on_site(&self) -> Target {
        Target::Distribution(self.site.clone())
    }

    /// The tenant as a target.
    pub fn on_tenant(&self) -> Target {
        Target::Tenant(self.tenant.clone())
    }

    /// The quiet distribution as a target.
    pub fn on_quiet(&self) -> Target {
        Target::Distribution(self.quiet.clone())
    }

    /// An order of these items under a reference that was never used.
    pub fn order(&self, target: Target, items: &[&str]) -> Order {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        order(target, &format!("contract-{number}"), items)
    }

    /// Makes an invalidation of these items.
    pub async fn make(&self, target: Target, items: &[&str]) -> Result<Invalidation> {
        Ok(self.cloudfront.submit(&self.order(target, items)).await?)
    }
}

/// An order of these items under this reference.
pub fn order(target: Target, reference: &str, items: &[&str]) -> Order {
    let items = items.iter().map(|item| Item::as_sent(*item)).collect();
    let reference = CallerReference::from_stored(reference.to_owned());
    Order { target, reference, batch: Batch::new(items).unwrap() }
}

/// Passes if the outcome is a failure with this code; says what it was instead.
pub fn fails_as<T>(code: &str, outcome: Result<T, Failure>) -> Result<Failure> {
    match outcome {
        Ok(_) => bail!("it was accepted"),
        Err(failure) if failure.code() == code => Ok(failure),
        Err(failure) => bail!("it failed as {}: {failure}", failure.code()),
    }
}
