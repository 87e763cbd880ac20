//! Connections as tests want them: their secrets in a keychain of the test's own.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use aws_types::SdkConfig;
use engine::ports::{Means, Vault};
use engine::{
    AccessKey, Compartment, Connection, ConnectionId, Endpoints, Failure, Keep, Portal, Role, Secret, SecretName, Way,
};
use secrecy::SecretString;
use signin::{SignInError, SignedIn};

/// A keychain in memory.
#[derive(Default)]
pub struct Drawer(Mutex<Vec<(SecretName, Secret)>>);

#[async_trait]
impl Vault for Drawer {
    async fn keep_secret(&self, name: &SecretName, secret: &Secret) -> Result<(), Failure> {
        self.0.lock().unwrap().push((name.clone(), secret.clone()));
        Ok(())
    }

    async fn recall_secret(&self, name: &SecretName) -> Result<Option<Secret>, Failure> {
        Ok(self.0.lock().unwrap().iter().rev().find(|(of, _)| of == name).map(|(_, secret)| secret.clone()))
    }

    async fn forget_secret(&self, name: &SecretName) -> Result<(), Failure> {
        self.0.lock().unwrap().retain(|(of, _)| of != name);
        Ok(())
    }
}

/// A way in, with what is secret of it.
#[derive(Clone, Debug)]
pub enum SignIn {
    Profile { name: String },
    Agreed { name: String, program: String },
    AccessKey { access_key_id: String, secret: SecretString, token: Option<SecretString> },
    IdentityCenter { portal: Portal, account: String, role: String },
    Role { base: Box<SignIn>, role: Role },
}

impl SignIn {
    pub fn key(id: &str, secret: &str) -> Self {
        Self::AccessKey { access_key_id: id.into(), secret: secret.into(), token: None }
    }
}

pub fn compartment(vault: &Arc<Drawer>, name: SecretName) -> Arc<Compartment> {
    Arc::new(Compartment::new(vault.clone(), name))
}

/// A connection of that way, and what it gets in with.
pub async fn connection(vault: &Arc<Drawer>, way: &SignIn, endpoints: &Endpoints) -> (Connection, Means) {
    let id = ConnectionId::new("c-1");
    let own = compartment(vault, SecretName::of_connection(&id));
    let (way, portal, base) = match way {
        SignIn::Profile { name } => (Way::Profile { name: name.clone(), agreed_program: None }, None, None),
        SignIn::Agreed { name, program } => {
            let agreed_program = Some(signin::program_mark(program));
            (Way::Profile { name: name.clone(), agreed_program }, None, None)
        }
        SignIn::AccessKey { access_key_id, secret, token } => {
            let key = AccessKey {
                access_key_id: Some(access_key_id.clone()),
                secret_access_key: secret.clone(),
                session_token: token.clone(),
            };
            own.put(Secret::AccessKey(key), Keep::Keychain).await.unwrap();
            (Way::AccessKey { access_key_id: access_key_id.clone() }, None, None)
        }
        SignIn::IdentityCenter { portal, account, role } => {
            let way = Way::IdentityCenter { portal: portal.clone(), account: account.clone(), role: role.clone() };
            (way, Some(compartment(vault, SecretName::of_portal(portal))), None)
        }
        SignIn::Role { base, role } => {
            let aside = Arc::new(Drawer::default());
            let base = Box::pin(connection(&aside, base, endpoints)).await;
            (Way::Role { base: ConnectionId::new("c-0"), role: role.clone() }, None, Some(Box::new(base)))
        }
    };
    let connection = Connection { id, way, endpoints: endpoints.clone(), ..Connection::practice() };
    (connection, Means { own, portal, base })
}

/// Opens a way in.
pub async fn open(way: &SignIn, custom_endpoint: Option<&str>) -> Result<(SdkConfig, SignedIn), SignInError> {
    let endpoints = Endpoints { custom_endpoint: custom_endpoint.map(str::to_owned), ..Endpoints::default() };
    let (connection, means) = connection(&Arc::default(), way, &endpoints).await;
    signin::open(&connection, &means).await
}

/// Opens a way in, for the SDK's calls alone.
pub async fn configure(way: &SignIn, custom_endpoint: Option<&str>) -> Result<SdkConfig, SignInError> {
    Ok(open(way, custom_endpoint).await?.0)
}
