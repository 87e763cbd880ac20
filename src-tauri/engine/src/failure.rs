//! What went wrong, named by what the person can do about it.

use domain::permissions;
use domain::submission::Reason;
use thiserror::Error;

mod logged;

pub use logged::Logged;

/// A failure that reaches a person. The screen has a sentence for each; `detail` is what the other side said.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Failure {
    /// The permission is missing: an administrator grants it.
    #[error("not authorized to perform {}", action.as_deref().unwrap_or("this"))]
    Denied {
        /// The missing action, such as `cloudfront:CreateInvalidation`, where the service named it.
        action: Option<String>,
        /// The resource it was refused on, where the service named it.
        resource: Option<String>,
        /// The service's own words.
        detail: String,
    },
    /// The key, token or signature was not accepted: sign in again, or correct the connection.
    #[error("the credentials were not accepted: {detail}")]
    CredentialsRejected {
        /// The service's own words.
        detail: String,
    },
    /// The connection's credentials could not be found or read: correct the profile, unlock the keychain.
    #[error("no credentials: {detail}")]
    NoCredentials {
        /// What was missing.
        detail: String,
    },
    /// The keychain of the operating system is not there, or locked.
    #[error("the keychain is not available: {detail}")]
    KeychainUnavailable {
        /// What it said.
        detail: String,
    },
    /// The access key is not in the keychain, or was in memory only: enter it again.
    #[error("the access key has to be entered again: {detail}")]
    AccessKeyWanted {
        /// Which one, and why.
        detail: String,
    },
    /// The role asks for the code of an MFA device: enter it.
    #[error("the code of the MFA device {device} is wanted")]
    MfaCodeWanted {
        /// The device's serial number or ARN.
        device: String,
    },
    /// The session at the portal of IAM Identity Center has ended, or was never begun: sign in there.
    #[error("sign in at {portal}")]
    PortalSignInWanted {
        /// The portal's page.
        portal: String,
    },
    /// A sign-in at a portal came to nothing: begin anew.
    #[error("the sign-in came to nothing: {detail}")]
    PortalSignInEnded {
        /// Why.
        detail: String,
    },
    /// The profile runs a program that the person has not seen, or that has changed since: look at it and agree.
    #[error("the profile runs a program that was not agreed to")]
    ProgramNotAgreed {
        /// The command as it stands in the profile.
        program: String,
    },
    /// The app has let go of what it held in memory, because nobody was there: unlock it.
    #[error("the app is locked")]
    Locked,
    /// There is no such distribution, tenant, invalidation, connection or submission: check the id.
    #[error("not found: {what}")]
    NotFound {
        /// What was looked for.
        what: String,
    },
    /// Too many calls: wait and try again.
    #[error("throttled: {detail}")]
    Throttled {
        /// The service's own words.
        detail: String,
    },
    /// The quota of invalidations in progress is used up: wait until some are done.
    #[error("too many invalidations in progress: {detail}")]
    TooManyInProgress {
        /// Whether it is the wildcards' quota.
        wildcards: bool,
        /// The service's own words.
        detail: String,
    },
    /// More items than one invalidation takes: split them.
    #[error("the batch is too large: {detail}")]
    BatchTooLarge {
        /// The service's own words.
        detail: String,
    },
    /// The caller reference was used before with other items.
    #[error("the caller reference was already used: {detail}")]
    ReferenceUsed {
        /// The service's own words.
        detail: String,
    },
    /// The service did not accept what was sent: correct it.
    #[error("not accepted: {detail}")]
    Invalid {
        /// The service's own words.
        detail: String,
    },
    /// What the person wrote cannot be sent; the checks say why.
    #[error("the items have errors")]
    ItemsHaveErrors,
    /// The connection could not be made, so nothing was sent: check the network, the endpoint, the proxy.
    #[error("could not reach {endpoint}: {detail}")]
    Unreachable {
        /// Whom it tried to reach.
        endpoint: String,
        /// What the network said.
        detail: String,
    },
    /// It was sent, and no answer came that could be understood: it may or may not have been taken.
    #[error("the reply was lost: {detail}")]
    ReplyLost {
        /// What came instead.
        detail: String,
    },
    /// The connection now leads to another account than this was made for: use a connection into that one.
    #[error("the connection leads to another account than this was made for")]
    AccountChanged,
    /// The administrator's file does not allow it: send something else, or ask them.
    #[error("the administrator's file does not allow it: {detail}")]
    NotAllowed {
        /// What is not allowed, what is, and by which file.
        detail: String,
    },
    /// The administrator's file cannot be relied on: nothing is sent until it is mended.
    #[error("{detail}")]
    PolicyBroken {
        /// Which file, what is wrong with it, and where.
        detail: String,
    },
    /// A budget that refuses would be exceeded: send less, wait for the next month, or have the budget raised.
    #[error("the budget would be exceeded: {detail}")]
    BudgetExceeded {
        /// Which budget, and by how much.
        detail: String,
    },
    /// The app's own database failed.
    #[error("the app's records could not be read or written: {detail}")]
    Records {
        /// What the database said.
        detail: String,
    },
    /// An error nobody foresaw, with the service's own code.
    #[error("{code}: {detail}")]
    Unexpected {
        /// The service's code.
        code: String,
        /// The service's own words.
        detail: String,
    },
}

impl Failure {
    /// The code by which the screen picks its sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Denied { .. } => "denied",
            Self::CredentialsRejected { .. } => "credentialsRejected",
            Self::NoCredentials { .. } => "noCredentials",
            Self::KeychainUnavailable { .. } => "keychainUnavailable",
            Self::AccessKeyWanted { .. } => "accessKeyWanted",
            Self::MfaCodeWanted { .. } => "mfaCodeWanted",
            Self::PortalSignInWanted { .. } => "portalSignInWanted",
            Self::PortalSignInEnded { .. } => "portalSignInEnded",
            Self::ProgramNotAgreed { .. } => "programNotAgreed",
            Self::Locked => "locked",
            Self::NotFound { .. } => "notFound",
            Self::Throttled { .. } => "throttled",
            Self::TooManyInProgress { wildcards: false, .. } => "tooManyInProgress",
            Self::TooManyInProgress { wildcards: true, .. } => "tooManyWildcardsInProgress",
            Self::BatchTooLarge { .. } => "batchTooLarge",
            Self::ReferenceUsed { .. } => "referenceUsed",
            Self::Invalid { .. } => "invalid",
            Self::ItemsHaveErrors => "itemsHaveErrors",
            Self::Unreachable { .. } => "unreachable",
            Self::ReplyLost { .. } => "replyLost",
            Self::AccountChanged => "accountChanged",
            Self::NotAllowed { .. } => "notAllowed",
            Self::PolicyBroken { .. } => "policyBroken",
            Self::BudgetExceeded { .. } => "budgetExceeded",
            Self::Records { .. } => "records",
            Self::Unexpected { .. } => "unexpected",
        }
    }

    /// What the other side said; may be empty.
    pub fn detail(&self) -> &str {
        match self {
            Self::Denied { detail, .. }
            | Self::CredentialsRejected { detail }
            | Self::NoCredentials { detail }
            | Self::KeychainUnavailable { detail }
            | Self::AccessKeyWanted { detail }
            | Self::PortalSignInEnded { detail }
            | Self::Throttled { detail }
            | Self::TooManyInProgress { detail, .. }
            | Self::BatchTooLarge { detail }
            | Self::ReferenceUsed { detail }
            | Self::Invalid { detail }
            | Self::Unreachable { detail, .. }
            | Self::ReplyLost { detail }
            | Self::NotAllowed { detail }
            | Self::PolicyBroken { detail }
            | Self::BudgetExceeded { detail }
            | Self::Records { detail }
            | Self::Unexpected { detail, .. } => detail,
            Self::NotFound { what } => what,
            Self::MfaCodeWanted { device } => device,
            Self::PortalSignInWanted { portal } => portal,
            Self::ProgramNotAgreed { program } => program,
            Self::ItemsHaveErrors | Self::AccountChanged | Self::Locked => "",
        }
    }

    /// Whether it is over as soon as the person has done something that the window asks for.
    pub fn asks(&self) -> bool {
        matches!(
            self,
            Self::AccessKeyWanted { .. }
                | Self::MfaCodeWanted { .. }
                | Self::PortalSignInWanted { .. }
                | Self::ProgramNotAgreed { .. }
                | Self::Locked
        )
    }

    /// The failure as a submission remembers it.
    pub fn reason(&self) -> Reason {
        let detail = match self {
            // A secret may be among the arguments of a program, and reasons are stored.
            Self::ProgramNotAgreed { .. } => String::new(),
            other => other.detail().to_owned(),
        };
        Reason { code: self.code().to_owned(), detail }
    }

    /// The failure that a submission remembers.
    pub fn of_reason(reason: Reason) -> Self {
        let Reason { code, detail } = reason;
        match code.as_str() {
            "denied" => {
                let (action, resource) = permissions::named_in(&detail);
                Self::Denied { action, resource, detail }
            }
            "credentialsRejected" => Self::CredentialsRejected { detail },
            "noCredentials" => Self::NoCredentials { detail },
            "keychainUnavailable" => Self::KeychainUnavailable { detail },
            "accessKeyWanted" => Self::AccessKeyWanted { detail },
            "mfaCodeWanted" => Self::MfaCodeWanted { device: detail },
            "portalSignInWanted" => Self::PortalSignInWanted { portal: detail },
            "portalSignInEnded" => Self::PortalSignInEnded { detail },
            "programNotAgreed" => Self::ProgramNotAgreed { program: detail },
            "locked" => Self::Locked,
            "notFound" => Self::NotFound { what: detail },
            "throttled" => Self::Throttled { detail },
            "tooManyInProgress" => Self::TooManyInProgress { wildcards: false, detail },
            "tooManyWildcardsInProgress" => Self::TooManyInProgress { wildcards: true, detail },
            "batchTooLarge" => Self::BatchTooLarge { detail },
            "referenceUsed" => Self::ReferenceUsed { detail },
            "invalid" => Self::Invalid { detail },
            "itemsHaveErrors" => Self::ItemsHaveErrors,
            "unreachable" => Self::Unreachable { endpoint: String::new(), detail },
            "replyLost" => Self::ReplyLost { detail },
            "accountChanged" => Self::AccountChanged,
            "notAllowed" => Self::NotAllowed { detail },
            "policyBroken" => Self::PolicyBroken { detail },
            "budgetExceeded" => Self::BudgetExceeded { detail },
            "records" => Self::Records { detail },
            _ => Self::Unexpected { code, detail },
        }
    }
}
