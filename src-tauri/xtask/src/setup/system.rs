//! The parts of the system that the project builds on, and how each is seen to be there.

use anyhow::{Result, bail};
use duct::cmd;

use super::debian;

/// Something the project needs of the system, beside Rust and Node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The web view the window is made of, with what is needed to compile against it.
    WebView,
    /// The WebDriver that drives the window.
    Driver,
    /// A display that needs no screen.
    Display,
    /// A D-Bus session of the tests' own.
    Bus,
    /// A keychain that answers the Secret Service protocol.
    Keychain,
    /// A service that shows notifications.
    Notifications,
    /// Python, for the servers of other people's making that the tests talk to.
    Python,
    /// What says whether a desktop entry is as it has to be.
    DesktopEntries,
    /// What says whether what software centres show is as it has to be.
    Metainfo,
    /// What makes an empty Debian system in a folder.
    EmptySystem,
    /// What says which packages a program's libraries are of.
    Libraries,
    /// What knows what else a Debian package has to be like.
    Lintian,
    /// What reads packages of Red Hat's kind.
    Rpm,
}

impl Part {
    /// What building the window and opening it need.
    pub const BUILD: &[Self] = &[Self::WebView];
    /// What the crash campaign needs, some of whose runs have the window.
    pub const CAMPAIGN: &[Self] = &[Self::WebView, Self::Display];
    /// What packages are made with.
    pub const PACKAGE: &[Self] = &[Self::WebView, Self::DesktopEntries, Self::Metainfo];
    /// What they are checked with besides.
    pub const CHECK: &[Self] = &[Self::EmptySystem, Self::Display, Self::Libraries, Self::Lintian, Self::Rpm];
    /// What the benches need.
    pub const BENCH: &[Self] = &[Self::WebView, Self::Driver, Self::Display, Self::Bus, Self::Python];
    /// What the tests need.
    pub const TEST: &[Self] =
        &[Self::WebView, Self::Driver, Self::Display, Self::Bus, Self::Keychain, Self::Notifications, Self::Python];

    /// Its package on Debian 12 and Ubuntu 24.04, and later ones.
    pub fn package(self) -> &'static str {
        match self {
            Self::WebView => "libwebkit2gtk-4.1-dev",
            Self::Driver => "webkit2gtk-driver",
            Self::Display => "xvfb",
            Self::Bus => "dbus-daemon",
            Self::Keychain => "gnome-keyring",
            Self::Notifications => "dunst",
            Self::Python => "python3-venv",
            Self::DesktopEntries => "desktop-file-utils",
            Self::Metainfo => "appstream",
            Self::EmptySystem => "debootstrap",
            Self::Libraries => "dpkg-dev",
            Self::Lintian => "lintian",
            Self::Rpm => "rpm",
        }
    }

    /// What to tell someone who has to find it on a system whose packages this tool does not know.
    fn description(self) -> &'static str {
        match self {
            Self::WebView => "WebKitGTK 4.1 with its development files (pkg-config must find webkit2gtk-4.1)",
            Self::Driver => "WebKitWebDriver, the WebDriver of WebKitGTK",
            Self::Display => "Xvfb",
            Self::Bus => "dbus-daemon",
            Self::Keychain => "gnome-keyring-daemon",
            Self::Notifications => "dunst",
            Self::Python => "Python 3.11 or later with its venv module",
            Self::DesktopEntries => "desktop-file-validate",
            Self::Metainfo => "appstreamcli",
            Self::EmptySystem => "debootstrap",
            Self::Libraries => "dpkg-shlibdeps and dpkg-deb",
            Self::Lintian => "lintian",
            Self::Rpm => "rpm",
        }
    }

    /// Whether it is there, on a Linux whose packages this tool does not know.
    fn is_present(self) -> bool {
        let answers = |program: &str, arguments: &[&str]| {
            cmd(program, arguments)
                .stdout_null()
                .stderr_null()
                .stdin_null()
                .unchecked()
                .run()
                .is_ok_and(|output| output.status.success())
        };
        let stands_in_path = |program: &str| {
            std::env::var_os("PATH")
                .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
        };
        match self {
            Self::WebView => answers("pkg-config", &["--exists", "webkit2gtk-4.1"]),
            Self::Driver => stands_in_path("WebKitWebDriver"),
            Self::Display => stands_in_path("Xvfb"),
            Self::Bus => stands_in_path("dbus-daemon"),
            Self::Keychain => stands_in_path("gnome-keyring-daemon"),
            Self::Notifications => stands_in_path("dunst"),
            Self::Python => answers("python3", &["-c", "import ensurepip, venv"]),
            Self::DesktopEntries => stands_in_path("desktop-file-validate"),
            Self::Metainfo => stands_in_path("appstreamcli"),
            Self::EmptySystem => stands_in_path("debootstrap"),
            Self::Libraries => stands_in_path("dpkg-shlibdeps"),
            Self::Lintian => stands_in_path("lintian"),
            Self::Rpm => stands_in_path("rpm"),
        }
    }
}

/// Installs or names what is missing of these parts.
pub fn prepare(parts: &[Part]) -> Result<()> {
    if debian::is_this() {
        return debian::install_missing(parts);
    }
    if !cfg!(target_os = "linux") {
        // macOS and Windows bring their own web view; what drives the window in tests exists for Linux alone.
        if parts.contains(&Part::Driver) {
            bail!("the window can only be driven on Linux, where WebKitWebDriver exists");
        }
        return Ok(());
    }
    let missing: Vec<&str> = parts.iter().filter(|part| !part.is_present()).map(|part| part.description()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    bail!("please install what is missing on this system, then try again:\n  {}", missing.join("\n  "))
}
