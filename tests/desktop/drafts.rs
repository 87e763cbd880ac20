//! What is typed is there again: after another page, a crash, and a restart.

use crate::harness::{Window, Workstation, until};
use crate::steps::{BLOG, begin, open_distribution, send, wait_for_details};

/// Waits until what was typed is stored: a crash in the moment before loses a second of typing at the most.
#[track_caller]
fn wait_until_kept(window: &Window, key: &str) {
    let script = "const done = arguments[arguments.length - 1]; \
         window.__TAURI_INTERNALS__.invoke('drafts').then((drafts) => done(JSON.stringify(drafts)))";
    until(
        || format!("no draft {key} is kept"),
        || window.execute_async(script, vec![]).ok()?.as_str()?.contains(key).then_some(()),
    );
}

#[test]
fn what_stands_in_the_editor_survives_a_crash_and_is_marked_as_a_draft() {
    let station = Workstation::start();
    let window = station.open();
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/news/*\n/index.html");
    window.field("Name").type_text("half done");
    wait_until_kept(&window, BLOG);
    window.kill();

    let window = station.open();
    window.row_with(BLOG).wait_for_text("Draft");
    open_distribution(&window, BLOG);
    window.button("Continue draft").click();
    let editor = window.text_area("Add object paths");
    until(|| "the paths are gone".to_owned(), || (editor.value() == "/news/*\n/index.html").then_some(()));
    assert_eq!(window.field("Name").value(), "half done");

    // Sent, it is a draft no longer.
    send(&window);
    wait_for_details(&window);
    open_distribution(&window, BLOG);
    window.wait_for_text("Completed");
    assert!(!window.shows("You have a draft"));
    window.close();
}

#[test]
fn a_batch_that_was_begun_is_there_after_a_restart() {
    let station = Workstation::start();
    let window = station.open();
    window.go_to("Saved batches");
    window.button("Create batch").click();
    window.field("Batch name").type_text("Press kit");
    window.text_area("Object paths").type_text("/press/*");
    wait_until_kept(&window, "batch/new");
    window.close();

    let window = station.open();
    window.go_to("Saved batches");
    window.wait_for_text("You have a draft of a new batch");
    window.button("Continue draft").click();
    until(|| "the name is gone".to_owned(), || (window.field("Batch name").value() == "Press kit").then_some(()));
    window.button("Save batch").click();
    window.row_with("Press kit").wait();
    assert!(!window.shows("You have a draft"));
    window.close();
}
