//! Saved batches in memory.

use std::sync::Mutex;

use async_trait::async_trait;
use domain::template::Values;
use domain::{AccountKey, Target};
use jiff::Timestamp;

use crate::Failure;
use crate::batches::{BatchContent, BatchId, BatchQuery, BatchRun, BatchVersion, Repeat, SavedBatch};
use crate::ports::Batches;

/// Saved batches in memory; `None` where one was deleted.
#[derive(Default)]
pub(crate) struct Shelf {
    batches: Mutex<Vec<Option<SavedBatch>>>,
    /// The keys of what an administrator brought.
    brought: Mutex<Vec<String>>,
}

#[async_trait]
impl Batches for Shelf {
    async fn batches(&self, _: &BatchQuery) -> Result<(u32, u32, Vec<SavedBatch>), Failure> {
        let all: Vec<_> = self.batches.lock().expect("not poisoned").iter().flatten().cloned().collect();
        Ok((all.len() as u32, all.len() as u32, all))
    }

    async fn batch(&self, id: BatchId) -> Result<Option<SavedBatch>, Failure> {
        Ok(self.batches.lock().expect("not poisoned").get(id.0 as usize).cloned().flatten())
    }

    async fn add_batch(&self, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, Failure> {
        let mut batches = self.batches.lock().expect("not poisoned");
        if batches.iter().flatten().any(|other| other.content.name == content.name) {
            return Err(Failure::Invalid { detail: "taken".to_owned() });
        }
        let id = BatchId(batches.len() as i64);
        let (last_run, last_run_by, last_values) = (None, Vec::new(), Values::new());
        let content = content.clone();
        let batch = SavedBatch { id, content, created: now, edited: now, last_run, last_run_by, last_values };
        batches.push(Some(batch.clone()));
        Ok(batch)
    }

    async fn edit_batch(&self, id: BatchId, content: &BatchContent, now: Timestamp) -> Result<SavedBatch, Failure> {
        let mut batches = self.batches.lock().expect("not poisoned");
        let batch = batches[id.0 as usize].as_mut().expect("it is there");
        (batch.content, batch.edited) = (content.clone(), now);
        Ok(batch.clone())
    }

    async fn delete_batch(&self, id: BatchId, _: Option<Timestamp>) -> Result<(), Failure> {
        self.batches.lock().expect("not poisoned")[id.0 as usize] = None;
        Ok(())
    }

    async fn batch_versions(&self, _: BatchId) -> Result<Vec<BatchVersion>, Failure> {
        Ok(Vec::new())
    }

    async fn batch_was_run(&self, id: BatchId, run: &BatchRun) -> Result<(), Failure> {
        let mut batches = self.batches.lock().expect("not poisoned");
        let batch = batches[id.0 as usize].as_mut().expect("it is there");
        let BatchRun { at, by, values } = run.clone();
        (batch.last_run, batch.last_run_by, batch.last_values) = (Some(at), by, values);
        Ok(())
    }

    async fn keep_batches(&self, batches: &[(Option<BatchId>, BatchContent)], now: Timestamp) -> Result<(), Failure> {
        for (id, content) in batches {
            match id {
                Some(id) => self.edit_batch(*id, content, now).await?,
                None => self.add_batch(content, now).await?,
            };
        }
        Ok(())
    }

    async fn bring_batch(&self, key: &str, content: &BatchContent, now: Timestamp) -> Result<bool, Failure> {
        if self.brought.lock().expect("not poisoned").iter().any(|brought| brought == key) {
            return Ok(false);
        }
        self.add_batch(content, now).await?;
        self.brought.lock().expect("not poisoned").push(key.to_owned());
        Ok(true)
    }

    async fn batches_named(&self, names: &[&str]) -> Result<Vec<SavedBatch>, Failure> {
        let batches = self.batches.lock().expect("not poisoned");
        let is_meant = |batch: &&SavedBatch| names.iter().any(|name| name.eq_ignore_ascii_case(&batch.content.name));
        Ok(batches.iter().flatten().filter(is_meant).cloned().collect())
    }

    async fn batch_labels(&self) -> Result<Vec<String>, Failure> {
        Ok(Vec::new())
    }

    async fn star_batch(&self, id: BatchId, favourite: bool) -> Result<(), Failure> {
        let mut batches = self.batches.lock().expect("not poisoned");
        batches[id.0 as usize].as_mut().expect("it is there").content.favourite = favourite;
        Ok(())
    }

    /// The store's own tests say what it finds.
    async fn repeats(&self, _: &AccountKey, _: Timestamp, _: u32, _: u32) -> Result<Vec<Repeat>, Failure> {
        Ok(Vec::new())
    }

    async fn has_batch_of(&self, _: &[String]) -> Result<bool, Failure> {
        Ok(false)
    }

    async fn dismiss_repeat(&self, _: &AccountKey, _: &Target, _: &[String]) -> Result<(), Failure> {
        Ok(())
    }
}
