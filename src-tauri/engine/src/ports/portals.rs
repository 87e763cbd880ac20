//! How does one sign in at a portal of IAM Identity Center?

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{Compartment, Endpoints, Failure, Portal, PortalTokens};

/// How one shows the portal that it is this app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// In the browser of this computer, which comes back to the app by itself (authorization code with PKCE).
    Browser,
    /// In any browser, with a code to compare (device authorization).
    Code,
}

/// A sign-in that waits for the person.
#[async_trait]
pub trait PendingSignIn: Send + Sync {
    /// The page to go through.
    fn url(&self) -> &str;

    /// The code to compare there, where there is one.
    fn code(&self) -> Option<&str>;

    /// Until when that can be done.
    fn expires_at(&self) -> Timestamp;

    /// Waits for the person.
    ///
    /// # Errors
    /// [`Failure::PortalSignInEnded`] where the person declined or let the time pass; else what kept the portal away.
    async fn finish(self: Box<Self>) -> Result<PortalTokens, Failure>;
}

/// An account that a portal lets one into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortalAccount {
    /// Its 12-digit number.
    pub account: String,
    /// What it is called.
    pub name: String,
    /// The address of its root user.
    pub email: String,
}

/// The portals of IAM Identity Center.
#[async_trait]
pub trait Portals: Send + Sync {
    /// Begins to sign in.
    async fn begin(
        &self,
        portal: &Portal,
        endpoints: &Endpoints,
        method: Method,
    ) -> Result<Box<dyn PendingSignIn>, Failure>;

    /// The accounts that the portal lets one into, by their names.
    async fn accounts(
        &self,
        portal: &Portal,
        endpoints: &Endpoints,
        tokens: &Compartment,
    ) -> Result<Vec<PortalAccount>, Failure>;

    /// The roles that it gives one in an account, sorted.
    async fn roles(
        &self,
        portal: &Portal,
        endpoints: &Endpoints,
        tokens: &Compartment,
        account: &str,
    ) -> Result<Vec<String>, Failure>;

    /// Ends the session at the portal.
    async fn sign_out(&self, portal: &Portal, endpoints: &Endpoints, tokens: &Compartment) -> Result<(), Failure>;
}
