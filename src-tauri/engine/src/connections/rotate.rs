//! A new access key in place of an old one.

use std::time::Duration;

use crate::{Connection, ConnectionId, Failure, Housekeeper, Keep, Secret, Way};

/// A new key is known everywhere within seconds; IAM promises no time (IAM User Guide, "Changes that I make are not
/// always immediately visible").
const WAITS: [Duration; 6] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(3),
    Duration::from_secs(5),
    Duration::from_secs(8),
    Duration::from_secs(12),
];

/// A key that took the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// The new one's public half.
    pub new: String,
    /// The old one's.
    pub old: String,
    /// Why the old one could not be turned off.
    pub problem: Option<Failure>,
}

impl Housekeeper {
    /// Makes a new access key in IAM, sees that AWS accepts it, keeps it, and then turns the old one off. The old one is
    /// not deleted: whatever else uses it can be told by its being off, and it can be turned on again in IAM.
    ///
    /// # Errors
    /// At every step before the new key is kept the old one stays as it is, and the new one is deleted in IAM where that
    /// can be done.
    pub async fn rotate_access_key(&self, id: &ConnectionId) -> Result<Rotated, Failure> {
        let mut connection = self.connection(id).await?;
        let Way::AccessKey { access_key_id: old } = connection.way.clone() else {
            return Err(Failure::Invalid { detail: "This connection has no access key of its own.".to_owned() });
        };
        let compartment = self.compartment_of(id);
        let keep = if compartment.in_memory_only() { Keep::Memory } else { Keep::Keychain };
        let means = self.means_of(&connection).await?;
        let key = self.world.access.create_key(&connection, &means).await?;
        let new = key.access_key_id.clone().unwrap_or_default();
        let before = connection.clone();
        let kept = async {
            self.accepted(&mut connection, &key).await?;
            compartment.put(Secret::AccessKey(key), keep).await
        };
        if let Err(failure) = kept.await {
            if let Err(second) = self.world.access.delete_key(&before, &means, &new).await {
                tracing::warn!(key = new, second = %second.logged(), "a new access key that was not kept stayed behind in IAM");
            }
            return Err(failure);
        }
        // The keychain has the new key with its public half, so what the records say is no more than what is shown.
        self.keep_connection(&connection).await?;
        self.opened_anew(&connection).await?;
        let means = self.means_of(&connection).await?;
        let problem = self.world.access.disable_key(&connection, &means, &old).await.err();
        Ok(Rotated { new, old, problem })
    }

    /// Waits until AWS accepts a key that it has just made.
    async fn accepted(&self, connection: &mut Connection, key: &crate::AccessKey) -> Result<(), Failure> {
        for wait in WAITS {
            match self.try_key(connection, key).await {
                Ok(check) if check.identity.is_ok() => return Ok(()),
                Ok(_) | Err(Failure::CredentialsRejected { .. }) => self.wait(wait).await,
                Err(failure) => return Err(failure),
            }
        }
        let check = self.try_key(connection, key).await?;
        check.identity.map(|_| ())
    }
}
