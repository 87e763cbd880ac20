//! The real window, driven as a person drives it: through WebKit's own WebDriver, by the names that controls have for
//! people and screen readers, each test on a computer of its own.
//!
//! They need the pages built, and WebKitWebDriver, Xvfb, dbus-daemon and gnome-keyring-daemon: `cargo xtask test` sees
//! to all of that and runs them.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

mod harness;
mod states;
mod steps;
mod undo;

mod accessibility;
mod batch_files;
mod batches;
mod canary;
mod checks;
mod copy_to_new;
mod costs;
mod crashes;
mod create;
mod diagnostics;
mod drafts;
mod failures;
mod hostile;
mod keyboard;
mod keychain;
mod moto;
mod notifications;
mod pages;
mod queue;
mod restart;
mod secrets;
mod signing_in;
mod updates;
mod window;
