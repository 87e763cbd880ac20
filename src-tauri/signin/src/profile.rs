//! Credentials by a profile, and nothing but the profile.

use std::fmt;
use std::time::Duration;

use aws_config::BehaviorVersion;
use aws_config::profile::{ProfileFileCredentialsProvider, ProfileSet};
use aws_config::provider_config::ProviderConfig;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future;
use aws_credential_types::provider::{self, ProvideCredentials};
use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sts::operation::assume_role::AssumeRoleError;
use aws_sdk_sts::operation::assume_role_with_web_identity::AssumeRoleWithWebIdentityError;
use aws_types::os_shim_internal::Env;
use aws_types::region::Region;

use crate::SignInError;
use crate::chain::{self, Base, Chain};
use crate::configure::CONNECT_TIMEOUT;
use crate::files::SharedFiles;
use crate::reply;

/// How long one attempt to fetch credentials may take, and how often it is tried. A role's or a session's credentials
/// come in well under a second; a person is waiting.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(8);
const ATTEMPTS: u32 = 2;

/// A profile that was read and found to be one that may be used.
pub(crate) struct ReadProfile {
    /// What it was read from, with the custom endpoint over it where there is one.
    pub(crate) files: SharedFiles,
    /// All profiles, this one chosen.
    pub(crate) settings: ProfileSet,
    /// Where its credentials come from.
    pub(crate) chain: Chain,
}

/// Reads a profile and follows where its credentials come from, before anything is called.
pub(crate) async fn read_profile(env: &Env, name: &str, endpoint: Option<&str>) -> Result<ReadProfile, SignInError> {
    let files = SharedFiles::read(env).await?;
    let settings = files.parse(name).await?;
    if settings.get_profile(name).is_none() {
        return Err(files.no_such_profile(name));
    }
    let chain = chain::follow(&settings, name)?;
    let Some(endpoint) = endpoint else { return Ok(ReadProfile { files, settings, chain }) };
    refuse_other_endpoints(env, name, endpoint, &chain)?;
    let files = files.with_endpoint(name, endpoint);
    let settings = files.parse(name).await?;
    Ok(ReadProfile { files, settings, chain })
}

/// While credentials are fetched, the SDK lets the environment's endpoints stand over every other, and has no way to be
/// told otherwise. So rather than call the wrong one, say what is in the way.
fn refuse_other_endpoints(env: &Env, name: &str, endpoint: &str, chain: &Chain) -> Result<(), SignInError> {
    let suffixes = ["", "_STS", "_SSO", "_SSO_OIDC", "_SIGNIN"];
    let others = suffixes.map(|suffix| format!("AWS_ENDPOINT_URL{suffix}"));
    let in_the_way =
        others.iter().find(|variable| env.get(variable).is_ok_and(|other| other.trim_end_matches('/') != endpoint));
    match in_the_way {
        Some(variable) if chain.makes_calls() => Err(SignInError::NotSupported {
            name: name.to_owned(),
            what: format!(
                "its credentials would be fetched from the endpoint of the environment variable {variable}, not from \
                 the connection's custom endpoint; unset the variable, or leave the custom endpoint empty"
            ),
        }),
        _ => Ok(()),
    }
}

/// Gives a profile's credentials, reading it anew each time the SDK asks for fresh ones.
pub(crate) struct ProfileCredentials {
    name: String,
    region: Region,
    endpoint: Option<String>,
}

impl ProfileCredentials {
    /// Those of the named profile. The region is the one its roles are assumed in.
    pub(crate) fn new(name: &str, region: Region, endpoint: Option<&str>) -> Self {
        Self { name: name.to_owned(), region, endpoint: endpoint.map(str::to_owned) }
    }

    async fn load(&self) -> provider::Result {
        let profile = read_profile(&Env::real(), &self.name, self.endpoint.as_deref())
            .await
            .map_err(CredentialsError::invalid_configuration)?;
        let timeouts =
            TimeoutConfig::builder().connect_timeout(CONNECT_TIMEOUT).operation_attempt_timeout(ATTEMPT_TIMEOUT);
        let config = ProviderConfig::without_region()
            .with_region(Some(self.region.clone()))
            .with_behavior_version(Some(BehaviorVersion::latest()))
            .with_timeout_config(timeouts.build())
            .with_retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS));
        // The two sources that ask the machine are refused before this; naming them here keeps the SDK from so much as
        // making their clients.
        ProfileFileCredentialsProvider::builder()
            .configure(&config)
            .profile_name(&self.name)
            .profile_files(profile.files.for_sdk())
            .with_custom_provider("Ec2InstanceMetadata", Refused)
            .with_custom_provider("EcsContainer", Refused)
            .build()
            .provide_credentials()
            .await
            .map_err(|error| CredentialsError::provider_error(self.translate(&profile.chain, &error)))
    }

    /// What the SDK's error means to the person.
    fn translate(&self, chain: &Chain, error: &CredentialsError) -> SignInError {
        let from = self.source(chain);
        if let Some(network) = reply::network(error, &from) {
            return network;
        }
        for cause in crate::error::causes(error) {
            if let Some(refusal) = cause.downcast_ref::<SdkError<AssumeRoleError>>() {
                return reply::refusal(refusal.code(), refusal.message(), refusal.raw_response(), &from);
            }
            if let Some(refusal) = cause.downcast_ref::<SdkError<AssumeRoleWithWebIdentityError>>() {
                return reply::refusal(refusal.code(), refusal.message(), refusal.raw_response(), &from);
            }
        }
        let detail = reply::words(error);
        let again = |command: &str| SignInError::SignInAgain {
            command: format!("{command} --profile {}", chain.base_profile),
            detail: detail.clone(),
        };
        // What the SDK finds wrong with the profile itself; the rest went wrong while it was followed.
        if matches!(error, CredentialsError::InvalidConfiguration(_) | CredentialsError::CredentialsNotLoaded(_)) {
            return SignInError::ProfileIncomplete { name: self.name.clone(), detail };
        }
        match chain.base {
            // The portal's answer when the account or the role is not assigned to this person; it is not in the
            // service's model.
            Base::IdentityCenter if detail.contains("ForbiddenException") => {
                let action = Some("sso:GetRoleCredentials".to_owned());
                SignInError::Denied { action, resource: None, detail }
            }
            Base::IdentityCenter if detail.contains("TooManyRequests") => SignInError::Throttled { detail },
            Base::IdentityCenter => again("aws sso login"),
            Base::Login => again("aws login"),
            _ => SignInError::ProfileIncomplete { name: chain.base_profile.clone(), detail },
        }
    }

    /// Who is asked for the credentials, in words.
    fn source(&self, chain: &Chain) -> String {
        self.endpoint.clone().unwrap_or_else(|| match chain.base {
            _ if chain.roles > 0 => format!("AWS STS in {}", self.region),
            Base::IdentityCenter => "the portal of IAM Identity Center".to_owned(),
            Base::Login => "AWS Sign-In".to_owned(),
            _ => format!("AWS STS in {}", self.region),
        })
    }
}

impl ProvideCredentials for ProfileCredentials {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.load())
    }
}

impl fmt::Debug for ProfileCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProfileCredentials").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Stands where the SDK would put a source that asks the machine.
#[derive(Debug)]
struct Refused;

impl ProvideCredentials for Refused {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(Err(CredentialsError::invalid_configuration(
            "the credentials of a machine are not used",
        )))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn chain(base: Base, roles: usize) -> Chain {
        Chain { base, base_profile: "base".into(), roles, china: false }
    }

    #[test]
    fn an_endpoint_of_the_environment_stands_in_the_way_only_where_credentials_are_fetched() {
        let env = Env::from_slice(&[("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:4566")]);
        let custom = "http://127.0.0.1:5000";
        let error = refuse_other_endpoints(&env, "web", custom, &chain(Base::Keys, 1)).unwrap_err().to_string();
        assert!(error.contains("AWS_ENDPOINT_URL_STS"), "{error}");
        assert!(refuse_other_endpoints(&env, "web", custom, &chain(Base::Login, 0)).is_err());
        assert!(refuse_other_endpoints(&env, "web", custom, &chain(Base::Keys, 0)).is_ok());
        assert!(refuse_other_endpoints(&env, "web", "http://127.0.0.1:4566", &chain(Base::Keys, 1)).is_ok());
        assert!(refuse_other_endpoints(&Env::from_slice(&[]), "web", custom, &chain(Base::Keys, 1)).is_ok());
    }

    #[test]
    fn a_session_that_is_gone_is_begun_anew_by_the_command_that_began_it() {
        let provider = ProfileCredentials::new("top", Region::from_static("eu-west-1"), None);
        let gone = CredentialsError::provider_error("the token has expired");
        for (base, command) in
            [(Base::IdentityCenter, "aws sso login --profile base"), (Base::Login, "aws login --profile base")]
        {
            let SignInError::SignInAgain { command: told, .. } = provider.translate(&chain(base, 0), &gone) else {
                panic!("not told to sign in")
            };
            assert_eq!(told, command);
        }
    }

    #[test]
    fn a_role_that_is_not_assigned_is_a_missing_permission() {
        let provider = ProfileCredentials::new("top", Region::from_static("eu-west-1"), None);
        let refused = CredentialsError::provider_error("unhandled error (ForbiddenException): No access");
        let error = provider.translate(&chain(Base::IdentityCenter, 0), &refused);
        assert!(matches!(error, SignInError::Denied { .. }), "{error:?}");
    }
}
