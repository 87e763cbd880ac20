//! Which paths were cleared, and how often.

use domain::{AccountKey, Target};
use engine::ports::Cleared;
use jiff::Timestamp;
use sqlx::{FromRow, SqlitePool};

use crate::{StoreError, target, time};

const READING: &str = "read what was cleared";

/// How many of a target's latest invalidations are looked through for its paths: each may have thousands.
const LATEST: i64 = 1_000;

/// Paths that were cleared on a target by its latest invalidations: wildcards and tags left out, none twice.
///
/// What this app sent is read back from CloudFront as everything else is, so the invalidations have it too.
pub(crate) async fn paths(
    pool: &SqlitePool,
    account: &AccountKey,
    on: &Target,
    at_most: u32,
) -> Result<Vec<String>, StoreError> {
    sqlx::query_scalar(
        "SELECT DISTINCT item FROM invalidation_item
         WHERE invalidation IN (
             SELECT number FROM invalidation WHERE account = ? AND target_kind = ? AND target = ?
             ORDER BY created_at DESC LIMIT ?
         ) AND item LIKE '/%' AND item NOT LIKE '%*'
         LIMIT ?",
    )
    .bind(account.as_str())
    .bind(target::kind(on))
    .bind(on.id())
    .bind(LATEST)
    .bind(at_most)
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing(READING))
}

#[derive(FromRow)]
struct Row {
    target_kind: String,
    target: String,
    item: String,
    times: i64,
    last: i64,
}

/// What was cleared `least` times or oftener since then, those most often first.
pub(crate) async fn often(
    pool: &SqlitePool,
    account: &AccountKey,
    on: Option<&Target>,
    since: Timestamp,
    least: u32,
    at_most: u32,
) -> Result<Vec<Cleared>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT target_kind, target, item, count(DISTINCT id) AS times, max(created_at) AS last
         FROM invalidation JOIN invalidation_item ON invalidation_item.invalidation = invalidation.number
         WHERE account = ?1 AND created_at >= ?2 AND item LIKE '/%'
             AND (?3 IS NULL OR (target_kind = ?3 AND target = ?4))
         GROUP BY target_kind, target, item HAVING times >= ?5
         ORDER BY times DESC, last DESC, item LIMIT ?6",
    )
    .bind(account.as_str())
    .bind(time::millis(since))
    .bind(on.map(target::kind))
    .bind(on.map(Target::id))
    .bind(least)
    .bind(at_most)
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing(READING))?;
    let cleared = |row: Row| {
        Ok(Cleared {
            target: target::read("invalidation", 0, &row.target_kind, &row.target)?,
            item: row.item,
            times: u32::try_from(row.times).unwrap_or(u32::MAX),
            last: time::read("invalidation", "created_at", 0, row.last)?,
        })
    };
    rows.into_iter().map(cleared).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use domain::{Invalidation, InvalidationId, InvalidationStatus};
    use engine::ports::Ledger;

    use super::*;
    use crate::Store;
    use crate::samples::{NOON, account, after_noon, distribution, items};

    async fn store_with(all: &[(i64, &[&str])]) -> Store {
        let store = Store::in_memory().await.unwrap();
        let read: Vec<_> = all
            .iter()
            .map(|(at, paths)| {
                let invalidation = Invalidation {
                    id: InvalidationId::new(format!("I{at}")),
                    created: after_noon(*at),
                    status: InvalidationStatus::Completed,
                    reference: "r".to_owned(),
                    items: items(paths.iter().copied()),
                };
                (distribution(), invalidation)
            })
            .collect();
        store.keep_read(&account(), &read).await.unwrap();
        store
    }

    #[tokio::test]
    async fn a_history_has_plain_paths_each_once() {
        let store = store_with(&[(1, &["/a", "/b/*", "#tag"]), (2, &["/a", "/c?x=1"])]).await;
        let mut paths = store.paths(&account(), &distribution(), 100).await.unwrap();
        paths.sort();
        assert_eq!(paths, ["/a", "/c?x=1"]);
        assert_eq!(store.paths(&account(), &distribution(), 1).await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn what_is_cleared_again_and_again_is_counted_by_invalidations_since_then() {
        let all: [(i64, &[&str]); 4] =
            [(-1, &["/a"]), (1, &["/a", "/a", "/b"]), (2, &["/a", "#t"]), (3, &["#t", "/b"])];
        let store = store_with(&all).await;
        let found = |cleared: Vec<Cleared>| cleared.into_iter().map(|it| (it.item, it.times)).collect::<Vec<_>>();
        let often = store.cleared(&account(), None, NOON, 2, 9).await.unwrap();
        assert_eq!(found(often), [("/b".to_owned(), 2), ("/a".to_owned(), 2)], "the latest first, and no tag");
        let elsewhere = Target::Distribution(domain::DistributionId::new("E2"));
        assert_eq!(store.cleared(&account(), Some(&elsewhere), NOON, 1, 9).await.unwrap(), []);
        assert_eq!(store.cleared(&account(), Some(&distribution()), NOON, 3, 9).await.unwrap(), []);
    }
}
