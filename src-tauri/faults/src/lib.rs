#![doc = include_str!("../README.md")]

pub mod campaign;
pub mod count;
pub mod estate;
mod fault;
mod http;
pub mod independent;
mod intent;
pub mod plan;
mod processes;
mod proxy;
mod say;
pub mod sender;
pub mod server;

pub use fault::{Fault, Tally};
pub use intent::Intent;
pub use processes::{Server, end_with_the_parent, ground};
pub use proxy::{Moment, Proxy};
pub use say::{note, result};
