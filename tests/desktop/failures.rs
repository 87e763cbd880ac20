//! What can go wrong on the way to CloudFront: a clear sentence each, the window alive, the paths still in the editor.

use std::io::{Read, Write};
use std::net::TcpListener;

use crate::harness::{Moto, Window, Workstation};
use crate::steps::{PRESS, REHEARSAL, SITE, begin, connect_to_moto, save_access_key, send};

/// Sends two paths, and expects the refusal with the paths kept.
#[track_caller]
fn assert_refused_and_kept(window: &Window, path: &str, sentence: &str) {
    let editor = window.text_area("Add object paths");
    let items = format!("/kept.html\n{path}");
    editor.type_text(&items);
    send(window);
    window.wait_for_text(&format!("Not sent: {sentence}"));
    assert_eq!(editor.value(), items, "the paths are still in the editor");
    window.wait_for_text("Your paths are still in the editor.");
}

#[test]
fn a_denied_action_is_named_with_the_policy_that_would_allow_it() {
    let station = Workstation::start();
    let window = station.open();

    begin(&window, PRESS);
    assert_refused_and_kept(&window, "/press/*", "Your AWS permissions do not allow this");
    window.wait_for_text("cloudfront:CreateInvalidation");
    window.wait_for_text("The least policy that is enough, for your administrator");

    // The window goes on, and Activity tells of it.
    window.go_to("Activity");
    window.row_with("/kept.html").wait_for_text("Refused");
    window.close();
}

#[test]
fn a_full_quota_is_waited_for_and_told_as_such() {
    let station = Workstation::start();
    let window = station.open();
    begin(&window, REHEARSAL);
    let editor = window.text_area("Add object paths");
    editor.type_text("/kept.html\n/rehearse/too-many-wildcards");
    send(&window);
    window.wait_for_text("This distribution has too many wildcards in progress");
    window.wait_for_text("Waits for room");

    // It waits for as long as the person lets it.
    window.button("Undo").click();
    window.wait_for_text("Taken back: nothing was sent");
    assert_eq!(editor.value(), "/kept.html\n/rehearse/too-many-wildcards");
    window.close();
}

#[test]
fn a_lost_reply_and_a_malformed_one_are_settled_without_a_second_invalidation() {
    let station = Workstation::start();
    let window = station.open();
    for path in ["/rehearse/lost-reply", "/rehearse/malformed"] {
        begin(&window, REHEARSAL);
        window.text_area("Add object paths").type_text(path);
        send(&window);
        window.go_to("Activity");
        window.row_with(path).wait_for_text("Completed");
    }
    window.go_to("Distributions");
    window.link(REHEARSAL).click();
    window.row_with("/rehearse/lost-reply").wait();
    window.row_with("/rehearse/malformed").wait();
    // Those two and no twin of either: this distribution had none before.
    let rows = window.execute("return document.querySelectorAll('tbody tr').length", vec![]).unwrap();
    assert_eq!(rows, 2, "each was made once");
    window.close();
}

#[test]
fn an_unreachable_endpoint_keeps_the_paths() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let station = Workstation::start();
    let window = station.open();

    connect_to_moto(&window, &moto);
    begin(&window, &distribution);
    drop(moto);
    assert_refused_and_kept(&window, "/index.html", "The other side could not be reached");
    window.go_to("Distributions");
    window.row_with(&distribution).wait();
    window.close();
}

#[test]
fn a_connection_is_saved_though_its_endpoint_cannot_be_reached() {
    let station = Workstation::start();
    let window = station.open();
    let nobody = format!("http://{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap());

    save_access_key(&window, "Later", Moto::KEY, &nobody);
    window.wait_for_text("Later was saved.");
    window.wait_for_text("The other side could not be reached");
    window.close();
}

#[test]
fn a_wrong_key_is_a_definite_no_and_the_form_keeps_what_was_entered() {
    let aws = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", aws.local_addr().unwrap());
    // What STS answers to a key it does not know (Query protocol, `InvalidClientTokenId`).
    std::thread::spawn(move || {
        let body = "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>\
            <Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message>\
            </Error><RequestId>1</RequestId></ErrorResponse>";
        for stream in aws.incoming() {
            let Ok(mut stream) = stream else { return };
            let _ = stream.read(&mut [0; 65_536]);
            let head = "HTTP/1.1 403 Forbidden\r\ncontent-type: text/xml\r\nconnection: close";
            let _ = write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        }
    });
    let station = Workstation::start();
    let window = station.open();

    save_access_key(&window, "Typing error", Moto::KEY, &endpoint);
    window.wait_for_text("AWS did not accept the credentials");
    assert_eq!(window.field("Connection name").value(), "Typing error");
    assert_eq!(window.field("Access key ID").value(), Moto::KEY.0);
    window.go_to("Connections");
    window.row_with("Practice account").wait();
    assert!(!window.row_with("Typing error").is_there(), "it was not saved");
    window.close();
}

#[test]
fn an_unknown_distribution_is_told_and_not_added() {
    let station = Workstation::start();
    let window = station.open();

    window.button("Add by ID").click();
    window.field("Distribution ID").type_text("E0DOESNOTEXIST");
    window.button("Add").click();
    window.wait_for_text("AWS does not know this id");
    window.button("Cancel").click();
    window.row_with(SITE).wait();
    assert!(!window.row_with("E0DOESNOTEXIST").is_there(), "it was not added");
    window.close();
}
