//! A failure as it stands in the log.

use std::fmt;

use super::Failure;

/// A failure without the words that others put into it: a service's name people, accounts and paths, and a file's may
/// quote a line of it. What is left is what it is, and what this computer and the network said.
///
/// The log takes failures in this form alone; a test of the sources sees to that.
pub struct Logged<'a>(&'a Failure);

impl Failure {
    /// The failure as it stands in the log.
    pub fn logged(&self) -> Logged<'_> {
        Logged(self)
    }
}

impl fmt::Display for Logged<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.code())?;
        match self.0 {
            Failure::Denied { action: Some(action), .. } => write!(f, " {action}"),
            Failure::Unexpected { code, .. } => write!(f, " {code}"),
            Failure::KeychainUnavailable { detail }
            | Failure::Records { detail }
            | Failure::ReplyLost { detail }
            | Failure::Unreachable { detail, .. } => write!(f, ": {detail}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_services_words_are_left_out_and_the_networks_are_not() {
        let words = "User: arn:aws:iam::123456789012:user/ann@example.com is not authorized on /secret/plan.html";
        let detail = || words.to_owned();
        let denied =
            Failure::Denied { action: Some("cloudfront:GetDistribution".into()), resource: None, detail: detail() };
        assert_eq!(denied.logged().to_string(), "denied cloudfront:GetDistribution");
        let device = || "arn:aws:iam::123456789012:mfa/ann".to_owned();
        for failure in [
            Failure::CredentialsRejected { detail: detail() },
            Failure::Invalid { detail: detail() },
            Failure::MfaCodeWanted { device: device() },
            Failure::NoCredentials { detail: detail() },
            Failure::NotAllowed { detail: detail() },
            Failure::NotFound { what: detail() },
            Failure::PolicyBroken { detail: detail() },
            Failure::ProgramNotAgreed { program: detail() },
            Failure::Throttled { detail: detail() },
        ] {
            assert_eq!(failure.logged().to_string(), failure.code());
        }
        let unreachable = Failure::Unreachable { endpoint: "https://a.example".into(), detail: "no route".into() };
        assert_eq!(unreachable.logged().to_string(), "unreachable: no route");
    }
}
