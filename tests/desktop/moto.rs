//! The same job against a CloudFront that other people wrote, read back by the real AWS CLI.

use serde_json::{Value, json};

use crate::harness::{Moto, Workstation};
use crate::steps::{connect_to_moto, create, wait_for_details};

#[test]
fn the_aws_cli_reads_the_same_paths_order_and_reference() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let station = Workstation::start();
    let window = station.open();

    connect_to_moto(&window, &moto);
    window.wait_for_text(&format!("Not AWS: {}", moto.endpoint()));
    window.go_to("Distributions");
    window.row_with(&distribution).wait_for_text("Main site");
    create(&window, &distribution, "/z/last.html\n/images/*\nhttps://www.example.com/a b.html?x=1");
    let (id, reference) = (window.detail("Invalidation ID").text(), window.detail("Caller reference").text());
    window.detail("Status").wait_for_text("Completed");

    let read = moto.aws(&["cloudfront", "get-invalidation", "--distribution-id", &distribution, "--id", &id]);
    let batch = &read["Invalidation"]["InvalidationBatch"];
    assert_eq!(batch["Paths"], json!({ "Quantity": 3, "Items": ["/z/last.html", "/images/*", "/a%20b.html?x=1"] }));
    assert_eq!(batch["CallerReference"], Value::String(reference));
    window.close();
}

#[test]
fn what_the_cli_sent_is_shown_and_copied() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let batch = json!({ "Paths": { "Quantity": 2, "Items": ["/b", "/a/*"] }, "CallerReference": "by-hand-1" });
    let made = moto.aws(&[
        "cloudfront",
        "create-invalidation",
        "--distribution-id",
        &distribution,
        "--invalidation-batch",
        &batch.to_string(),
    ]);
    let id = made["Invalidation"]["Id"].as_str().unwrap();
    let station = Workstation::start();
    let window = station.open();

    connect_to_moto(&window, &moto);
    window.go_to("Distributions");
    window.link(&distribution).click();
    window.row_with(id).wait_for_text("/a/*");
    window.link(id).click();
    wait_for_details(&window);
    assert_eq!(window.detail("Caller reference").text(), "by-hand-1");
    window.close();
}
