#![doc = include_str!("../README.md")]

mod mint;
mod operation;
mod pages;
mod refusal;
mod rules;
mod server;
mod service;
mod settings;
mod wire;

pub use operation::{Call, Operation};
pub use refusal::Failure;
pub use server::{Choice, Portal};
pub use settings::{Account, Secrets, Settings};
