//! The rules of references and quotas, held against a second telling of them over random sequences.

#![allow(clippy::unwrap_used)]

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

const NOON: Timestamp = Timestamp::constant(1_795_348_800, 0);

/// One step of a sequence.
#[derive(Clone, Debug)]
enum Step {
    /// Sends a batch: to which target, under which reference, of how many files, tags and wildcards.
    Send { target: usize, reference: u8, files: usize, tags: usize, wildcards: usize },
    /// Lets milliseconds pass.
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let files = prop_oneof![0..4usize, 900..1_600usize];
    let send = (0..2usize, 0..12u8, files, prop_oneof![Just(0), 0..700usize], 0..9usize);
    let send = send.prop_map(|(target, reference, files, tags, wildcards)| Step::Send {
        target,
        reference,
        files: files.max(usize::from(tags + wildcards == 0)),
        tags,
        wildcards,
    });
    prop_oneof![4 => send, 1 => (0..9_000i64).prop_map(Step::Wait)]
}

fn targets() -> [Target; 2] {
    // One with nothing before it, and one of the other kind, with a past.
    [Target::Distribution(ids::BLOG.to_owned()), Target::Tenant(TENANTS[0].id.to_owned())]
}

fn batch(reference: u8, files: usize, tags: usize, wildcards: usize) -> Batch {
    let items = (0..files).map(|n| format!("/{n}"));
    let items = items.chain((0..tags).map(|n| format!("#{n}"))).chain((0..wildcards).map(|n| format!("/{n}/*")));
    Batch { reference: format!("r{reference}"), items: items.collect() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn random_sequences_keep_to_the_references_and_the_quotas(steps in vec(step(), 1..40)) {
        let mut account = Account::new(NOON, Speed::new(1.0).unwrap());
        let targets = targets();
        let mut taken: Vec<Invalidation> = Vec::new();
        let mut now = NOON;
        for step in steps {
            let (target, sent) = match step {
                Step::Wait(millis) => {
                    now += SignedDuration::from_millis(millis);
                    continue;
                }
                Step::Send { target, reference, files, tags, wildcards } => {
                    (&targets[target], batch(reference, files, tags, wildcards))
                }
            };
            let same_target = || taken.iter().filter(|one| one.target == *target);
            let before = same_target().find(|one| one.reference == sent.reference).cloned();
            let running = || same_target().filter(|one| one.completes > now).flat_map(|one| &one.items);
            let stars = |items: &[&String]| items.iter().filter(|item| item.ends_with('*')).count();
            let (old, new): (Vec<_>, Vec<_>) = (running().collect(), sent.items.iter().collect());
            let (old_stars, new_stars) = (stars(&old), stars(&new));
            let (old_files, new_files) = (old.len() - old_stars, new.len() - new_stars);
            let too_many = (new_stars > 0 && old_stars + new_stars > 15) || (new_files > 0 && old_files + new_files > 3_000);

            match (account.judge(target, sent.clone(), now), before) {
                (Ok(Verdict::Before(found)), Some(before)) => {
                    prop_assert_eq!(found, &before);
                    prop_assert_eq!(&before.items, &sent.items);
                }
                (Err(refusal), Some(before)) => {
                    prop_assert_eq!(refusal, Refusal::invalidation_batch_already_exists());
                    prop_assert_ne!(&before.items, &sent.items);
                }
                (Ok(Verdict::New(new)), None) => {
                    prop_assert!(!too_many);
                    prop_assert!(taken.iter().all(|one| one.id != new.id));
                    prop_assert_eq!((&new.items, new.created), (&sent.items, now));
                    taken.push(new.clone());
                    account.record(new);
                }
                (Err(refusal), None) => {
                    prop_assert_eq!(refusal.code, "TooManyInvalidationsInProgress");
                    prop_assert!(too_many);
                }
                (verdict, before) => prop_assert!(false, "{verdict:?} after {before:?}"),
            }
        }
        for target in &targets {
            let listed = account.invalidations(target, &PageRequest { marker: None, max_items: Some(1_000) }).unwrap();
            let new: Vec<_> = listed.rows.into_iter().filter(|one| one.number > 0).cloned().collect();
            let wanted: Vec<_> = taken.iter().rev().filter(|one| one.target == *target).cloned().collect();
            prop_assert_eq!(new, wanted, "each exactly once, newest first");
        }
    }
}
