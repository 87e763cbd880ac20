//! Saved batches in memory.

use std::sync::Mutex;

use async_trait::async_trait;
use domain::template::Values;
use jiff::Timestamp;

use crate::Failure;
use crate::batches::{BatchContent, BatchId, BatchQuery, BatchVersion, SavedBatch};
use crate::ports::Batches;

/// Saved batches in memory; `None` where one was deleted.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<Vec<Option<SavedBatch>>>);

#[async_trait]
impl Batches for Shelf {
    async fn batches(&self, _: &BatchQuery) -> Result<(u32, u32, Vec<SavedBatch>), Failure> {
        let all: Vec<_> = self.0.lock().expect("not poisoned").iter().flatten().cloned().collect();
        Ok((all.len() as u32, all.len() as u32, all))
    }

    async fn batch(&self, id: BatchId) -> Result<Option<SavedBatch>, Failure> {
        Ok(self.0.lock().expect("not poisoned").get(id.0 as usize).cloned().flatten())
    }

    async fn add_batch(&self, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, Failure> {
        let mut batches = self.0.lock().expect("not poisoned");
        if batches.iter().flatten().any(|other| other.content.name == content.name) {
            return Err(Failure::Invalid { detail: "taken".to_owned() });
        }
        let id = BatchId(batches.len() as i64);
        let (last_run, last_values) = (None, Values::new());
        let batch = SavedBatch { id, content: content.clone(), edited: now, last_run, last_values };
        batches.push(Some(batch.clone()));
        Ok(batch)
    }

    async fn edit_batch(&self, id: BatchId, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, Failure> {
        let mut batches = self.0.lock().expect("not poisoned");
        let batch = batches[id.0 as usize].as_mut().expect("it is there");
        (batch.content, batch.edited) = (content.clone(), now);
        Ok(batch.clone())
    }

    async fn delete_batch(&self, id: BatchId, _: Option<Timestamp>) -> Result<(), Failure> {
        self.0.lock().expect("not poisoned")[id.0 as usize] = None;
        Ok(())
    }

    async fn batch_versions(&self, _: BatchId) -> Result<Vec<BatchVersion>, Failure> {
        Ok(Vec::new())
    }

    async fn batch_was_run(&self, id: BatchId, values: &Values, now: Timestamp) -> Result<(), Failure> {
        let mut batches = self.0.lock().expect("not poisoned");
        let batch = batches[id.0 as usize].as_mut().expect("it is there");
        (batch.last_run, batch.last_values) = (Some(now), values.clone());
        Ok(())
    }
}
