//! Against moto, an STS that other people wrote.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use engine::Identity;
use signin::who_am_i;

use crate::way::{SignIn, configure};

use crate::support::{World, inside};

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
