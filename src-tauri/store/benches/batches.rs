//! How long the list of 5,000 saved batches of 50 lines takes, beside SQLite's own time for the same rows.
//!
//! Ours is the engine's call; SQLite's own is one statement for the same page on the same file, whose rows are fetched
//! and not looked at. Prints medians of nine.

#![allow(clippy::print_stdout)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use domain::marks::Colour;
use engine::ports::{
    Access, Batches, Chance, Clock, Door, KeyOnFile, Means, Method, NoAdministrator, PendingSignIn, PortalAccount,
    Portals, Vault,
};
use engine::{
    AccessKey, BatchColumn, BatchContent, BatchQuery, Compartment, Connection, Endpoints, Failure, Housekeeper,
    Identity, Portal, Secret, SecretName, World,
};
use jiff::Timestamp;
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
    let began = Instant::now();
    store.keep_batches(&(0..BATCHES).map(|n| (None, batch(n))).collect::<Vec<_>>(), Timestamp::now()).await?;
    println!("{BATCHES} batches of {LINES} lines kept in {} ms", began.elapsed().as_millis());

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
        let (ours, peer) = (median(ours), median(peers));
        println!(
            "{what}: ours {:.2} ms, peer SQLite {:.2} ms, ratio {:.2} (goal 2)",
            ours.as_secs_f64() * 1e3,
            peer.as_secs_f64() * 1e3,
            ours.as_secs_f64() / peer.as_secs_f64()
        );
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

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn identity() -> Identity {
    Identity { partition: "aws".to_owned(), account: "123456789012".to_owned(), arn: String::new() }
}

fn world(store: Store) -> World {
    World {
        access: Arc::new(Nowhere),
        portals: Arc::new(Nowhere),
        vault: Arc::new(Nowhere),
        records: Arc::new(store.clone()),
        batches: Arc::new(store.clone()),
        ledger: Arc::new(store.clone()),
        notebook: Arc::new(store),
        administrator: Arc::new(NoAdministrator),
        clock: Arc::new(Nowhere),
        chance: Arc::new(Nowhere),
    }
}

/// All that a list asks nothing of.
struct Nowhere;

fn nowhere<T>() -> Result<T, Failure> {
    Err(Failure::Unexpected { code: "bench".to_owned(), detail: "nobody is there".to_owned() })
}

#[async_trait]
impl Access for Nowhere {
    async fn open(&self, _: &Connection, _: &Means) -> Result<Door, Failure> {
        nowhere()
    }

    async fn profiles(&self) -> Result<Vec<String>, Failure> {
        nowhere()
    }

    async fn keys_on_file(&self) -> Result<Vec<KeyOnFile>, Failure> {
        nowhere()
    }

    async fn key_on_file(&self, _: &str) -> Result<AccessKey, Failure> {
        nowhere()
    }

    fn program_mark(&self, _: &str) -> String {
        String::new()
    }

    async fn create_key(&self, _: &Connection, _: &Means) -> Result<AccessKey, Failure> {
        nowhere()
    }

    async fn disable_key(&self, _: &Connection, _: &Means, _: &str) -> Result<(), Failure> {
        nowhere()
    }

    async fn delete_key(&self, _: &Connection, _: &Means, _: &str) -> Result<(), Failure> {
        nowhere()
    }
}

#[async_trait]
impl Portals for Nowhere {
    async fn begin(&self, _: &Portal, _: &Endpoints, _: Method) -> Result<Box<dyn PendingSignIn>, Failure> {
        nowhere()
    }

    async fn accounts(&self, _: &Portal, _: &Endpoints, _: &Compartment) -> Result<Vec<PortalAccount>, Failure> {
        nowhere()
    }

    async fn roles(&self, _: &Portal, _: &Endpoints, _: &Compartment, _: &str) -> Result<Vec<String>, Failure> {
        nowhere()
    }

    async fn sign_out(&self, _: &Portal, _: &Endpoints, _: &Compartment) -> Result<(), Failure> {
        nowhere()
    }
}

#[async_trait]
impl Vault for Nowhere {
    async fn keep_secret(&self, _: &SecretName, _: &Secret) -> Result<(), Failure> {
        nowhere()
    }

    async fn recall_secret(&self, _: &SecretName) -> Result<Option<Secret>, Failure> {
        nowhere()
    }

    async fn forget_secret(&self, _: &SecretName) -> Result<(), Failure> {
        nowhere()
    }
}

impl Clock for Nowhere {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl Chance for Nowhere {
    fn six_bytes(&self) -> [u8; 6] {
        [0; 6]
    }
}
