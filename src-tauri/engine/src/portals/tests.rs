use super::*;
use crate::testing::Stage;

fn portal() -> NewPortal {
    NewPortal {
        portal: Portal { start_url: "https://example.awsapps.com/start".into(), region: "eu-west-1".into() },
        endpoints: Endpoints::default(),
        method: Method::Code,
        keep: Keep::Keychain,
    }
}

async fn ended(stage: &Stage, changes: &mut tokio::sync::broadcast::Receiver<Change>) -> SignInState {
    loop {
        if let Ok(Change::PortalSignIn(id)) = changes.recv().await {
            return stage.house.portal_sign_in(&id).expect("it is remembered").state;
        }
    }
}

#[tokio::test]
async fn a_sign_in_waits_for_the_person_and_keeps_its_tokens() {
    let stage = Stage::new();
    let mut changes = stage.house.changes();
    let begun = stage.house.begin_portal_sign_in(portal()).await.expect("begun");
    assert!(matches!(begun.state, SignInState::Waiting { code: Some(_), .. }), "{begun:?}");
    let accounts = stage.house.portal_accounts(&begun.portal).await;
    assert!(matches!(accounts, Err(Failure::PortalSignInWanted { .. })), "{accounts:?}");
    stage.gate.answer.notify_one();
    assert_eq!(ended(&stage, &mut changes).await, SignInState::SignedIn);
    assert_eq!(stage.vault.secrets.lock().expect("not poisoned").len(), 1);
    assert!(stage.house.portal_accounts(&begun.portal).await.is_ok());
    assert!(stage.house.portals().await.expect("portals")[0].signed_in);
}

#[tokio::test]
async fn a_sign_in_that_is_declined_or_given_up_keeps_nothing() {
    let stage = Stage::new();
    let mut changes = stage.house.changes();
    let declined = Failure::PortalSignInEnded { detail: "declined".into() };
    *stage.gate.outcome.lock().expect("not poisoned") = Some(declined.clone());
    stage.house.begin_portal_sign_in(portal()).await.expect("begun");
    stage.gate.answer.notify_one();
    assert_eq!(ended(&stage, &mut changes).await, SignInState::Failed(declined));

    let begun = stage.house.begin_portal_sign_in(portal()).await.expect("begun");
    stage.house.cancel_portal_sign_in(&begun.id);
    assert!(matches!(ended(&stage, &mut changes).await, SignInState::Failed(Failure::PortalSignInEnded { .. })));
    stage.gate.answer.notify_one();
    assert!(stage.vault.secrets.lock().expect("not poisoned").is_empty());
}

#[tokio::test]
async fn a_keychain_that_is_locked_fails_the_sign_in_rather_than_lose_it_in_silence() {
    let stage = Stage::new();
    let mut changes = stage.house.changes();
    *stage.vault.locked.lock().expect("not poisoned") = true;
    stage.house.begin_portal_sign_in(portal()).await.expect("begun");
    stage.gate.answer.notify_one();
    let state = ended(&stage, &mut changes).await;
    assert!(matches!(state, SignInState::Failed(Failure::KeychainUnavailable { .. })), "{state:?}");
}
