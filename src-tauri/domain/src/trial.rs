//! One line tried out: what it would be sent as, and which addresses it would clear.
//!
//! The addresses are made up from the item itself, since nobody can list what is cached. Whether one is cleared is
//! decided as everywhere else: a wildcard takes what [`Cover`] says, and anything else takes what is the same.

use std::iter;

use crate::Item;
use crate::checks::{Cover, Finding, Known, check, has_extension, is_same, last_segment, lines};

/// A line, tried out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// As it would be sent; `None` where it cannot be, or says nothing.
    pub item: Option<Item>,
    /// What the checks say of the line, without knowing a target.
    pub findings: Vec<Finding>,
    /// Addresses that stand for others, at most [`MOST_EXAMPLES`]; none where nothing can be sent.
    pub examples: Vec<Example>,
}

/// An address that stands for others like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The address; for a tag, with its `#`.
    pub address: String,
    /// Whether the item clears it.
    pub cleared: bool,
    /// What it has to do with the item.
    pub why: Why,
}

/// What an address has to do with the item that is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The item itself; of a wildcard, what stands before its `*`.
    Itself,
    /// The same with a query string behind it, which the path must carry or a `*` take (DG "What you need to know when
    /// invalidating files").
    Query,
    /// Something below it.
    Below,
    /// Something that begins like it, and is another page.
    BeginsAlike,
    /// The same in another case: paths are told apart by it, tags are not.
    OtherCase,
    /// The same without the slash at its end.
    WithoutSlash,
    /// The same with a slash at its end.
    WithSlash,
    /// The page of the directory itself.
    Directory,
    /// Something beside it.
    Beside,
    /// A page that carries the tag.
    Tagged,
}

/// How many examples a trial has at most: as many as are read at a glance.
pub const MOST_EXAMPLES: usize = 8;

/// Tries the first line of a text.
pub fn try_line(text: &str) -> Trial {
    let line = lines(text).next().map_or("", |(_, line)| line);
    let report = check(line, &Known::default());
    let item = report.items.into_iter().next();
    let examples = item.as_ref().map(examples).unwrap_or_default();
    Trial { item, findings: report.findings, examples }
}

/// Whether an item clears an address, or a tag.
fn clears(item: &Item, address: &str) -> bool {
    let wildcard = iter::once((item.as_str(), 1)).filter(|_| item.is_wildcard());
    is_same(item.as_str(), address) || Cover::new(wildcard).line_covering(address).is_some()
}

fn examples(item: &Item) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut add = |address: String, why| {
        if !examples.iter().any(|known| known.address == address) {
            examples.push(Example { cleared: clears(item, &address), address, why });
        }
    };
    let text = item.as_str();
    if item.is_tag() {
        add(text.to_owned(), Why::Itself);
        in_other_case(text).into_iter().for_each(|other| add(other, Why::OtherCase));
        add(format!("{text}-old"), Why::BeginsAlike);
        // Any page will do, so its address says nothing of whether it is cleared; its tag does.
        examples.push(Example { address: TAGGED.to_owned(), cleared: clears(item, text), why: Why::Tagged });
        return examples;
    }
    match text.strip_suffix('*') {
        Some(stem) => around_wildcard(stem, &mut add),
        None => around_path(text, &mut add),
    }
    examples
}

/// A page that carries a tag, whatever it is called.
const TAGGED: &str = "/products/tv.html";

/// A query string, as many a link has one.
const QUERY: &str = "?id=7";

/// What shows how far a wildcard goes.
fn around_wildcard(stem: &str, add: &mut impl FnMut(String, Why)) {
    if stem == "/" {
        add(stem.to_owned(), Why::Itself);
        add("/index.html".to_owned(), Why::Below);
        add(format!("/index.html{QUERY}"), Why::Query);
        add("/blog/post.html".to_owned(), Why::Below);
        return;
    }
    if let Some(directory) = stem.strip_suffix('/').filter(|_| !stem.contains('?')) {
        let page = format!("{stem}page.html");
        add(page.clone(), Why::Below);
        add(format!("{page}{QUERY}"), Why::Query);
        add(format!("{stem}more/page.html"), Why::Below);
        add(stem.to_owned(), Why::Directory);
        add(directory.to_owned(), Why::WithoutSlash);
        in_other_case(directory).into_iter().for_each(|other| add(format!("{other}/page.html"), Why::OtherCase));
        add(format!("{directory}-old/page.html"), Why::Beside);
        return;
    }
    add(stem.to_owned(), Why::Itself);
    let name = last_segment(stem);
    if stem.contains('?') {
        add(format!("{stem}7"), Why::BeginsAlike);
    } else if has_extension(name) {
        add(format!("{stem}{QUERY}"), Why::Query);
        add(format!("{stem}.old"), Why::BeginsAlike);
    } else {
        if name.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            add(format!("{stem}/post.html"), Why::Below);
        }
        add(format!("{stem}{}", going_on(name)), Why::BeginsAlike);
    }
    in_other_case(stem).into_iter().for_each(|other| add(other, Why::OtherCase));
}

/// What shows that a path clears itself alone.
fn around_path(path: &str, add: &mut impl FnMut(String, Why)) {
    add(path.to_owned(), Why::Itself);
    let name = last_segment(path);
    if path == "/" {
        add(format!("/{QUERY}"), Why::Query);
        add("/index.html".to_owned(), Why::Below);
        add("/blog/".to_owned(), Why::Below);
        return;
    }
    if path.contains('?') {
        add(format!("{path}&id=7"), Why::Query);
    } else if name.is_empty() {
        // Of `//` nothing would be left.
        let rest = path.trim_end_matches('/');
        if !rest.is_empty() {
            add(rest.to_owned(), Why::WithoutSlash);
        }
        add(format!("{path}page.html"), Why::Below);
        add(format!("{path}{QUERY}"), Why::Query);
    } else if has_extension(name) {
        let directory = path.strip_suffix(name).unwrap_or(path);
        add(format!("{path}{QUERY}"), Why::Query);
        add(format!("{directory}other.html"), Why::Beside);
        add(directory.to_owned(), Why::Directory);
    } else {
        add(format!("{path}/"), Why::WithSlash);
        add(format!("{path}/page.html"), Why::Below);
        add(format!("{path}{QUERY}"), Why::Query);
        add(format!("{path}{}", going_on(name)), Why::BeginsAlike);
    }
    in_other_case(path).into_iter().for_each(|other| add(other, Why::OtherCase));
}

/// What makes another name of one, so that it reads like a name.
fn going_on(name: &str) -> &'static str {
    match name {
        "blog" => "roll",
        _ if name.ends_with(|c: char| c.is_ascii_alphanumeric()) => "-old",
        _ => "old",
    }
}

/// The same with the first letter of its last name in the other case: `/Blog` of `/blog`. An escape is no letter. `None`
/// where there is no letter.
fn in_other_case(text: &str) -> Option<String> {
    let path = text.split('?').next().unwrap_or(text);
    let from = path.trim_end_matches('/').rfind(['/', '#'])? + 1;
    let mut characters = path.char_indices().skip_while(|(at, _)| *at < from);
    while let Some((at, character)) = characters.next() {
        if character == '%' {
            characters.nth(1);
        } else if character.is_ascii_alphabetic() {
            let mut other = text.to_owned();
            let turned = if character.is_ascii_lowercase() { str::to_ascii_uppercase } else { str::to_ascii_lowercase };
            other.replace_range(at..=at, &turned(&text[at..=at]));
            return Some(other);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::checks::Rule;

    /// The examples of a line as `address`, cleared or not.
    fn tried(line: &str) -> Vec<(String, bool, Why)> {
        try_line(line).examples.into_iter().map(|one| (one.address, one.cleared, one.why)).collect()
    }

    fn is(address: &str, cleared: bool, why: Why) -> (String, bool, Why) {
        (address.to_owned(), cleared, why)
    }

    #[test]
    fn a_prefix_takes_what_only_begins_like_it() {
        assert_eq!(
            tried("/blog*"),
            [
                is("/blog", true, Why::Itself),
                is("/blog/post.html", true, Why::Below),
                is("/blogroll", true, Why::BeginsAlike),
                is("/Blog", false, Why::OtherCase),
            ]
        );
    }

    #[test]
    fn what_lies_below_a_directory_is_not_the_directory_without_its_slash() {
        assert_eq!(
            tried("/dir/*"),
            [
                is("/dir/page.html", true, Why::Below),
                is("/dir/page.html?id=7", true, Why::Query),
                is("/dir/more/page.html", true, Why::Below),
                is("/dir/", true, Why::Directory),
                is("/dir", false, Why::WithoutSlash),
                is("/Dir/page.html", false, Why::OtherCase),
                is("/dir-old/page.html", false, Why::Beside),
            ]
        );
    }

    #[test]
    fn a_file_is_itself_alone() {
        assert_eq!(
            tried("index.html"),
            [
                is("/index.html", true, Why::Itself),
                is("/index.html?id=7", false, Why::Query),
                is("/other.html", false, Why::Beside),
                is("/", false, Why::Directory),
                is("/Index.html", false, Why::OtherCase),
            ]
        );
        assert_eq!(tried("/")[0], is("/", true, Why::Itself));
        assert!(tried("/")[1..].iter().all(|(_, cleared, _)| !cleared));
        assert!(tried("/images").contains(&is("/images/", false, Why::WithSlash)));
        assert!(tried("/images/").contains(&is("/images", false, Why::WithoutSlash)));
    }

    #[test]
    fn everything_is_everything() {
        let tried = tried("/*");
        assert!(tried.len() > 2 && tried.iter().all(|(_, cleared, _)| *cleared), "{tried:?}");
    }

    #[test]
    fn a_tag_clears_what_carries_it_in_any_case() {
        assert_eq!(
            tried("#tv"),
            [
                is("#tv", true, Why::Itself),
                is("#Tv", true, Why::OtherCase),
                is("#tv-old", false, Why::BeginsAlike),
                is(TAGGED, true, Why::Tagged),
            ]
        );
    }

    #[test]
    fn what_cannot_be_sent_has_its_findings_and_no_examples() {
        let trial = try_line("/a*b\n/c");
        assert_eq!(trial.item, None);
        assert_eq!(trial.findings[0].rule, Rule::WildcardInside);
        assert_eq!(trial.examples, []);
        assert_eq!(try_line(""), Trial::default());
    }

    #[test]
    fn an_escape_is_no_letter() {
        assert_eq!(in_other_case("/caf%C3%A9s/%c3x/"), Some("/caf%C3%A9s/%c3X/".to_owned()));
        assert_eq!(in_other_case("/%c3/1"), None);
    }

    /// What "clears" means, written out the slow way (DG "What you need to know when invalidating files" and "…tags").
    fn says_the_guide(item: &str, address: &str) -> bool {
        match item.strip_suffix('*') {
            _ if item.starts_with('#') => item.eq_ignore_ascii_case(address),
            Some(stem) => address.starts_with(stem),
            None => item == address,
        }
    }

    fn line() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "/",
            "a",
            "B",
            "dir",
            "blog",
            ".html",
            "*",
            "?",
            "x=1",
            "#",
            "é",
            "%41",
            "%C3%A9",
            "-",
            " ",
            "~",
            "..",
            "\u{200b}",
            "https://",
            "www.example.com",
            "&",
        ]);
        prop_oneof![prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat()), "\\PC{0,40}"]
    }

    proptest! {
        #[test]
        fn examples_are_few_and_distinct_have_the_item_and_say_what_the_guide_says(line in line()) {
            let Trial { item, examples, .. } = try_line(&line);
            prop_assert!(examples.len() <= MOST_EXAMPLES);
            prop_assert_eq!(item.is_none(), examples.is_empty());
            for Example { address, cleared, why } in &examples {
                let item = item.as_ref().expect("examples are an item's").as_str();
                let meant = if *why == Why::Tagged { item } else { address };
                prop_assert_eq!(*cleared, says_the_guide(item, meant), "{} and {}", item, address);
                prop_assert_eq!(examples.iter().filter(|other| other.address == *address).count(), 1);
            }
            if let Some(item) = item {
                let stem = if item.is_wildcard() { item.as_str().trim_end_matches('*') } else { item.as_str() };
                prop_assert!(examples.iter().any(|one| one.address == stem && one.cleared), "{} is not shown", item);
            }
        }
    }
}
