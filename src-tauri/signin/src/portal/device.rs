//! Signing in with a code: device authorization (RFC 8628; IAM Identity Center OIDC API Reference,
//! StartDeviceAuthorization and CreateToken).

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use aws_sdk_ssooidc::error::{ProvideErrorMetadata, SdkError};
use aws_types::SdkConfig;
use engine::ports::PendingSignIn;
use engine::{Failure, Portal, PortalTokens};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use super::client::{endpoint, oidc, tokens_of};
use super::{refused, register};
use crate::wallet::Clock;
use crate::{SignInError, reply};

const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// How long one waits between two questions where the portal does not say (RFC 8628, section 3.2), and how much longer
/// each time it asks to slow down (section 3.5). In seconds.
const INTERVAL: u32 = 5;

/// A sign-in with a code, which waits for the person.
pub(super) struct ByCode {
    config: SdkConfig,
    clock: Clock,
    second: Duration,
    before: PortalTokens,
    device_code: SecretString,
    url: String,
    code: String,
    expires_at: Timestamp,
    interval: u32,
}

/// Begins to sign in with a code.
pub(super) async fn begin(
    portal: &Portal,
    config: SdkConfig,
    clock: Clock,
    second: Duration,
) -> Result<ByCode, SignInError> {
    let registration = register(portal, &config, &[GRANT, "refresh_token"], None).await?;
    let answer = oidc(&config)
        .start_device_authorization()
        .client_id(&registration.client_id)
        .client_secret(registration.client_secret.expose_secret())
        .start_url(&portal.start_url)
        .send()
        .await
        .map_err(|error| refused(portal, &config, &error))?;
    let lost = || SignInError::ReplyLost {
        endpoint: endpoint(&config, "SSO OIDC"),
        detail: "it gave no code, so it is not IAM Identity Center".to_owned(),
    };
    let lasts = Duration::from_secs(u64::try_from(answer.expires_in).unwrap_or_default());
    Ok(ByCode {
        device_code: answer.device_code.ok_or_else(lost)?.into(),
        code: answer.user_code.ok_or_else(lost)?,
        url: answer.verification_uri_complete.or(answer.verification_uri).ok_or_else(lost)?,
        expires_at: Timestamp::try_from(clock() + lasts).map_err(|_| lost())?,
        interval: u32::try_from(answer.interval).ok().filter(|seconds| *seconds > 0).unwrap_or(INTERVAL),
        before: registration.without_tokens(),
        config,
        clock,
        second,
    })
}

#[async_trait]
impl PendingSignIn for ByCode {
    fn url(&self) -> &str {
        &self.url
    }

    fn code(&self) -> Option<&str> {
        Some(&self.code)
    }

    fn expires_at(&self) -> Timestamp {
        self.expires_at
    }

    async fn finish(mut self: Box<Self>) -> Result<PortalTokens, Failure> {
        let endpoint = endpoint(&self.config, "SSO OIDC");
        let client = oidc(&self.config);
        loop {
            tokio::time::sleep(self.second * self.interval).await;
            let now = (self.clock)();
            if now >= SystemTime::from(self.expires_at) {
                return Err(too_late().into());
            }
            let answer = client
                .create_token()
                .client_id(&self.before.client_id)
                .client_secret(self.before.client_secret.expose_secret())
                .grant_type(GRANT)
                .device_code(self.device_code.expose_secret())
                .send()
                .await;
            let error = match answer {
                Ok(answer) => return Ok(tokens_of(&self.before, answer, now, &endpoint)?),
                Err(error) => error,
            };
            match error.code() {
                Some("AuthorizationPendingException") => {}
                Some("SlowDownException") => self.interval += INTERVAL,
                Some("ExpiredTokenException") => return Err(too_late().into()),
                Some("AccessDeniedException") => return Err(declined().into()),
                // A network that is down for a moment says nothing of the person; the time of the code bounds it.
                _ if !matches!(error, SdkError::ServiceError(_)) => {
                    tracing::debug!(error = %reply::innermost(&error), "the portal could not be asked");
                }
                code => return Err(reply::refusal(code, error.message(), error.raw_response(), &endpoint).into()),
            }
        }
    }
}

/// The person let the time pass.
pub(super) fn too_late() -> SignInError {
    SignInError::PortalSignInEnded { detail: "The time to sign in is over.".to_owned() }
}

/// The person, or the portal, said no.
pub(super) fn declined() -> SignInError {
    SignInError::PortalSignInEnded { detail: "The sign-in was declined in the browser.".to_owned() }
}
