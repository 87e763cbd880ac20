//! Budgets: how many items of a UTC month are wanted at the most, and what happens above that.
//!
//! Items are what AWS counts and prices: each path, wildcard and tag of a batch is one.

/// A budget for one UTC month, in items. Without limits it limits nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// Above so many items one is warned.
    pub warn_above: Option<u64>,
    /// More than so many items are refused.
    pub refuse_above: Option<u64>,
}

/// A limit that would be exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// The limit, in items.
    pub limit: u64,
    /// Whether what exceeds it is refused, rather than warned of.
    pub refuses: bool,
}

impl Budget {
    /// The limit that a month with so many items exceeds; the one that refuses, where both are exceeded.
    pub fn met(&self, items_after: u64) -> Option<Met> {
        let exceeded = |limit: Option<u64>| limit.filter(|limit| items_after > *limit);
        let refused = exceeded(self.refuse_above).map(|limit| Met { limit, refuses: true });
        refused.or_else(|| exceeded(self.warn_above).map(|limit| Met { limit, refuses: false }))
    }

    /// Why this budget cannot be meant, as a sentence; `None` where it can.
    pub fn problem(&self) -> Option<String> {
        let (warn, refuse) = (self.warn_above?, self.refuse_above?);
        (warn > refuse).then(|| {
            format!(
                "A budget that refuses above {refuse} items never comes to warn above {warn}: warn at a lower number."
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_limit_itself_is_still_within_the_budget() {
        let budget = Budget { warn_above: Some(800), refuse_above: Some(1_000) };
        assert_eq!(budget.met(800), None);
        assert_eq!(budget.met(801), Some(Met { limit: 800, refuses: false }));
        assert_eq!(budget.met(1_000), Some(Met { limit: 800, refuses: false }));
        assert_eq!(budget.met(1_001), Some(Met { limit: 1_000, refuses: true }));
        assert_eq!(Budget::default().met(u64::MAX), None);
        assert!(Budget { refuse_above: Some(0), ..Budget::default() }.met(1).is_some_and(|met| met.refuses));
    }

    #[test]
    fn a_warning_that_comes_too_late_is_told() {
        let of = |warn_above, refuse_above| Budget { warn_above, refuse_above }.problem();
        assert!(of(Some(2), Some(1)).is_some());
        assert_eq!(of(Some(1), Some(1)), None);
        assert_eq!(of(Some(2), None), None);
        assert_eq!(of(None, Some(1)), None);
    }

    fn budget() -> impl Strategy<Value = Budget> {
        let limit = || proptest::option::of(0_u64..40);
        (limit(), limit()).prop_map(|(warn_above, refuse_above)| Budget { warn_above, refuse_above })
    }

    /// How bad it is: nothing, a warning, a refusal.
    fn severity(met: Option<Met>) -> u8 {
        met.map_or(0, |met| 1 + u8::from(met.refuses))
    }

    proptest! {
        #[test]
        fn more_items_are_never_met_more_mildly(budget in budget(), items in 0_u64..50, more in 0_u64..50) {
            prop_assert!(severity(budget.met(items)) <= severity(budget.met(items + more)));
        }
    }
}
