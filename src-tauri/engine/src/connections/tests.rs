use super::*;
use crate::ports::Method;
use crate::testing::{RIGHT_CODE, Stage};
use crate::{AccessKey, Asked, Endpoints, Keep, NewConnection, NewPortal, NewWay, Portal, Role};

fn key(id: &str) -> AccessKey {
    AccessKey { access_key_id: Some(id.to_owned()), secret_access_key: "x".into(), session_token: None }
}

fn new(name: &str, way: NewWay) -> NewConnection {
    NewConnection {
        about: About { name: name.to_owned(), ..About::default() },
        way,
        endpoints: Endpoints { custom_endpoint: Some("http://127.0.0.1:5000".to_owned()), ..Endpoints::default() },
        keep: Keep::Keychain,
        agreed_program: None,
        mfa_code: None,
    }
}

fn access_key(name: &str) -> NewConnection {
    new(name, NewWay::AccessKey(key("AKIAIOSFODNN7EXAMPLE")))
}

fn role_over(name: &str, base: &ConnectionId) -> NewConnection {
    let role = Role {
        arn: "arn:aws:iam::123456789012:role/Web".into(),
        external_id: None,
        session_name: None,
        mfa_serial: Some("arn:aws:iam::123456789012:mfa/ann".into()),
    };
    new(name, NewWay::Role { base: base.clone(), role })
}

fn portal() -> Portal {
    Portal { start_url: "https://example.awsapps.com/start".into(), region: "eu-west-1".into() }
}

#[tokio::test]
async fn the_practice_account_is_there_from_the_start_and_in_use() {
    let stage = Stage::new();
    let rows = stage.house.connections().await.expect("rows");
    assert_eq!(rows.len(), 1);
    assert!(rows[0].in_use && rows[0].connection.identity.is_some());
    let removed = stage.house.remove_connection(&ConnectionId::practice()).await;
    assert!(matches!(removed, Err(Failure::Invalid { .. })));
}

#[tokio::test]
async fn a_connection_is_kept_with_whom_aws_takes_it_for_and_its_secret_apart() {
    let stage = Stage::new();
    let (saved, check) = stage.house.save_connection(access_key("Main")).await.expect("saved");
    assert!(check.identity.is_ok() && check.listing.is_ok());
    assert!(saved.identity.is_some());
    assert_eq!(stage.vault.secrets.lock().expect("not poisoned").len(), 1);
    stage.house.remove_connection(&saved.id).await.expect("removed");
    assert!(stage.vault.secrets.lock().expect("not poisoned").is_empty(), "the secret goes with it");
}

#[tokio::test]
async fn only_a_definite_no_stops_a_connection() {
    let stage = Stage::new();
    let down = Failure::Unreachable { endpoint: "x".into(), detail: String::new() };
    *stage.cloudfront.identity.lock().expect("not poisoned") = Err(down.clone());
    *stage.cloudfront.listing.lock().expect("not poisoned") = Err(down);
    let (saved, check) = stage.house.save_connection(access_key("No network")).await.expect("saved all the same");
    assert!(saved.identity.is_none() && check.identity.is_err());

    let denied = Failure::Denied { action: None, resource: None, detail: String::new() };
    *stage.cloudfront.listing.lock().expect("not poisoned") = Err(denied);
    stage.house.save_connection(access_key("May not list")).await.expect("saved all the same");

    let wrong = Failure::CredentialsRejected { detail: "SignatureDoesNotMatch".into() };
    *stage.cloudfront.identity.lock().expect("not poisoned") = Err(wrong.clone());
    assert_eq!(stage.house.save_connection(access_key("Wrong key")).await.expect_err("refused"), wrong);
    assert_eq!(stage.vault.secrets.lock().expect("not poisoned").len(), 2, "nothing of the third");
}

#[tokio::test]
async fn a_locked_keychain_keeps_nothing() {
    let stage = Stage::new();
    *stage.vault.locked.lock().expect("not poisoned") = true;
    let saved = stage.house.save_connection(access_key("Main")).await;
    assert!(matches!(saved, Err(Failure::KeychainUnavailable { .. })));
    assert_eq!(stage.house.connections().await.expect("rows").len(), 1);
}

#[tokio::test]
async fn two_connections_cannot_share_a_name_nor_go_without() {
    let stage = Stage::new();
    stage.house.save_connection(access_key("Main")).await.expect("saved");
    for name in ["Main", " Main ", "", "  ", "Practice account"] {
        assert!(matches!(stage.house.save_connection(access_key(name)).await, Err(Failure::Invalid { .. })), "{name}");
    }
}

#[tokio::test]
async fn a_key_that_is_in_memory_alone_is_said_to_be_and_reaches_no_keychain() {
    let stage = Stage::new();
    *stage.vault.locked.lock().expect("not poisoned") = true;
    let with = NewConnection { keep: Keep::Memory, ..access_key("Main") };
    let (saved, _) = stage.house.save_connection(with).await.expect("saved");
    let rows = stage.house.connections().await.expect("rows");
    assert!(rows.iter().any(|row| row.connection.id == saved.id && row.in_memory));
    *stage.vault.locked.lock().expect("not poisoned") = false;
    assert!(stage.vault.secrets.lock().expect("not poisoned").is_empty());

    // The next start knows the connection and asks for its key.
    let next = Stage::over(stage.records.clone());
    let check = next.house.check_connection(&saved.id).await.expect("checked");
    assert!(matches!(check.identity, Err(Failure::AccessKeyWanted { .. })), "{check:?}");
    let entered = next.house.replace_access_key(&saved.id, key("AKIAIOSFODNN7EXAMPLE"), Keep::Keychain).await;
    assert!(entered.expect("accepted").identity.is_ok());
    assert!(next.house.check_connection(&saved.id).await.expect("checked").identity.is_ok());
}

#[tokio::test]
async fn a_role_that_wants_a_code_is_saved_with_the_code_alone() {
    let stage = Stage::new();
    let (base, _) = stage.house.save_connection(access_key("Base")).await.expect("saved");
    let wanted = Failure::MfaCodeWanted { device: "arn:aws:iam::123456789012:mfa/ann".into() };
    *stage.credentials.missing.lock().expect("not poisoned") = Some(wanted.clone());
    let refused = stage.house.save_connection(role_over("Role", &base.id)).await;
    assert_eq!(refused.expect_err("it asks"), wanted);
    assert_eq!(stage.house.connections().await.expect("rows").len(), 2);

    let wrong = NewConnection { mfa_code: Some("000000".into()), ..role_over("Role", &base.id) };
    assert!(matches!(stage.house.save_connection(wrong).await, Err(Failure::CredentialsRejected { .. })));
    let right = NewConnection { mfa_code: Some(RIGHT_CODE.into()), ..role_over("Role", &base.id) };
    let (role, _) = stage.house.save_connection(right).await.expect("saved");

    let rows = stage.house.connections().await.expect("rows");
    let row = rows.iter().find(|row| row.connection.id == role.id).expect("it is there");
    assert_eq!(row.base_name.as_deref(), Some("Base"));
    let removed = stage.house.remove_connection(&base.id).await.expect_err("a role is based on it");
    assert!(removed.detail().contains("Role"), "{removed}");
}

#[tokio::test]
async fn a_key_into_another_account_takes_nobodys_place() {
    let stage = Stage::new();
    let (saved, _) = stage.house.save_connection(access_key("Main")).await.expect("saved");
    let elsewhere = Identity { account: "999999999999".into(), ..saved.identity.clone().expect("known") };
    *stage.cloudfront.identity.lock().expect("not poisoned") = Ok(elsewhere);
    let replaced = stage.house.replace_access_key(&saved.id, key("AKIAOTHER"), Keep::Keychain).await;
    assert!(matches!(replaced, Err(Failure::Invalid { .. })), "{replaced:?}");
    assert_eq!(stage.house.connection(&saved.id).await.expect("it is there"), saved);
    assert_eq!(stage.vault.secrets.lock().expect("not poisoned").len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_rotated_key_is_kept_once_it_works_and_the_old_one_turned_off_after_that() {
    let stage = Stage::new();
    let (saved, _) = stage.house.save_connection(access_key("Main")).await.expect("saved");
    *stage.credentials.made_key_works.lock().expect("not poisoned") = Some(3);
    let rotated = stage.house.rotate_access_key(&saved.id).await.expect("rotated");
    assert_eq!((rotated.old.as_str(), rotated.new.as_str()), ("AKIAIOSFODNN7EXAMPLE", "AKIANEW0"));
    assert_eq!(*stage.credentials.keys_disabled.lock().expect("not poisoned"), ["AKIAIOSFODNN7EXAMPLE"]);
    let way = stage.house.connection(&saved.id).await.expect("it is there").way;
    assert_eq!(way, Way::AccessKey { access_key_id: "AKIANEW0".into() });
}

#[tokio::test(start_paused = true)]
async fn a_new_key_that_never_works_or_cannot_be_kept_is_deleted_and_the_old_one_stays() {
    let stage = Stage::new();
    let (saved, _) = stage.house.save_connection(access_key("Main")).await.expect("saved");
    let failed = stage.house.rotate_access_key(&saved.id).await.expect_err("it never works");
    assert!(matches!(failed, Failure::CredentialsRejected { .. }), "{failed}");
    *stage.credentials.made_key_works.lock().expect("not poisoned") = Some(0);
    stage.house.open(&saved.id).await.expect("open").door.session.who_am_i().await.expect("the key is in memory");
    *stage.vault.locked.lock().expect("not poisoned") = true;
    let failed = stage.house.rotate_access_key(&saved.id).await.expect_err("it cannot be kept");
    assert!(matches!(failed, Failure::KeychainUnavailable { .. }), "{failed}");
    assert_eq!(*stage.credentials.keys_deleted.lock().expect("not poisoned"), ["AKIANEW0", "AKIANEW1"]);
    assert!(stage.credentials.keys_disabled.lock().expect("not poisoned").is_empty());
    assert_eq!(stage.house.connection(&saved.id).await.expect("it is there"), saved);
}

#[tokio::test]
async fn a_portal_is_signed_out_of_with_the_last_connection_through_it() {
    let stage = Stage::new();
    let at =
        NewPortal { portal: portal(), endpoints: Endpoints::default(), method: Method::Code, keep: Keep::Keychain };
    stage.house.begin_portal_sign_in(at).await.expect("begun");
    stage.gate.answer.notify_one();
    let mut changes = stage.house.changes();
    while !matches!(changes.recv().await, Ok(Change::PortalSignIn(_))) {}
    let way = |role: &str| NewWay::IdentityCenter { portal: portal(), account: "1".into(), role: role.into() };
    let (one, _) = stage.house.save_connection(new("One", way("a"))).await.expect("saved");
    let (two, _) = stage.house.save_connection(new("Two", way("b"))).await.expect("saved");
    let kept = || stage.vault.secrets.lock().expect("not poisoned").len();
    stage.house.remove_connection(&one.id).await.expect("removed");
    assert_eq!(kept(), 1, "the other still goes through it");
    stage.house.remove_connection(&two.id).await.expect("removed");
    assert_eq!(kept(), 0);
}

#[tokio::test]
async fn a_program_that_was_agreed_to_is_remembered_by_its_mark_alone() {
    let stage = Stage::new();
    let (saved, _) = stage.house.save_connection(new("Profile", NewWay::Profile("web".into()))).await.expect("saved");
    stage.house.agree_to_program(&saved.id, "vault --token hush").await.expect("agreed");
    let way = stage.house.connection(&saved.id).await.expect("it is there").way;
    let Way::Profile { agreed_program: Some(mark), .. } = way else { panic!("not kept: {way:?}") };
    assert!(!mark.contains("hush"), "{mark}");
    let asked = Failure::ProgramNotAgreed { program: "vault --token hush".into() };
    assert_eq!(asked.reason().detail, "", "reasons are stored");
}

#[tokio::test]
async fn what_a_connection_asks_for_is_asked_of_where_its_credentials_come_from() {
    let stage = Stage::new();
    let (base, _) = stage.house.save_connection(access_key("Base")).await.expect("saved");
    let (role, _) = stage.house.save_connection(role_over("Role", &base.id)).await.expect("saved");
    let state = async || {
        let rows = stage.house.connections().await.expect("rows");
        rows.into_iter().find(|row| row.connection.id == role.id).map(|row| row.session).expect("it is there")
    };
    stage.house.heard_that_it_asks(&role.id, &Failure::AccessKeyWanted { detail: String::new() });
    let SessionState::Asks { asks, connection } = state().await else { panic!("it does not ask") };
    assert_eq!((asks.what, connection), (Asked::AccessKey, base.id));
    stage.house.heard_that_it_asks(&role.id, &Failure::MfaCodeWanted { device: "mfa".into() });
    let SessionState::Asks { connection, .. } = state().await else { panic!("it does not ask") };
    assert_eq!(connection, role.id);
    stage.house.enter_mfa_code(&role.id, &RIGHT_CODE.into()).await.expect("accepted");
    assert!(matches!(state().await, SessionState::Lasts(_)));
}

#[tokio::test]
async fn a_temporary_key_that_has_lapsed_is_asked_for() {
    let stage = Stage::new();
    let (saved, _) = stage.house.save_connection(access_key("Temporary")).await.expect("saved");
    stage.house.open(&saved.id).await.expect("open");
    let wrong = Failure::CredentialsRejected { detail: "SignatureDoesNotMatch: no".into() };
    stage.house.heard_that_it_asks(&saved.id, &wrong);
    assert_eq!(stage.house.shared.heard.asks(&saved.id), None);
    let lapsed = Failure::CredentialsRejected { detail: "ExpiredToken: The security token has expired".into() };
    stage.house.heard_that_it_asks(&saved.id, &lapsed);
    assert_eq!(stage.house.shared.heard.asks(&saved.id).map(|asks| asks.what), Some(Asked::AccessKey));
}
