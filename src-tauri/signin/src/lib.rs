#![doc = include_str!("../README.md")]

mod chain;
mod configure;
mod endpoint;
mod error;
mod files;
mod profile;
mod region;
mod reply;
mod who_am_i;

pub use configure::{SignIn, configure};
pub use endpoint::{endpoint_in_force, normalised_endpoint};
pub use error::SignInError;
pub use files::profiles;
pub use who_am_i::who_am_i;
