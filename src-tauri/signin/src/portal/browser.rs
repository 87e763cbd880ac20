//! Signing in in the browser of this computer: authorization code with PKCE, and a redirect to a port of this computer
//! (RFC 6749, RFC 7636, RFC 8252).

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use aws_sdk_ssooidc::error::ProvideErrorMetadata;
use aws_types::SdkConfig;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::ports::PendingSignIn;
use engine::{Failure, Portal, PortalTokens};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode, header};
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use url::Url;

use super::client::{endpoint, oidc, tokens_of};
use super::device::{declined, too_late};
use super::{SCOPE, register};
use crate::wallet::Clock;
use crate::{SignInError, reply};

/// Where the browser comes back to; the portal lets the port be any (RFC 8252, section 7.3).
const PATH: &str = "/oauth/callback";

/// How long one waits for the browser, in seconds: as long as a code of the other way usually lasts.
const PATIENCE: u32 = 600;

/// What the browser shows when it has come back.
const DONE: &str = "You are signed in. Close this tab and go back to Housekeeper.";
const NOT_DONE: &str = "You are not signed in. Close this tab and go back to Housekeeper.";

/// A sign-in in the browser, which waits for the person.
pub(super) struct InBrowser {
    config: SdkConfig,
    clock: Clock,
    second: Duration,
    before: PortalTokens,
    listener: TcpListener,
    redirect: String,
    state: String,
    verifier: SecretString,
    url: String,
    expires_at: Timestamp,
}

/// What came back with the browser.
#[derive(Debug, PartialEq, Eq)]
enum CameBack {
    Code(String),
    Declined,
}

/// Begins to sign in in the browser: from here on a port of this computer waits for it.
pub(super) async fn begin(
    portal: &Portal,
    config: SdkConfig,
    clock: Clock,
    second: Duration,
) -> Result<InBrowser, SignInError> {
    let unexpected = |code: &str, detail: String| SignInError::Unexpected { code: code.to_owned(), detail };
    let registered = format!("http://127.0.0.1{PATH}");
    let grants = ["authorization_code", "refresh_token"];
    let registration = register(portal, &config, &grants, Some(&registered)).await?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await;
    let listener = listener.map_err(|error| unexpected("listen", error.to_string()))?;
    let port = listener.local_addr().map_err(|error| unexpected("listen", error.to_string()))?.port();
    let redirect = format!("http://127.0.0.1:{port}{PATH}");
    let (verifier, state) = (random()?, random()?);
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier));
    let mut url = Url::parse(&format!("{}/authorize", endpoint(&config, "SSO OIDC")))
        .map_err(|error| unexpected("authorize", error.to_string()))?;
    url.query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", &registration.client_id)
        .append_pair("redirect_uri", &redirect)
        .append_pair("state", &state)
        .append_pair("code_challenge_method", "S256")
        .append_pair("scopes", SCOPE)
        .append_pair("code_challenge", &challenge);
    Ok(InBrowser {
        expires_at: Timestamp::try_from(clock() + Duration::from_secs(PATIENCE.into())).unwrap_or(Timestamp::MAX),
        before: registration.without_tokens(),
        verifier: verifier.into(),
        url: url.into(),
        config,
        clock,
        second,
        listener,
        redirect,
        state,
    })
}

/// 256 random bits, as text that may stand in a URL.
fn random() -> Result<String, SignInError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| SignInError::Unexpected { code: "random".to_owned(), detail: error.to_string() })?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

#[async_trait]
impl PendingSignIn for InBrowser {
    fn url(&self) -> &str {
        &self.url
    }

    fn code(&self) -> Option<&str> {
        None
    }

    fn expires_at(&self) -> Timestamp {
        self.expires_at
    }

    async fn finish(self: Box<Self>) -> Result<PortalTokens, Failure> {
        let waited = tokio::time::timeout(self.second * PATIENCE, self.came_back()).await;
        let code = match waited {
            Err(_) => return Err(too_late().into()),
            Ok(CameBack::Declined) => return Err(declined().into()),
            Ok(CameBack::Code(code)) => code,
        };
        let endpoint = endpoint(&self.config, "SSO OIDC");
        let answer = oidc(&self.config)
            .create_token()
            .client_id(&self.before.client_id)
            .client_secret(self.before.client_secret.expose_secret())
            .grant_type("authorization_code")
            .code(code)
            .redirect_uri(&self.redirect)
            .code_verifier(self.verifier.expose_secret())
            .send()
            .await;
        let answer = answer.map_err(|error| match error.code() {
            Some("AccessDeniedException") => declined(),
            Some("InvalidGrantException" | "ExpiredTokenException") => too_late(),
            code => reply::network(&error, &endpoint)
                .unwrap_or_else(|| reply::refusal(code, error.message(), error.raw_response(), &endpoint)),
        })?;
        Ok(tokens_of(&self.before, answer, (self.clock)(), &endpoint)?)
    }
}

impl InBrowser {
    /// Answers what comes to the port until the browser is back with this sign-in's state. Other requests, which any
    /// page or program of this computer can make, are turned away.
    async fn came_back(&self) -> CameBack {
        let (send, mut back) = oneshot::channel();
        let send = Arc::new(Mutex::new(Some(send)));
        loop {
            let stream = tokio::select! {
                found = &mut back => match found {
                    Ok(found) => return found,
                    Err(_) => std::future::pending().await,
                },
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => stream,
                    Err(_) => continue,
                },
            };
            let (state, send) = (self.state.clone(), send.clone());
            let service = service_fn(move |request: Request<Incoming>| {
                let answer = read(request.uri().path(), request.uri().query().unwrap_or_default(), &state);
                let page = page(answer.as_ref());
                if let Some(answer) = answer
                    && let Some(send) = send.lock().unwrap_or_else(PoisonError::into_inner).take()
                {
                    let _ = send.send(answer);
                }
                async move { Ok::<_, Infallible>(page) }
            });
            // Served to its end, so that the browser has its page before the port closes.
            tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    }
}

/// What a request says, where it is this sign-in's.
fn read(path: &str, query: &str, state: &str) -> Option<CameBack> {
    let value = |name: &str| {
        let mut pairs = url::form_urlencoded::parse(query.as_bytes());
        pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    if path != PATH || value("state").as_deref() != Some(state) {
        return None;
    }
    match (value("code"), value("error")) {
        (Some(code), None) => Some(CameBack::Code(code)),
        _ => Some(CameBack::Declined),
    }
}

fn page(answer: Option<&CameBack>) -> Response<Full<Bytes>> {
    let (status, words) = match answer {
        Some(CameBack::Code(_)) => (StatusCode::OK, DONE),
        Some(CameBack::Declined) => (StatusCode::OK, NOT_DONE),
        None => (StatusCode::NOT_FOUND, ""),
    };
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Housekeeper</title>\
         <body style=\"font:1.2rem system-ui;margin:20vh auto;max-width:30rem;text-align:center\">{words}</body></html>"
    );
    let mut response = Response::new(Full::new(Bytes::from(html)));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/html; charset=utf-8"));
    // The code is in the address, which must go nowhere from here.
    headers.insert(header::REFERRER_POLICY, header::HeaderValue::from_static("no-referrer"));
    headers.insert(header::CONNECTION, header::HeaderValue::from_static("close"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_sign_ins_own_return_is_heard() {
        assert_eq!(read(PATH, "code=a%2Bb&state=s", "s"), Some(CameBack::Code("a+b".into())));
        assert_eq!(read(PATH, "error=access_denied&state=s", "s"), Some(CameBack::Declined));
        for (path, query) in [(PATH, "code=a&state=t"), (PATH, "code=a"), ("/", "code=a&state=s"), (PATH, "")] {
            assert_eq!(read(path, query, "s"), None, "{path}?{query}");
        }
    }

    #[test]
    fn no_two_sign_ins_share_a_secret() {
        assert_ne!(random(), random());
        assert!(random().is_ok_and(|text| text.len() == 43), "RFC 7636, section 4.1");
    }
}
