//! What the answers to a connection's calls tell beside what was asked: which permissions it has, and what it asks of
//! the person.

use std::collections::HashMap;
use std::sync::Mutex;

use domain::{Target, permissions};
use jiff::Timestamp;

use crate::housekeeper::lock;
use crate::{Asked, Asks, Change, ConnectionId, Failure, Housekeeper, Way};

/// What was last heard of a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PermissionSeen {
    /// The action, such as `cloudfront:CreateInvalidation`.
    pub action: String,
    /// The id of what it was tried on, or `*` where it is granted on everything alone.
    pub on: String,
    /// Whether AWS let it through.
    pub works: bool,
    /// When.
    pub at: Timestamp,
}

/// What is known of all connections while the app runs.
#[derive(Default)]
pub(crate) struct Heard {
    /// So that the records are written only where something is new.
    permissions: Mutex<HashMap<(ConnectionId, &'static str, String), bool>>,
    asks: Mutex<HashMap<ConnectionId, Asks>>,
}

impl Heard {
    /// What a connection asks of the person.
    pub(crate) fn asks(&self, id: &ConnectionId) -> Option<Asks> {
        lock(&self.asks).get(id).cloned()
    }
}

/// The actions, as the Service Authorization Reference names them.
pub(crate) fn action(call: Call, target: Option<&Target>) -> &'static str {
    match (call, target) {
        (Call::Submit, Some(Target::Tenant(_))) => "cloudfront:CreateInvalidationForDistributionTenant",
        (Call::Submit, _) => "cloudfront:CreateInvalidation",
        (Call::Read, Some(Target::Tenant(_))) => "cloudfront:GetInvalidationForDistributionTenant",
        (Call::Read, _) => "cloudfront:GetInvalidation",
        (Call::List, Some(Target::Tenant(_))) => "cloudfront:ListInvalidationsForDistributionTenant",
        (Call::List, _) => "cloudfront:ListInvalidations",
        (Call::Distributions, _) => "cloudfront:ListDistributions",
        (Call::Tenants, _) => "cloudfront:ListDistributionTenants",
        (Call::Details, Some(Target::Tenant(_))) => "cloudfront:GetDistributionTenant",
        (Call::Details, _) => "cloudfront:GetDistribution",
        (Call::Bill, _) => permissions::BILL_ACTION,
    }
}

/// The calls, apart from what they are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Submit,
    Read,
    List,
    Distributions,
    Tenants,
    Details,
    Bill,
}

impl Housekeeper {
    /// A call was answered.
    pub(crate) fn heard<T>(&self, id: &ConnectionId, call: Call, target: Option<&Target>, answer: &Result<T, Failure>) {
        let works = match answer {
            Ok(_) => true,
            // A refusal that names another action speaks of that one: a key of KMS, an action of a policy's own.
            Err(Failure::Denied { action: Some(named), .. }) if named != action(call, target) => return,
            Err(Failure::Denied { .. }) => false,
            Err(failure) => return self.heard_that_it_asks(id, failure),
        };
        self.asks_no_more(id);
        let (action, on) = (action(call, target), target.map_or("*", Target::id).to_owned());
        let before = lock(&self.shared.heard.permissions).insert((id.clone(), action, on.clone()), works);
        if before == Some(works) || *id == ConnectionId::practice() {
            return;
        }
        let seen = PermissionSeen { action: action.to_owned(), on, works, at: self.now() };
        let (this, id) = (self.clone(), id.clone());
        tokio::spawn(async move {
            if let Err(failure) = this.world.records.keep_permission_seen(&id, &seen).await {
                tracing::warn!(failure = %failure.logged(), "what was seen of a permission could not be kept");
            }
        });
    }

    /// A connection did not get in; where that is for the person to mend, the window asks.
    pub(crate) fn heard_that_it_asks(&self, id: &ConnectionId, failure: &Failure) {
        let what = match failure {
            Failure::MfaCodeWanted { .. } => Asked::MfaCode,
            Failure::PortalSignInWanted { .. } => Asked::Portal,
            Failure::ProgramNotAgreed { .. } => Asked::Program,
            Failure::AccessKeyWanted { .. } => Asked::AccessKey,
            // A temporary key has reached its end (CloudFront and STS, "Common Errors").
            Failure::CredentialsRejected { detail }
                if detail.contains("ExpiredToken")
                    && self.opened(id).is_some_and(|open| matches!(open.connection.way, Way::AccessKey { .. })) =>
            {
                Asked::AccessKey
            }
            _ => return,
        };
        let asks = Asks { what, detail: failure.detail().to_owned() };
        if lock(&self.shared.heard.asks).insert(id.clone(), asks.clone()) != Some(asks) {
            self.tell(Change::Connections);
        }
    }

    /// A connection gets in again.
    pub(crate) fn asks_no_more(&self, id: &ConnectionId) {
        if lock(&self.shared.heard.asks).remove(id).is_some() {
            self.tell(Change::Connections);
        }
    }
}
