//! What drives the window, and what stands around it while it is driven.
//!
//! A [`Workstation`] is a computer of the test's own: home folder, display, D-Bus session and keychain. It opens a
//! [`Window`], whose controls are found by role and accessible name, as a screen reader names them. Everything waits on
//! a condition with a deadline. A test that panics leaves a picture and the logs in `target/desktop-failures`.

mod axe;
mod close;
mod identity_center;
mod keys;
mod loopback;
mod memory;
mod moto;
mod notifications;
mod process;
mod query;
mod wait;
mod window;
mod wire;
mod workstation;

pub use identity_center::IdentityCenter;
pub use keys::Key;
pub use loopback::Loopback;
pub use memory::{Memory, contains};
pub use moto::Moto;
pub use notifications::Notifications;
pub use query::Query;
pub use wait::until;
pub use window::{Window, walk};
pub use wire::Answers;
pub use workstation::Workstation;
