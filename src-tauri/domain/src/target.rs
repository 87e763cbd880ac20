//! What an invalidation is made against.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The id of a distribution, such as `E1PRACTICE1234`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DistributionId(String);

/// The id of a distribution tenant, such as `dt_2wjDZi3hD1ivOXf6rpZJOSNE1AB`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TenantId(String);

macro_rules! id {
    ($name:ident) => {
        impl $name {
            /// An id as AWS or a person wrote it; spaces around it are dropped.
            pub fn new(id: impl AsRef<str>) -> Self {
                Self(id.as_ref().trim().to_owned())
            }

            /// The id as it is sent.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(DistributionId);
id!(TenantId);

impl DistributionId {
    /// Whether this could be a distribution's id at all: capital letters and digits, `E` first.
    ///
    /// The service documents no form; this is what every id seen so far looks like, so a screen warns by it and
    /// never refuses.
    pub fn looks_right(&self) -> bool {
        self.0.starts_with('E')
            && (8..=20).contains(&self.0.len())
            && self.0.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    }
}

/// What an invalidation is made against: a distribution, or one tenant of a multi-tenant distribution.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "camelCase")]
pub enum Target {
    /// A whole distribution.
    Distribution(DistributionId),
    /// One tenant.
    Tenant(TenantId),
}

impl Target {
    /// The id as it is sent, whichever it is.
    pub fn id(&self) -> &str {
        match self {
            Self::Distribution(id) => id.as_str(),
            Self::Tenant(id) => id.as_str(),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
