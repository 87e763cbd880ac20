//! What it costs, and what it does, before it is sent.

use crate::harness::{Moto, Workstation};
use crate::steps::{BLOG, begin, connect_to_moto, open_distribution, send, wait_for_details};

/// Invalidations made by the AWS CLI, each with so many paths.
fn made_elsewhere(moto: &Moto, distribution: &str, paths: &[&str]) {
    let mut arguments = vec!["cloudfront", "create-invalidation", "--distribution-id", distribution, "--paths"];
    arguments.extend(paths);
    moto.aws(&arguments);
}

#[test]
fn the_month_of_the_whole_account_is_counted_whoever_invalidated() {
    let moto = Moto::start();
    let main = moto.create_distribution("Main site", "www.example.com");
    let blog = moto.create_distribution("Blog", "blog.example.com");
    made_elsewhere(&moto, &main, &["/a", "/b/*"]);
    made_elsewhere(&moto, &blog, &["/c"]);
    let station = Workstation::start();
    let window = station.open();
    connect_to_moto(&window, &moto);

    window.go_to("Costs");
    window.detail("Items, at least").wait_for_text("3");
    window.detail("AWS CLI").wait_for_text("3 items");
    window.wait_for_text("3 of 1,000 used, at most 997 left");

    open_distribution(&window, &main);
    window.button("Create invalidation").click();
    window.text_area("Add object paths").type_text("/d\n/e");
    window.detail("Free items left before it").wait_for_text("997");
    window.detail("The month’s items after it").wait_for_text("5");
    window.detail("This run").wait_for_text("$0.00");
    send(&window);
    wait_for_details(&window);

    window.go_to("Costs");
    window.detail("Items, at least").wait_for_text("5");
    window.detail("Housekeeper").wait_for_text("2 items");
    // Somebody else again, while the app is open.
    made_elsewhere(&moto, &blog, &["/f", "/g", "/h"]);
    window.button("Count again").click();
    window.detail("Items, at least").wait_for_text("8");
    window.close();
}

#[test]
fn what_is_cheaper_is_applied_at_a_click_and_undone_at_a_click() {
    let station = Workstation::start();
    let window = station.open();
    begin(&window, BLOG);
    let typed = "/fonts/a.woff2\n/fonts/b.woff2\n/fonts/c.woff2\n/other";
    let editor = || window.text_area("Add object paths");
    editor().type_text(typed);
    window.wait_for_text("3 paths under /fonts/ → /fonts/*");
    window.button("Apply: 3 paths under /fonts/ → /fonts/*").click();
    window.wait_for_text("Applied: 2 items fewer");
    assert_eq!(editor().value(), "/fonts/*\n/other");
    window.detail("Items").wait_for_text("2");
    window.button("Undo").click();
    window.detail("Items").wait_for_text("4");
    assert_eq!(editor().value(), typed);
    window.close();
}

#[test]
fn a_budget_that_refuses_holds_in_the_editor_and_comes_off_again() {
    let moto = Moto::start();
    let main = moto.create_distribution("Main site", "www.example.com");
    let station = Workstation::start();
    let window = station.open();
    connect_to_moto(&window, &moto);
    window.go_to("Settings");
    window.field("Refuse above").type_text("2");
    window.button("Save budget").click();
    window.wait_for_text("The budget was saved");

    open_distribution(&window, &main);
    window.button("Create invalidation").click();
    window.text_area("Add object paths").type_text("/1\n/2\n/3");
    window.wait_for_text("the budget allows 2");
    assert!(!window.button("Create invalidation").is_enabled());
    window.text_area("Add object paths").clear();
    window.text_area("Add object paths").type_text("/1\n/2");
    send(&window);
    wait_for_details(&window);
    let sent = moto.aws(&["cloudfront", "list-invalidations", "--distribution-id", &main]);
    assert_eq!(sent["InvalidationList"]["Items"].as_array().map(Vec::len), Some(1));
    window.close();
}

#[test]
fn the_same_again_while_it_is_on_its_way_is_asked_about() {
    let mut station = Workstation::start();
    // At life's pace it is in progress for long enough.
    station.set("HOUSEKEEPER_PRACTICE_SPEED", "1");
    let window = station.open();
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/twice.html");
    send(&window);
    wait_for_details(&window);
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/twice.html");
    window.detail("Items").wait_for_text("1");
    window.button("Create invalidation").click();
    window.button("Show it").wait();
    window.button("Show it").click();
    window.wait_for_text("/twice.html");
    window.go_to("Activity");
    window.wait_for_text("/twice.html");
    window.close();
}
