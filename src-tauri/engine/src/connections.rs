//! Save, check, use and remove a way into an account.

mod chain;
mod keep;
mod rotate;

pub(crate) use chain::Chain;
pub use rotate::Rotated;

use crate::ports::{Door, KeyOnFile};
use crate::{About, Change, Connection, ConnectionId, Failure, Housekeeper, Identity, SessionState, Way};

/// What AWS says to a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionCheck {
    /// Whom it takes one for, or why it did not say.
    pub identity: Result<Identity, Failure>,
    /// Whether one may list distributions.
    pub listing: Result<(), Failure>,
}

impl ConnectionCheck {
    /// The failure that stops a connection from being saved: only a definite no.
    ///
    /// Who may not ask who they are, or may not list, may still invalidate; and a network that is down says nothing of
    /// the key.
    fn definite_no(&self) -> Option<&Failure> {
        [self.identity.as_ref().err(), self.listing.as_ref().err()].into_iter().flatten().find(|failure| {
            matches!(
                failure,
                Failure::CredentialsRejected { .. }
                    | Failure::NoCredentials { .. }
                    | Failure::KeychainUnavailable { .. }
                    | Failure::Invalid { .. }
            ) || failure.asks()
        })
    }
}

/// A connection, with where its calls go and whether it is the one in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionInUse {
    /// The connection.
    pub connection: Connection,
    /// The name of the connection that it is based on, where it is a role and that one is still there.
    pub base_name: Option<String>,
    /// The endpoint in force where it is not AWS's own; `None` too where the connection cannot be opened.
    pub endpoint: Option<String>,
    /// Whether the window works through it.
    pub in_use: bool,
    /// Whether its secret is in memory alone.
    pub in_memory: bool,
    /// How long it lasts.
    pub session: SessionState,
    /// The administrator's file that brought it.
    pub fixed_by: Option<String>,
}

impl Housekeeper {
    /// All connections, the practice account first. Exactly one is in use.
    pub async fn connections(&self) -> Result<Vec<ConnectionInUse>, Failure> {
        let mut connections = vec![self.practice().clone()];
        connections.extend(self.saved_connections().await?);
        let in_use = match self.world.records.connection_in_use().await? {
            Some(remembered) if connections.iter().any(|connection| connection.id == remembered) => remembered,
            // What is gone is not replaced by another that leads into some account.
            Some(_) => ConnectionId::practice(),
            // Nothing was chosen yet: an administrator who brings connections means the first of them to be used.
            None => connections
                .iter()
                .find(|one| one.id.is_administrators())
                .map_or_else(ConnectionId::practice, |one| one.id.clone()),
        };
        let mut rows = Vec::with_capacity(connections.len());
        for connection in &connections {
            let chain = Chain::among(&connections, connection);
            let in_use = connection.id == in_use;
            let endpoint = self.endpoint_to_show(connection, in_use).await;
            rows.push(ConnectionInUse {
                connection: connection.clone(),
                base_name: chain.base().map(|base| base.name().to_owned()),
                endpoint,
                in_use,
                in_memory: self.is_in_memory(chain.root()),
                session: self.session_state(connection, &chain),
                fixed_by: self.is_fixed(&connection.id),
            });
        }
        Ok(rows)
    }

    /// The names of the profiles in the shared AWS config files.
    pub async fn profiles(&self) -> Result<Vec<String>, Failure> {
        self.world.access.profiles().await
    }

    /// The access keys in the shared credentials file, without their secrets.
    pub async fn keys_on_file(&self) -> Result<Vec<KeyOnFile>, Failure> {
        self.world.access.keys_on_file().await
    }

    /// Asks AWS once more about a saved connection, and keeps what it says of who one is.
    pub async fn check_connection(&self, id: &ConnectionId) -> Result<ConnectionCheck, Failure> {
        let mut connection = self.connection(id).await?;
        // What is in the files, at the portal or in the keychain may have changed since it was opened.
        if connection.way != Way::Practice {
            self.close(id);
        }
        let open = self.open(id).await?;
        let check = self.ask_aws(&connection.id, &open.door).await;
        if let Ok(identity) = &check.identity
            && connection.way != Way::Practice
            && connection.identity.as_ref() != Some(identity)
        {
            connection.identity = Some(identity.clone());
            self.keep_connection(&connection).await?;
            self.close(id);
        }
        self.tell(Change::Connections);
        Ok(check)
    }

    /// Gives a connection another name, colour or mark.
    ///
    /// # Errors
    /// A name that is missing or taken; the practice account keeps its own, and so does what the administrator's file
    /// brings, with its production mark.
    pub async fn describe_connection(&self, id: &ConnectionId, about: About) -> Result<(), Failure> {
        let mut connection = self.connection(id).await?;
        if connection.way == Way::Practice {
            return Err(Failure::Invalid { detail: "The practice account stays as it is.".to_owned() });
        }
        if let Some(file) = self.is_fixed(id) {
            let by_file = self.in_the_file(id).unwrap_or_else(|| connection.clone());
            if about.name.trim() != by_file.name() {
                return Err(Failure::Invalid { detail: format!("The name of this connection is fixed by {file}.") });
            }
            if by_file.about.production && !about.production {
                let detail = format!("That this connection leads into production is fixed by {file}.");
                return Err(Failure::Invalid { detail });
            }
        }
        connection.about = About { name: self.free_name(&about.name, Some(id)).await?, ..about };
        self.keep_connection(&connection).await?;
        self.tell(Change::Connections);
        Ok(())
    }

    /// Puts a connection to use.
    pub async fn use_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        let connection = self.connection(id).await?;
        if self.is_fixed(id).is_some() {
            // The records put to use what they know.
            self.keep_connection(&connection).await?;
        }
        self.world.records.use_connection(id).await?;
        self.tell(Change::Connections);
        Ok(())
    }

    /// Removes a connection and its secrets. What was sent through it stays in the history.
    ///
    /// # Errors
    /// The practice account cannot be removed, nor what the administrator's file brings or a role is based on; and where the keychain is not available
    /// nothing is removed, so that no secret is left behind unseen.
    pub async fn remove_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        let connection = self.connection(id).await?;
        if let Some(file) = self.is_fixed(id) {
            return Err(Failure::Invalid { detail: format!("This connection comes from {file} and stays with it.") });
        }
        let others = self.saved_connections().await?;
        if let Some(role) = others.iter().find(|other| matches!(&other.way, Way::Role { base, .. } if base == id)) {
            let detail = format!("“{}” is based on this connection. Remove that one first.", role.name());
            return Err(Failure::Invalid { detail });
        }
        match &connection.way {
            Way::Practice => {
                return Err(Failure::Invalid { detail: "The practice account cannot be removed.".to_owned() });
            }
            Way::AccessKey { .. } | Way::Profile { .. } | Way::Role { .. } => {
                self.forget_secret_of(&connection).await?;
            }
            Way::IdentityCenter { portal, .. } => {
                let shared = others.iter().any(|other| {
                    other.id != *id
                        && matches!(&other.way, Way::IdentityCenter { portal: theirs, .. } if theirs == portal)
                });
                if !shared {
                    self.sign_out(id).await?;
                }
            }
        }
        self.world.records.forget_connection(id).await?;
        self.close(id);
        self.asks_no_more(id);
        self.drop_drafts_of(id).await;
        self.tell(Change::Connections);
        Ok(())
    }

    /// Whom AWS takes a connection for, as far as it has said.
    pub async fn identity_of(&self, id: &ConnectionId) -> Option<Identity> {
        self.connection(id).await.ok()?.identity
    }

    /// The connection of an id.
    pub(crate) async fn connection(&self, id: &ConnectionId) -> Result<Connection, Failure> {
        if *id == self.practice().id {
            return Ok(self.practice().clone());
        }
        let connections = self.saved_connections().await?;
        connections
            .into_iter()
            .find(|connection| connection.id == *id)
            .ok_or_else(|| Failure::NotFound { what: format!("connection {id}") })
    }

    /// A connection's name as it is kept.
    async fn free_name(&self, name: &str, of: Option<&ConnectionId>) -> Result<String, Failure> {
        let name = name.trim().to_owned();
        if name.is_empty() {
            return Err(Failure::Invalid { detail: "Give the connection a name.".to_owned() });
        }
        let mut others = self.saved_connections().await?;
        others.push(self.practice().clone());
        match others.iter().any(|other| Some(&other.id) != of && other.name() == name) {
            true => Err(Failure::Invalid { detail: format!("There is already a connection called “{name}”.") }),
            false => Ok(name),
        }
    }

    /// Where a connection's calls go, as far as that can be said without asking the keychain for more than the
    /// connection in use: a locked one would ask the person for its password, once for each row.
    async fn endpoint_to_show(&self, connection: &Connection, in_use: bool) -> Option<String> {
        let opened = match &connection.way {
            Way::Practice => return None,
            Way::Profile { .. } => self.open(&connection.id).await.ok(),
            _ if in_use => self.open(&connection.id).await.ok(),
            _ => self.opened(&connection.id),
        };
        opened.map_or_else(|| connection.endpoints.custom_endpoint.clone(), |open| open.door.endpoint)
    }

    pub(crate) async fn ask_aws(&self, id: &ConnectionId, door: &Door) -> ConnectionCheck {
        let identity = door.session.who_am_i().await;
        let listing = door.cloudfront.distributions(None, 1).await.map(|_| ());
        self.heard(id, crate::heard::Call::Distributions, None, &listing);
        ConnectionCheck { identity, listing }
    }
}

#[cfg(test)]
mod tests;
