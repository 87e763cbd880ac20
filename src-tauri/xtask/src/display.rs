//! A display for the window where there is none.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

/// Whether the caller has a display, X11 or Wayland. macOS and Windows always have one.
pub fn is_there() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// A display without a screen, which ends with this value.
pub struct Xvfb {
    server: Child,
    /// What `DISPLAY` has to be for a program to open its windows there.
    pub name: String,
}

impl Xvfb {
    /// Starts Xvfb on a free display, which it picks itself, large enough for the whole window.
    pub fn start() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x860x24", "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb, the display without a screen, cannot be started")?;
        // It writes the display's number once it accepts windows, and closes its end if it cannot.
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        let number = number.trim();
        let name = format!(":{number}");
        let server = Self { server, name };
        if number.is_empty() {
            bail!("Xvfb, the display without a screen, ended before it was ready");
        }
        Ok(server)
    }
}

impl Drop for Xvfb {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing left to do about it either way.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
