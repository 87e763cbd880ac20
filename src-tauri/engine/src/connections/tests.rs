use secrecy::SecretString;

use super::*;
use crate::testing::Stage;

fn access_key(name: &str) -> NewConnection {
    NewConnection {
        name: name.to_owned(),
        way: Way::AccessKey { access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned() },
        custom_endpoint: Some("http://127.0.0.1:5000".to_owned()),
        secret: Some(Secret { secret_access_key: SecretString::from("x"), session_token: None }),
    }
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
