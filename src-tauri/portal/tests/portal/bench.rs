//! A stand-in with a clock that the test steps, and the two SDK clients before it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use aws_sdk_sso::config as sso;
use aws_sdk_ssooidc::config as oidc;
use aws_sdk_ssooidc::operation::create_token::{CreateTokenError, CreateTokenOutput};
use aws_sdk_ssooidc::operation::start_device_authorization::StartDeviceAuthorizationOutput;
use jiff::Timestamp;
use portal::{Choice, Portal, Settings};

pub const START: &str = "https://example.awsapps.com/start";
pub const SCOPE: &str = "sso:account:access";
pub const DEVICE: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// A time that passes only when it is told to.
#[derive(Clone)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    pub fn new() -> Self {
        Self(Arc::new(AtomicI64::new(1_800_000_000_000)))
    }

    pub fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap()
    }

    pub fn step(&self, by: Duration) {
        self.0.fetch_add(by.as_millis().try_into().unwrap(), Ordering::SeqCst);
    }

    pub fn settings(&self) -> Settings {
        let clock = self.clone();
        Settings { clock: Arc::new(move || clock.now()), ..Settings::default() }
    }
}

pub struct Bench {
    pub portal: Portal,
    pub clock: Clock,
    pub oidc: aws_sdk_ssooidc::Client,
    pub sso: aws_sdk_sso::Client,
}

/// A registration.
pub struct Client {
    pub id: String,
    pub secret: String,
}

pub type TokenResult = Result<CreateTokenOutput, CreateTokenError>;

impl Bench {
    pub async fn new() -> Self {
        let clock = Clock::new();
        let settings = clock.settings();
        Self::with(settings, clock).await
    }

    pub async fn with(settings: Settings, clock: Clock) -> Self {
        let portal = Portal::start(settings).await.unwrap();
        let oidc = oidc::Config::builder()
            .behavior_version(oidc::BehaviorVersion::latest())
            .region(oidc::Region::new("us-east-1"))
            .retry_config(oidc::retry::RetryConfig::disabled())
            .endpoint_url(portal.url())
            .build();
        let sso = sso::Config::builder()
            .behavior_version(sso::BehaviorVersion::latest())
            .region(sso::Region::new("us-east-1"))
            .retry_config(sso::retry::RetryConfig::disabled())
            .endpoint_url(portal.url())
            .build();
        let (oidc, sso) = (aws_sdk_ssooidc::Client::from_conf(oidc), aws_sdk_sso::Client::from_conf(sso));
        Self { portal, clock, oidc, sso }
    }

    /// A client of all three grant types, with a redirect address that has no port.
    pub async fn register(&self) -> Client {
        let registered = self
            .oidc
            .register_client()
            .client_name("A test")
            .client_type("public")
            .scopes(SCOPE)
            .grant_types("authorization_code")
            .grant_types(DEVICE)
            .grant_types("refresh_token")
            .redirect_uris("http://127.0.0.1/oauth/callback")
            .issuer_url(START)
            .send()
            .await
            .unwrap();
        assert_eq!(registered.client_id_issued_at(), self.clock.now().as_second());
        assert!(registered.client_secret_expires_at() > registered.client_id_issued_at());
        Client { id: registered.client_id.unwrap(), secret: registered.client_secret.unwrap() }
    }

    pub async fn device(&self, client: &Client) -> StartDeviceAuthorizationOutput {
        let call = self.oidc.start_device_authorization().client_id(&client.id).client_secret(&client.secret);
        call.start_url(START).send().await.unwrap()
    }

    pub async fn poll(&self, client: &Client, device_code: &str) -> TokenResult {
        let call = self.oidc.create_token().client_id(&client.id).client_secret(&client.secret);
        call.grant_type(DEVICE).device_code(device_code).send().await.map_err(|error| error.into_service_error())
    }

    pub async fn refresh(&self, client: &Client, token: &str) -> TokenResult {
        let call = self.oidc.create_token().client_id(&client.id).client_secret(&client.secret);
        call.grant_type("refresh_token").refresh_token(token).send().await.map_err(|error| error.into_service_error())
    }

    /// The address of the page that asks for an authorization code; `change` may set parameters otherwise.
    pub fn authorize(&self, client: &Client, change: &[(&str, &str)]) -> String {
        let mut pairs = vec![
            ("response_type", "code"),
            ("client_id", &client.id),
            ("redirect_uri", REDIRECT),
            ("state", "the state"),
            ("code_challenge_method", "S256"),
            ("code_challenge", CHALLENGE),
            ("scopes", SCOPE),
        ];
        for (name, value) in change {
            pairs.retain(|(known, _)| known != name);
            pairs.push((name, value));
        }
        let mut url = url::Url::parse(&self.portal.url()).unwrap().join("/authorize").unwrap();
        url.query_pairs_mut().extend_pairs(pairs);
        url.into()
    }

    /// The code that the browser carries back once it was allowed.
    pub async fn code(&self, client: &Client) -> String {
        let location = self.portal.visit(&self.authorize(client, &[]), Choice::Allow).await.unwrap();
        parameter(&location, "code").unwrap_or_else(|| panic!("no code in {location}"))
    }

    pub async fn redeem(&self, client: &Client, code: &str, redirect: &str, verifier: &str) -> TokenResult {
        let call = self.oidc.create_token().client_id(&client.id).client_secret(&client.secret);
        let call = call.grant_type("authorization_code").code(code).redirect_uri(redirect).code_verifier(verifier);
        call.send().await.map_err(|error| error.into_service_error())
    }

    /// A session by the device flow.
    pub async fn sign_in(&self, client: &Client) -> CreateTokenOutput {
        let device = self.device(client).await;
        self.portal.allow_device(device.user_code().unwrap());
        self.poll(client, device.device_code().unwrap()).await.unwrap()
    }

    pub async fn reaches(&self, access_token: &str) -> bool {
        self.sso.list_accounts().access_token(access_token).send().await.is_ok()
    }
}

pub const REDIRECT: &str = "http://127.0.0.1:53682/oauth/callback";

/// RFC 7636, appendix B.
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// A parameter of an address.
pub fn parameter(address: &str, name: &str) -> Option<String> {
    let address = url::Url::parse(address).ok()?;
    address.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
}
