//! What an administrator lets be cleared at all.
//!
//! Allowed is what is certain: an item that may mean something else to a cache than its text says (a tag, a path with
//! dot segments) is refused as soon as prefixes are fixed.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use thiserror::Error;

use crate::checks::encoded;
use crate::{DistributionId, Item, Target};

/// How many of the allowed ones a refusal names.
const NAMED: usize = 5;

/// What an administrator lets be cleared. By default that is everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The ids of the distributions that may be cleared, a tenant's by its own id or its distribution's; `None` for all.
    pub distributions: Option<Vec<String>>,
    /// What a path or wildcard must begin with, as people write it; `None` for anything.
    pub prefixes: Option<Vec<String>>,
    /// Whether `/*` may be sent.
    pub everything: bool,
}

impl Default for Allow {
    fn default() -> Self {
        Self { distributions: None, prefixes: None, everything: true }
    }
}

/// What is not allowed, and what is, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The target is not among the distributions.
    #[error("{target} may not be cleared; {}.", only(allowed, "these distributions may"))]
    Target {
        /// Its id.
        target: String,
        /// Those that may be.
        allowed: Vec<String>,
    },
    /// A tenant whose distribution is not known is not among them by its own id.
    #[error(
        "Which distribution the tenant {target} belongs to is not known, and it may not be cleared by its own id; {}.",
        only(allowed, "these distributions and tenants may")
    )]
    Tenant {
        /// Its id.
        target: String,
        /// Those that may be cleared.
        allowed: Vec<String>,
    },
    /// It clears everything.
    #[error("/* may not be sent; a wildcard that begins with part of a path may, such as /images/*.")]
    Everything,
    /// A path or wildcard begins with none of the prefixes.
    #[error("{item} may not be cleared; {}.", only(allowed, "what begins with one of these may"))]
    Prefix {
        /// The item as it would be sent.
        item: String,
        /// The prefixes as the administrator wrote them.
        allowed: Vec<String>,
    },
    /// A tag may clear anything.
    #[error(
        "The tag {item} may not be cleared, since it may be on any page; {}.",
        only(allowed, "paths that begin with one of these may")
    )]
    Tag {
        /// The item as it would be sent.
        item: String,
        /// The prefixes as the administrator wrote them.
        allowed: Vec<String>,
    },
    /// A path with dot segments may lead elsewhere.
    #[error(
        "{item} may not be cleared, since its dots may lead elsewhere; {}.",
        only(allowed, "paths without them that begin with one of these may")
    )]
    Dots {
        /// The item as it would be sent.
        item: String,
        /// The prefixes as the administrator wrote them.
        allowed: Vec<String>,
    },
}

fn only(allowed: &[String], these_may: &str) -> String {
    if allowed.is_empty() {
        return "nothing may".to_owned();
    }
    let named = allowed[..allowed.len().min(NAMED)].join(", ");
    match allowed.len().saturating_sub(NAMED) {
        0 => format!("{these_may}: {named}"),
        more => format!("{these_may}: {named} and {more} more"),
    }
}

impl Allow {
    /// Why these rules cannot be meant, as a sentence; `None` where they can.
    pub fn problem(&self) -> Option<String> {
        if let Some(empty) = self.distributions.iter().flatten().find(|id| id.trim().is_empty() || id.contains('*')) {
            return Some(format!(
                "“{empty}” is no distribution's id: give each by its whole id, such as E1A2B3C4D5E6F7."
            ));
        }
        // A blank at its end is hardly meant, and to drop it would let more be cleared than is written.
        let cannot_be = |prefix: &&String| {
            !prefix.starts_with('/') || prefix.contains('*') || prefix.trim_end() != *prefix || has_dots(prefix)
        };
        let prefix = self.prefixes.iter().flatten().find(cannot_be)?;
        Some(format!(
            "The prefix “{prefix}” has to begin with a slash and have no star, dot segment or blank at its end, such as /blog/."
        ))
    }

    /// Why these items may not be sent to a target; `None` where they may. `parent` is the distribution that a tenant
    /// belongs to, where that is known.
    pub fn refuses(&self, target: &Target, parent: Option<&DistributionId>, items: &[Item]) -> Option<Refusal> {
        if let Some(refusal) = self.refuses_target(target, parent) {
            return Some(refusal);
        }
        let prefixes = self
            .prefixes
            .as_ref()
            .map(|written| Prefixes { written, encoded: written.iter().map(|prefix| encoded(prefix)).collect() });
        items.iter().find_map(|item| {
            if !self.everything && clears_everything(item) {
                return Some(Refusal::Everything);
            }
            prefixes.as_ref().and_then(|prefixes| prefixes.refuses(item))
        })
    }

    fn refuses_target(&self, target: &Target, parent: Option<&DistributionId>) -> Option<Refusal> {
        let allowed = self.distributions.as_ref()?;
        let is_allowed = |id: &str| allowed.iter().any(|allowed| allowed.trim() == id);
        if is_allowed(target.id()) {
            return None;
        }
        let (allowed, id) = (allowed.clone(), target.id().to_owned());
        match (target, parent) {
            (Target::Tenant(_), Some(parent)) if is_allowed(parent.as_str()) => None,
            (Target::Tenant(_), None) => Some(Refusal::Tenant { target: id, allowed }),
            (Target::Tenant(_) | Target::Distribution(_), _) => Some(Refusal::Target { target: id, allowed }),
        }
    }
}

struct Prefixes<'a> {
    written: &'a [String],
    /// As they would be sent.
    encoded: Vec<String>,
}

impl Prefixes<'_> {
    fn refuses(&self, item: &Item) -> Option<Refusal> {
        let allowed = || self.written.to_vec();
        let text = item.as_str();
        if item.is_tag() {
            return Some(Refusal::Tag { item: text.to_owned(), allowed: allowed() });
        }
        if !self.encoded.iter().any(|prefix| text.starts_with(prefix.as_str())) {
            return Some(Refusal::Prefix { item: text.to_owned(), allowed: allowed() });
        }
        has_dots(text).then(|| Refusal::Dots { item: text.to_owned(), allowed: allowed() })
    }
}

/// Whether an item clears everything, to whoever resolves its dots and escapes too.
fn clears_everything(item: &Item) -> bool {
    let text = unescaped(item.as_str());
    match text.strip_suffix('*') {
        // Of a wildcard, what its dots lead to is not worked out: no page needs them.
        Some(stem) => !item.is_tag() && (stem.trim_matches('/').is_empty() && stem.len() <= 1 || has_dots(stem)),
        None => false,
    }
}

/// Whether a segment of an item is `.` or `..`, however often it is escaped, and whether or not a star follows.
fn has_dots(item: &str) -> bool {
    // What `?` begins is no path, but an escaped one may be taken for either, so it parts segments as well.
    let path = item.split_once('?').map_or(item, |(path, _)| path);
    let path = unescaped(path);
    path.split(['/', '\\', '?', '#', ';']).any(|segment| matches!(segment.trim_end_matches('*'), "." | ".."))
}

/// A text without its escapes, and without those that come of taking them away.
fn unescaped(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    while text.contains('%') {
        let once = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if once == *text {
            break;
        }
        text = Cow::Owned(once);
    }
    text
}

#[cfg(test)]
mod tests;
