//! Signing in at IAM Identity Center, at a stand-in made from the service models.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use aws_credential_types::provider::ProvideCredentials;
use engine::ports::{Method, PendingSignIn, Portals};
use engine::{Compartment, Endpoints, Failure, Keep, PortalTokens, Secret, SecretName};
use jiff::Timestamp;
use portal::{Choice, Portal, Settings};
use secrecy::ExposeSecret;
use signin::{IdentityCenter, SignInError};

use crate::way::{Drawer, SignIn, compartment, connection};

/// A portal, the app before it, and a clock that both have.
struct Stage {
    portal: Portal,
    app: IdentityCenter,
    clock: Arc<AtomicU64>,
    at: engine::Portal,
    endpoints: Endpoints,
    vault: Arc<Drawer>,
}

impl Stage {
    async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    async fn with(settings: Settings) -> Self {
        // Within the present, so that the SDK's own clock finds nothing lapsed.
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
        let clock = Arc::new(AtomicU64::new(now));
        let (theirs, ours) = (clock.clone(), clock.clone());
        let their_clock = Arc::new(move || Timestamp::from_second(theirs.load(Ordering::SeqCst) as i64).unwrap());
        let portal = Portal::start(Settings { clock: their_clock, ..settings }).await.unwrap();
        let our_clock = move || SystemTime::UNIX_EPOCH + Duration::from_secs(ours.load(Ordering::SeqCst));
        Self {
            app: IdentityCenter::with_clock(our_clock, Duration::from_millis(5)),
            at: engine::Portal { start_url: format!("{}/start", portal.url()), region: "eu-west-1".into() },
            endpoints: Endpoints { custom_endpoint: Some(portal.url()), ..Endpoints::default() },
            vault: Arc::default(),
            clock,
            portal,
        }
    }

    fn later(&self, seconds: u64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    async fn begin(&self, method: Method) -> Box<dyn PendingSignIn> {
        self.app.begin(&self.at, &self.endpoints, method).await.unwrap()
    }

    /// Signs in in the browser, and keeps the tokens.
    async fn signed_in(&self) -> Arc<Compartment> {
        let pending = self.begin(Method::Browser).await;
        let url = pending.url().to_owned();
        let (tokens, ()) = tokio::join!(pending.finish(), self.go_through(&url, Choice::Allow));
        let place = compartment(&self.vault, SecretName::of_portal(&self.at));
        place.put(Secret::Portal(tokens.unwrap()), Keep::Keychain).await.unwrap();
        place
    }

    /// What the person's browser does.
    async fn go_through(&self, url: &str, choice: Choice) {
        get(&self.portal.visit(url, choice).await.unwrap()).await;
    }
}

/// Opens an address of this computer as a browser does. Gives the page.
async fn get(url: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let (host, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let head = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).await.unwrap();
    page
}

fn of(place: &Option<Secret>) -> &PortalTokens {
    match place {
        Some(Secret::Portal(tokens)) => tokens,
        other => panic!("no tokens: {other:?}"),
    }
}

#[tokio::test]
async fn in_the_browser_one_allows_it_and_comes_back() {
    let stage = Stage::new().await;
    let pending = stage.begin(Method::Browser).await;
    assert_eq!(pending.code(), None);
    let url = pending.url().to_owned();
    let browser = async {
        let back = stage.portal.visit(&url, Choice::Allow).await.unwrap();
        // What else knocks at that port is turned away, and disturbs nothing.
        let port = back.split('?').next().unwrap();
        assert!(get(&format!("{port}?code=forged&state=guessed")).await.starts_with("HTTP/1.1 404"));
        let page = get(&back).await;
        assert!(page.contains("You are signed in"), "{page}");
    };
    let (tokens, ()) = tokio::join!(pending.finish(), browser);
    let tokens = tokens.unwrap();
    assert!(tokens.refresh_token.is_some());
    assert!(!tokens.access_token.expose_secret().is_empty());
}

#[tokio::test]
async fn who_declines_in_the_browser_is_not_signed_in() {
    let stage = Stage::new().await;
    let pending = stage.begin(Method::Browser).await;
    let url = pending.url().to_owned();
    let (ended, ()) = tokio::join!(pending.finish(), stage.go_through(&url, Choice::Deny));
    assert!(matches!(&ended, Err(Failure::PortalSignInEnded { detail }) if detail.contains("declined")), "{ended:?}");
}

#[tokio::test]
async fn a_browser_that_is_closed_ends_in_the_time_that_was_told() {
    // 600 of this app's seconds are three here.
    let stage = Stage::new().await;
    let pending = stage.begin(Method::Browser).await;
    let ended = pending.finish().await;
    assert!(matches!(&ended, Err(Failure::PortalSignInEnded { detail }) if detail.contains("time")), "{ended:?}");
}

#[tokio::test]
async fn with_a_code_one_is_waited_for_and_slowed_down() {
    let stage = Stage::new().await;
    let pending = stage.begin(Method::Code).await;
    let code = pending.code().unwrap().to_owned();
    let person = async {
        // The portal's clock stands still, so every second question is too early for it.
        while !stage.portal.calls().iter().any(|call| call.operation == "CreateToken") {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        for _ in 0..40 {
            stage.later(1);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stage.portal.allow_device(&code);
        for _ in 0..400 {
            stage.later(1);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let tokens = tokio::select! {
        tokens = pending.finish() => tokens.unwrap(),
        () = person => panic!("it was never asked whether the person is through"),
    };
    assert!(tokens.refresh_token.is_some());
    let asked = stage.portal.calls().iter().filter(|call| call.operation == "CreateToken").count();
    assert!(asked >= 2, "{asked}");
}

#[tokio::test]
async fn a_code_that_is_declined_or_lapses_ends_the_sign_in() {
    let stage = Stage::new().await;
    let pending = stage.begin(Method::Code).await;
    stage.portal.deny_device(pending.code().unwrap());
    let ended = pending.finish().await;
    assert!(matches!(&ended, Err(Failure::PortalSignInEnded { detail }) if detail.contains("declined")), "{ended:?}");

    let pending = stage.begin(Method::Code).await;
    stage.later(100_000);
    let ended = pending.finish().await;
    assert!(matches!(&ended, Err(Failure::PortalSignInEnded { detail }) if detail.contains("time")), "{ended:?}");
}

#[tokio::test]
async fn accounts_and_roles_are_listed_and_a_role_lets_one_in() {
    let stage = Stage::new().await;
    let place = stage.signed_in().await;
    let accounts = stage.app.accounts(&stage.at, &stage.endpoints, &place).await.unwrap();
    assert!(accounts.len() >= 3 && accounts.is_sorted_by_key(|one| one.name.to_lowercase()), "{accounts:?}");
    let account = accounts[0].account.clone();
    let roles = stage.app.roles(&stage.at, &stage.endpoints, &place, &account).await.unwrap();
    assert!(!roles.is_empty());

    let way = SignIn::IdentityCenter { portal: stage.at.clone(), account: account.clone(), role: roles[0].clone() };
    let (connection_, means) = connection(&stage.vault, &way, &stage.endpoints).await;
    let (config, _) = signin::open(&connection_, &means).await.unwrap();
    let credentials = config.credentials_provider().unwrap().provide_credentials().await.unwrap();
    assert!(credentials.expiry().is_some() && credentials.session_token().is_some());

    let other = SignIn::IdentityCenter { portal: stage.at.clone(), account, role: "NotMine".into() };
    let (connection_, means) = connection(&stage.vault, &other, &stage.endpoints).await;
    let (config, _) = signin::open(&connection_, &means).await.unwrap();
    let error = config.credentials_provider().unwrap().provide_credentials().await.unwrap_err();
    assert!(matches!(SignInError::within(&error), Some(SignInError::Denied { .. })), "{error:?}");
}

#[tokio::test]
async fn a_session_is_renewed_in_silence_and_each_refresh_token_used_once() {
    let stage = Stage::new().await;
    let place = stage.signed_in().await;
    let first = of(&place.open().await.unwrap().secret().cloned()).clone();
    for _ in 0..3 {
        stage.later(3_500);
        stage.app.accounts(&stage.at, &stage.endpoints, &place).await.unwrap();
    }
    let last = of(&place.open().await.unwrap().secret().cloned()).clone();
    assert_ne!(first.access_token.expose_secret(), last.access_token.expose_secret());
    // What was renewed is what the next start finds.
    let again = compartment(&stage.vault, SecretName::of_portal(&stage.at));
    let kept = of(&again.open().await.unwrap().secret().cloned()).clone();
    assert_eq!(kept.access_token.expose_secret(), last.access_token.expose_secret());
    let calls = stage.portal.calls();
    let given = calls.iter().filter(|call| call.operation == "CreateToken" && call.status == 200);
    assert_eq!(given.count(), 4, "once to sign in, and once for each hour");
}

#[tokio::test]
async fn a_session_that_the_portal_ended_asks_for_a_new_one() {
    let stage = Stage::new().await;
    let place = stage.signed_in().await;
    stage.portal.revoke_everything();
    let wanted = Failure::PortalSignInWanted { portal: stage.at.start_url.clone() };
    assert_eq!(stage.app.accounts(&stage.at, &stage.endpoints, &place).await.unwrap_err(), wanted);
    stage.later(3_500);
    assert_eq!(stage.app.accounts(&stage.at, &stage.endpoints, &place).await.unwrap_err(), wanted);
    let empty = compartment(&Arc::default(), SecretName::of_portal(&stage.at));
    assert_eq!(stage.app.accounts(&stage.at, &stage.endpoints, &empty).await.unwrap_err(), wanted);
}

#[tokio::test]
async fn signing_out_ends_the_session_at_the_portal() {
    let stage = Stage::new().await;
    let place = stage.signed_in().await;
    stage.app.sign_out(&stage.at, &stage.endpoints, &place).await.unwrap();
    let after = stage.app.accounts(&stage.at, &stage.endpoints, &place).await;
    assert!(matches!(after, Err(Failure::PortalSignInWanted { .. })), "{after:?}");
}

#[tokio::test]
async fn a_portal_that_is_not_there_is_unreachable_and_not_ended() {
    let stage = Stage::new().await;
    let nowhere = Endpoints { custom_endpoint: Some("http://127.0.0.1:9".into()), ..Endpoints::default() };
    for method in [Method::Browser, Method::Code] {
        let begun = stage.app.begin(&stage.at, &nowhere, method).await.err();
        assert!(matches!(begun, Some(Failure::Unreachable { .. })), "{begun:?}");
    }
}
