//! What the window is told without asking.

use engine::{Change, Housekeeper};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

use super::target::WireTarget;

/// Something changed that a page may show.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
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
    /// A sign-in at a portal went on.
    PortalSignIn {
        /// Which one.
        id: String,
    },
    /// The app has let go of what it held in memory, or somebody is there again.
    Locked,
    /// The queue was paused, resumed or put in another order, or something in it waits for something else than before.
    Queue,
    /// Everything of a run is settled: so many of its submissions, each in one of four ways.
    RunEnded {
        /// Which run.
        run: i64,
        /// What the person called it; may be empty.
        name: String,
        /// What it was made against.
        target: WireTarget,
        /// What a person would call the target; `null` where nothing but its id is known.
        target_name: Option<String>,
        /// How many submissions it has.
        submissions: u32,
        /// How many items they carry.
        items: u32,
        /// How many submissions are done.
        completed: u32,
        /// How many were taken, and cannot be followed.
        accepted: u32,
        /// How many were refused.
        refused: u32,
        /// How many were taken back.
        withdrawn: u32,
    },
    /// The person has set something else.
    Settings,
    /// A batch was saved, deleted or run.
    Batches,
    /// What is known of the month of an account, or of its budgets and prices.
    Month,
    /// Some changes were missed: read everything anew.
    Everything,
}

impl Changed {
    /// A change as the window hears of it; `None` where what it is about could not be read.
    pub(crate) async fn of(house: &Housekeeper, change: Change) -> Option<Self> {
        Some(match change {
            Change::Submission(id) => Self::Submission { id: id.0 },
            Change::Invalidation { connection, target, id, status } => Self::Invalidation {
                connection: connection.as_str().to_owned(),
                target: WireTarget::from(&target),
                id: id.to_string(),
                status: status.as_str().to_owned(),
            },
            Change::Connections => Self::Connections,
            Change::PortalSignIn(id) => Self::PortalSignIn { id },
            Change::Locked => Self::Locked,
            Change::Queue => Self::Queue,
            Change::Settings => Self::Settings,
            Change::Batches => Self::Batches,
            Change::Month => Self::Month,
            Change::RunEnded(run) => match house.run_summary(run).await {
                Ok(summary) => Self::RunEnded {
                    run: run.0,
                    target: WireTarget::from(&summary.first.order.target),
                    target_name: house.target_name(&summary.first).await,
                    name: summary.first.name,
                    submissions: summary.submissions as u32,
                    items: summary.items as u32,
                    completed: summary.completed as u32,
                    accepted: summary.accepted as u32,
                    refused: summary.refused as u32,
                    withdrawn: summary.withdrawn as u32,
                },
                Err(failure) => {
                    tracing::warn!(run = run.0, failure = %failure.logged(), "how a run ended could not be read");
                    return None;
                }
            },
        })
    }
}
