//! The use cases, and the questions they ask of the world.
//!
//! A use case is a method of [`Housekeeper`]; what it needs of AWS, the keychain, the database, the clock and chance
//! it asks through the traits in [`ports`]. So this crate names no type of AWS, Tauri, SQL or a keychain, and its tests
//! step a clock instead of sleeping.

mod connection;
mod failure;
mod housekeeper;
pub mod ports;

pub use connection::{Connection, ConnectionId, Identity, NewConnection, Secret, Way};
pub use failure::Failure;
pub use housekeeper::Housekeeper;
