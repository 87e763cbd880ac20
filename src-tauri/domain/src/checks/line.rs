//! One line: cut out of the text, and read as what would be sent.

use std::borrow::Cow;

use super::encoding::{self, Traits};
use super::url::{self, Form, Hosts, Standing};
use super::{Finding, Fix, Known, Rule, Severity, refuse, tag};

/// The lines of a text with their numbers, from 1. A line feed, a carriage return, or both in that order of a Windows
/// file, end a line, as a text area has it.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let bytes = text.as_bytes();
    let mut ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
    let mut begin = 0;
    let next = move || {
        if begin >= text.len() {
            return None;
        }
        let end = ends.next().unwrap_or(text.len());
        let line = &text[begin..end];
        begin = end + 1;
        if bytes[end..].starts_with(b"\r\n") {
            ends.next();
            begin += 1;
        }
        Some(line)
    };
    std::iter::from_fn(next).zip(1..).map(|(line, number)| (number, line))
}

/// How many lines of a text there may be that hold anything, at a guess: what to make room for.
pub(super) fn count_at_most(text: &str) -> usize {
    /// Fewer characters make no path worth making room for; this keeps a text of nothing but line ends small.
    const SHORTEST: usize = 4;
    (memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1).min(text.len() / SHORTEST)
}

/// What a line turned out to be.
pub(super) enum Reading<'t> {
    /// Nothing stands on it.
    Empty,
    /// It cannot be sent; every reason.
    Refused(Vec<Finding>),
    /// It can be sent.
    Ready(Ready<'t>),
}

/// A line that can be sent.
pub(super) struct Ready<'t> {
    /// What would be sent.
    pub item: Cow<'t, str>,
    /// The line without spaces around, and without its fragment.
    pub body: &'t str,
    /// The path and query as they were written, without a slash that was added; the tag.
    pub path: &'t str,
    /// What occurs in `path`.
    pub traits: Traits,
    /// By which rules it was set right, each with the part of the line that is meant.
    pub adjusted: Vec<(Rule, &'t str)>,
    /// What is doubtful about it because the target is not known well enough.
    pub unknown: Option<Box<Finding>>,
}

/// Reads one line.
pub(super) fn read<'t>(number: u32, raw: &'t str, hosts: &mut Hosts<'t>, known: &Known) -> Reading<'t> {
    // Most of what is pasted is as it should be.
    if encoding::is_plain_path(raw) {
        let traits = Traits::default();
        let item = Cow::Borrowed(raw);
        return Reading::Ready(Ready { item, body: raw, path: raw, traits, adjusted: Vec::new(), unknown: None });
    }
    let trimmed = trim(raw);
    if trimmed.is_empty() {
        return Reading::Empty;
    }
    let mut adjusted = Vec::new();
    if trimmed.len() < raw.len() {
        adjusted.push((Rule::Trimmed, raw));
    }
    if tag::is_tag(trimmed) {
        read_tag(number, trimmed, adjusted, known)
    } else {
        read_path(number, trimmed, adjusted, hosts)
    }
}

fn read_tag<'t>(number: u32, tag: &'t str, adjusted: Vec<(Rule, &'t str)>, known: &Known) -> Reading<'t> {
    let mut errors = Vec::new();
    if !tag::is_well_formed(tag) {
        errors.push(Finding::new(Rule::MalformedTag, number, tag).with_fix(tag::fix(tag)));
    }
    let not_enabled = || Finding::new(Rule::TagsNotEnabled, number, tag);
    let unknown = match known.cache_tags {
        Some(true) => None,
        None => Some(Box::new(not_enabled().with_severity(Severity::Warning))),
        Some(false) => {
            errors.push(not_enabled());
            None
        }
    };
    if errors.is_empty() {
        let item = Cow::Borrowed(tag);
        Reading::Ready(Ready { item, body: tag, path: tag, traits: Traits::default(), adjusted, unknown })
    } else {
        Reading::Refused(errors)
    }
}

fn read_path<'t>(
    number: u32,
    trimmed: &'t str,
    mut adjusted: Vec<(Rule, &'t str)>,
    hosts: &mut Hosts<'t>,
) -> Reading<'t> {
    let body = match trimmed.find('#') {
        Some(at) => trim(&trimmed[..at]),
        None => trimmed,
    };
    let mut errors = Vec::new();
    let mut unknown = None;
    let (mut path, mut reduced) = match url::form(body) {
        Form::Path(path) => (path, false),
        Form::OtherScheme { scheme, path } => {
            let fix = path.map(Fix::line);
            return Reading::Refused(vec![Finding::new(Rule::OtherScheme, number, scheme).with_fix(fix)]);
        }
        Form::Url { host, rest } => {
            let foreign = || {
                let subject = if host.is_empty() { body } else { host };
                Finding::new(Rule::ForeignHost, number, subject).with_fix(Fix::line(with_slash(rest)))
            };
            match hosts.standing(host) {
                Standing::Served => {}
                Standing::Foreign => errors.push(foreign()),
                Standing::Unknown => unknown = Some(Box::new(foreign().with_severity(Severity::Warning))),
            }
            (rest, true)
        }
    };
    while let Some((host, rest)) = url::without_scheme(path)
        && hosts.standing(host) == Standing::Served
    {
        (path, reduced) = (rest, true);
    }

    if reduced {
        adjusted.push((Rule::UrlReduced, trimmed));
    } else {
        if body.len() < trimmed.len() {
            adjusted.push((Rule::FragmentDropped, &trimmed[body.len()..]));
        }
        if !path.starts_with('/') {
            adjusted.push((Rule::SlashAdded, path));
        }
    }
    let traits = Traits::of(path);
    let (item, encoded) = encoding::encode(path, traits);
    if encoded {
        adjusted.push((Rule::Encoded, path));
    }

    refuse::path(number, &item, body, path, traits, &mut errors);
    if errors.is_empty() {
        Reading::Ready(Ready { item, body, path, traits, adjusted, unknown })
    } else {
        Reading::Refused(errors)
    }
}

/// Without white space (Unicode's, so also the no-break space of a word processor) and byte order marks around it.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// As a path that begins with a slash.
pub(super) fn with_slash(path: &str) -> String {
    if path.starts_with('/') { path.to_owned() } else { format!("/{path}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(u32, &str)> {
        lines(text).collect()
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        assert_eq!(split("a\nb\r\nc\rd"), [(1, "a"), (2, "b"), (3, "c"), (4, "d")]);
        assert_eq!(split("a\r\r\nb"), [(1, "a"), (2, ""), (3, "b")]);
        assert_eq!(split("a\n\rb"), [(1, "a"), (2, ""), (3, "b")]);
    }

    #[test]
    fn a_line_end_at_the_end_begins_no_line() {
        for text in ["a\n", "a\r\n", "a\r", "a"] {
            assert_eq!(split(text), [(1, "a")], "{text:?}");
        }
        assert_eq!(split(""), []);
        assert_eq!(split("\n"), [(1, "")]);
        assert_eq!(split("a\n\n"), [(1, "a"), (2, "")]);
        assert_eq!(split("a\n\r"), [(1, "a"), (2, "")]);
    }

    #[test]
    fn a_plain_path_is_read_as_any_other() {
        let known = Known::default();
        for line in ["/", "/a", "/a.b/c-d_e", "/x?y=1&z=(2)", "/an/index.html/of/a/longer/path/than/sixteen"] {
            assert!(encoding::is_plain_path(line), "{line}");
            let read = read_path(1, line, Vec::new(), &mut Hosts::new(None));
            let Reading::Ready(ready) = read else { panic!("{line} is refused") };
            let nothing = !ready.traits.any(Traits::ALL) && ready.adjusted.is_empty() && ready.unknown.is_none();
            assert!(nothing && ready.item == line && ready.body == line && ready.path == line, "{line}");
            assert!(matches!(super::read(1, line, &mut Hosts::new(None), &known), Reading::Ready(_)));
        }
    }

    #[test]
    fn what_word_processors_leave_around_a_line_is_trimmed() {
        assert_eq!(trim("\u{feff}\u{a0} /x\t\u{3000}"), "/x");
    }
}
