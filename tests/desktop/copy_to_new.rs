//! Copy to new: the same items once more, as a new invalidation.

use crate::harness::{Workstation, until};
use crate::steps::{BLOG, create, open_distribution, send, shown_items, wait_for_details};

#[test]
fn the_copied_items_stand_in_the_editor_and_go_out_under_a_new_reference() {
    let station = Workstation::start();
    let window = station.open();
    let editor = window.text_area("Add object paths");

    create(&window, BLOG, "/b.html\n/a.html\n/images/*");
    let (id, reference) = (window.detail("Invalidation ID").text(), window.detail("Caller reference").text());
    // While it is on its way, the same again would be asked about.
    window.detail("Status").wait_for_text("Completed");

    window.button("Copy to new").click();
    until(
        || format!("the editor holds {:?}", editor.value()),
        || (editor.value().trim_end() == "/b.html\n/a.html\n/images/*").then_some(()),
    );
    send(&window);
    until(
        || "the second one is not shown".to_owned(),
        || {
            let shown = window.detail("Invalidation ID");
            (shown.is_there() && shown.text() != id).then_some(())
        },
    );
    assert_eq!(shown_items(&window), ["/b.html", "/a.html", "/images/*"]);
    assert_ne!(window.detail("Caller reference").text(), reference);
    window.close();
}

#[test]
fn a_row_of_the_list_is_viewed_or_copied() {
    let station = Workstation::start();
    let window = station.open();

    create(&window, BLOG, "/only.html");
    let id = window.detail("Invalidation ID").text();
    open_distribution(&window, BLOG);
    assert!(!window.button("Copy to new").is_enabled(), "no row is selected");
    window.role("radio", &format!("Select {id}")).click();
    window.button("View details").click();
    wait_for_details(&window);
    assert_eq!(window.detail("Invalidation ID").text(), id);

    open_distribution(&window, BLOG);
    window.role("radio", &format!("Select {id}")).click();
    window.button("Copy to new").click();
    let editor = window.text_area("Add object paths");
    until(|| editor.value(), || (editor.value().trim_end() == "/only.html").then_some(()));
    window.close();
}
