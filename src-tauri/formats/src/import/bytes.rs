//! Bytes as text: bounded, unpacked, and UTF-8.

use std::borrow::Cow;
use std::io::Read;

use flate2::bufread::MultiGzDecoder;

use super::places::Places;
use super::{MOST_BYTES, Problem, ProblemKind};

/// How a gzip file begins (RFC 1952, 2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The text of a file, without the mark that some editors put before UTF-8.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem::new(ProblemKind::TooLarge, ""));
    }
    let bytes = if bytes.starts_with(&GZIP) { Cow::Owned(unpack(bytes)?) } else { Cow::Borrowed(bytes) };
    if is_utf16(&bytes) {
        return Err(Problem::new(ProblemKind::Utf16, ""));
    }
    let text = match bytes {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| not_utf8(bytes, &error)),
        Cow::Owned(bytes) => {
            String::from_utf8(bytes).map(Cow::Owned).map_err(|error| not_utf8(error.as_bytes(), &error.utf8_error()))
        }
    }?;
    if let Some(at) = text.find('\0') {
        return Err(Problem::new(ProblemKind::HasNul, "").at(Some(Places::new(&text).of(at))));
    }
    Ok(match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Cow::Owned(mut text) => {
            if text.starts_with('\u{feff}') {
                text.remove(0);
            }
            Cow::Owned(text)
        }
    })
}

/// What is packed, and never more of it than is taken: a small file can unpack to any size.
fn unpack(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes).take(MOST_BYTES as u64 + 1).read_to_end(&mut unpacked);
    if unpacked.len() > MOST_BYTES {
        return Err(Problem::new(ProblemKind::TooLarge, ""));
    }
    match read {
        Ok(_) => Ok(unpacked),
        Err(error) => Err(Problem::new(ProblemKind::BadGzip, &error.to_string())),
    }
}

/// UTF-16 begins with its mark or, as no file here begins with a character beyond ASCII, with one byte 0 of two.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) || matches!(bytes, [a, b, ..] if (*a == 0) != (*b == 0))
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error) -> Problem {
    let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
    Problem::new(ProblemKind::NotUtf8, "").at(Some(Places::new(good).of(good.len())))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).expect("to memory");
        encoder.finish().expect("to memory")
    }

    fn kind(bytes: &[u8]) -> Result<String, ProblemKind> {
        text(bytes).map(Cow::into_owned).map_err(|problem| problem.kind)
    }

    #[test]
    fn text_comes_out_without_its_mark_packed_or_not() {
        assert_eq!(kind("\u{feff}/ä\n".as_bytes()), Ok("/ä\n".to_owned()));
        assert_eq!(kind(&packed("\u{feff}/ä\n".as_bytes())), Ok("/ä\n".to_owned()));
        // Files that were joined are packed members one after the other (RFC 1952, 2.2).
        assert_eq!(kind(&[packed(b"/a\n"), packed(b"/b\n")].concat()), Ok("/a\n/b\n".to_owned()));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        assert_eq!(kind(&[0xff, 0xfe, b'/', 0]), Err(ProblemKind::Utf16));
        assert_eq!(kind(&[0, b'/', 0, b'a']), Err(ProblemKind::Utf16));
        assert_eq!(
            text(b"/a\n/\xc3\xbcx\xff"),
            Err(Problem::new(ProblemKind::NotUtf8, "").at(Some((2, 4)))),
            "a column is a character"
        );
        assert_eq!(text(b"/a\n/b\0"), Err(Problem::new(ProblemKind::HasNul, "").at(Some((2, 3)))));
        assert_eq!(kind(&packed(b"/a")[..15]), Err(ProblemKind::BadGzip));
        assert_eq!(kind(&GZIP), Err(ProblemKind::BadGzip));
        assert_eq!(kind(&vec![b'/'; MOST_BYTES + 1]), Err(ProblemKind::TooLarge));
    }

    #[test]
    fn a_gzip_bomb_ends_at_the_bound() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        let zeros = vec![0; 1 << 20];
        for _ in 0..200 {
            encoder.write_all(&zeros).expect("to memory");
        }
        let bomb = encoder.finish().expect("to memory");
        assert!(bomb.len() < 2 << 20);
        assert_eq!(kind(&bomb), Err(ProblemKind::TooLarge));
    }
}
