//! Directories that are named both with and without the slash.

use super::survey::Survey;
use super::{Candidate, FEWEST_IN_DIRECTORY, Kind, MOST_TWINS, best, can_be_offered};
use crate::wide::has_short_name;

/// A wildcard for the best pairs: of so many pairs, those with most below them.
///
/// A pair with many below it is left to the directory's own wildcard, which saves but one less and clears nothing that
/// only begins alike.
pub(super) fn offers<'i>(survey: &Survey<'i>, twins: &[(&'i str, usize)]) -> Vec<Candidate<'i>> {
    let pairs = twins.iter().filter_map(|&(stem, directory)| {
        let below = survey.directories[directory].below;
        // Of `/a/` and `/a//` it would be that of `/a/`, a directory's.
        let is_name = !stem.ends_with('/') && !has_short_name(stem);
        let is_offered = is_name && below < FEWEST_IN_DIRECTORY && can_be_offered(stem);
        is_offered.then_some(Candidate { kind: Kind::Twins, stem, replaces: 1 + below })
    });
    let mut offers = best(pairs.collect(), MOST_TWINS);
    // What else begins like them is counted only for those.
    for offer in &mut offers {
        offer.replaces = survey.beginning_with(offer.stem).count();
    }
    offers
}
