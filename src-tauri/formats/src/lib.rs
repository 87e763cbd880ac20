//! The files that batches come in and go out as.
//!
//! Like `domain` this crate is pure: text comes in and goes out, and nothing here reads or writes a file.

pub mod command;
pub mod export;
pub mod history;
pub mod import;
pub mod invbatch;
pub mod month;
