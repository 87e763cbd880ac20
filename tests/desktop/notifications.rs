//! A notification on the desktop, clicked on.

use serde_json::{Value, json};

use crate::harness::{Notifications, Window, Workstation, until};
use crate::steps::{BLOG, begin, send};

/// Clicks until the window shows a page: a notification is printed before it can be clicked on.
#[track_caller]
fn click_to(notifications: &Notifications<'_>, window: &Window, address: &str) {
    let hash = || window.execute("return location.hash", vec![]).unwrap();
    let wanted = json!(format!("#{address}"));
    let clicked = || {
        notifications.click();
        (hash() == wanted).then_some(())
    };
    until(|| format!("the page is {}, not {wanted}", hash()), clicked);
}

#[test]
fn a_click_on_a_notification_opens_the_page_it_speaks_of() {
    let station = Workstation::start();
    let window = station.open();
    let notifications = Notifications::start(&station);

    let asked = json!({ "title": "A submission", "body": "has moved on", "opens": "/batches" });
    assert_eq!(window.ask("notify", asked), Value::Null);
    notifications.wait_for_text("A submission");
    click_to(&notifications, &window, "/batches");

    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/news/*");
    window.field("Name").type_text("relaunch");
    send(&window);
    window.go_to("Connections");
    notifications.wait_for_text("Completed: relaunch");
    click_to(&notifications, &window, "/activity/1");
    window.close();
}

#[test]
fn a_notification_opens_nothing_but_a_page_of_the_window() {
    let station = Workstation::start();
    let window = station.open();
    for opens in ["https://example.com/", "//example.com/", "activity"] {
        let answer = window.ask("notify", json!({ "title": "Out", "body": "of here", "opens": opens }));
        assert_eq!(answer["error"]["code"], "invalid", "{opens}: {answer}");
    }
    window.close();
}
