//! What is true of CloudFront invalidations, whoever asks.
//!
//! This crate is pure: no I/O, no clock, no chance. Time and ids come in as parameters, so that every rule can be
//! tested by itself. Rules that come from AWS name their source beside them; the Developer Guide is cited by page
//! title as "DG", the API Reference as "API".

mod account;
mod batch;
mod caller_reference;
pub mod checks;
pub mod cost;
mod distribution;
mod host;
mod invalidation;
mod item;
pub mod marks;
pub mod permissions;
pub mod queue;
pub mod quota;
pub mod submission;
mod target;
pub mod template;

pub use account::AccountKey;
pub use batch::{Batch, EmptyBatch};
pub use caller_reference::{CallerReference, slug};
pub use distribution::{Behavior, ConnectionMode, Distribution, DistributionDetails, QueryStrings, Tenant, Ttl};
pub use host::{HostPattern, host_in_url};
pub use invalidation::{Invalidation, InvalidationId, InvalidationStatus, InvalidationSummary};
pub use item::Item;
pub use target::{DistributionId, Target, TenantId};
