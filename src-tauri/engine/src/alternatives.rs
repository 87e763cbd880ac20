//! What would make invalidations needless: other names for what is cleared again and again.

use domain::{Behavior, Target};
use jiff::{SignedDuration, Timestamp};

use crate::housekeeper::lock;
use crate::ports::Cleared;
use crate::{ConnectionId, Failure, Housekeeper};

/// How far back examples are looked for: a quarter, so that what is done once a month shows.
const QUARTER: SignedDuration = SignedDuration::from_hours(12 * 7 * 24);

/// How many examples there are at the most.
const EXAMPLES: u32 = 20;

/// What a weekly summary looks back on.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How often a path is cleared in a week until it is told of: more than every other day.
const OFTEN: u32 = 4;

/// How many paths a weekly summary sums up at the most.
const SUMMED_UP: u32 = 1_000;

/// How many of them it names.
const NAMED: usize = 10;

/// A path of the person's own that was cleared, and the behavior that takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The path as it is sent.
    pub path: String,
    /// With how many invalidations it was cleared in the last twelve weeks.
    pub times: u32,
    /// When for the last time.
    pub last: Timestamp,
}

/// What is known of a target that decides what another name would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternatives {
    /// The paths cleared most often first; wildcards, which name no file, are left out.
    pub examples: Vec<Example>,
    /// Its behaviors in the order they are matched, or why they are not known.
    pub behaviors: Result<Vec<Behavior>, Failure>,
}

/// What was cleared again and again in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeeklyRepeats {
    /// Since when.
    pub since: Timestamp,
    /// Those cleared most often first, each with what a person would call its target.
    pub repeats: Vec<(Cleared, Option<String>)>,
    /// How many there are in all.
    pub paths: usize,
    /// How many items they took.
    pub items: u64,
}

impl Housekeeper {
    /// What is cleared of a target most often, and its behaviors: those that were read, or they are read now.
    pub async fn alternatives(&self, connection: &ConnectionId, target: &Target) -> Result<Alternatives, Failure> {
        let open = self.open(connection).await?;
        let since = self.now() - QUARTER;
        let cleared = self.world.ledger.cleared(&open.account, Some(target), since, 1, EXAMPLES * 5).await?;
        let plain = cleared.into_iter().filter(|cleared| !cleared.item.ends_with('*'));
        let examples = plain
            .take(EXAMPLES as usize)
            .map(|Cleared { item, times, last, .. }| Example { path: item, times, last })
            .collect();
        Ok(Alternatives { examples, behaviors: self.behaviors(connection, target).await })
    }

    async fn behaviors(&self, connection: &ConnectionId, target: &Target) -> Result<Vec<Behavior>, Failure> {
        let distribution = match target {
            Target::Distribution(id) => id.clone(),
            Target::Tenant(id) => self.tenant(connection, id).await?.distribution,
        };
        let read = lock(&self.shared.details).get(&(connection.clone(), distribution.clone())).cloned();
        match read {
            Some(details) => Ok(details.behaviors),
            None => Ok(self.distribution(connection, &distribution).await?.behaviors),
        }
    }

    /// What an account cleared again and again in the last seven days.
    pub async fn weekly_repeats(&self, connection: &ConnectionId) -> Result<WeeklyRepeats, Failure> {
        let open = self.open(connection).await?;
        let since = self.now() - WEEK;
        let cleared = self.world.ledger.cleared(&open.account, None, since, OFTEN, SUMMED_UP).await?;
        let paths = cleared.len();
        let items = cleared.iter().map(|cleared| u64::from(cleared.times)).sum();
        let mut repeats = Vec::new();
        for cleared in cleared.into_iter().take(NAMED) {
            let name = self.name_of(connection, &open.account, &cleared.target).await;
            repeats.push((cleared, name));
        }
        Ok(WeeklyRepeats { since, repeats, paths, items })
    }
}
