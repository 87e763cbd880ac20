//! How does one get into an account?

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use secrecy::SecretString;

use super::{Bills, CloudFront};
use crate::{AccessKey, Compartment, Connection, Failure, Identity};

/// What a connection gets in with.
#[derive(Clone)]
pub struct Means {
    /// Where its own secret is: an access key, or what a role gave that nobody can get anew without the person.
    pub own: Arc<Compartment>,
    /// Where the tokens of its portal are, if it goes through one.
    pub portal: Option<Arc<Compartment>>,
    /// The connection that it is based on, with the means of that one, if it is a role.
    pub base: Option<Box<(Connection, Means)>>,
}

/// An open way into one account.
#[derive(Clone)]
pub struct Door {
    /// The calls it serves.
    pub cloudfront: Arc<dyn CloudFront>,
    /// What its account is billed.
    pub bills: Arc<dyn Bills>,
    /// Where the calls go, where that is not AWS's own endpoint.
    pub endpoint: Option<String>,
    /// The credentials that they are signed with.
    pub session: Arc<dyn Session>,
}

/// How long credentials last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// None were asked for yet.
    Unopened,
    /// They have no end that is known.
    Endless,
    /// Until then.
    Until {
        /// When they end.
        at: Timestamp,
        /// Whether new ones come without the person.
        renews: bool,
    },
}

/// The credentials of an open door. They are got when they are first needed, and anew before they end.
#[async_trait]
pub trait Session: Send + Sync {
    /// Sees to it that there are credentials, and that they last as long as given where that needs nobody.
    ///
    /// # Errors
    /// Whatever keeps them away, with the person or without: see [`Failure::asks`].
    async fn ready(&self, at_least: Duration) -> Result<(), Failure>;

    /// How long they last, as far as is known.
    fn lasts(&self) -> Lasts;

    /// The code of the MFA device that [`Failure::MfaCodeWanted`] asked for.
    ///
    /// # Errors
    /// AWS did not accept the code, or could not be asked.
    async fn enter_code(&self, code: &SecretString) -> Result<(), Failure>;

    /// Whom AWS takes one for.
    async fn who_am_i(&self) -> Result<Identity, Failure>;

    /// A mark that changes with the credentials, and says nothing of them: their public half.
    fn mark(&self) -> Option<String>;

    /// Lets go of the credentials; the next call gets them anew.
    async fn let_go(&self);
}

/// An access key that stands in the shared credentials file, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyOnFile {
    /// The profile it stands in.
    pub profile: String,
    /// Its public half.
    pub access_key_id: String,
    /// Whether it has a session token, and so an end.
    pub temporary: bool,
}

/// Turns a connection into calls that can be made.
#[async_trait]
pub trait Access: Send + Sync {
    /// Opens a way in.
    ///
    /// Nothing is called yet: wrong credentials show at the first call.
    async fn open(&self, connection: &Connection, means: &Means) -> Result<Door, Failure>;

    /// The names of the profiles in the shared AWS config files, sorted.
    async fn profiles(&self) -> Result<Vec<String>, Failure>;

    /// The access keys in the shared credentials file.
    async fn keys_on_file(&self) -> Result<Vec<KeyOnFile>, Failure>;

    /// One of those keys, whole.
    async fn key_on_file(&self, profile: &str) -> Result<AccessKey, Failure>;

    /// What stands for a program in the records: it changes with the program, and does not show it, since a secret may
    /// be among its arguments.
    fn program_mark(&self, program: &str) -> String;

    /// Makes a new access key for the IAM user that a key belongs to.
    async fn create_key(&self, connection: &Connection, means: &Means) -> Result<AccessKey, Failure>;

    /// Turns an access key of the same user off, with the connection's own key.
    async fn disable_key(&self, connection: &Connection, means: &Means, access_key_id: &str) -> Result<(), Failure>;

    /// Deletes an access key of the same user, with the connection's own key.
    async fn delete_key(&self, connection: &Connection, means: &Means, access_key_id: &str) -> Result<(), Failure>;
}
