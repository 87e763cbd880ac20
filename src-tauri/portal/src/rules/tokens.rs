//! CreateToken, sessions and their end.

use jiff::Timestamp;

use super::Center;
use super::clients::{Client, Grant, required};
use super::codes::Offered;
use crate::refusal::{Failure, Refusal};
use crate::wire::{CreateTokenRequest, CreateTokenResponse, PortalRequest};

/// A person's session with a client.
#[derive(Debug)]
pub(super) struct Session {
    pub id: String,
    client: String,
    /// Its access tokens, each with the end of its time. A refresh leaves the earlier ones as they are.
    access: Vec<(String, Timestamp)>,
    refresh: Option<String>,
}

impl Center {
    /// The order of the checks is a choice: what is missing, the grant type, the client, its right to the grant type, and
    /// then the grant. `scope` has no effect (the model).
    pub fn create_token(
        &mut self,
        request: CreateTokenRequest,
        now: Timestamp,
    ) -> Result<CreateTokenResponse, Refusal> {
        let grant = Grant::named(&required(request.grant_type)?)?;
        let client = self.client(request.client_id, request.client_secret, now)?;
        client.may(grant)?;
        let id = self.mint.text("session-");
        match grant {
            Grant::DeviceCode => self.poll(&client.id, &required(request.device_code)?, now)?,
            Grant::AuthorizationCode => {
                let code = required(request.code)?;
                let (redirect, verifier) = (required(request.redirect_uri)?, required(request.code_verifier)?);
                self.redeem(&client.id, &Offered { code, redirect, verifier }, &id, now)?;
            }
            Grant::RefreshToken => return self.refresh(&client, &required(request.refresh_token)?, now),
        }
        self.sessions.push(Session { id, client: client.id.clone(), access: Vec::new(), refresh: None });
        self.issue(self.sessions.len() - 1, client.refreshes(), now)
    }

    /// A refresh token is good for one refresh; the next one comes with the answer.
    fn refresh(&mut self, client: &Client, token: &str, now: Timestamp) -> Result<CreateTokenResponse, Refusal> {
        let mine = |session: &Session| session.client == client.id && session.refresh.as_deref() == Some(token);
        let place = self.sessions.iter().position(mine);
        let place = place.ok_or_else(|| Failure::InvalidGrant.because("The refresh token is not valid."))?;
        self.issue(place, true, now)
    }

    fn issue(&mut self, place: usize, refreshes: bool, now: Timestamp) -> Result<CreateTokenResponse, Refusal> {
        let (secrets, life) = (&self.settings.secrets, self.settings.access_token_life);
        let access = self.mint.text(&secrets.access_token);
        let refresh = refreshes.then(|| self.mint.text(&secrets.refresh_token));
        let session = &mut self.sessions[place];
        session.access.push((access.clone(), now + life));
        session.refresh.clone_from(&refresh);
        let expires_in = life.as_secs();
        Ok(CreateTokenResponse { access_token: access, token_type: "Bearer", expires_in, refresh_token: refresh })
    }

    /// Ends the session of an access token, with all its tokens.
    pub fn logout(&mut self, request: &PortalRequest, now: Timestamp) -> Result<(), Refusal> {
        let place = self.session(request, now)?;
        self.sessions.remove(place);
        Ok(())
    }

    /// Where the session is whose access token this is.
    ///
    /// # Errors
    /// When there is none, also when the token's time is over.
    pub(super) fn session(&self, request: &PortalRequest, now: Timestamp) -> Result<usize, Refusal> {
        let token = request.access_token.as_deref().unwrap_or_default();
        let good = |(known, expires): &(String, Timestamp)| known == token && now < *expires;
        let place = self.sessions.iter().position(|session| session.access.iter().any(good));
        place.ok_or_else(|| Failure::Unauthorized.because("Session token not found or invalid"))
    }
}
