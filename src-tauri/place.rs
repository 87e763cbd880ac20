//! Where the app keeps what it keeps, and what its environment says.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folder that stands in for the platform's own.
const DATA_FOLDER: &str = "HOUSEKEEPER_DATA_DIR";

/// How fast the practice account's clock goes.
const PRACTICE_SPEED: &str = "HOUSEKEEPER_PRACTICE_SPEED";

/// The app's folders.
#[derive(Clone, Debug)]
pub struct Place {
    data: PathBuf,
    practice_speed: f64,
}

impl Place {
    /// `HOUSEKEEPER_DATA_DIR`, or the platform's data folder (`~/.local/share/housekeeper` on Linux).
    pub fn from_environment() -> Self {
        let own = std::env::var_os(DATA_FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let speed = std::env::var(PRACTICE_SPEED).ok();
        Self { data: own.unwrap_or_else(platform_folder), practice_speed: speed_of(speed.as_deref()) }
    }

    /// A folder of a test's own.
    #[cfg(test)]
    pub(crate) fn at(data: PathBuf) -> Self {
        Self { data, practice_speed: 1.0 }
    }

    /// The folder of the app's records.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The folder of the practice account.
    pub fn practice(&self) -> PathBuf {
        self.data.join("practice")
    }

    /// The folder of the log files.
    pub fn logs(&self) -> PathBuf {
        self.data.join("logs")
    }

    /// The folder of the reports of crashes.
    pub fn crashes(&self) -> PathBuf {
        self.data.join("crashes")
    }

    /// The file that says how large the window is, and where.
    pub fn window(&self) -> PathBuf {
        self.data.join("window.json")
    }

    /// How fast the practice account's clock goes; 1 is as the real one.
    pub fn practice_speed(&self) -> f64 {
        self.practice_speed
    }
}

fn platform_folder() -> PathBuf {
    match ProjectDirs::from("", "", "housekeeper") {
        Some(dirs) => dirs.data_local_dir().to_owned(),
        // Without a home there is only here.
        None => PathBuf::from("housekeeper-data"),
    }
}

/// A number within what the practice account takes; anything else is as the real clock goes.
fn speed_of(said: Option<&str>) -> f64 {
    said.and_then(|said| said.trim().parse().ok())
        .filter(|speed: &f64| (0.01..=1_000_000.0).contains(speed))
        .unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::speed_of;

    #[test]
    fn a_speed_is_a_sensible_number_or_one() {
        assert_eq!(speed_of(Some("20")), 20.0);
        assert_eq!(speed_of(Some(" 0.5 ")), 0.5);
        for odd in [None, Some(""), Some("fast"), Some("0"), Some("-1"), Some("inf"), Some("NaN")] {
            assert_eq!(speed_of(odd), 1.0, "{odd:?}");
        }
    }
}
