//! What an administrator has fixed for everybody on this computer, and what they brought.

use std::sync::Arc;
use std::time::Duration;

use domain::{Allow, Budget, DistributionId};

use crate::housekeeper::lock;
use crate::ports::{BrokenPolicy, Note};
use crate::{BatchContent, Change, Connection, ConnectionId, Failure, Housekeeper, Way};

/// How often one looks whether the administrator's file has changed while nobody asks for it.
pub(crate) const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// How many names are tried for a batch whose own name is taken.
const NAMES_TRIED: u32 = 100;

/// What an administrator has fixed, and what they brought. By default that is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The budget of each account, in place of the person's own.
    pub account_budget: Option<Budget>,
    /// The budgets of distributions and tenants, by their ids, in place of the person's own.
    pub target_budgets: Vec<(String, Budget)>,
    /// What may be cleared.
    pub allow: Allow,
    /// How long what was just asked for can be taken back, where that is fixed; in whole seconds, at most
    /// [`crate::LONGEST_UNDO`].
    pub undo: Option<Duration>,
    /// Connections, without any secret; their ids begin with [`crate::ConnectionId::ADMINISTRATORS`], and their
    /// identity is not known here.
    pub connections: Vec<Connection>,
    /// What distributions are called where the person has no name of their own for them.
    pub nicknames: Vec<(DistributionId, String)>,
    /// Batches to begin with, each under a key that stays the same for as long as it is the same batch.
    pub batches: Vec<(String, BatchContent)>,
}

impl Policy {
    /// What a distribution is called.
    fn nickname(&self, id: &DistributionId) -> Option<String> {
        self.nicknames.iter().find(|(named, _)| named == id).map(|(_, name)| name.clone())
    }

    /// What the person noted of a distribution, with its name by this policy where they have none of their own.
    pub(crate) fn with_nickname(&self, id: &DistributionId, mut note: Note) -> Note {
        note.nickname = note.nickname.or_else(|| self.nickname(id));
        note
    }
}

/// What was last seen of the administrator's file.
#[derive(Default)]
pub(crate) struct Seen {
    /// What it said, or that it was broken; `None` where nobody has looked yet.
    last: Option<Result<Arc<Policy>, BrokenPolicy>>,
    /// What it said when it was last whole.
    whole: Option<Arc<Policy>>,
}

impl Housekeeper {
    /// The administrator's file, for the window: what it fixes, and `None` where there is none.
    ///
    /// # Errors
    /// Where it cannot be relied on. Nothing is sent then.
    pub fn administrators_policy(&self) -> Result<Option<Arc<Policy>>, BrokenPolicy> {
        let read = self.world.administrator.policy();
        self.notice(&read);
        read
    }

    /// Where the administrator's file is, or would be.
    pub fn administrators_file(&self) -> String {
        self.world.administrator.path()
    }

    /// The administrator's file that brought a connection, which therefore stays as it is; `None` for the person's own.
    pub fn is_fixed(&self, id: &ConnectionId) -> Option<String> {
        id.is_administrators().then(|| self.administrators_file())
    }

    /// Looks from now on whether the administrator's file has changed, so that the window hears of it though nobody does
    /// anything.
    pub fn watch_for_the_administrator(&self) {
        let this = self.clone();
        tokio::spawn(async move {
            loop {
                // Whoever has to know is told.
                let _ = this.policy();
                this.wait(LOOK_AGAIN).await;
            }
        });
    }

    /// What the administrator has fixed; nothing where there is no file.
    ///
    /// # Errors
    /// [`Failure::PolicyBroken`] while the file cannot be relied on.
    pub(crate) fn policy(&self) -> Result<Arc<Policy>, Failure> {
        match self.administrators_policy() {
            Ok(policy) => Ok(policy.unwrap_or_default()),
            Err(broken) => Err(Failure::PolicyBroken { detail: broken.to_string() }),
        }
    }

    /// What the administrator has brought, as far as is known: while the file is broken, what it said before. `None` where
    /// it never was whole since the app was opened.
    pub(crate) fn last_whole_policy(&self) -> Option<Arc<Policy>> {
        self.policy().ok().or_else(|| lock(&self.shared.policy).whole.clone())
    }

    /// Tells whoever has to know that the file says something else than before.
    fn notice(&self, read: &Result<Option<Arc<Policy>>, BrokenPolicy>) {
        let read = read.clone().map(Option::unwrap_or_default);
        let (is_other, has_other_connections) = {
            let mut seen = lock(&self.shared.policy);
            let is_same = match (&seen.last, &read) {
                (Some(Ok(before)), Ok(now)) => Arc::ptr_eq(before, now) || before == now,
                (Some(Err(before)), Err(now)) => before == now,
                _ => false,
            };
            if is_same {
                return;
            }
            let connections_before = seen.whole.as_ref().map_or(&[][..], |whole| &whole.connections);
            let has_other_connections = read.as_ref().is_ok_and(|now| now.connections != connections_before);
            let is_other = seen.last.is_some();
            if let Ok(now) = &read {
                seen.whole = Some(now.clone());
            }
            seen.last = Some(read);
            (is_other, is_other && has_other_connections)
        };
        if has_other_connections {
            // A door may lead where the file no longer says it does, also that of a role over one of its connections.
            let open: Vec<ConnectionId> = lock(&self.shared.open).keys().cloned().collect();
            open.iter().filter(|id| **id != ConnectionId::practice()).for_each(|id| self.close(id));
            self.tell(Change::Connections);
        }
        if is_other {
            tracing::info!("the administrator's file says something else than before");
            self.tell(Change::Settings);
            self.wake_all();
        }
    }

    /// What the administrator calls a distribution.
    pub(crate) fn administrators_nickname(&self, id: &DistributionId) -> Option<String> {
        self.last_whole_policy()?.nickname(id)
    }

    /// Keeps the batches of the administrator's file that were not brought before, each under its name or, where that is
    /// taken, under one with a number. What the person has edited or deleted since does not come back.
    pub(crate) async fn bring_batches(&self) -> Result<(), Failure> {
        let Ok(policy) = self.policy() else { return Ok(()) };
        let mut brought = false;
        for (key, content) in &policy.batches {
            let content = content.clone().tidied()?;
            brought |= self.bring_batch(key, content).await?;
        }
        if brought {
            self.tell(Change::Batches);
        }
        Ok(())
    }

    async fn bring_batch(&self, key: &str, content: BatchContent) -> Result<bool, Failure> {
        let plain = content.name.clone();
        for number in 1.. {
            let name = if number == 1 { plain.clone() } else { format!("{plain} ({number})") };
            let content = BatchContent { name, ..content.clone() };
            match self.world.batches.bring_batch(key, &content, self.now()).await {
                // Taken: the next number.
                Err(Failure::Invalid { .. }) if number < NAMES_TRIED => {}
                answer => return answer,
            }
        }
        // Not reached: the last number is answered, whatever becomes of it.
        Ok(false)
    }

    /// All saved connections: those that the administrator's file brings, in its order, then the person's own.
    ///
    /// While that file is broken they are what they were before; where it is broken since the app was opened, those of
    /// the file that were used at some time.
    pub(crate) async fn saved_connections(&self) -> Result<Vec<Connection>, Failure> {
        let kept = self.world.records.connections().await?;
        let (remembered, own): (Vec<_>, Vec<_>) = kept.into_iter().partition(|one| one.id.is_administrators());
        let Some(policy) = self.last_whole_policy() else { return Ok(remembered.into_iter().chain(own).collect()) };
        let brought = policy.connections.iter().map(|by_file| {
            let before = remembered.iter().find(|one| one.id == by_file.id);
            before.map_or_else(|| by_file.clone(), |before| with_what_is_remembered(by_file, before))
        });
        Ok(brought.chain(own).collect())
    }

    /// Keeps a connection: of one that the administrator's file brings, what that file does not say.
    pub(crate) async fn keep_connection(&self, connection: &Connection) -> Result<(), Failure> {
        let mut kept = connection.clone();
        if let Some(by_file) = self.in_the_file(&connection.id) {
            if kept.about.colour == by_file.about.colour {
                kept.about.colour = domain::marks::Colour::None;
            }
            kept.about.production &= !by_file.about.production;
        }
        self.world.records.keep_connection(&kept).await
    }

    /// A connection as the administrator's file says it.
    pub(crate) fn in_the_file(&self, id: &ConnectionId) -> Option<Connection> {
        self.last_whole_policy()?.connections.iter().find(|one| one.id == *id).cloned()
    }

    /// Forgets what was remembered of connections that the administrator's file no longer brings. What was sent through
    /// them stays in the history.
    pub(crate) async fn forget_what_was_taken_back(&self) -> Result<(), Failure> {
        let Ok(policy) = self.policy() else { return Ok(()) };
        for gone in self.world.records.connections().await? {
            if gone.id.is_administrators() && policy.connections.iter().all(|one| one.id != gone.id) {
                self.forget_secret_of(&gone).await?;
                self.world.records.forget_connection(&gone.id).await?;
                self.close(&gone.id);
            }
        }
        Ok(())
    }
}

/// A connection of the file with what the person and AWS have added to it since.
fn with_what_is_remembered(by_file: &Connection, before: &Connection) -> Connection {
    let mut connection = by_file.clone();
    if before.about.colour != domain::marks::Colour::None {
        connection.about.colour = before.about.colour;
    }
    connection.about.production |= before.about.production;
    let mut way_before = before.way.clone();
    let agreed = match &mut way_before {
        Way::Profile { agreed_program, .. } => agreed_program.take(),
        _ => None,
    };
    // Whom AWS took for another way in says nothing of this one.
    if way_before == by_file.way && before.endpoints == by_file.endpoints {
        connection.identity = before.identity.clone();
        if let Way::Profile { agreed_program, .. } = &mut connection.way {
            *agreed_program = agreed;
        }
    }
    connection
}

#[cfg(test)]
mod tests;
