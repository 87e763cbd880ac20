//! How long the pages of a history of 100,000 invalidations take, beside SQLite's own time for the same rows.
//!
//! Ours is what the page Activity asks of the engine: the submissions of a page with their items, which part of its run
//! each is, and the reasons that were given. The page has no filter by text; what is filtered in a history of that size
//! is by target and time, when the checks look for what was just sent, and by id, when the invalidations of a
//! distribution are shown with what is known of them. SQLite's own time is that of one statement for the same rows on the
//! same file, on a connection that is as warm, whose rows are fetched and not looked at.

mod nowhere;

use std::time::{Duration, Instant};

use bench::{Row, Unit, median_seconds};
use domain::submission::{Completed, Order, State};
use domain::{
    AccountKey, Batch, CallerReference, DistributionId, Invalidation, InvalidationId, InvalidationStatus, Item, Target,
};
use engine::ports::{Ledger, NewSubmission, Records};
use engine::{ConnectionId, Housekeeper};
use jiff::{SignedDuration, Timestamp};
use nowhere::{identity, world};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use store::Store;

const INVALIDATIONS: usize = 100_000;
const DISTRIBUTIONS: usize = 40;
const ITEMS: usize = 5;
const TIMES: usize = 15;
const PAGE: u32 = 25;
/// How many are kept in one transaction.
const AT_ONCE: usize = 2_000;
/// The most that a page may take of SQLite's own time.
const GOAL: f64 = 2.0;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(measure())
}

async fn measure() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let store = Store::open(folder.path()).await?;
    let now = Timestamp::now();
    for from in (0..INVALIDATIONS).step_by(AT_ONCE) {
        // A run of each: those of one call would be parts of one.
        let all = (from..from + AT_ONCE).map(|number| invalidation(number, now));
        let kept: Vec<_> = all.collect();
        store.keep_read(&account(), &kept).await?;
        let sent = kept.into_iter().map(|(target, one)| submission(target, one));
        store.add_submissions(sent.collect()).await?;
    }
    let file = folder.path().join("housekeeper.db");
    let pool = SqlitePool::connect_with(SqliteConnectOptions::new().filename(file)).await?;
    apart(&pool).await?;
    let house = Housekeeper::new(world(store.clone()), identity());
    let (target, since) = (distribution(7), now - SignedDuration::from_mins(15));
    let ids: Vec<_> = (0..PAGE as usize).map(|n| id(7 + n * DISTRIBUTIONS)).collect();

    for (what, offset) in [("open", 0), ("next page", PAGE), ("middle", 50_000), ("last page", 99_975)] {
        let ours = async || {
            let (total, page) = house.activity(offset, PAGE).await?;
            assert_eq!((total as usize, page.len()), (INVALIDATIONS, PAGE as usize), "{what}");
            house.standings(&page).await?;
            house.reasons_of(&page).await;
            Ok::<_, Box<dyn std::error::Error>>(page.len() * ITEMS)
        };
        let statement = format!(
            "SELECT (SELECT count(*) FROM submission), page.*, item.item, run_reason.reason FROM (
                 SELECT * FROM submission WHERE settled = 1 ORDER BY id DESC LIMIT {PAGE} OFFSET {offset}
             ) AS page JOIN submission_item AS item ON item.submission = page.id
             LEFT JOIN run_reason ON run_reason.run = page.run ORDER BY page.id DESC, position"
        );
        row(&format!("history of 100,000, {what}"), ours, &pool, &statement).await?;
    }
    let ours = async || {
        let found = store.recent_submissions(&account(), &target, since).await?;
        Ok(found.len() * ITEMS)
    };
    let statement = format!(
        "SELECT submission.*, item.item FROM submission JOIN submission_item AS item ON item.submission = submission.id
         WHERE account = '{}' AND target_kind = 'distribution' AND target = '{}' AND asked_at >= {}
         ORDER BY asked_at DESC, id DESC, position",
        account().as_str(),
        target.id(),
        since.as_millisecond()
    );
    row("history of 100,000, of one target lately", ours, &pool, &statement).await?;
    let ours = async || Ok(store.kept_invalidations(&account(), &target, &ids).await?.len() * ITEMS);
    let listed: Vec<String> = ids.iter().map(|id| format!("'{}'", id.as_str())).collect();
    let statement = format!(
        "SELECT invalidation.*, item.item FROM invalidation
         JOIN invalidation_item AS item ON item.invalidation = invalidation.number
         WHERE account = '{}' AND target_kind = 'distribution' AND target = '{}' AND id IN ({})",
        account().as_str(),
        target.id(),
        listed.join(", ")
    );
    row("history of 100,000, a distribution's page by id", ours, &pool, &statement).await?;
    Ok(())
}

/// Each submission a run of its own, as clicks make them: they were stored together only to be quick.
async fn apart(pool: &SqlitePool) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE submission SET run = id").execute(pool).await.map(drop)
}

/// Measures ours and the statement by turns, and prints the row. Ours says how many items it has.
async fn row(
    name: &str,
    ours: impl AsyncFn() -> Result<usize, Box<dyn std::error::Error>>,
    pool: &SqlitePool,
    statement: &str,
) -> Result<(), Box<dyn std::error::Error>> {
    let (mut mine, mut peers): (Vec<Duration>, Vec<Duration>) = Default::default();
    for _ in 0..TIMES {
        let began = Instant::now();
        let found = ours().await?;
        mine.push(began.elapsed());
        let began = Instant::now();
        let raw = sqlx::query(sqlx::AssertSqlSafe(statement)).fetch_all(pool).await?;
        peers.push(began.elapsed());
        assert!(found > 0 && raw.len() == found, "{name}: SQLite has {} rows, ours {found}", raw.len());
    }
    let (ours, theirs) = (median_seconds(&mine), median_seconds(&peers));
    Row { name, ours, peer: "SQLite", theirs, unit: Unit::Seconds, goal: Some(GOAL), note: "" }.print();
    Ok(())
}

fn account() -> AccountKey {
    AccountKey::known("aws", "123456789012", None)
}

fn distribution(number: usize) -> Target {
    Target::Distribution(DistributionId::new(format!("E{:013}", number % DISTRIBUTIONS)))
}

fn id(number: usize) -> InvalidationId {
    InvalidationId::new(format!("I{number:013}"))
}

/// One every ten seconds, the last one now.
fn invalidation(number: usize, now: Timestamp) -> (Target, Invalidation) {
    let ago = i64::try_from(INVALIDATIONS - number).unwrap_or_default() * 10;
    let items = (0..ITEMS).map(|item| Item::as_sent(format!("/section-{}/{item}/page-{number}.html", number % 100)));
    let one = Invalidation {
        id: id(number),
        created: now - SignedDuration::from_secs(ago),
        status: InvalidationStatus::read("Completed"),
        reference: format!("spring-{number}"),
        items: items.collect(),
    };
    (distribution(number), one)
}

fn submission(target: Target, one: Invalidation) -> NewSubmission {
    let Ok(batch) = Batch::new(one.items) else { unreachable!("it has items") };
    NewSubmission {
        connection: ConnectionId::new("c1"),
        account: account(),
        name: "Spring sale".to_owned(),
        asked: one.created,
        order: Order { target, reference: CallerReference::from_stored(one.reference), batch },
        state: State::Completed(Completed {
            invalidation: one.id,
            created: one.created,
            seen: one.created + SignedDuration::from_secs(20),
        }),
        run: None,
        replaces: None,
    }
}
