//! A connection and those that it is based on.

use crate::ports::Means;
use crate::{Connection, ConnectionId, Failure, Housekeeper, Way};

/// A connection and those that it is based on, itself first.
pub(crate) struct Chain(Vec<Connection>);

impl Chain {
    /// The chain of one of these. It ends before a connection that is gone, or that stands in it already.
    pub(crate) fn among(connections: &[Connection], first: &Connection) -> Self {
        let mut chain = vec![first.clone()];
        let mut at = first;
        while let Way::Role { base, .. } = &at.way {
            match connections.iter().find(|connection| connection.id == *base) {
                Some(next) if chain.iter().all(|known| known.id != next.id) => at = next,
                _ => break,
            }
            chain.push(at.clone());
        }
        Self(chain)
    }

    /// The connection that the first is based on directly.
    pub(crate) fn base(&self) -> Option<&Connection> {
        self.0.get(1)
    }

    /// Where the credentials come from.
    pub(crate) fn root(&self) -> &Connection {
        // A chain has its first connection at least.
        &self.0[self.0.len() - 1]
    }
}

impl Housekeeper {
    /// What a connection gets in with.
    ///
    /// # Errors
    /// Where a connection that it is based on is gone.
    pub(crate) async fn means_of(&self, connection: &Connection) -> Result<Means, Failure> {
        let all = self.saved_connections().await?;
        let chain = Chain::among(&all, connection);
        if let Way::Role { .. } = &chain.root().way {
            let detail = format!("the connection that “{}” is based on is gone", chain.root().name());
            return Err(Failure::NoCredentials { detail });
        }
        let mut means: Option<(Connection, Means)> = None;
        for connection in chain.0.iter().rev() {
            let portal = match &connection.way {
                Way::IdentityCenter { portal, .. } => Some(self.compartment_of_portal(portal)),
                _ => None,
            };
            let base = means.take().map(Box::new);
            means = Some((connection.clone(), Means { own: self.compartment_of(&connection.id), portal, base }));
        }
        match means {
            Some((_, means)) => Ok(means),
            None => Err(Failure::NotFound { what: format!("connection {}", connection.id) }),
        }
    }

    /// Closes a connection, every one that goes through the same portal, and every role that is based on one of them.
    pub(crate) async fn close_with_all_based_on(&self, connection: &Connection) -> Result<(), Failure> {
        let all = self.saved_connections().await?;
        let portal = |of: &Connection| match &of.way {
            Way::IdentityCenter { portal, .. } => Some(portal.clone()),
            _ => None,
        };
        for other in &all {
            let chain = Chain::among(&all, other);
            let touched = chain
                .0
                .iter()
                .any(|link| link.id == connection.id || (portal(link).is_some() && portal(link) == portal(connection)));
            if touched {
                self.close(&other.id);
                self.asks_no_more(&other.id);
            }
        }
        Ok(())
    }

    /// The ids of the connections whose credentials come through a portal.
    pub(crate) async fn through(&self, portal: &crate::Portal) -> Result<Vec<ConnectionId>, Failure> {
        let all = self.saved_connections().await?;
        let goes = |one: &&Connection| matches!(&Chain::among(&all, one).root().way, Way::IdentityCenter { portal: theirs, .. } if theirs == portal);
        Ok(all.iter().filter(goes).map(|one| one.id.clone()).collect())
    }
}
