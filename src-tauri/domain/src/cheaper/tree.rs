//! Directories that are worth a wildcard.
//!
//! The distinct directories, sorted, are gone through once with those that are open on a stack, like a tree that is
//! printed. Besides the directories themselves only those where two of them part are looked at: any other one holds
//! exactly what the next one below it holds, and is wider. So there are less than twice as many as directories, however
//! deep they are.

use super::survey::Survey;
use super::{Candidate, FEWEST_IN_DIRECTORY, Kind, can_be_offered};

/// A wider directory is offered too if it saves at least three for every two that the best narrower one saves. Below
/// that, the little it saves more is not worth what else it clears.
const NOTABLY_MORE: (usize, usize) = (3, 2);

/// An open directory.
struct Node<'i> {
    prefix: &'i str,
    /// How many items it holds, as far as it was gone through.
    items: usize,
    /// The most that an offer within it saves.
    narrower: usize,
    /// Its number, if items stand in it.
    number: Option<usize>,
}

/// A wildcard for each directory that is worth one, in no particular order. The survey learns how many items each of
/// its directories holds with all below.
pub(super) fn offers<'i>(survey: &mut Survey<'i>) -> Vec<Candidate<'i>> {
    let mut sorted: Vec<usize> = (0..survey.directories.len()).collect();
    sorted.sort_unstable_by_key(|&number| survey.directories[number].prefix);

    let mut offers = Vec::new();
    let mut open: Vec<Node<'i>> = Vec::new();
    for number in sorted {
        let directory = &survey.directories[number];
        let node = Node {
            prefix: directory.prefix,
            items: directory.items,
            narrower: directory.narrower,
            number: Some(number),
        };
        if let Some(last) = open.last() {
            let common = common_directory(last.prefix, node.prefix);
            close_down_to(common, &mut open, survey, &mut offers);
        }
        open.push(node);
    }
    close_down_to("", &mut open, survey, &mut offers);
    offers
}

/// Closes the open directories that are longer than one that they all begin with, and counts them to it.
fn close_down_to<'i>(
    common: &'i str,
    open: &mut Vec<Node<'i>>,
    survey: &mut Survey<'i>,
    offers: &mut Vec<Candidate<'i>>,
) {
    while let Some(mut node) = open.pop_if(|node| node.prefix.len() > common.len()) {
        let Node { prefix, items, .. } = node;
        let saves = items - 1;
        let is_notable = saves * NOTABLY_MORE.1 >= node.narrower * NOTABLY_MORE.0;
        if items >= FEWEST_IN_DIRECTORY && is_notable && can_be_offered(prefix) {
            offers.push(Candidate { kind: Kind::Directory, stem: prefix, replaces: items });
            node.narrower = saves;
        }
        if let Some(number) = node.number {
            survey.directories[number].below = items;
        }
        match open.last_mut() {
            Some(parent) if parent.prefix.len() >= common.len() => {
                parent.items += items;
                parent.narrower = parent.narrower.max(node.narrower);
            }
            _ if common.is_empty() => {}
            // Here two part, and no item stands in it.
            _ => open.push(Node { prefix: common, items, narrower: node.narrower, number: None }),
        }
    }
}

/// The longest directory that both are or are in.
fn common_directory<'i>(one: &'i str, other: &str) -> &'i str {
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    // A slash is a whole character, so this cuts none in two.
    let end = one.as_bytes()[..same].iter().rposition(|&byte| byte == b'/').map_or(0, |slash| slash + 1);
    &one[..end]
}

#[cfg(test)]
mod tests {
    use super::super::tests::items;
    use super::*;

    fn offered(texts: &[&str]) -> Vec<(String, usize)> {
        let items = items(texts);
        let mut survey = Survey::of(&items);
        survey.pages();
        let mut offers: Vec<_> =
            offers(&mut survey).iter().map(|offer| (offer.stem.to_owned(), offer.replaces)).collect();
        offers.sort();
        offers
    }

    fn expected(offers: &[(&str, usize)]) -> Vec<(String, usize)> {
        offers.iter().map(|&(stem, replaces)| (stem.to_owned(), replaces)).collect()
    }

    #[test]
    fn the_narrowest_directory_that_holds_them_is_offered() {
        assert_eq!(offered(&["/a/b/c/1", "/a/b/c/2", "/a/b/c/3"]), expected(&[("/a/b/c/", 3)]));
        assert_eq!(offered(&["/a/b/1", "/a/c/2", "/a/d/e/*"]), expected(&[("/a/", 3)]));
        assert_eq!(offered(&["/a/b/1", "/a/b/2"]), []);
    }

    #[test]
    fn a_wider_one_is_offered_where_it_saves_notably_more() {
        let narrow = ["/a/b/1", "/a/b/2", "/a/b/3"];
        assert_eq!(offered(&[&narrow[..], &["/a/4"]].concat()), expected(&[("/a/", 4), ("/a/b/", 3)]));
        let narrow = ["/a/b/1", "/a/b/2", "/a/b/3", "/a/b/4"];
        assert_eq!(offered(&[&narrow[..], &["/a/5"]].concat()), expected(&[("/a/b/", 4)]));
        assert_eq!(offered(&[&narrow[..], &["/a/5", "/a/c/6"]].concat()), expected(&[("/a/", 6), ("/a/b/", 4)]));
    }

    #[test]
    fn everything_is_never_offered_nor_what_looks_like_a_host() {
        assert_eq!(offered(&["/1", "/2", "/3", "/4"]), []);
        assert_eq!(offered(&["//a/1", "//a/2", "//a/3"]), []);
    }

    #[test]
    fn a_slash_in_a_query_makes_no_directory() {
        assert_eq!(offered(&["/p?a=/b/1", "/q?a=/b/2", "/r?a=/b/3"]), []);
    }

    #[test]
    fn names_that_begin_alike_are_no_directory() {
        let alike = ["/a/b!/1", "/a/b/1", "/a/b/2", "/a/b/3", "/a/b0/1"];
        assert_eq!(offered(&alike), expected(&[("/a/", 5), ("/a/b/", 3)]));
    }
}
