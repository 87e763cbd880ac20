#![doc = include_str!("../README.md")]

mod assume;
mod chain;
mod configure;
mod endpoint;
mod error;
mod files;
mod http;
mod iam;
mod identity_center;
mod kept;
mod key;
mod portal;
mod profile;
mod region;
mod reply;
mod role;
mod session;
mod wallet;
mod who_am_i;

/// A keychain with nothing in it, for tests that never ask it.
#[cfg(test)]
fn no_vault() -> std::sync::Arc<dyn engine::ports::Vault> {
    struct Empty;
    #[async_trait::async_trait]
    impl engine::ports::Vault for Empty {
        async fn keep_secret(&self, _: &engine::SecretName, _: &engine::Secret) -> Result<(), engine::Failure> {
            Ok(())
        }
        async fn recall_secret(&self, _: &engine::SecretName) -> Result<Option<engine::Secret>, engine::Failure> {
            Ok(None)
        }
        async fn forget_secret(&self, _: &engine::SecretName) -> Result<(), engine::Failure> {
            Ok(())
        }
    }
    std::sync::Arc::new(Empty)
}

pub use configure::open;
pub use endpoint::{endpoint_in_force, normalised_endpoint};
pub use error::SignInError;
pub use files::{key_on_file, keys_on_file, profiles};
pub use iam::{create_key, delete_key, disable_key};
pub use portal::IdentityCenter;
pub use profile::program_mark;
pub use session::SignedIn;
pub use who_am_i::who_am_i;
