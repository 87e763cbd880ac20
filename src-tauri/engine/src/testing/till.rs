//! Bills that say what a test wrote down.

use std::sync::Mutex;

use async_trait::async_trait;
use jiff::civil::Date;

use crate::Failure;
use crate::housekeeper::lock;
use crate::ports::{Billed, Bills};

/// Answers with its figures, or with a failure, and keeps what it was asked.
#[derive(Default)]
pub(crate) struct Till {
    pub(crate) failure: Mutex<Option<Failure>>,
    pub(crate) asked: Mutex<Vec<(Date, Date, String)>>,
}

impl Till {
    /// What it says was billed.
    pub(crate) fn figures() -> Billed {
        Billed { usage: "1234".into(), amount: "1.17".into(), currency: "USD".into(), is_estimated: true }
    }
}

#[async_trait]
impl Bills for Till {
    async fn invalidations(&self, begin: Date, end: Date, account: &str) -> Result<Billed, Failure> {
        lock(&self.asked).push((begin, end, account.to_owned()));
        lock(&self.failure).clone().map_or_else(|| Ok(Self::figures()), Err)
    }
}
