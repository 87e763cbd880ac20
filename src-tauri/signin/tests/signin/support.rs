//! A home of one's own, servers that answer as told, and the trap.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

/// Says to a test that it is the inner process, where the environment is as it asked.
const INSIDE: &str = "SIGNIN_TEST_INSIDE";

/// What a test finds around it.
#[derive(Default)]
pub struct World {
    pub config: String,
    pub credentials: String,
    pub vars: Vec<(&'static str, String)>,
    /// Files below the home directory.
    pub files: Vec<(&'static str, String)>,
    /// What has to live as long as the test, such as a server.
    pub servers: Vec<Box<dyn std::any::Any>>,
}

impl World {
    pub fn of(config: &str) -> Self {
        Self { config: config.to_owned(), ..Self::default() }
    }

    pub fn var(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.vars.push((name, value.into()));
        self
    }

    pub fn file(mut self, path: &'static str, contents: impl Into<String>) -> Self {
        self.files.push((path, contents.into()));
        self
    }
}

/// Runs the body of the calling test in a process of its own, whose environment is the world's and nothing else: a
/// process's own variables cannot be changed safely while its other tests run. Gives how often the machine's metadata
/// service was asked, and nothing in the inner process.
pub fn visits_to_the_machine<F: AsyncFnOnce()>(world: impl FnOnce() -> World, body: F) -> Option<usize> {
    if std::env::var_os(INSIDE).is_some() {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(body());
        return None;
    }
    // "signin::profiles::name_of_the_test::{{closure}}"
    let name = std::any::type_name::<F>().split_once("::").unwrap().1;
    let name = name.split("::{{closure}}").next().unwrap();
    let home = tempfile::tempdir().unwrap();
    let world = world();
    let trap = Server::answering(404, "");
    write(home.path(), ".aws/config", &world.config);
    write(home.path(), ".aws/credentials", &world.credentials);
    for (path, contents) in &world.files {
        write(home.path(), path, contents);
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args([name, "--exact", "--nocapture"])
        .env_clear()
        .env(INSIDE, "1")
        .env("HOME", home.path())
        .env("AWS_EC2_METADATA_SERVICE_ENDPOINT", trap.url())
        .env("AWS_CONTAINER_CREDENTIALS_FULL_URI", trap.url())
        .envs(world.vars.iter().map(|(name, value)| (name, value)))
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    drop(world.servers);
    assert!(output.status.success() && said.contains("1 passed"), "in the process of its own:\n{said}");
    Some(trap.requests().len())
}

/// The same, where the machine must not be asked at all.
pub fn inside<F: AsyncFnOnce()>(world: impl FnOnce() -> World, body: F) {
    let visits = visits_to_the_machine(world, body).unwrap_or(0);
    assert_eq!(visits, 0, "the metadata service was asked");
}

fn write(home: &Path, path: &str, contents: &str) {
    let path = home.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, contents).unwrap();
}

/// A server on this machine that gives every request the same answer, or one by its path.
pub struct Server {
    url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

/// A request's head in, and what is sent back.
type Answer = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Server {
    pub fn answering(status: u16, body: &str) -> Self {
        let answer = response(status, body);
        Self::with(move |_| Some(answer.clone()))
    }

    /// Hangs up without an answer.
    pub fn hanging_up() -> Self {
        Self::with(|_| None)
    }

    pub fn with(answer: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (kept, answer): (_, Arc<Answer>) = (Arc::clone(&requests), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, &kept, &*answer);
            }
        });
        Self { url, requests }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// The heads of the requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

pub fn response(status: u16, body: &str) -> String {
    format!("HTTP/1.1 {status} Told\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

fn serve(mut stream: TcpStream, kept: &Mutex<Vec<String>>, answer: &Answer) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut head = String::new();
    while reader.read_line(&mut head).is_ok_and(|read| read > 2) {}
    let length =
        head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    let _ = reader.read_exact(&mut body);
    head.push_str(&String::from_utf8_lossy(&body));
    let back = answer(&head);
    kept.lock().unwrap().push(head);
    if let Some(back) = back {
        let _ = stream.write_all(back.as_bytes());
    }
}
