//! What is true of CloudFront invalidations, whoever asks.
//!
//! This crate is pure: no I/O, no clock, no chance. Time and ids come in as parameters, so that every rule can be
//! tested by itself. Rules that come from AWS name their source beside them; the Developer Guide is cited by page
//! title as "DG", the API Reference as "API".

mod account;
mod allow;
mod batch;
mod budget;
mod caller_reference;
pub mod cheaper;
pub mod checks;
pub mod cost;
mod distribution;
mod history;
mod host;
mod invalidation;
mod item;
pub mod marks;
mod month;
mod origin;
pub mod permissions;
pub mod queue;
pub mod quota;
pub mod submission;
mod target;
pub mod template;
pub mod trial;
pub mod versioned;
mod wide;

pub use account::AccountKey;
pub use allow::{Allow, Refusal};
pub use batch::{Batch, EmptyBatch};
pub use budget::{Budget, Met};
pub use caller_reference::{CallerReference, slug};
pub use distribution::{Behavior, ConnectionMode, Distribution, DistributionDetails, QueryStrings, Tenant, Ttl};
pub use history::History;
pub use host::{HostPattern, host_in_url};
pub use invalidation::{Invalidation, InvalidationId, InvalidationStatus, InvalidationSummary};
pub use item::Item;
pub use month::{BadMonth, Day, Month, day_of};
pub use origin::{Origin, purpose};
pub use target::{DistributionId, Target, TenantId};
pub use wide::{Wide, wide};
