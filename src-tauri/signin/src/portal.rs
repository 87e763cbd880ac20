//! Portals of IAM Identity Center: signing in, and what they let one into.

mod browser;
pub(crate) mod client;
mod device;
pub(crate) mod session;

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use aws_sdk_ssooidc::error::ProvideErrorMetadata;
use aws_types::SdkConfig;
use aws_types::os_shim_internal::Env;
use engine::ports::{Method, PendingSignIn, PortalAccount, Portals};
use engine::{Compartment, Endpoints, Failure, Portal, PortalTokens, Secret};
use jiff::Timestamp;
use secrecy::ExposeSecret;
use url::Url;

use crate::configure::portal_config;
use crate::wallet::Clock;
use crate::{SignInError, region, reply};

/// How the app is called at the portal: the person reads it there before allowing anything.
const CLIENT_NAME: &str = "Housekeeper for CloudFront";

/// What the app asks for: the accounts and roles that the person has at the portal, and no more (IAM Identity Center
/// OIDC API Reference, RegisterClient).
const SCOPE: &str = "sso:account:access";

/// The portals, as the engine asks for them.
#[derive(Clone)]
pub struct IdentityCenter {
    clock: Clock,
    /// How long a second is between two questions whether the person is through; tests hurry it.
    second: Duration,
}

impl Default for IdentityCenter {
    fn default() -> Self {
        Self { clock: Arc::new(SystemTime::now), second: Duration::from_secs(1) }
    }
}

impl IdentityCenter {
    /// With another clock, and seconds of another length between two questions. For tests.
    pub fn with_clock(clock: impl Fn() -> SystemTime + Send + Sync + 'static, second: Duration) -> Self {
        Self { clock: Arc::new(clock), second }
    }

    async fn config(&self, portal: &Portal, endpoints: &Endpoints) -> Result<SdkConfig, SignInError> {
        checked(portal, endpoints)?;
        portal_config(&Env::real(), portal, endpoints).await
    }
}

/// A portal that can be one: its page is a web page, its region a region's name.
fn checked(portal: &Portal, endpoints: &Endpoints) -> Result<(), SignInError> {
    if !region::is_a_name(&portal.region) {
        let (region, place) = (portal.region.clone(), "the portal's region".to_owned());
        return Err(SignInError::InvalidRegion { region, place });
    }
    let is_page = Url::parse(&portal.start_url)
        .is_ok_and(|url| url.has_host() && (url.scheme() == "https" || endpoints.custom_endpoint.is_some()));
    match is_page {
        true => Ok(()),
        false => Err(SignInError::InvalidEndpoint {
            endpoint: portal.start_url.clone(),
            detail: "a start URL looks like https://example.awsapps.com/start".to_owned(),
        }),
    }
}

#[async_trait]
impl Portals for IdentityCenter {
    async fn begin(
        &self,
        portal: &Portal,
        endpoints: &Endpoints,
        method: Method,
    ) -> Result<Box<dyn PendingSignIn>, Failure> {
        let config = self.config(portal, endpoints).await?;
        Ok(match method {
            Method::Browser => Box::new(browser::begin(portal, config, self.clock.clone(), self.second).await?),
            Method::Code => Box::new(device::begin(portal, config, self.clock.clone(), self.second).await?),
        })
    }

    async fn accounts(
        &self,
        portal: &Portal,
        endpoints: &Endpoints,
        tokens: &Compartment,
    ) -> Result<Vec<PortalAccount>, Failure> {
        let config = self.config(portal, endpoints).await?;
        let mut accounts = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let page = session::with_token(portal, &config, tokens, (self.clock)(), async |client, token| {
                client.list_accounts().access_token(token).set_next_token(after.clone()).send().await
            })
            .await?;
            accounts.extend(page.account_list.unwrap_or_default().into_iter().filter_map(|one| {
                let account = one.account_id?;
                Some(PortalAccount {
                    name: one.account_name.unwrap_or_else(|| account.clone()),
                    email: one.email_address.unwrap_or_default(),
                    account,
                })
            }));
            after = page.next_token.filter(|next| !next.is_empty());
            if after.is_none() {
                break;
            }
        }
        accounts.sort_by(|one, other| {
            (one.name.to_lowercase(), &one.account).cmp(&(other.name.to_lowercase(), &other.account))
        });
        Ok(accounts)
    }

    async fn roles(
        &self,
        portal: &Portal,
        endpoints: &Endpoints,
        tokens: &Compartment,
        account: &str,
    ) -> Result<Vec<String>, Failure> {
        let config = self.config(portal, endpoints).await?;
        let mut roles = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let page = session::with_token(portal, &config, tokens, (self.clock)(), async |client, token| {
                let call = client.list_account_roles().access_token(token).account_id(account);
                call.set_next_token(after.clone()).send().await
            })
            .await?;
            roles.extend(page.role_list.unwrap_or_default().into_iter().filter_map(|role| role.role_name));
            after = page.next_token.filter(|next| !next.is_empty());
            if after.is_none() {
                break;
            }
        }
        roles.sort_unstable();
        Ok(roles)
    }

    async fn sign_out(&self, portal: &Portal, endpoints: &Endpoints, tokens: &Compartment) -> Result<(), Failure> {
        let token = match tokens.open().await?.secret() {
            Some(Secret::Portal(tokens)) => tokens.access_token.clone(),
            _ => return Ok(()),
        };
        let config = self.config(portal, endpoints).await?;
        let said = client::sso(&config).logout().access_token(token.expose_secret()).send().await;
        said.map(|_| ()).map_err(|error| {
            let endpoint = client::endpoint(&config, "SSO");
            let unknown = || SignInError::ReplyLost { endpoint: endpoint.clone(), detail: reply::innermost(&error) };
            reply::network(&error, &endpoint).unwrap_or_else(unknown).into()
        })
    }
}

/// The app as a portal knows it.
struct Registration {
    client_id: String,
    client_secret: secrecy::SecretString,
    expires_at: Timestamp,
}

impl Registration {
    /// Tokens of this registration, before any were given.
    fn without_tokens(self) -> PortalTokens {
        PortalTokens {
            client_id: self.client_id,
            client_secret: self.client_secret,
            client_expires_at: self.expires_at,
            access_token: String::new().into(),
            expires_at: Timestamp::UNIX_EPOCH,
            refresh_token: None,
        }
    }
}

/// Registers the app at a portal, as each sign-in does: a registration ends by itself, and costs nothing.
async fn register(
    portal: &Portal,
    config: &SdkConfig,
    grants: &[&str],
    redirect: Option<&str>,
) -> Result<Registration, SignInError> {
    let call = client::oidc(config)
        .register_client()
        .client_name(CLIENT_NAME)
        .client_type("public")
        .scopes(SCOPE)
        .issuer_url(&portal.start_url)
        .set_grant_types(Some(grants.iter().map(ToString::to_string).collect()))
        .set_redirect_uris(redirect.map(|redirect| vec![redirect.to_owned()]));
    let answer = call.send().await.map_err(|error| refused(portal, config, &error))?;
    let end = Timestamp::from_second(answer.client_secret_expires_at).unwrap_or(Timestamp::UNIX_EPOCH);
    match (answer.client_id, answer.client_secret) {
        (Some(client_id), Some(secret)) => {
            Ok(Registration { client_id, client_secret: secret.into(), expires_at: end })
        }
        _ => Err(SignInError::ReplyLost {
            endpoint: client::endpoint(config, "SSO OIDC"),
            detail: "it did not register the app, so it is not IAM Identity Center".to_owned(),
        }),
    }
}

/// Why a portal refused what begins a sign-in.
fn refused<E>(portal: &Portal, config: &SdkConfig, error: &aws_sdk_ssooidc::error::SdkError<E>) -> SignInError
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    let endpoint = client::endpoint(config, "SSO OIDC");
    if let Some(network) = reply::network(error, &endpoint) {
        return network;
    }
    match error.code() {
        // The service's words are "Invalid request" at best.
        Some("InvalidRequestException" | "InvalidClientMetadataException") => SignInError::InvalidEndpoint {
            endpoint: portal.start_url.clone(),
            detail: format!(
                "IAM Identity Center in {} knows no such portal; check the start URL and the region",
                portal.region
            ),
        },
        code => {
            let message = error.message();
            let status = error.raw_response();
            reply::refusal(code, message, status, &endpoint)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_portal_is_refused_before_anything_is_called() {
        let none = Endpoints::default();
        for (start_url, region, good) in [
            ("https://example.awsapps.com/start", "eu-west-1", true),
            ("https://example.awsapps.com/start", "Ireland", false),
            ("example.awsapps.com/start", "eu-west-1", false),
            ("http://example.awsapps.com/start", "eu-west-1", false),
        ] {
            let portal = Portal { start_url: start_url.into(), region: region.into() };
            assert_eq!(checked(&portal, &none).is_ok(), good, "{start_url} {region}");
        }
    }
}
