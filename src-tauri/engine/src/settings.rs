//! What the person has set.

use std::time::Duration;

use crate::{Change, Failure, Housekeeper, LONGEST_IDLE};

/// The longest time to undo.
pub const LONGEST_UNDO: Duration = Duration::from_secs(60);

/// What the person has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How long what was just asked for can be taken back; zero turns that off. In whole seconds.
    pub undo: Duration,
    /// Whether the desktop is told when a run is complete.
    pub notify_completed: bool,
    /// After how long without anybody the app lets go of what it holds in memory; zero turns that off. In whole minutes.
    pub idle_lock: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self { undo: Duration::from_secs(5), notify_completed: true, idle_lock: Duration::ZERO }
    }
}

impl Housekeeper {
    /// What the person has set.
    pub async fn settings(&self) -> Result<Settings, Failure> {
        self.world.records.settings().await
    }

    /// Keeps what the person has set. What counts down already keeps the time it began with.
    ///
    /// # Errors
    /// [`Failure::Invalid`] for a time to undo that is longer than [`LONGEST_UNDO`], or a time until the app locks that is
    /// longer than [`LONGEST_IDLE`].
    pub async fn save_settings(&self, settings: &Settings) -> Result<(), Failure> {
        if settings.undo > LONGEST_UNDO {
            let most = LONGEST_UNDO.as_secs();
            return Err(Failure::Invalid { detail: format!("The time to undo is at most {most} seconds.") });
        }
        if settings.idle_lock > Duration::from_secs(60 * u64::from(LONGEST_IDLE)) {
            let detail = format!("The time until the app locks is at most {LONGEST_IDLE} minutes.");
            return Err(Failure::Invalid { detail });
        }
        self.world.records.keep_settings(settings).await?;
        self.tell(Change::Settings);
        Ok(())
    }
}
