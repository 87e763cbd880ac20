//! Panics, on any thread and in any task.

use std::any::Any;
use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::Timestamp;

use super::report;
use crate::logs::Recent;

/// How many reports one run writes: what fails in a loop says the same again, and would push out what came before.
const MOST: usize = 3;

/// How much of a message is kept, in characters.
const MESSAGE: usize = 2_000;

/// How much of a backtrace is kept, in characters.
const BACKTRACE: usize = 16_000;

/// From now on a panic leaves a report in `folder`, with the last lines of the log. What else was done at one is done
/// after that.
pub fn watch(folder: PathBuf, recent: Option<Recent>) {
    let next = std::panic::take_hook();
    let written = AtomicUsize::new(0);
    std::panic::set_hook(Box::new(move |panic| {
        if written.fetch_add(1, Ordering::Relaxed) < MOST {
            note(&folder, panic, recent.as_ref());
        }
        next(panic);
    }));
}

fn note(folder: &Path, panic: &PanicHookInfo<'_>, recent: Option<&Recent>) {
    let now = Timestamp::now();
    let thread = std::thread::current();
    let lines = recent.map(Recent::text).unwrap_or_default();
    let text = format!(
        "Housekeeper for CloudFront {} failed.\n\n\
         Time: {now}\n\
         Thread: {}\n\
         Place: {}\n\
         Message: {}\n\n\
         Backtrace:\n{}\n\n\
         The last lines of its log:\n{lines}",
        env!("CARGO_PKG_VERSION"),
        thread.name().unwrap_or("without a name"),
        panic.location().map_or_else(|| "unknown".to_owned(), ToString::to_string),
        cut(message(panic.payload()), MESSAGE),
        cut(&Backtrace::force_capture().to_string(), BACKTRACE),
    );
    // Where even that fails, nobody is left to be told.
    let _ = report::write(folder, now, &text);
}

fn message(payload: &dyn Any) -> &str {
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(message), _) => message,
        (None, Some(message)) => message,
        (None, None) => "none",
    }
}

fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::crashes::{Crashes, reports};

    /// The only test here that sets the hook, which is the whole process's.
    #[tokio::test]
    async fn a_panic_in_a_task_leaves_a_report_and_a_loop_of_them_a_few() {
        let folder = tempfile::tempdir().unwrap();
        watch(folder.path().to_owned(), None);
        for number in 0..MOST + 3 {
            let task = tokio::spawn(async move { panic!("the panic of a test, number {number}") });
            assert!(task.await.unwrap_err().is_panic());
        }
        drop(std::panic::take_hook());
        assert_eq!(reports(folder.path()).len(), MOST);
        let text = Crashes::of_earlier_runs(folder.path()).newest().unwrap().text;
        for part in
            ["failed.", "Time: 20", "Place: src-tauri/crashes/panics.rs:", "Message: the panic of a test, number"]
        {
            assert!(text.contains(part), "{part} is not in {text}");
        }
    }

    #[test]
    fn what_is_long_is_cut_between_characters() {
        assert_eq!(cut("äöü", 2), "äö");
        assert_eq!(cut("äöü", 3), "äöü");
    }
}
