//! Wildcards that clear so much that a person should say so twice.

use percent_encoding::percent_decode_str;

use crate::{History, Item};

/// A wildcard at the top level is wide if the name before its `*` has at most so many characters.
///
/// There are some forty characters that names begin with, and mostly a dozen names at the top of a site: one
/// character (`/e*`) takes a good part of them by chance, two (`/en*`) are how a language is abbreviated, whose tree
/// is often the half of a site. From three on it is a word that somebody meant. What is below a directory (`/en/*`)
/// names one place, however much is in it, and is left to [`HALF`] of what is known.
const SHORT_NAME: usize = 2;

/// A wildcard that clears at least one in so many of the known paths is wide: half of a site and more at once is what
/// an origin feels, and seldom what an editor means.
const HALF: usize = 2;

/// From so many known paths on a share of them says something: of fewer, half is soon together by chance.
const TELLING_HISTORY: usize = 20;

/// A wildcard that clears much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wide {
    /// It.
    pub item: Item,
    /// How many of the known paths it clears.
    pub clears: usize,
    /// How many paths are known on this target; 0 where there is no history.
    pub known: usize,
}

/// The wide wildcards among items, in their order: `/*`, those at the top level with a short name, and those that clear
/// at least half of a telling history.
pub fn wide(items: &[Item], history: Option<&History>) -> Vec<Wide> {
    let known = history.map_or(0, History::len);
    let wide = |item: &Item| {
        let stem = if item.is_tag() { None } else { item.as_str().strip_suffix('*') }?;
        let clears = history.map_or(0, |history| history.beginning_with(stem).len());
        let is_much = known >= TELLING_HISTORY && clears * HALF >= known;
        (has_short_name(stem) || is_much).then(|| Wide { item: item.clone(), clears, known })
    };
    items.iter().filter_map(wide).collect()
}

/// Whether what stands before a `*` is no more than a slash and a short name, counted as a person reads it: an escape
/// is no three characters. With a `?` in it, it is one page and its query strings.
pub(crate) fn has_short_name(stem: &str) -> bool {
    let Some(name) = stem.strip_prefix('/') else { return false };
    !name.contains(['/', '?']) && percent_decode_str(name).decode_utf8_lossy().chars().count() <= SHORT_NAME
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide_among(items: &[&str], history: Option<&History>) -> Vec<String> {
        let items: Vec<Item> = items.iter().map(|&item| Item::as_sent(item)).collect();
        wide(&items, history).into_iter().map(|wide| wide.item.to_string()).collect()
    }

    #[test]
    fn short_names_at_the_top_are_wide_and_words_and_places_are_not() {
        let items =
            ["/blog*", "/*", "/e*", "/en*", "/%C3%A9%C3%A8*", "/en/*", "/eng*", "/a/b*", "/?*", "/a?*", "/e", "#e*"];
        assert_eq!(wide_among(&items, None), ["/*", "/e*", "/en*", "/%C3%A9%C3%A8*"]);
    }

    #[test]
    fn half_of_a_telling_history_is_wide() {
        let paths = |in_shop: usize, elsewhere: usize| {
            History::of((0..in_shop).map(|n| format!("/shop/{n}")).chain((0..elsewhere).map(|n| format!("/blog/{n}"))))
        };
        assert_eq!(wide_among(&["/shop/*", "/shop"], Some(&paths(10, 10))), ["/shop/*"]);
        assert_eq!(wide_among(&["/shop/*"], Some(&paths(10, 11))), [] as [&str; 0]);
        assert_eq!(wide_among(&["/shop/*"], Some(&paths(19, 0))), [] as [&str; 0]);
        let all = &wide(&[Item::as_sent("/*")], Some(&paths(3, 4)))[0];
        assert_eq!((all.clears, all.known), (7, 7));
    }
}
