use domain::submission::{Queued, State};

use super::*;
use crate::testing::{RIGHT_CODE, Stage, life};
use crate::{About, Endpoints, Identity, Keep, NewConnection, NewWay, Settings};

/// Sets the idle lock to a minute, and watches for it.
async fn locking(stage: &Stage) {
    let settings = Settings { idle_lock: Duration::from_secs(60), ..stage.house.settings().await.expect("settings") };
    stage.house.save_settings(&settings).await.expect("saved");
    stage.house.watch_for_idleness();
}

/// A connection by a profile.
async fn profile(stage: &Stage) -> ConnectionId {
    let new = NewConnection {
        about: About { name: "Main".to_owned(), ..About::default() },
        way: NewWay::Profile("web".to_owned()),
        endpoints: Endpoints::default(),
        keep: Keep::Keychain,
        agreed_program: None,
        mfa_code: None,
    };
    stage.house.save_connection(new).await.expect("saved").0.id
}

#[test]
fn what_is_in_memory_is_let_go_of_when_nobody_was_there() {
    life(async {
        let stage = Stage::new();
        locking(&stage).await;
        let practice = ConnectionId::practice();
        stage.house.open(&practice).await.expect("open");
        for _ in 0..6 {
            tokio::time::sleep(Duration::from_secs(30)).await;
            stage.house.still_here();
        }
        assert!(!stage.house.is_locked(), "somebody was there");
        tokio::time::sleep(Duration::from_secs(70)).await;
        assert!(stage.house.is_locked());
        assert_eq!(*lock(&stage.credentials.let_go), 1);
        assert!(matches!(stage.house.open(&practice).await, Err(Failure::Locked)));
        stage.house.unlock();
        assert!(stage.house.open(&practice).await.is_ok());
    });
}

#[test]
fn nothing_locks_while_something_is_in_progress() {
    life(async {
        let stage = Stage::new();
        locking(&stage).await;
        let sent = stage.submit().await;
        assert!(matches!(sent.state, State::InProgress(_)), "{sent:?}");
        tokio::time::sleep(Duration::from_secs(600)).await;
        assert!(!stage.house.is_locked());
    });
}

#[test]
fn a_lapsed_session_stops_the_queue_and_the_code_lets_it_go_on() {
    life(async {
        let stage = Stage::new();
        let wanted = Failure::MfaCodeWanted { device: "arn:aws:iam::1:mfa/ann".into() };
        *lock(&stage.credentials.missing) = Some(wanted.clone());
        let sent = stage.submit().await;
        let State::Queued(Queued { put_off: Some(why) }) = &sent.state else { panic!("refused: {sent:?}") };
        assert_eq!(why.reason, wanted.reason());
        assert_eq!(stage.cloudfront.orders().len(), 0, "nothing was sent");
        tokio::time::sleep(Duration::from_secs(3600)).await;
        assert_eq!(stage.cloudfront.orders().len(), 0, "nor tried without the code");
        stage.house.enter_mfa_code(&ConnectionId::practice(), &RIGHT_CODE.into()).await.expect("accepted");
        tokio::time::sleep(Duration::from_secs(60)).await;
        assert_eq!(stage.cloudfront.orders().len(), 1);
    });
}

#[test]
fn credentials_that_lead_into_another_account_send_nothing() {
    life(async {
        let stage = Stage::new();
        let connection = profile(&stage).await;
        let expected = stage.house.identity_of(&connection).await.expect("known");
        stage.house.ready_to_submit(&stage.house.open(&connection).await.expect("open")).await.expect("the same");
        // Somebody edits the profile: other credentials, another account.
        *lock(&stage.cloudfront.identity) = Ok(Identity { account: "999999999999".into(), ..expected.clone() });
        *lock(&stage.credentials.mark) = "ASIAOTHER".to_owned();
        let open = stage.house.open(&connection).await.expect("open");
        assert_eq!(stage.house.ready_to_submit(&open).await, Err(Failure::AccountChanged));
        *lock(&stage.cloudfront.identity) = Ok(expected);
        assert_eq!(stage.house.ready_to_submit(&open).await, Ok(()));
    });
}

#[test]
fn where_nobody_says_whom_one_is_cloudfront_decides() {
    life(async {
        let stage = Stage::new();
        let connection = profile(&stage).await;
        let down = Failure::Unreachable { endpoint: "sts".into(), detail: String::new() };
        *lock(&stage.cloudfront.identity) = Err(down);
        let open = stage.house.open(&connection).await.expect("open");
        assert_eq!(stage.house.ready_to_submit(&open).await, Ok(()));
    });
}
