//! What the person has set.

use std::time::Duration;

use crate::{Change, Failure, Housekeeper};

/// The longest time to undo.
pub const LONGEST_UNDO: Duration = Duration::from_secs(60);

/// What the person has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How long what was just asked for can be taken back; zero turns that off. In whole seconds.
    pub undo: Duration,
    /// Whether the desktop is told when a run is complete.
    pub notify_completed: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { undo: Duration::from_secs(5), notify_completed: true }
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
    /// [`Failure::Invalid`] for a time to undo that is longer than [`LONGEST_UNDO`].
    pub async fn save_settings(&self, settings: &Settings) -> Result<(), Failure> {
        if settings.undo > LONGEST_UNDO {
            let most = LONGEST_UNDO.as_secs();
            return Err(Failure::Invalid { detail: format!("The time to undo is at most {most} seconds.") });
        }
        self.world.records.keep_settings(settings).await?;
        self.tell(Change::Settings);
        Ok(())
    }
}
