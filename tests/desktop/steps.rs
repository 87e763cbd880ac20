//! What people do on the way to what a test is about.

use crate::harness::{Moto, Window};

/// The practice account's main site, `www.example.com`.
pub const SITE: &str = "E1A7KQ4WX9TR2M";
/// The practice account's shop, which has cache tags.
pub const SHOP: &str = "E3NV0ZD85HCU6P";
/// The practice account's distribution with 12,000 past invalidations.
pub const ASSETS: &str = "E2G6YB1MFK7S9X";
/// The practice account's new blog, with no invalidations yet.
pub const BLOG: &str = "E2UJ4R8QLW0TAC";
/// The practice account's multi-tenant distribution.
pub const PARTNERS: &str = "E1FP5XO9NI3VEZ";
/// The practice account's press room, where creating an invalidation is denied.
pub const PRESS: &str = "E3W9SLA17YGR0J";
/// The practice account's distribution on which failures can be asked for.
pub const REHEARSAL: &str = "E2DQ6N3KPB8FVU";

/// From anywhere to a distribution's page.
#[track_caller]
pub fn open_distribution(window: &Window, id: &str) {
    window.go_to("Distributions");
    // The page before may have a link of the same name.
    window.button("Add by ID").wait();
    window.link(id).click();
    window.tab("Invalidations").wait();
}

/// From anywhere to the empty editor of a distribution.
#[track_caller]
pub fn begin(window: &Window, distribution: &str) {
    open_distribution(window, distribution);
    window.button("Create invalidation").click();
    window.text_area("Add object paths").wait();
}

/// From anywhere to the details of a new invalidation of these items.
#[track_caller]
pub fn create(window: &Window, distribution: &str, items: &str) {
    begin(window, distribution);
    window.text_area("Add object paths").type_text(items);
    send(window);
    wait_for_details(window);
}

/// Sends what stands in the editor, without waiting for the time to undo it.
#[track_caller]
pub fn send(window: &Window) {
    window.button("Create invalidation").click();
    window.button("Send now").click();
}

/// Waits until the details of one invalidation are shown.
#[track_caller]
pub fn wait_for_details(window: &Window) {
    window.heading("Invalidation details").wait();
}

/// The items that the page shows, in its order.
#[track_caller]
pub fn shown_items(window: &Window) -> Vec<String> {
    window.region("Object paths").items()
}

/// Fills in a connection by access key and saves it.
#[track_caller]
pub fn save_access_key(window: &Window, name: &str, key: (&str, &str), endpoint: &str) {
    window.go_to("Connections");
    window.choose_in_menu("Add connection", "Access key");
    window.field("Connection name").type_text(name);
    window.field("Access key ID").type_text(key.0);
    window.field("Secret access key").type_text(key.1);
    window.field("Custom endpoint").type_text(endpoint);
    window.button("Save connection").click();
}

/// Makes a connection into moto by access key, and puts it in use.
#[track_caller]
pub fn connect_to_moto(window: &Window, moto: &Moto) {
    save_access_key(window, "Site team", Moto::KEY, &moto.endpoint());
    window.wait_for_text("Site team was saved.");
    window.button("Use").click();
    window.wait_for_text("Site team is now in use.");
}

/// Writes a batch down and saves it.
#[track_caller]
pub fn save_batch(window: &Window, name: &str, lines: &str) {
    window.go_to("Saved batches");
    window.button("Create batch").click();
    window.field("Batch name").type_text(name);
    window.text_area("Object paths").type_text(lines);
    if lines.contains('{') {
        // Fields for what the lines hold come in under them, and move what stands below.
        window.heading("Variables").wait();
    }
    window.button("Save batch").click();
    window.wait_for_text(&format!("{name} was saved."));
}
