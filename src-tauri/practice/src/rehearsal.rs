//! Failures that a person can ask for in the practice account's window.
//!
//! On the distribution for rehearsals, and nowhere else, these paths make a CreateInvalidation fail in their own way:
//!
//! | path | what happens |
//! |---|---|
//! | `/rehearse/throttled` | `Throttling` at the first attempt; the next one is taken |
//! | `/rehearse/unavailable` | 503 `ServiceUnavailable` at the first attempt; the next one is taken |
//! | `/rehearse/unreachable` | no connection at the first attempt; the next one is taken |
//! | `/rehearse/lost-reply` | taken, and the first reply is lost; the same reference again finds it |
//! | `/rehearse/malformed` | taken, and the first reply cannot be read; the same reference again finds it |
//! | `/rehearse/denied` | `AccessDenied`, always |
//! | `/rehearse/too-many` | `TooManyInvalidationsInProgress`, always |
//! | `/rehearse/too-many-wildcards` | the same for wildcards, always |
//! | `/rehearse/too-large` | 413 `BatchTooLarge`, always |
//! | `/rehearse/slow` | taken, and in progress for ten minutes |

use std::collections::HashSet;

use crate::content::ids;
use crate::faults::Fault;
use crate::invalidation::Batch;
use crate::operation::Target;
use crate::refusal::Refusal;

/// Remembers which references were already made to fail once.
#[derive(Debug, Default)]
pub(crate) struct Rehearsal {
    failed_once: HashSet<String>,
}

impl Rehearsal {
    /// The failure that this batch asks for.
    pub(crate) fn fault(&mut self, target: &Target, batch: &Batch) -> Option<Fault> {
        if target.id() != ids::REHEARSAL {
            return None;
        }
        let asked = batch.items.iter().find_map(|item| item.strip_prefix("/rehearse/"))?;
        let (fault, always) = match asked {
            "throttled" => (Fault::Refuse(Refusal::throttling()), false),
            "unavailable" => (Fault::Refuse(Refusal::service_unavailable()), false),
            "unreachable" => (Fault::Unreachable, false),
            "lost-reply" => (Fault::LostReply, false),
            "malformed" => (Fault::Malformed, false),
            "denied" => (Fault::Denied, true),
            "too-many" => (Fault::Refuse(Refusal::too_many_files_in_progress()), true),
            "too-many-wildcards" => (Fault::Refuse(Refusal::too_many_wildcards_in_progress()), true),
            "too-large" => (Fault::Refuse(Refusal::batch_too_large()), true),
            _ => return None,
        };
        (always || self.failed_once.insert(batch.reference.clone())).then_some(fault)
    }
}

/// Whether the rehearsal is of a slow one.
pub(crate) fn is_slow(items: &[String]) -> bool {
    items.iter().any(|item| item == "/rehearse/slow")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::DISTRIBUTIONS;

    fn batch(reference: &str, path: &str) -> Batch {
        Batch { reference: reference.to_owned(), items: vec!["/a".to_owned(), path.to_owned()] }
    }

    #[test]
    fn a_passing_failure_comes_once_for_each_reference_and_a_lasting_one_always() {
        let (mut rehearsal, here) = (Rehearsal::default(), Target::Distribution(ids::REHEARSAL.to_owned()));
        assert_eq!(rehearsal.fault(&here, &batch("r1", "/rehearse/lost-reply")), Some(Fault::LostReply));
        assert_eq!(rehearsal.fault(&here, &batch("r1", "/rehearse/lost-reply")), None);
        assert_eq!(rehearsal.fault(&here, &batch("r2", "/rehearse/lost-reply")), Some(Fault::LostReply));
        for _ in 0..3 {
            assert_eq!(rehearsal.fault(&here, &batch("r3", "/rehearse/denied")), Some(Fault::Denied));
        }
    }

    #[test]
    fn other_distributions_know_no_rehearsals() {
        let there = Target::Distribution(ids::SITE.to_owned());
        assert_eq!(Rehearsal::default().fault(&there, &batch("r1", "/rehearse/denied")), None);
    }

    #[test]
    fn the_distribution_for_rehearsals_says_what_there_is() {
        let here = DISTRIBUTIONS.iter().find(|known| known.id == ids::REHEARSAL).map_or("", |known| known.comment);
        let (target, slow) = (Target::Distribution(ids::REHEARSAL.to_owned()), "slow");
        let names = here.trim_start_matches("Rehearsals: /rehearse/").split(", ");
        for name in names {
            let path = format!("/rehearse/{name}");
            let known = Rehearsal::default().fault(&target, &batch("r", &path)).is_some();
            assert!(known || (name == slow && is_slow(&[path])), "{name}");
        }
    }
}
