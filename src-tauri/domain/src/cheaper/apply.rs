//! The editor's text with a suggestion applied.

use super::{Kind, can_be_offered};
use crate::Item;
use crate::checks::{Cover, Known, Report, Rule, check, lines};

/// The editor's text with a suggestion applied: the lines whose item it replaces are left out, the first of them
/// becomes the new item, and all others stay byte for byte. [`Kind::Covered`] puts nothing in place.
///
/// The suggestion need not be of this very text: what it does not fit, and [`Kind::Tags`], leave the text as it is.
/// Repeats of a line that goes, which the checks leave out, go with it, or they would be sent in its place.
pub fn apply(text: &str, known: &Known, kind: Kind, item: Option<&Item>) -> String {
    let report = check(text, known);
    let gone = match (kind, item) {
        (Kind::Covered, _) => lines_of(&report, |_, is_covered| is_covered),
        (Kind::Twins | Kind::Queries | Kind::Directory, Some(item)) if item.is_wildcard() => {
            let stem = &item.as_str()[..item.as_str().len() - 1];
            if !can_be_offered(stem) {
                return text.to_owned();
            }
            lines_of(&report, |item, is_covered| !is_covered && item.as_str().starts_with(stem))
        }
        _ => return text.to_owned(),
    };
    let new = item.filter(|_| kind != Kind::Covered).map(Item::as_str);
    without(text, &with_repeats(gone, &report), new)
}

/// The lines of the items that are meant, by whether a wildcard of the batch covers them.
fn lines_of(report: &Report, is_meant: impl Fn(&Item, bool) -> bool) -> Vec<u32> {
    let wildcards = report.items.iter().filter(|item| item.is_wildcard());
    let cover = Cover::new(wildcards.map(|item| (item.as_str(), 0)));
    let items = report.items.iter().zip(&report.lines);
    let meant = items.filter(|(item, _)| is_meant(item, cover.line_covering(item.as_str()).is_some()));
    meant.map(|(_, &line)| line).collect()
}

/// Sorted lines, together with those that repeat one of them.
fn with_repeats(mut lines: Vec<u32>, report: &Report) -> Vec<u32> {
    let duplicates = report.findings.iter().filter(|finding| finding.rule == Rule::DuplicateDropped);
    let repeats =
        duplicates.filter(|finding| finding.other_line.is_some_and(|line| lines.binary_search(&line).is_ok()));
    let repeats: Vec<u32> = repeats.map(|finding| finding.line).collect();
    lines.extend(repeats);
    lines.sort_unstable();
    lines
}

/// A text without some of its lines, given sorted; in place of the first of them stands a new one, with the line end of
/// the old.
fn without(text: &str, gone: &[u32], new: Option<&str>) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut gone = gone.iter().peekable();
    let mut new = new;
    let mut at = 0;
    for (number, line) in lines(text) {
        let begin = at;
        let line_end = begin + line.len();
        let rest = &text[line_end..];
        at = line_end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        if gone.next_if(|&&line| line == number).is_none() {
            kept.push_str(&text[begin..at]);
        } else if let Some(new) = new.take() {
            kept.push_str(new);
            kept.push_str(&text[line_end..at]);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(text: &str, kind: Kind, item: Option<&str>) -> String {
        apply(text, &Known { cache_tags: Some(true), ..Known::default() }, kind, item.map(Item::as_sent).as_ref())
    }

    #[test]
    fn the_first_line_becomes_the_new_item_and_the_others_stay_byte_for_byte() {
        let text = "\u{feff}keep me\r\n  /x/a  \r/x/b#top\n\n/~bad\r\nx/c\r\n/x/*/no\n/xy";
        let expected = "\u{feff}keep me\r\n/x/*\r\n/~bad\r\n/x/*/no\n/xy";
        assert_eq!(applied(text, Kind::Directory, Some("/x/*")), expected);
    }

    #[test]
    fn repeats_go_with_their_line() {
        assert_eq!(applied("/x/a\n/y\n/x/a\n/x/b\n/x/c\nx/b", Kind::Directory, Some("/x/*")), "/x/*\n/y\n");
        assert_eq!(applied("/x/a\n/x/*\n/x/a\n#t", Kind::Covered, None), "/x/*\n#t");
    }

    #[test]
    fn everything_covers_tags_too() {
        assert_eq!(applied("#t\n/a*\n/*\n/b", Kind::Covered, None), "/*\n");
    }

    #[test]
    fn what_a_wildcard_covers_already_is_not_named_and_stays() {
        assert_eq!(applied("/x/y/*\n/x/y/1\n/x/2", Kind::Directory, Some("/x/*")), "/x/*\n/x/y/1\n");
    }

    #[test]
    fn what_does_not_fit_leaves_the_text_as_it_is() {
        let text = "/x/a\r\n/x/b\r#t\n/y";
        for (kind, item) in [
            (Kind::Covered, None),
            (Kind::Tags, None),
            (Kind::Tags, Some("/x/*")),
            (Kind::Directory, None),
            (Kind::Directory, Some("/x/")),
            (Kind::Directory, Some("/*")),
            (Kind::Directory, Some("*")),
            (Kind::Twins, Some("#t*")),
            (Kind::Queries, Some("/z?*")),
        ] {
            assert_eq!(applied(text, kind, item), text, "{kind:?} {item:?}");
        }
    }
}
