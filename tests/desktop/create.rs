//! The main job, on the practice account.

use crate::harness::Workstation;
use crate::steps::{BLOG, SHOP, SITE, begin, create, open_distribution, send, shown_items, wait_for_details};

#[test]
fn an_invalidation_is_created_and_seen_to_complete() {
    let station = Workstation::start();
    let window = station.open();

    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/news/*\n/index.html\nauthors/list.html");
    window.field("Name").type_text("spring sale");
    window.wait_for_text("Items 3");
    window.button("Create invalidation").click();

    // The time to undo it passes by itself, and then on to its details.
    window.wait_for_text("Sent in");
    wait_for_details(&window);
    assert_eq!(shown_items(&window), ["/news/*", "/index.html", "/authors/list.html"]);
    assert_eq!(window.detail("Distribution ID").text(), BLOG);
    let id = window.detail("Invalidation ID").text();
    let reference = window.detail("Caller reference").text();
    assert!(reference.starts_with("spring-sale-"), "the caller reference begins with the name: {reference}");
    window.detail("Status").wait_for_text("Completed");
    window.wait_for_text("Still the old page? Your browser keeps copies too");

    // It is the newest of its distribution, and stands in Activity.
    open_distribution(&window, BLOG);
    window.row_with(&id).wait_for_text("Completed");
    window.row_with(&id).wait_for_text("/news/*");
    window.go_to("Activity");
    window.row_with("spring sale").wait_for_text("Completed");
    window.close();
}

#[test]
fn what_is_in_progress_updates_by_itself_in_the_list() {
    let mut station = Workstation::start();
    // Slow enough to be seen at work, quick enough to be waited for.
    station.set("HOUSEKEEPER_PRACTICE_SPEED", "1");
    let window = station.open();

    create(&window, BLOG, "/index.html");
    let id = window.detail("Invalidation ID").text();
    open_distribution(&window, BLOG);
    window.row_with(&id).wait_for_text("In progress");
    window.row_with(&id).wait_for_text("Completed");
    window.close();
}

#[test]
fn the_review_counts_items_wildcards_and_tags_and_tells_the_price() {
    let station = Workstation::start();
    let window = station.open();

    begin(&window, SHOP);
    assert!(!window.button("Create invalidation").is_enabled(), "there is nothing to send yet");
    window.text_area("Add object paths").type_text("/a\n/b/*\n#product:tv\n/c/*");
    for (label, count) in [("Items", "4"), ("Wildcards", "2"), ("Tags", "1")] {
        window.detail(label).wait_for_text(count);
    }
    // Four items at $0.005: the practice account has used up the 1,000 of the month.
    window.detail("This run").wait_for_text("$0.02");
    window.close();
}

#[test]
fn the_editor_keeps_its_height_however_long_the_text_is() {
    let station = Workstation::start();
    let window = station.open();
    begin(&window, SHOP);
    let height = || window.execute("return document.querySelector('textarea').offsetHeight", vec![]).unwrap();
    let before = height();
    let lines: Vec<String> = (0..200).map(|number| format!("/page-{number}.html")).collect();
    window.text_area("Add object paths").put(&lines.join("\n"));
    window.detail("Items").wait_for_text("200");
    assert_eq!(height(), before);
    window.close();
}

#[test]
fn a_tenant_is_a_target_like_a_distribution() {
    let station = Workstation::start();
    let window = station.open();

    open_distribution(&window, crate::steps::PARTNERS);
    window.tab("Tenants").click();
    window.row_with("dt_").link("lighthouse-books").click();
    window.button("Create invalidation").click();
    window.text_area("Add object paths").type_text("/offers/*");
    send(&window);

    wait_for_details(&window);
    assert!(window.detail("Tenant ID").text().starts_with("dt_"));
    assert_eq!(shown_items(&window), ["/offers/*"]);
    window.close();
}

#[test]
fn the_text_stays_where_one_left_it() {
    let station = Workstation::start();
    let window = station.open();

    begin(&window, SITE);
    window.text_area("Add object paths").type_text("/half/typed");
    window.go_to("Activity");
    window.wait_for_text("Everything sent from this app");
    begin(&window, SITE);
    assert_eq!(window.text_area("Add object paths").value(), "/half/typed");
    window.close();
}
