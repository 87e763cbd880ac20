//! Against moto (getmoto/moto), a mock of many services: it answers what was put into it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use engine::Failure;
use engine::ports::Billed;
use serde_json::json;

use crate::ask;
use crate::server::month;

struct Moto {
    process: Child,
    url: String,
}

impl Moto {
    /// # Panics
    /// When it is not installed: its absence must never look like success.
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

    /// Puts in what the next question is answered with.
    fn answers(&self, month: &serde_json::Value) {
        let body = json!({ "results": [{ "ResultsByTime": [month], "DimensionValueAttributes": [] }] }).to_string();
        let host = self.url.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(host).unwrap();
        let head = format!(
            "POST /moto-api/static/ce/cost-and-usage-results HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[tokio::test]
async fn moto_answers_what_was_put_into_it() {
    let moto = Moto::start();
    let groups = [("US-Requests-Tier1", "10", "0.01", "USD"), ("Invalidations", "1234", "1.17", "USD")];
    moto.answers(&month(&groups, true));
    let billed = Billed { usage: "1234".into(), amount: "1.17".into(), currency: "USD".into(), is_estimated: true };
    assert_eq!(ask(&moto.url).await, Ok(billed));
}

#[tokio::test]
async fn an_account_without_figures_is_not_said_to_be_billed_nothing() {
    let moto = Moto::start();
    let failure = ask(&moto.url).await.expect_err("it has none");
    assert!(matches!(&failure, Failure::Invalid { detail } if detail.contains("no figures")), "{failure:?}");
}
