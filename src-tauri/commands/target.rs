//! What an invalidation is made against, as the window names it.

use domain::{DistributionId, Target, TenantId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A distribution or a tenant, by its id.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum WireTarget {
    /// A distribution.
    Distribution {
        /// Its id.
        id: String,
    },
    /// A tenant.
    Tenant {
        /// Its id.
        id: String,
    },
}

impl From<WireTarget> for Target {
    fn from(target: WireTarget) -> Self {
        match target {
            WireTarget::Distribution { id } => Self::Distribution(DistributionId::new(id)),
            WireTarget::Tenant { id } => Self::Tenant(TenantId::new(id)),
        }
    }
}

impl From<&Target> for WireTarget {
    fn from(target: &Target) -> Self {
        match target {
            Target::Distribution(id) => Self::Distribution { id: id.to_string() },
            Target::Tenant(id) => Self::Tenant { id: id.to_string() },
        }
    }
}
