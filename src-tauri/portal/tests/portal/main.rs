//! The real SDK, a browser's clicks and plain HTTP against the stand-in.
#![allow(clippy::unwrap_used)]

mod access;
mod bench;
mod codes;
mod devices;
mod exchanges;
mod model;
mod sessions;
mod upstream;
