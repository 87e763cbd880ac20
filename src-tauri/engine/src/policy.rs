//! What an administrator has fixed for everybody on this computer, and what they brought.

use std::time::Duration;

use domain::{Allow, Budget, DistributionId};

use crate::{BatchContent, Connection};

/// What an administrator has fixed, and what they brought. By default that is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The budget of each account; the person's own counts beside it, and the lower limit of both holds.
    pub account_budget: Option<Budget>,
    /// The budgets of distributions and tenants, by their ids.
    pub target_budgets: Vec<(String, Budget)>,
    /// What may be cleared.
    pub allow: Allow,
    /// How long what was just asked for can be taken back, where that is fixed; in whole seconds, at most
    /// [`crate::LONGEST_UNDO`].
    pub undo: Option<Duration>,
    /// Connections, without any secret; their ids begin with [`crate::ConnectionId::ADMINISTRATORS`], and their
    /// identity is not known here.
    pub connections: Vec<Connection>,
    /// What distributions are called where the person has no name of their own for them.
    pub nicknames: Vec<(DistributionId, String)>,
    /// Batches to begin with, each under a key that stays the same for as long as it is the same batch.
    pub batches: Vec<(String, BatchContent)>,
}
