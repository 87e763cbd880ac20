//! The rules, each with what it says of a line and how bad that is.

use serde::{Deserialize, Serialize};

/// What a finding means for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The line cannot be sent.
    Error,
    /// The line can be sent, and may not do what was meant.
    Warning,
    /// The line was set right by itself.
    Adjusted,
}

/// A rule that a line broke, or by which it was set right. Each says what its finding's subject is, and its fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    // Set right by itself, and shown. None has a fix.
    /// White space and byte order marks around the line: dropped. A carriage return ends a line. Subject: the line.
    Trimmed,
    /// An empty line: left out. No subject.
    EmptyLine,
    /// No leading slash: added. Subject: the path as written.
    SlashAdded,
    /// A URL: reduced to its path and query. Subject: the URL.
    ///
    /// `//host/path` is one where the target is known to serve that host; else it is a path that begins with two
    /// slashes, which CloudFront knows too. A host without a scheme (`www.example.com/x`) is a path.
    UrlReduced,
    /// `#…` after a path is a fragment, which no server ever sees: dropped. Subject: what was dropped.
    FragmentDropped,
    /// Bytes that must be URL-encoded: encoded. Subject: the path before.
    Encoded,
    /// The same item stands on an earlier line, the other line: left out. Subject: the item.
    DuplicateDropped,

    // Cannot be sent.
    /// `*` anywhere but at the very end. Subject: from the first star on. Fix: the wildcard that ends there, unless it
    /// would be everything.
    WildcardInside,
    /// More than [`super::LONGEST_PATH`] characters after encoding. Subject: the item.
    TooLong,
    /// A control character. Subject: its code point. Fix: the line without; a tab parts it in two.
    ControlCharacter,
    /// A URL that is neither http nor https. Subject: its scheme with the colon. Fix: its path, where it has one.
    OtherScheme,
    /// A URL whose host the target does not serve; a warning where it is not known what it serves. Subject: the host.
    /// Fix: the path alone.
    ForeignHost,
    /// `~`, which CloudFront refuses. Subject: it. Fix: the wildcard that ends before it.
    Tilde,
    /// A cache tag that is none. Subject: the tag. Fix: the tags that commas part, the tag without invisible
    /// characters.
    MalformedTag,
    /// A cache tag where the distribution has none; a warning where that is not known. Subject: the tag.
    TagsNotEnabled,

    // May not do what was meant.
    /// A wildcard of the same batch, on the other line, covers it. Subject: the item. Fix: without it.
    CoveredByWildcard,
    /// `/dir*` also takes `/dir-old` and `/directory.html`. Subject: the item. Fix: `/dir` and `/dir/*`.
    PrefixBleed,
    /// `/dir` without `/dir/`, which may be cached apart. Subject: the item. Fix: both.
    MissingSlashTwin,
    /// `/` without the default root object. Subject: that object as an item. Fix: both.
    RootWithoutDefaultObject,
    /// An escape that nothing asked for, such as `%41`: CloudFront does not match it. Subject: the first one. Fix: the
    /// item decoded, where that means the same.
    NeedlessEscape,
    /// `%7E` is accepted and does nothing. Subject: it. Fix: the wildcard that ends before it.
    EncodedTilde,
    /// `.` or `..` as a segment: kept as it is, and browsers never ask for it. Subject: the segment. Fix: what they ask
    /// for.
    DotSegments,
    /// A character that cannot be seen. Subject: its code point. Fix: the line without such.
    InvisibleCharacter,
    /// A backslash where a slash may have been meant. Subject: it. Fix: slashes.
    Backslash,
    /// `/*`: everything. Subject: the item.
    Everything,
    /// A query string where the matching behavior's cache key has none. Subject: the query with its `?`. Fix: without
    /// it.
    QueryStringIgnored,
    /// The same item is still in progress. Subject: the item. Fix: without it.
    StillInProgress,
    /// The same item was sent within [`super::SENT_RECENTLY`]. Subject: the item. Fix: without it.
    SentRecently,
    /// More wildcards than the quota has room for: one finding, at the first that does not fit. Subject: it.
    TooManyWildcards,
}

impl Rule {
    /// Every rule, in the order they are declared.
    pub const fn all() -> &'static [Self] {
        use Rule::*;
        &[
            Trimmed,
            EmptyLine,
            SlashAdded,
            UrlReduced,
            FragmentDropped,
            Encoded,
            DuplicateDropped,
            WildcardInside,
            TooLong,
            ControlCharacter,
            OtherScheme,
            ForeignHost,
            Tilde,
            MalformedTag,
            TagsNotEnabled,
            CoveredByWildcard,
            PrefixBleed,
            MissingSlashTwin,
            RootWithoutDefaultObject,
            NeedlessEscape,
            EncodedTilde,
            DotSegments,
            InvisibleCharacter,
            Backslash,
            Everything,
            QueryStringIgnored,
            StillInProgress,
            SentRecently,
            TooManyWildcards,
        ]
    }

    /// How bad it is, all facts being known.
    pub const fn severity(self) -> Severity {
        use Rule::*;
        match self {
            Trimmed | EmptyLine | SlashAdded | UrlReduced | FragmentDropped | Encoded | DuplicateDropped => {
                Severity::Adjusted
            }
            WildcardInside | TooLong | ControlCharacter | OtherScheme | ForeignHost | Tilde | MalformedTag
            | TagsNotEnabled => Severity::Error,
            CoveredByWildcard
            | PrefixBleed
            | MissingSlashTwin
            | RootWithoutDefaultObject
            | NeedlessEscape
            | EncodedTilde
            | DotSegments
            | InvisibleCharacter
            | Backslash
            | Everything
            | QueryStringIgnored
            | StillInProgress
            | SentRecently
            | TooManyWildcards => Severity::Warning,
        }
    }

    /// Where the rule comes from: a page of the CloudFront Developer Guide or of the API Reference by its title, a
    /// section of a standard, a thread on GitHub. To be shown as it is; titles are not translated.
    pub const fn source(self) -> &'static str {
        use Rule::*;
        match self {
            SlashAdded | UrlReduced | Encoded | WildcardInside | TooLong | PrefixBleed | MissingSlashTwin
            | NeedlessEscape | Everything => {
                "CloudFront Developer Guide, “What you need to know when invalidating files”"
            }
            MalformedTag | TagsNotEnabled => {
                "CloudFront Developer Guide, “What you need to know when invalidating tags”"
            }
            DuplicateDropped | CoveredByWildcard | StillInProgress | SentRecently => {
                "CloudFront Developer Guide, “Pay for file invalidation”"
            }
            TooManyWildcards => "CloudFront Developer Guide, “Concurrent invalidation request maximum”",
            ForeignHost => "CloudFront Developer Guide, “Use custom URLs by adding alternate domain names (CNAMEs)”",
            OtherScheme => "CloudFront Developer Guide, “Use HTTPS with CloudFront”",
            RootWithoutDefaultObject => "CloudFront Developer Guide, “Specify a default root object”",
            QueryStringIgnored => "CloudFront Developer Guide, “Cache content based on query string parameters”",
            EmptyLine => "CloudFront API Reference, “Paths”",
            Tilde | EncodedTilde => "GitHub, aws/aws-sdk-js#4234",
            Trimmed | ControlCharacter => "RFC 1738, section 2.2",
            FragmentDropped => "RFC 3986, section 3.5",
            DotSegments => "RFC 3986, section 5.2.4",
            Backslash => "WHATWG URL Standard, “URL parsing”",
            InvisibleCharacter => "Unicode Standard Annex #44, “Default_Ignorable_Code_Point” and “White_Space”",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rules_are_listed_once_in_order() {
        assert_eq!(Rule::all().len(), Rule::TooManyWildcards as usize + 1, "the last one declared");
        for (place, rule) in Rule::all().iter().enumerate() {
            assert_eq!(*rule as usize, place, "{rule:?}");
        }
    }

    #[test]
    fn every_rule_names_a_source_that_can_be_found() {
        let known = [
            "CloudFront Developer Guide, “",
            "CloudFront API Reference, “",
            "RFC ",
            "GitHub, aws/",
            "WHATWG ",
            "Unicode ",
        ];
        for rule in Rule::all() {
            assert!(known.iter().any(|start| rule.source().starts_with(start)), "{rule:?}: {}", rule.source());
        }
    }
}
