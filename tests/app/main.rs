//! The app package's own tests: what only the whole of it can show.

mod bindings;
mod capabilities;
mod manifests;
mod secrets;
