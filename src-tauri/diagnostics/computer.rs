//! The app and the computer it runs on.

use std::fmt::Write;

use jiff::Timestamp;

use super::files::from_home;
use crate::Place;

/// Where a desktop says what it is (freedesktop.org, "Desktop Entry Specification", `OnlyShowIn`; systemd,
/// pam_systemd(8)).
const DESKTOP: [(&str, &str); 2] = [("Desktop", "XDG_CURRENT_DESKTOP"), ("Session", "XDG_SESSION_TYPE")];

pub(super) fn tell(place: &Place) -> String {
    let system = os_info::get();
    let unknown = || "unknown".to_owned();
    let free = fs4::available_space(place.data());
    let mut lines = vec![
        ("Version", env!("CARGO_PKG_VERSION").to_owned()),
        ("Build", if cfg!(debug_assertions) { "debug" } else { "release" }.to_owned()),
        ("System", format!("{} {} ({})", system.os_type(), system.version(), std::env::consts::ARCH)),
        ("Web view", tauri::webview_version().unwrap_or_else(|_| unknown())),
    ];
    if cfg!(target_os = "linux") {
        lines.extend(DESKTOP.map(|(label, variable)| (label, std::env::var(variable).unwrap_or_else(|_| unknown()))));
    }
    lines.extend([
        ("Language", sys_locale::get_locale().unwrap_or_else(unknown)),
        ("Time zone", iana_time_zone::get_timezone().unwrap_or_else(|_| unknown())),
        ("Time", Timestamp::now().to_string()),
        ("Data folder", from_home(&place.data().display().to_string())),
        ("Free space there", free.map_or_else(|_| unknown(), |bytes| format!("{} MB", bytes / 1_000_000))),
        ("Speed of the practice account", place.practice_speed().to_string()),
    ]);
    let mut text = String::new();
    for (label, value) in lines {
        let _ = writeln!(text, "{label}: {value}");
    }
    text
}
