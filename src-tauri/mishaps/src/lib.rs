#![doc = include_str!("../README.md")]

mod probe;
mod refused;
mod unanswered;
mod words;

pub use probe::Probe;
pub use refused::{not_of_aws, refused};
pub use unanswered::unanswered;
pub use words::{chain, tidy};
