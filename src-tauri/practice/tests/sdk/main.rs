//! The real SDK against the practice account, in one process.
#![allow(clippy::unwrap_used)]

mod bench;
mod configuration;
mod failures;
mod invalidations;
mod refusals;
mod restart;
