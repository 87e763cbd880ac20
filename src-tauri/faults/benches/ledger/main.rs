//! The month's ledger of a large account, counted by the app, by a bare HTTP client and by boto3.
//!
//! All of them ask the same server, which answers in 20 ms, in one run: what counts is how they compare, not how long
//! they take on this machine.

#![expect(clippy::print_stdout, reason = "a benchmark tells what it measured")]

mod bare;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use bench::{RUNS, Row, Unit, median};
use faults::count::{Counted, Office};
use faults::estate::{Asked, Estate, Size};
use faults::independent;
use tokio::process::Command;

/// How long the server takes for an answer.
const LATENCY: Duration = Duration::from_millis(20);

/// A large account.
const LARGE: Size = Size { distributions: 40, invalidations: 100, latency: LATENCY, rate: None };

/// A small one that takes five calls a second, and is asked by an app that takes many more.
const THROTTLED: Size = Size { distributions: 3, invalidations: 20, latency: LATENCY, rate: Some(5) };

/// How much longer than the bare client's the app's count may take.
const GOAL: f64 = 1.5;

/// How many invalidations are made before the second count.
const NEW: usize = 7;

/// The argument that makes this program the bare client.
const BARE: &str = "bare";

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, bare, endpoint] = arguments.as_slice()
        && bare == BARE
    {
        println!("{}", serde_json::to_string(&bare::count(endpoint).await?)?);
        return Ok(());
    }
    let estate = Estate::open(&LARGE).await?;
    beside_the_bare_client(&estate).await?;
    the_second_time(&estate).await?;
    beside_boto3(&estate).await?;
    throttled().await
}

/// The first count of a large account, each on records of its own, by turns with the bare client.
async fn beside_the_bare_client(estate: &Estate) -> Result<()> {
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let counted = in_a_new_office(estate).await?;
        let asked = estate.asked();
        ours.push(counted.took.as_secs_f64());
        let (took, calls) = bare_client(estate).await?;
        ensure!(calls == estate.asked().answered(), "the bare client makes the calls that it says");
        // The app has asked once more, for whether the connection works.
        ensure!(asked.answered() == calls + 1, "both make the same calls: the app {asked:?}, the bare client {calls}");
        bare.push(took.as_secs_f64());
    }
    Row {
        name: "ledger of 4,000 invalidations",
        ours: median(ours),
        peer: "bare HTTP client",
        theirs: median(bare),
        unit: Unit::Seconds,
        goal: Some(GOAL),
        note: "eight calls at once, each answered in 20 ms",
    }
    .print();
    Ok(())
}

/// What is stored is there at once, and only what is new is read.
async fn the_second_time(estate: &Estate) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = Office::lay(program(), folder.path())?;
    let first = office.count(&estate.endpoint()).await?;
    let mut stored = Vec::new();
    for _ in 0..RUNS {
        let again = office.count(&estate.endpoint()).await?;
        ensure!(again.stored_items == first.items.values().sum::<u64>(), "the stored figure is the counted one");
        stored.push(again.stored_took.as_secs_f64() * 1000.0);
    }
    println!("the stored figure, right after opening: {:.1} ms", median(stored));
    estate.invalidate(NEW);
    estate.asked();
    let second = office.count(&estate.endpoint()).await?;
    agrees(&second, estate)?;
    let Asked { lists, reads, .. } = estate.asked();
    println!(
        "the second count, {NEW} invalidations later: {reads} read (must be {NEW}), {lists} lists, {:.2} s",
        second.took.as_secs_f64()
    );
    ensure!(reads as usize == NEW, "only what is new is read");
    Ok(())
}

/// The same figures from a script that knows nothing of this app.
async fn beside_boto3(estate: &Estate) -> Result<()> {
    let counted = in_a_new_office(estate).await?;
    let (begun, endpoint) = (Instant::now(), estate.endpoint());
    // On a thread of its own, since the server runs on this one's.
    let script = move || independent::script::<BTreeMap<String, u64>>("count.py", &endpoint, [""; 0]);
    let items = tokio::task::spawn_blocking(script).await??;
    let took = begun.elapsed().as_secs_f64();
    ensure!(items == counted.items, "boto3 has {items:?}, the app {:?}", counted.items);
    let sum: u64 = items.values().sum();
    let note = format!("one call after the other, one run; {sum} items, by distribution the same to the item");
    let ours = counted.took.as_secs_f64();
    let name = "ledger beside boto3";
    Row { name, ours, peer: "boto3", theirs: took, unit: Unit::Seconds, goal: None, note: &note }.print();
    Ok(())
}

/// It ends however slow it is made to go.
async fn throttled() -> Result<()> {
    let estate = Estate::open(&THROTTLED).await?;
    let counted = in_a_new_office(&estate).await?;
    let asked = estate.asked();
    // The app has asked once before, for whether the connection works.
    let calls = asked.answered() - 1;
    let ideal = f64::from(calls) / 5.0;
    let (took, refused) = (counted.took.as_secs_f64(), asked.throttled);
    println!(
        "throttled to 5 calls a second, {calls} calls: {took:.2} s, ideally {ideal:.2} s; {refused} calls were \
         throttled, and progress was told {} times",
        counted.told
    );
    Ok(())
}

async fn in_a_new_office(estate: &Estate) -> Result<Counted> {
    let folder = tempfile::tempdir()?;
    let counted = Office::lay(program(), folder.path())?.count(&estate.endpoint()).await?;
    agrees(&counted, estate)?;
    Ok(counted)
}

fn agrees(counted: &Counted, estate: &Estate) -> Result<()> {
    ensure!(counted.problems.is_empty(), "the count was not whole: {:?}", counted.problems);
    let truth = estate.items();
    ensure!(counted.items == truth, "the account has {truth:?}, the app {:?}", counted.items);
    Ok(())
}

/// The bare client, in a process of its own as the app is: how long it took, and how many calls it made.
async fn bare_client(estate: &Estate) -> Result<(Duration, u32)> {
    let output = Command::new(std::env::current_exe()?)
        .args([BARE, &estate.endpoint()])
        .stderr(Stdio::inherit())
        .output()
        .await
        .context("this program cannot start itself")?;
    ensure!(output.status.success(), "the bare client ended with {}", output.status);
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_faults"))
}
