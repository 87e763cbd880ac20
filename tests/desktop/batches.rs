//! Saved batches: written once, run in three clicks, taken along to the command line.

use std::fs;
use std::process::Command;

use crate::harness::{Moto, Workstation, until};
use crate::steps::{BLOG, begin, connect_to_moto, open_distribution, save_batch, shown_items};

#[test]
fn a_batch_saved_from_the_editor_is_run_in_three_clicks() {
    let station = Workstation::start();
    let window = station.open();
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/news/*\n/index.html");
    window.field("Name").type_text("daily news");
    window.button("Save as batch").click();
    window.button("Save batch").click();
    window.wait_for_text("daily news was saved.");

    window.go_to("Saved batches");
    window.row_with("daily news").button("Run").click();
    window.detail("This run").wait();
    window.button("Create invalidation").click();
    window.button("Send now").click();
    window.wait_for_text("Completed");
    assert_eq!(shown_items(&window), ["/news/*", "/index.html"]);
    window.go_to("Activity");
    window.row_with("daily news").wait_for_text("Completed");
    window.close();
}

#[test]
fn an_edit_keeps_what_was_before_and_a_deleted_batch_can_be_brought_back() {
    let station = Workstation::start();
    let window = station.open();
    save_batch(&window, "Press kit", "/{year}/press/*\n/index.html");
    window.row_with("Press kit").wait_for_text("year");
    window.role("checkbox", "Select Press kit").click();
    window.button("Edit").click();
    let lines = window.text_area("Object paths");
    lines.clear();
    lines.type_text("/only.html");
    window.button("Save batch").click();
    window.row_with("Press kit").wait_for_text("1");

    window.role("checkbox", "Select Press kit").click();
    window.button("Edit").click();
    window.button("Go back to this").click();
    window.wait_for_text("Press kit is as it was before.");
    window.go_to("Saved batches");
    window.row_with("Press kit").wait_for_text("year");

    // What said so goes away by itself, and what stands below moves up: not under the click that follows.
    until(
        || "the notices before stay".to_owned(),
        || (!window.shows("was saved.") && !window.shows("as it was before")).then_some(()),
    );
    window.role("checkbox", "Select Press kit").click();
    window.button("Delete").click();
    window.wait_for_text("Press kit was deleted.");
    window.button("Undo").click();
    window.wait_for_text("Press kit is back.");
    window.row_with("Press kit").wait();
    window.close();
}

#[test]
fn the_real_cli_takes_the_file_and_the_command() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let station = Workstation::start();
    let window = station.open();
    connect_to_moto(&window, &moto);
    open_distribution(&window, &distribution);
    window.button("Create invalidation").click();
    window.text_area("Add object paths").type_text("/z/last.html\n/it's 5%/*");
    window.field("Name").type_text("spring sale");
    window.button("Copy as AWS CLI").click();
    let command = window.region("Command").text();
    let file = window.region("File invbatch-spring-sale.json, beside which the command is run").text();

    let folder = station.home().join("cli");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("invbatch-spring-sale.json"), &file).unwrap();
    let ran = moto.with_the_cli(Command::new("sh").args(["-c", &command]).current_dir(&folder)).output().unwrap();
    assert!(ran.status.success(), "{command}: {}", String::from_utf8_lossy(&ran.stderr));
    let made: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let paths = &made["Invalidation"]["InvalidationBatch"]["Paths"];
    assert_eq!(*paths, serde_json::json!({ "Quantity": 2, "Items": ["/z/last.html", "/it's%205%25/*"] }));
    window.close();
}
