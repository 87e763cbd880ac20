//! The use cases, and the questions they ask of the world.
//!
//! A use case is a method of [`Housekeeper`]; what it needs of AWS, the keychain, the database, the clock and chance
//! it asks through the traits in [`ports`]. So this crate names no type of AWS, Tauri, SQL or a keychain, and its tests
//! step a clock instead of sleeping.
//!
//! | file | use cases |
//! |---|---|
//! | `connections` | save, check, use and remove a way into an account |
//! | `distributions` | list, filter, note and add distributions; their tenants |
//! | `invalidations` | turn the pages of what was invalidated, and read one |
//! | `batches` | named lists of lines, with variables and targets, and running them; importing, suggesting |
//! | `notebook` | drafts, and the reasons of runs |
//! | `checks` | what is wrong with the lines of an editor |
//! | `submit` | store what is to be sent, make an attempt, and settle it when a reply is lost |
//! | `undo` | the time to take it back |
//! | `queue` | who goes next, and what the others wait for |
//! | `track` | follow what is in progress until it is done |
//! | `run` | what was asked for with one click, as a whole |
//! | `resume` | what was under way when the app ended |
//! | `activity` | what this app sent, and sending it again |
//! | `settings` | what the person has set |

mod activity;
mod age;
mod batches;
mod change;
mod checks;
mod connection;
mod connections;
mod distributions;
mod failure;
mod housekeeper;
mod invalidations;
#[cfg(test)]
mod model;
mod notebook;
mod pace;
pub mod ports;
mod queue;
mod resume;
mod run;
mod settings;
mod submit;
#[cfg(test)]
mod testing;
mod track;
mod turnstile;
mod undo;

pub use activity::SubmissionHistory;
pub use batches::{
    BatchColumn, BatchContent, BatchId, BatchQuery, BatchRun, BatchTarget, BatchVersion, Fate, Incoming, Kept, Repeat,
    Routed, Routes, RunReview, SavedBatch, Suggestion,
};
pub use change::Change;
pub use checks::Checked;
pub use connection::{Connection, ConnectionId, Identity, NewConnection, Secret, Way};
pub use connections::{ConnectionCheck, ConnectionInUse};
pub use distributions::{Column, KnownDistribution, Listing, Query, Sort};
pub use failure::Failure;
pub use housekeeper::{Housekeeper, World};
pub use invalidations::{ListedInvalidation, PathsRead, Preview};
pub use pace::Pace;
pub use queue::{Queue, QueuedRun, Standing, Waits};
pub use run::{RunItems, RunSummary};
pub use settings::{LONGEST_UNDO, Settings};
pub use submit::Attempted;
