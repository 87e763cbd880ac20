#![doc = include_str!("../README.md")]

mod account;
mod chance;
mod connector;
mod content;
mod disk;
mod distribution;
mod faults;
mod invalidation;
mod operation;
mod practice;
mod refusal;
mod rehearsal;
mod rules;
mod service;
mod wire;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use faults::{Fault, Faults};
pub use operation::Operation;
pub use practice::{Clock, Identity, OpenError, Practice};
pub use refusal::Refusal;
pub use service::Reply;

/// Locks, also after a panic elsewhere: every change under these locks is made in one step or not at all.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
