//! dunst, a notification service that other people wrote, and what it was asked to show.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Stdio;

use super::Workstation;
use super::process::Running;
use super::wait::until;

/// The notifications of a workstation's desktop.
pub struct Notifications<'a> {
    station: &'a Workstation,
    _service: Running,
    printed: PathBuf,
}

impl<'a> Notifications<'a> {
    /// Starts the service, and waits until it is on the bus.
    #[track_caller]
    pub fn start(station: &'a Workstation) -> Self {
        let printed = station.home().join("notifications.log");
        let mut dunst = station.command("dunst");
        // It prints each notification that it shows.
        dunst.arg("-print").stdout(File::create(&printed).unwrap()).stderr(Stdio::null());
        let mut service = Running::start(&mut dunst);
        until(
            || "the notification service is not on the bus".to_owned(),
            || {
                assert!(service.is_running(), "dunst ended at once");
                station.has_on_its_bus("org.freedesktop.Notifications").then_some(())
            },
        );
        Self { station, _service: service, printed }
    }

    /// Waits until this text was shown.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        let shown = || fs::read_to_string(&self.printed).unwrap_or_default();
        until(|| format!("“{text}” was not shown, but: {}", shown()), || shown().contains(text).then_some(()));
    }

    /// Clicks on the newest one that is shown.
    #[track_caller]
    pub fn click(&self) {
        let clicked = self.station.command("dunstctl").args(["action", "0"]).status().unwrap();
        assert!(clicked.success(), "nothing was clicked on");
    }
}
