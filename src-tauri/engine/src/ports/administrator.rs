//! What has an administrator fixed?

use std::sync::Arc;

use thiserror::Error;

use crate::Policy;

/// The administrator's file.
pub trait Administrator: Send + Sync {
    /// Where it is, or would be.
    fn path(&self) -> String;

    /// What it says now: it is read again whenever it has changed. `None` where there is no such file.
    ///
    /// This is asked before everything that is sent, so it must be quick where nothing has changed.
    ///
    /// # Errors
    /// Where it is there and says nothing that could be relied on. Then nothing may be sent: what it forbids is not known.
    fn policy(&self) -> Result<Option<Arc<Policy>>, BrokenPolicy>;
}

/// An administrator's file that cannot be relied on.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("The administrator’s file {path} cannot be used: {problem}")]
pub struct BrokenPolicy {
    /// Where it is.
    pub path: String,
    /// What is wrong with it: a sentence, with the line where there is one.
    pub problem: String,
}

/// No administrator, and no file: everything is allowed.
pub struct NoAdministrator;

impl Administrator for NoAdministrator {
    fn path(&self) -> String {
        String::new()
    }

    fn policy(&self) -> Result<Option<Arc<Policy>>, BrokenPolicy> {
        Ok(None)
    }
}
