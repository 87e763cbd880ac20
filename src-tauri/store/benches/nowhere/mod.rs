//! A house with records and nothing else: what is only looked up asks nobody.

use std::sync::Arc;

use async_trait::async_trait;
use engine::ports::{
    Access, Chance, Clock, Door, KeyOnFile, Means, Method, NoAdministrator, PendingSignIn, PortalAccount, Portals,
    Vault,
};
use engine::{AccessKey, Compartment, Connection, Endpoints, Failure, Identity, Portal, Secret, SecretName, World};
use jiff::Timestamp;
use store::Store;

/// Somebody.
pub fn identity() -> Identity {
    Identity { partition: "aws".to_owned(), account: "123456789012".to_owned(), arn: String::new() }
}

/// A house over these records and nothing else.
pub fn world(store: Store) -> World {
    World {
        access: Arc::new(Nowhere),
        portals: Arc::new(Nowhere),
        vault: Arc::new(Nowhere),
        records: Arc::new(store.clone()),
        batches: Arc::new(store.clone()),
        ledger: Arc::new(store.clone()),
        notebook: Arc::new(store),
        administrator: Arc::new(NoAdministrator),
        clock: Arc::new(Nowhere),
        chance: Arc::new(Nowhere),
    }
}

/// All that a list asks nothing of.
struct Nowhere;

fn nowhere<T>() -> Result<T, Failure> {
    Err(Failure::Unexpected { code: "bench".to_owned(), detail: "nobody is there".to_owned() })
}

#[async_trait]
impl Access for Nowhere {
    async fn open(&self, _: &Connection, _: &Means) -> Result<Door, Failure> {
        nowhere()
    }

    async fn profiles(&self) -> Result<Vec<String>, Failure> {
        nowhere()
    }

    async fn keys_on_file(&self) -> Result<Vec<KeyOnFile>, Failure> {
        nowhere()
    }

    async fn key_on_file(&self, _: &str) -> Result<AccessKey, Failure> {
        nowhere()
    }

    fn program_mark(&self, _: &str) -> String {
        String::new()
    }

    async fn create_key(&self, _: &Connection, _: &Means) -> Result<AccessKey, Failure> {
        nowhere()
    }

    async fn disable_key(&self, _: &Connection, _: &Means, _: &str) -> Result<(), Failure> {
        nowhere()
    }

    async fn delete_key(&self, _: &Connection, _: &Means, _: &str) -> Result<(), Failure> {
        nowhere()
    }
}

#[async_trait]
impl Portals for Nowhere {
    async fn begin(&self, _: &Portal, _: &Endpoints, _: Method) -> Result<Box<dyn PendingSignIn>, Failure> {
        nowhere()
    }

    async fn accounts(&self, _: &Portal, _: &Endpoints, _: &Compartment) -> Result<Vec<PortalAccount>, Failure> {
        nowhere()
    }

    async fn roles(&self, _: &Portal, _: &Endpoints, _: &Compartment, _: &str) -> Result<Vec<String>, Failure> {
        nowhere()
    }

    async fn sign_out(&self, _: &Portal, _: &Endpoints, _: &Compartment) -> Result<(), Failure> {
        nowhere()
    }
}

#[async_trait]
impl Vault for Nowhere {
    async fn keep_secret(&self, _: &SecretName, _: &Secret) -> Result<(), Failure> {
        nowhere()
    }

    async fn recall_secret(&self, _: &SecretName) -> Result<Option<Secret>, Failure> {
        nowhere()
    }

    async fn forget_secret(&self, _: &SecretName) -> Result<(), Failure> {
        nowhere()
    }
}

impl Clock for Nowhere {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl Chance for Nowhere {
    fn six_bytes(&self) -> [u8; 6] {
        [0; 6]
    }
}
