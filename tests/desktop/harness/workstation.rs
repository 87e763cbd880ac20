//! A computer of the test's own.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::Window;
use super::close::{place_window, press_close_button, window_place};
use super::process::Running;
use super::wait::until;

/// A home folder, a display, a D-Bus session and a keychain, shared with nothing and gone with the test.
pub struct Workstation {
    environment: BTreeMap<OsString, OsString>,
    // Ended in this order: what uses another first.
    keychain: Option<Running>,
    _bus: Running,
    _display: Running,
    home: TempDir,
}

impl Workstation {
    /// Starts it with an unlocked keychain and the practice account's work twenty times as fast.
    #[track_caller]
    pub fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut environment = BTreeMap::from([("LANG".into(), "C.UTF-8".into()), ("TZ".into(), "UTC".into())]);
        environment.extend(std::env::var_os("PATH").map(|path| ("PATH".into(), path)));
        environment.insert("HOME".into(), home.path().into());
        for (variable, folder) in [
            ("XDG_DATA_HOME", "share"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "runtime"),
            ("HOUSEKEEPER_DATA_DIR", "data"),
        ] {
            let folder = home.path().join(folder);
            fs::create_dir(&folder).unwrap();
            // The runtime folder is refused where others may look into it.
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
            environment.insert(variable.into(), folder.into());
        }
        environment.insert("HOUSEKEEPER_PRACTICE_SPEED".into(), "20".into());

        let (display, number) = Running::start_and_read_line(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1280x860x24", "-nolisten", "tcp", "-noreset"])
                .stderr(Stdio::null()),
        );
        environment.insert("DISPLAY".into(), format!(":{number}").into());
        let (bus, address) = Running::start_and_read_line(
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
                .env_clear()
                .envs(&environment)
                // What the bus starts by itself has no display: the keychain's dialogue would wait for somebody.
                .env_remove("DISPLAY")
                .stderr(Stdio::null()),
        );
        environment.insert("DBUS_SESSION_BUS_ADDRESS".into(), address.into());
        put_a_browser(home.path(), &mut environment);
        let keychain = Some(start_keychain(&environment));
        Self { environment, keychain, _bus: bus, _display: display, home }
    }

    /// Sets a variable for the windows that are opened from now on.
    pub fn set(&mut self, variable: &str, value: impl Into<OsString>) {
        self.environment.insert(variable.into(), value.into());
    }

    /// Opens the window and waits until it shows its navigation. Opened again, it finds what the last one left.
    #[track_caller]
    pub fn open(&self) -> Window {
        Window::open(self)
    }

    /// The folder the app keeps its records and logs in.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The home folder, in which every other folder stands.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Takes the keychain's service off the bus.
    #[track_caller]
    pub fn stop_keychain(&mut self) {
        self.keychain = None;
        until(
            || "the keychain is still on the bus".to_owned(),
            || (!self.has_on_its_bus("org.freedesktop.secrets")).then_some(()),
        );
    }

    /// Takes the bus from the windows that are opened from now on, and with it every keychain.
    pub fn take_the_bus_away(&mut self) {
        self.set("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    /// Locks the keychain. Nobody is there whom it could ask for its password.
    #[track_caller]
    pub fn lock_keychain(&self) {
        let answer = self.ask_keychain(
            "/org/freedesktop/secrets",
            &["org.freedesktop.Secret.Service.Lock", &format!("array:objpath:{COLLECTION}")],
        );
        assert!(answer.contains(COLLECTION), "it was not locked: {answer}");
    }

    /// How many secrets the keychain holds.
    #[track_caller]
    pub fn secrets_kept(&self) -> usize {
        let answer = self.ask_keychain(
            COLLECTION,
            &["org.freedesktop.DBus.Properties.Get", "string:org.freedesktop.Secret.Collection", "string:Items"],
        );
        answer.matches(&format!("{COLLECTION}/")).count()
    }

    fn ask_keychain(&self, object: &str, question: &[&str]) -> String {
        let asked = Command::new("dbus-send")
            .args(["--session", "--print-reply", "--dest=org.freedesktop.secrets", object])
            .args(question)
            .env_clear()
            .envs(&self.environment)
            .output()
            .unwrap();
        assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
        String::from_utf8_lossy(&asked.stdout).into_owned()
    }

    /// The address that the app opened last in the browser, once it has opened one more than `before`.
    #[track_caller]
    pub fn opened_in_browser(&self, before: usize) -> String {
        let opened = || fs::read_to_string(self.home.path().join(OPENED)).unwrap_or_default();
        until(|| "no page was opened in the browser".to_owned(), || opened().lines().nth(before).map(str::to_owned))
    }

    /// Whether the app has opened no page in the browser.
    pub fn was_nothing_opened_in_browser(&self) -> bool {
        !self.home.path().join(OPENED).exists()
    }

    /// A program in this computer's environment, whose output goes to the log.
    pub(super) fn command(&self, program: &str) -> Command {
        let log = File::options().create(true).append(true).open(self.log()).unwrap();
        let mut command = Command::new(program);
        command.env_clear().envs(&self.environment).stdout(log.try_clone().unwrap()).stderr(log);
        command
    }

    /// Whether a service of this name is on its bus.
    pub(super) fn has_on_its_bus(&self, name: &str) -> bool {
        is_on_the_bus(name, &self.environment)
    }

    /// Presses the button that closes the window.
    #[track_caller]
    pub fn press_close_button(&self) {
        press_close_button(&self.display());
    }

    /// Gives the window another place and size on the screen, which is 1280 pixels wide and 860 high.
    #[track_caller]
    pub fn place_window(&self, place: (i32, i32), size: (u32, u32)) {
        place_window(&self.display(), place, size);
    }

    /// Where the window is on the screen, and how large: from the left, from the top, width and height.
    #[track_caller]
    pub fn window_place(&self) -> (i16, i16, u16, u16) {
        window_place(&self.display())
    }

    fn display(&self) -> String {
        self.environment[std::ffi::OsStr::new("DISPLAY")].to_string_lossy().into_owned()
    }

    /// What the driver and the app printed.
    pub(super) fn log(&self) -> PathBuf {
        self.home.path().join("printed.log")
    }
}

/// The keychain's own collection, which is the default one.
const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";

/// Where the browser notes what it was to open.
const OPENED: &str = "opened.txt";

/// Puts a browser on the computer that opens nothing, and notes what it was to open.
fn put_a_browser(home: &Path, environment: &mut BTreeMap<OsString, OsString>) {
    let bin = home.join("bin");
    fs::create_dir(&bin).unwrap();
    let program = bin.join("xdg-open");
    fs::write(&program, format!("#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$HOME/{OPENED}\"\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let path = environment.get(std::ffi::OsStr::new("PATH")).cloned().unwrap_or_default();
    let mut first = bin.into_os_string();
    first.push(":");
    first.push(path);
    environment.insert("PATH".into(), first);
}

/// Starts a real Secret Service on the bus, with a new keychain that is unlocked.
#[track_caller]
fn start_keychain(environment: &BTreeMap<OsString, OsString>) -> Running {
    let mut keychain = Running::start_with_input(
        Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .env_clear()
            .envs(environment)
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
        "password of the keychain",
    );
    until(
        || "the keychain is not on the bus".to_owned(),
        || {
            assert!(keychain.is_running(), "gnome-keyring-daemon ended at once");
            is_on_the_bus("org.freedesktop.secrets", environment).then_some(())
        },
    );
    keychain
}

/// Whether a service of this name is on the bus.
fn is_on_the_bus(name: &str, environment: &BTreeMap<OsString, OsString>) -> bool {
    let asked = Command::new("dbus-send")
        .args(["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
        .args(["org.freedesktop.DBus.NameHasOwner", &format!("string:{name}")])
        .env_clear()
        .envs(environment)
        .output()
        .unwrap();
    String::from_utf8_lossy(&asked.stdout).contains("true")
}
