//! The session at a portal: its access token, got anew with the refresh token before it ends.

use std::error::Error;
use std::time::{Duration, SystemTime};

use aws_sdk_sso::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_types::SdkConfig;
use engine::{Compartment, Opened, Portal, PortalTokens, Secret};
use jiff::Timestamp;
use secrecy::ExposeSecret;

use super::client::{endpoint, oidc, sso, tokens_of};
use crate::{SignInError, reply};

/// A token that ends sooner than this is got anew first. It lasts an hour (IAM Identity Center User Guide).
const RENEW_BEFORE: Duration = Duration::from_secs(300);

/// Makes a call to the portal with a token that lasts.
///
/// # Errors
/// [`SignInError::PortalSignInWanted`] where there is no session any more; [`SignInError::Denied`] where the role or the
/// account is not assigned to this person.
pub(crate) async fn with_token<T, E>(
    portal: &Portal,
    config: &SdkConfig,
    place: &Compartment,
    now: SystemTime,
    call: impl AsyncFnOnce(&aws_sdk_sso::Client, &str) -> Result<T, SdkError<E, HttpResponse>>,
) -> Result<T, SignInError>
where
    E: Error + ProvideErrorMetadata + 'static,
{
    let token = {
        let mut opened = place.open().await?;
        fresh(portal, config, &mut opened, now).await?.access_token
    };
    call(&sso(config), token.expose_secret()).await.map_err(|error| why(portal, &endpoint(config, "SSO"), &error))
}

/// The tokens, renewed where they are about to end.
async fn fresh(
    portal: &Portal,
    config: &SdkConfig,
    opened: &mut Opened<'_>,
    now: SystemTime,
) -> Result<PortalTokens, SignInError> {
    let wanted = || SignInError::PortalSignInWanted { portal: portal.start_url.clone() };
    let Some(Secret::Portal(tokens)) = opened.secret() else { return Err(wanted()) };
    let tokens = tokens.clone();
    let lasts = |end: Timestamp, time: Duration| SystemTime::from(end) > now + time;
    if lasts(tokens.expires_at, RENEW_BEFORE) {
        return Ok(tokens);
    }
    let still = lasts(tokens.expires_at, Duration::from_secs(10));
    let refresh = tokens.refresh_token.as_ref().filter(|_| lasts(tokens.client_expires_at, Duration::ZERO));
    let Some(refresh) = refresh else {
        return if still { Ok(tokens) } else { Err(wanted()) };
    };
    let answer = oidc(config)
        .create_token()
        .client_id(&tokens.client_id)
        .client_secret(tokens.client_secret.expose_secret())
        .grant_type("refresh_token")
        .refresh_token(refresh.expose_secret())
        .send()
        .await;
    match answer {
        Ok(answer) => {
            let renewed = tokens_of(&tokens, answer, now, &endpoint(config, "SSO OIDC"))?;
            opened.renew(Secret::Portal(renewed.clone())).await;
            Ok(renewed)
        }
        Err(_) if still => Ok(tokens),
        // The portal knows the token no more: its session was ended by the administrator, or at its time.
        Err(SdkError::ServiceError(_)) => Err(wanted()),
        Err(error) => {
            let endpoint = endpoint(config, "SSO OIDC");
            Err(reply::network(&error, &endpoint)
                .unwrap_or_else(|| SignInError::ReplyLost { endpoint, detail: reply::innermost(&error) }))
        }
    }
}

/// What the portal's refusal means.
fn why<E>(portal: &Portal, endpoint: &str, error: &SdkError<E, HttpResponse>) -> SignInError
where
    E: Error + ProvideErrorMetadata + 'static,
{
    if let Some(network) = reply::network(error, endpoint) {
        return network;
    }
    let detail = error.message().unwrap_or_default().to_owned();
    match error.code() {
        Some("UnauthorizedException") => SignInError::PortalSignInWanted { portal: portal.start_url.clone() },
        // The portal's answer where the account or the role is not assigned to this person; the service model has it not.
        Some("ForbiddenException") => {
            let detail = format!("the portal does not give you this role in this account ({detail})");
            SignInError::Denied { action: Some("sso:GetRoleCredentials".to_owned()), resource: None, detail }
        }
        Some("ResourceNotFoundException") => {
            let detail = format!("the portal knows no such account or role ({detail})");
            SignInError::Denied { action: None, resource: None, detail }
        }
        Some("TooManyRequestsException") => SignInError::Throttled { detail },
        code => reply::refusal(code, error.message(), error.raw_response(), endpoint),
    }
}
