//! Paths, without who it is that uses the computer.

use std::path::Path;

use directories::UserDirs;

/// The same text with `~` in place of the home folder, whose name is often the person's.
pub(super) fn from_home(text: &str) -> String {
    match UserDirs::new().as_ref().and_then(|dirs| dirs.home_dir().to_str()) {
        // A home at the root would turn every slash into another sign.
        Some(home) if Path::new(home).parent().is_some() => text.replace(home, "~"),
        _ => text.to_owned(),
    }
}
