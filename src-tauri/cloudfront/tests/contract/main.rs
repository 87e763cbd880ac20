//! One list of clauses, each a documented behaviour of CloudFront, run through [`cloudfront::SdkCloudFront`] against the
//! practice account and against two servers of other people's making.
//!
//! A clause holds everywhere, or `departures.rs` names where it does not and what happens instead; and the suite
//! fails too when a departure is no longer there, so that a server that was mended is noticed.

#![allow(clippy::unwrap_used)]

mod clauses;
mod departures;
mod faults;
mod ground;
mod ministack;
mod moto;
mod practice_account;
mod server;

use clauses::{CLAUSES, Clause};
use departures::{DEPARTURES, Departure};
use ground::Ground;

/// Runs every clause, and says of each that does not end as the table of departures has it.
async fn check(server: &str, ground: &Ground) {
    let mut wrong = Vec::new();
    for Clause { name, says, holds } in CLAUSES {
        let departure = DEPARTURES.iter().find(|known| known.server == server && known.clause == *name);
        match (holds(ground).await, departure) {
            (Ok(()), None) => {}
            (Err(error), Some(Departure { instead, .. })) if format!("{error:#}").contains(instead) => {}
            (Ok(()), Some(Departure { instead, .. })) => {
                wrong.push(format!("{name}: {server} keeps to it now; take out the departure ({instead:?})"));
            }
            (Err(error), Some(Departure { instead, .. })) => {
                wrong.push(format!("{name}: {server} departs in another way than {instead:?}: {error:#}"));
            }
            (Err(error), None) => wrong.push(format!("{name} ({says}): {error:#}")),
        }
    }
    assert!(wrong.is_empty(), "{server}, {} of {} clauses:\n- {}", wrong.len(), CLAUSES.len(), wrong.join("\n- "));
}

#[tokio::test]
async fn practice_keeps_the_contract() {
    check("practice", &practice_account::ground()).await;
}

#[tokio::test]
async fn moto_keeps_the_contract_but_for_its_departures() {
    let (ground, _running) = moto::ground().await.unwrap();
    check("moto", &ground).await;
}

#[tokio::test]
async fn ministack_keeps_the_contract_but_for_its_departures() {
    let (ground, _running) = ministack::ground().await.unwrap();
    check("ministack", &ground).await;
}

#[test]
fn every_departure_is_from_a_clause_that_exists_and_practice_has_none() {
    for Departure { server, clause, .. } in DEPARTURES {
        assert!(CLAUSES.iter().any(|known| known.name == *clause), "{server}: no clause {clause}");
        assert!(["moto", "ministack"].contains(server), "{clause}: {server} must keep the contract");
    }
}

#[test]
fn a_server_that_is_not_installed_is_told_and_how_to_install_it() {
    let error = server::start("nothing", "nothing", |_, _| ()).err().expect("there is no such server");
    assert!(error.to_string().contains("run `cargo xtask test`"), "{error}");
}
