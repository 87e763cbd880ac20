//! Saved batches as files: out to the AWS CLI and to other computers, and in again.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::harness::{Moto, Window, Workstation, until};
use crate::steps::{BLOG, begin, save_batch, send, wait_for_details};

const CLI: &str = "AWS CLI batch file";

/// Saves a batch in a format as the file of this name, and gives its path.
#[track_caller]
fn export(window: &Window, station: &Workstation, name: &str, format: &str, file: &str) -> PathBuf {
    window.go_to("Saved batches");
    let is_selected = || window.button("Edit").is_enabled().then_some(());
    window.role("checkbox", &format!("Select {name}")).click();
    until(|| "it is not selected".to_owned(), is_selected);
    window.button("Export").click();
    window.role("radio", format).click();
    window.button("Save to Downloads").wait_enabled();
    window.button("Save to Downloads").click();
    let path = station.home().join("Downloads").join(file);
    window.wait_for_text(&format!("Saved as {}.", path.display()));
    path
}

/// Goes to Import and chooses a file.
#[track_caller]
fn import(window: &Window, file: &std::path::Path) {
    window.go_to("Saved batches");
    window.button("Import").click();
    window.heading("Import batches").wait();
    window.choose_file(file);
    window.heading("What is in it").wait();
}

#[test]
fn the_real_cli_takes_an_exported_file_and_it_comes_in_as_the_same_batch() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let station = Workstation::start();
    let window = station.open();
    save_batch(&window, "Spring sale", "/z/last.html\n/it's 5%/*");

    let file = export(&window, &station, "Spring sale", CLI, "invbatch-Spring-sale.json");
    let mut aws = Command::new("aws");
    aws.args(["--endpoint-url", &moto.endpoint(), "--output", "json", "cloudfront", "create-invalidation"]).args([
        "--distribution-id",
        &distribution,
        "--invalidation-batch",
        &format!("file://{}", file.display()),
    ]);
    let ran = moto.with_the_cli(&mut aws).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let made: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let paths = &made["Invalidation"]["InvalidationBatch"]["Paths"];
    assert_eq!(*paths, serde_json::json!({ "Quantity": 2, "Items": ["/z/last.html", "/it's%205%25/*"] }));

    // Its reference is shown, and what it begins with is the name of the new batch.
    import(&window, &file);
    let read: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let reference = read["CallerReference"].as_str().unwrap();
    window.wait_for_text(&format!("Its caller reference {reference} gives the name and is not used again"));
    window.button("Import 1 batch").click();
    window.wait_for_text("1 batch was added");
    let again = export(&window, &station, "Spring-sale", CLI, "invbatch-Spring-sale (2).json");
    let again: serde_json::Value = serde_json::from_slice(&fs::read(again).unwrap()).unwrap();
    assert_eq!(again["Paths"], read["Paths"]);
    assert_ne!(again["CallerReference"], read["CallerReference"], "used twice, it would clear nothing");
    window.close();
}

#[test]
fn what_one_computer_exports_another_imports_and_knows_again() {
    let station = Workstation::start();
    let window = station.open();
    save_batch(&window, "Daily news", "/{locale}/news/{slug}*\n/index.html");
    let file = export(&window, &station, "Daily news", "Housekeeper’s own file", "Daily-news.json");
    import(&window, &file);
    window.wait_for_text("Is already there as it is");
    window.close();

    let other = Workstation::start();
    let window = other.open();
    import(&window, &file);
    window.row_with("locale, slug").wait_for_text("New");
    window.button("Import 1 batch").click();
    window.wait_for_text("1 batch was added");
    window.row_with("Daily news").wait_for_text("locale, slug");
    import(&window, &file);
    window.wait_for_text("Is already there as it is");
    window.close();
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_place_and_nothing_is_kept() {
    let station = Workstation::start();
    let window = station.open();
    let file = station.home().join("wrong.json");
    fs::write(&file, "{\n  \"format\": \"housekeeper-batches\",\n  \"version\": 1,\n  \"batches\": [,]\n}\n").unwrap();
    import(&window, &file);
    window.wait_for_text("Line 4, column 15: This is not valid JSON.");

    fs::write(&file, r#"{"Paths": {"Quantity": 3, "Items": ["/a", "/b"]}, "CallerReference": "old"}"#).unwrap();
    import(&window, &file);
    window.wait_for_text("Quantity differs from the number of paths. The paths themselves were taken.");
    window.button("Import 1 batch").wait_enabled();
    window.go_to("Saved batches");
    window.wait_for_text("Saved batches (0)");
    window.close();
}

#[test]
fn pasted_urls_go_to_the_distributions_of_their_hosts() {
    let station = Workstation::start();
    let window = station.open();
    window.go_to("Saved batches");
    window.button("Import").click();
    let pasted = "https://www.example.com/a.html\nhttps://shop.example.com/b?c=d\nhttps://nobody.example.org/e";
    window.text_area("Paste paths or URLs").paste(pasted);
    window.button("Read pasted text").click();
    window.role("checkbox", "Sort URLs to the distributions of their host names").click();
    window.wait_for_text("No distribution of the connection in use has these host names: nobody.example.org");
    window.button("Import 3 batches").click();
    window.wait_for_text("3 batches were added");
    window.row_with("Pasted list – www.example.com").wait();
    window.close();
}

#[test]
fn the_reason_of_a_run_goes_out_with_the_history() {
    let station = Workstation::start();
    let window = station.open();
    begin(&window, BLOG);
    window.text_area("Add object paths").type_text("/news/*");
    window.field("Reason or ticket").type_text("TICKET-42");
    send(&window);
    wait_for_details(&window);
    window.go_to("Activity");
    window.row_with("TICKET-42").wait_for_text("Completed");
    window.choose_in_menu("Export history", "JSON");
    window.wait_for_text("Saved as ");
    let history = fs::read(station.home().join("Downloads/housekeeper-history.json")).unwrap();
    let history: serde_json::Value = serde_json::from_slice(&history).unwrap();
    let [sent] = history["submissions"].as_array().unwrap().as_slice() else { panic!("not one: {history}") };
    assert_eq!((&sent["reason"], &sent["state"]), (&"TICKET-42".into(), &"completed".into()));
    assert_eq!(sent["paths"], serde_json::json!(["/news/*"]));
    window.close();
}
