//! The last lines of the log in memory: a crash is told of before the file has them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// How much is held, in bytes.
const HELD: usize = 8 << 10;

/// The last lines. Clones share them.
#[derive(Clone, Default)]
pub struct Recent(Arc<Mutex<VecDeque<u8>>>);

impl Recent {
    pub(super) fn add(&self, line: &[u8]) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.extend(&line[line.len().saturating_sub(HELD)..]);
        let many = held.len().saturating_sub(HELD);
        held.drain(..many);
    }

    /// The whole lines that are held; empty where a line is just being added, perhaps by the very thread that asks.
    pub fn text(&self) -> String {
        let Ok(held) = self.0.try_lock() else { return String::new() };
        let bytes: Vec<u8> = held.iter().copied().collect();
        super::tail::whole_lines(&bytes, bytes.len() == HELD)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lines_are_held_whole() {
        let recent = Recent::default();
        recent.add(b"first\n");
        assert_eq!(recent.text(), "first\n");
        for number in 0..2000 {
            recent.add(format!("line {number}\n").as_bytes());
        }
        let text = recent.text();
        assert!(text.len() <= HELD && text.starts_with("line ") && text.ends_with("line 1999\n"), "{text}");
        recent.add(&[b'x'; 3 * HELD]);
        assert!(recent.text().len() <= HELD);
    }
}
