//! Every task can be done with the keyboard alone.

use crate::harness::{Key, Query, Workstation};
use crate::steps::{BLOG, shown_items, wait_for_details};

#[test]
fn an_invalidation_is_created_without_a_mouse() {
    let station = Workstation::start();
    let window = station.open();

    window.tab_to(&window.link(BLOG));
    window.press(Key::Enter);
    window.tab_to(&window.button("Create invalidation"));
    window.press(Key::Enter);
    window.tab_to(&window.text_area("Add object paths"));
    window.type_blindly("/index.html\n/news/*");
    window.tab_to(&window.field("Name"));
    window.type_blindly("by keyboard");
    window.button("Create invalidation").wait_enabled();
    window.tab_to(&window.button("Create invalidation"));
    window.press(Key::Enter);

    wait_for_details(&window);
    assert_eq!(shown_items(&window), ["/index.html", "/news/*"]);
    window.tab_to(&window.link("Activity"));
    window.press(Key::Enter);
    window.row_with("by keyboard").wait_for_text("Completed");
    window.close();
}

#[test]
fn a_batch_is_made_run_edited_taken_back_and_run_again_without_a_mouse() {
    let station = Workstation::start();
    let window = station.open();
    let press = |control: Query<'_>| {
        window.tab_to(&control);
        control.wait_enabled();
        window.press(Key::Enter);
    };

    // With two variables, for three distributions.
    press(window.link("Saved batches"));
    press(window.button("Create batch"));
    window.tab_to(&window.field("Batch name"));
    window.type_blindly("Daily news");
    window.tab_to(&window.text_area("Object paths"));
    window.type_blindly("/{locale}/news/{slug}*\n/index.html");
    press(window.button("Targets Choose distributions"));
    window.wait_for_text("blog.example.net");
    for _ in 0..3 {
        window.press(Key::Down);
        window.press(Key::Enter);
    }
    window.press(Key::Escape);
    press(window.button("Save batch"));
    window.wait_for_text("Daily news was saved.");

    let run = || {
        press(window.row_with("Daily news").button("Run"));
        window.detail("Items").wait();
    };
    let send = || {
        press(window.button("Create invalidation"));
        press(window.button("Send now"));
        window.wait_for_text("Completed");
        press(window.link("Activity"));
    };
    run();
    window.tab_to(&window.field("locale"));
    window.type_blindly("de");
    window.tab_to(&window.field("slug"));
    window.type_blindly("spring");
    window.wait_for_text("/de/news/spring*");
    send();
    window.row_with("Daily news").wait_for_text("3 of 3");

    let edit = || {
        press(window.link("Saved batches"));
        window.tab_to(&window.role("checkbox", "Select Daily news"));
        window.press(Key::Space);
        press(window.button("Edit"));
        window.heading("Earlier versions").wait();
    };
    press(window.link("Saved batches"));
    window.tab_to(&window.role("checkbox", "Select Daily news"));
    window.press(Key::Space);
    press(window.button("Edit"));
    window.tab_to(&window.text_area("Object paths"));
    window.type_blindly("/more/*\n");
    press(window.button("Save batch"));
    window.row_with("Daily news").wait_for_text("3");
    edit();
    press(window.button("Go back to this"));
    window.wait_for_text("Daily news is as it was before.");

    // What was typed into the form the last time stands in it.
    press(window.link("Saved batches"));
    run();
    window.wait_for_text("/de/news/spring*");
    assert!(!window.shows("/more/*"));
    send();
    window.close();
}
