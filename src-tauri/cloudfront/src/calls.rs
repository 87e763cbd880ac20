//! The calls themselves: one method each, for distributions and for their tenants.

use std::collections::HashMap;

use async_trait::async_trait;
use aws_sdk_cloudfront::types as sdk;
use domain::submission::Order;
use domain::{
    Distribution, DistributionDetails, DistributionId, Invalidation, InvalidationId, InvalidationSummary, Target,
    Tenant, TenantId,
};
use engine::Failure;
use engine::ports::{CloudFront, Page};
use mishaps::Probe;

use crate::call::{Call, name_of};
use crate::client::{SdkCloudFront, exactly_once};
use crate::reply::{self, Terms};

impl SdkCloudFront {
    /// A call that changes nothing.
    fn read(&self, about: String) -> Call {
        Call { submits: false, about, invalidation: None, endpoint: self.endpoint.clone(), probe: Probe::default() }
    }

    /// The terms of each cache policy. Those of one that may not be read, or cannot be for any other reason, are
    /// unknown: a warning less in the editor, an advice less beside it, and nothing else depends on them.
    async fn cache_policies(&self, config: &sdk::DistributionConfig) -> HashMap<String, Terms> {
        let mut known = HashMap::new();
        // One after the other: a distribution rarely has more than two or three, and CloudFront throttles early.
        for id in reply::cache_policies(config) {
            let call = self.read(format!("cache policy {id}"));
            let asked = self.client.get_cache_policy().id(&id).customize().interceptor(call.probe.clone());
            let answer = asked.send().await.map_err(|error| call.failed(error));
            known.insert(id, answer.map_or(Terms::UNKNOWN, |answer| reply::terms(answer.cache_policy)));
        }
        known
    }
}

/// What CreateInvalidation carries.
fn batch(order: &Order) -> Result<sdk::InvalidationBatch, Failure> {
    let items: Vec<String> = order.batch.items().iter().map(|item| item.as_str().to_owned()).collect();
    let invalid = |error: &dyn std::error::Error| Failure::Invalid { detail: error.to_string() };
    let quantity = i32::try_from(items.len()).map_err(|error| invalid(&error))?;
    let paths =
        sdk::Paths::builder().quantity(quantity).set_items(Some(items)).build().map_err(|error| invalid(&error))?;
    let batch = sdk::InvalidationBatch::builder().paths(paths).caller_reference(order.reference.as_str());
    batch.build().map_err(|error| invalid(&error))
}

#[async_trait]
impl CloudFront for SdkCloudFront {
    async fn submit(&self, order: &Order) -> Result<Invalidation, Failure> {
        let call = Call { submits: true, ..self.read(name_of(&order.target)) };
        let batch = batch(order)?;
        let invalidation = match &order.target {
            Target::Distribution(id) => {
                let asked = self.client.create_invalidation().distribution_id(id.as_str()).invalidation_batch(batch);
                let asked = asked.customize().config_override(exactly_once()).interceptor(call.probe.clone());
                asked.send().await.map_err(|error| call.failed(error))?.invalidation
            }
            Target::Tenant(id) => {
                let asked = self.client.create_invalidation_for_distribution_tenant().id(id.as_str());
                let asked = asked.invalidation_batch(batch).customize();
                let asked = asked.config_override(exactly_once()).interceptor(call.probe.clone());
                asked.send().await.map_err(|error| call.failed(error))?.invalidation
            }
        };
        reply::invalidation(invalidation).map_err(|missing| call.unreadable(missing))
    }

    async fn invalidation(&self, target: &Target, id: &InvalidationId) -> Result<Invalidation, Failure> {
        let call = Call { invalidation: Some(id.clone()), ..self.read(name_of(target)) };
        let invalidation = match target {
            Target::Distribution(distribution) => {
                let asked = self.client.get_invalidation().distribution_id(distribution.as_str()).id(id.as_str());
                let asked = asked.customize().interceptor(call.probe.clone());
                asked.send().await.map_err(|error| call.failed(error))?.invalidation
            }
            Target::Tenant(tenant) => {
                let asked = self.client.get_invalidation_for_distribution_tenant();
                let asked = asked.distribution_tenant_id(tenant.as_str()).id(id.as_str());
                let asked = asked.customize().interceptor(call.probe.clone());
                asked.send().await.map_err(|error| call.failed(error))?.invalidation
            }
        };
        reply::invalidation(invalidation).map_err(|missing| call.unreadable(missing))
    }

    async fn invalidations(
        &self,
        target: &Target,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<InvalidationSummary>, Failure> {
        let call = self.read(name_of(target));
        let after = after.map(ToOwned::to_owned);
        let list = match target {
            Target::Distribution(id) => {
                let asked = self.client.list_invalidations().distribution_id(id.as_str());
                let asked = asked.set_marker(after).max_items(limit.into());
                let asked = asked.customize().interceptor(call.probe.clone());
                asked.send().await.map_err(|error| call.failed(error))?.invalidation_list
            }
            Target::Tenant(id) => {
                let asked = self.client.list_invalidations_for_distribution_tenant().id(id.as_str());
                let asked = asked.set_marker(after).max_items(limit.into());
                let asked = asked.customize().interceptor(call.probe.clone());
                asked.send().await.map_err(|error| call.failed(error))?.invalidation_list
            }
        };
        reply::invalidations(list).map_err(|missing| call.unreadable(missing))
    }

    async fn distributions(&self, after: Option<&str>, limit: u16) -> Result<Page<Distribution>, Failure> {
        let call = self.read("the account's distributions".to_owned());
        let asked = self.client.list_distributions().set_marker(after.map(ToOwned::to_owned)).max_items(limit.into());
        let asked = asked.customize().interceptor(call.probe.clone());
        let answer = asked.send().await.map_err(|error| call.failed(error))?;
        reply::distributions(answer.distribution_list).map_err(|missing| call.unreadable(missing))
    }

    async fn distribution(&self, id: &DistributionId) -> Result<DistributionDetails, Failure> {
        let call = self.read(format!("distribution {id}"));
        let asked = self.client.get_distribution().id(id.as_str()).customize().interceptor(call.probe.clone());
        let answer = asked.send().await.map_err(|error| call.failed(error))?;
        let distribution = answer.distribution.ok_or_else(|| call.unreadable("it is empty"))?;
        let policies = match &distribution.distribution_config {
            Some(config) => self.cache_policies(config).await,
            None => HashMap::new(),
        };
        reply::details(distribution, |id| policies.get(id).cloned().unwrap_or(Terms::UNKNOWN))
            .map_err(|missing| call.unreadable(missing))
    }

    async fn tenants(
        &self,
        distribution: &DistributionId,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<Tenant>, Failure> {
        let call = self.read(format!("the tenants of distribution {distribution}"));
        let filter = sdk::DistributionTenantAssociationFilter::builder().distribution_id(distribution.as_str()).build();
        let asked = self.client.list_distribution_tenants().association_filter(filter);
        let asked = asked.set_marker(after.map(ToOwned::to_owned)).max_items(limit.into());
        let asked = asked.customize().interceptor(call.probe.clone());
        let answer = asked.send().await.map_err(|error| call.failed(error))?;
        Ok(reply::tenants(answer.distribution_tenant_list, answer.next_marker))
    }

    async fn tenant(&self, id: &TenantId) -> Result<Tenant, Failure> {
        let call = self.read(format!("distribution tenant {id}"));
        let asked = self.client.get_distribution_tenant().identifier(id.as_str());
        let asked = asked.customize().interceptor(call.probe.clone());
        let answer = asked.send().await.map_err(|error| call.failed(error))?;
        reply::tenant(answer.distribution_tenant).map_err(|missing| call.unreadable(missing))
    }
}

#[cfg(test)]
mod tests;
