//! The time to undo: taken back, cut short by a crash, cut short by the window's closing.

use crate::harness::{Window, Workstation};
use crate::steps::{BLOG, begin, open_distribution, wait_for_details};

/// Asks for two paths on the blog, and leaves them in their time to be undone.
#[track_caller]
fn ask_for(window: &Window) {
    begin(window, BLOG);
    window.text_area("Add object paths").type_text("/news/*\n/index.html");
    window.button("Create invalidation").click();
    window.button("Undo").wait();
    window.wait_for_text("Sent in");
}

/// The blog has never been invalidated.
#[track_caller]
fn assert_nothing_was_sent(window: &Window) {
    open_distribution(window, BLOG);
    window.wait_for_text("No invalidations");
}

#[test]
fn undo_sends_nothing_and_brings_the_text_back() {
    let station = Workstation::start();
    let window = station.open();
    ask_for(&window);
    window.button("Undo").click();
    window.wait_for_text("Taken back: nothing was sent");
    assert_eq!(window.text_area("Add object paths").value(), "/news/*\n/index.html");
    assert_nothing_was_sent(&window);
    window.go_to("Activity");
    window.row_with("/news/*").wait_for_text("Withdrawn");
    window.close();
}

#[test]
fn a_crash_in_that_time_sends_nothing_and_the_next_start_asks() {
    let station = Workstation::start();
    let window = station.open();
    ask_for(&window);
    window.kill();

    let window = station.open();
    window.wait_for_text("Nothing of this was sent");
    window.button("Decide later").click();
    assert_nothing_was_sent(&window);

    // It stays until the person has decided.
    window.go_to("Activity");
    window.row_with("/news/*").wait_for_text("Nothing was sent: Send now or Undo");
    window.row_with("/news/*").button("Send now").click();
    window.row_with("/news/*").wait_for_text("Completed");
    window.close();
}

#[test]
fn closing_in_that_time_asks_and_the_window_may_stay() {
    let station = Workstation::start();
    let window = station.open();
    ask_for(&window);
    station.press_close_button();
    window.wait_for_text("Send what waits before closing?");
    window.button("Stay").click();
    // The countdown goes on, and in the end it is sent.
    wait_for_details(&window);
    window.close();
}

#[test]
fn closing_in_that_time_may_take_it_back() {
    let station = Workstation::start();
    let window = station.open();
    ask_for(&window);
    station.press_close_button();
    window.button("Take back").click();
    window.wait_until_ended();

    let window = station.open();
    assert_nothing_was_sent(&window);
    assert!(!window.shows("Nothing of this was sent"), "it was decided");
    window.close();
}

#[test]
fn closing_in_that_time_may_send_it_first() {
    let station = Workstation::start();
    let window = station.open();
    ask_for(&window);
    station.press_close_button();
    window.role("dialog", "Send what waits before closing?").button("Send now").click();
    window.wait_until_ended();

    let window = station.open();
    open_distribution(&window, BLOG);
    window.row_with("/news/*").wait();
    window.close();
}

#[test]
fn the_time_to_undo_can_be_turned_off() {
    let station = Workstation::start();
    let window = station.open();
    window.go_to("Settings");
    let seconds = window.field("Time to undo");
    seconds.clear();
    seconds.type_text("0");
    window.button("Save").click();
    window.wait_for_text("The settings were saved.");
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/index.html");
    window.button("Create invalidation").click();
    wait_for_details(&window);
    window.close();
}

#[test]
fn a_window_with_nothing_to_undo_closes_without_a_question() {
    let station = Workstation::start();
    let window = station.open();
    station.press_close_button();
    window.wait_until_ended();
}
