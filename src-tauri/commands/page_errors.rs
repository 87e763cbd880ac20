//! What fails in a page, for the log.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::State;

use super::Answer;

/// How many are noted within [`WITHIN`]: a page that fails at every frame says nothing new with the next.
const MOST: usize = 10;

/// See [`MOST`].
const WITHIN: Duration = Duration::from_secs(60);

/// How much of a message is noted, in characters.
const MESSAGE: usize = 500;

/// How much of a stack is noted, in characters.
const STACK: usize = 4_000;

/// When the last ones were noted.
#[derive(Default)]
pub(crate) struct PageErrors(Mutex<VecDeque<Instant>>);

impl PageErrors {
    /// Whether one more is to be noted.
    fn may(&self, now: Instant) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.retain(|at| now.duration_since(*at) < WITHIN);
        let may = noted.len() < MOST;
        if may {
            noted.push_back(now);
        }
        may
    }
}

/// Notes in the log that a page failed.
#[tauri::command]
#[specta::specta]
pub async fn report_page_error(errors: State<'_, PageErrors>, message: String, stack: String) -> Answer<()> {
    if errors.may(Instant::now()) {
        // Quoted, so that what has line breaks in it is one line of the log.
        tracing::error!(error = ?cut(&message, MESSAGE), stack = ?cut(&stack, STACK), "a page failed");
    }
    Ok(())
}

fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_again_and_again_is_noted_a_few_times_a_minute() {
        let (errors, begun) = (PageErrors::default(), Instant::now());
        let noted = |at: Duration| (0..100).filter(|_| errors.may(begun + at)).count();
        assert_eq!(noted(Duration::ZERO), MOST);
        assert_eq!(noted(WITHIN / 2), 0);
        assert_eq!(noted(WITHIN), MOST);
    }
}
