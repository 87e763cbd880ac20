//! The connection's secret is in the keychain and nowhere else.

use std::fs;

use crate::harness::{Moto, Workstation, walk};
use crate::steps::{connect_to_moto, create};

#[test]
fn the_secret_is_found_in_no_file_and_never_comes_back_to_the_window() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let mut station = Workstation::start();
    station.set("HOUSEKEEPER_LOG", "trace");
    let window = station.open();

    connect_to_moto(&window, &moto);
    create(&window, &distribution, "/index.html");
    window.go_to("Connections");
    window.button("Check").click();
    window.wait_for_text("Check of Site team");

    // Every value that the page's own store and its document hold.
    let held =
        window.execute("return document.documentElement.outerHTML + JSON.stringify(localStorage)", vec![]).unwrap();
    assert!(!held.as_str().unwrap().contains(Moto::KEY.1), "the page holds the secret");
    window.close();

    // The key works after a restart, so it was kept: in the keychain.
    let window = station.open();
    window.go_to("Distributions");
    window.link(&distribution).wait();
    window.close();

    let files = walk(station.home());
    assert!(files.iter().any(|file| file.starts_with(station.data())), "the records are among the files");
    let mut finds_the_id = false;
    for file in files {
        let content = fs::read(&file).unwrap_or_default();
        let (id, secret) = (Moto::KEY.0.as_bytes(), Moto::KEY.1.as_bytes());
        finds_the_id |= content.windows(id.len()).any(|part| part == id);
        // UTF-16, as a web view may store it.
        let wide: Vec<u8> = secret.iter().flat_map(|byte| [*byte, 0]).collect();
        for form in [secret, &wide[..]] {
            assert!(!content.windows(form.len()).any(|part| part == form), "the secret stands in {}", file.display());
        }
    } // What is searched so would be found: the key's id is no secret and stands in the records.
    assert!(finds_the_id, "the search does not even find the key's id");
}
