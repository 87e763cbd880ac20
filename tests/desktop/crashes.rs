//! A run that did not end as it should, and the start after it.

use serde_json::{Value, json};

use crate::harness::{Window, Workstation};

/// What the app says of itself.
#[track_caller]
fn about(window: &Window) -> Value {
    window.ask("about", json!({}))
}

#[test]
fn a_crash_is_told_of_until_it_is_put_away_and_a_close_is_none() {
    let station = Workstation::start();
    let window = station.open();
    let first = about(&window);
    assert_eq!((&first["firstStart"], &first["crashReport"]), (&json!(true), &Value::Null));
    station.press_close_button();
    window.wait_until_ended();

    // The session of the person ends: that is none either.
    let window = station.open();
    let second = about(&window);
    assert_eq!((&second["firstStart"], &second["crashReport"]), (&json!(false), &Value::Null));
    window.close();

    let window = station.open();
    assert_eq!(about(&window)["crashReport"], Value::Null);
    window.kill();

    let window = station.open();
    let report = about(&window)["crashReport"]["text"].as_str().expect("a report").to_owned();
    assert!(report.contains("ended without being closed"), "{report}");
    assert!(report.contains("starting"), "the last lines of the log are missing: {report}");
    window.close();

    let window = station.open();
    assert_eq!(about(&window)["crashReport"]["text"], report, "it was not put away");
    assert_eq!(window.ask("dismiss_crash_report", json!({})), Value::Null);
    window.close();

    let window = station.open();
    assert_eq!(about(&window)["crashReport"], Value::Null);
    window.close();
}

#[test]
fn what_fails_in_a_page_is_in_the_log_a_few_times() {
    let station = Workstation::start();
    let window = station.open();
    for number in 0..30 {
        let failed = json!({ "message": format!("it failed {number}"), "stack": "at a page\nin a line" });
        assert_eq!(window.ask("report_page_error", failed), Value::Null);
    }
    window.close();
    let log: String = std::fs::read_dir(station.data().join("logs"))
        .unwrap()
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert_eq!(log.matches("a page failed").count(), 10, "{log}");
    assert!(log.contains("ERROR") && log.contains("it failed 0"), "{log}");
}
