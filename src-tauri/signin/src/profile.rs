//! Credentials by a profile, and nothing but the profile.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use aws_config::BehaviorVersion;
use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::profile::{ProfileFileCredentialsProvider, ProfileSet};
use aws_config::provider_config::ProviderConfig;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sts::operation::assume_role_with_web_identity::AssumeRoleWithWebIdentityError;
use aws_types::SdkConfig;
use aws_types::os_shim_internal::Env;
use engine::Compartment;
use secrecy::SecretString;
use sha2::{Digest, Sha256};

use crate::assume::assume;
use crate::chain::{self, Base, Chain};
use crate::configure::CONNECT_TIMEOUT;
use crate::files::SharedFiles;
use crate::wallet::{Clock, Source};
use crate::who_am_i::endpoint_of_sts;
use crate::{SignInError, kept, reply};

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
    let mut files = files.with_endpoint(name, endpoint);
    // A session at the start of the chain is fetched by the profile that it stands in.
    if chain.base_profile != name {
        files = files.with_endpoint(&chain.base_profile, endpoint);
    }
    let settings = files.parse(name).await?;
    Ok(ReadProfile { files, settings, chain })
}

/// While a session's credentials are fetched, the SDK lets the environment's endpoints stand over every other, and has no
/// way to be told otherwise. So rather than call the wrong one, say what is in the way.
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

/// What stands for a program in the records: its SHA-256, in hexadecimal digits.
pub fn program_mark(program: &str) -> String {
    Sha256::digest(program.trim()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Gives a profile's credentials, reading it anew each time.
pub(crate) struct ProfileSource {
    /// The profile.
    pub(crate) name: String,
    /// The mark of the program that the person agreed to.
    pub(crate) agreed_program: Option<String>,
    /// The custom endpoint.
    pub(crate) endpoint: Option<String>,
    /// How the profile's roles are assumed.
    pub(crate) config: SdkConfig,
    /// Where what took a code to get is kept.
    pub(crate) place: Arc<Compartment>,
    /// What time it is.
    pub(crate) clock: Clock,
    /// The profile's chain as it was last read.
    chain: Mutex<Chain>,
}

impl ProfileSource {
    /// Those of a profile as it was read.
    pub(crate) fn new(
        name: &str,
        chain: Chain,
        agreed_program: Option<String>,
        endpoint: Option<&str>,
        config: SdkConfig,
        place: Arc<Compartment>,
        clock: Clock,
    ) -> Self {
        let endpoint = endpoint.map(str::to_owned);
        Self { name: name.to_owned(), agreed_program, endpoint, config, place, clock, chain: Mutex::new(chain) }
    }

    fn chain(&self) -> Chain {
        self.chain.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The credentials at the start of the chain.
    async fn base(&self, profile: &ReadProfile) -> Result<Credentials, SignInError> {
        let chain = &profile.chain;
        let base = &chain.base_profile;
        match &chain.base {
            // A role's source profile may name a role of its own, which its keys go before; the SDK would take the role.
            Base::Keys => {
                let of = |key: &str| profile.settings.get_profile(base).and_then(|base| base.get(key));
                let (id, secret) = (of("aws_access_key_id"), of("aws_secret_access_key"));
                let token = of("aws_session_token").filter(|token| !token.is_empty()).map(str::to_owned);
                return Ok(Credentials::new(
                    id.unwrap_or_default(),
                    secret.unwrap_or_default(),
                    token,
                    None,
                    "profile",
                ));
            }
            Base::Program(program) if self.agreed_program.as_deref() != Some(program_mark(program).as_str()) => {
                return Err(SignInError::ProgramNotAgreed { name: base.clone(), program: program.clone() });
            }
            _ => {}
        }
        let given = match chain.base {
            Base::Environment => EnvironmentVariableCredentialsProvider::new().provide_credentials().await,
            _ => self.by_sdk(profile).provide_credentials().await,
        };
        given.map_err(|error| self.translate(chain, &error))
    }

    /// What the SDK does with the profile at the start of the chain, which has no role left to assume.
    fn by_sdk(&self, profile: &ReadProfile) -> ProfileFileCredentialsProvider {
        let timeouts =
            TimeoutConfig::builder().connect_timeout(CONNECT_TIMEOUT).operation_attempt_timeout(ATTEMPT_TIMEOUT);
        let mut config = ProviderConfig::without_region()
            .with_region(self.config.region().cloned())
            .with_behavior_version(Some(BehaviorVersion::latest()))
            .with_timeout_config(timeouts.build())
            .with_retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS));
        if let Some(client) = self.config.http_client() {
            config = config.with_http_client(client);
        }
        // The two sources that ask the machine are refused before this; naming them here keeps the SDK from so much as
        // making their clients.
        ProfileFileCredentialsProvider::builder()
            .configure(&config)
            .profile_name(&profile.chain.base_profile)
            .profile_files(profile.files.for_sdk())
            .with_custom_provider("Ec2InstanceMetadata", Refused)
            .with_custom_provider("EcsContainer", Refused)
            .build()
    }

    /// What the SDK's error means to the person.
    fn translate(&self, chain: &Chain, error: &CredentialsError) -> SignInError {
        let from = self.source(chain);
        if let Some(network) = reply::network(error, &from) {
            return network;
        }
        for cause in crate::error::causes(error) {
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
            Base::Program(_) => SignInError::ProfileIncomplete {
                name: chain.base_profile.clone(),
                detail: format!("the program that it runs gave no credentials: {detail}"),
            },
            _ => SignInError::ProfileIncomplete { name: chain.base_profile.clone(), detail },
        }
    }

    /// Who is asked for the credentials, in words.
    fn source(&self, chain: &Chain) -> String {
        self.endpoint.clone().unwrap_or_else(|| match chain.base {
            Base::IdentityCenter => "the portal of IAM Identity Center".to_owned(),
            Base::Login => "AWS Sign-In".to_owned(),
            Base::Program(_) => "the program of the profile".to_owned(),
            _ => endpoint_of_sts(&self.config),
        })
    }
}

#[async_trait]
impl Source for ProfileSource {
    async fn fetch(&self, code: Option<&SecretString>) -> Result<Credentials, SignInError> {
        let profile = read_profile(&Env::real(), &self.name, self.endpoint.as_deref()).await?;
        *self.chain.lock().unwrap_or_else(PoisonError::into_inner) = profile.chain.clone();
        let asks = profile.chain.mfa_serial().is_some();
        if asks
            && code.is_none()
            && let Some(credentials) = kept::still_good(&self.place, (self.clock)()).await
        {
            return Ok(credentials);
        }
        let mut credentials = self.base(&profile).await?;
        for role in &profile.chain.roles {
            credentials = assume(&self.config, credentials, role, code).await?;
        }
        if asks {
            kept::keep(&self.place, &credentials).await;
        }
        Ok(credentials)
    }

    fn renews(&self) -> bool {
        self.chain().mfa_serial().is_none()
    }

    /// Keys in a file or in the environment are looked at each time, so that what a tool has renewed there is taken up.
    fn is_at_hand(&self) -> bool {
        let chain = self.chain();
        chain.roles.is_empty() && matches!(chain.base, Base::Keys | Base::Environment)
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

    fn chain(base: Base) -> Chain {
        Chain { base, base_profile: "base".into(), roles: Vec::new(), china: false }
    }

    fn source() -> ProfileSource {
        let config = SdkConfig::builder().region(aws_types::region::Region::from_static("eu-west-1")).build();
        let name = engine::SecretName::of_connection(&engine::ConnectionId::new("c"));
        let place = Arc::new(Compartment::new(crate::no_vault(), name));
        ProfileSource::new("top", chain(Base::Keys), None, None, config, place, Arc::new(std::time::SystemTime::now))
    }

    #[test]
    fn an_endpoint_of_the_environment_stands_in_the_way_only_where_credentials_are_fetched() {
        let env = Env::from_slice(&[("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:4566")]);
        let custom = "http://127.0.0.1:5000";
        let error = refuse_other_endpoints(&env, "web", custom, &chain(Base::IdentityCenter)).unwrap_err().to_string();
        assert!(error.contains("AWS_ENDPOINT_URL_STS"), "{error}");
        assert!(refuse_other_endpoints(&env, "web", custom, &chain(Base::Login)).is_err());
        assert!(refuse_other_endpoints(&env, "web", custom, &chain(Base::Keys)).is_ok());
        assert!(refuse_other_endpoints(&env, "web", "http://127.0.0.1:4566", &chain(Base::Login)).is_ok());
        assert!(refuse_other_endpoints(&Env::from_slice(&[]), "web", custom, &chain(Base::Login)).is_ok());
    }

    #[test]
    fn a_session_that_is_gone_is_begun_anew_by_the_command_that_began_it() {
        let provider = source();
        let gone = CredentialsError::provider_error("the token has expired");
        for (base, command) in
            [(Base::IdentityCenter, "aws sso login --profile base"), (Base::Login, "aws login --profile base")]
        {
            let SignInError::SignInAgain { command: told, .. } = provider.translate(&chain(base), &gone) else {
                panic!("not told to sign in")
            };
            assert_eq!(told, command);
        }
    }

    #[test]
    fn a_role_that_is_not_assigned_is_a_missing_permission() {
        let provider = source();
        let refused = CredentialsError::provider_error("unhandled error (ForbiddenException): No access");
        let error = provider.translate(&chain(Base::IdentityCenter), &refused);
        assert!(matches!(error, SignInError::Denied { .. }), "{error:?}");
    }
}
