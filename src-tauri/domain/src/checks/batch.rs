//! What the items of a batch mean to each other, to the target and to its quotas.

use super::cover::Cover;
use super::encoding::{self, LONGEST_PATH, Traits};
use super::sendable::{Sendable, Sendables};
use super::{Finding, Fix, Known, Rule, tag};
use crate::{Behavior, QueryStrings, quota};

/// Adds what is to be said of each line beside the others.
pub(super) fn advise(sendables: &Sendables<'_>, known: &Known, findings: &mut Vec<Finding>) {
    let wildcards = || sendables.iter().filter(|one| is_wildcard(&one.item));
    let cover = Cover::new(wildcards().map(|one| (&*one.item, one.line)));
    let room = quota::WILDCARDS_IN_PROGRESS.saturating_sub(known.wildcards_in_progress);
    let first_too_many = wildcards().nth(room).map(|one| one.line);
    let root_object = default_root_object(known);
    let recent = known.recent_by_sameness();
    let mut twin = String::new();

    for Sendable { line, item, doubtful } in sendables.iter() {
        let (line, item) = (*line, &**item);
        if first_too_many == Some(line) {
            findings.push(Finding::new(Rule::TooManyWildcards, line, item));
        }
        if let Some(other) = cover.line_covering(item) {
            // It should go, so there is nothing more to say of it.
            let covered = Finding::new(Rule::CoveredByWildcard, line, item);
            findings.push(covered.with_other_line(other).with_fix(Fix::drop()));
            continue;
        }
        if !recent.is_empty()
            && let Some(recent) = recent.get(&tag::same_item(item))
        {
            let rule = if recent.in_progress { Rule::StillInProgress } else { Rule::SentRecently };
            findings.push(Finding::new(rule, line, item).with_fix(Fix::drop()));
        }
        if tag::is_tag(item) {
            continue;
        }
        if item == "/*" {
            findings.push(Finding::new(Rule::Everything, line, item));
        } else if let Some(directory) = bleeding_prefix(item) {
            let fix = Fix::lines([directory, &format!("{directory}/*")]);
            findings.push(Finding::new(Rule::PrefixBleed, line, item).with_fix(fix));
        }
        if !doubtful && names_directory(item) {
            twin.clear();
            twin.push_str(item);
            twin.push('/');
            if twin.len() <= LONGEST_PATH && sendables.line_of(&twin).is_none() && !cover.covers(&twin) {
                let fix = Fix::lines([item, &twin]);
                findings.push(Finding::new(Rule::MissingSlashTwin, line, item).with_fix(fix));
            }
        }
        if item == "/"
            && let Some(object) = &root_object
            && sendables.line_of(object).is_none()
            && !cover.covers(object)
        {
            let fix = Fix::lines([item, object]);
            findings.push(Finding::new(Rule::RootWithoutDefaultObject, line, object).with_fix(fix));
        }
        if let Some((path, query)) = ignored_query(item, known.behaviors.as_deref()) {
            findings.push(Finding::new(Rule::QueryStringIgnored, line, query).with_fix(Fix::line(path)));
        }
    }
}

fn is_wildcard(item: &str) -> bool {
    item.ends_with('*') && !tag::is_tag(item)
}

/// The default root object as an item; `None` where it is not known, there is none, or it cannot be sent.
fn default_root_object(known: &Known) -> Option<String> {
    let name = known.default_root_object.as_ref()?.as_ref()?.trim_start_matches('/');
    let traits = Traits::of(name);
    let sendable = !name.is_empty()
        && !name.contains('#')
        && !name.chars().any(char::is_control)
        && !traits.any(Traits::STAR)
        && !traits.any(Traits::TILDE);
    let item = encoding::encode(name, traits).0;
    (sendable && item.len() <= LONGEST_PATH).then(|| item.into_owned())
}

/// `/dir` of a `/dir*` that also takes `/dir-old` and `/directory.html`.
///
/// It is meant as a prefix, and nothing bleeds, where the star follows a slash (`/dir/*`), a name with an extension
/// (`/x.jpg*`: its query strings), a separator that no directory ends in (`/2026-*`, `/file.*`), or stands in a query.
fn bleeding_prefix(item: &str) -> Option<&str> {
    let stem = item.strip_suffix('*')?;
    let name = last_segment(stem);
    let is_prefix = !stem.contains('?') && name.ends_with(|c: char| c.is_ascii_alphanumeric()) && !has_extension(name);
    is_prefix.then_some(stem)
}

/// Whether a path names what may be a directory: neither a slash nor an extension nor a star at its end, and no query.
fn names_directory(item: &str) -> bool {
    let name = last_segment(item);
    !name.is_empty() && !item.ends_with('*') && !has_extension(name) && !item.contains('?')
}

fn last_segment(path: &str) -> &str {
    memchr::memrchr(b'/', path.as_bytes()).map_or(path, |slash| &path[slash + 1..])
}

/// The longest extension that is taken for one: `.webmanifest` has 11 characters.
const LONGEST_EXTENSION: usize = 12;

/// Whether a name ends in a file's extension: letters and digits after a dot, and at least one letter, for `v1.2` is a
/// directory.
fn has_extension(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty()
            && extension.len() <= LONGEST_EXTENSION
            && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && extension.bytes().any(|byte| byte.is_ascii_alphabetic())
    })
}

/// The path and the query of an item whose query is not in the cache key of the behavior that takes it.
fn ignored_query<'t>(item: &'t str, behaviors: Option<&[Behavior]>) -> Option<(&'t str, &'t str)> {
    let behaviors = behaviors?;
    let (path, query) = item.split_at(memchr::memchr(b'?', item.as_bytes())?);
    let behavior = behaviors.iter().find(|behavior| behavior.takes(path))?;
    (behavior.query_strings == QueryStrings::None).then_some((path, query))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_a_directory_bleeds() {
        assert_eq!(bleeding_prefix("/dir*"), Some("/dir"));
        assert_eq!(bleeding_prefix("/a/v1.2*"), Some("/a/v1.2"));
        for meant in ["/*", "/dir/*", "/x.jpg*", "/file-name.*", "/2026-*", "/x?v=*", "/x?*", "/dir"] {
            assert_eq!(bleeding_prefix(meant), None, "{meant}");
        }
    }

    #[test]
    fn an_extension_has_a_letter_and_something_before_it() {
        for file in ["a.html", "a.b.mp4", "x.7z", "site.webmanifest"] {
            assert!(has_extension(file), "{file}");
        }
        for other in ["dir", "v1.2", ".well-known", ".htaccess", "a.", "2026.11"] {
            assert!(!has_extension(other), "{other}");
        }
    }

    #[test]
    fn a_default_root_object_is_named_as_it_would_be_sent() {
        let object = |name: Option<&str>| {
            default_root_object(&Known { default_root_object: Some(name.map(str::to_owned)), ..Known::default() })
        };
        assert_eq!(object(Some("index.html")).as_deref(), Some("/index.html"));
        assert_eq!(object(Some("/start seite.html")).as_deref(), Some("/start%20seite.html"));
        assert_eq!(object(Some("~x")), None);
        assert_eq!(object(Some("")), None);
        assert_eq!(object(None), None);
        assert_eq!(default_root_object(&Known::default()), None);
    }
}
