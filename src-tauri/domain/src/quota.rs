//! How much CloudFront takes at once (DG "Concurrent invalidation request maximum").

/// Files and tags that may be in progress for one distribution.
pub const FILES_IN_PROGRESS: usize = 3_000;

/// Wildcard paths that may be in progress; independent of [`FILES_IN_PROGRESS`].
///
/// The guide does not say whether this is for a distribution or an account; everyone treats it as for a distribution.
pub const WILDCARDS_IN_PROGRESS: usize = 15;
