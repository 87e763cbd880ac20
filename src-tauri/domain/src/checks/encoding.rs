//! URL-encoding: what must be encoded, what must not, and what an escape stands for.
//!
//! "Non-ASCII or unsafe characters" by RFC 1738 must be encoded, and nothing else may be, or CloudFront does not match
//! the object (DG "What you need to know when invalidating files"). RFC 1738, section 2.2, calls unsafe the space and
//! `< > " # % { } | \ ^ ~ [ ]` with the backtick. Of these `#` begins a fragment, a `%` with two hex digits is an
//! escape already, and `~` is refused in any form (aws/aws-sdk-js#4234).

use std::borrow::Cow;

use percent_encoding::percent_encode_byte;

/// The longest path in characters, its slash included, as it is sent (DG "What you need to know when invalidating
/// files").
pub const LONGEST_PATH: usize = 4_000;

/// What occurs in a path: a set of bits, gathered in one pass so that most lines need no second one.
#[derive(Clone, Copy, Default)]
pub(super) struct Traits(u8);

impl Traits {
    /// A byte that must be encoded.
    pub(super) const UNSAFE: Self = Self(1);
    /// A byte over 127.
    pub(super) const NOT_ASCII: Self = Self(1 << 1);
    /// An ASCII control character.
    pub(super) const CONTROL: Self = Self(1 << 2);
    /// A percent sign.
    pub(super) const PERCENT: Self = Self(1 << 3);
    /// A star.
    pub(super) const STAR: Self = Self(1 << 4);
    /// A tilde.
    pub(super) const TILDE: Self = Self(1 << 5);
    /// A backslash.
    pub(super) const BACKSLASH: Self = Self(1 << 6);
    /// A segment that begins with a dot.
    pub(super) const DOT_FIRST: Self = Self(1 << 7);

    /// Any of them.
    #[cfg(test)]
    pub(super) const ALL: Self = Self(u8::MAX);

    /// What occurs in a path.
    pub(super) fn of(path: &str) -> Self {
        let mut bits = 0;
        let mut before = b'/';
        for byte in path.bytes() {
            bits |= TRAITS[usize::from(byte)];
            if byte == b'.' && before == b'/' {
                bits |= Self::DOT_FIRST.0;
            }
            before = byte;
        }
        Self(bits)
    }

    /// Whether any of these occurs.
    pub(super) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

static TRAITS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = match byte as u8 {
            0..=31 | 127 => Traits::CONTROL.0,
            b' ' | b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'^' | b'[' | b']' | b'`' => Traits::UNSAFE.0,
            b'\\' => Traits::UNSAFE.0 | Traits::BACKSLASH.0,
            b'%' => Traits::PERCENT.0,
            b'*' => Traits::STAR.0,
            b'~' => Traits::TILDE.0,
            128..=255 => Traits::UNSAFE.0 | Traits::NOT_ASCII.0,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// Whether a line is a path that goes out as it stands, with nothing to say of it: it begins with one slash, is not too
/// long, has no fragment, and none of the [`Traits`].
///
/// Nearly every line of a long text is. So this looks at sixteen bytes at once, which the compiler does in a few steps.
pub(super) fn is_plain_path(line: &str) -> bool {
    const LANES: usize = 16;
    let bytes = line.as_bytes();
    if bytes.first() != Some(&b'/') || bytes.get(1) == Some(&b'/') || bytes.len() > LONGEST_PATH {
        return false;
    }
    let is_plain = match bytes.last_chunk::<LANES>() {
        // The last sixteen overlap the others, rather than be looked at one by one.
        Some(last) => bytes.as_chunks::<LANES>().0.iter().all(are_plain) && are_plain(last),
        None => bytes.iter().all(|&byte| are_plain(&[byte])),
    };
    is_plain && memchr::memchr_iter(b'.', bytes).all(|dot| bytes[dot - 1] != b'/')
}

/// Whether no byte has one of the [`Traits`] or begins a fragment. Nothing in it branches, so that all bytes are looked
/// at together.
#[inline]
fn are_plain<const N: usize>(bytes: &[u8; N]) -> bool {
    let mut found = false;
    for &byte in bytes {
        // All but `!` to `z`; `"` and `#`; `%`; `*`; `<` and `>`; `[` to `^`; the backtick.
        found |= (byte.wrapping_sub(b'!') > b'z' - b'!')
            | (byte & !1 == b'"')
            | (byte == b'%')
            | (byte == b'*')
            | (byte & !2 == b'<')
            | (byte.wrapping_sub(b'[') <= b'^' - b'[')
            | (byte == b'`');
    }
    !found
}

/// A path with its slash, encoded exactly once, and whether there was anything to encode.
///
/// An escape that is already there stays as it is, so that encoding again changes nothing.
pub(super) fn encode(path: &str, traits: Traits) -> (Cow<'_, str>, bool) {
    let slash = if path.starts_with('/') { "" } else { "/" };
    let bytes = path.as_bytes();
    let lone_percent = |at: usize| bytes[at] == b'%' && escaped_byte(&bytes[at..]).is_none();
    let changes = traits.any(Traits::UNSAFE) || traits.any(Traits::PERCENT) && (0..bytes.len()).any(lone_percent);
    if !changes {
        return (if slash.is_empty() { Cow::Borrowed(path) } else { Cow::Owned(format!("/{path}")) }, false);
    }
    let mut encoded = String::with_capacity(path.len() + 16);
    encoded.push_str(slash);
    for (at, &byte) in bytes.iter().enumerate() {
        if TRAITS[usize::from(byte)] & Traits::UNSAFE.0 != 0 || lone_percent(at) {
            encoded.push_str(percent_encode_byte(byte));
        } else {
            // Every byte over 127 is unsafe, so this one is a whole character.
            encoded.push(char::from(byte));
        }
    }
    (Cow::Owned(encoded), true)
}

/// A path with its slash, encoded as the checks encode it.
pub(crate) fn encoded(path: &str) -> String {
    encode(path, Traits::of(path)).0.into_owned()
}

/// The byte that `%XX` at the beginning stands for; `None` where there are no two hex digits.
fn escaped_byte(text: &[u8]) -> Option<u8> {
    let digit = |at: usize| text.get(at).and_then(|&byte| char::from(byte).to_digit(16));
    u8::try_from(digit(1)? * 16 + digit(2)?).ok()
}

/// Escapes that nothing asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Needless<'t> {
    /// The first of them.
    pub first: &'t str,
    /// The item without them; `None` where one of them stands for a character that would mean something else.
    pub decoded: Option<String>,
}

/// Finds needless escapes in an item.
///
/// In the path every escape of an ASCII character is needless that is neither unsafe nor a control character. Those of
/// `/ ? : @ = & ;` and the star are reported but not decoded: bare, they would part segments, begin a query or make a
/// wildcard. In the query only letters, digits and `- . _ ! ' ( )` count: pages encode the rest as a matter of course
/// (ECMAScript's `encodeURIComponent`), and that is what viewers send.
pub(super) fn needless_escapes(item: &str) -> Option<Needless<'_>> {
    let query = item.find('?').unwrap_or(item.len());
    let mut first = None;
    let mut all_decodable = true;
    let mut decoded = String::new();
    let mut done = 0;
    for (at, _) in item.match_indices('%') {
        let Some(byte) = escaped_byte(&item.as_bytes()[at..]) else { continue };
        let plain = byte.is_ascii_alphanumeric() || b"-._!'()".contains(&byte);
        let decodable = plain || at < query && b"$+,".contains(&byte);
        let needless = decodable || at < query && b"/?:@=&;*".contains(&byte);
        if !needless {
            continue;
        }
        first.get_or_insert(&item[at..at + 3]);
        all_decodable &= decodable;
        decoded.push_str(&item[done..at]);
        decoded.push(char::from(byte));
        done = at + 3;
    }
    decoded.push_str(&item[done..]);
    first.map(|first| Needless { first, decoded: all_decodable.then_some(decoded) })
}

/// The first `%7E` of an item.
pub(super) fn encoded_tilde(item: &str) -> Option<&str> {
    let mut escapes = item.match_indices('%').filter_map(|(at, _)| item.get(at..at + 3));
    escapes.find(|escape| escape.eq_ignore_ascii_case("%7e"))
}

/// The wildcard that ends before the first character of an item that no wildcard can hold: a tilde in either form, or
/// a star.
pub(super) fn wildcard_before(item: &str) -> String {
    let raw = item.find(['~', '*']).unwrap_or(item.len());
    let head = &item[..raw];
    let end = head.to_ascii_lowercase().find("%7e").unwrap_or(raw);
    format!("{}*", &item[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_plain_if_it_has_no_trait_and_begins_no_fragment() {
        for byte in 0..=u8::MAX {
            let plain = TRAITS[usize::from(byte)] == 0 && byte != b'#';
            assert_eq!(are_plain(&[byte]), plain, "{byte}");
            let mut sixteen = [b'a'; 16];
            sixteen[usize::from(byte) % 16] = byte;
            assert_eq!(are_plain(&sixteen), plain, "{byte}");
        }
        assert!(is_plain_path("/a.b/c...d"));
        for path in
            ["", "a", "//a", "/.a", "/a/./bbbbbbbbbbbbbbbbbbb", "/aaaaaaaaaaaaaaaaaaaaaa#", "/#aaaaaaaaaaaaaaaaaa"]
        {
            assert!(!is_plain_path(path), "{path}");
        }
        assert!(is_plain_path(&"/a".repeat(LONGEST_PATH / 2)));
        assert!(!is_plain_path(&format!("{}a", "/a".repeat(LONGEST_PATH / 2))));
    }

    #[test]
    fn what_is_unsafe_is_encoded_and_nothing_else() {
        assert_eq!(encoded("/café"), "/caf%C3%A9");
        assert_eq!(encoded("/ <>\"{}|\\^[]`"), "/%20%3C%3E%22%7B%7D%7C%5C%5E%5B%5D%60");
        let safe = "/AZaz09$-_.+!*'(),;/?:@=&";
        assert_eq!(encoded(safe), safe);
    }

    #[test]
    fn an_escape_stays_and_a_lone_percent_does_not() {
        assert_eq!(encoded("/caf%C3%A9/%2f"), "/caf%C3%A9/%2f");
        assert_eq!(encoded("/100%"), "/100%25");
        assert_eq!(encoded("/%4"), "/%254");
        assert_eq!(encoded("/%zz%%41"), "/%25zz%25%41");
        assert_eq!(encoded("/%é1"), "/%25%C3%A91");
    }

    #[test]
    fn the_slash_comes_first() {
        assert_eq!(encode("x", Traits::of("x")), (Cow::Borrowed("/x"), false));
        assert_eq!(encode("", Traits::of("")), (Cow::Borrowed("/"), false));
        assert_eq!(encode("?a b", Traits::of("?a b")), (Cow::Borrowed("/?a%20b"), true));
    }

    #[test]
    fn needless_escapes_are_decoded_where_that_means_the_same() {
        let of = |item| needless_escapes(item).map(|needless| (needless.first.to_owned(), needless.decoded));
        assert_eq!(of("/%41%2Db%20c"), Some(("%41".into(), Some("/A-b%20c".into()))));
        assert_eq!(of("/a%2Fb"), Some(("%2F".into(), None)));
        assert_eq!(of("/%41%2Ab"), Some(("%41".into(), None)));
        for needed in ["/%20%3C%3E%22%7B%7D%7C%5C%5E%5B%5D%60", "/%C3%A9", "/%23", "/%25", "/%7E", "/%0A", "/%7F"] {
            assert_eq!(of(needed), None, "{needed}");
        }
    }

    #[test]
    fn in_a_query_what_pages_encode_is_no_fault() {
        assert_eq!(needless_escapes("/a?u=https%3A%2F%2Fx%26y%3Dz%2B%24%2C"), None);
        assert_eq!(needless_escapes("/a?u=%41").and_then(|needless| needless.decoded), Some("/a?u=A".to_owned()));
    }

    #[test]
    fn a_wildcard_ends_before_what_it_cannot_hold() {
        assert_eq!(wildcard_before("/x~y"), "/x*");
        assert_eq!(wildcard_before("/a%7Eb~c"), "/a*");
        assert_eq!(wildcard_before("/a%7eb"), "/a*");
        assert_eq!(wildcard_before("/a*b~c"), "/a*");
        assert_eq!(wildcard_before("/~user/"), "/*");
    }
}
