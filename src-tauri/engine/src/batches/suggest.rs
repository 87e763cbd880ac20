//! What an account invalidates again and again, and has no saved batch for.

use domain::template::escape;
use domain::{Item, Target};
use jiff::{SignedDuration, Timestamp};

use crate::{Change, ConnectionId, Failure, Housekeeper};

/// How long back it looks: a quarter, so that what is done once a month shows.
const BACK: SignedDuration = SignedDuration::from_hours(90 * 24);

/// How often makes a habit.
const LEAST: u32 = 3;

/// How many are suggested at once.
const MOST: usize = 5;

/// How many are looked at, for some will have a batch.
const LOOKED_AT: u32 = 50;

/// The same items on the same target, several times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Where.
    pub target: Target,
    /// Which, in the order of their bytes.
    pub items: Vec<Item>,
    /// How often.
    pub times: u32,
    /// When last.
    pub last: Timestamp,
}

impl Repeat {
    /// The most items of one: a longer list is made by a program each time, not by habit.
    pub const MOST_ITEMS: u32 = 1_000;
}

/// A batch that somebody may want to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What was done, how often.
    pub repeat: Repeat,
    /// What a person would call the target.
    pub target_name: Option<String>,
    /// Its lines, as in the editor of a batch.
    pub text: String,
}

impl Housekeeper {
    /// What the account of a connection invalidated again and again and has no saved batch for, most often first.
    pub async fn suggestions(&self, connection: &ConnectionId) -> Result<Vec<Suggestion>, Failure> {
        let account = self.open(connection).await?.account;
        let since = self.now() - BACK;
        let mut suggestions = Vec::new();
        for repeat in self.world.batches.repeats(&account, since, LEAST, LOOKED_AT).await? {
            let lines: Vec<String> = repeat.items.iter().map(|item| item.as_str().to_owned()).collect();
            if self.world.batches.has_batch_of(&lines).await? {
                continue;
            }
            let text = lines.iter().map(|line| escape(line)).collect::<Vec<_>>().join("\n");
            let target_name = self.name_of(connection, &account, &repeat.target).await;
            suggestions.push(Suggestion { repeat, target_name, text });
            if suggestions.len() == MOST {
                break;
            }
        }
        Ok(suggestions)
    }

    /// A suggestion is not to be made again.
    pub async fn dismiss_suggestion(
        &self,
        connection: &ConnectionId,
        target: &Target,
        text: &str,
    ) -> Result<(), Failure> {
        let account = self.open(connection).await?.account;
        let items = super::fill(text, &domain::template::Values::new());
        let items = items.map_err(|_| Failure::Invalid { detail: "This is no suggestion.".to_owned() })?;
        self.world.batches.dismiss_repeat(&account, target, &items).await?;
        self.tell(Change::Batches);
        Ok(())
    }
}
