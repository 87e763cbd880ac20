//! The proxy and the campaign with real processes and real sockets.

#![allow(clippy::unwrap_used)]

mod campaign;
mod kinds;
mod ledger;
mod ministack;
mod relaunch;

/// The program whose processes a test starts.
fn program() -> &'static std::path::Path {
    std::path::Path::new(env!("CARGO_BIN_EXE_faults"))
}
