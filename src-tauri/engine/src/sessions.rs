//! Sessions: how long a connection lasts, what it asks of the person, and letting go of what is in memory.

use std::sync::atomic::Ordering;
use std::time::Duration;

use domain::submission::{Outline, State};
use secrecy::SecretString;
use tokio::time::Instant;

use crate::connections::Chain;
use crate::housekeeper::{Open, lock};
use crate::ports::Lasts;
use crate::{Change, Connection, ConnectionId, Failure, Housekeeper, Way};

/// How long credentials must last when a submission begins: its one attempt takes at most 30 seconds, and what it made is
/// read at once after it.
const ENOUGH_TO_SUBMIT: Duration = Duration::from_secs(120);

/// How often one looks whether anybody is there.
const LOOK: Duration = Duration::from_secs(5);

/// The longest time after which the app lets go of what it holds, in minutes.
pub const LONGEST_IDLE: u16 = 240;

/// How long a connection lasts, or what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// It has credentials, or none were asked for.
    Lasts(Lasts),
    /// It goes on when the person has done something.
    Asks {
        /// What that is.
        asks: Asks,
        /// For which connection: this one, or the one it is based on.
        connection: ConnectionId,
    },
}

/// What a connection asks of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    /// What.
    pub what: Asked,
    /// What there is to say of it: the device, the portal, the program's command.
    pub detail: String,
}

/// What a connection can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The code of an MFA device.
    MfaCode,
    /// To sign in at its portal.
    Portal,
    /// To enter the access key again.
    AccessKey,
    /// To agree to a program.
    Program,
}

impl Housekeeper {
    /// How long a connection lasts. Nothing is asked of AWS or the keychain.
    pub(crate) fn session_state(&self, connection: &Connection, chain: &Chain) -> SessionState {
        let heard = |id: &ConnectionId| self.shared.heard.asks(id);
        if let Some(asks) = heard(&connection.id) {
            // Only the code is for the role itself; the rest has to be done where its credentials come from.
            let root = match asks.what {
                Asked::MfaCode => connection.id.clone(),
                Asked::Portal | Asked::AccessKey | Asked::Program => chain.root().id.clone(),
            };
            return SessionState::Asks { asks, connection: root };
        }
        SessionState::Lasts(self.opened(&connection.id).map_or(Lasts::Unopened, |open| open.door.session.lasts()))
    }

    /// The code of the MFA device that a connection asked for. What waited for it goes on.
    ///
    /// # Errors
    /// AWS did not accept the code, or asks for another one.
    pub async fn enter_mfa_code(&self, id: &ConnectionId, code: &SecretString) -> Result<(), Failure> {
        let open = self.open(id).await?;
        open.door.session.enter_code(code).await?;
        self.gets_in_again(id, &open).await;
        Ok(())
    }

    /// A connection gets in again: whoever waits for that tries once more.
    pub(crate) async fn gets_in_again(&self, id: &ConnectionId, open: &Open) {
        self.asks_no_more(id);
        // A list that could not be read for want of what has now come is read anew.
        lock(&self.shared.listed).remove(id);
        self.try_again(&open.account);
        self.tell(Change::Connections);
    }

    /// Lets go of a connection's session: its temporary credentials, and the session at its portal, for every connection
    /// through that. An access key stays.
    ///
    /// # Errors
    /// Where the keychain cannot be asked: then nothing is let go of.
    pub async fn sign_out(&self, id: &ConnectionId) -> Result<(), Failure> {
        let connection = self.connection(id).await?;
        match &connection.way {
            Way::Practice | Way::AccessKey { .. } => {}
            Way::Profile { .. } | Way::Role { .. } => self.forget_secret_of(&connection).await?,
            Way::IdentityCenter { portal, .. } => {
                let tokens = self.compartment_of_portal(portal);
                // A portal that cannot be reached ends the session by itself, at its time.
                if let Err(failure) = self.world.portals.sign_out(portal, &connection.endpoints, &tokens).await {
                    tracing::warn!(failure = %failure.logged(), "the portal was not told of the end of a session");
                }
                tokens.forget().await?;
            }
        }
        self.close_with_all_based_on(&connection).await?;
        self.tell(Change::Connections);
        Ok(())
    }

    /// The way in that a submission goes through, with credentials that last until it is done.
    ///
    /// # Errors
    /// [`Failure::AccountChanged`] where the credentials now lead into another account than before.
    pub(crate) async fn ready_to_submit(&self, open: &Open) -> Result<(), Failure> {
        let id = &open.connection.id;
        if let Err(failure) = open.door.session.ready(ENOUGH_TO_SUBMIT).await {
            self.heard_that_it_asks(id, &failure);
            return Err(failure);
        }
        // A key stays in its account, and a role or a portal names it; what a profile leads to is up to a file.
        let (Some(expected), Way::Profile { .. }) = (&open.connection.identity, &open.connection.way) else {
            return Ok(());
        };
        let mark = open.door.session.mark();
        if lock(&self.shared.verified).get(id).is_some_and(|verified| Some(verified) == mark.as_ref()) {
            return Ok(());
        }
        match open.door.session.who_am_i().await {
            Ok(found) if found.account != expected.account || found.partition != expected.partition => {
                return Err(Failure::AccountChanged);
            }
            Ok(_) => {}
            // Where STS is closed off nobody says where the credentials lead, and asking again costs ten seconds each
            // time. CloudFront refuses a distribution that is not that account's.
            Err(failure) => {
                tracing::warn!(connection = %id, failure = %failure.logged(), "whom AWS takes one for could not be asked");
            }
        }
        if let Some(mark) = mark {
            lock(&self.shared.verified).insert(id.clone(), mark);
        }
        Ok(())
    }

    /// Somebody used the window just now.
    pub fn still_here(&self) {
        *lock(&self.shared.last_use) = Instant::now();
    }

    /// Whether the app has let go of what it held in memory.
    pub fn is_locked(&self) -> bool {
        self.shared.locked.load(Ordering::Relaxed)
    }

    /// Lets go of what is held in memory: credentials, and secrets that are in the keychain or nowhere else.
    pub async fn lock(&self) {
        self.shared.locked.store(true, Ordering::Relaxed);
        let open: Vec<Open> = lock(&self.shared.open).drain().map(|(_, open)| open).collect();
        for open in open {
            open.door.session.let_go().await;
        }
        let compartments: Vec<_> = lock(&self.shared.compartments).values().cloned().collect();
        for compartment in compartments {
            compartment.let_go().await;
        }
        self.tell(Change::Locked);
    }

    /// Somebody is there again: what is needed is asked of the keychain anew, and what waited goes on.
    pub fn unlock(&self) {
        self.still_here();
        if self.shared.locked.swap(false, Ordering::Relaxed) {
            lock(&self.shared.halted).clear();
            lock(&self.shared.listed).clear();
            self.wake_all();
            self.tell(Change::Locked);
        }
    }

    /// Looks from now on whether anybody is there, and lets go of what is in memory where nobody was for as long as is
    /// set. What is being sent or followed is somebody's work: while there is any, the app does not lock.
    pub fn watch_for_idleness(&self) {
        self.still_here();
        let this = self.clone();
        tokio::spawn(async move {
            loop {
                this.wait(LOOK).await;
                if let Err(failure) = this.lock_if_idle().await {
                    tracing::warn!(failure = %failure.logged(), "whether anybody is there could not be found out");
                }
            }
        });
    }

    async fn lock_if_idle(&self) -> Result<(), Failure> {
        let after = self.settings().await?.idle_lock;
        if after.is_zero() || self.is_locked() || lock(&self.shared.last_use).elapsed() < self.pace.scale(after) {
            return Ok(());
        }
        // A person mends the administrator's file; nothing goes out before.
        let paused = self.world.records.queue_is_paused().await? || self.policy().is_err();
        let unsettled = self.world.records.unsettled().await?;
        let waits = |one: &Outline| {
            let halted = lock(&self.shared.halted).get(&one.account).is_some_and(|halted| halted.until.is_none());
            paused || halted || lock(&self.shared.undecided).contains(&one.run)
        };
        let at_work = |one: &Outline| match one.state {
            State::Queued(_) | State::Waiting(_) => !waits(one),
            _ => true,
        };
        if !unsettled.iter().any(at_work) {
            self.lock().await;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
