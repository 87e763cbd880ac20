//! How much may be in progress for one target at once (DG "Concurrent invalidation request maximum").

use super::paths::is_wildcard;
use crate::refusal::Refusal;

/// Files and tags in progress.
const FILES: usize = 3_000;

/// Wildcards in progress, counted apart from [`FILES`].
const WILDCARDS: usize = 15;

/// Refuses a batch that would go beyond a quota together with what is in progress.
pub(crate) fn check<'a>(in_progress: impl Iterator<Item = &'a String>, new: &'a [String]) -> Result<(), Refusal> {
    let (mut files, mut wildcards) = (0, 0);
    for item in in_progress.chain(new) {
        if is_wildcard(item) { wildcards += 1 } else { files += 1 }
    }
    if wildcards > WILDCARDS && new.iter().any(|item| is_wildcard(item)) {
        return Err(Refusal::too_many_wildcards_in_progress());
    }
    if files > FILES && new.iter().any(|item| !is_wildcard(item)) {
        return Err(Refusal::too_many_files_in_progress());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(files: usize, wildcards: usize) -> Vec<String> {
        let files = (0..files).map(|n| if n % 2 == 0 { format!("/{n}") } else { format!("#{n}") });
        files.chain((0..wildcards).map(|n| format!("/{n}/*"))).collect()
    }

    #[test]
    fn each_quota_may_be_filled_and_not_passed() {
        assert_eq!(check(items(0, 0).iter(), &items(3_000, 15)), Ok(()));
        assert_eq!(check(items(2_999, 14).iter(), &items(1, 1)), Ok(()));
        assert_eq!(check(items(1, 0).iter(), &items(3_000, 0)), Err(Refusal::too_many_files_in_progress()));
        assert_eq!(check(items(0, 15).iter(), &items(0, 1)), Err(Refusal::too_many_wildcards_in_progress()));
    }

    #[test]
    fn a_full_quota_does_not_stand_in_the_way_of_the_other_kind() {
        assert_eq!(check(items(3_000, 0).iter(), &items(0, 15)), Ok(()));
        assert_eq!(check(items(0, 15).iter(), &items(3_000, 0)), Ok(()));
    }
}
