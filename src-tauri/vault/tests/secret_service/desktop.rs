//! A desktop session without a desktop: a private message bus and a keyring daemon.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use zbus::blocking::Connection;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

/// Names the folder to the process in which a test runs for real.
const FOLDER: &str = "HOUSEKEEPER_TEST_DESKTOP";

/// The password of the keyring.
const PASSWORD: &[u8] = b"password of the test";

/// The private folder in which all of it lives.
pub struct Desktop {
    folder: PathBuf,
}

/// A running message bus. With it end the daemons that it started and the keyring daemon on it.
pub struct Bus {
    daemon: Child,
}

impl Desktop {
    /// In the process that `cargo test` started: runs this test in one of its own, passes on how it ended, and returns
    /// `None`. In that process: the desktop.
    pub fn of(test: &str) -> Option<Self> {
        if let Some(folder) = std::env::var_os(FOLDER) {
            return Some(Self { folder: folder.into() });
        }
        // Short, because the path of a socket has 108 bytes at the most (unix(7)).
        let folder = tempfile::Builder::new().prefix("hk").tempdir().unwrap();
        let path = folder.path();
        let run = path.join("run");
        fs::create_dir(&run).unwrap();
        // The keyring daemon refuses a folder that others may enter.
        fs::set_permissions(&run, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(FOLDER, path)
            .env("DBUS_SESSION_BUS_ADDRESS", address(path))
            .env("HOME", path)
            .env("XDG_RUNTIME_DIR", run)
            .env("XDG_DATA_HOME", path.join("data"))
            .env("XDG_CONFIG_HOME", path.join("config"))
            .env("XDG_CACHE_HOME", path.join("cache"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("GNOME_KEYRING_CONTROL")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let complained = String::from_utf8_lossy(&output.stderr);
        // The count too: a name that matches no test would end well.
        let passed = output.status.success() && said.contains("1 passed");
        assert!(passed, "{test}, in a process of its own:\n{said}\n{complained}");
        None
    }

    /// Starts the bus and waits until it listens.
    pub fn start_bus(&self) -> Bus {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .arg(format!("--address={}", address(&self.folder)))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is needed: on Debian it is in the package dbus-daemon");
        let mut listening = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut listening).unwrap();
        assert!(listening.starts_with("unix:path="), "the bus did not start: {listening:?}");
        Bus { daemon }
    }

    /// Starts the keyring daemon as a login does, with its keyring unlocked; the first time that makes it. Returns when
    /// that is done.
    pub fn log_in(&self) {
        let mut daemon = Command::new("gnome-keyring-daemon")
            .args(["--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("gnome-keyring-daemon is needed: on Debian it is in the package gnome-keyring");
        // Whatever stands on its input up to the end is the password.
        daemon.stdin.take().unwrap().write_all(PASSWORD).unwrap();
        let output = daemon.wait_with_output().unwrap();
        assert!(output.status.success(), "the keyring was not unlocked: {output:?}");
    }

    /// Unlocks the keyring of the running daemon, as the person does by typing the password into its dialogue, which
    /// there is none of here: by a call that the daemon has for its own tests and for the login.
    pub fn type_password(&self) {
        const SERVICE: &str = "org.freedesktop.secrets";
        const PATH: &str = "/org/freedesktop/secrets";
        let bus = Connection::session().unwrap();
        let opened = bus
            .call_method(
                Some(SERVICE),
                PATH,
                Some("org.freedesktop.Secret.Service"),
                "OpenSession",
                &("plain", Value::from("")),
            )
            .unwrap();
        let (_, session): (OwnedValue, OwnedObjectPath) = opened.body().deserialize().unwrap();
        let keyring = ObjectPath::try_from("/org/freedesktop/secrets/collection/login").unwrap();
        let parameters: &[u8] = &[];
        bus.call_method(
            Some(SERVICE),
            PATH,
            Some("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
            "UnlockWithMasterPassword",
            &(keyring, (session, parameters, PASSWORD, "text/plain")),
        )
        .unwrap();
    }

    /// Which of the desktop's files have this text in them.
    pub fn files_that_hold(&self, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.clone()];
        let mut read = 0;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let (path, kind) = entry.map(|entry| (entry.path(), entry.file_type().unwrap())).unwrap();
                if kind.is_dir() {
                    folders.push(path);
                } else if kind.is_file() {
                    read += 1;
                    let bytes = fs::read(&path).unwrap();
                    if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                        found.push(path.display().to_string());
                    }
                }
            }
        }
        assert!(read > 0, "there must be a keyring's file");
        found
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().unwrap();
        self.daemon.wait().unwrap();
    }
}

/// Where the bus of a desktop listens.
fn address(folder: &Path) -> String {
    format!("unix:path={}", folder.join("bus").display())
}
