//! The app package's own tests: what only the whole of it can show.

mod bindings;
mod manifests;
mod secrets;
