//! How long the list of 5,000 saved batches of 50 lines takes, beside SQLite's own time for the same rows.
//!
//! Ours is the engine's call; SQLite's own is one statement for the same page on the same file, whose rows are fetched
//! and not looked at. Prints medians of nine.

mod nowhere;

use std::time::Instant;

use bench::{Row, Unit, median_seconds};
use domain::marks::Colour;
use engine::ports::Batches;
use engine::{BatchColumn, BatchContent, BatchQuery, Housekeeper};
use jiff::Timestamp;
use nowhere::{identity, world};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use store::Store;

const BATCHES: usize = 5_000;
const LINES: usize = 50;
const TIMES: usize = 9;
const PAGE: u32 = 50;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(measure())
}

async fn measure() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let store = Store::open(folder.path()).await?;
    store.keep_batches(&(0..BATCHES).map(|n| (None, batch(n))).collect::<Vec<_>>(), Timestamp::now()).await?;

    let house = Housekeeper::new(world(store), identity());
    let pool =
        SqlitePool::connect_with(SqliteConnectOptions::new().filename(folder.path().join("housekeeper.db"))).await?;
    let page = |filter: &str, sort, descending, offset| BatchQuery {
        filter: filter.to_owned(),
        sort,
        descending,
        offset,
        limit: PAGE,
        ..BatchQuery::default()
    };
    let all = "FROM batch WHERE deleted_at IS NULL";
    let found = "FROM batch WHERE deleted_at IS NULL AND id IN (SELECT rowid FROM batch_text WHERE batch_text MATCH '\"section-17\"')";
    let (name, run) = (BatchColumn::Name, BatchColumn::LastRun);
    let rows = [
        (
            "list by name",
            page("", name, false, 0),
            format!("{all} ORDER BY favourite DESC, name COLLATE NOCASE, id LIMIT 50"),
        ),
        (
            "last page by name",
            page("", name, false, 4_950),
            format!("{all} ORDER BY favourite DESC, name COLLATE NOCASE, id LIMIT 50 OFFSET 4950"),
        ),
        (
            "list by last run",
            page("", run, true, 0),
            format!("{all} ORDER BY favourite DESC, last_run_at DESC, id LIMIT 50"),
        ),
        (
            "search of a part of a path",
            page("section-17", name, false, 0),
            format!("{found} ORDER BY favourite DESC, name COLLATE NOCASE, id LIMIT 50"),
        ),
    ];
    for (what, query, statement) in rows {
        let statement = format!("SELECT * {statement}");
        let (mut ours, mut peers) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            let began = Instant::now();
            let (_, matching, rows) = house.batches(&query).await?;
            ours.push(began.elapsed());
            assert!(matching > 0 && !rows.is_empty(), "{what}: nothing was found");
            let began = Instant::now();
            let raw = sqlx::query(sqlx::AssertSqlSafe(statement.clone())).fetch_all(&pool).await?;
            peers.push(began.elapsed());
            assert_eq!(raw.len(), rows.len(), "{what}: other rows");
        }
        Row {
            name: &format!("5,000 saved batches: {what}"),
            ours: median_seconds(&ours),
            peer: "SQLite",
            theirs: median_seconds(&peers),
            unit: Unit::Seconds,
            goal: Some(2.0),
            note: "",
        }
        .print();
    }
    Ok(())
}

fn batch(number: usize) -> BatchContent {
    let lines: Vec<String> =
        (0..LINES).map(|line| format!("/section-{}/{line}/page-{}.html", number % 100, number * 7)).collect();
    BatchContent {
        // Not in the order of their making.
        name: format!("Batch {}", (number * 7_919) % BATCHES),
        description: format!("What is published on day {} of the month", number % 31),
        text: lines.join("\n"),
        variables: Vec::new(),
        targets: Vec::new(),
        favourite: number.is_multiple_of(50),
        labels: vec![format!("label {}", number % 12)],
        colour: Colour::None,
    }
}
