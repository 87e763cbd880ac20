//! What the window is told without asking.

use engine::Change;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

use super::target::WireTarget;

/// Something changed that a page may show.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Changed {
    /// A submission is new, or has moved on.
    Submission {
        /// Its number.
        id: i64,
    },
    /// An invalidation has another status than before.
    Invalidation {
        /// The connection it was read through.
        connection: String,
        /// What it was made against.
        target: WireTarget,
        /// Its id.
        id: String,
        /// How far it is.
        status: String,
    },
    /// A connection was saved, removed or put to use.
    Connections,
    /// Some changes were missed: read everything anew.
    Everything,
}

impl From<Change> for Changed {
    fn from(change: Change) -> Self {
        match change {
            Change::Submission(id) => Self::Submission { id: id.0 },
            Change::Invalidation { connection, target, id, status } => Self::Invalidation {
                connection: connection.as_str().to_owned(),
                target: WireTarget::from(&target),
                id: id.to_string(),
                status: status.as_str().to_owned(),
            },
            Change::Connections => Self::Connections,
        }
    }
}
