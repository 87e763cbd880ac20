//! A target as two columns: its kind, and its id.

use domain::{DistributionId, Target, TenantId};

use crate::StoreError;

const DISTRIBUTION: &str = "distribution";
const TENANT: &str = "tenant";

/// What `target_kind` says of it.
pub(crate) fn kind(target: &Target) -> &'static str {
    match target {
        Target::Distribution(_) => DISTRIBUTION,
        Target::Tenant(_) => TENANT,
    }
}

/// A stored target.
pub(crate) fn read(table: &'static str, row: i64, kind: &str, id: &str) -> Result<Target, StoreError> {
    match kind {
        DISTRIBUTION => Ok(Target::Distribution(DistributionId::new(id))),
        TENANT => Ok(Target::Tenant(TenantId::new(id))),
        other => Err(StoreError::Inconsistent {
            table,
            column: "target_kind",
            row: row.to_string(),
            problem: format!("is no kind of target: {other:?}"),
        }),
    }
}
