//! Accounts, roles and credentials, through the real SDK.

use std::time::Duration;

use aws_sdk_sso::error::ProvideErrorMetadata;
use portal::{Account, Failure, Operation};

use crate::bench::{Bench, Clock};

async fn signed_in() -> (Bench, String) {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let token = bench.sign_in(&client).await;
    (bench, token.access_token.unwrap())
}

#[tokio::test]
async fn accounts_come_in_pages() {
    let clock = Clock::new();
    let mut settings = clock.settings();
    settings.accounts = (0..5).map(|n| Account::new(&format!("00000000000{n}"), "An Account", &[])).collect();
    let bench = Bench::with(settings, clock).await;
    let client = bench.register().await;
    let token = bench.sign_in(&client).await.access_token.unwrap();
    let pages = bench.sso.list_accounts().access_token(&token).max_results(2).into_paginator().send();
    let pages: Vec<_> = pages.collect::<Result<Vec<_>, _>>().await.unwrap();
    let ids: Vec<Vec<_>> = pages
        .iter()
        .map(|page| page.account_list().iter().map(|account| account.account_id().unwrap()).collect())
        .collect();
    assert_eq!(ids, [vec!["000000000000", "000000000001"], vec!["000000000002", "000000000003"], vec!["000000000004"]]);
    let first = &pages[0].account_list()[0];
    assert_eq!((first.account_name(), first.email_address()), (Some("An Account"), Some("an-account@example.com")));
    let whole = bench.sso.list_accounts().access_token(&token).send().await.unwrap();
    assert_eq!((whole.account_list().len(), whole.next_token()), (5, None));
    for call in [
        bench.sso.list_accounts().max_results(0),
        bench.sso.list_accounts().max_results(101),
        bench.sso.list_accounts().next_token("from-5"),
        bench.sso.list_accounts().next_token("elsewhere"),
    ] {
        let error = call.access_token(&token).send().await.unwrap_err().into_service_error();
        assert!(error.is_invalid_request_exception(), "{error:?}");
    }
}

#[tokio::test]
async fn roles_come_in_pages_and_only_of_assigned_accounts() {
    let (bench, token) = signed_in().await;
    let call = || bench.sso.list_account_roles().access_token(&token);
    let page = call().account_id("345678901234").max_results(2).send().await.unwrap();
    let names = |page: &aws_sdk_sso::operation::list_account_roles::ListAccountRolesOutput| {
        page.role_list().iter().map(|role| role.role_name().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&page), ["Administrator", "ContentEditor"]);
    assert_eq!(page.role_list()[0].account_id(), Some("345678901234"));
    let rest = call().account_id("345678901234").next_token(page.next_token().unwrap()).send().await.unwrap();
    assert_eq!((names(&rest), rest.next_token()), (vec!["ReadOnly".to_owned()], None));
    let error = call().account_id("999999999999").send().await.unwrap_err().into_service_error();
    assert!(error.is_resource_not_found_exception(), "{error:?}");
    let error = call().account_id("shop").send().await.unwrap_err().into_service_error();
    assert!(error.is_invalid_request_exception(), "{error:?}");
}

#[tokio::test]
async fn a_role_gives_credentials_with_their_end_in_milliseconds() {
    let (bench, token) = signed_in().await;
    let call = bench.sso.get_role_credentials().access_token(&token);
    let given = call.account_id("123456789012").role_name("ReadOnly").send().await.unwrap();
    let given = given.role_credentials().unwrap();
    let end = bench.clock.now() + Duration::from_secs(3_600);
    assert_eq!(given.expiration(), end.as_millisecond());
    let key = given.access_key_id().unwrap();
    assert!(key.starts_with("ASIA") && key.len() == 20, "{key}");
    assert!(given.secret_access_key().unwrap().starts_with("canary-role-secret-"));
    assert!(given.session_token().unwrap().starts_with("canary-role-session-"));
}

#[tokio::test]
async fn a_role_that_is_not_assigned_is_forbidden_which_the_sdk_does_not_know() {
    let (bench, token) = signed_in().await;
    for (account, role) in [("210987654321", "ReadOnly"), ("999999999999", "ReadOnly")] {
        let call = bench.sso.get_role_credentials().access_token(&token).account_id(account).role_name(role);
        let error = call.send().await.unwrap_err();
        assert_eq!(error.raw_response().unwrap().status().as_u16(), 403);
        let error = error.into_service_error();
        assert_eq!((error.code(), error.message()), (Some("ForbiddenException"), Some("No access")));
    }
}

#[tokio::test]
async fn a_strange_token_reaches_nothing() {
    let (bench, _) = signed_in().await;
    let sso = &bench.sso;
    let error = sso.list_accounts().access_token("strange").send().await.unwrap_err().into_service_error();
    assert!(error.is_unauthorized_exception(), "{error:?}");
    let roles = sso.list_account_roles().access_token("strange").account_id("123456789012");
    let error = roles.send().await.unwrap_err().into_service_error();
    assert!(error.is_unauthorized_exception(), "{error:?}");
    let role = sso.get_role_credentials().access_token("strange").account_id("123456789012").role_name("ReadOnly");
    let error = role.send().await.unwrap_err().into_service_error();
    assert!(error.is_unauthorized_exception(), "{error:?}");
}

#[tokio::test]
async fn a_test_can_have_a_call_fail() {
    let (bench, token) = signed_in().await;
    bench.portal.refuse_next(Operation::ListAccounts, Failure::TooManyRequests);
    bench.portal.refuse_next(Operation::RegisterClient, Failure::InternalServer);
    let error = bench.sso.list_accounts().access_token(&token).send().await.unwrap_err().into_service_error();
    assert!(error.is_too_many_requests_exception(), "{error:?}");
    assert!(bench.reaches(&token).await);
    let error = bench.oidc.register_client().send().await.unwrap_err().into_service_error();
    assert!(error.is_internal_server_exception(), "{error:?}");
    bench.register().await;
}
