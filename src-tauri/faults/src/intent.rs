//! What a person wants to have invalidated, as a campaign makes it up.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use domain::{DistributionId, Target, TenantId};
use fastrand::Rng;
use practice::Practice;
use serde::{Deserialize, Serialize};

/// One thing that a person wants: these items, in this order, once.
///
/// No item of a campaign's run is in two intents, nor twice in one. So whatever the app makes of an intent – one
/// submission, a second one after a refusal, or several because it was split – its items tell whose they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// What the person calls it.
    pub name: String,
    /// What it is made against.
    pub target: Target,
    /// Its items as the person writes them, which is also how they are sent.
    pub items: Vec<String>,
}

impl Intent {
    /// A few intents, drawn by chance: most are small, one in eight has some hundred items, one in four is for a
    /// distribution tenant.
    pub(crate) fn draw(rng: &mut Rng) -> Vec<Self> {
        let count = rng.usize(5..=10);
        (0..count).map(|number| Self::draw_one(rng, number)).collect()
    }

    fn draw_one(rng: &mut Rng, number: usize) -> Self {
        let target = match rng.u8(0..8) {
            0 | 1 => Target::Tenant(TenantId::new(Practice::TENANT)),
            2 | 3 => Target::Distribution(DistributionId::new(Practice::SHOP)),
            _ => Target::Distribution(DistributionId::new(Practice::SITE)),
        };
        let count = if rng.u8(0..8) == 0 { rng.usize(100..=250) } else { rng.usize(1..=25) };
        let mut items: Vec<String> = (0..count)
            .map(|place| match rng.u8(0..6) {
                0 => format!("/i{number}/{place}/search?q=a&page={place}"),
                1 if target.id() == Practice::SHOP => format!("#i{number}-{place}"),
                _ => format!("/i{number}/{place}/page.html"),
            })
            .collect();
        // Mostly few, and now and then more than the fifteen that a distribution's quota takes at once.
        let wildcards = if rng.u8(0..8) == 0 { rng.usize(10..=40) } else { rng.usize(0..=1) };
        items.extend((0..wildcards).map(|place| format!("/i{number}/wild-{place}/*")));
        // Nothing about their names says in which order they belong.
        rng.shuffle(&mut items);
        Self { name: format!("Intent {number}"), target, items }
    }

    /// A new edition of a large site: 9,000 files and 1,000 wildcards, one after every ninth file.
    pub(crate) fn relaunch() -> Self {
        let items = (0..1_000).flat_map(|part| {
            let files = (0..9).map(move |page| format!("/part-{part}/page-{page}.html"));
            files.chain([format!("/part-{part}/images/*")])
        });
        let target = Target::Distribution(DistributionId::new(Practice::SITE));
        Self { name: "Relaunch".to_owned(), target, items: items.collect() }
    }

    /// The items as they are typed into the editor.
    pub(crate) fn text(&self) -> String {
        self.items.join("\n")
    }

    /// Writes a run's intents down, for the process that sends them.
    pub(crate) fn write(intents: &[Self], file: &Path) -> Result<()> {
        fs::write(file, serde_json::to_vec(intents)?).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Reads them.
    pub(crate) fn read(file: &Path) -> Result<Vec<Self>> {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        serde_json::from_slice(&bytes).with_context(|| format!("{} holds no intents", file.display()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_item_is_in_two_intents_or_twice_in_one() {
        for seed in 0..50 {
            let intents = Intent::draw(&mut Rng::with_seed(seed));
            let all: Vec<&String> = intents.iter().flat_map(|intent| &intent.items).collect();
            assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len(), "seed {seed}");
        }
    }

    #[test]
    fn all_kinds_of_targets_and_items_are_drawn() {
        let intents: Vec<Intent> = (0..20).flat_map(|seed| Intent::draw(&mut Rng::with_seed(seed))).collect();
        let targets: HashSet<_> = intents.iter().map(|intent| &intent.target).collect();
        assert_eq!(targets.len(), 3);
        let items: Vec<&String> = intents.iter().flat_map(|intent| &intent.items).collect();
        assert!(items.iter().any(|item| item.starts_with('#')));
        assert!(items.iter().any(|item| item.ends_with('*')));
        assert!(items.iter().any(|item| item.contains('&')), "what XML has to escape");
    }
}
