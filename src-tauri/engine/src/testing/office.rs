//! An administrator whose file changes while a test runs.

use std::sync::{Arc, Mutex};

use crate::Policy;
use crate::housekeeper::lock;
use crate::ports::{Administrator, BrokenPolicy};

/// Where the file of tests is said to be.
pub(crate) const PATH: &str = "/etc/housekeeper/policy.toml";

/// The administrator's file as a test has it at the moment: none, at first.
#[derive(Default)]
pub(crate) struct Office(Mutex<Option<Result<Arc<Policy>, String>>>);

impl Office {
    /// The file says this from now on.
    pub(crate) fn fix(&self, policy: Policy) {
        *lock(&self.0) = Some(Ok(Arc::new(policy)));
    }

    /// The file is broken from now on.
    pub(crate) fn break_it(&self, problem: &str) {
        *lock(&self.0) = Some(Err(problem.to_owned()));
    }

    /// There is no file any more.
    pub(crate) fn remove(&self) {
        *lock(&self.0) = None;
    }
}

impl Administrator for Office {
    fn path(&self) -> String {
        PATH.to_owned()
    }

    fn policy(&self) -> Result<Option<Arc<Policy>>, BrokenPolicy> {
        let broken = |problem| BrokenPolicy { path: PATH.to_owned(), problem };
        lock(&self.0).clone().transpose().map_err(broken)
    }
}
