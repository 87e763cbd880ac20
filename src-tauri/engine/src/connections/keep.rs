//! Keeping a new connection, and giving one another key.

use std::sync::Arc;

use super::ConnectionCheck;
use crate::housekeeper::lock;
use crate::{
    AccessKey, Change, Compartment, Connection, ConnectionId, Failure, Housekeeper, Keep, NewConnection, NewWay,
    Portal, Secret, SecretName, Way,
};

impl Housekeeper {
    /// Checks a new connection with AWS and keeps it: its secret first, then the rest.
    ///
    /// # Errors
    /// A definite no of AWS (see [`ConnectionCheck`]), something that the person has to do first (see
    /// [`Failure::asks`]), a keychain that is not there, a name that is missing or taken. Then nothing is kept.
    pub async fn save_connection(&self, new: NewConnection) -> Result<(Connection, ConnectionCheck), Failure> {
        let mut about = new.about;
        about.name = self.free_name(&about.name, None).await?;
        let (way, key) = self.way_of(new.way, new.agreed_program.as_deref()).await?;
        let mut endpoints = new.endpoints;
        endpoints.custom_endpoint = endpoints.custom_endpoint.filter(|endpoint| !endpoint.trim().is_empty());
        let mut connection = Connection { id: self.mint_connection_id(), about, way, endpoints, identity: None };
        let own = self.compartment_of(&connection.id);
        let in_keychain = key.is_some() && new.keep == Keep::Keychain;
        if let Some(key) = key {
            own.put(Secret::AccessKey(key), new.keep).await?;
        }
        let kept = async {
            let means = self.means_of(&connection).await?;
            let door = self.world.access.open(&connection, &means).await?;
            if let Some(code) = &new.mfa_code {
                door.session.enter_code(code).await?;
            }
            let check = self.ask_aws(&connection.id, &door).await;
            if let Some(failure) = check.definite_no() {
                return Err(failure.clone());
            }
            connection.identity = check.identity.clone().ok();
            self.keep_connection(&connection).await?;
            Ok(check)
        };
        match kept.await {
            Ok(check) => {
                self.tell(Change::Connections);
                Ok((connection, check))
            }
            Err(failure) => {
                // Not kept after all, so its secret must not stay behind either. That this failed too is worth a line.
                if in_keychain && let Err(second) = own.forget().await {
                    tracing::warn!(connection = %connection.id, second = %second.logged(), "a secret without a connection stayed behind");
                }
                self.asks_no_more(&connection.id);
                lock(&self.shared.compartments).remove(&SecretName::of_connection(&connection.id));
                Err(failure)
            }
        }
    }

    /// Gives a connection another access key, which AWS must accept first.
    ///
    /// # Errors
    /// As [`Housekeeper::save_connection`], and where the key belongs to another account. Then the earlier key stays.
    pub async fn replace_access_key(
        &self,
        id: &ConnectionId,
        key: AccessKey,
        keep: Keep,
    ) -> Result<ConnectionCheck, Failure> {
        let mut connection = self.connection(id).await?;
        let Way::AccessKey { .. } = &connection.way else {
            return Err(Failure::Invalid { detail: "This connection has no access key of its own.".to_owned() });
        };
        let check = self.try_key(&mut connection, &key).await?;
        self.compartment_of(id).put(Secret::AccessKey(key), keep).await?;
        self.keep_connection(&connection).await?;
        self.opened_anew(&connection).await?;
        Ok(check)
    }

    /// Tries a key in a connection's place, without keeping it. Gives the connection its public half and identity.
    pub(super) async fn try_key(
        &self,
        connection: &mut Connection,
        key: &AccessKey,
    ) -> Result<ConnectionCheck, Failure> {
        let before = connection.identity.clone();
        let public = key.access_key_id.clone().unwrap_or_default();
        connection.way = Way::AccessKey { access_key_id: public };
        let aside = Compartment::new(self.world.vault.clone(), SecretName::of_connection(&ConnectionId::new("aside")));
        aside.hold(Secret::AccessKey(key.clone())).await;
        let means = crate::ports::Means { own: Arc::new(aside), portal: None, base: None };
        let door = self.world.access.open(connection, &means).await?;
        let check = self.ask_aws(&connection.id, &door).await;
        if let Some(failure) = check.definite_no() {
            return Err(failure.clone());
        }
        if let Ok(found) = &check.identity {
            if before.is_some_and(|before| before.account != found.account) {
                let detail =
                    format!("That key belongs to account {}. Add a connection of its own for it.", found.account);
                return Err(Failure::Invalid { detail });
            }
            connection.identity = Some(found.clone());
        }
        Ok(check)
    }

    /// A connection's secret is another than before: it and what is based on it are opened anew, and what waited for it
    /// goes on.
    pub(crate) async fn opened_anew(&self, connection: &Connection) -> Result<(), Failure> {
        self.close_with_all_based_on(connection).await?;
        if let Ok(open) = self.open(&connection.id).await {
            self.gets_in_again(&connection.id, &open).await;
        }
        self.tell(Change::Connections);
        Ok(())
    }

    /// The person has seen the program that a connection's profile runs, and agrees to it.
    pub async fn agree_to_program(&self, id: &ConnectionId, program: &str) -> Result<(), Failure> {
        let mut connection = self.connection(id).await?;
        let Way::Profile { agreed_program, .. } = &mut connection.way else {
            return Err(Failure::Invalid { detail: "This connection has no profile of its own.".to_owned() });
        };
        *agreed_program = Some(self.world.access.program_mark(program));
        self.keep_connection(&connection).await?;
        self.opened_anew(&connection).await
    }

    /// How a new connection gets in, and the key that belongs into the keychain.
    async fn way_of(&self, new: NewWay, agreed_program: Option<&str>) -> Result<(Way, Option<AccessKey>), Failure> {
        let by_key = |key: AccessKey| {
            let access_key_id = key.access_key_id.clone().unwrap_or_default();
            (Way::AccessKey { access_key_id }, Some(key))
        };
        Ok(match new {
            NewWay::AccessKey(key) => by_key(key),
            NewWay::KeyOnFile(profile) => by_key(self.world.access.key_on_file(&profile).await?),
            NewWay::Profile(name) => {
                let agreed_program = agreed_program.map(|program| self.world.access.program_mark(program));
                (Way::Profile { name, agreed_program }, None)
            }
            NewWay::IdentityCenter { portal, account, role } => (Way::IdentityCenter { portal, account, role }, None),
            NewWay::Role { base, role } => {
                if base == ConnectionId::practice() {
                    let detail = "The practice account has no roles. Choose another connection.".to_owned();
                    return Err(Failure::Invalid { detail });
                }
                self.connection(&base).await?;
                (Way::Role { base, role }, None)
            }
        })
    }

    /// Where a connection's own secret is.
    pub(crate) fn compartment_of(&self, id: &ConnectionId) -> Arc<Compartment> {
        self.compartment(SecretName::of_connection(id))
    }

    /// Where a portal's tokens are.
    pub(crate) fn compartment_of_portal(&self, portal: &Portal) -> Arc<Compartment> {
        self.compartment(SecretName::of_portal(portal))
    }

    fn compartment(&self, name: SecretName) -> Arc<Compartment> {
        let mut compartments = lock(&self.shared.compartments);
        let new = || Arc::new(Compartment::new(self.world.vault.clone(), name.clone()));
        compartments.entry(name.clone()).or_insert_with(new).clone()
    }

    /// Forgets a connection's own secret. Where that is no more than the session of a role, which ends by itself, a
    /// keychain that is not there keeps nobody from removing the connection.
    pub(crate) async fn forget_secret_of(&self, connection: &Connection) -> Result<(), Failure> {
        let forgotten = self.compartment_of(&connection.id).forget().await;
        match (&connection.way, forgotten) {
            (Way::AccessKey { .. }, Err(failure)) => Err(failure),
            (_, Err(failure)) => {
                tracing::warn!(failure = %failure.logged(), "the session of a connection that is removed was not looked for");
                Ok(())
            }
            (_, Ok(())) => Ok(()),
        }
    }

    /// Whether what a connection gets in with is in memory alone.
    pub(super) fn is_in_memory(&self, root: &Connection) -> bool {
        match &root.way {
            Way::IdentityCenter { portal, .. } => self.compartment_of_portal(portal).in_memory_only(),
            Way::AccessKey { .. } => self.compartment_of(&root.id).in_memory_only(),
            Way::Practice | Way::Profile { .. } | Way::Role { .. } => false,
        }
    }

    fn mint_connection_id(&self) -> ConnectionId {
        let chance: String = self.world.chance.six_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        ConnectionId::new(format!("c-{chance}"))
    }
}
