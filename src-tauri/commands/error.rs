//! The one error that crosses to the window.

use domain::submission::{Reason, State, SubmissionId};
use domain::{Target, permissions};
use engine::{ConnectionId, Failure, Housekeeper, Identity};
use serde::Serialize;
use specta::Type;

/// A failure, as the window shows it: it picks its sentence by the code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WireError {
    /// What the screen branches on.
    pub code: ErrorCode,
    /// A plain sentence, for logs and for whoever has no better one.
    pub message: String,
    /// What the other side said; may be empty.
    pub detail: String,
    /// The missing action, where a permission is missing and the service named it.
    pub action: Option<String>,
    /// The resource it was refused on.
    pub resource: Option<String>,
    /// The least policy that would do, for an administrator; where a permission is missing and the target is known.
    pub policy: Option<String>,
    /// The submission that was stored and then refused.
    pub submission: Option<i64>,
}

/// The codes: [`Failure::code`], and `interrupted` for what a crash cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ErrorCode {
    AccessKeyWanted,
    AccountChanged,
    BatchTooLarge,
    BudgetExceeded,
    CredentialsRejected,
    Denied,
    Interrupted,
    Invalid,
    ItemsHaveErrors,
    KeychainUnavailable,
    Locked,
    MfaCodeWanted,
    NoCredentials,
    NotAllowed,
    NotFound,
    PolicyBroken,
    PortalSignInEnded,
    PortalSignInWanted,
    ProgramNotAgreed,
    Records,
    ReferenceUsed,
    ReplyLost,
    Throttled,
    TooManyInProgress,
    TooManyWildcardsInProgress,
    Unexpected,
    Unreachable,
}

impl ErrorCode {
    /// The code of a failure's or reason's name; `unexpected` for one that a newer app stored.
    pub fn named(name: &str) -> Self {
        match name {
            "accessKeyWanted" => Self::AccessKeyWanted,
            "accountChanged" => Self::AccountChanged,
            "batchTooLarge" => Self::BatchTooLarge,
            "budgetExceeded" => Self::BudgetExceeded,
            "credentialsRejected" => Self::CredentialsRejected,
            "denied" => Self::Denied,
            "interrupted" => Self::Interrupted,
            "invalid" => Self::Invalid,
            "itemsHaveErrors" => Self::ItemsHaveErrors,
            "keychainUnavailable" => Self::KeychainUnavailable,
            "locked" => Self::Locked,
            "mfaCodeWanted" => Self::MfaCodeWanted,
            "noCredentials" => Self::NoCredentials,
            "notAllowed" => Self::NotAllowed,
            "notFound" => Self::NotFound,
            "policyBroken" => Self::PolicyBroken,
            "portalSignInEnded" => Self::PortalSignInEnded,
            "portalSignInWanted" => Self::PortalSignInWanted,
            "programNotAgreed" => Self::ProgramNotAgreed,
            "records" => Self::Records,
            "referenceUsed" => Self::ReferenceUsed,
            "replyLost" => Self::ReplyLost,
            "throttled" => Self::Throttled,
            "tooManyInProgress" => Self::TooManyInProgress,
            "tooManyWildcardsInProgress" => Self::TooManyWildcardsInProgress,
            "unreachable" => Self::Unreachable,
            _ => Self::Unexpected,
        }
    }
}

/// Why a submission was refused, or a reply lost.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WireReason {
    /// What the screen branches on.
    pub code: ErrorCode,
    /// What the other side said; may be empty.
    pub detail: String,
}

impl From<Reason> for WireReason {
    fn from(reason: Reason) -> Self {
        Self { code: ErrorCode::named(&reason.code), detail: reason.detail }
    }
}

impl From<Failure> for WireError {
    fn from(failure: Failure) -> Self {
        let (action, resource) = match &failure {
            Failure::Denied { action, resource, .. } => (action.clone(), resource.clone()),
            _ => (None, None),
        };
        // Whoever may not ask for the bill needs that alone, whatever target is on the screen.
        let is_bill = action.as_deref() == Some(permissions::BILL_ACTION);
        Self {
            code: ErrorCode::named(failure.code()),
            message: failure.to_string(),
            detail: failure.detail().to_owned(),
            action,
            resource,
            policy: is_bill.then(permissions::bill_policy),
            submission: None,
        }
    }
}

impl WireError {
    /// A failure on a target: where a permission is missing, with the least policy that would do.
    pub fn on(failure: Failure, target: &Target, identity: Option<&Identity>) -> Self {
        let error = Self::from(failure);
        if error.code != ErrorCode::Denied {
            return error;
        }
        let partition = identity.map_or("aws", |identity| identity.partition.as_str());
        let account = identity.map(|identity| identity.account.as_str());
        Self { policy: Some(permissions::least_policy(partition, account, target)), ..error }
    }

    /// Why a submission was refused, and what would help.
    pub(super) async fn of_refused(house: &Housekeeper, id: SubmissionId) -> Result<Self, Failure> {
        let submission = house.submission(id).await?.submission;
        let State::Refused(refused) = submission.state else {
            return Err(Failure::Invalid { detail: format!("submission {} was not refused", id.0) });
        };
        let identity = house.identity_of(&ConnectionId::new(submission.connection.as_str())).await;
        let error = Self::on(Failure::of_reason(refused.reason), &submission.order.target, identity.as_ref());
        Ok(Self { submission: Some(id.0), ..error })
    }
}

#[cfg(test)]
mod tests {
    use domain::DistributionId;

    use super::*;

    #[test]
    fn the_wire_form_is_fixed() {
        let failure = Failure::Denied {
            action: Some("cloudfront:ListDistributions".to_owned()),
            resource: Some("*".to_owned()),
            detail: "User: x is not authorized".to_owned(),
        };
        let json = serde_json::to_value(WireError::from(failure)).expect("it is plain data");
        assert_eq!(
            json,
            serde_json::json!({
                "code": "denied",
                "message": "not authorized to perform cloudfront:ListDistributions",
                "detail": "User: x is not authorized",
                "action": "cloudfront:ListDistributions",
                "resource": "*",
                "policy": null,
                "submission": null,
            })
        );
    }

    #[test]
    fn a_denied_action_comes_with_the_least_policy() {
        let failure = Failure::Denied { action: None, resource: None, detail: String::new() };
        let target = Target::Distribution(DistributionId::new("E123"));
        let error = WireError::on(failure, &target, None);
        assert!(error.policy.expect("a policy").contains("distribution/E123"));
        assert_eq!(WireError::on(Failure::ItemsHaveErrors, &target, None).policy, None);
    }

    #[test]
    fn a_bill_that_may_not_be_seen_comes_with_the_policy_for_it() {
        let action = Some("ce:GetCostAndUsage".to_owned());
        let error = WireError::from(Failure::Denied { action, resource: None, detail: String::new() });
        assert!(error.policy.expect("a policy").contains(r#""Action": "ce:GetCostAndUsage""#));
    }

    #[test]
    fn every_failure_has_its_own_code() {
        let detail = String::new;
        let failures = [
            Failure::AccountChanged,
            Failure::BatchTooLarge { detail: detail() },
            Failure::BudgetExceeded { detail: detail() },
            Failure::CredentialsRejected { detail: detail() },
            Failure::Invalid { detail: detail() },
            Failure::ItemsHaveErrors,
            Failure::KeychainUnavailable { detail: detail() },
            Failure::NoCredentials { detail: detail() },
            Failure::NotAllowed { detail: detail() },
            Failure::NotFound { what: detail() },
            Failure::PolicyBroken { detail: detail() },
            Failure::Records { detail: detail() },
            Failure::ReferenceUsed { detail: detail() },
            Failure::ReplyLost { detail: detail() },
            Failure::Throttled { detail: detail() },
            Failure::TooManyInProgress { wildcards: false, detail: detail() },
            Failure::TooManyInProgress { wildcards: true, detail: detail() },
            Failure::Unreachable { endpoint: detail(), detail: detail() },
        ];
        for failure in failures {
            let code = ErrorCode::named(failure.code());
            assert_ne!(code, ErrorCode::Unexpected, "{}", failure.code());
            let name = serde_json::to_value(code).expect("it is plain data");
            assert_eq!(name, failure.code());
        }
    }
}
