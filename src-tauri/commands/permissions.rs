//! The least policy that serves, and what is known of it.

use domain::permissions::{Purpose, Wish};
use domain::{DistributionId, TenantId};
use engine::{ConnectionId, Housekeeper, Known};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::Answer;

/// What a policy is to be for.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PermissionWish {
    /// Ids of distributions.
    distributions: Vec<String>,
    /// Ids of tenants.
    tenants: Vec<String>,
    /// To find them in lists.
    listing: bool,
    /// To check paths against how the distribution is set up.
    checks: bool,
    /// To count what the whole account invalidated this month.
    costs: bool,
    /// To change the access key in a click.
    rotation: bool,
}

/// The least policy that serves.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PermissionsPage {
    /// As JSON, indented.
    policy: String,
    actions: Vec<PermissionRow>,
}

/// An action of the policy.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PermissionRow {
    /// Such as `cloudfront:CreateInvalidation`.
    action: String,
    /// The resource it is granted on.
    resource: String,
    /// What it is for.
    purpose: PermissionPurpose,
    known: PermissionKnown,
    /// When that was last seen; `null` where it is untried.
    at: Option<String>,
}

/// What an action is for.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PermissionPurpose {
    Invalidate,
    Follow,
    List,
    Check,
    Count,
    Rotate,
}

/// What is known of an action.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PermissionKnown {
    Works,
    Refused,
    Untried,
}

/// The least policy that serves, and what is known of each of its actions.
#[tauri::command]
#[specta::specta]
pub async fn permissions(house: State<'_, Housekeeper>, id: String, wish: PermissionWish) -> Answer<PermissionsPage> {
    let rotation = wish.rotation;
    let found = house.permissions(&ConnectionId::new(id), wish.into(), rotation).await?;
    let actions = found.grants.into_iter().map(|(grant, known)| {
        let (known, at) = match known {
            Known::Works(at) => (PermissionKnown::Works, Some(at.to_string())),
            Known::Refused(at) => (PermissionKnown::Refused, Some(at.to_string())),
            Known::Untried => (PermissionKnown::Untried, None),
        };
        let purpose = match grant.purpose {
            Purpose::Invalidate => PermissionPurpose::Invalidate,
            Purpose::Follow => PermissionPurpose::Follow,
            Purpose::List => PermissionPurpose::List,
            Purpose::Check => PermissionPurpose::Check,
            Purpose::Count => PermissionPurpose::Count,
            Purpose::Rotate => PermissionPurpose::Rotate,
        };
        PermissionRow { action: grant.action.to_owned(), resource: grant.resource, purpose, known, at }
    });
    Ok(PermissionsPage { policy: found.policy, actions: actions.collect() })
}

impl From<PermissionWish> for Wish {
    fn from(wish: PermissionWish) -> Self {
        let trimmed = |ids: Vec<String>| ids.into_iter().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
        Self {
            partition: "aws".to_owned(),
            account: None,
            distributions: trimmed(wish.distributions).map(DistributionId::new).collect(),
            tenants: trimmed(wish.tenants).map(TenantId::new).collect(),
            listing: wish.listing,
            checks: wish.checks,
            costs: wish.costs,
            rotation: None,
        }
    }
}
