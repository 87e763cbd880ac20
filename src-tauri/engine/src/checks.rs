//! What is wrong with the lines of an editor.

use std::collections::HashMap;

use domain::checks::{Known, Recent, Report, SENT_RECENTLY, check};
use domain::cost::{Price, Range};
use domain::submission::State;
use domain::{HostPattern, Target};

use crate::age::age;
use crate::housekeeper::lock;
use crate::{ConnectionId, Failure, Housekeeper};

/// What the checks found, and what sending it would cost.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The findings, and the items that would be sent.
    pub report: Report,
    /// The price of an item there.
    pub price: Price,
    /// What the batch costs, without knowing the month so far.
    pub cost: Range,
}

impl Housekeeper {
    /// Checks the lines of an editor against what is known of the target.
    ///
    /// This asks nothing of AWS, so that it keeps up with typing: [`Housekeeper::open_distribution`] and
    /// [`Housekeeper::tenant`] read the facts, and until they have, the checks warn where they would refuse.
    pub async fn check(&self, connection: &ConnectionId, target: &Target, text: &str) -> Result<Checked, Failure> {
        let open = self.open(connection).await?;
        let known = self.known(connection, target).await?;
        let text = text.to_owned();
        // A hundred thousand lines take a while, which must not hold up what else is under way.
        let report = tokio::task::spawn_blocking(move || check(&text, &known))
            .await
            .map_err(|error| Failure::Unexpected { code: "checks".to_owned(), detail: error.to_string() })?;
        let partition = open.connection.identity.as_ref().map_or("aws", |identity| identity.partition.as_str());
        let price = Price::in_partition(partition);
        let cost = Range::of_batch(price, report.items.len() as u64);
        Ok(Checked { report, price, cost })
    }

    /// Whether a target's facts were read.
    pub(crate) fn knows(&self, connection: &ConnectionId, target: &Target) -> bool {
        match target {
            Target::Distribution(id) => lock(&self.shared.details).contains_key(&(connection.clone(), id.clone())),
            Target::Tenant(id) => lock(&self.shared.tenants).contains_key(&(connection.clone(), id.clone())),
        }
    }

    /// What was read of a target, and what was lately sent to it.
    async fn known(&self, connection: &ConnectionId, target: &Target) -> Result<Known, Failure> {
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
        }
        Ok(Known {
            hosts,
            default_root_object: details.as_ref().map(|details| details.default_root_object.clone()),
            cache_tags: details.as_ref().map(|details| details.cache_tag_header.is_some()),
            behaviors: details.map(|details| details.behaviors),
            recent,
            wildcards_in_progress,
        })
    }
}
