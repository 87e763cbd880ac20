//! What the editor says of the lines, live.

use crate::harness::{Workstation, until};
use crate::steps::{SITE, begin, send, shown_items, wait_for_details};

#[test]
fn a_broken_path_is_refused_with_its_reason_and_mended_at_a_click() {
    let station = Workstation::start();
    let window = station.open();

    begin(&window, SITE);
    let editor = window.text_area("Add object paths");
    editor.type_text("/index.html\n/*.jpg");
    let finding = window.item_with("Line 2");
    finding.wait_for_text("A * stands before the end");
    finding.wait_for_text("CloudFront understands the wildcard only as the very last character: *.jpg");
    assert!(!window.button("Create invalidation").is_enabled(), "a line with an error cannot be sent");

    editor.clear();
    editor.type_text("/index.html\n/images/*.jpg");
    window.button("End it at the first *, line 2").click();
    until(
        || format!("the line is not mended: {}", editor.value()),
        || (editor.value() == "/index.html\n/images/*").then_some(()),
    );
    send(&window);
    wait_for_details(&window);
    assert_eq!(shown_items(&window), ["/index.html", "/images/*"]);
    window.close();
}

/// Lines as people type and paste them, and the titles of what is said of each.
const LINES: &[(&str, &[&str])] = &[
    ("index.html", &["A leading slash was added"]),
    (" /images/*  ", &["Spaces around it were dropped"]),
    ("https://www.example.com/a b.html?x=1", &["The address became a path", "Special characters were encoded"]),
    ("/café", &["Special characters were encoded", "The twin with the slash is missing"]),
    ("/*.jpg", &["A * stands before the end"]),
    ("/a/../b", &["It contains . or .. as a folder"]),
    ("/%7Euser", &["%7E clears nothing"]),
    ("/x~y", &["CloudFront refuses the tilde (~)"]),
    ("#product:tv", &["Cache tags do nothing here"]),
    ("#bad tag", &["Not a cache tag", "Cache tags do nothing here"]),
    ("LONG", &["Longer than 4,000 characters"]),
    ("", &["Empty line"]),
    ("/twice.html", &[]),
    ("/twice.html", &["The same as line 13"]),
];

#[test]
fn every_line_gets_exactly_what_its_fault_deserves() {
    let station = Workstation::start();
    let window = station.open();
    let long = format!("/{}", "x".repeat(4_999));
    let lines: Vec<&str> = LINES.iter().map(|(line, _)| if *line == "LONG" { &long } else { *line }).collect();
    let mut expected: Vec<String> = LINES
        .iter()
        .zip(1..)
        .flat_map(|((_, titles), line)| titles.iter().map(move |title| format!("Line {line}: {title}")))
        .collect();
    expected.sort();

    begin(&window, SITE);
    window.text_area("Add object paths").paste(&lines.join("\n"));
    let script = "return [...document.querySelectorAll('section[aria-label=Checks] li')] \
         .map(item => item.querySelector('button,a').textContent.trim() + ': ' + item.querySelector('b').textContent.trim()).sort()";
    let found = || -> Vec<String> {
        let found = window.execute(script, vec![]).unwrap_or_default();
        found.as_array().into_iter().flatten().filter_map(|title| title.as_str()).map(str::to_owned).collect()
    };
    until(|| format!("expected {expected:#?}, found {:#?}", found()), || (found() == expected).then_some(()));
    window.close();
}

#[test]
fn a_hundred_thousand_pasted_lines_do_not_freeze_the_window() {
    let station = Workstation::start();
    let window = station.open();

    begin(&window, SITE);
    let lines: String = (0..100_000).map(|page| format!("/catalogue/page-{page}.html\n")).collect();
    window.text_area("Add object paths").put(&lines);
    window.detail("Items").wait_for_text("100,000");
    // The window answers at once: what lies in the way of an answer is what would freeze it.
    let answered = std::time::Instant::now();
    window.go_to("Activity");
    window.wait_for_text("Everything sent from this app");
    assert!(answered.elapsed().as_secs() < 5, "the window took {:?} to turn to another page", answered.elapsed());
    window.close();
}
