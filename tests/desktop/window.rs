//! The window itself: its size and place, and how large its page is.

use std::fs;

use serde_json::{Value, json};

use crate::harness::{Workstation, until};

/// Waits until the window is there, and so large.
#[track_caller]
fn wait_for(station: &Workstation, wanted: (i16, i16, u16, u16)) {
    let is = || station.window_place();
    until(|| format!("the window is at {:?}, not at {wanted:?}", is()), || (is() == wanted).then_some(()));
}

#[test]
fn the_window_opens_where_it_was_and_as_large() {
    let station = Workstation::start();
    let window = station.open();
    station.place_window((40, 60), (1100, 700));
    wait_for(&station, (40, 60, 1100, 700));
    until(|| format!("the page is {:?}", window.size()), || (window.size() == (1100, 700)).then_some(()));
    station.press_close_button();
    window.wait_until_ended();
    assert!(station.data().join("window.json").exists(), "it is kept with everything else");

    let window = station.open();
    wait_for(&station, (40, 60, 1100, 700));
    window.close();
}

#[test]
fn a_place_on_no_screen_and_a_size_that_is_too_small_are_mended() {
    let station = Workstation::start();
    station.open().close();
    let file = station.data().join("window.json");
    let mut kept: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    for (field, value) in [("x", 9000), ("y", -5000), ("width", 200), ("height", 100)] {
        kept["main"][field] = json!(value);
    }
    fs::write(&file, kept.to_string()).unwrap();

    let window = station.open();
    let (x, y, width, height) = station.window_place();
    assert!((0..1280).contains(&x) && (0..860).contains(&y), "it is at {x}, {y}");
    assert!(width >= 1000 && height >= 640, "it is {width} by {height}");
    window.close();

    // What is no such file is passed over.
    fs::write(&file, "{").unwrap();
    station.open().close();
}

#[test]
fn the_page_is_made_larger_and_smaller_by_keys() {
    let station = Workstation::start();
    let window = station.open();
    let (width, _) = window.size();
    // A page that is shown larger has fewer pixels of its own across the same window.
    let wait_until = |what: &str, is: &dyn Fn(u64) -> bool| {
        until(|| format!("the page is not {what}: {:?}", window.size()), || is(window.size().0).then_some(()));
    };
    window.press_with_control('+');
    wait_until("larger", &|now| now < width * 9 / 10);
    window.press_with_control('0');
    wait_until("as it was", &|now| now == width);
    window.press_with_control('-');
    wait_until("smaller", &|now| now > width * 11 / 10);
    window.close();
}
