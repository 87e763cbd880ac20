//! What the use cases ask of the world. A trait here grows when a use case needs a new question, and is named by it.

mod access;
mod administrator;
mod batches;
mod bills;
mod clock;
mod cloudfront;
mod ledger;
mod notebook;
mod portals;
mod records;
mod vault;

pub use access::{Access, Door, KeyOnFile, Lasts, Means, Session};
pub use administrator::{Administrator, BrokenPolicy, NoAdministrator};
pub use batches::Batches;
pub use bills::{Billed, Bills};
pub use clock::{Chance, Clock};
pub use cloudfront::{CloudFront, Page};
pub use ledger::{Cleared, Entry, Ledger, Tally};
pub use notebook::{Draft, Notebook};
pub use portals::{Method, PendingSignIn, PortalAccount, Portals};
pub use records::{Inventory, Mended, Move, NewSubmission, Note, Part, Records, Transition};
pub use vault::Vault;
