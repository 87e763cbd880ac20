//! What time is it, and what is the luck of the draw?

use jiff::Timestamp;

/// The time of day.
pub trait Clock: Send + Sync {
    /// Now, by the wall.
    fn now(&self) -> Timestamp;
}

/// Random bytes, for names that must not repeat.
pub trait Chance: Send + Sync {
    /// Six random bytes.
    fn six_bytes(&self) -> [u8; 6];
}
