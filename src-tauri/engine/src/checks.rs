//! What is wrong with the lines of an editor.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use domain::cheaper::{self, Facts, Kind, Suggestion};
use domain::checks::{Known, Recent, Report, SENT_RECENTLY, check};
use domain::submission::{State, Submission, SubmissionId};
use domain::{AccountKey, History, HostPattern, Item, Target, Wide, wide};
use jiff::Timestamp;
use tokio::time::Instant;

use crate::age::age;
use crate::housekeeper::lock;
use crate::{ConnectionId, Failure, Housekeeper, Reckoned};

/// How many paths of a target's history suggestions are made with: enough to tell what else a wildcard would clear.
const HISTORY: u32 = 20_000;

/// How long a history is good for: it tells what else may be meant, and nothing hangs on the last minutes.
const HISTORY_IS_GOOD_FOR: Duration = Duration::from_secs(120);

/// The histories that were read, each with when that was.
pub(crate) type Histories = HashMap<(AccountKey, Target), (Instant, Arc<History>)>;

/// What the checks found, what sending it would cost, and how the same would be cleared for less.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The findings, and the items that would be sent.
    pub report: Report,
    /// What they cost, with the month around it.
    pub reckoned: Reckoned,
    /// How the same would be cleared with fewer items.
    pub cheaper: Vec<Suggestion>,
    /// Wildcards that clear much of the site.
    pub wide: Vec<Wide>,
    /// What carries all of these items already and is still on its way.
    pub double: Option<Double>,
    /// The header that carries the target's cache tags, where it is known and has one.
    pub cache_tag_header: Option<String>,
    /// Why none of it could be sent, whatever the lines are: the administrator's file does not allow it, or is broken.
    pub refused: Option<Failure>,
}

/// A submission that carries the same items and is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Double {
    /// Which one; of a run in several parts, the one with the first of the items.
    pub submission: SubmissionId,
    /// When it was asked for.
    pub asked: Timestamp,
}

/// What was found of a text alone.
struct Looked {
    report: Report,
    cheaper: Vec<Suggestion>,
    wide: Vec<Wide>,
    double: Option<Double>,
}

impl Housekeeper {
    /// Checks the lines of an editor against what is known of the target.
    ///
    /// This asks nothing of AWS, so that it keeps up with typing: [`Housekeeper::open_distribution`] and
    /// [`Housekeeper::tenant`] read the facts, and until they have, the checks warn where they would refuse.
    pub async fn check(&self, connection: &ConnectionId, target: &Target, text: &str) -> Result<Checked, Failure> {
        let open = self.open(connection).await?;
        let (known, on_their_way) = self.known(connection, target).await?;
        let history = self.history_of(&open.account, target).await?;
        let header = self.cache_tag_header(connection, target);
        let (text, tags) = (text.to_owned(), header.clone());
        let look = move || {
            let report = check(&text, &known);
            let facts = Facts { history: Some(&history), cache_tag_header: tags.as_deref() };
            Looked {
                cheaper: cheaper::suggest(&report.items, &facts),
                wide: wide(&report.items, Some(&history)),
                double: double(&report.items, &known, &on_their_way),
                report,
            }
        };
        // A hundred thousand lines take a while, which must not hold up what else is under way.
        let Looked { report, cheaper, wide, double } = off_the_thread(look).await?;
        let refused = self.known_refusal(connection, target, &report.items);
        let reckoned = self.reckon(&open, &[(target.clone(), report.items.len() as u64)]).await?;
        Ok(Checked { report, reckoned, cheaper, wide, double, cache_tag_header: header, refused })
    }

    /// What the checks alone find, for what is about to be stored: nothing is suggested or reckoned.
    pub(crate) async fn report(
        &self,
        connection: &ConnectionId,
        target: &Target,
        text: &str,
    ) -> Result<Report, Failure> {
        let (known, _) = self.known(connection, target).await?;
        let text = text.to_owned();
        off_the_thread(move || check(&text, &known)).await
    }

    /// The editor's text with a suggestion applied.
    pub async fn apply_cheaper(
        &self,
        connection: &ConnectionId,
        target: &Target,
        text: &str,
        kind: Kind,
        item: Option<Item>,
    ) -> Result<String, Failure> {
        let (known, _) = self.known(connection, target).await?;
        let text = text.to_owned();
        off_the_thread(move || cheaper::apply(&text, &known, kind, item.as_ref())).await
    }

    /// The paths that an account is known to have cleared on a target.
    async fn history_of(&self, account: &AccountKey, target: &Target) -> Result<Arc<History>, Failure> {
        let key = (account.clone(), target.clone());
        let read = lock(&self.shared.histories).get(&key).cloned();
        if let Some((at, history)) = read
            && at.elapsed() < HISTORY_IS_GOOD_FOR
        {
            return Ok(history);
        }
        let paths = self.world.ledger.paths(account, target, HISTORY).await?;
        let history = Arc::new(History::of(paths));
        lock(&self.shared.histories).insert(key, (Instant::now(), history.clone()));
        Ok(history)
    }

    /// The header that carries a target's cache tags, where it is known and has one.
    fn cache_tag_header(&self, connection: &ConnectionId, target: &Target) -> Option<String> {
        let distribution = match target {
            Target::Distribution(id) => id.clone(),
            Target::Tenant(id) => {
                lock(&self.shared.tenants).get(&(connection.clone(), id.clone()))?.distribution.clone()
            }
        };
        lock(&self.shared.details).get(&(connection.clone(), distribution))?.cache_tag_header.clone()
    }

    /// Whether a target's facts were read.
    pub(crate) fn knows(&self, connection: &ConnectionId, target: &Target) -> bool {
        match target {
            Target::Distribution(id) => lock(&self.shared.details).contains_key(&(connection.clone(), id.clone())),
            Target::Tenant(id) => lock(&self.shared.tenants).contains_key(&(connection.clone(), id.clone())),
        }
    }

    /// What was read of a target, and what was lately sent to it; beside it what of that is still on its way, newest first.
    async fn known(&self, connection: &ConnectionId, target: &Target) -> Result<(Known, Vec<Submission>), Failure> {
        let open = self.open(connection).await?;
        let tenant = match target {
            Target::Tenant(id) => lock(&self.shared.tenants).get(&(connection.clone(), id.clone())).cloned(),
            Target::Distribution(_) => None,
        };
        let distribution = match (target, &tenant) {
            (Target::Distribution(id), _) => Some(id),
            (Target::Tenant(_), Some(tenant)) => Some(&tenant.distribution),
            (Target::Tenant(_), None) => None,
        };
        let details =
            distribution.and_then(|id| lock(&self.shared.details).get(&(connection.clone(), id.clone())).cloned());
        let hosts = match (target, &tenant, &details) {
            (Target::Tenant(_), Some(tenant), _) => {
                Some(tenant.domains.iter().map(|domain| HostPattern::new(domain)).collect())
            }
            (Target::Distribution(_), _, Some(details)) => {
                let distribution = &details.distribution;
                let names = std::iter::once(&distribution.domain_name).chain(&distribution.aliases);
                Some(names.map(|name| HostPattern::new(name)).collect())
            }
            _ => None,
        };
        let now = self.now();
        let since = now - SENT_RECENTLY;
        let mut recent = HashMap::new();
        let mut wildcards_in_progress = 0;
        let mut on_their_way = Vec::new();
        for submission in self.world.records.recent_submissions(&open.account, target, since).await? {
            let in_progress = match submission.state {
                State::Refused(_) | State::Withdrawn(_) => continue,
                // The clock was set back since: nobody knows how long ago that was, and it would be called recent for
                // as long as the clock went back.
                State::Completed(_) | State::Accepted(_) if age(submission.asked, now).is_none() => continue,
                State::Completed(_) | State::Accepted(_) => false,
                State::Waiting(_) | State::Queued(_) | State::Sending(_) | State::InProgress(_) | State::Unknown(_) => {
                    true
                }
            };
            if in_progress {
                wildcards_in_progress += submission.order.batch.wildcards();
            }
            for item in submission.order.batch.items() {
                // Newest first, so what stands there already is later.
                recent.entry(item.clone()).or_insert(Recent { sent: submission.asked, in_progress });
            }
            if in_progress {
                on_their_way.push(submission);
            }
        }
        let known = Known {
            hosts,
            default_root_object: details.as_ref().map(|details| details.default_root_object.clone()),
            cache_tags: details.as_ref().map(|details| details.cache_tag_header.is_some()),
            behaviors: details.map(|details| details.behaviors),
            recent,
            wildcards_in_progress,
        };
        Ok((known, on_their_way))
    }
}

/// What carries all of these items already.
fn double(items: &[Item], known: &Known, on_their_way: &[Submission]) -> Option<Double> {
    let first = items.first()?;
    let is_on_its_way = |item| known.recent.get(item).is_some_and(|recent| recent.in_progress);
    if !items.iter().all(is_on_its_way) {
        return None;
    }
    let carries = |one: &&Submission| one.order.batch.items().contains(first);
    on_their_way.iter().find(carries).map(|one| Double { submission: one.id, asked: one.asked })
}

async fn off_the_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Failure::Unexpected { code: "checks".to_owned(), detail: error.to_string() })
}
