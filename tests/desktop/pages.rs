//! The lists, and how one finds one's way in them.

use std::time::Instant;

use crate::harness::Workstation;
use crate::steps::{ASSETS, SHOP, SITE, begin, open_distribution};

#[test]
fn the_practice_account_cannot_be_mistaken() {
    let station = Workstation::start();
    let window = station.open();
    window.wait_for_text("Nothing here reaches AWS: the distributions are made up, and nothing costs anything.");
    window.go_to("Activity");
    window.wait_for_text("Nothing here reaches AWS");
    window.close();
}

#[test]
fn the_filter_takes_words_and_a_pasted_url() {
    let station = Workstation::start();
    let window = station.open();
    let filter = window.field("Find distributions");

    filter.type_text("https://shop.example.com/product/tv?x=1");
    window.row_with(SITE).wait_gone();
    window.row_with(SHOP).wait();
    filter.clear();
    filter.type_text("nothing is called so");
    window.wait_for_text("No matches");
    window.button("Clear filter").click();
    window.row_with(SITE).wait();
    window.close();
}

#[test]
fn twelve_thousand_invalidations_come_in_a_page_at_a_time_newest_first() {
    let station = Workstation::start();
    let window = station.open();

    open_distribution(&window, ASSETS);
    let ids = || -> Vec<String> {
        let ids = window
            .execute("return [...document.querySelectorAll('tbody tr a')].map(a => a.textContent.trim())", vec![]);
        ids.unwrap_or_default()
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|id| id.as_str())
            .map(str::to_owned)
            .collect()
    };
    window.row_with("Completed").wait();
    let mut seen = ids();
    for page in 2..=5 {
        let turned = Instant::now();
        window.button("Next page").click();
        window.role("button", &format!("Page {page}")).wait();
        crate::harness::until(
            || format!("page {page} does not come"),
            || (!ids().is_empty() && !seen.contains(&ids()[0])).then_some(()),
        );
        assert!(turned.elapsed().as_secs() < 5, "page {page} took {:?}", turned.elapsed());
        seen.extend(ids());
    }
    let dates = window
        .execute("return [...document.querySelectorAll('tbody tr time')].map(time => time.dateTime)", vec![])
        .unwrap();
    let dates: Vec<&str> = dates.as_array().unwrap().iter().map(|date| date.as_str().unwrap()).collect();
    assert!(dates.len() > 5 && dates.is_sorted_by(|newer, older| newer >= older), "newest first: {dates:?}");
    window.close();
}

#[test]
fn cancel_goes_back_to_the_distribution() {
    let station = Workstation::start();
    let window = station.open();
    begin(&window, SITE);
    window.button("Cancel").click();
    window.tab("Invalidations").wait();
    window.close();
}
