//! Which paths and tags CloudFront takes.

use crate::invalidation::Batch;
use crate::refusal::Refusal;

/// The longest path (DG "What you need to know when invalidating files").
const LONGEST_PATH: usize = 4_000;

/// The longest cache tag, without its `#` (DG "Invalidating content by cache tags").
const LONGEST_TAG: usize = 256;

/// Printable characters that RFC 1738 calls unsafe, and that a path must therefore carry encoded. `%` is one too, and
/// is judged by what follows it. `~` is refused raw and does nothing encoded (aws/aws-sdk-js#4234).
const UNSAFE: &[u8] = b" <>\"#{}|\\^~[]`";

/// Refuses a batch that has no reference, no item, or an item that is neither a path nor a tag.
pub(crate) fn check(batch: &Batch) -> Result<(), Refusal> {
    if batch.reference.is_empty() {
        return Err(Refusal::invalid_argument("The parameter CallerReference is required."));
    }
    if batch.items.is_empty() {
        return Err(Refusal::invalid_argument("Your request does not contain any invalidation paths."));
    }
    if batch.items.iter().all(|item| is_valid(item)) { Ok(()) } else { Err(Refusal::invalid_paths()) }
}

/// Whether it is a wildcard path: a path that ends in `*`.
pub(crate) fn is_wildcard(item: &str) -> bool {
    !item.starts_with('#') && item.ends_with('*')
}

fn is_valid(item: &str) -> bool {
    match item.strip_prefix('#') {
        Some(tag) => is_valid_tag(tag),
        None => is_valid_path(item),
    }
}

/// ASCII 33 to 126 without the comma, which parts tags in the header, and without `*`.
fn is_valid_tag(tag: &str) -> bool {
    (1..=LONGEST_TAG).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_graphic() && !b",*".contains(&byte))
}

fn is_valid_path(path: &str) -> bool {
    let bytes = path.as_bytes();
    let fixed = bytes.strip_suffix(b"*").unwrap_or(bytes);
    bytes.len() <= LONGEST_PATH
        && path.starts_with('/')
        && !fixed.contains(&b'*')
        && fixed.iter().enumerate().all(|(at, byte)| match byte {
            b'%' => fixed.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)),
            byte => byte.is_ascii_graphic() || *byte == b' ',
        })
        && !fixed.iter().any(|byte| UNSAFE.contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_guide_allows_is_taken() {
        for item in [
            "/",
            "/index.html",
            "/images/*",
            "/images*",
            "/*",
            "/image.jpg?size=large&v=2",
            "/image.jpg?v=*",
            "/caf%C3%A9",
            "/%7Euser",
            "/a/../b",
            "/a+b,c;d=e:@!$&'()",
            "#product:tv",
            "#A~b#c%",
        ] {
            assert!(is_valid(item), "{item}");
        }
    }

    #[test]
    fn what_the_guide_forbids_is_refused() {
        for item in [
            "",
            "index.html",
            " /a",
            "/a ",
            "/*.jpg",
            "/a/**",
            "/a*b",
            "/~user",
            "/café",
            "/a b",
            "/a#top",
            "/a\tb",
            "/a\u{7f}",
            "/100%",
            "/%4",
            "/%zz",
            "/a%*",
            "/[id]",
            "/a\\b",
            "#",
            "#bad tag",
            "#a,b",
            "#a*",
            "#grün",
        ] {
            assert!(!is_valid(item), "{item:?}");
        }
    }

    #[test]
    fn lengths_are_bounded_at_the_documented_numbers() {
        assert!(is_valid(&format!("/{}", "a".repeat(3_999))));
        assert!(!is_valid(&format!("/{}", "a".repeat(4_000))));
        assert!(is_valid(&format!("#{}", "a".repeat(256))));
        assert!(!is_valid(&format!("#{}", "a".repeat(257))));
    }
}
