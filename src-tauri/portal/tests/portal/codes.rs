//! The authorization code flow with PKCE: a browser's clicks, and the real SDK.

use std::time::Duration;

use aws_sdk_ssooidc::operation::create_token::CreateTokenError;
use portal::Choice;

use crate::bench::{Bench, DEVICE, REDIRECT, SCOPE, VERIFIER, parameter};

#[tokio::test]
async fn the_browser_brings_a_code_and_the_code_a_session() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let location = bench.portal.visit(&bench.authorize(&client, &[]), Choice::Allow).await.unwrap();
    assert!(location.starts_with(&format!("{REDIRECT}?")), "{location}");
    assert_eq!(parameter(&location, "state").as_deref(), Some("the state"));
    let code = parameter(&location, "code").unwrap();
    assert!(code.starts_with("canary-authorization-code-"), "{code}");
    let token = bench.redeem(&client, &code, REDIRECT, VERIFIER).await.unwrap();
    assert!(token.refresh_token().is_some());
    assert!(bench.reaches(token.access_token().unwrap()).await);
}

#[tokio::test]
async fn a_code_that_is_used_again_ends_the_session_that_it_made() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let code = bench.code(&client).await;
    let token = bench.redeem(&client, &code, REDIRECT, VERIFIER).await.unwrap();
    let error = bench.redeem(&client, &code, REDIRECT, VERIFIER).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::InvalidGrantException(_)), "{error:?}");
    assert!(!bench.reaches(token.access_token().unwrap()).await);
}

#[tokio::test]
async fn a_wrong_verifier_redirect_or_client_and_a_late_one_are_refused() {
    let bench = Bench::new().await;
    let (client, other) = (bench.register().await, bench.register().await);
    let another = "A".repeat(43);
    for (who, redirect, verifier, late) in [
        (&client, REDIRECT, another.as_str(), 0),
        (&client, "http://127.0.0.1:53683/oauth/callback", VERIFIER, 0),
        (&other, REDIRECT, VERIFIER, 0),
        (&client, REDIRECT, VERIFIER, 600),
    ] {
        let code = bench.code(&client).await;
        bench.clock.step(Duration::from_secs(late));
        let error = bench.redeem(who, &code, redirect, verifier).await.unwrap_err();
        assert!(matches!(error, CreateTokenError::InvalidGrantException(_)), "{redirect} {verifier}: {error:?}");
    }
    let code = bench.code(&client).await;
    let error = bench.redeem(&client, &code, REDIRECT, "short").await.unwrap_err();
    assert!(matches!(error, CreateTokenError::InvalidRequestException(_)), "{error:?}");
    // It was tried, so it is used up.
    let error = bench.redeem(&client, &code, REDIRECT, VERIFIER).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::InvalidGrantException(_)), "{error:?}");
}

#[tokio::test]
async fn a_denial_goes_back_with_its_state() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let location = bench.portal.visit(&bench.authorize(&client, &[]), Choice::Deny).await.unwrap();
    assert_eq!(location, format!("{REDIRECT}?error=access_denied&state=the+state"));
}

#[tokio::test]
async fn what_is_wrong_with_a_question_goes_back_to_the_client() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    for (name, value, error) in [
        ("response_type", "token", "unsupported_response_type"),
        ("code_challenge", "", "invalid_request"),
        ("code_challenge", VERIFIER.split_at(20).0, "invalid_request"),
        ("code_challenge_method", "plain", "invalid_request"),
        ("state", "", "invalid_request"),
        ("scopes", "sso:account:access,sso:everything", "invalid_scope"),
    ] {
        let page = bench.authorize(&client, &[(name, value)]);
        let location = bench.portal.visit(&page, Choice::Allow).await.unwrap();
        assert_eq!(parameter(&location, "error").as_deref(), Some(error), "{name}={value}: {location}");
        assert_eq!(parameter(&location, "code"), None, "{name}={value}");
    }
    let registered = bench.oidc.register_client().client_name("Polls").client_type("public").grant_types(DEVICE);
    let registered = registered.redirect_uris("http://127.0.0.1/oauth/callback").send().await.unwrap();
    let page = bench.authorize(&client, &[("client_id", registered.client_id().unwrap()), ("scopes", "")]);
    let location = bench.portal.visit(&page, Choice::Allow).await.unwrap();
    assert_eq!(parameter(&location, "error").as_deref(), Some("unauthorized_client"), "{location}");
}

#[tokio::test]
async fn a_strange_client_or_redirect_address_is_told_to_the_person_alone() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    for (name, value) in [
        ("client_id", "nobody"),
        ("redirect_uri", ""),
        ("redirect_uri", "http://127.0.0.1:53682/elsewhere"),
        ("redirect_uri", "http://localhost:53682/oauth/callback"),
        ("redirect_uri", "https://127.0.0.1:53682/oauth/callback"),
        ("redirect_uri", "http://127.0.0.1.example.com/oauth/callback"),
        ("redirect_uri", "http://127.0.0.1:53682/oauth/callback#there"),
        ("redirect_uri", "http://me@127.0.0.1:53682/oauth/callback"),
    ] {
        let page = bench.authorize(&client, &[(name, value)]);
        let shown = bench.portal.visit(&page, Choice::Allow).await.unwrap();
        assert!(shown.contains("Not possible"), "{name}={value}: {shown}");
    }
}

#[tokio::test]
async fn what_cannot_be_registered_is_refused_by_its_kind() {
    let bench = Bench::new().await;
    let call = || bench.oidc.register_client().client_name("A test").client_type("public");
    let refused = async |call: aws_sdk_ssooidc::operation::register_client::builders::RegisterClientFluentBuilder| {
        call.send().await.unwrap_err().into_service_error()
    };
    let error = refused(call().client_type("confidential")).await;
    assert!(error.is_invalid_client_metadata_exception(), "{error:?}");
    let error = refused(call().scopes(SCOPE).scopes("everything")).await;
    assert!(error.is_invalid_scope_exception(), "{error:?}");
    let error = refused(call().grant_types("password")).await;
    assert!(error.is_unsupported_grant_type_exception(), "{error:?}");
    for uri in ["https://example.com/", "http://localhost/", "http://127.0.0.1/#", "callback"] {
        let error = refused(call().redirect_uris(uri)).await;
        assert!(error.is_invalid_redirect_uri_exception(), "{uri}: {error:?}");
    }
    let error = refused(call().grant_types("authorization_code")).await;
    assert!(error.is_invalid_request_exception(), "{error:?}");
    let error = refused(bench.oidc.register_client().client_type("public")).await;
    assert!(error.is_invalid_request_exception(), "{error:?}");
}
