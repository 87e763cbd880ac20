//! Cache tags (DG "What you need to know when invalidating tags").

use std::borrow::Cow;

use super::{Fix, invisible};

/// The longest tag in characters, without its `#`.
pub const LONGEST_TAG: usize = 256;

/// Whether a line or an item is a tag: it begins with `#`.
pub(super) fn is_tag(text: &str) -> bool {
    text.starts_with('#')
}

/// Whether a tag, with its `#`, can be one: 1 to [`LONGEST_TAG`] visible ASCII characters (33 to 126), without the comma
/// that parts tags in the header, and without `*`, which tags do not know.
pub(super) fn is_well_formed(tag: &str) -> bool {
    let Some(value) = tag.strip_prefix('#') else { return false };
    (1..=LONGEST_TAG).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_graphic() && !b",*".contains(&byte))
}

/// What an item has in common with those that are the same: all of a path, and a tag without regard to case.
pub(super) fn same_item(item: &str) -> Cow<'_, str> {
    if is_tag(item) && item.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(item.to_ascii_lowercase())
    } else {
        Cow::Borrowed(item)
    }
}

/// Whether two items are the same in that sense.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other || is_tag(one) && one.eq_ignore_ascii_case(other)
}

/// What mends a malformed tag, where it is plain what was meant: characters that cannot be seen go, and what commas
/// part, as the header has it, are tags of their own.
pub(super) fn fix(tag: &str) -> Option<Fix> {
    let seen: String = tag.chars().filter(|&c| !invisible::is_invisible(c)).collect();
    let tags: Vec<String> = seen
        .split(',')
        .map(|part| part.trim().trim_start_matches('#'))
        .filter(|part| !part.is_empty())
        .map(|part| format!("#{part}"))
        .collect();
    let mended = !tags.is_empty() && tags.iter().all(|tag| is_well_formed(tag));
    mended.then_some(Fix { replacement: tags })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_visible_ascii_without_comma_and_star() {
        assert!(is_well_formed("#product:tv"));
        assert!(is_well_formed("#!~#\"%"));
        for malformed in ["#", "#bad tag", "#a,b", "#a*", "#café", "#a\u{7f}", "#a\u{200b}", "product"] {
            assert!(!is_well_formed(malformed), "{malformed:?}");
        }
    }

    #[test]
    fn a_tag_has_at_most_256_characters() {
        assert!(is_well_formed(&format!("#{}", "x".repeat(256))));
        assert!(!is_well_formed(&format!("#{}", "x".repeat(257))));
    }

    #[test]
    fn tags_are_the_same_in_any_case_and_paths_are_not() {
        assert!(is_same("#TV", "#tv"));
        assert!(!is_same("/TV", "/tv"));
        assert!(is_same("/tv", "/tv"));
        assert_eq!(same_item("#TV"), same_item("#tv"));
        assert_ne!(same_item("/TV"), same_item("/tv"));
    }

    #[test]
    fn what_was_plainly_meant_is_offered() {
        assert_eq!(fix("#a, b,#c"), Some(Fix::lines(["#a", "#b", "#c"])));
        assert_eq!(fix("#product\u{200b}:tv"), Some(Fix::lines(["#product:tv"])));
        for unclear in ["#bad tag", "#", "#,", "#tag*", "#café"] {
            assert_eq!(fix(unclear), None, "{unclear}");
        }
    }
}
