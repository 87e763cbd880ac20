//! The window closed and opened again.

use crate::harness::Workstation;
use crate::steps::{BLOG, create, open_distribution, shown_items, wait_for_details};

#[test]
fn what_was_submitted_before_is_shown_after() {
    let station = Workstation::start();
    let window = station.open();
    create(&window, BLOG, "/news/*\n/index.html");
    let (id, reference) = (window.detail("Invalidation ID").text(), window.detail("Caller reference").text());
    window.close();

    let window = station.open();
    window.go_to("Activity");
    let row = window.row_with("/news/*");
    row.wait_for_text("Completed");
    row.link("Unnamed").click();
    window.wait_for_text(&reference);

    // The practice account remembers it too.
    open_distribution(&window, BLOG);
    window.link(&id).click();
    wait_for_details(&window);
    assert_eq!(window.detail("Caller reference").text(), reference);
    assert_eq!(shown_items(&window), ["/news/*", "/index.html"]);
    window.close();
}

#[test]
fn what_was_in_progress_is_followed_on() {
    let mut station = Workstation::start();
    station.set("HOUSEKEEPER_PRACTICE_SPEED", "1");
    let window = station.open();
    create(&window, BLOG, "/index.html");
    window.detail("Status").wait_for_text("In progress");
    window.close();

    let window = station.open();
    window.go_to("Activity");
    window.row_with("/index.html").wait_for_text("Completed");
    window.close();
}
