//! The queue: paused, put in another order, waiting for room, and told of when it is done.

use crate::harness::{Key, Notifications, Window, Workstation, until};
use crate::steps::{BLOG, SITE, begin, open_distribution, send};

/// Sends one path of a distribution under a name.
#[track_caller]
fn send_named(window: &Window, distribution: &str, path: &str, name: &str) {
    begin(window, distribution);
    window.text_area("Add object paths").type_text(path);
    window.field("Name").type_text(name);
    send(window);
}

#[test]
fn a_paused_queue_waits_is_put_in_order_by_keys_and_goes_on() {
    let station = Workstation::start();
    let window = station.open();
    window.go_to("Activity");
    window.button("Pause queue").click();
    window.wait_for_text("The queue is paused");
    for (distribution, name) in [(BLOG, "first"), (BLOG, "second"), (SITE, "third")] {
        send_named(&window, distribution, &format!("/{name}.html"), name);
        window.wait_for_text("Waits because the queue is paused");
    }
    window.go_to("Activity");
    let order = || window.role("list", "Queue").items();
    let places = |wanted: [&str; 3]| {
        until(
            || format!("the queue stands as {:?}, not as {wanted:?}", order()),
            || {
                let order = order();
                (order.len() == 3 && order.iter().zip(wanted).all(|(row, name)| row.contains(name))).then_some(())
            },
        );
    };
    places(["first", "second", "third"]);

    // Taken hold of by its handle, moved up, let go.
    window.tab_to(&window.button("Move third"));
    for (key, heard) in [(Key::Enter, "at place 3 of 3"), (Key::Up, "Now at place 2 of 3"), (Key::Enter, "Let go.")] {
        window.press(key);
        window.wait_for_text(heard);
    }
    places(["first", "third", "second"]);

    // It stays so over a restart.
    window.close();
    let window = station.open();
    window.go_to("Activity");
    window.wait_for_text("The queue is paused");
    window.row_with("second").button("Undo").click();
    window.row_with("second").wait_for_text("Withdrawn");
    window.button("Resume queue").click();
    for name in ["first", "third"] {
        window.row_with(name).wait_for_text("Completed");
    }
    window.close();
}

#[test]
fn more_wildcards_than_the_quota_go_out_in_parts_and_the_distribution_says_what_waits() {
    let mut station = Workstation::start();
    // Slow enough for the others to be seen waiting.
    station.set("HOUSEKEEPER_PRACTICE_SPEED", "4");
    let window = station.open();
    let notifications = Notifications::start(&station);
    let lines: Vec<String> = (1..=32).map(|number| format!("/section-{number}/*")).collect();
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text(&lines.join("\n"));
    window.field("Name").type_text("relaunch");
    send(&window);
    window.wait_for_text("Part 1 of 3");

    open_distribution(&window, BLOG);
    window.wait_for_text("17 items wait to be sent here");
    window.wait_for_text("Waits for room: CloudFront works on 15 wildcards of this distribution.");
    notifications.wait_for_text("Completed: relaunch");
    window.go_to("Activity");
    until(
        || format!("not all three parts are complete: {}", window.text()),
        || (window.text().matches("Completed").count() >= 3).then_some(()),
    );
    window.close();
}

#[test]
fn single_items_are_taken_out_before_it_is_sent() {
    let station = Workstation::start();
    let window = station.open();
    window.go_to("Activity");
    window.button("Pause queue").click();
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/a.html\n/b.html\n/c.html");
    send(&window);
    window.wait_for_text("Waits because the queue is paused");
    window.button("Take items out").click();
    window.role("checkbox", "Select /b.html").click();
    window.button("Take out 1 item").click();
    window.wait_for_text("1 item was taken out and will not be sent.");
    window.go_to("Activity");
    window.button("Resume queue").click();
    open_distribution(&window, BLOG);
    window.row_with("/a.html").wait_for_text("/c.html");
    assert!(!window.shows("/b.html"), "it was taken out");
    window.close();
}
