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
    /// What the person has set; what the administrator's file fixes, as it is fixed.
    pub async fn settings(&self) -> Result<Settings, Failure> {
        let own = self.world.records.settings().await?;
        let undo = self.last_whole_policy().and_then(|policy| policy.undo).unwrap_or(own.undo);
        Ok(Settings { undo, ..own })
    }

    /// Keeps what the person has set. What counts down already keeps the time it began with.
    ///
    /// # Errors
    /// [`Failure::Invalid`] for a time to undo that is longer than [`LONGEST_UNDO`], or a time until the app locks that is
    /// longer than [`LONGEST_IDLE`]; and for another time to undo than the administrator's file fixes.
    /// [`Failure::PolicyBroken`] for one that is set while that file cannot be relied on.
    pub async fn save_settings(&self, settings: &Settings) -> Result<(), Failure> {
        if settings.undo > LONGEST_UNDO {
            let most = LONGEST_UNDO.as_secs();
            return Err(Failure::Invalid { detail: format!("The time to undo is at most {most} seconds.") });
        }
        if settings.idle_lock > Duration::from_secs(60 * u64::from(LONGEST_IDLE)) {
            let detail = format!("The time until the app locks is at most {LONGEST_IDLE} minutes.");
            return Err(Failure::Invalid { detail });
        }
        let mut settings = settings.clone();
        if settings.undo != self.settings().await?.undo {
            self.may_set_undo()?;
        } else {
            // What is fixed takes the place of the person's own for as long as it is fixed, and no longer.
            settings.undo = self.world.records.settings().await?.undo;
        }
        self.world.records.keep_settings(&settings).await?;
        self.tell(Change::Settings);
        Ok(())
    }

    fn may_set_undo(&self) -> Result<(), Failure> {
        let Some(undo) = self.policy()?.undo else { return Ok(()) };
        let (seconds, file) = (undo.as_secs(), self.administrators_file());
        let detail = format!("The time to undo is {seconds} seconds for everybody here. This is fixed by {file}.");
        Err(Failure::Invalid { detail })
    }
}
