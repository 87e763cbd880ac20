//! Every task can be done with the keyboard alone.

use crate::harness::{Key, Workstation};
use crate::steps::{BLOG, shown_items, wait_for_details};

#[test]
fn an_invalidation_is_created_without_a_mouse() {
    let station = Workstation::start();
    let window = station.open();

    window.tab_to(&window.link(BLOG));
    window.press(Key::Enter);
    window.tab_to(&window.button("Create invalidation"));
    window.press(Key::Enter);
    window.tab_to(&window.text_area("Add object paths"));
    window.type_blindly("/index.html\n/news/*");
    window.tab_to(&window.field("Name"));
    window.type_blindly("by keyboard");
    window.button("Create invalidation").wait_enabled();
    window.tab_to(&window.button("Create invalidation"));
    window.press(Key::Enter);

    wait_for_details(&window);
    assert_eq!(shown_items(&window), ["/index.html", "/news/*"]);
    window.tab_to(&window.link("Activity"));
    window.press(Key::Enter);
    window.row_with("by keyboard").wait_for_text("Completed");
    window.close();
}
