//! What is known of the target.

use std::borrow::Cow;
use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::tag;
use crate::{Behavior, HostPattern, Item};

/// How long after it was sent an item still counts as sent recently.
///
/// An invalidation is through within 25 seconds in 95 of 100 cases (AWS What's New, 29 April 2026), and took up to
/// 15 minutes before 2026. Within that time a second click is more likely impatience than a second change.
pub const SENT_RECENTLY: SignedDuration = SignedDuration::from_mins(15);

/// What is known of the target. `None` means that it could not be read, so that the checks warn where they would
/// otherwise refuse.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The host names it serves: its own and its aliases.
    pub hosts: Option<Vec<HostPattern>>,
    /// The default root object, without a slash; the inner `None` where the distribution has none.
    pub default_root_object: Option<Option<String>>,
    /// Whether it has a `CacheTagConfig`.
    pub cache_tags: Option<bool>,
    /// Its behaviors in the order they are matched.
    pub behaviors: Option<Vec<Behavior>>,
    /// Items sent by this app to this target that are still in progress, or were sent within [`SENT_RECENTLY`].
    pub recent: HashMap<Item, Recent>,
    /// Wildcards that this app knows to be in progress there.
    pub wildcards_in_progress: usize,
}

/// When an item was last sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recent {
    /// When.
    pub sent: Timestamp,
    /// Whether it is still in progress.
    pub in_progress: bool,
}

impl Known {
    /// What was lately sent, by what items have in common when they are the same. Of several times, one in progress
    /// counts most, then the latest.
    pub(super) fn recent_by_sameness(&self) -> HashMap<Cow<'_, str>, Recent> {
        let mut recent: HashMap<Cow<'_, str>, Recent> = HashMap::with_capacity(self.recent.len());
        for (item, &sent) in &self.recent {
            let known = recent.entry(tag::same_item(item.as_str())).or_insert(sent);
            if (sent.in_progress, sent.sent) > (known.in_progress, known.sent) {
                *known = sent;
            }
        }
        recent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::constant(1_795_348_800, 0);

    #[test]
    fn a_tag_sent_in_two_cases_was_sent_when_it_matters_most() {
        let sent = |minutes, in_progress| Recent { sent: NOON - SignedDuration::from_mins(minutes), in_progress };
        let times = [
            ("#TV", sent(9, true)),
            ("#tv", sent(3, false)),
            ("#Tv", sent(11, true)),
            ("/TV", sent(5, false)),
            ("/tv", sent(4, false)),
        ];
        let recent = times.map(|(item, recent)| (Item::as_sent(item), recent)).into();
        let known = Known { recent, ..Known::default() };
        let recent = known.recent_by_sameness();
        assert_eq!(recent.len(), 3, "paths are told apart by case");
        assert_eq!(recent.get("#tv"), Some(&sent(9, true)));
        assert_eq!(recent.get("/TV"), Some(&sent(5, false)));
    }
}
