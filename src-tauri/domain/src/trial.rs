//! One line, tried: what it would be sent as, and which addresses it clears.
//!
//! The addresses are made up from the item itself, one for each way in which people are surprised: the case, the slash at
//! the end, the query, what is below, what only begins alike. Whether one is cleared is [`Item::clears`], as everywhere.

use crate::checks::{Finding, Known, check};
use crate::item::Item;

/// What came of trying a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// As it would be sent; `None` where it cannot be.
    pub item: Option<Item>,
    /// What the checks say of it.
    pub findings: Vec<Finding>,
    /// At most [`MOST_EXAMPLES`], each once; none where it cannot be sent.
    pub examples: Vec<Example>,
}

/// An address that stands for others of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The address, or the tag of an object.
    pub path: String,
    /// Whether the item clears it.
    pub cleared: bool,
    /// What it stands for.
    pub why: Why,
}

/// What an example stands for, seen from the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The item itself, or what stands before its `*`.
    Itself,
    /// The same with another query behind it.
    Query,
    /// Something in the directory that it is, or would be.
    Below,
    /// Something else that begins with the same letters.
    BeginsAlike,
    /// The same in another case: paths are case-sensitive, tags are not.
    OtherCase,
    /// The same without its slash at the end.
    WithoutSlash,
    /// The same with a slash at the end.
    WithSlash,
    /// The directory that it is in.
    Directory,
    /// Something else in the same directory.
    Beside,
    /// An object with this tag.
    Tagged,
}

/// How many examples there are at most.
pub const MOST_EXAMPLES: usize = 8;

/// Tries the first line of a text, on a target of which nothing is known.
pub fn try_line(text: &str) -> Trial {
    let line = text.lines().next().unwrap_or_default();
    let report = check(line, &Known::default());
    let item = report.items.into_iter().next();
    let examples = item.as_ref().map(examples).unwrap_or_default();
    Trial { item, findings: report.findings, examples }
}

fn examples(item: &Item) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let candidates = if item.is_tag() { of_tag(item.as_str()) } else { of_path(item.as_str()) };
    for (path, why) in candidates {
        if found.len() < MOST_EXAMPLES && found.iter().all(|one| one.path != path) {
            found.push(Example { cleared: item.clears(&path), path, why });
        }
    }
    found
}

fn of_tag(tag: &str) -> Vec<(String, Why)> {
    let mut candidates = vec![(tag.to_owned(), Why::Tagged)];
    candidates.extend(in_another_case(tag).map(|other| (other, Why::OtherCase)));
    candidates.push((format!("{tag}-2"), Why::BeginsAlike));
    candidates
}

fn of_path(item: &str) -> Vec<(String, Why)> {
    // Of a wildcard, what every address it clears begins with: an address itself.
    let (path, is_wildcard) = match item.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (item, false),
    };
    let mut candidates = vec![(path.to_owned(), Why::Itself)];
    if let Some((page, _)) = path.split_once('?') {
        candidates.push((format!("{path}2"), Why::BeginsAlike));
        candidates.push((format!("{page}?other=1"), Why::Query));
        candidates.push((page.to_owned(), Why::Query));
    } else if let Some(bare) = path.strip_suffix('/') {
        candidates.push((format!("{path}page.html"), Why::Below));
        candidates.push((format!("{path}page.html?id=7"), Why::Query));
        if !bare.is_empty() {
            candidates.push((bare.to_owned(), Why::WithoutSlash));
        }
    } else {
        candidates.push((format!("{path}?id=7"), Why::Query));
        let (directory, name) = path.split_at(path.rfind('/').map_or(0, |slash| slash + 1));
        if is_wildcard || !name.contains('.') {
            candidates.push((format!("{path}/"), Why::WithSlash));
            candidates.push((format!("{path}/page.html"), Why::Below));
        }
        if is_wildcard {
            candidates.push((format!("{path}-2.html"), Why::BeginsAlike));
        }
        candidates.push((directory.to_owned(), Why::Directory));
        candidates.push((format!("{directory}other.html"), Why::Beside));
    }
    candidates.extend(in_another_case(path).map(|other| (other, Why::OtherCase)));
    candidates
}

/// The text with its last letter in the other case; `None` where it has none. What stands behind a `%` is no letter.
fn in_another_case(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let escaped = |at: usize| (at >= 1 && bytes[at - 1] == b'%') || (at >= 2 && bytes[at - 2] == b'%');
    let at = (0..bytes.len()).rev().find(|&at| bytes[at].is_ascii_alphabetic() && !escaped(at))?;
    // The whole word, so that it catches the eye.
    let from = (0..at).rev().find(|&before| !bytes[before].is_ascii_alphabetic()).map_or(0, |before| before + 1);
    let word = &text[from..=at];
    let is_upper = word.bytes().all(|letter| letter.is_ascii_uppercase());
    let other = if is_upper { word.to_ascii_lowercase() } else { word.to_ascii_uppercase() };
    // A word behind an escape begins with its digits.
    (!(from..=at).any(escaped)).then(|| format!("{}{other}{}", &text[..from], &text[at + 1..]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    /// The examples of a line, as `+/cleared` and `-/stays`.
    fn tried(line: &str) -> Vec<String> {
        let sign = |one: &Example| if one.cleared { "+" } else { "-" };
        try_line(line).examples.iter().map(|one| format!("{}{}", sign(one), one.path)).collect()
    }

    #[test]
    fn a_prefix_clears_what_only_begins_alike() {
        assert_eq!(
            tried("/blog*"),
            ["+/blog", "+/blog?id=7", "+/blog/", "+/blog/page.html", "+/blog-2.html", "-/", "-/other.html", "-/BLOG"]
        );
    }

    #[test]
    fn a_directory_does_not_clear_its_own_name_without_the_slash() {
        assert_eq!(tried("/dir/*"), ["+/dir/", "+/dir/page.html", "+/dir/page.html?id=7", "-/dir", "-/DIR/"]);
        assert_eq!(tried("/dir/"), ["+/dir/", "-/dir/page.html", "-/dir/page.html?id=7", "-/dir", "-/DIR/"]);
    }

    #[test]
    fn a_page_is_itself_alone() {
        assert_eq!(
            tried("a/index.html"),
            ["+/a/index.html", "-/a/index.html?id=7", "-/a/", "-/a/other.html", "-/a/index.HTML"]
        );
        assert_eq!(tried("/"), ["+/", "-/page.html", "-/page.html?id=7"]);
        assert_eq!(tried("/p?v=1"), ["+/p?v=1", "-/p?v=12", "-/p?other=1", "-/p", "-/p?V=1"]);
        assert_eq!(tried("/p?v=*"), ["+/p?v=", "+/p?v=2", "-/p?other=1", "-/p", "-/p?V="]);
    }

    #[test]
    fn everything_clears_everything() {
        assert!(try_line("/*").examples.iter().all(|one| one.cleared));
    }

    #[test]
    fn a_tag_is_meant_in_any_case_and_as_a_whole() {
        assert_eq!(tried("#product:tv"), ["+#product:tv", "+#product:TV", "-#product:tv-2"]);
    }

    #[test]
    fn what_cannot_be_sent_has_findings_and_no_examples() {
        let trial = try_line("/a*b");
        assert_eq!((trial.item, trial.examples), (None, Vec::new()));
        assert!(!trial.findings.is_empty());
        assert_eq!(try_line("").item, None);
    }

    proptest! {
        #[test]
        fn what_is_sent_is_cleared_and_every_answer_is_the_rule_s(line in any::<String>()) {
            let trial = try_line(&line);
            prop_assert_eq!(trial.item.is_none(), trial.examples.is_empty());
            prop_assert!(trial.examples.len() <= MOST_EXAMPLES);
            if let Some(item) = &trial.item {
                prop_assert!(trial.examples[0].cleared, "{:?}", trial);
                for one in &trial.examples {
                    prop_assert_eq!(one.cleared, item.clears(&one.path));
                }
            }
        }

        #[test]
        fn paths_are_tried_too(path in "/[a-zA-Z%0-9/.?=-]{0,30}\\*?") {
            let trial = try_line(&path);
            prop_assert!(trial.item.is_none() || trial.examples[0].cleared);
            let mut paths: Vec<_> = trial.examples.iter().map(|one| &one.path).collect();
            paths.sort_unstable();
            paths.dedup();
            prop_assert_eq!(paths.len(), trial.examples.len());
        }
    }
}
