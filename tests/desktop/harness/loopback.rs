//! A server on this computer that notes every request, and answers from memory.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// It serves as long as the test runs.
pub struct Loopback {
    port: u16,
    seen: Arc<Mutex<Vec<String>>>,
    answers: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
}

impl Loopback {
    /// Starts it, with nothing to give.
    #[track_caller]
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (seen, answers) = (Arc::<Mutex<Vec<_>>>::default(), Arc::<Mutex<BTreeMap<_, _>>>::default());
        let (noted, given) = (seen.clone(), answers.clone());
        std::thread::spawn(move || {
            for caller in listener.incoming().flatten() {
                // One at a time: nobody here has much to say.
                let _ = serve(&caller, &noted, &given);
            }
        });
        Self { port, seen, answers }
    }

    /// Gives this for a path from now on.
    pub fn give(&self, path: &str, body: impl Into<Vec<u8>>) {
        self.answers.lock().unwrap().insert(path.to_owned(), body.into());
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The first line of every request so far; of a caller who said nothing, that.
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

fn serve(
    mut caller: &TcpStream,
    seen: &Mutex<Vec<String>>,
    answers: &Mutex<BTreeMap<String, Vec<u8>>>,
) -> std::io::Result<()> {
    caller.set_read_timeout(Some(Duration::from_secs(2)))?;
    let mut lines = BufReader::new(caller).lines();
    let request =
        lines.next().transpose().unwrap_or_default().unwrap_or_else(|| "a caller who said nothing".to_owned());
    seen.lock().unwrap().push(request.clone());
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or_default();
    let answer = answers.lock().unwrap().get(path).cloned();
    let status = if answer.is_some() { "200 OK" } else { "404 Not Found" };
    let body = answer.unwrap_or_default();
    write!(
        caller,
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    caller.write_all(&body)
}
