//! The use cases, and the questions they ask of the world.
//!
//! A use case is a method of [`Housekeeper`]; what it needs of AWS, the keychain, the database, the clock and chance
//! it asks through the traits in [`ports`]. So this crate names no type of AWS, Tauri, SQL or a keychain, and its tests
//! step a clock instead of sleeping.
//!
//! | file | use cases |
//! |---|---|
//! | `connections` | save, check, use and remove a way into an account; a new key in place of an old one |
//! | `portals` | sign in at IAM Identity Center |
//! | `sessions` | how long a connection lasts, what it asks of the person, and the idle lock |
//! | `permissions` | the least policy that serves, and what is known of it; `heard` is where that is learnt |
//! | `distributions` | list, filter, note and add distributions; their tenants |
//! | `invalidations` | turn the pages of what was invalidated, and read one |
//! | `batches` | named lists of lines, with variables and targets, and running them; importing, suggesting |
//! | `notebook` | drafts, and the reasons of runs |
//! | `checks` | what is wrong with the lines of an editor, and how the same would be cleared for less |
//! | `ledger` | what an account invalidated in a month, what that costs, and its budgets |
//! | `alternatives` | what would make invalidations needless |
//! | `bills` | what AWS billed, to check the app's own count against |
//! | `submit` | store what is to be sent, make an attempt, and settle it when a reply is lost |
//! | `permit` | whether it may be sent at all; `policy` is what an administrator has fixed and brought |
//! | `undo` | the time to take it back |
//! | `queue` | who goes next, and what the others wait for |
//! | `track` | follow what is in progress until it is done |
//! | `run` | what was asked for with one click, as a whole |
//! | `resume` | what was under way when the app ended |
//! | `activity` | what this app sent, and sending it again |
//! | `settings` | what the person has set |

mod activity;
mod age;
mod alternatives;
mod batches;
mod bills;
mod change;
mod checks;
mod compartment;
mod connection;
mod connections;
mod distributions;
mod failure;
mod heard;
mod housekeeper;
mod invalidations;
mod ledger;
#[cfg(test)]
mod model;
mod notebook;
mod pace;
mod permissions;
mod permit;
mod policy;
mod portals;
pub mod ports;
mod queue;
mod resume;
mod run;
mod secret;
mod sessions;
mod settings;
mod submit;
#[cfg(test)]
mod testing;
mod track;
mod turnstile;
mod undo;

pub use activity::SubmissionHistory;
pub use alternatives::{Alternatives, Example, WeeklyRepeats};
pub use batches::{
    BatchColumn, BatchContent, BatchId, BatchQuery, BatchRun, BatchTarget, BatchVersion, Fate, Incoming, Kept, Repeat,
    Routed, Routes, RunReview, SavedBatch, Suggestion,
};
pub use change::Change;
pub use checks::Checked;
pub use compartment::{Compartment, Opened};
pub use connection::{About, Connection, ConnectionId, Endpoints, Identity, NewConnection, NewWay, Portal, Role, Way};
pub use connections::{ConnectionCheck, ConnectionInUse, Rotated};
pub use distributions::{Column, KnownDistribution, Listing, Query, Sort};
pub use failure::{Failure, Logged};
pub use heard::PermissionSeen;
pub use housekeeper::{Housekeeper, World};
pub use invalidations::{ListedInvalidation, PathsRead, Preview};
pub use ledger::{
    BatchShare, BudgetInForce, BudgetMet, Costs, Count, Counting, DayShare, Gap, MonthFigure, MonthShare, OriginShare,
    Reckoned, Stopped, TargetShare, Uncounted,
};
pub use pace::Pace;
pub use permissions::{Known, Permissions};
pub use policy::Policy;
pub use portals::{KnownPortal, NewPortal, PortalSignIn, SignInState};
pub use queue::{Queue, QueuedRun, Standing, Waits};
pub use run::{RunItems, RunSummary};
pub use secret::{AccessKey, Keep, PortalTokens, Secret, SecretName, SessionKeys};
pub use sessions::{Asked, Asks, LONGEST_IDLE, SessionState};
pub use settings::{LONGEST_UNDO, Settings};
pub use submit::Attempted;
