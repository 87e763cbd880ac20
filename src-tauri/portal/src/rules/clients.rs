//! RegisterClient, and who a client is.

use std::time::Duration;

use jiff::Timestamp;
use url::{Host, Url};

use super::Center;
use crate::refusal::{Failure, Refusal};
use crate::wire::{RegisterClientRequest, RegisterClientResponse};

/// How long a registration is good for. The model leaves it to `clientSecretExpiresAt`; ninety days is what people see.
const CLIENT_LIFE: Duration = Duration::from_secs(90 * 24 * 3_600);

/// The scope that reaches accounts and roles (AWS SDKs and Tools Reference Guide, `sso_registration_scopes`).
const ACCOUNT_ACCESS: &str = "sso:account:access";

/// A grant type of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grant {
    AuthorizationCode,
    DeviceCode,
    RefreshToken,
}

impl Grant {
    /// # Errors
    /// When it is none of the three that the model names.
    pub fn named(name: &str) -> Result<Self, Refusal> {
        match name {
            "authorization_code" => Ok(Self::AuthorizationCode),
            "urn:ietf:params:oauth:grant-type:device_code" => Ok(Self::DeviceCode),
            "refresh_token" => Ok(Self::RefreshToken),
            _ => Err(Failure::UnsupportedGrantType.because("The grant type is not supported.")),
        }
    }
}

/// A registered client.
#[derive(Clone, Debug)]
pub(super) struct Client {
    pub id: String,
    pub name: String,
    secret: String,
    expires: Timestamp,
    pub scopes: Vec<String>,
    redirects: Vec<Url>,
    grants: Vec<Grant>,
}

impl Client {
    /// # Errors
    /// When the client did not register that grant type.
    pub fn may(&self, grant: Grant) -> Result<(), Refusal> {
        if self.grants.contains(&grant) {
            return Ok(());
        }
        Err(Failure::UnauthorizedClient.because("The client is not registered for this grant type."))
    }

    /// Whether sessions of this client can be refreshed: only with the scope for accounts (AWS SDKs and Tools Reference
    /// Guide, `sso_registration_scopes`), and the grant type.
    pub fn refreshes(&self) -> bool {
        self.scopes.iter().any(|scope| scope == ACCOUNT_ACCESS) && self.may(Grant::RefreshToken).is_ok()
    }

    pub fn has_expired(&self, now: Timestamp) -> bool {
        now >= self.expires
    }

    /// Whether an address was registered, whatever its port (RFC 8252, section 7.3).
    pub fn redirects_to(&self, address: &Url) -> bool {
        let same = |known: &Url| known.path() == address.path() && known.query() == address.query();
        is_loopback(address) && self.redirects.iter().any(same)
    }
}

impl Center {
    /// The order of the checks is a choice: what is missing, what is not supported, what does not fit together.
    pub fn register_client(
        &mut self,
        request: RegisterClientRequest,
        now: Timestamp,
    ) -> Result<RegisterClientResponse, Refusal> {
        let name = required(request.client_name)?;
        if required(request.client_type)? != "public" {
            return Err(Failure::InvalidClientMetadata.because("The client type is not supported."));
        }
        let scopes = request.scopes.unwrap_or_default();
        if scopes.iter().any(|scope| scope != ACCOUNT_ACCESS) {
            return Err(Failure::InvalidScope.because("One or more scopes are not supported."));
        }
        let grants = match request.grant_types {
            Some(names) => names.iter().map(|name| Grant::named(name)).collect::<Result<_, _>>()?,
            // Clients that are older than the choice of grant types poll, and refresh.
            None => vec![Grant::DeviceCode, Grant::RefreshToken],
        };
        let redirects = request.redirect_uris.unwrap_or_default();
        let redirects: Vec<_> = redirects.iter().map(|uri| redirect(uri)).collect::<Result<_, _>>()?;
        let issuer = request.issuer_url.as_deref().map(web_address).transpose()?;
        if grants.contains(&Grant::AuthorizationCode) && (redirects.is_empty() || issuer.is_none()) {
            let words = "Authorization codes need redirectUris and issuerUrl.";
            return Err(Failure::InvalidRequest.because(words));
        }
        let (id, secret) = (self.mint.text("client-"), self.mint.text(&self.settings.secrets.client_secret));
        let expires = now + CLIENT_LIFE;
        let client = Client { id: id.clone(), name, secret: secret.clone(), expires, scopes, redirects, grants };
        self.clients.insert(id.clone(), client);
        Ok(RegisterClientResponse {
            client_id: id,
            client_secret: secret,
            client_id_issued_at: now.as_second(),
            client_secret_expires_at: expires.as_second(),
        })
    }

    /// The client that a call is from.
    ///
    /// # Errors
    /// When either is missing, is not known or has expired (the model's `InvalidClientException`).
    pub(super) fn client(&self, id: Option<String>, secret: Option<String>, now: Timestamp) -> Result<Client, Refusal> {
        let (id, secret) = (required(id)?, required(secret)?);
        let good = |client: &&Client| client.secret == secret && !client.has_expired(now);
        let client = self.clients.get(&id).filter(good).cloned();
        client.ok_or_else(|| Failure::InvalidClient.because("The client is not known, or its secret has expired."))
    }
}

/// # Errors
/// When it is missing or empty.
pub(super) fn required(member: Option<String>) -> Result<String, Refusal> {
    let member = member.filter(|text| !text.is_empty());
    member.ok_or_else(|| Failure::InvalidRequest.because("A required parameter is missing."))
}

/// # Errors
/// When it is no address of the web.
pub(super) fn web_address(text: &str) -> Result<Url, Refusal> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "https" | "http") && url.has_host());
    url.ok_or_else(|| Failure::InvalidRequest.because("An address is not valid."))
}

fn redirect(text: &str) -> Result<Url, Refusal> {
    let url = Url::parse(text).ok().filter(is_loopback);
    url.ok_or_else(|| Failure::InvalidRedirectUri.because("A redirect address is not supported."))
}

/// `http` at 127.0.0.1, for a program on this computer (RFC 8252, section 7.3); nothing behind `#` (RFC 6749, section
/// 3.1.2), and no name or password.
fn is_loopback(url: &Url) -> bool {
    let here = url.host() == Some(Host::Ipv4(std::net::Ipv4Addr::LOCALHOST));
    here && url.scheme() == "http" && url.fragment().is_none() && url.username().is_empty() && url.password().is_none()
}
