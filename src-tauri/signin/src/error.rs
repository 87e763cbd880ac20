//! Why one could not sign in, named by what the person can do.

use std::error::Error;

use aws_credential_types::provider::error::CredentialsError;
use engine::Failure;
use thiserror::Error as ThisError;

/// Why a connection could not be configured, or was not let in. Every one reads as a sentence that says what happened
/// and what to do; none of them carries a secret.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum SignInError {
    /// No profile has this name: pick another, or write it into the file.
    #[error("There is no profile named \"{name}\" in {looked_in}.{hint}")]
    NoSuchProfile {
        /// The name that was looked for.
        name: String,
        /// The files that were read.
        looked_in: String,
        /// What may be the reason, as a sentence with a space before it; may be empty.
        hint: String,
    },
    /// The profile is there, but something in it is missing or contradicts itself: correct the file.
    #[error("The profile \"{name}\" cannot be used: {detail}.")]
    ProfileIncomplete {
        /// The profile that has to be corrected; it may be one that the chosen profile refers to.
        name: String,
        /// What is wrong.
        detail: String,
    },
    /// The profile is sound, but it asks for something that this app does not do: use another one.
    #[error("The profile \"{name}\" cannot be used here: {what}.")]
    NotSupported {
        /// The profile that asks for it.
        name: String,
        /// What it asks for, why that is not done, and what to do instead.
        what: String,
    },
    /// A shared config file could not be read or understood: correct it.
    #[error("The file {path} could not be read: {detail}.")]
    Unreadable {
        /// Which file.
        path: String,
        /// What is wrong with it, with the line where that is known.
        detail: String,
    },
    /// The access key was not filled in as it must be: correct the connection.
    #[error("The access key cannot be used: {detail}.")]
    KeyIncomplete {
        /// Which field, and why.
        detail: String,
    },
    /// The endpoint is not one: correct it where it was written.
    #[error("The endpoint \"{endpoint}\" cannot be used: {detail}.")]
    InvalidEndpoint {
        /// The endpoint as it was written, without any password in it.
        endpoint: String,
        /// What is wrong with it.
        detail: String,
    },
    /// The region is no region's name: correct it where it was written.
    #[error("\"{region}\" in {place} is not the name of a region such as us-east-1.")]
    InvalidRegion {
        /// The region as it was written.
        region: String,
        /// Where it was written: the profile, or a variable's name.
        place: String,
    },
    /// The session that the profile refers to has ended, or was never begun: run the command.
    #[error("You are not signed in any more. In a terminal, run: {command}.{} ({detail})", without_a_terminal(command))]
    SignInAgain {
        /// The command of the AWS CLI that begins a new session.
        command: String,
        /// What was found in place of a session.
        detail: String,
    },
    /// A role asks for the code of an MFA device: enter it.
    #[error("The code of the MFA device {device} is wanted.")]
    MfaCodeWanted {
        /// The device's serial number or ARN.
        device: String,
    },
    /// The portal's session has ended, or was never begun: sign in there.
    #[error("You are not signed in at {portal}.")]
    PortalSignInWanted {
        /// The portal's page.
        portal: String,
    },
    /// A sign-in at a portal came to nothing: begin anew.
    #[error("{detail}")]
    PortalSignInEnded {
        /// Why, as a sentence.
        detail: String,
    },
    /// The profile runs a program that the person has not agreed to, or another one than that.
    #[error("The profile \"{name}\" runs a program, which you have not agreed to.")]
    ProgramNotAgreed {
        /// The profile that runs it.
        name: String,
        /// The command as it stands there. It is shown to the person, and never logged: a secret may be in it.
        program: String,
    },
    /// There is no access key: enter it.
    #[error("The keychain holds no secret access key for this connection.")]
    AccessKeyWanted,
    /// The keychain, or what else the engine was asked for, failed.
    #[error("{0}")]
    Engine(Failure),
    /// AWS does not know the key, or the signature or the token is not right: correct them, or get new ones.
    #[error("AWS did not accept the credentials ({code}): {detail}")]
    Rejected {
        /// The service's code, such as `InvalidClientTokenId`.
        code: String,
        /// The service's own words.
        detail: String,
    },
    /// The credentials are good, but the permission is missing: an administrator grants it.
    #[error("The permission {} is missing: {detail}", action.as_deref().unwrap_or("for this"))]
    Denied {
        /// The missing action, such as `sts:AssumeRole`, where the service named it.
        action: Option<String>,
        /// The resource it was refused on, where the service named it.
        resource: Option<String>,
        /// The service's own words.
        detail: String,
    },
    /// Too many calls: wait and try again.
    #[error("AWS asks to slow down: {detail}")]
    Throttled {
        /// The service's own words.
        detail: String,
    },
    /// No connection could be made: check the network, the endpoint, the proxy.
    #[error("Could not reach {endpoint}: {detail}.")]
    Unreachable {
        /// Whom it tried to reach.
        endpoint: String,
        /// What the network said.
        detail: String,
    },
    /// There was a connection, but no answer that could be understood: try again, or check that it is AWS at the
    /// other end.
    #[error("The answer of {endpoint} was lost or could not be understood: {detail}.")]
    ReplyLost {
        /// Who should have answered.
        endpoint: String,
        /// What came instead.
        detail: String,
    },
    /// An error nobody foresaw.
    #[error("Signing in failed ({code}): {detail}")]
    Unexpected {
        /// The service's code, or what was being done.
        code: String,
        /// What was said.
        detail: String,
    },
}

/// What to do where nobody opens a terminal.
fn without_a_terminal(command: &str) -> &'static str {
    match command.starts_with("aws sso login") {
        true => " Without a terminal, add a connection of the kind IAM Identity Center instead.",
        false => "",
    }
}

impl SignInError {
    /// The reason of this crate's within an error of the SDK's, where there is one.
    ///
    /// Credentials are fetched at the first call that needs them, so what is wrong with a profile can also show within
    /// the error of a CloudFront call.
    pub fn within<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a Self> {
        causes(error).find_map(|cause| match cause.downcast_ref::<Carried>() {
            Some(carried) => Some(&carried.reason),
            None => cause.downcast_ref::<Self>(),
        })
    }

    /// Whether it keeps new credentials away, and says nothing against those before.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. }
                | Self::ReplyLost { .. }
                | Self::Throttled { .. }
                | Self::SignInAgain { .. }
                | Self::PortalSignInWanted { .. }
                | Self::MfaCodeWanted { .. }
                | Self::Engine(_)
        )
    }

    /// The error as the SDK carries it through a call. What it means to the engine is its source, so that whoever makes
    /// the call finds that without knowing this crate.
    pub(crate) fn carried(self) -> CredentialsError {
        CredentialsError::provider_error(Carried { means: self.clone().into(), reason: self })
    }
}

impl From<Failure> for SignInError {
    fn from(failure: Failure) -> Self {
        Self::Engine(failure)
    }
}

#[derive(Debug, ThisError)]
#[error("{reason}")]
struct Carried {
    reason: SignInError,
    #[source]
    means: Failure,
}

/// The error and what caused it, outermost first.
pub(crate) fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| error.source())
}

impl From<SignInError> for Failure {
    fn from(error: SignInError) -> Self {
        let sentence = error.to_string();
        match error {
            SignInError::NoSuchProfile { .. }
            | SignInError::ProfileIncomplete { .. }
            | SignInError::NotSupported { .. }
            | SignInError::Unreadable { .. }
            | SignInError::KeyIncomplete { .. } => Self::NoCredentials { detail: sentence },
            SignInError::InvalidEndpoint { .. } | SignInError::InvalidRegion { .. } => {
                Self::Invalid { detail: sentence }
            }
            SignInError::MfaCodeWanted { device } => Self::MfaCodeWanted { device },
            SignInError::PortalSignInWanted { portal } => Self::PortalSignInWanted { portal },
            SignInError::PortalSignInEnded { detail } => Self::PortalSignInEnded { detail },
            SignInError::ProgramNotAgreed { program, .. } => Self::ProgramNotAgreed { program },
            SignInError::AccessKeyWanted => Self::AccessKeyWanted { detail: sentence },
            SignInError::Engine(failure) => failure,
            SignInError::SignInAgain { .. } => Self::CredentialsRejected { detail: sentence },
            SignInError::Rejected { code, detail } => Self::CredentialsRejected { detail: format!("{code}: {detail}") },
            SignInError::Denied { action, resource, detail } => Self::Denied { action, resource, detail },
            SignInError::Throttled { detail } => Self::Throttled { detail },
            SignInError::Unreachable { endpoint, detail } => Self::Unreachable { endpoint, detail },
            SignInError::ReplyLost { detail, .. } => Self::ReplyLost { detail },
            SignInError::Unexpected { code, detail } => Self::Unexpected { code, detail },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_profile_reaches_the_person_as_a_whole_sentence() {
        let error = SignInError::NoSuchProfile {
            name: "web".into(),
            looked_in: "/home/ann/.aws/config".into(),
            hint: String::new(),
        };
        assert_eq!(
            Failure::from(error),
            Failure::NoCredentials { detail: "There is no profile named \"web\" in /home/ann/.aws/config.".into() }
        );
    }

    #[test]
    fn a_reason_is_found_within_the_error_that_wraps_it() {
        let reason = SignInError::Throttled { detail: "Rate exceeded".into() };
        let wrapped = CredentialsError::provider_error(CredentialsError::provider_error(reason.clone()));
        assert_eq!(SignInError::within(&wrapped), Some(&reason));
        let carried = reason.clone().carried();
        assert_eq!(SignInError::within(&carried), Some(&reason));
        assert!(causes(&carried).any(|cause| cause.downcast_ref() == Some(&Failure::from(reason.clone()))));
        assert_eq!(SignInError::within(&std::io::Error::other("something else")), None);
    }
}
