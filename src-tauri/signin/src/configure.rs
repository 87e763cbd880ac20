//! From a connection to the SDK's configuration.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_config::timeout::TimeoutConfig;
use aws_config::{AppName, BehaviorVersion, ConfigLoader};
use aws_sdk_sts::config::IdentityCache;
use aws_types::SdkConfig;
use aws_types::os_shim_internal::Env;
use aws_types::region::Region;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use engine::ports::Means;
use engine::{Connection, Endpoints, Portal, Way};

use crate::chain::RoleStep;
use crate::identity_center::IdentityCenterSource;
use crate::key::KeySource;
use crate::profile::{ProfileSource, read_profile};
use crate::role::RoleSource;
use crate::session::SignedIn;
use crate::wallet::{Clock, FromWallet, Wallet};
use crate::{SignInError, endpoint, files, http, region};

/// How long a connection to AWS may take to be made. Three seconds is the SDK's own default; slow office networks and
/// proxies need a little more.
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How AWS sees who is calling, in its logs' user agent.
const APP_NAME: &str = "housekeeper";

/// Opens a connection: the SDK's configuration for it, and its session, which gives the credentials. Nothing is called:
/// wrong credentials show at the first call.
///
/// The credentials are those that the connection names and no others: what it lacks is never made up for by the
/// environment, another profile or the machine. A profile is read anew whenever credentials are needed, so that keys a
/// tool has renewed there are taken up; its region and endpoints stay as they were at this call.
///
/// A custom endpoint serves every call of the connection, those that fetch its credentials too, whatever the profile and
/// the environment say. Without one, `AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_CLOUDFRONT` and the profile's `endpoint_url`
/// and `services` are honoured as the SDK does, `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` too; and so are
/// `AWS_USE_FIPS_ENDPOINT`, `AWS_USE_DUALSTACK_ENDPOINT`, `AWS_CA_BUNDLE` and their settings in the profile, and the
/// proxy of the environment.
///
/// # Errors
/// A profile that is not there, is not complete or asks for what is not done, a file that cannot be read, an endpoint or
/// a region that cannot be right: each a variant of [`SignInError`].
pub async fn open(connection: &Connection, means: &Means) -> Result<(SdkConfig, SignedIn), SignInError> {
    let (config, wallet) = open_at(connection, means, Arc::new(SystemTime::now)).await?;
    let signed_in = SignedIn::new(config.clone(), wallet);
    Ok((config, signed_in))
}

async fn open_at(
    connection: &Connection,
    means: &Means,
    clock: Clock,
) -> Result<(SdkConfig, Arc<Wallet>), SignInError> {
    let env = Env::real();
    let endpoints = &connection.endpoints;
    let custom = normalised(endpoints)?;
    let (config, source) = match &connection.way {
        Way::Practice => {
            let (code, detail) = ("practice".to_owned(), "the practice account has no credentials".to_owned());
            return Err(SignInError::Unexpected { code, detail });
        }
        Way::Profile { name, agreed_program } => {
            let name = name.trim();
            let profile = read_profile(&env, name, custom.as_deref()).await?;
            let china = profile.chain.china || endpoints.china;
            let region = region::region(&env, profile.settings.get("region"), china)?;
            let bundle = profile.settings.get("ca_bundle").map(str::to_owned);
            let loader = loader(&env, endpoints, region, bundle.as_deref()).await?;
            let config = load(loader.profile_files(profile.files.for_sdk()).profile_name(name)).await?;
            let (agreed, place) = (agreed_program.clone(), means.own.clone());
            let source = ProfileSource::new(
                name,
                profile.chain,
                agreed,
                custom.as_deref(),
                config.clone(),
                place,
                clock.clone(),
            );
            (config, Wallet::new(source, clock))
        }
        Way::AccessKey { access_key_id } => {
            let region = region::region(&env, None, endpoints.china)?;
            let config = without_profile(&env, endpoints, region).await?;
            let source = KeySource { access_key_id: access_key_id.clone(), place: means.own.clone() };
            (config, Wallet::new(source, clock))
        }
        Way::IdentityCenter { portal, account, role } => {
            let config = portal_config(&env, portal, endpoints).await?;
            let tokens = means.portal.clone().ok_or_else(|| unopened("its portal"))?;
            let source = IdentityCenterSource {
                portal: portal.clone(),
                config: config.clone(),
                account: account.clone(),
                role: role.clone(),
                tokens,
                clock: clock.clone(),
            };
            (config, Wallet::new(source, clock))
        }
        Way::Role { role, .. } => {
            let (base, with) = means.base.as_deref().ok_or_else(|| unopened("the connection it is based on"))?;
            let (base_config, base) = Box::pin(open_at(base, with, clock.clone())).await?;
            // The role's endpoints are its own; region and files are those of where its credentials come from.
            let china = role.arn.starts_with("arn:aws-cn:") || endpoints.china;
            let region = match base_config.region() {
                Some(region) if china == region.as_ref().starts_with("cn-") => region.clone(),
                _ => region::region(&env, None, china)?,
            };
            let config = without_profile(&env, endpoints, region).await?;
            let source = RoleSource {
                base,
                config: config.clone(),
                role: RoleStep {
                    arn: role.arn.trim().to_owned(),
                    external_id: filled(&role.external_id),
                    session_name: filled(&role.session_name),
                    mfa_serial: filled(&role.mfa_serial),
                    duration: None,
                },
                place: means.own.clone(),
                clock: clock.clone(),
            };
            (config, Wallet::new(source, clock))
        }
    };
    let wallet = Arc::new(source);
    // The wallet holds what it got, so that what is to be sent can ask for credentials that last; a second store in the
    // SDK would go on with those before.
    let builder = config.into_builder().identity_cache(IdentityCache::no_cache());
    let mut builder = builder;
    builder.set_credentials_provider(Some(aws_credential_types::provider::SharedCredentialsProvider::new(FromWallet(
        wallet.clone(),
    ))));
    Ok((builder.build(), wallet))
}

fn filled(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn unopened(what: &str) -> SignInError {
    SignInError::Unexpected { code: "open".to_owned(), detail: format!("{what} is missing") }
}

fn normalised(endpoints: &Endpoints) -> Result<Option<String>, SignInError> {
    let written = endpoints.custom_endpoint.as_deref().filter(|written| !written.trim().is_empty());
    written.map(endpoint::normalised_endpoint).transpose()
}

/// The configuration for the calls to a portal, which need no credentials, and for what is done with the roles it gives.
pub(crate) async fn portal_config(env: &Env, portal: &Portal, endpoints: &Endpoints) -> Result<SdkConfig, SignInError> {
    without_profile(env, endpoints, Region::new(portal.region.clone())).await
}

async fn without_profile(env: &Env, endpoints: &Endpoints, region: Region) -> Result<SdkConfig, SignInError> {
    load(loader(env, endpoints, region, None).await?.profile_files(files::no_files())).await
}

async fn loader(
    env: &Env,
    endpoints: &Endpoints,
    region: Region,
    ca_bundle: Option<&str>,
) -> Result<ConfigLoader, SignInError> {
    let loader = aws_config::defaults(BehaviorVersion::latest())
        .app_name(AppName::new(APP_NAME).map_err(|error| unexpected("AppName", &error))?)
        .timeout_config(TimeoutConfig::builder().connect_timeout(CONNECT_TIMEOUT).build())
        .http_client(http::client(env, ca_bundle).await?)
        .region(region)
        .no_credentials();
    Ok(match normalised(endpoints)? {
        // A custom endpoint is what it is: it has no variants (SDK, endpoint rules).
        Some(custom) => loader.endpoint_url(custom).use_fips(false).use_dual_stack(false),
        // What is not chosen here may be chosen in the profile or the environment.
        None => {
            let loader = if endpoints.fips { loader.use_fips(true) } else { loader };
            if endpoints.dual_stack { loader.use_dual_stack(true) } else { loader }
        }
    })
}

async fn load(loader: ConfigLoader) -> Result<SdkConfig, SignInError> {
    let config = loader.load().await;
    endpoint::check_configured(&config)?;
    Ok(redacted(config))
}

/// The SDK keeps the whole of the profile, keys and all, in two places, and prints it with the configuration: where it
/// looks endpoints up, and in the chain that would look for a bearer token, which no call of this app is signed with.
fn redacted(config: SdkConfig) -> SdkConfig {
    let service_config = Redacted(config.clone());
    let mut builder = config.into_builder().service_config(service_config);
    builder.set_token_provider(None);
    builder.build()
}

struct Redacted(SdkConfig);

impl LoadServiceConfig for Redacted {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        self.0.service_config()?.load_config(key)
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redacted")
    }
}

fn unexpected(code: &str, error: &dyn std::error::Error) -> SignInError {
    SignInError::Unexpected { code: code.to_owned(), detail: error.to_string() }
}
