//! The authorization code flow with PKCE (RFC 6749, section 4.1, and RFC 7636): the page, and what its code is good for.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use url::{Url, form_urlencoded};

use super::clients::Grant;
use super::{Center, Page};
use crate::refusal::{Failure, Refusal};

/// A page that the person has not answered.
#[derive(Debug)]
pub(super) struct Asked {
    client: String,
    redirect: Url,
    /// As the client wrote it: the same text must come again with the code.
    redirect_text: String,
    state: String,
    challenge: String,
}

/// An authorization code.
#[derive(Debug)]
pub(super) struct Code {
    client: String,
    redirect_text: String,
    challenge: String,
    expires: Timestamp,
    /// Whether it was tried, and the session that came of it.
    used: Option<Option<String>>,
}

impl Center {
    /// `GET /authorize`. The parameters are those that AWS's own clients send: `response_type`, `client_id`,
    /// `redirect_uri`, `state`, `code_challenge`, `code_challenge_method`, and `scopes` (not RFC 6749's `scope`), with
    /// commas or spaces between them (aws/language-servers, `authorizationCodePkceFlow.ts`).
    ///
    /// A fault of the client or its redirect address is told to the person; any other goes back to the client (RFC 6749,
    /// section 4.1.2.1).
    pub fn authorize(&mut self, query: &str, now: Timestamp) -> Page {
        let asked = Query(query);
        let not_possible = |sentence| Page::Tell { status: 400, title: "Not possible", sentence };
        let client = asked.get("client_id").and_then(|id| self.clients.get(&id));
        let Some(client) = client.filter(|client| !client.has_expired(now)).cloned() else {
            return not_possible("The client is not known, or its registration has expired.");
        };
        let text = asked.get("redirect_uri").unwrap_or_default();
        let Some(redirect) = Url::parse(&text).ok().filter(|url| client.redirects_to(url)) else {
            return not_possible("The client did not register this redirect address.");
        };
        let state = asked.get("state").unwrap_or_default();
        let back = |error| Page::Redirect(with(&redirect, &[("error", error), ("state", &state)]));
        let challenge = asked.get("code_challenge").unwrap_or_default();
        if client.may(Grant::AuthorizationCode).is_err() {
            return back("unauthorized_client");
        }
        if asked.get("response_type").as_deref() != Some("code") {
            return back("unsupported_response_type");
        }
        let proof = asked.get("code_challenge_method").as_deref() == Some("S256") && is_digest(&challenge);
        if state.is_empty() || !proof {
            return back("invalid_request");
        }
        let scopes = asked.get("scopes").unwrap_or_default();
        let mut scopes = scopes.split([' ', ',']).filter(|scope| !scope.is_empty());
        if !scopes.all(|scope| client.scopes.iter().any(|known| known == scope)) {
            return back("invalid_scope");
        }
        let number = self.mint.text("");
        let link = |answer: &str| format!("/authorize/{answer}?request={number}");
        let (allow, deny) = (link("allow"), link("deny"));
        self.asked.insert(number, Asked { client: client.id, redirect, redirect_text: text, state, challenge });
        Page::Ask { client: client.name, sentence: "", allow, deny }
    }

    /// What follows a click on that page: back to the client, with a code or without. A page is answered once.
    pub fn answer_authorize(&mut self, query: &str, allowed: bool, now: Timestamp) -> Page {
        let asked = Query(query).get("request").and_then(|number| self.asked.remove(&number));
        let Some(Asked { client, redirect, redirect_text, state, challenge }) = asked else {
            let sentence = "This question was answered already, or never asked.";
            return Page::Tell { status: 400, title: "Not possible", sentence };
        };
        if !allowed {
            return Page::Redirect(with(&redirect, &[("error", "access_denied"), ("state", &state)]));
        }
        let code = self.mint.text(&self.settings.secrets.authorization_code);
        let location = with(&redirect, &[("code", &code), ("state", &state)]);
        let expires = now + self.settings.code_life;
        self.codes.insert(code, Code { client, redirect_text, challenge, expires, used: None });
        Page::Redirect(location)
    }

    /// Takes a code for a session with this identifier.
    ///
    /// A code is tried once: whatever is wrong with the attempt, it is used up. Tried again, the session that came of it
    /// ends (RFC 6749, section 4.1.2).
    ///
    /// # Errors
    /// When it is not known, another client's, used, or past its time, or when the redirect address or the verifier are
    /// not those of the page (RFC 6749, section 5.2, and RFC 7636, section 4.6: `invalid_grant`), or when the verifier is
    /// none (RFC 7636, section 4.1).
    pub(super) fn redeem(
        &mut self,
        client: &str,
        offered: &Offered,
        session: &str,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let invalid = || Failure::InvalidGrant.because("The authorization code is not valid.");
        let code = self.codes.get_mut(&offered.code).filter(|code| code.client == client).ok_or_else(invalid)?;
        if let Some(session) = code.used.clone() {
            self.sessions.retain(|known| Some(&known.id) != session.as_ref());
            return Err(invalid());
        }
        code.used = Some(None);
        if !is_verifier(&offered.verifier) {
            return Err(Failure::InvalidRequest.because("The code verifier is not one."));
        }
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(offered.verifier.as_bytes()));
        if now >= code.expires || code.redirect_text != offered.redirect || code.challenge != challenge {
            return Err(invalid());
        }
        code.used = Some(Some(session.to_owned()));
        Ok(())
    }
}

/// What a client sends with a code.
#[derive(Debug)]
pub(super) struct Offered {
    pub code: String,
    pub redirect: String,
    pub verifier: String,
}

/// The parameters of a query string.
struct Query<'a>(&'a str);

impl Query<'_> {
    fn get(&self, name: &str) -> Option<String> {
        let mut pairs = form_urlencoded::parse(self.0.as_bytes());
        pairs.find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
    }
}

/// An address with more parameters. One that is empty is left out: RFC 6749 has no state go back where none came.
fn with(address: &Url, pairs: &[(&str, &str)]) -> String {
    let mut address = address.clone();
    address.query_pairs_mut().extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
    address.into()
}

/// A SHA-256 in base64url (RFC 7636, section 4.2).
fn is_digest(challenge: &str) -> bool {
    BASE64_URL_SAFE_NO_PAD.decode(challenge).is_ok_and(|digest| digest.len() == 32)
}

/// 43 to 128 unreserved characters (RFC 7636, section 4.1).
fn is_verifier(verifier: &str) -> bool {
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    (43..=128).contains(&verifier.len()) && verifier.bytes().all(unreserved)
}
