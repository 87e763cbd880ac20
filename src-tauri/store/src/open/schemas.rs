//! A database of every earlier schema, with data in it, opens with this version and has lost nothing.
//!
//! Each migration has a file in `tests/schemas/` with what a version of that schema would write; it is played in as soon
//! as that schema is reached. So whoever adds a migration adds such a file too, and asserts below what it must read as.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use domain::marks::Colour;
use domain::quota::Load;
use domain::submission::{
    Accepted, Completed, InProgress, PutOff, Queued, Reason, Refused, RunId, Sending, State, SubmissionId, Unknown,
    Waiting, Withdrawn,
};
use domain::{AccountKey, Budget, DistributionId, InvalidationId, Month, Target, TenantId};
use engine::ports::{Batches, Ledger, Mended, Note, Notebook, Records};
use engine::{
    About, BatchContent, BatchId, BatchQuery, ConnectionId, Failure, Portal, Role, Settings, Stopped, Uncounted, Way,
};
use sqlx::AssertSqlSafe;

use super::*;
use crate::samples::{NOON, after_noon, items};

fn data_of(version: i64) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/schemas/{version}.sql"))
}

/// A folder with the database of a version whose newest migration was this one.
async fn folder_of(newest: i64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteConnectOptions::new().filename(folder.path().join(FILE)).create_if_missing(true);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
    for version in MIGRATIONS.iter().map(|migration| migration.version).filter(|version| *version <= newest) {
        MIGRATIONS.run_to(version, &pool).await.unwrap();
        let data = std::fs::read_to_string(data_of(version)).expect("a migration comes with data of its schema");
        sqlx::raw_sql(AssertSqlSafe(data)).execute(&pool).await.unwrap();
    }
    pool.close().await;
    folder
}

#[tokio::test]
async fn a_database_of_every_schema_opens_and_has_lost_nothing() {
    for migration in MIGRATIONS.iter() {
        let folder = folder_of(migration.version).await;
        let store = Store::open_at(folder.path(), NOON).await.unwrap();
        has_the_data_of_the_first(&store).await;
        has_the_queue(&store, migration.version >= 20_261_125_030_000).await;
        has_the_batches(&store, migration.version >= 20_261_125_040_000).await;
        has_the_notebook(&store, migration.version >= 20_261_125_130_000).await;
        has_the_ways_in(&store, migration.version >= 20_261_125_170_000).await;
        has_the_ledger(&store, migration.version >= 20_261_125_200_000).await;
        has_what_was_brought(&store, migration.version >= 20_261_125_190_000).await;
        if migration.version >= 20_261_122_233_000 {
            has_the_notes_of_damage(&store).await;
        } else {
            assert_eq!((store.mended().await.unwrap(), store.restored_through().await.unwrap()), (None, None));
        }
        store.close().await;
    }
}

/// What a version with an administrator's file wrote: a batch that was brought is not brought again.
async fn has_what_was_brought(store: &Store, written: bool) {
    let batches = store.batches(&BatchQuery { limit: 9, ..BatchQuery::default() }).await.unwrap().2;
    let Some(any) = batches.first() else { return };
    let content = BatchContent { name: "Brought".to_owned(), ..any.content.clone() };
    assert_eq!(store.bring_batch("news", &content, NOON).await.unwrap(), !written);
}

async fn has_the_ways_in(store: &Store, there: bool) {
    let connections = store.connections().await.unwrap();
    assert_eq!(connections.len(), if there { 4 } else { 2 });
    let seen = store.permissions_seen(&ConnectionId::new("c1")).await.unwrap();
    let idle = store.settings().await.unwrap().idle_lock;
    if !there {
        assert!(
            connections.iter().all(|it| it.about.colour == Colour::None && !it.about.production && !it.endpoints.china)
        );
        assert_eq!((seen.len(), idle), (0, Duration::ZERO));
        return;
    }
    let portal = Portal { start_url: "https://example.awsapps.com/start".into(), region: "eu-west-1".into() };
    let way = Way::IdentityCenter { portal, account: "123456789012".into(), role: "Editors".into() };
    assert_eq!(connections[2].way, way);
    assert_eq!(connections[2].about, About { name: "Portal".into(), colour: Colour::Red, production: true });
    assert!(connections[2].endpoints.fips && connections[2].endpoints.dual_stack && !connections[2].endpoints.china);
    let role = Role {
        arn: "arn:aws:iam::123456789012:role/Web".into(),
        external_id: Some("shared".into()),
        session_name: Some("ann".into()),
        mfa_serial: Some("arn:aws:iam::123456789012:mfa/ann".into()),
    };
    assert_eq!(connections[3].way, Way::Role { base: ConnectionId::new("c1"), role });
    assert_eq!(seen[0].action, "cloudfront:CreateInvalidation");
    assert_eq!((&*seen[0].on, seen[0].works, idle.as_secs()), ("E1EXAMPLE12345", false, 900));
}

async fn has_the_ledger(store: &Store, written: bool) {
    let account = AccountKey::from_stored("aws:123456789012".to_owned());
    let october = Month::of(NOON).previous();
    let count = store.count(&account, october).await.unwrap();
    let budgets = store.budgets(&account).await.unwrap();
    let tariff = store.tariff("aws").await.unwrap();
    if !written {
        assert_eq!((count, budgets.len(), tariff), (None, 0, None));
        return;
    }
    let count = count.unwrap();
    let shop = Target::Distribution(DistributionId::new("E1EXAMPLE12345"));
    let what: Vec<_> = count.gaps.into_iter().map(|gap| gap.what).collect();
    assert_eq!(what, [Uncounted::Distributions, Uncounted::Items(shop.clone(), 3)]);
    assert!(matches!(count.stopped, Some(Stopped::Failed(Failure::Unreachable { .. }))));
    assert_eq!(count.at, Some(Timestamp::from_millisecond(1_793_491_200_000).unwrap()));
    let budget = |warn_above, refuse_above| Budget { warn_above, refuse_above };
    assert_eq!(budgets, [(None, budget(Some(900), Some(2_000))), (Some(shop), budget(None, Some(500)))]);
    let tariff = tariff.unwrap();
    assert_eq!((tariff.price.per_item.to_string(), tariff.free_items), ("0.0045".to_owned(), 1_500));
    assert_eq!((&*tariff.source, tariff.as_of.to_string()), ("Our contract", "2026-11-25".to_owned()));
}

async fn has_the_data_of_the_first(store: &Store) {
    let account = AccountKey::from_stored("aws:123456789012".to_owned());
    let shop = Target::Distribution(DistributionId::new("E1EXAMPLE12345"));

    let connections = store.connections().await.unwrap();
    assert_eq!(
        connections.iter().map(|it| (it.id.as_str(), it.name())).collect::<Vec<_>>(),
        [("c1", "Marketing"), ("c2", "Staging"), ("c3", "Portal"), ("c4", "Role")][..connections.len()]
    );
    assert_eq!(connections[0].way, Way::AccessKey { access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned() });
    assert_eq!(connections[0].identity.as_ref().unwrap().account, "123456789012");
    assert_eq!(connections[1].way, Way::Profile { name: "staging".to_owned(), agreed_program: None });
    assert_eq!(connections[1].endpoints.custom_endpoint.as_deref(), Some("http://127.0.0.1:5000"));
    assert_eq!(store.connection_in_use().await.unwrap(), Some(ConnectionId::new("c2")));

    let reason = |code: &str, detail: &str| Reason { code: code.to_owned(), detail: detail.to_owned() };
    let id = InvalidationId::new;
    let states = [
        State::Completed(Completed { invalidation: id("I1"), created: after_noon(1), seen: after_noon(30) }),
        State::Refused(Refused { at: after_noon(101), reason: reason("denied", "User is not authorized") }),
        State::Queued(Queued::default()),
        State::Sending(Sending { since: after_noon(303), attempt: 2, lost: Some(after_noon(301)) }),
        State::Unknown(Unknown { attempts: 3, lost: after_noon(401), reason: reason("replyLost", "time-out") }),
        State::InProgress(InProgress { invalidation: id("I6"), created: after_noon(501) }),
        State::Accepted(Accepted { invalidation: id("I7"), created: after_noon(601) }),
    ];
    let sent =
        [&["/index.html", "/images/*"][..], &["/a"], &["/a"], &["#product:tv"], &["/b%20c"], &["/d?e=f"], &["/*"]];
    assert!(store.submissions(0, 100).await.unwrap().0 >= 7);
    for (number, (state, sent)) in (1..).zip(states.into_iter().zip(sent)) {
        let submission = store.submission(SubmissionId(number)).await.unwrap().expect("it is there");
        assert_eq!(submission.state, state, "{number}");
        assert_eq!(submission.order.batch.items(), items(sent.iter().copied()), "{number}");
        assert_eq!(submission.order.reference.as_str(), format!("spring-{number}"));
        assert_eq!((&*submission.connection, &submission.account), ("c1", &account));
        assert_eq!(submission.asked, after_noon((number - 1) * 100));
        assert_eq!(submission.replaces, (number == 3).then_some(SubmissionId(2)));
        assert_eq!(submission.run, RunId(if number == 3 { 2 } else { number }));
        let tenant = Target::Tenant(TenantId::new("dt_1"));
        assert_eq!(submission.order.target, if number == 4 { tenant } else { shop.clone() });
    }
    let history = store.history(SubmissionId(1)).await.unwrap();
    let states: Vec<_> = history.iter().map(|step| step.state).collect();
    assert_eq!(states, ["queued", "sending", "inProgress", "completed"]);
    let unsettled = store.unsettled().await.unwrap();
    assert_eq!(unsettled[..4].iter().map(|it| it.id.0).collect::<Vec<_>>(), [3, 4, 5, 6]);
    let parts = store.parts(RunId(1)).await.unwrap();
    assert_eq!(parts[0].load, Load { files: 1, wildcards: 1 });

    let kept = store.kept_invalidations(&account, &shop, &[id("I1")]).await.unwrap();
    assert_eq!(kept[0].items, items(["/index.html", "/images/*"]));
    let note = Note { nickname: Some("Shop".into()), favourite: true, added: false, opened: Some(NOON) };
    assert_eq!(store.notes(&account).await.unwrap(), [(DistributionId::new("E1EXAMPLE12345"), note)]);
}

/// What a version with a queue wrote; of an earlier one, what it is when there was none.
async fn has_the_queue(store: &Store, written: bool) {
    if !written {
        assert_eq!(store.settings().await.unwrap(), Settings::default());
        assert!(!store.queue_is_paused().await.unwrap());
        return;
    }
    assert_eq!(store.unsettled_ids().await, [3, 4, 5, 6, 8, 10]);
    let reason = Reason { code: "throttled".to_owned(), detail: "Rate exceeded".to_owned() };
    let put_off = State::Queued(Queued { put_off: Some(PutOff { attempts: 2, reason }) });
    assert_eq!(store.submission(SubmissionId(8)).await.unwrap().unwrap().state, put_off);
    let parts = store.parts(RunId(8)).await.unwrap();
    assert_eq!(
        parts.iter().map(|part| (part.id.0, part.is_replaced)).collect::<Vec<_>>(),
        [(8, false), (9, true), (10, false)]
    );
    assert_eq!(parts[1].state, State::Withdrawn(Withdrawn { at: after_noon(702) }));
    assert_eq!(parts[2].state, State::Waiting(Waiting { until: after_noon(705) }));
    let found = store.settings().await.unwrap();
    let settings = Settings { undo: Duration::from_secs(20), notify_completed: false, ..found.clone() };
    assert_eq!(found, settings);
    assert!(store.queue_is_paused().await.unwrap());
}

/// What a version with saved batches wrote.
async fn has_the_batches(store: &Store, written: bool) {
    let (total, _, batches) = store.batches(&BatchQuery { limit: 9, ..BatchQuery::default() }).await.unwrap();
    assert_eq!(total > 0, written);
    let Some(batch) = batches.first() else { return };
    assert_eq!((&*batch.content.name, &*batch.content.text), ("News", "/{locale}/news*"));
    assert_eq!(batch.content.variables[0].default, ["de"]);
    assert_eq!(batch.content.targets[0].connection, ConnectionId::new("c1"));
    assert_eq!(batch.last_values["locale"], ["de", "fr"]);
    assert_eq!((batch.edited, batch.last_run), (after_noon(800), Some(after_noon(900))));
    assert_eq!(batch.created, after_noon(700), "as old as its first version");
    let found = BatchQuery { filter: "ocale}/n".to_owned(), limit: 9, ..BatchQuery::default() };
    assert_eq!(store.batches(&found).await.unwrap().2, std::slice::from_ref(batch));
    let versions = store.batch_versions(batch.id).await.unwrap();
    assert_eq!((versions[0].at, &*versions[0].content.text), (after_noon(700), "/news"));
}

/// What a version with labels, drafts and reasons wrote.
async fn has_the_notebook(store: &Store, written: bool) {
    assert_eq!(store.drafts().await.unwrap().len(), usize::from(written));
    if !written {
        return;
    }
    let batch = store.batch(BatchId(2)).await.unwrap().unwrap();
    assert_eq!((&*batch.content.labels, batch.content.colour), (&["Shop".to_owned()][..], Colour::Blue));
    assert_eq!((batch.created, batch.last_run_by), (after_noon(1_700), vec![ConnectionId::new("c1")]));
    assert_eq!(store.draft("batch/new").await.unwrap().unwrap().content, r#"{"text":"/a"}"#);
    assert_eq!(store.reasons(&[RunId(1), RunId(2)]).await.unwrap(), [(RunId(1), "TICKET-1".to_owned())]);
}

async fn has_the_notes_of_damage(store: &Store) {
    let mended = Mended {
        at: after_noon(1_200),
        set_aside: Some("/data/damaged/2026-11-22T122000Z/housekeeper.db".to_owned()),
        restored_from: Some(after_noon(650)),
    };
    assert_eq!(store.mended().await.unwrap(), Some(mended));
    assert_eq!(store.restored_through().await.unwrap(), Some(SubmissionId(7)));
}

#[tokio::test]
async fn a_backup_of_every_schema_can_be_restored() {
    for migration in MIGRATIONS.iter() {
        let folder = folder_of(migration.version).await;
        let backups = folder.path().join("backups");
        std::fs::create_dir(&backups).unwrap();
        std::fs::rename(folder.path().join(FILE), backups.join("000001-2026-11-22T120000Z.db")).unwrap();
        let store = Store::open_at(folder.path(), after_noon(60)).await.unwrap();
        has_the_data_of_the_first(&store).await;
        assert_eq!(store.mended().await.unwrap().unwrap().restored_from, Some(NOON));
        let newest = if migration.version >= 20_261_125_030_000 { 10 } else { 7 };
        assert_eq!(store.restored_through().await.unwrap(), Some(SubmissionId(newest)));
        store.close().await;
    }
}
