//! What holds of every suggestion: by example, and against what "clears" means, written out the slow way.

use std::collections::HashSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::HostPattern;
use crate::checks::{Known, Report, Severity, check};

pub(super) fn items(texts: &[&str]) -> Vec<Item> {
    texts.iter().map(|&text| Item::as_sent(text)).collect()
}

/// Suggestions as `kind item replaces saves`, shortly.
fn suggested(texts: &[&str]) -> Vec<(Kind, Option<String>, usize, usize)> {
    let short = |one: Suggestion| (one.kind, one.item.map(|item| item.to_string()), one.replaces, one.saves);
    suggest(&items(texts), &Facts::default()).into_iter().map(short).collect()
}

fn wildcard(kind: Kind, item: &str, replaces: usize) -> (Kind, Option<String>, usize, usize) {
    (kind, Some(item.to_owned()), replaces, replaces - 1)
}

#[test]
fn what_a_wildcard_covers_is_left_out_at_once() {
    let texts = ["/x/a", "/x/*", "/x/b/*", "/y", "/x/c"];
    assert_eq!(suggested(&texts), [(Kind::Covered, None, 3, 3)]);
    let covered = &suggest(&items(&texts), &Facts::default())[0];
    assert_eq!(covered.examples, items(&["/x/a", "/x/b/*", "/x/c"]));
    assert_eq!(suggested(&["#a", "/*", "/b"]), [(Kind::Covered, None, 2, 2)]);
}

#[test]
fn what_is_covered_is_not_counted_twice() {
    // Three below `/x/`, of which two are gone already.
    assert_eq!(suggested(&["/x/y/*", "/x/y/1", "/x/y/2", "/x/3"]), [(Kind::Covered, None, 2, 2)]);
    assert_eq!(
        suggested(&["/x/y/*", "/x/y/1", "/x/3", "/x/4"]),
        [wildcard(Kind::Directory, "/x/*", 3), (Kind::Covered, None, 1, 1)]
    );
}

#[test]
fn twins_are_one_wildcard_and_so_is_what_begins_like_them() {
    assert_eq!(suggested(&["/dir", "/dir/"]), [wildcard(Kind::Twins, "/dir*", 2)]);
    assert_eq!(suggested(&["/dir/", "/dir-old", "/dir"]), [wildcard(Kind::Twins, "/dir*", 3)]);
    // With more below it, the directory's own wildcard saves nearly as much and clears less.
    assert_eq!(suggested(&["/dir/", "/dir", "/dir/1", "/dir/2"]), [wildcard(Kind::Directory, "/dir/*", 3)]);
    // A wide wildcard is not offered for the sake of one item, nor everything.
    assert_eq!(suggested(&["/en", "/en/"]), []);
    assert_eq!(suggested(&["/", "//"]), []);
    // Only the best few.
    let many: Vec<String> = (0..9).flat_map(|n| [format!("/dir{n}"), format!("/dir{n}/")]).collect();
    assert_eq!(suggested(&many.iter().map(String::as_str).collect::<Vec<_>>()).len(), MOST_TWINS);
}

#[test]
fn one_page_with_several_queries_is_one_wildcard() {
    assert_eq!(suggested(&["/a?x=1", "/a", "/a?x=2"]), [wildcard(Kind::Queries, "/a?*", 2)]);
    assert_eq!(suggested(&["/a?x=1", "/b?x=2"]), []);
    // The page is narrower than its directory, which is offered beside it only for notably more.
    assert_eq!(suggested(&["/d/a?1", "/d/a?2", "/d/a?3"]), [wildcard(Kind::Queries, "/d/a?*", 3)]);
    assert_eq!(
        suggested(&["/d/a?1", "/d/a?2", "/d/b"]),
        [wildcard(Kind::Directory, "/d/*", 3), wildcard(Kind::Queries, "/d/a?*", 2)]
    );
}

#[test]
fn tags_are_advised_where_the_target_has_them_and_paths_are_many() {
    let texts: Vec<String> = (0..10).map(|n| format!("/{n}")).collect();
    let items: Vec<Item> = texts.iter().map(Item::as_sent).collect();
    let facts = Facts { cache_tag_header: Some("Cache-Tag"), ..Facts::default() };
    let advised = suggest(&items, &facts);
    assert_eq!(advised.len(), 1);
    assert_eq!((advised[0].kind, advised[0].item.as_ref(), advised[0].saves), (Kind::Tags, None, 0));
    assert_eq!(advised[0].examples, items[..3]);
    assert_eq!(suggest(&items[1..], &facts), []);
    assert_eq!(suggest(&items, &Facts::default()), []);
}

#[test]
fn what_else_is_cleared_is_told_by_the_history() {
    let history = History::of(["/x/1", "/x/4", "/x/5", "/x/6", "/x/7", "/x/s/8", "/y"]);
    let facts = Facts { history: Some(&history), ..Facts::default() };
    let suggestion = &suggest(&items(&["/x/1", "/x/2", "/x/3", "/x/s/*"]), &facts)[0];
    assert_eq!(suggestion.item, Some(Item::as_sent("/x/*")));
    assert_eq!(suggestion.also_clears, 4);
    assert_eq!(suggestion.also_examples, ["/x/4", "/x/5", "/x/6"]);
}

#[test]
fn there_are_ten_at_the_most_and_advice_has_room_among_them() {
    let texts: Vec<String> = (0..20).flat_map(|n| (0..3 + n).map(move |m| format!("/{n}/{m}"))).collect();
    let items: Vec<Item> = texts.iter().map(Item::as_sent).collect();
    let facts = Facts { cache_tag_header: Some("Cache-Tag"), ..Facts::default() };
    let advised = suggest(&items, &facts);
    assert_eq!(advised.len(), MOST_SUGGESTIONS);
    assert_eq!(advised[0].item, Some(Item::as_sent("/19/*")));
    assert!(advised.is_sorted_by_key(|one| Reverse(one.saves)));
    assert_eq!(advised.last().map(|one| one.kind), Some(Kind::Tags));
}

#[test]
fn deep_and_many_directories_take_no_more_than_their_text() {
    let deep: Vec<Item> = (0..1_000).map(|n| Item::as_sent(format!("/{n}/{}x", "a/".repeat(1_900)))).collect();
    assert_eq!(suggest(&deep, &Facts::default()), []);
}

/// Whether items clear a path: one is it, or a wildcard begins it (DG "What you need to know when invalidating files").
fn clears_path(items: &[Item], path: &str) -> bool {
    items.iter().filter(|item| !item.is_tag()).any(|item| match item.as_str().strip_suffix('*') {
        Some(stem) => path.starts_with(stem),
        None => item.as_str() == path,
    })
}

/// Whether items clear what has a tag: one is it in any case, or everything goes.
fn clears_tag(items: &[Item], tag: &str) -> bool {
    items.iter().any(|item| item.as_str().eq_ignore_ascii_case(tag) || item.as_str() == "/*")
}

fn known() -> Known {
    let hosts = ["www.example.com", "*.example.org"].map(HostPattern::new).into();
    Known { hosts: Some(hosts), cache_tags: Some(true), ..Known::default() }
}

/// Pieces of which lines are made: few, so that they cover, repeat and resemble each other often.
const PIECES: &[&str] = &["/", "/", "/", "/", "a", "a", "bcd", "b", "?", "?x", "é", "%41", " ", "~", "#f", "."];

const WHOLE: &[&str] = &[
    "",
    " ",
    "#t",
    "#T",
    "#u",
    "/*",
    "//",
    "//a/",
    "//a",
    "https://www.example.com/a/b",
    "s3://x",
    "/a*b",
    "//www.example.com/a/",
];

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => (vec(select(PIECES), 0..6), prop::bool::weighted(0.1)).prop_map(|(pieces, is_wildcard)| {
            format!("/{}{}", pieces.concat(), if is_wildcard { "*" } else { "" })
        }),
        1 => select(WHOLE).prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let ends = select(&["\n", "\n", "\r\n", "\r"][..]);
    (vec((line(), ends), 0..30), any::<bool>()).prop_map(|(lines, ends_open)| {
        let mut text: String = lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect();
        if ends_open {
            text.pop();
        }
        text
    })
}

/// Paths that might be cached: what the items name, and what resembles it.
fn probes(items: &[Item], more: &[String]) -> Vec<String> {
    let near = |item: &Item| {
        let stem = item.as_str().trim_end_matches('*').to_owned();
        ["", "/", "a", "/a", "?", "?x=1", "-old", "/b/c"].map(|end| format!("{stem}{end}"))
    };
    items.iter().filter(|item| !item.is_tag()).flat_map(near).chain(more.iter().cloned()).collect()
}

fn errors(report: &Report) -> usize {
    report.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

fn paths() -> impl Strategy<Value = Vec<String>> {
    vec("/(a|b|bcd|/|\\?x?|-){0,5}", 0..20)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn whatever_the_items_cleared_is_cleared_after_any_suggestion(text in text(), paths in paths()) {
        let known = known();
        let before = check(&text, &known);
        let history = History::of(&paths);
        let facts = Facts { history: Some(&history), cache_tag_header: Some("Cache-Tag") };
        let probes = probes(&before.items, &paths);
        for suggestion in suggest(&before.items, &facts) {
            let Suggestion { kind, item, replaces, saves, examples, also_clears, also_examples } = suggestion;
            let changed = apply(&text, &known, kind, item.as_ref());
            let after = check(&changed, &known);

            for probe in &probes {
                prop_assert!(!clears_path(&before.items, probe) || clears_path(&after.items, probe), "{:?} un-clears {}", item, probe);
            }
            for tag in ["#t", "#T", "#u", "#v"] {
                prop_assert!(!clears_tag(&before.items, tag) || clears_tag(&after.items, tag), "{:?} un-clears {}", item, tag);
            }

            // It saves what it says, and makes no line unfit to be sent.
            prop_assert_eq!(before.items.len() - after.items.len(), saves);
            prop_assert_eq!(replaces, saves + usize::from(item.is_some()));
            prop_assert_eq!(errors(&after), errors(&before));

            // The items that it does not name stay, in their order; the new one stands where the first of the others did.
            let new = item.as_ref().filter(|_| kind != Kind::Tags);
            let stays: HashSet<&Item> = after.items.iter().filter(|&one| Some(one) != new).collect();
            let mut expected: Vec<&Item> = Vec::new();
            let mut new_once = new;
            let mut replaced = Vec::new();
            for one in &before.items {
                if stays.contains(one) {
                    expected.push(one);
                } else {
                    replaced.push(one.clone());
                    expected.extend(new_once.take());
                }
            }
            prop_assert_eq!(after.items.iter().collect::<Vec<_>>(), expected);
            prop_assert_eq!(replaced.len(), replaces);
            if kind == Kind::Tags {
                prop_assert_eq!(&changed, &text);
            } else {
                prop_assert_eq!(&examples[..], &replaced[..EXAMPLES.min(replaced.len())]);
            }
            if let Some(new) = new {
                prop_assert!(new.is_wildcard() && new.as_str() != "/*");
                prop_assert!(replaced.iter().all(|one| clears_path(std::slice::from_ref(new), one.as_str().trim_end_matches('*'))));
            }

            // What else goes, found the slow way.
            let also: Vec<String> = history
                .paths()
                .iter()
                .filter(|path| clears_path(&after.items, path) && !clears_path(&before.items, path))
                .cloned()
                .collect();
            prop_assert_eq!(also.len(), also_clears);
            prop_assert_eq!(&also[..EXAMPLES.min(also.len())], &also_examples[..]);
        }
    }

    #[test]
    fn the_same_items_have_the_same_suggestions_in_order(text in text(), paths in paths()) {
        let items = check(&text, &known()).items;
        let suggest_with = |history: &History| suggest(&items, &Facts { history: Some(history), ..Facts::default() });
        let once = suggest_with(&History::of(&paths));
        // Another history hashes by another chance.
        prop_assert_eq!(&once, &suggest_with(&History::of(&paths)));
        prop_assert!(once.len() <= MOST_SUGGESTIONS);
        prop_assert!(once.is_sorted_by_key(|one| Reverse(one.saves)));
        prop_assert!(once.iter().all(|one| one.saves > 0));
        let distinct: HashSet<_> = once.iter().map(|one| one.item.clone()).collect();
        prop_assert_eq!(distinct.len(), once.len());
    }

    #[test]
    fn what_is_covered_is_what_the_checks_say(text in text()) {
        let report = check(&text, &known());
        let rule = crate::checks::Rule::CoveredByWildcard;
        let found = report.findings.iter().filter(|finding| finding.rule == rule).count();
        let suggestions = suggest(&report.items, &Facts::default());
        let covered = suggestions.iter().find(|one| one.kind == Kind::Covered).map_or(0, |one| one.saves);
        // It may be crowded out by ten that save more.
        prop_assert!(covered == found || covered == 0 && suggestions.len() == MOST_SUGGESTIONS);
    }

    #[test]
    fn a_suggestion_for_another_text_does_no_harm_either(
        text in text(), other in line(),
        kind in select(&[Kind::Covered, Kind::Twins, Kind::Queries, Kind::Directory, Kind::Tags][..]),
    ) {
        let known = known();
        let before = check(&text, &known);
        let after = check(&apply(&text, &known, kind, Some(&Item::as_sent(other))), &known);
        for probe in probes(&before.items, &[]) {
            prop_assert!(!clears_path(&before.items, &probe) || clears_path(&after.items, &probe), "un-clears {}", probe);
        }
        for tag in ["#t", "#u"] {
            prop_assert!(!clears_tag(&before.items, tag) || clears_tag(&after.items, tag));
        }
        prop_assert_eq!(errors(&after), errors(&before));
    }

    #[test]
    fn every_item_has_its_line(text in text()) {
        let known = known();
        let report = check(&text, &known);
        prop_assert_eq!(report.items.len(), report.lines.len());
        let lines: Vec<&str> = crate::checks::lines(&text).map(|(_, line)| line).collect();
        for (item, &line) in report.items.iter().zip(&report.lines) {
            prop_assert_eq!(&check(lines[line as usize - 1], &known).items, std::slice::from_ref(item));
        }
    }
}
