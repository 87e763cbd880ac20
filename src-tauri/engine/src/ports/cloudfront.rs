//! What is asked of CloudFront.

use async_trait::async_trait;
use domain::submission::Order;
use domain::{
    Distribution, DistributionDetails, DistributionId, Invalidation, InvalidationId, InvalidationSummary, Target,
    Tenant, TenantId,
};

use crate::Failure;

/// One page of a list, newest first where the service says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub rows: Vec<T>,
    /// Where the next page begins; `None` on the last.
    pub next: Option<String>,
}

/// CloudFront's calls, for one account.
///
/// Every method makes the calls its name says and no more. A list's `after` is the marker of an earlier page's `next`;
/// `limit` is how many rows a page holds at the most.
#[async_trait]
pub trait CloudFront: Send + Sync {
    /// Sends one order, in exactly one attempt: no retry happens below this call.
    ///
    /// # Errors
    /// [`Failure::ReplyLost`] when the order may have been taken all the same; every other failure says that this
    /// attempt was not.
    async fn submit(&self, order: &Order) -> Result<Invalidation, Failure>;

    /// One invalidation, with its items.
    async fn invalidation(&self, target: &Target, id: &InvalidationId) -> Result<Invalidation, Failure>;

    /// A page of a target's invalidations, newest first.
    async fn invalidations(
        &self,
        target: &Target,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<InvalidationSummary>, Failure>;

    /// A page of the account's distributions.
    async fn distributions(&self, after: Option<&str>, limit: u16) -> Result<Page<Distribution>, Failure>;

    /// One distribution with its configuration, its cache policies read as far as is permitted.
    async fn distribution(&self, id: &DistributionId) -> Result<DistributionDetails, Failure>;

    /// A page of a multi-tenant distribution's tenants.
    async fn tenants(
        &self,
        distribution: &DistributionId,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<Tenant>, Failure>;

    /// One tenant.
    async fn tenant(&self, id: &TenantId) -> Result<Tenant, Failure>;
}
