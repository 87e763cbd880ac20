//! What should have happened, against what did.

use std::collections::HashMap;

use domain::submission::{State, Submission};

use super::record::Recorded;
use crate::Intent;

/// How many intents went wrong, by the server's record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Intents of which an item is not there.
    pub lost: usize,
    /// Intents of which an item is there more than once.
    pub doubled: usize,
    /// Intents whose items are all there once, in another order.
    pub out_of_order: usize,
    /// Where the app's history and the server's record differ, and what the server has that nobody wanted.
    pub disagreements: usize,
}

impl Verdict {
    /// Whether nothing went wrong.
    pub fn is_well(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.out_of_order += other.out_of_order;
        self.disagreements += other.disagreements;
    }
}

/// Compares what was wanted with what the server has, and that with what the app remembers. Gives a sentence for
/// everything that is wrong.
pub(super) fn judge(intents: &[Intent], record: &[Recorded], history: &[Submission]) -> (Verdict, Vec<String>) {
    let mut judge = Judge::default();
    judge.intents(intents, record);
    judge.history(record, history);
    (judge.verdict, judge.problems)
}

#[derive(Default)]
struct Judge {
    verdict: Verdict,
    problems: Vec<String>,
}

impl Judge {
    /// An intent may have become several invalidations: what counts is its items, in the order the server took them.
    fn intents(&mut self, intents: &[Intent], record: &[Recorded]) {
        let mut places = HashMap::new();
        for (number, intent) in intents.iter().enumerate() {
            for (place, item) in intent.items.iter().enumerate() {
                places.insert((&intent.target, item.as_str()), (number, place));
            }
        }
        let mut taken = vec![Vec::new(); intents.len()];
        for Recorded { target, invalidation } in record {
            for item in &invalidation.items {
                match places.get(&(target, item.as_str())) {
                    Some((number, place)) => taken[*number].push(*place),
                    None => self.disagrees(format!("{} has {}, which nobody wanted", invalidation.id, item.as_str())),
                }
            }
        }
        for (intent, taken) in intents.iter().zip(taken) {
            let mut once = taken.clone();
            once.sort_unstable();
            once.dedup();
            let missing = intent.items.len() - once.len();
            let repeated = taken.len() - once.len();
            if missing > 0 {
                self.verdict.lost += 1;
                self.problems.push(format!("lost: {missing} of {} items of “{}”", intent.items.len(), intent.name));
            }
            if repeated > 0 {
                self.verdict.doubled += 1;
                self.problems.push(format!("doubled: {repeated} items of “{}”", intent.name));
            }
            if missing == 0 && repeated == 0 && taken != once {
                self.verdict.out_of_order += 1;
                self.problems.push(format!("out of order: “{}”", intent.name));
            }
        }
    }

    fn history(&mut self, record: &[Recorded], history: &[Submission]) {
        let mut claimed: HashMap<&str, u32> = HashMap::new();
        for submission in history {
            let (order, number) = (&submission.order, submission.id.0);
            let reference = order.reference.as_str();
            match submission.state.invalidation() {
                Some(id) => {
                    *claimed.entry(id.as_str()).or_default() += 1;
                    let there = record.iter().any(|recorded| {
                        recorded.target == order.target
                            && recorded.invalidation.id == *id
                            && recorded.invalidation.reference == reference
                            && recorded.invalidation.items == order.batch.items()
                    });
                    if !there {
                        self.disagrees(format!("submission {number} says it became {id}, and the server does not"));
                    }
                }
                None if matches!(submission.state, State::Refused(_)) => {
                    if record.iter().any(|recorded| recorded.invalidation.reference == reference) {
                        self.disagrees(format!("submission {number} says it was refused, and the server took it"));
                    }
                }
                None => self.disagrees(format!("submission {number} is not settled: {:?}", submission.state)),
            }
        }
        for Recorded { invalidation, .. } in record {
            let times = claimed.get(invalidation.id.as_str()).copied().unwrap_or(0);
            if times != 1 {
                self.disagrees(format!("{times} submissions say that they became {}", invalidation.id));
            }
        }
    }

    fn disagrees(&mut self, problem: String) {
        self.verdict.disagreements += 1;
        self.problems.push(problem);
    }
}

#[cfg(test)]
mod tests;
