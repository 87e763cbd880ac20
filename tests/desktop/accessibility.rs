//! axe on each page, in the light and in the dark.

use crate::harness::{Window, Workstation};
use crate::steps::{BLOG, PARTNERS, REHEARSAL, SITE, begin, create, open_distribution};

#[test]
fn axe_finds_nothing_of_ours_in_the_light() {
    let station = Workstation::start();
    walk_through(&station.open());
}

#[test]
fn axe_finds_nothing_of_ours_in_the_dark() {
    let mut station = Workstation::start();
    // A dark desktop, as GTK is told of one; the web view passes it on as the colour scheme that is preferred.
    station.set("GTK_THEME", "Adwaita:dark");
    let window = station.open();
    let dark = window.execute("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).unwrap();
    assert_eq!(dark, true, "the web view is told that the desktop is dark");
    let background = window.execute("return getComputedStyle(document.body).backgroundColor", vec![]).unwrap();
    let brightest =
        background.as_str().unwrap().split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<u8>().ok()).max();
    assert!(brightest < Some(100), "the page is dark too: {background}");
    walk_through(&window);
}

#[track_caller]
fn walk_through(window: &Window) {
    window.row_with(SITE).wait();
    window.assert_accessible("Distributions");
    window.button("Add by ID").click();
    window.field("Distribution ID").wait();
    window.assert_accessible("Add by ID");
    window.button("Cancel").click();

    open_distribution(window, PARTNERS);
    window.row_with("Completed").wait();
    window.assert_accessible("a distribution");
    window.tab("Tenants").click();
    window.row_with("dt_").wait();
    window.assert_accessible("its tenants");
    window.tab("Details").click();
    window.wait_for_text("Default root object");
    window.assert_accessible("its details");

    begin(window, SITE);
    window.assert_accessible("Create invalidation, empty");
    window.text_area("Add object paths").type_text("index.html\n/*.jpg\n/dir*");
    window.item_with("Line 3").wait();
    window.assert_accessible("Create invalidation, with findings of all three kinds");

    create(window, BLOG, "/index.html");
    window.detail("Status").wait_for_text("Completed");
    window.assert_accessible("an invalidation");

    begin(window, REHEARSAL);
    window.text_area("Add object paths").type_text("/rehearse/denied");
    window.button("Create invalidation").click();
    window.wait_for_text("Not sent");
    window.assert_accessible("Create invalidation, refused");

    window.go_to("Activity");
    window.row_with("/index.html").wait();
    window.assert_accessible("Activity");
    window.row_with("/index.html").link("Unnamed").click();
    window.wait_for_text("Caller reference");
    window.assert_accessible("a submission");

    window.go_to("Connections");
    window.row_with("Practice account").wait();
    window.assert_accessible("Connections");
    for kind in ["Access key", "AWS profile"] {
        window.go_to("Connections");
        window.button("Add connection").click();
        window.role("menuitem", kind).click();
        window.field("Connection name").wait();
        window.button("Save connection").click();
        window.wait_for_text("Fill this in.");
        window.assert_accessible(kind);
    }
}
