//! The rules: each line of design section 6, with its severity and its source.

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

/// A rule that a line broke, or by which it was set right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    // Set right by itself, and shown.
    /// Spaces around, a byte order mark, a carriage return: dropped.
    Trimmed,
    /// An empty line: left out.
    EmptyLine,
    /// No leading slash: added.
    SlashAdded,
    /// A URL: reduced to its path and query.
    UrlReduced,
    /// `#…` after a path is a fragment, which no server ever sees: dropped.
    FragmentDropped,
    /// Bytes that must be URL-encoded: encoded.
    Encoded,
    /// The same item stands on an earlier line: left out.
    DuplicateDropped,

    // Cannot be sent.
    /// `*` anywhere but at the very end.
    WildcardInside,
    /// More than 4,000 characters after encoding.
    TooLong,
    /// A control character.
    ControlCharacter,
    /// A URL that is neither http nor https.
    OtherScheme,
    /// A URL whose host the target does not serve.
    ForeignHost,
    /// `~`, which CloudFront refuses.
    Tilde,
    /// A cache tag that is none.
    MalformedTag,
    /// A cache tag where the distribution has none.
    TagsNotEnabled,

    // May not do what was meant.
    /// A wildcard of the same batch covers it.
    CoveredByWildcard,
    /// `/dir*` also takes `/dir-old` and `/directory.html`.
    PrefixBleed,
    /// `/dir` without `/dir/`, which may be cached apart.
    MissingSlashTwin,
    /// `/` without the default root object.
    RootWithoutDefaultObject,
    /// An escape that nothing asked for, such as `%41`: CloudFront does not match it.
    NeedlessEscape,
    /// `%7E` is accepted and does nothing.
    EncodedTilde,
    /// `.` or `..` as a segment: kept as it is, and browsers never ask for it.
    DotSegments,
    /// A character that cannot be seen.
    InvisibleCharacter,
    /// A backslash where a slash may have been meant.
    Backslash,
    /// `/*`: everything.
    Everything,
    /// A query string where the matching behavior's cache key has none.
    QueryStringIgnored,
    /// The same item is still in progress.
    StillInProgress,
    /// The same item was sent minutes ago.
    SentRecently,
    /// More wildcards than the quota has room for.
    TooManyWildcards,
}
