//! From a connection to the SDK's configuration.

use std::fmt;
use std::time::Duration;

use aws_config::timeout::TimeoutConfig;
use aws_config::{AppName, BehaviorVersion, ConfigLoader};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_types::SdkConfig;
use aws_types::os_shim_internal::Env;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use engine::Secret;
use secrecy::ExposeSecret;

use crate::profile::{ProfileCredentials, read_profile};
use crate::{SignInError, endpoint, files, region};

/// How long a connection to AWS may take to be made. Three seconds is the SDK's own default; slow office networks and
/// proxies need a little more.
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How AWS sees who is calling, in its logs' user agent.
const APP_NAME: &str = "housekeeper";

/// How one gets into an account. Its `Debug` shows no secret.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// By a profile of the shared AWS config files.
    Profile {
        /// Its name there.
        name: String,
    },
    /// By an access key of one's own.
    AccessKey {
        /// The public half, such as `AKIAIOSFODNN7EXAMPLE`.
        access_key_id: String,
        /// The secret half, with the session token of a temporary key.
        secret: Secret,
    },
}

/// The SDK's configuration for one way in. Nothing is called: wrong credentials show at the first call.
///
/// The credentials are those that `way` names and no others: what it lacks is never made up for by the environment,
/// another profile or the machine. A profile's credentials are read from the files whenever they are needed anew, so
/// that keys a tool has renewed there are taken up; its region and endpoints stay as they were at this call.
///
/// `custom_endpoint` serves every call of the connection, those that fetch its credentials too, whatever the profile
/// and the environment say. Without one, `AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_CLOUDFRONT` and the profile's
/// `endpoint_url` and `services` are honoured as the SDK does, `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` too.
///
/// # Errors
/// A profile that is not there, is not complete or asks for what is not done, a file that cannot be read, an endpoint,
/// a region or an access key that cannot be right: each a variant of [`SignInError`].
pub async fn configure(way: &SignIn, custom_endpoint: Option<&str>) -> Result<SdkConfig, SignInError> {
    let endpoint =
        custom_endpoint.filter(|written| !written.trim().is_empty()).map(endpoint::normalised_endpoint).transpose()?;
    let env = Env::real();
    let loader = aws_config::defaults(BehaviorVersion::latest())
        .app_name(AppName::new(APP_NAME).map_err(|error| unexpected("AppName", &error))?)
        .timeout_config(TimeoutConfig::builder().connect_timeout(CONNECT_TIMEOUT).build());
    let loader = match way {
        SignIn::Profile { name } => by_profile(loader, &env, name.trim(), endpoint.as_deref()).await?,
        SignIn::AccessKey { access_key_id, secret } => loader
            .profile_files(files::no_files())
            .region(region::region(&env, None, false)?)
            .credentials_provider(credentials(access_key_id, secret)?),
    };
    let loader = match &endpoint {
        Some(endpoint) => loader.endpoint_url(endpoint),
        None => loader,
    };
    let config = loader.load().await;
    endpoint::check_configured(&config)?;
    Ok(redacted(config))
}

async fn by_profile(
    loader: ConfigLoader,
    env: &Env,
    name: &str,
    endpoint: Option<&str>,
) -> Result<ConfigLoader, SignInError> {
    let profile = read_profile(env, name, endpoint).await?;
    let region = region::region(env, profile.settings.get("region"), profile.chain.china)?;
    Ok(loader
        .profile_files(profile.files.for_sdk())
        .profile_name(name)
        .region(region.clone())
        .credentials_provider(SharedCredentialsProvider::new(ProfileCredentials::new(name, region, endpoint))))
}

/// The key as it was filled in. What is pasted often has a space or a line's end around it, which no part of a key has.
fn credentials(access_key_id: &str, secret: &Secret) -> Result<Credentials, SignInError> {
    let refuse = |field: &str, why: &str| SignInError::KeyIncomplete { detail: format!("the {field} {why}") };
    let clean = |field: &str, value: &str| match value.trim() {
        "" => Err(refuse(field, "is empty")),
        value if value.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(value.to_owned()),
        _ => Err(refuse(field, "has a character in it that no key has; copy it again")),
    };
    let key_id = clean("access key ID", access_key_id)?;
    let key = clean("secret access key", secret.secret_access_key.expose_secret())?;
    let token = secret
        .session_token
        .as_ref()
        .map(|token| token.expose_secret().trim())
        .filter(|token| !token.is_empty())
        .map(|token| clean("session token", token))
        .transpose()?;
    Ok(Credentials::new(key_id, key, token, None, "Housekeeper"))
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn secret(key: &str, token: Option<&str>) -> Secret {
        Secret { secret_access_key: key.into(), session_token: token.map(Into::into) }
    }

    #[test]
    fn what_a_paste_leaves_around_a_key_is_taken_off() {
        let found = credentials(" AKIAEXAMPLE\n", &secret("wJalr/K7\r\n", Some(" "))).unwrap();
        assert_eq!(found.access_key_id(), "AKIAEXAMPLE");
        assert_eq!(found.secret_access_key(), "wJalr/K7");
        assert_eq!(found.session_token(), None);
    }

    #[test]
    fn a_key_that_cannot_be_one_is_refused_by_its_field_and_not_shown() {
        for (id, key, token, field) in [
            ("", "hush", None, "access key ID"),
            ("AKIA", "  ", None, "secret access key"),
            ("AKIA", "hu sh", None, "secret access key"),
            ("AKIA", "hush", Some("tök\nen"), "session token"),
        ] {
            let error = credentials(id, &secret(key, token)).unwrap_err();
            assert!(error.to_string().contains(field), "{error}");
            assert!(!error.to_string().contains("hu"), "{error}");
        }
    }

    #[tokio::test]
    async fn nothing_that_is_printed_shows_a_secret() {
        let way = SignIn::AccessKey { access_key_id: "AKIA".into(), secret: secret("hush-hush", Some("tok-tok")) };
        let config = configure(&way, Some("http://127.0.0.1:1")).await.unwrap();
        let shown = format!("{way:?} {config:?}");
        assert!(!shown.contains("hush-hush") && !shown.contains("tok-tok"), "{shown}");
    }
}
