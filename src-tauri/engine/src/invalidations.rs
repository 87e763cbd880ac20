//! Turn the pages of what was invalidated, and read one.

use std::collections::HashMap;

use domain::{Invalidation, InvalidationId, InvalidationSummary, Item, Target};
use futures::{StreamExt, stream};

use crate::housekeeper::Open;
use crate::ports::{CloudFront, Page};
use crate::turnstile::Turn;
use crate::{Change, ConnectionId, Failure, Housekeeper};

/// How many GetInvalidation calls for visible rows are under way at once: quick for the eye, far below any throttle
/// that was seen.
const READS_AT_ONCE: usize = 4;

/// How many items a preview shows.
const PREVIEWED: usize = 3;

/// The first items of an invalidation, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// How many items.
    pub count: usize,
    /// The first three.
    pub first: Vec<Item>,
}

/// What became of reading an invalidation's items.
pub type PathsRead = (InvalidationId, Result<Preview, Failure>);

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedInvalidation {
    /// What the list tells.
    pub summary: InvalidationSummary,
    /// Its items, where they were read before.
    pub paths: Option<Preview>,
}

impl Preview {
    /// The preview of all items.
    fn of(items: &[Item]) -> Self {
        Self { count: items.len(), first: items.iter().take(PREVIEWED).cloned().collect() }
    }
}

impl Housekeeper {
    /// A page of a target's invalidations, newest first, with the items of those that were read before.
    pub async fn invalidations(
        &self,
        connection: &ConnectionId,
        target: &Target,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<ListedInvalidation>, Failure> {
        let open = self.open(connection).await?;
        let page = open.calls(self, Turn::Screen).invalidations(target, after, limit).await?;
        let ids: Vec<_> = page.rows.iter().map(|summary| summary.id.clone()).collect();
        let kept = self.kept(&open, target, &ids).await?;
        let rows = page
            .rows
            .into_iter()
            .map(|summary| {
                let paths = kept.get(&summary.id).map(|invalidation| Preview::of(&invalidation.items));
                ListedInvalidation { summary, paths }
            })
            .collect();
        Ok(Page { rows, next: page.next })
    }

    /// The items of some invalidations, read where they were not read before. Each is read once, and kept for good.
    pub async fn object_paths(
        &self,
        connection: &ConnectionId,
        target: &Target,
        ids: &[InvalidationId],
    ) -> Result<Vec<PathsRead>, Failure> {
        let open = self.open(connection).await?;
        let kept = self.kept(&open, target, ids).await?;
        let read = stream::iter(ids.iter().cloned())
            .map(|id| {
                let (open, kept) = (&open, &kept);
                async move {
                    let preview = match kept.get(&id) {
                        Some(invalidation) => Ok(Preview::of(&invalidation.items)),
                        None => self
                            .read(open, target, &id, Turn::Screen)
                            .await
                            .map(|invalidation| Preview::of(&invalidation.items)),
                    };
                    (id, preview)
                }
            })
            .buffered(READS_AT_ONCE);
        Ok(read.collect().await)
    }

    /// One invalidation, with its status as it is now.
    ///
    /// One that was completed when it was last read is not asked for again: nothing of it changes any more (API).
    pub async fn invalidation(
        &self,
        connection: &ConnectionId,
        target: &Target,
        id: &InvalidationId,
    ) -> Result<Invalidation, Failure> {
        let open = self.open(connection).await?;
        let kept = self.kept(&open, target, std::slice::from_ref(id)).await?.remove(id);
        match kept {
            Some(invalidation) if invalidation.status.is_completed() => Ok(invalidation),
            Some(earlier) => {
                let now = self.look_up_one(&open, target, id).await?;
                if now.status != earlier.status {
                    self.tell(Change::Invalidation {
                        connection: connection.clone(),
                        target: target.clone(),
                        id: id.clone(),
                        status: now.status.clone(),
                    });
                }
                Ok(now)
            }
            None => self.look_up_one(&open, target, id).await,
        }
    }

    /// Reads an invalidation for somebody who looks at it. Where it is done and one of this app's own, its submission is
    /// too from then on: what is on screen and what the checks go by must not differ until the next look of whoever
    /// follows it.
    async fn look_up_one(&self, open: &Open, target: &Target, id: &InvalidationId) -> Result<Invalidation, Failure> {
        let invalidation = self.read(open, target, id, Turn::Screen).await?;
        if invalidation.status.is_completed()
            && let Err(failure) = self.found_completed(open, target, id).await
        {
            tracing::warn!(failure = %failure.logged(), "that it is done could not be stored; whoever follows it will");
        }
        Ok(invalidation)
    }

    /// Reads an invalidation from AWS, and keeps it.
    pub(crate) async fn read(
        &self,
        open: &Open,
        target: &Target,
        id: &InvalidationId,
        turn: Turn,
    ) -> Result<Invalidation, Failure> {
        let invalidation = open.calls(self, turn).invalidation(target, id).await?;
        self.world.records.keep_invalidation(&open.account, target, &invalidation).await?;
        Ok(invalidation)
    }

    /// Those that were read before, by their id.
    pub(crate) async fn kept(
        &self,
        open: &Open,
        target: &Target,
        ids: &[InvalidationId],
    ) -> Result<HashMap<InvalidationId, Invalidation>, Failure> {
        let kept = self.world.records.kept_invalidations(&open.account, target, ids).await?;
        Ok(kept.into_iter().map(|invalidation| (invalidation.id.clone(), invalidation)).collect())
    }
}
