//! axe on each page, in the light and in the dark.

use crate::harness::{Window, Workstation};
use crate::steps::{BLOG, PARTNERS, REHEARSAL, SITE, begin, create, open_distribution, send};

#[test]
fn axe_finds_nothing_of_ours_in_the_light() {
    let station = Workstation::start();
    assert_accessible(&station.open());
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
    assert_accessible(&window);
}

/// Goes through every page and every state that looks different, and fails with all that axe found.
#[track_caller]
fn assert_accessible(window: &Window) {
    let mut found = Vec::new();
    window.watch_policy();
    walk_through(window, |page| found.extend(window.axe().iter().map(|violation| format!("{page}: {violation}"))));
    found.dedup();
    assert!(found.is_empty(), "axe finds:\n  {}", found.join("\n  "));
    assert_eq!(window.policy_violations(), Vec::<String>::new(), "the pages live with their content security policy");
}

fn walk_through(window: &Window, mut look: impl FnMut(&str)) {
    window.row_with(SITE).wait();
    look("Distributions");
    window.button("Add by ID").click();
    window.field("Distribution ID").wait();
    look("Add by ID");
    window.button("Cancel").click();

    open_distribution(window, PARTNERS);
    window.row_with("Completed").wait();
    look("a distribution");
    window.tab("Tenants").click();
    window.row_with("dt_").wait();
    look("its tenants");
    window.tab("Details").click();
    window.wait_for_text("Default root object");
    look("its details");

    begin(window, SITE);
    look("Create invalidation, empty");
    window.text_area("Add object paths").type_text("index.html\n/*.jpg\n/dir*");
    window.item_with("Line 3").wait();
    look("Create invalidation, with findings of all three kinds");

    begin(window, SITE);
    window.text_area("Add object paths").clear();
    window.text_area("Add object paths").type_text("/a/1\n/a/2\n/a/3\n/*");
    window.field("Type www.example.com to go on").wait();
    window.wait_for_text("Cheaper");
    look("Create invalidation, with a wide wildcard and what is cheaper");

    create(window, BLOG, "/index.html");
    window.detail("Status").wait_for_text("Completed");
    look("an invalidation");

    begin(window, REHEARSAL);
    window.text_area("Add object paths").type_text("/rehearse/denied");
    window.button("Create invalidation").click();
    window.button("Undo").wait();
    look("a submission that can be undone");
    window.button("Send now").click();
    window.wait_for_text("Not sent");
    look("Create invalidation, refused");

    window.go_to("Costs");
    window.detail("Counted to the end").wait();
    window.heading("By day").wait();
    look("Costs");
    let tables = "for (const one of document.querySelectorAll('button')) if (one.textContent === 'Table') one.click()";
    window.execute(tables, vec![]).unwrap();
    look("Costs as tables");
    open_distribution(window, BLOG);
    window.link("Alternatives to invalidating").click();
    window.wait_for_text("Version in the query");
    look("Alternatives");

    window.go_to("Activity");
    window.button("Pause queue").click();
    begin(window, BLOG);
    window.text_area("Add object paths").type_text("/waits.html");
    send(window);
    window.wait_for_text("Waits because the queue is paused");
    look("a submission that waits");
    open_distribution(window, BLOG);
    window.wait_for_text("1 item waits to be sent here");
    look("a distribution with something waiting");
    window.go_to("Activity");
    window.role("list", "Queue").wait();
    look("Activity, with something waiting");
    window.button("Resume queue").click();

    window.go_to("Saved batches");
    window.wait_for_text("No saved batches yet");
    look("Saved batches, empty");
    window.button("Create batch").click();
    window.field("Batch name").type_text("News");
    window.text_area("Object paths").type_text("/{locale}/news*\n/index.html");
    window.heading("Variables").wait();
    look("a batch being written");
    window.button("Save batch").click();
    window.row_with("News").wait();
    look("Saved batches");
    window.row_with("News").button("Run").click();
    window.field("locale").wait();
    look("a run of a batch");

    window.go_to("Settings");
    window.field("Time to undo").wait();
    look("Settings");

    window.go_to("Activity");
    window.row_with("/index.html").wait();
    look("Activity");
    window.row_with("/index.html").link("Unnamed").click();
    window.wait_for_text("Caller reference");
    look("a submission");

    window.go_to("Connections");
    window.row_with("Practice account").wait();
    look("Connections");
    for kind in ["Access key", "AWS profile", "Assume role"] {
        window.go_to("Connections");
        window.choose_in_menu("Add connection", kind);
        window.field("Connection name").wait();
        window.button("Save connection").click();
        window.wait_for_text("Fill this in.");
        look(kind);
    }

    window.go_to("Connections");
    window.choose_in_menu("Add connection", "IAM Identity Center");
    window.field("Start URL").wait();
    look("IAM Identity Center");
    window.go_to("Connections");
    // A menu that opens while the page before still goes is closed with it.
    window.heading("Connections").wait();
    window.row_with("Practice account").wait();
    window.choose_in_menu("Actions", "Permissions");
    window.wait_for_text("Nothing is chosen yet");
    look("Permissions, empty");
    window.role("checkbox", "Find them in lists").click();
    window.wait_for_text("cloudfront:ListDistributions");
    look("Permissions");
}
