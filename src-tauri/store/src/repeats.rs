//! What was invalidated again and again.

use domain::template::{Template, Values};
use domain::{AccountKey, Item, Target};
use engine::Repeat;
use jiff::Timestamp;
use sqlx::{FromRow, SqlitePool};

use crate::{StoreError, target, time};

const READING: &str = "read what was invalidated again and again";

#[derive(FromRow)]
struct Row {
    target_kind: String,
    target: String,
    items: String,
    times: i64,
    last: i64,
}

/// The same items on the same target, `least` times since then or oftener: the `most` that were so most often.
///
/// What this app sent is also among the invalidations that it read, so ids are counted. What a saved batch of the same
/// name sent has its batch.
pub(crate) async fn of(
    pool: &SqlitePool,
    account: &AccountKey,
    since: Timestamp,
    least: u32,
    most: u32,
) -> Result<Vec<Repeat>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "WITH sent AS (
             SELECT target_kind, target, invalidation AS id, taken_at AS at,
                 (SELECT group_concat(item, char(10) ORDER BY item) FROM submission_item WHERE submission = submission.id)
                     AS items,
                 EXISTS (SELECT 1 FROM batch WHERE batch.name = submission.name COLLATE NOCASE AND deleted_at IS NULL)
                     AS is_saved
             FROM submission
             WHERE account = ?1 AND invalidation IS NOT NULL AND taken_at >= ?2 AND items <= ?3
             UNION ALL
             SELECT target_kind, target, id, created_at,
                 (SELECT group_concat(item, char(10) ORDER BY item) FROM invalidation_item
                  WHERE invalidation = invalidation.number),
                 0
             FROM invalidation
             WHERE account = ?1 AND created_at >= ?2 AND items BETWEEN 1 AND ?3
         )
         SELECT target_kind, target, items, count(DISTINCT id) AS times, max(at) AS last FROM sent
         WHERE items IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM dismissed_suggestion AS gone
             WHERE gone.account = ?1 AND gone.target_kind = sent.target_kind AND gone.target = sent.target
                 AND gone.items = sent.items
         )
         GROUP BY target_kind, target, items
         HAVING times >= ?4 AND max(is_saved) = 0
         ORDER BY times DESC, last DESC, items LIMIT ?5",
    )
    .bind(account.as_str())
    .bind(time::millis(since))
    .bind(Repeat::MOST_ITEMS)
    .bind(least)
    .bind(most)
    .fetch_all(pool)
    .await
    .map_err(StoreError::doing(READING))?;
    let read = |row: Row| {
        Ok(Repeat {
            target: target::read("submission", 0, &row.target_kind, &row.target)?,
            items: row.items.split('\n').map(Item::as_sent).collect(),
            times: u32::try_from(row.times).unwrap_or(u32::MAX),
            last: time::read("submission", "taken_at", 0, row.last)?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Whether a batch has these lines and no others, in whatever order.
pub(crate) async fn has_batch_of(pool: &SqlitePool, lines: &[String]) -> Result<bool, StoreError> {
    let texts: Vec<String> = sqlx::query_scalar("SELECT text FROM batch WHERE items = ? AND deleted_at IS NULL")
        .bind(i64::try_from(lines.len()).unwrap_or(i64::MAX))
        .fetch_all(pool)
        .await
        .map_err(StoreError::doing(READING))?;
    let lines = sorted(lines.to_vec());
    Ok(texts.iter().any(|text| {
        // With a variable in it, it is other lines each time.
        let filled = Template::read(text).ok().and_then(|template| template.fill(&Values::new()).ok());
        filled.is_some_and(|filled| sorted(filled) == lines)
    }))
}

/// These items are not to be found among the repeats again.
pub(crate) async fn dismiss(
    pool: &SqlitePool,
    account: &AccountKey,
    on: &Target,
    items: &[String],
) -> Result<(), StoreError> {
    sqlx::query("INSERT OR IGNORE INTO dismissed_suggestion (account, target_kind, target, items) VALUES (?, ?, ?, ?)")
        .bind(account.as_str())
        .bind(target::kind(on))
        .bind(on.id())
        .bind(sorted(items.to_vec()).join("\n"))
        .execute(pool)
        .await
        .map_err(StoreError::doing("keep that a suggestion is not wanted"))?;
    Ok(())
}

/// The lines that are not empty, in the order of their bytes.
fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.retain(|line| !line.trim().is_empty());
    lines.sort_unstable();
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use domain::submission::State;
    use domain::{Invalidation, InvalidationId, InvalidationStatus};
    use engine::BatchContent;
    use engine::ports::{Batches, NewSubmission, Records};

    use super::*;
    use crate::Store;
    use crate::samples::{NOON, account, after_noon, distribution, items, queued};

    /// An invalidation that somebody made.
    async fn seen(store: &Store, id: &str, paths: &[&str], seconds: i64) {
        let invalidation = Invalidation {
            id: InvalidationId::new(id),
            created: after_noon(seconds),
            status: InvalidationStatus::Completed,
            reference: "elsewhere".to_owned(),
            items: items(paths.iter().copied()),
        };
        store.keep_invalidation(&account(), &distribution(), &invalidation).await.unwrap();
    }

    async fn repeats(store: &Store) -> Vec<(Vec<String>, u32)> {
        let found = store.repeats(&account(), NOON, 3, 9).await.unwrap();
        let texts = |repeat: Repeat| repeat.items.iter().map(|item| item.as_str().to_owned()).collect();
        found.into_iter().map(|repeat| (texts(repeat.clone()), repeat.times)).collect()
    }

    #[tokio::test]
    async fn the_same_items_in_any_order_are_a_repeat_and_an_id_counts_once() {
        let store = Store::in_memory().await.unwrap();
        for (id, paths, at) in [("I1", ["/b", "/a"], 1), ("I2", ["/a", "/b"], 2), ("I3", ["/b", "/a"], 3)] {
            seen(&store, id, &paths, at).await;
        }
        seen(&store, "I4", &["/a"], 4).await;
        seen(&store, "I0", &["/a"], -1).await;
        seen(&store, "I5", &["/a"], 5).await;
        let found = vec![(vec!["/a".to_owned(), "/b".to_owned()], 3)];
        assert_eq!(repeats(&store).await, found);

        let sent =
            State::Accepted(domain::submission::Accepted { invalidation: InvalidationId::new("I3"), created: NOON });
        let order =
            domain::submission::Order { batch: domain::Batch::new(items(["/a", "/b"])).unwrap(), ..queued("x").order };
        store.add_submissions(vec![NewSubmission { state: sent, order, ..queued("x") }]).await.unwrap();
        assert_eq!(repeats(&store).await, found, "it is one of those that were read");
    }

    #[tokio::test]
    async fn what_has_a_batch_or_was_dismissed_is_none() {
        let store = Store::in_memory().await.unwrap();
        for (id, at) in [("I1", 1), ("I2", 2), ("I3", 3)] {
            seen(&store, id, &["/b", "/{a}"], at).await;
        }
        let lines = ["/{a}".to_owned(), "/b".to_owned()];
        assert!(!store.has_batch_of(&lines).await.unwrap());
        let content = BatchContent {
            name: "Both".to_owned(),
            description: String::new(),
            text: "/b\n\n/{{a}}".to_owned(),
            variables: Vec::new(),
            targets: Vec::new(),
            favourite: false,
            labels: Vec::new(),
            colour: domain::marks::Colour::None,
        };
        store.add_batch(&content, NOON).await.unwrap();
        assert!(store.has_batch_of(&lines).await.unwrap());
        store.dismiss_repeat(&account(), &distribution(), &lines).await.unwrap();
        assert_eq!(repeats(&store).await, []);
    }
}
