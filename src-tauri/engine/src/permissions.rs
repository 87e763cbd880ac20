//! The least policy that serves a person, and what is known of each permission in it.

use domain::permissions::{self, Grant, Wish};
use jiff::Timestamp;

use crate::{ConnectionId, Failure, Housekeeper, PermissionSeen};

/// A policy, and what is known of what it grants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permissions {
    /// As JSON, indented.
    pub policy: String,
    /// What it grants, in the order of the policy.
    pub grants: Vec<(Grant, Known)>,
}

/// What is known of a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// AWS let it through.
    Works(Timestamp),
    /// AWS refused it.
    Refused(Timestamp),
    /// It was never tried by this app.
    Untried,
}

impl Housekeeper {
    /// The least policy that serves a wish, with what this connection has met of it. Partition and account are the
    /// connection's, and so is the user whose key may be changed.
    ///
    /// # Errors
    /// An id that no distribution or tenant can have.
    pub async fn permissions(&self, id: &ConnectionId, wish: Wish, rotation: bool) -> Result<Permissions, Failure> {
        let identity = self.connection(id).await?.identity;
        let wish = Wish {
            partition: identity.as_ref().map_or_else(|| wish.partition.clone(), |identity| identity.partition.clone()),
            account: identity.as_ref().map(|identity| identity.account.clone()),
            rotation: identity.as_ref().map(|identity| identity.arn.clone()).filter(|_| rotation),
            ..wish
        };
        let seen = self.world.records.permissions_seen(id).await?;
        let invalid = |error: permissions::Unfit| Failure::Invalid { detail: error.to_string() };
        let grants = permissions::grants(&wish).map_err(invalid)?;
        let policy = permissions::policy(&wish).map_err(invalid)?;
        let grants = grants.into_iter().map(|grant| (known(&grant, &seen), grant)).map(|(known, grant)| (grant, known));
        Ok(Permissions { policy, grants: grants.collect() })
    }
}

/// What was seen of a grant: on the very resource that it names.
fn known(grant: &Grant, seen: &[PermissionSeen]) -> Known {
    let on = grant.resource.rsplit(['/', ':']).next().unwrap_or(&grant.resource);
    // Reading the configuration is never asked for alone: GetDistribution gives it too.
    match seen.iter().find(|one| one.action == grant.action && one.on == on) {
        Some(one) if one.works => Known::Works(one.at),
        Some(one) => Known::Refused(one.at),
        None => Known::Untried,
    }
}
