//! Where a profile's credentials come from, found out before anything is run or called.
//!
//! The order in which a profile's settings are looked at is the SDK's (aws-config, `profile::credentials`), so that
//! what is allowed here is what the SDK then does.

use aws_config::profile::{Profile, ProfileSet};

use crate::SignInError;

/// What stands at the start of a profile's chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// Keys written in the profile.
    Keys,
    /// `AWS_ACCESS_KEY_ID` and its companions (`credential_source = Environment`).
    Environment,
    /// A session of IAM Identity Center that `aws sso login` began.
    IdentityCenter,
    /// A console session that `aws login` began.
    Login,
    /// A role taken with a token that stands in a file.
    WebIdentity,
    /// A program that the profile names (`credential_process`).
    Program(String),
}

/// A role of the chain, and what its owner asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoleStep {
    /// The role.
    pub(crate) arn: String,
    /// What guards against confusion with another customer.
    pub(crate) external_id: Option<String>,
    /// How the session is called.
    pub(crate) session_name: Option<String>,
    /// The MFA device whose code is asked for.
    pub(crate) mfa_serial: Option<String>,
    /// How long its credentials are to last, in seconds.
    pub(crate) duration: Option<i32>,
}

/// Where a profile's credentials come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chain {
    /// The source at its start.
    pub(crate) base: Base,
    /// The profile that the source stands in.
    pub(crate) base_profile: String,
    /// The roles that are assumed, in that order.
    pub(crate) roles: Vec<RoleStep>,
    /// Whether it leads into AWS China, as far as the profile's ARNs and regions tell.
    pub(crate) china: bool,
}

impl Chain {
    /// Whether the SDK calls AWS to get the credentials at the start of the chain.
    pub(crate) fn makes_calls(&self) -> bool {
        matches!(self.base, Base::IdentityCenter | Base::Login | Base::WebIdentity)
    }

    /// The MFA device that one of the roles asks for.
    pub(crate) fn mfa_serial(&self) -> Option<&str> {
        self.roles.iter().find_map(|role| role.mfa_serial.as_deref())
    }
}

/// Follows a profile to the start of its chain. The profile itself must be there.
///
/// # Errors
/// [`SignInError::ProfileIncomplete`] where the chain is broken, [`SignInError::NotSupported`] where it would
/// ask the machine it runs on for credentials, or for the codes of two MFA devices at once.
pub(crate) fn follow(profiles: &ProfileSet, name: &str) -> Result<Chain, SignInError> {
    let mut visited: Vec<&str> = Vec::new();
    let mut roles: Vec<RoleStep> = Vec::new();
    let mut china = false;
    let mut at = name;
    loop {
        let Some(profile) = profiles.get_profile(at) else {
            let from = visited.last().copied().unwrap_or(name);
            return Err(incomplete(from, format!("its source_profile \"{at}\" does not exist")));
        };
        if visited.contains(&at) {
            let circle = format!("its source profiles go in a circle: {} → {at}", visited.join(" → "));
            return Err(incomplete(name, circle));
        }
        visited.push(at);
        china |= leads_to_china(profiles, profile);
        let base = |base, roles: &[RoleStep]| {
            let roles = roles.iter().rev().cloned().collect();
            Chain { base, base_profile: at.to_owned(), roles, china }
        };
        // A source profile's own keys go before the role it may name.
        if visited.len() > 1 && has_both_keys(profile) {
            return Ok(base(Base::Keys, &roles));
        }
        let assumes_role = profile.get("role_arn").is_some() && profile.get("web_identity_token_file").is_none();
        if !assumes_role {
            return Ok(base(base_of(profiles, profile)?, &roles));
        }
        roles.push(role_of(profile)?);
        if roles.iter().filter(|role| role.mfa_serial.is_some()).count() > 1 {
            let what = "two of its roles ask for an MFA code, and one code cannot serve both";
            return Err(not_supported(name, what.to_owned()));
        }
        match (profile.get("source_profile"), profile.get("credential_source")) {
            (Some(_), Some(_)) => {
                let detail = "it has both source_profile and credential_source; keep one of them";
                return Err(incomplete(at, detail));
            }
            (None, None) => {
                let detail = "it has a role_arn, but no source_profile that may assume the role";
                return Err(incomplete(at, detail));
            }
            (Some(source), None) if source != at => at = source,
            (Some(_), None) | (None, Some(_)) => {
                return Ok(base(base_of(profiles, profile)?, &roles));
            }
        }
    }
}

fn base_of(profiles: &ProfileSet, profile: &Profile) -> Result<Base, SignInError> {
    let name = profile.name();
    let has = |key: &str| profile.get(key).is_some();
    if let Some(source) = profile.get("credential_source") {
        return named_source(name, source);
    }
    if has("web_identity_token_file") {
        return match has("role_arn") {
            true => Ok(Base::WebIdentity),
            false => Err(incomplete(name, "it has a web_identity_token_file, but no role_arn")),
        };
    }
    if ["sso_session", "sso_account_id", "sso_role_name", "sso_region", "sso_start_url"].into_iter().any(has) {
        return identity_center(profiles, profile);
    }
    if has("login_session") {
        return Ok(Base::Login);
    }
    if let Some(command) = profile.get("credential_process") {
        return Ok(Base::Program(command.trim().to_owned()));
    }
    match (has("aws_access_key_id"), has("aws_secret_access_key")) {
        (true, true) => Ok(Base::Keys),
        (true, false) => Err(incomplete(name, "it has an aws_access_key_id, but no aws_secret_access_key")),
        (false, true) => Err(incomplete(name, "it has an aws_secret_access_key, but no aws_access_key_id")),
        (false, false) => Err(incomplete(name, "nothing in it says where its credentials come from")),
    }
}

fn identity_center(profiles: &ProfileSet, profile: &Profile) -> Result<Base, SignInError> {
    let name = profile.name();
    let session = profile.get("sso_session");
    if let Some(session) = session.filter(|session| profiles.sso_session(session).is_none()) {
        return Err(incomplete(name, format!("its sso_session \"{session}\" has no section [sso-session {session}]")));
    }
    let session = session.and_then(|session| profiles.sso_session(session));
    let has = |key: &str| profile.get(key).or_else(|| session?.get(key)).is_some();
    match ["sso_account_id", "sso_role_name", "sso_region", "sso_start_url"].into_iter().find(|key| !has(key)) {
        None => Ok(Base::IdentityCenter),
        Some(missing) => {
            let detail = format!("for IAM Identity Center it needs {missing} too; run: aws configure sso");
            Err(incomplete(name, detail))
        }
    }
}

/// `credential_source` is compared without regard to case, as the SDK does.
fn named_source(name: &str, source: &str) -> Result<Base, SignInError> {
    let host = match source.to_ascii_lowercase().as_str() {
        "environment" => return Ok(Base::Environment),
        "ec2instancemetadata" => "the EC2 instance",
        "ecscontainer" => "the ECS container",
        _ => return Err(incomplete(name, format!("its credential_source \"{source}\" is not one that AWS knows"))),
    };
    let what = format!(
        "its credential_source is {source}, the credentials of {host} it would run on, and this app runs on a \
         person's computer; use a source_profile instead"
    );
    Err(not_supported(name, what))
}

fn role_of(profile: &Profile) -> Result<RoleStep, SignInError> {
    let text = |key: &str| profile.get(key).map(str::to_owned);
    let duration = profile.get("duration_seconds").map(|written| {
        written.trim().parse().map_err(|_| {
            incomplete(profile.name(), format!("its duration_seconds \"{written}\" is not a number of seconds"))
        })
    });
    Ok(RoleStep {
        arn: text("role_arn").unwrap_or_default(),
        external_id: text("external_id"),
        session_name: text("role_session_name"),
        mfa_serial: text("mfa_serial"),
        duration: duration.transpose()?,
    })
}

fn has_both_keys(profile: &Profile) -> bool {
    profile.get("aws_access_key_id").is_some() && profile.get("aws_secret_access_key").is_some()
}

fn leads_to_china(profiles: &ProfileSet, profile: &Profile) -> bool {
    let arn = |key| profile.get(key).is_some_and(|arn| arn.starts_with("arn:aws-cn:"));
    let session = profile.get("sso_session").and_then(|name| profiles.sso_session(name));
    let sso_region = profile.get("sso_region").or_else(|| session?.get("sso_region"));
    arn("role_arn") || arn("login_session") || sso_region.is_some_and(|region| region.starts_with("cn-"))
}

fn incomplete(name: &str, detail: impl Into<String>) -> SignInError {
    SignInError::ProfileIncomplete { name: name.to_owned(), detail: detail.into() }
}

fn not_supported(name: &str, what: String) -> SignInError {
    SignInError::NotSupported { name: name.to_owned(), what }
}

#[cfg(test)]
mod tests;
