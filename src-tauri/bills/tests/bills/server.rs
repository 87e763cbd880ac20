//! A plain HTTP server that answers what was written down, in order.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

/// A request, with the names of its headers in lower case.
#[derive(Clone, Debug)]
pub struct Asked {
    pub head: String,
    pub body: Value,
}

pub struct Server {
    pub url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Answers with these, a status and a body each, and then no more: it hangs up.
    pub fn answering(answers: impl IntoIterator<Item = (u16, String)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::<Mutex<Vec<Asked>>>::default();
        let (kept, mut answers) = (asked.clone(), answers.into_iter().collect::<VecDeque<_>>());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, &kept, answers.pop_front());
            }
        });
        Self { url, asked }
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, kept: &Mutex<Vec<Asked>>, answer: Option<(u16, String)>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut head = String::new();
    while reader.read_line(&mut head).is_ok_and(|read| read > 2) {}
    let length =
        head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).unwrap();
    kept.lock().unwrap().push(Asked { head, body: serde_json::from_slice(&body).unwrap_or_default() });
    if let Some((status, body)) = answer {
        let length = body.len();
        let head = format!("HTTP/1.1 {status} Told\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
        let _ = stream.write_all(format!("{head}{body}").as_bytes());
    }
}

/// A month of figures: usage type, usage, amount and currency of each group.
pub fn month(groups: &[(&str, &str, &str, &str)], is_estimated: bool) -> Value {
    let groups: Vec<Value> = groups
        .iter()
        .map(|(usage_type, usage, amount, currency)| {
            json!({
                "Keys": [usage_type],
                "Metrics": {
                    "UnblendedCost": { "Amount": amount, "Unit": currency },
                    "UsageQuantity": { "Amount": usage, "Unit": "N/A" },
                },
            })
        })
        .collect();
    let period = json!({ "Start": "2026-11-01", "End": "2026-12-01" });
    json!({ "TimePeriod": period, "Total": {}, "Groups": groups, "Estimated": is_estimated })
}

/// A page of an answer.
pub fn page(month: Value, next: Option<&str>) -> (u16, String) {
    let mut page = json!({ "ResultsByTime": [month], "DimensionValueAttributes": [] });
    if let Some(next) = next {
        page["NextPageToken"] = next.into();
    }
    (200, page.to_string())
}

/// An error as Cost Explorer writes it (AWS JSON 1.1).
pub fn error(status: u16, code: &str, message: &str) -> (u16, String) {
    (status, json!({ "__type": format!("com.amazon.aws.costexplorer#{code}"), "Message": message }).to_string())
}
