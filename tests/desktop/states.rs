//! axe on the pages in the states that they are in for a moment or where something fails: loading, failed, empty,
//! nothing that matches; in the light and in the dark. In what else there is to see, `accessibility.rs` looks at them.

use serde_json::json;

use crate::harness::{Answers, Window, Workstation};
use crate::steps::{ASSETS, BLOG, PARTNERS, REHEARSAL, SHOP, SITE, open_distribution, save_batch};

#[test]
fn axe_finds_nothing_of_ours_in_any_state_in_the_light() {
    assert_accessible(&Workstation::start());
}

#[test]
fn axe_finds_nothing_of_ours_in_any_state_in_the_dark() {
    let mut station = Workstation::start();
    station.set("GTK_THEME", "Adwaita:dark");
    assert_accessible(&station);
}

/// A tenant of the practice account.
const TENANT: &str = "dt_2xKq7WvZ1mBtR9cYh4LsNe8Dp3A";

/// Pages by their address, and the command without whose answer they cannot show what they are about. None was opened
/// before, so that each loads anew.
fn questions() -> Vec<(String, &'static str)> {
    let of = |target: &str, rest: &str| format!("/distributions/{target}{rest}");
    vec![
        (of(SITE, ""), "distribution_details"),
        (of(SITE, ""), "invalidations"),
        (of(REHEARSAL, "/create"), "distribution_details"),
        (of(ASSETS, "/alternatives"), "alternatives"),
        (of(SITE, "/invalidations/I1JLWNQDKKH3TV"), "invalidation"),
        (format!("/tenants/{TENANT}"), "tenant_details"),
        ("/batches".to_owned(), "batches"),
        ("/batches/1/edit".to_owned(), "batch"),
        ("/batches/1/edit".to_owned(), "batch_versions"),
        ("/batches/1/run".to_owned(), "review_run"),
        ("/activity".to_owned(), "activity"),
        ("/activity/1".to_owned(), "submission"),
        ("/costs".to_owned(), "costs"),
        ("/settings".to_owned(), "tariffs"),
        ("/settings".to_owned(), "budgets"),
    ]
}

/// Goes through every page in every such state, and fails with all that axe found.
#[track_caller]
fn assert_accessible(station: &Workstation) {
    let window = station.open();
    let mut found = Vec::new();
    let mut look = |state: &str| found.extend(window.axe().iter().map(|violation| format!("{state}: {violation}")));
    without_rows(&window, &mut look);
    without_answers(&window, &mut look);
    without_later_answers(&window, &mut look);
    found.dedup();
    assert!(found.is_empty(), "axe finds:\n  {}", found.join("\n  "));
    window.close();
}

/// Nothing there, and nothing that matches.
fn without_rows(window: &Window, look: &mut dyn FnMut(&str)) {
    let filter = window.field("Find distributions");
    filter.type_text("nothing is called so");
    window.wait_for_text("No distribution matches");
    look("Distributions, no match");
    window.button("Clear filter").click();
    window.row_with(SITE).wait();

    let nothing = json!({ "total": 0, "matching": 0, "rows": [], "listingError": null });
    let none = window.intercept("distributions", Answers::With(nothing));
    window.button("Refresh").click();
    none.wait_until_met();
    window.wait_for_text("No distributions");
    look("Distributions, empty");
    drop(none);
    window.button("Refresh").click();
    window.row_with(SITE).wait();

    open_distribution(window, BLOG);
    window.wait_for_text("No invalidations");
    look("a distribution without invalidations");

    window.go_to("Activity");
    window.wait_for_text("Nothing was sent yet");
    look("Activity, empty");
    window.go_to("Costs");
    window.detail("Counted to the end").wait();
    look("Costs, counted");

    save_batch(window, "News", "/news/*");
    window.field("Find saved batches").type_text("nothing is called so");
    window.wait_for_text("No saved batch matches");
    look("Saved batches, no match");

    let nothing = json!({ "rows": [], "next": null });
    let none = window.intercept("tenants", Answers::With(nothing));
    open_distribution(window, PARTNERS);
    window.tab("Tenants").click();
    none.wait_until_met();
    window.wait_for_text("No tenants");
    look("a distribution's tenants, empty");

    go(window, "/nowhere");
    window.wait_for_text("There is no such page");
    look("an address that leads nowhere");
}

/// Answers that do not come, or are errors.
fn without_answers(window: &Window, look: &mut dyn FnMut(&str)) {
    for (address, command) in questions() {
        for (answers, state) in [(Answers::Fail, "failed"), (Answers::Held, "loading")] {
            go(window, "/nowhere");
            window.wait_for_text("There is no such page");
            let intercepted = window.intercept(command, answers);
            go(window, &address);
            intercepted.wait_until_met();
            look(&format!("{address}, {command} {state}"));
        }
    }
}

/// What a page asks only after something was done on it.
fn without_later_answers(window: &Window, look: &mut dyn FnMut(&str)) {
    let states = || [(Answers::Fail, "failed"), (Answers::Held, "loading")];
    for (answers, state) in states() {
        let intercepted = window.intercept("tenants", answers);
        go(window, &format!("/distributions/{PARTNERS}"));
        window.tab("Tenants").click();
        intercepted.wait_until_met();
        look(&format!("a distribution's tenants, {state}"));
        drop(intercepted);
        leave(window);
    }
    for ((answers, state), words) in states().into_iter().zip(["two", "three"]) {
        window.go_to("Distributions");
        let intercepted = window.intercept("distributions", answers);
        window.field("Find distributions").type_text(words);
        intercepted.wait_until_met();
        look(&format!("Distributions, {state}"));
        drop(intercepted);
        leave(window);
    }
    for (answers, state) in states() {
        go(window, &format!("/distributions/{SHOP}/create"));
        window.text_area("Add object paths").wait();
        let intercepted = window.intercept("check_items", answers);
        window.text_area("Add object paths").type_text("/a");
        intercepted.wait_until_met();
        look(&format!("Create invalidation, its checks {state}"));
        drop(intercepted);
        leave(window);
    }
    for (answers, state) in states() {
        go(window, "/connections/practice/permissions");
        let intercepted = window.intercept("permissions", answers);
        window.role("checkbox", "Find them in lists").click();
        intercepted.wait_until_met();
        look(&format!("Permissions, {state}"));
        drop(intercepted);
        leave(window);
    }
}

/// Goes to another page, and waits for it: a page that is opened again before it was left keeps what was done on it.
fn leave(window: &Window) {
    window.go_to("Activity");
    window.heading("Activity").wait();
}

/// Goes to an address of the window.
fn go(window: &Window, address: &str) {
    window.execute("location.hash = arguments[0]", vec![json!(address)]).unwrap();
}
