//! Save, check, use and remove a way into an account.

use crate::{Change, Connection, ConnectionId, Failure, Housekeeper, Identity, NewConnection, Secret, Way};

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
                Failure::CredentialsRejected { .. } | Failure::NoCredentials { .. } | Failure::Invalid { .. }
            )
        })
    }
}

/// A connection, with where its calls go and whether it is the one in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionInUse {
    /// The connection.
    pub connection: Connection,
    /// The endpoint in force where it is not AWS's own; `None` too where the connection cannot be opened.
    pub endpoint: Option<String>,
    /// Whether the window works through it.
    pub in_use: bool,
}

impl Housekeeper {
    /// All connections, the practice account first. Exactly one is in use.
    pub async fn connections(&self) -> Result<Vec<ConnectionInUse>, Failure> {
        let mut connections = vec![self.practice().clone()];
        connections.extend(self.world.records.connections().await?);
        let remembered = self.world.records.connection_in_use().await?;
        let in_use = remembered
            .filter(|id| connections.iter().any(|connection| connection.id == *id))
            .unwrap_or_else(ConnectionId::practice);
        let mut rows = Vec::with_capacity(connections.len());
        for connection in connections {
            let in_use = connection.id == in_use;
            let endpoint = self.endpoint_to_show(&connection, in_use).await;
            rows.push(ConnectionInUse { connection, endpoint, in_use });
        }
        Ok(rows)
    }

    /// The names of the profiles in the shared AWS config files.
    pub async fn profiles(&self) -> Result<Vec<String>, Failure> {
        self.world.access.profiles().await
    }

    /// Checks a new connection with AWS and keeps it: its secret in the keychain first, then the rest.
    ///
    /// # Errors
    /// A definite no of AWS (see [`ConnectionCheck`]), a keychain that is not there, a name that is missing or taken.
    /// Then nothing is kept.
    pub async fn save_connection(&self, new: NewConnection) -> Result<(Connection, ConnectionCheck), Failure> {
        let name = new.name.trim().to_owned();
        if name.is_empty() {
            return Err(Failure::Invalid { detail: "Give the connection a name.".to_owned() });
        }
        let taken = self.connections().await?.into_iter().any(|row| row.connection.name == name);
        if taken {
            return Err(Failure::Invalid { detail: format!("There is already a connection called “{name}”.") });
        }
        let mut connection = Connection {
            id: self.mint_connection_id(),
            name,
            way: new.way,
            custom_endpoint: new.custom_endpoint.filter(|endpoint| !endpoint.trim().is_empty()),
            identity: None,
        };
        let check = self.ask_aws(&connection, new.secret.clone()).await;
        if let Some(failure) = check.definite_no() {
            return Err(failure.clone());
        }
        connection.identity = check.identity.clone().ok();
        if let Some(secret) = &new.secret {
            self.world.vault.keep_secret(&connection.id, secret).await?;
        }
        if let Err(failure) = self.world.records.keep_connection(&connection).await {
            // Not kept after all, so its secret must not stay behind either. That this failed too is worth a line.
            if let Err(second) = self.world.vault.forget_secret(&connection.id).await {
                tracing::warn!(connection = %connection.id, %second, "a secret without a connection stayed behind");
            }
            return Err(failure);
        }
        self.tell(Change::Connections);
        Ok((connection, check))
    }

    /// Asks AWS once more about a saved connection, and keeps what it says of who one is.
    pub async fn check_connection(&self, id: &ConnectionId) -> Result<ConnectionCheck, Failure> {
        let mut connection = self.connection(id).await?;
        let secret = self.secret_of(&connection).await?;
        let check = self.ask_aws(&connection, secret).await;
        if let Ok(identity) = &check.identity
            && connection.way != Way::Practice
            && connection.identity.as_ref() != Some(identity)
        {
            connection.identity = Some(identity.clone());
            self.world.records.keep_connection(&connection).await?;
            self.close(id);
            self.tell(Change::Connections);
        }
        Ok(check)
    }

    /// Puts a connection to use.
    pub async fn use_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        self.connection(id).await?;
        self.world.records.use_connection(id).await?;
        self.tell(Change::Connections);
        Ok(())
    }

    /// Removes a connection and its secret. What was sent through it stays in the history.
    ///
    /// # Errors
    /// The practice account cannot be removed; and where the keychain is not available nothing is removed, so that no
    /// secret is left behind unseen.
    pub async fn remove_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        let connection = self.connection(id).await?;
        match connection.way {
            Way::Practice => {
                return Err(Failure::Invalid { detail: "The practice account cannot be removed.".to_owned() });
            }
            Way::AccessKey { .. } => self.world.vault.forget_secret(id).await?,
            Way::Profile { .. } => {}
        }
        self.world.records.forget_connection(id).await?;
        self.close(id);
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
        let connections = self.world.records.connections().await?;
        connections
            .into_iter()
            .find(|connection| connection.id == *id)
            .ok_or_else(|| Failure::NotFound { what: format!("connection {id}") })
    }

    /// Where a connection's calls go, as far as that can be said without asking the keychain for more than the
    /// connection in use: a locked one would ask the person for its password, once for each row.
    async fn endpoint_to_show(&self, connection: &Connection, in_use: bool) -> Option<String> {
        let opened = match &connection.way {
            Way::Practice => return None,
            Way::AccessKey { .. } if !in_use => self.opened(&connection.id),
            Way::AccessKey { .. } | Way::Profile { .. } => self.open(&connection.id).await.ok(),
        };
        opened.map_or_else(|| connection.custom_endpoint.clone(), |open| open.door.endpoint)
    }

    async fn ask_aws(&self, connection: &Connection, secret: Option<Secret>) -> ConnectionCheck {
        let identity = self.world.access.who_am_i(connection, secret.clone()).await;
        let listing = match self.world.access.open(connection, secret).await {
            Ok(door) => door.cloudfront.distributions(None, 1).await.map(|_| ()),
            Err(failure) => Err(failure),
        };
        ConnectionCheck { identity, listing }
    }

    fn mint_connection_id(&self) -> ConnectionId {
        let chance: String = self.world.chance.six_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        ConnectionId::new(format!("c-{chance}"))
    }
}

#[cfg(test)]
mod tests;
