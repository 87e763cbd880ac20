//! The other processes of a campaign: the server, and the app.

use std::fs::{self, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result};
use http::uri::Authority;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};

use crate::Intent;
use crate::sender::PROFILE;

/// Ends this process when the one that started it has ended, whichever way: what a killed campaign started must not
/// stay behind. Its standard input is a pipe of which the other end is then gone.
pub fn end_with_the_parent() {
    std::thread::spawn(|| {
        let mut input = std::io::stdin().lock();
        let mut bytes = [0; 64];
        while input.read(&mut bytes).is_ok_and(|read| read > 0) {}
        std::process::exit(1);
    });
}

/// The simulated CloudFront, as a process of its own. It ends when this is dropped.
#[derive(Debug)]
pub struct Server {
    _process: Child,
    _input: Option<ChildStdin>,
    authority: Authority,
}

impl Server {
    /// Starts `program serve` on a folder, without its throttle, at a speed.
    ///
    /// # Errors
    /// When it cannot be started, or does not say where it listens.
    pub async fn start(program: &Path, folder: &Path, speed: f64) -> Result<Self> {
        let mut process = Command::new(program)
            .args(["serve", "--unthrottled", "--end-with-input", "--speed", &speed.to_string(), "--folder"])
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let input = process.stdin.take();
        let output = process.stdout.take().context("its output is a pipe")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).await?;
        let authority = line.trim().strip_prefix("http://").context("the server did not say where it listens")?;
        Ok(Self { authority: authority.parse()?, _process: process, _input: input })
    }

    /// The host and the port.
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// Where it listens, as an endpoint for the SDK.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.authority)
    }
}

/// A program in the environment of an app that has nothing of this machine's: its data in `folder`, and there a profile
/// for its connection. For the benches.
///
/// # Errors
/// When the folder cannot be written to.
pub fn ground(folder: &Path, program: &Path) -> Result<Command> {
    Ground::lay(folder, &[])?.app(program)
}

/// The folder of one run: the app's data, the server's, the profile, and what the app's process wrote down.
#[derive(Debug)]
pub(crate) struct Ground {
    folder: PathBuf,
}

impl Ground {
    /// Lays the files of a run out in an empty folder.
    pub(crate) fn lay(folder: &Path, intents: &[Intent]) -> Result<Self> {
        let ground = Self { folder: folder.to_owned() };
        fs::write(ground.file("config"), format!("[profile {PROFILE}]\nregion = us-east-1\n"))?;
        fs::write(
            ground.file("credentials"),
            format!("[{PROFILE}]\naws_access_key_id = AKIACAMPAIGN\naws_secret_access_key = campaign\n"),
        )?;
        Intent::write(intents, &ground.file("intents.json"))?;
        Ok(ground)
    }

    /// The app's data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.file("data")
    }

    /// The server's folder.
    pub(crate) fn account(&self) -> PathBuf {
        self.file("account")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What the app's processes wrote down so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.file("sender.log")).unwrap_or_default()
    }

    /// Starts the app's process, `program send`; it ends when its input is dropped.
    pub(crate) fn send(&self, program: &Path, endpoint: &str, pace: f64) -> Result<(Child, Option<ChildStdin>)> {
        let mut app = self
            .app(program)?
            .args(["send", "--end-with-input", "--pace", &pace.to_string(), "--endpoint", endpoint, "--list"])
            .arg(self.file("intents.json"))
            .stdin(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        // Waiting for a child closes its input, so that is kept apart.
        let input = app.stdin.take();
        Ok((app, input))
    }

    /// Opens the app's window on the same data.
    pub(crate) fn open_window(&self, program: &Path) -> Result<Child> {
        let mut window = self.app(program)?;
        window.stdin(Stdio::null()).spawn().with_context(|| format!("{} cannot be started", program.display()))
    }

    /// The app in the environment of a run, with its window or without.
    pub(crate) fn app(&self, program: &Path) -> Result<Command> {
        let log = OpenOptions::new().create(true).append(true).open(self.file("sender.log"))?;
        let mut command = Command::new(program);
        // The machine's own connections, endpoints and proxies have no part in this.
        for (name, _) in std::env::vars_os() {
            let shown = name.to_string_lossy().to_ascii_uppercase();
            if shown.starts_with("AWS_") || shown.ends_with("_PROXY") {
                command.env_remove(name);
            }
        }
        command
            .env("HOUSEKEEPER_DATA_DIR", self.data())
            .env("AWS_CONFIG_FILE", self.file("config"))
            .env("AWS_SHARED_CREDENTIALS_FILE", self.file("credentials"))
            .stdout(Stdio::null())
            .stderr(log)
            .kill_on_drop(true);
        Ok(command)
    }
}
