//! The use cases' home.

/// The use cases.
pub struct Housekeeper;
