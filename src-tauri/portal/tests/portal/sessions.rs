//! What becomes of a session: refreshes, its end, and what the settings say of its time.

use std::time::Duration;

use aws_sdk_ssooidc::operation::create_token::CreateTokenError;

use crate::bench::{Bench, Client, DEVICE};

#[tokio::test]
async fn a_refresh_token_is_good_for_one_refresh() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let first = bench.sign_in(&client).await;
    let second = bench.refresh(&client, first.refresh_token().unwrap()).await.unwrap();
    assert_ne!(first.access_token(), second.access_token());
    assert_ne!(first.refresh_token(), second.refresh_token());
    let error = bench.refresh(&client, first.refresh_token().unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::InvalidGrantException(_)), "{error:?}");
    assert!(bench.refresh(&client, second.refresh_token().unwrap()).await.is_ok());
    let other = bench.register().await;
    let error = bench.refresh(&other, bench.sign_in(&client).await.refresh_token().unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::InvalidGrantException(_)), "{error:?}");
}

#[tokio::test]
async fn an_access_token_has_its_time_and_a_refresh_gives_a_new_one() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let token = bench.sign_in(&client).await;
    bench.clock.step(Duration::from_millis(3_599_999));
    assert!(bench.reaches(token.access_token().unwrap()).await);
    bench.clock.step(Duration::from_millis(1));
    assert!(!bench.reaches(token.access_token().unwrap()).await);
    let token = bench.refresh(&client, token.refresh_token().unwrap()).await.unwrap();
    assert!(bench.reaches(token.access_token().unwrap()).await);
}

#[tokio::test]
async fn logging_out_ends_the_session_with_all_its_tokens_and_no_other() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let (token, other) = (bench.sign_in(&client).await, bench.sign_in(&client).await);
    let access = token.access_token().unwrap();
    bench.sso.logout().access_token(access).send().await.unwrap();
    assert!(!bench.reaches(access).await);
    let error = bench.refresh(&client, token.refresh_token().unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::InvalidGrantException(_)), "{error:?}");
    assert!(bench.reaches(other.access_token().unwrap()).await);
    let error = bench.sso.logout().access_token(access).send().await.unwrap_err().into_service_error();
    assert!(error.is_unauthorized_exception(), "{error:?}");
}

#[tokio::test]
async fn everything_can_be_revoked_but_the_client() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let (token, waiting, code) = (bench.sign_in(&client).await, bench.device(&client).await, bench.code(&client).await);
    bench.portal.revoke_everything();
    assert!(!bench.reaches(token.access_token().unwrap()).await);
    for refused in [
        bench.refresh(&client, token.refresh_token().unwrap()).await,
        bench.poll(&client, waiting.device_code().unwrap()).await,
        bench.redeem(&client, &code, crate::bench::REDIRECT, crate::bench::VERIFIER).await,
    ] {
        let error = refused.unwrap_err();
        assert!(matches!(error, CreateTokenError::InvalidGrantException(_)), "{error:?}");
    }
    bench.sign_in(&client).await;
}

#[tokio::test]
async fn without_the_scope_or_the_grant_type_there_is_no_refresh_token() {
    let bench = Bench::new().await;
    let registered = bench.oidc.register_client().client_name("Old").client_type("public").send().await.unwrap();
    let old = Client { id: registered.client_id.unwrap(), secret: registered.client_secret.unwrap() };
    assert_eq!(bench.sign_in(&old).await.refresh_token(), None);
    let registered = bench.oidc.register_client().client_name("Polls").client_type("public").grant_types(DEVICE);
    let registered = registered.scopes("sso:account:access").send().await.unwrap();
    let polls = Client { id: registered.client_id.unwrap(), secret: registered.client_secret.unwrap() };
    assert_eq!(bench.sign_in(&polls).await.refresh_token(), None);
    let error = bench.refresh(&polls, "any").await.unwrap_err();
    assert!(matches!(error, CreateTokenError::UnauthorizedClientException(_)), "{error:?}");
}
