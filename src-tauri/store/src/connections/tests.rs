#![allow(clippy::unwrap_used)]

use domain::marks::Colour;
use engine::ports::Records;
use engine::{About, Connection, ConnectionId, Endpoints, Failure, Identity, PermissionSeen, Portal, Role, Way};

use crate::Store;
use crate::samples::queued;

fn access_key(id: &str) -> Connection {
    Connection {
        id: ConnectionId::new(id),
        about: About { name: "Shop, staff".into(), colour: Colour::Purple, production: true },
        way: Way::AccessKey { access_key_id: "AKIAIOSFODNN7EXAMPLE".into() },
        endpoints: Endpoints {
            custom_endpoint: Some("http://127.0.0.1:5000".into()),
            china: true,
            fips: true,
            dual_stack: true,
        },
        identity: Some(Identity {
            partition: "aws".into(),
            account: "123456789012".into(),
            arn: "arn:aws:iam::123456789012:user/anna".into(),
        }),
    }
}

fn profile(id: &str) -> Connection {
    Connection {
        id: ConnectionId::new(id),
        about: About { name: "Blog".into(), ..About::default() },
        way: Way::Profile { name: "blog".into(), agreed_program: Some("a digest".into()) },
        endpoints: Endpoints::default(),
        identity: None,
    }
}

#[tokio::test]
async fn connections_come_back_as_they_were_kept_in_the_order_they_were_made() {
    let store = Store::in_memory().await.unwrap();
    let (one, two) = (access_key("z"), profile("a"));
    store.keep_connection(&one).await.unwrap();
    store.keep_connection(&two).await.unwrap();
    assert_eq!(store.connections().await.unwrap(), [one, two]);
}

#[tokio::test]
async fn a_connection_kept_again_changes_in_its_place() {
    let store = Store::in_memory().await.unwrap();
    store.keep_connection(&access_key("one")).await.unwrap();
    store.keep_connection(&profile("two")).await.unwrap();
    let changed = Connection { about: About { name: "Another name".into(), ..About::default() }, ..profile("one") };
    store.keep_connection(&changed).await.unwrap();
    assert_eq!(store.connections().await.unwrap(), [changed, profile("two")]);
}

#[tokio::test]
async fn the_one_in_use_is_remembered_and_may_be_the_practice_connection() {
    let store = Store::in_memory().await.unwrap();
    assert_eq!(store.connection_in_use().await.unwrap(), None);
    store.use_connection(&ConnectionId::practice()).await.unwrap();
    assert_eq!(store.connection_in_use().await.unwrap(), Some(ConnectionId::practice()));
    store.keep_connection(&profile("c1")).await.unwrap();
    store.use_connection(&ConnectionId::new("c1")).await.unwrap();
    assert_eq!(store.connection_in_use().await.unwrap(), Some(ConnectionId::new("c1")));
    assert_eq!(store.connections().await.unwrap(), [profile("c1")], "using the practice connection kept nothing");
}

#[tokio::test]
async fn a_connection_that_is_not_there_cannot_be_used() {
    let store = Store::in_memory().await.unwrap();
    store.use_connection(&ConnectionId::practice()).await.unwrap();
    let failure = store.use_connection(&ConnectionId::new("c9")).await.unwrap_err();
    assert_eq!(failure, Failure::NotFound { what: "connection c9".into() });
    assert_eq!(store.connection_in_use().await.unwrap(), Some(ConnectionId::practice()));
}

#[tokio::test]
async fn a_forgotten_connection_is_no_longer_in_use_and_leaves_its_submissions() {
    let store = Store::in_memory().await.unwrap();
    store.keep_connection(&profile("c1")).await.unwrap();
    store.keep_connection(&profile("c2")).await.unwrap();
    store.use_connection(&ConnectionId::new("c1")).await.unwrap();
    let submission = store.add_submission(queued("a")).await.unwrap();

    store.forget_connection(&ConnectionId::new("c1")).await.unwrap();
    assert_eq!(store.connections().await.unwrap(), [profile("c2")]);
    assert_eq!(store.connection_in_use().await.unwrap(), None);
    assert_eq!(store.submission(submission.id).await.unwrap(), Some(submission));

    store.forget_connection(&ConnectionId::new("c1")).await.unwrap();
}

#[tokio::test]
async fn forgetting_another_connection_leaves_the_one_in_use() {
    let store = Store::in_memory().await.unwrap();
    store.keep_connection(&profile("c1")).await.unwrap();
    store.keep_connection(&profile("c2")).await.unwrap();
    store.use_connection(&ConnectionId::new("c1")).await.unwrap();
    store.forget_connection(&ConnectionId::new("c2")).await.unwrap();
    assert_eq!(store.connection_in_use().await.unwrap(), Some(ConnectionId::new("c1")));
}

#[tokio::test]
async fn what_is_stored_wrongly_is_named_and_not_guessed_at() {
    let store = Store::in_memory().await.unwrap();
    store.keep_connection(&profile("c1")).await.unwrap();
    sqlx::query("PRAGMA ignore_check_constraints = ON").execute(&store.pool).await.unwrap();
    sqlx::query("UPDATE connection SET way = 'telepathy'").execute(&store.pool).await.unwrap();
    let failure = store.connections().await.unwrap_err();
    assert_eq!(failure, Failure::Records { detail: "connection.way of c1 is no way in: \"telepathy\"".into() });
}

#[tokio::test]
async fn every_way_in_comes_back_as_it_was_also_in_the_place_of_another() {
    let portal = Portal { start_url: "https://example.awsapps.com/start".into(), region: "eu-west-1".into() };
    let full = Role {
        arn: "arn:aws:iam::123456789012:role/Web".into(),
        external_id: Some("x".into()),
        session_name: Some("ann".into()),
        mfa_serial: Some("GAHT12345678".into()),
    };
    let bare = Role { external_id: None, session_name: None, mfa_serial: None, ..full.clone() };
    let base = ConnectionId::new("c1");
    let ways = [
        Way::Practice,
        Way::IdentityCenter { portal, account: "123456789012".into(), role: "Editors".into() },
        Way::Role { base: base.clone(), role: full },
        Way::Role { base, role: bare },
        profile("x").way,
        access_key("x").way,
    ];
    let store = Store::in_memory().await.unwrap();
    for way in ways.iter().chain(ways.iter().rev()) {
        let connection = Connection { way: way.clone(), ..profile("one") };
        store.keep_connection(&connection).await.unwrap();
        assert_eq!(store.connections().await.unwrap(), [connection]);
    }
}

#[tokio::test]
async fn what_was_seen_of_permissions_is_the_last_of_each_and_goes_with_the_connection() {
    let store = Store::in_memory().await.unwrap();
    let id = ConnectionId::new("one");
    store.keep_connection(&profile("one")).await.unwrap();
    let seen = |on: &str, works: bool, second: i64| PermissionSeen {
        action: "cloudfront:GetInvalidation".into(),
        on: on.into(),
        works,
        at: jiff::Timestamp::from_second(second).unwrap(),
    };
    for one in [seen("E1", false, 1), seen("E2", true, 2), seen("E1", true, 3)] {
        store.keep_permission_seen(&id, &one).await.unwrap();
    }
    assert_eq!(store.permissions_seen(&id).await.unwrap(), [seen("E1", true, 3), seen("E2", true, 2)]);
    assert!(store.permissions_seen(&ConnectionId::new("two")).await.unwrap().is_empty());
    store.forget_connection(&id).await.unwrap();
    assert!(store.permissions_seen(&id).await.unwrap().is_empty());
}
