//! The device flow, through the real SDK.

use std::time::Duration;

use aws_sdk_ssooidc::operation::create_token::CreateTokenError;
use portal::{Call, Choice};

use crate::bench::{Bench, Clock, START};

#[tokio::test]
async fn a_device_waits_until_the_person_allows_it() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let device = bench.device(&client).await;
    let (code, user_code) = (device.device_code().unwrap(), device.user_code().unwrap());
    assert_eq!((device.expires_in(), device.interval()), (600, 1));
    assert_eq!(device.verification_uri(), Some(format!("{}/device", bench.portal.url()).as_str()));
    assert!(code.starts_with("canary-device-code-"), "{code}");
    assert_eq!(user_code.split('-').map(str::len).collect::<Vec<_>>(), [4, 4], "{user_code}");

    let pending = bench.poll(&client, code).await.unwrap_err();
    let CreateTokenError::AuthorizationPendingException(pending) = pending else { panic!("{pending:?}") };
    assert_eq!(pending.error(), Some("authorization_pending"));
    assert!(pending.error_description().is_some());

    bench.portal.allow_device(user_code);
    let token = bench.poll(&client, code).await.unwrap();
    assert_eq!((token.token_type(), token.expires_in()), (Some("Bearer"), 3_600));
    assert!(token.access_token().unwrap().starts_with("canary-access-token-"));
    assert!(token.refresh_token().unwrap().starts_with("canary-refresh-token-"));
    assert!(bench.reaches(token.access_token().unwrap()).await);

    let used = bench.poll(&client, code).await.unwrap_err();
    assert!(matches!(used, CreateTokenError::InvalidGrantException(_)), "{used:?}");
    let last = Call { operation: "CreateToken", status: 400 };
    assert_eq!(bench.portal.calls().last(), Some(&last));
}

#[tokio::test]
async fn who_polls_too_quickly_is_slowed_down_for_good() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let device = bench.device(&client).await;
    let code = device.device_code().unwrap();
    let is_slowed = async |after: u64| {
        bench.clock.step(Duration::from_millis(after));
        match bench.poll(&client, code).await.unwrap_err() {
            CreateTokenError::SlowDownException(_) => true,
            CreateTokenError::AuthorizationPendingException(_) => false,
            other => panic!("{other:?}"),
        }
    };
    assert!(!is_slowed(0).await);
    assert!(!is_slowed(1_000).await);
    assert!(is_slowed(999).await);
    // Five seconds more from now on.
    assert!(!is_slowed(6_000).await);
    assert!(is_slowed(5_999).await);
    assert!(!is_slowed(11_000).await);
    bench.portal.allow_device(device.user_code().unwrap());
    assert!(bench.poll(&client, code).await.is_ok());
}

#[tokio::test]
async fn a_denial_is_told_and_a_code_expires() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let denied = bench.device(&client).await;
    bench.portal.deny_device(denied.user_code().unwrap());
    let error = bench.poll(&client, denied.device_code().unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::AccessDeniedException(_)), "{error:?}");

    let late = bench.device(&client).await;
    bench.clock.step(Duration::from_secs(600));
    let error = bench.poll(&client, late.device_code().unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::ExpiredTokenException(_)), "{error:?}");
}

#[tokio::test]
async fn the_page_of_the_code_allows_and_denies() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let (first, second) = (bench.device(&client).await, bench.device(&client).await);
    let told = bench.portal.visit(first.verification_uri_complete().unwrap(), Choice::Allow).await.unwrap();
    assert!(told.contains("Allowed"), "{told}");
    assert!(bench.poll(&client, first.device_code().unwrap()).await.is_ok());
    let told = bench.portal.visit(second.verification_uri_complete().unwrap(), Choice::Deny).await.unwrap();
    assert!(told.contains("Denied"), "{told}");
    let error = bench.poll(&client, second.device_code().unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::AccessDeniedException(_)), "{error:?}");

    let page = bench.portal.visit(second.verification_uri().unwrap(), Choice::Allow).await.unwrap();
    assert!(page.contains("name=\"user_code\""), "{page}");
    let again = bench.portal.visit(first.verification_uri_complete().unwrap(), Choice::Allow).await.unwrap();
    assert!(again.contains("No device waits"), "{again}");
}

#[tokio::test]
async fn a_code_is_its_clients_alone_and_the_settings_say_how_long() {
    let clock = Clock::new();
    let mut settings = clock.settings();
    settings.code_life = Duration::from_secs(42);
    settings.interval = Duration::from_secs(7);
    settings.access_token_life = Duration::from_secs(77);
    settings.secrets.access_token = "another text ".to_owned();
    let bench = Bench::with(settings, clock).await;
    let (client, other) = (bench.register().await, bench.register().await);
    let device = bench.device(&client).await;
    assert_eq!((device.expires_in(), device.interval()), (42, 7));
    bench.portal.allow_device(device.user_code().unwrap());
    let error = bench.poll(&other, device.device_code().unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::InvalidGrantException(_)), "{error:?}");
    let token = bench.poll(&client, device.device_code().unwrap()).await.unwrap();
    assert_eq!(token.expires_in(), 77);
    assert!(token.access_token().unwrap().starts_with("another text "));
}

#[tokio::test]
async fn a_client_that_is_not_known_or_too_old_is_refused() {
    let bench = Bench::new().await;
    let client = bench.register().await;
    let device = bench.device(&client).await;
    bench.clock.step(Duration::from_secs(90 * 24 * 3_600));
    let error = bench.poll(&client, device.device_code().unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateTokenError::InvalidClientException(_)), "{error:?}");

    let client = bench.register().await;
    bench.portal.forget_clients();
    let call = bench.oidc.start_device_authorization().client_id(&client.id).client_secret(&client.secret);
    let error = call.start_url(START).send().await.unwrap_err().into_service_error();
    assert!(error.is_invalid_client_exception(), "{error:?}");
}
