//! Past invalidations, drawn so that they look like years of work and are the same at every start.

use jiff::{SignedDuration, Timestamp};

use super::words::{BUNDLES, PEOPLE, PURPOSES, SECTIONS, TITLES};
use super::{TENANTS, ids};
use crate::chance::Chance;
use crate::invalidation::Invalidation;
use crate::operation::Target;

/// What a target's past consists of: how many, within which days before the first opening, and what they were about.
struct Past {
    count: u64,
    days: (i64, i64),
    draw: fn(&mut Chance) -> String,
}

/// The past invalidations of one target, oldest first; none where it has no past.
pub(crate) fn history(target: &Target, opened: Timestamp) -> impl Iterator<Item = Invalidation> {
    let past = past(target);
    let places = past.as_ref().map_or(0, |past| past.count);
    (0..places).rev().filter_map(move |place| past.as_ref().map(|past| past.invalidation(target, place, opened)))
}

fn past(target: &Target) -> Option<Past> {
    let (count, days, draw): (_, _, fn(&mut Chance) -> String) = match target {
        Target::Distribution(id) => match id.as_str() {
            ids::SITE => (43, (1, 180), page),
            ids::SHOP => (31, (1, 120), shop),
            ids::ASSETS => (12_000, (0, 548), asset),
            ids::PARTNERS => (4, (20, 240), page),
            ids::CAMPAIGN => (5, (212, 290), page),
            ids::PRESS => (8, (9, 365), page),
            _ => return None,
        },
        Target::Tenant(id) => {
            // The last two tenants have none: a new one and a closed one.
            let mut counted = TENANTS.iter().zip([7, 3, 5, 2]);
            let (tenant, count) = counted.find(|(tenant, _)| tenant.id == id)?;
            (count, (2, tenant.created_days_ago), shop)
        }
    };
    Some(Past { count, days, draw })
}

impl Past {
    /// The one at this place, 0 being the newest. Its day has its place's share of the time, so that they stay in
    /// order, and its hour and minute are chance.
    fn invalidation(&self, target: &Target, place: u64, opened: Timestamp) -> Invalidation {
        let mut chance = Chance::of(&["history", target.id(), &place.to_string()]);
        let id = chance.id("I", 25);
        let (from, to) = (self.days.0 * 86_400_000, self.days.1 * 86_400_000);
        let share = (to - from) as u64 / self.count;
        let age = from as u64 + place * share + chance.below(share.max(1));
        let created = opened - SignedDuration::from_millis(age as i64);
        let created = Timestamp::from_millisecond(created.as_millisecond()).unwrap_or(created);
        let mut items = Vec::new();
        let many = if chance.below(40) == 0 { 15 + chance.below(60) } else { 1 + chance.below(9) };
        for _ in 0..many {
            let item = (self.draw)(&mut chance);
            if !items.contains(&item) {
                items.push(item);
            }
        }
        let reference = reference(&mut chance, created);
        let completes = created + SignedDuration::from_millis(4_000 + chance.below(8_000) as i64);
        // One that would still be running at the first opening was made before it, and is done.
        let completes = completes.min(opened);
        Invalidation { id, target: target.clone(), number: 0, created, completes, reference, items }
    }
}

/// References as this app, the command line, the console and a deployment mint them.
fn reference(chance: &mut Chance, created: Timestamp) -> String {
    match chance.below(10) {
        0..5 => {
            let stamp = created.strftime("%Y%m%dT%H%M%SZ");
            format!("{}-{stamp}-{:012x}", chance.pick(PURPOSES), chance.draw() & 0xffff_ffff_ffff)
        }
        5..7 => format!("cli-{}-{:06}", created.as_second(), chance.below(1_000_000)),
        7..9 => created.as_millisecond().to_string(),
        _ => format!("deploy-{:07x}-{}", chance.draw() & 0xfff_ffff, created.as_second()),
    }
}

/// Something on a site of pages.
fn page(chance: &mut Chance) -> String {
    let (title, person, section) = (*chance.pick(TITLES), *chance.pick(PEOPLE), *chance.pick(SECTIONS));
    match chance.below(14) {
        0 => "/index.html".to_owned(),
        1 => "/".to_owned(),
        2..5 => format!("/books/{title}"),
        5 => format!("/books/{title}/*"),
        6 => format!("/authors/{person}/"),
        7 => format!("/news/{}-{title}.html", 2024 + chance.below(2)),
        8 => format!("/{section}/*"),
        9 => "/sitemap.xml".to_owned(),
        10 => format!("/images/covers/{title}.jpg?w={}", 160 * (1 + chance.below(6))),
        11 => format!("/static/{}.css", chance.pick(BUNDLES)),
        12 => format!("/events/{}", chance.pick(TITLES)),
        _ => format!("/{section}/?page={}", 1 + chance.below(12)),
    }
}

/// Something in a shop, whose pages carry cache tags.
fn shop(chance: &mut Chance) -> String {
    let section = *chance.pick(SECTIONS);
    match chance.below(10) {
        0..3 => format!("#product:{}", 40_000 + chance.below(9_000)),
        3 => format!("#category:{section}"),
        4 => format!("/media/{}/*", chance.pick(TITLES)),
        5..7 => format!("/p/{}-{}", 40_000 + chance.below(9_000), chance.pick(TITLES)),
        7 => format!("/category/{section}*"),
        8 => format!("/search?q={section}&page={}", 1 + chance.below(4)),
        _ => "/".to_owned(),
    }
}

/// A file that several sites share.
fn asset(chance: &mut Chance) -> String {
    let (title, bundle, hash) = (*chance.pick(TITLES), *chance.pick(BUNDLES), chance.draw() & 0xff_ffff);
    match chance.below(12) {
        0..4 => format!("/covers/97{:011}/{}.webp", chance.below(100_000_000_000), chance.pick(&["small", "large"])),
        4 => format!("/covers/97{:011}/*", chance.below(100_000_000_000)),
        5 => format!("/js/{bundle}.{hash:06x}.js"),
        6 => format!("/css/{bundle}.{hash:06x}.css"),
        7 => format!("/authors/{}.jpg?w={}", chance.pick(PEOPLE), 120 * (1 + chance.below(5))),
        8 => format!("/extracts/{title}.pdf"),
        9 => format!("/feeds/catalogue-{}.xml", chance.pick(SECTIONS)),
        10 => format!("/banners/{title}/*"),
        _ => format!("/fonts/{bundle}.woff2"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;
    use crate::content::DISTRIBUTIONS;
    use crate::invalidation::Batch;
    use crate::rules::paths;

    const OPENED: Timestamp = Timestamp::constant(1_795_348_800, 0);

    fn by_target() -> HashMap<&'static str, Vec<Invalidation>> {
        let distributions = DISTRIBUTIONS.iter().map(|one| Target::Distribution(one.id.to_owned()));
        let tenants = TENANTS.iter().map(|one| Target::Tenant(one.id.to_owned()));
        let ids = DISTRIBUTIONS.iter().map(|one| one.id).chain(TENANTS.iter().map(|one| one.id));
        ids.zip(distributions.chain(tenants).map(|target| history(&target, OPENED).collect())).collect()
    }

    #[test]
    fn twelve_thousand_run_in_order_through_eighteen_months() {
        let assets = &by_target()[ids::ASSETS];
        assert_eq!(assets.len(), 12_000);
        assert!(assets.is_sorted_by_key(|one| one.created), "oldest first");
        let days = |one: &Invalidation| OPENED.duration_since(one.created).as_hours() / 24;
        assert!(days(&assets[0]) >= 545 && days(&assets[11_999]) == 0);
    }

    #[test]
    fn what_is_past_was_valid_is_done_and_is_unique() {
        for (target, past) in by_target() {
            let ids: HashSet<_> = past.iter().map(|one| &one.id).collect();
            let references: HashSet<_> = past.iter().map(|one| &one.reference).collect();
            assert_eq!((ids.len(), references.len()), (past.len(), past.len()), "{target}");
            for one in &past {
                assert!(!one.is_in_progress(OPENED) && one.created < OPENED, "{one:?}");
                let batch = Batch { reference: one.reference.clone(), items: one.items.clone() };
                assert_eq!(paths::check(&batch), Ok(()), "{one:?}");
            }
        }
    }

    #[test]
    fn the_blog_and_the_rehearsals_begin_empty() {
        let by_target = by_target();
        assert!(by_target[ids::BLOG].is_empty() && by_target[ids::REHEARSAL].is_empty());
    }

    #[test]
    fn the_past_is_the_same_at_every_start() {
        assert_eq!(by_target()[ids::SHOP], by_target()[ids::SHOP]);
    }
}
