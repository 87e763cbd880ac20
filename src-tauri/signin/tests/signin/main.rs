//! Signing in as the app does it: with real files, a real environment and real HTTP.
#![allow(clippy::unwrap_used, missing_docs)]

mod calls;
mod endpoints;
mod identity_center;
mod kinds;
mod moto;
mod network;
mod never_the_machine;
mod profiles;
mod support;
mod way;
