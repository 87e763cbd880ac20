//! Signing in at a portal of IAM Identity Center, and what it lets one into.

use jiff::Timestamp;
use tokio::task::AbortHandle;

use crate::housekeeper::lock;
use crate::ports::{Method, PendingSignIn, PortalAccount};
use crate::{Change, Endpoints, Failure, Housekeeper, Keep, Portal, Secret, Way};

/// How many sign-ins that are over are remembered, so that the window can still ask how they ended.
const REMEMBERED: usize = 16;

/// A portal to sign in at, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPortal {
    /// The portal.
    pub portal: Portal,
    /// Where its calls go.
    pub endpoints: Endpoints,
    /// How one shows it that it is this app.
    pub method: Method,
    /// Where its tokens are kept.
    pub keep: Keep,
}

/// A sign-in at a portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortalSignIn {
    /// Which one.
    pub id: String,
    /// Where.
    pub portal: Portal,
    /// How far it is.
    pub state: SignInState,
}

/// How far a sign-in is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInState {
    /// The person has to go through the portal's page.
    Waiting {
        /// The page.
        url: String,
        /// The code to compare there, where there is one.
        code: Option<String>,
        /// Until when that can be done.
        expires_at: Timestamp,
    },
    /// Done.
    SignedIn,
    /// It came to nothing.
    Failed(Failure),
}

/// A sign-in, and the task that waits for the person.
pub(crate) struct UnderWay {
    sign_in: PortalSignIn,
    waits: Option<AbortHandle>,
}

/// A portal that connections go through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPortal {
    /// The portal.
    pub portal: Portal,
    /// Where its calls go.
    pub endpoints: Endpoints,
    /// Whether one is signed in there, as far as is known without asking the portal.
    pub signed_in: bool,
}

impl Housekeeper {
    /// Begins to sign in at a portal. It ends by itself when the person has gone through the page, or the time is over.
    ///
    /// # Errors
    /// A start URL or a region that is none, or a portal that cannot be reached.
    pub async fn begin_portal_sign_in(&self, new: NewPortal) -> Result<PortalSignIn, Failure> {
        let NewPortal { portal, endpoints, method, keep } = new;
        let pending = self.world.portals.begin(&portal, &endpoints, method).await?;
        let id: String = self.world.chance.six_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        let state = SignInState::Waiting {
            url: pending.url().to_owned(),
            code: pending.code().map(str::to_owned),
            expires_at: pending.expires_at(),
        };
        let sign_in = PortalSignIn { id: id.clone(), portal: portal.clone(), state };
        lock(&self.shared.portal_endpoints).insert(portal.clone(), endpoints);
        {
            let mut sign_ins = lock(&self.shared.sign_ins);
            if sign_ins.len() >= REMEMBERED {
                sign_ins.retain(|one| one.waits.is_some());
            }
            sign_ins.push(UnderWay { sign_in: sign_in.clone(), waits: None });
        }
        let (this, waiting) = (self.clone(), id.clone());
        let task = tokio::spawn(async move {
            let ended = this.finish_sign_in(&portal, pending, keep).await;
            let state = ended.map_or_else(SignInState::Failed, |()| SignInState::SignedIn);
            this.ended_sign_in(&waiting, state);
        });
        // It may be over already, and then there is nothing to give up.
        if let Some(under_way) = lock(&self.shared.sign_ins).iter_mut().find(|one| one.sign_in.id == id)
            && matches!(under_way.sign_in.state, SignInState::Waiting { .. })
        {
            under_way.waits = Some(task.abort_handle());
        }
        Ok(sign_in)
    }

    async fn finish_sign_in(
        &self,
        portal: &Portal,
        pending: Box<dyn PendingSignIn>,
        keep: Keep,
    ) -> Result<(), Failure> {
        let tokens = pending.finish().await?;
        self.compartment_of_portal(portal).put(Secret::Portal(tokens), keep).await?;
        for id in self.through(portal).await? {
            self.close(&id);
            if let Ok(open) = self.open(&id).await {
                self.gets_in_again(&id, &open).await;
            }
        }
        self.tell(Change::Connections);
        Ok(())
    }

    fn ended_sign_in(&self, id: &str, state: SignInState) {
        if let Some(under_way) = lock(&self.shared.sign_ins).iter_mut().find(|one| one.sign_in.id == id) {
            under_way.sign_in.state = state;
            under_way.waits = None;
        }
        self.tell(Change::PortalSignIn(id.to_owned()));
    }

    /// How far a sign-in is.
    pub fn portal_sign_in(&self, id: &str) -> Result<PortalSignIn, Failure> {
        let sign_ins = lock(&self.shared.sign_ins);
        let found = sign_ins.iter().find(|one| one.sign_in.id == id).map(|one| one.sign_in.clone());
        found.ok_or_else(|| Failure::NotFound { what: format!("sign-in {id}") })
    }

    /// Gives up signing in. Nothing happens where it is over.
    pub fn cancel_portal_sign_in(&self, id: &str) {
        let task = {
            let mut sign_ins = lock(&self.shared.sign_ins);
            sign_ins.iter_mut().find(|one| one.sign_in.id == id).and_then(|one| one.waits.take())
        };
        if let Some(task) = task {
            task.abort();
            let detail = "It was given up.".to_owned();
            self.ended_sign_in(id, SignInState::Failed(Failure::PortalSignInEnded { detail }));
        }
    }

    /// The portals that connections go through, and those one has signed in at since the app was opened. The keychain is
    /// not asked.
    pub async fn portals(&self) -> Result<Vec<KnownPortal>, Failure> {
        let mut known: Vec<KnownPortal> = Vec::new();
        let of_connections = self.saved_connections().await?.into_iter().filter_map(|one| match one.way {
            Way::IdentityCenter { portal, .. } => {
                // What a connection says is that one can sign in there; whether one has to shows when it asks.
                let signed_in = self.shared.heard.asks(&one.id).is_none();
                Some(KnownPortal { portal, endpoints: one.endpoints, signed_in })
            }
            _ => None,
        });
        let signed_in = lock(&self.shared.sign_ins)
            .iter()
            .filter(|one| one.sign_in.state == SignInState::SignedIn)
            .map(|one| one.sign_in.portal.clone())
            .collect::<Vec<_>>();
        let of_now = signed_in.into_iter().map(|portal| {
            let endpoints = self.endpoints_of_portal(&portal);
            KnownPortal { portal, endpoints, signed_in: true }
        });
        for one in of_connections.chain(of_now.collect::<Vec<_>>()) {
            match known.iter_mut().find(|other| other.portal == one.portal) {
                Some(other) => other.signed_in |= one.signed_in,
                None => known.push(one),
            }
        }
        Ok(known)
    }

    /// The accounts that a portal lets one into, by their names.
    pub async fn portal_accounts(&self, portal: &Portal) -> Result<Vec<PortalAccount>, Failure> {
        let endpoints = self.known_endpoints(portal).await?;
        self.world.portals.accounts(portal, &endpoints, &self.compartment_of_portal(portal)).await
    }

    /// The roles that a portal gives one in an account, sorted.
    pub async fn portal_roles(&self, portal: &Portal, account: &str) -> Result<Vec<String>, Failure> {
        let endpoints = self.known_endpoints(portal).await?;
        self.world.portals.roles(portal, &endpoints, &self.compartment_of_portal(portal), account).await
    }

    async fn known_endpoints(&self, portal: &Portal) -> Result<Endpoints, Failure> {
        let known = self.portals().await?.into_iter().find(|one| one.portal == *portal);
        Ok(known.map_or_else(|| self.endpoints_of_portal(portal), |one| one.endpoints))
    }

    fn endpoints_of_portal(&self, portal: &Portal) -> Endpoints {
        lock(&self.shared.portal_endpoints).get(portal).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
