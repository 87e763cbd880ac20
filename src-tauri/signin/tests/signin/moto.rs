//! Against moto, an STS that other people wrote.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use engine::ports::{Lasts, Session};
use engine::{Endpoints, Failure, Identity, Role};
use secrecy::ExposeSecret;
use signin::who_am_i;

use crate::way::{Drawer, SignIn, configure, connection, open};

use crate::support::{Server, World, inside};

struct Moto {
    process: Child,
    url: String,
}

impl Moto {
    fn start() -> Self {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/moto/bin/moto_server");
        assert!(program.exists(), "moto is not installed at {}: run `cargo xtask test`", program.display());
        let mut process = Command::new(program)
            .args(["-H", "127.0.0.1", "-p", "0"])
            .env("PYTHONUNBUFFERED", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
        let url = lines.find_map(|line| Some(line.split_once("Running on ")?.1.trim().to_owned()));
        // It would stop at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, url: url.expect("moto ended before it opened its port") }
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[tokio::test]
async fn moto_says_whom_a_key_belongs_to() {
    let moto = Moto::start();
    let way = SignIn::key("testing", "testing");
    let identity = who_am_i(&configure(&way, Some(&moto.url)).await.unwrap()).await.unwrap();
    // Moto knows one account for whatever key it is given.
    let arn = "arn:aws:sts::123456789012:user/moto".to_owned();
    assert_eq!(identity, Identity { partition: "aws".into(), account: "123456789012".into(), arn });
}

#[test]
fn a_role_is_assumed_at_the_custom_endpoint_or_the_profiles_own() {
    let world = || {
        let moto = Moto::start();
        let config = format!(
            "
[profile web]
role_arn = arn:aws:iam::123456789012:role/Web
role_session_name = ann
source_profile = base
[profile local]
role_arn = arn:aws:iam::123456789012:role/Local
role_session_name = ann
source_profile = base
endpoint_url = {}
[profile base]
aws_access_key_id = testing
aws_secret_access_key = testing
",
            moto.url
        );
        let world = World::of(&config).var("MOTO", moto.url.clone());
        World { servers: vec![Box::new(moto)], ..world }
    };
    inside(world, async || {
        let moto = std::env::var("MOTO").unwrap();
        for (name, custom, arn) in [
            ("web", Some(moto.as_str()), "arn:aws:sts::123456789012:assumed-role/Web/ann"),
            ("local", None, "arn:aws:sts::123456789012:assumed-role/Local/ann"),
        ] {
            let config = configure(&SignIn::Profile { name: name.into() }, custom).await.unwrap();
            assert_eq!(who_am_i(&config).await.unwrap().arn, arn);
        }
    });
}

fn web(mfa_serial: Option<&str>) -> Role {
    Role {
        arn: "arn:aws:iam::123456789012:role/Web".into(),
        external_id: Some("shared".into()),
        session_name: Some("ann".into()),
        mfa_serial: mfa_serial.map(str::to_owned),
    }
}

const DEVICE: &str = "arn:aws:iam::123456789012:mfa/ann";

#[tokio::test]
async fn a_role_over_a_key_is_assumed_and_a_role_over_that_role_too() {
    let moto = Moto::start();
    let once = SignIn::Role { base: Box::new(SignIn::key("testing", "testing")), role: web(None) };
    let identity = who_am_i(&configure(&once, Some(&moto.url)).await.unwrap()).await.unwrap();
    assert_eq!(identity.arn, "arn:aws:sts::123456789012:assumed-role/Web/ann");
    let further = Role { arn: "arn:aws:iam::210987654321:role/Further".into(), ..web(None) };
    let twice = SignIn::Role { base: Box::new(once), role: further };
    let (_, session) = open(&twice, Some(&moto.url)).await.unwrap();
    assert_eq!(session.who_am_i().await.unwrap().account, "210987654321");
    assert!(matches!(session.lasts(), Lasts::Until { renews: true, .. }));
}

#[tokio::test]
async fn a_role_that_wants_a_code_asks_for_it_once_and_remembers_over_a_restart() {
    let moto = Moto::start();
    let vault = Arc::new(Drawer::default());
    let way = SignIn::Role { base: Box::new(SignIn::key("testing", "testing")), role: web(Some(DEVICE)) };
    let at = Endpoints { custom_endpoint: Some(moto.url.clone()), ..Endpoints::default() };
    let (connection_, means) = connection(&vault, &way, &at).await;
    let (_, session) = signin::open(&connection_, &means).await.unwrap();
    let wanted = Failure::MfaCodeWanted { device: DEVICE.into() };
    assert_eq!(session.ready(Duration::from_secs(120)).await, Err(wanted.clone()));
    session.enter_code(&"123456".into()).await.unwrap();
    assert_eq!(session.who_am_i().await.unwrap().arn, "arn:aws:sts::123456789012:assumed-role/Web/ann");
    assert!(matches!(session.lasts(), Lasts::Until { renews: false, .. }));

    // The next start: another process, the same keychain.
    let (connection_, means) = connection(&vault, &way, &at).await;
    let (_, session) = signin::open(&connection_, &means).await.unwrap();
    assert_eq!(session.ready(Duration::from_secs(120)).await, Ok(()));
    // And when the person has signed out.
    means.own.forget().await.unwrap();
    session.let_go().await;
    assert_eq!(session.ready(Duration::from_secs(120)).await, Err(wanted));
}

#[test]
fn a_profile_whose_role_wants_a_code_asks_for_it_too() {
    let world = || {
        let moto = Moto::start();
        let keys = "aws_access_key_id = testing\naws_secret_access_key = testing\n";
        let config = format!(
            "[profile mfa]\nrole_arn = arn:aws:iam::123456789012:role/Web\nsource_profile = base\n\
             mfa_serial = {DEVICE}\nrole_session_name = ann\n[profile base]\n{keys}"
        );
        let world = World::of(&config).var("MOTO", moto.url.clone());
        World { servers: vec![Box::new(moto)], ..world }
    };
    inside(world, async || {
        let moto = std::env::var("MOTO").unwrap();
        let (_, session) = open(&SignIn::Profile { name: "mfa".into() }, Some(&moto)).await.unwrap();
        assert_eq!(session.who_am_i().await, Err(Failure::MfaCodeWanted { device: DEVICE.into() }));
        session.enter_code(&"123456".into()).await.unwrap();
        assert_eq!(session.who_am_i().await.unwrap().arn, "arn:aws:sts::123456789012:assumed-role/Web/ann");
    });
}

#[tokio::test]
async fn a_wrong_code_is_told_as_that_and_not_as_a_missing_permission() {
    let words = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>MultiFactorAuthentication failed with invalid \
                 MFA one time pass code.</Message></Error></ErrorResponse>";
    let sts = Server::answering(403, words);
    let way = SignIn::Role { base: Box::new(SignIn::key("AKIA", "hush")), role: web(Some(DEVICE)) };
    let (_, session) = open(&way, Some(sts.url())).await.unwrap();
    let failure = session.enter_code(&"000000".into()).await.unwrap_err();
    assert!(matches!(&failure, Failure::CredentialsRejected { detail } if detail.contains("wait for the next")));
    let requests = sts.requests();
    assert_eq!(requests.len(), 1, "a code is sent once");
    for field in ["SerialNumber=", "TokenCode=000000", "ExternalId=shared", "RoleSessionName=ann"] {
        assert!(requests[0].contains(field), "{field}: {}", requests[0]);
    }
}

#[tokio::test]
async fn keys_are_made_turned_off_and_deleted_for_the_user_who_calls() {
    let moto = Moto::start();
    let admin = configure(&SignIn::key("testing", "testing"), Some(&moto.url)).await.unwrap();
    let iam = aws_sdk_iam::Client::new(&admin);
    iam.create_user().user_name("ann").send().await.unwrap();
    let first = iam.create_access_key().user_name("ann").send().await.unwrap().access_key.unwrap();
    let ann = SignIn::key(&first.access_key_id, &first.secret_access_key);
    let config = configure(&ann, Some(&moto.url)).await.unwrap();

    let second = signin::create_key(&config).await.unwrap();
    let new = second.access_key_id.clone().unwrap();
    let by_new = SignIn::key(&new, second.secret_access_key.expose_secret());
    let by_new = configure(&by_new, Some(&moto.url)).await.unwrap();
    assert!(who_am_i(&by_new).await.unwrap().arn.ends_with("user/ann"));
    let third = signin::create_key(&config).await.unwrap_err();
    assert!(third.to_string().contains("two access keys already"), "{third}");

    signin::disable_key(&by_new, &first.access_key_id).await.unwrap();
    let status = || async {
        let keys = iam.list_access_keys().user_name("ann").send().await.unwrap().access_key_metadata;
        keys.into_iter().map(|key| (key.access_key_id.unwrap(), key.status.unwrap().as_str().to_owned())).collect()
    };
    let keys: std::collections::HashMap<String, String> = status().await;
    assert_eq!((&*keys[&first.access_key_id], &*keys[&new]), ("Inactive", "Active"));
    signin::delete_key(&by_new, &first.access_key_id).await.unwrap();
    let keys: std::collections::HashMap<String, String> = status().await;
    assert_eq!(keys.len(), 1);
}
