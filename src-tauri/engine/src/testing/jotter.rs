//! A notebook in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use async_trait::async_trait;
use domain::submission::RunId;
use jiff::Timestamp;

use crate::Failure;
use crate::ports::{Draft, Notebook};

/// Drafts by their keys, and reasons by their runs.
#[derive(Default)]
pub(crate) struct Jotter {
    drafts: Mutex<BTreeMap<String, Draft>>,
    reasons: Mutex<BTreeMap<i64, String>>,
}

#[async_trait]
impl Notebook for Jotter {
    async fn draft(&self, key: &str) -> Result<Option<Draft>, Failure> {
        Ok(self.drafts.lock().expect("not poisoned").get(key).cloned())
    }

    async fn drafts(&self) -> Result<Vec<(String, Timestamp)>, Failure> {
        Ok(self.drafts.lock().expect("not poisoned").values().map(|draft| (draft.key.clone(), draft.at)).collect())
    }

    async fn keep_draft(&self, draft: &Draft, _: u32) -> Result<(), Failure> {
        self.drafts.lock().expect("not poisoned").insert(draft.key.clone(), draft.clone());
        Ok(())
    }

    async fn drop_draft(&self, key: &str, below: bool) -> Result<(), Failure> {
        let is_meant = |known: &String| known == key || below && known.starts_with(key);
        self.drafts.lock().expect("not poisoned").retain(|known, _| !is_meant(known));
        Ok(())
    }

    async fn keep_reason(&self, run: RunId, reason: &str) -> Result<(), Failure> {
        self.reasons.lock().expect("not poisoned").insert(run.0, reason.to_owned());
        Ok(())
    }

    async fn reasons(&self, runs: &[RunId]) -> Result<Vec<(RunId, String)>, Failure> {
        let reasons = self.reasons.lock().expect("not poisoned");
        Ok(runs.iter().filter_map(|run| Some((*run, reasons.get(&run.0)?.clone()))).collect())
    }
}
