//! The calls that are simulated, and what they are made against.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A call of CloudFront's API, by the name that AWS gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The API Reference has a page of each name, and these say no more.
pub enum Operation {
    CreateInvalidation,
    GetInvalidation,
    ListInvalidations,
    CreateInvalidationForDistributionTenant,
    GetInvalidationForDistributionTenant,
    ListInvalidationsForDistributionTenant,
    ListDistributions,
    GetDistribution,
    GetDistributionConfig,
    GetCachePolicy,
    ListDistributionTenants,
    GetDistributionTenant,
}

impl fmt::Display for Operation {
    /// The name as the API and, behind `cloudfront:`, a policy has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// What an invalidation is made against. Each target has its own caller references and quotas.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Target {
    /// A distribution, by its id.
    Distribution(String),
    /// A distribution tenant, by its id.
    Tenant(String),
}

impl Target {
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Distribution(id) | Self::Tenant(id) => id,
        }
    }

    /// The kind of resource, as it stands in URIs and in ARNs.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Distribution(_) => "distribution",
            Self::Tenant(_) => "distribution-tenant",
        }
    }
}

/// Which part of a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageRequest {
    /// The id of the last row of the page before; `None` for the first page.
    pub(crate) marker: Option<String>,
    /// How many rows at the most; `None` leaves it to the service.
    pub(crate) max_items: Option<usize>,
}

/// One call with its parameters; a body, where it has one, is read apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    CreateInvalidation(Target),
    GetInvalidation(Target, String),
    ListInvalidations(Target, PageRequest),
    ListDistributions(PageRequest),
    GetDistribution(String),
    GetDistributionConfig(String),
    GetCachePolicy(String),
    ListDistributionTenants,
    GetDistributionTenant(String),
}

impl Call {
    /// Which of the API's calls it is.
    pub(crate) fn operation(&self) -> Operation {
        match self {
            Self::CreateInvalidation(Target::Distribution(_)) => Operation::CreateInvalidation,
            Self::CreateInvalidation(Target::Tenant(_)) => Operation::CreateInvalidationForDistributionTenant,
            Self::GetInvalidation(Target::Distribution(_), _) => Operation::GetInvalidation,
            Self::GetInvalidation(Target::Tenant(_), _) => Operation::GetInvalidationForDistributionTenant,
            Self::ListInvalidations(Target::Distribution(_), _) => Operation::ListInvalidations,
            Self::ListInvalidations(Target::Tenant(_), _) => Operation::ListInvalidationsForDistributionTenant,
            Self::ListDistributions(_) => Operation::ListDistributions,
            Self::GetDistribution(_) => Operation::GetDistribution,
            Self::GetDistributionConfig(_) => Operation::GetDistributionConfig,
            Self::GetCachePolicy(_) => Operation::GetCachePolicy,
            Self::ListDistributionTenants => Operation::ListDistributionTenants,
            Self::GetDistributionTenant(_) => Operation::GetDistributionTenant,
        }
    }

    /// The ARN that a policy would name; `*` for the two lists, which take no other (Service Authorization Reference).
    pub(crate) fn resource(&self) -> String {
        let (kind, id) = match self {
            Self::CreateInvalidation(target)
            | Self::GetInvalidation(target, _)
            | Self::ListInvalidations(target, _) => (target.kind(), target.id()),
            Self::GetDistribution(id) | Self::GetDistributionConfig(id) => ("distribution", id.as_str()),
            Self::GetCachePolicy(id) => ("cache-policy", id.as_str()),
            Self::GetDistributionTenant(id) => ("distribution-tenant", id.as_str()),
            Self::ListDistributions(_) | Self::ListDistributionTenants => return "*".to_owned(),
        };
        arn(kind, id)
    }
}

/// The ARN of one of the account's resources.
pub(crate) fn arn(kind: &str, id: &str) -> String {
    format!("arn:aws:cloudfront::{}:{kind}/{id}", crate::Practice::ACCOUNT)
}
