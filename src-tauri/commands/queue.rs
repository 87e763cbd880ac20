//! The queue: what waits, the time to undo, and what a person does with either.

use std::collections::BTreeSet;

use domain::queue;
use domain::submission::{RunId, SubmissionId};
use engine::{ConnectionId, Housekeeper};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::Answer;
use super::activity::SubmissionRow;
use super::error::WireReason;
use super::target::WireTarget;

/// What waits, of all accounts.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Queue {
    /// Whether the person has paused it.
    paused: bool,
    /// How many runs wait.
    total: u32,
    /// The first of them, in the order in which they go out.
    runs: Vec<QueuedRun>,
}

/// A run of which something waits.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QueuedRun {
    run: i64,
    /// The first of its submissions that waits.
    submission: i64,
    name: String,
    target: WireTarget,
    /// What a person would call the target; `null` where nothing but its id is known.
    target_name: Option<String>,
    connection: String,
    /// `null` where the connection was removed since.
    connection_name: Option<String>,
    asked: String,
    /// How many items wait.
    items: u32,
    /// How many submissions the run has.
    parts: u32,
    /// How many of them wait.
    waiting: u32,
    /// The first items that wait.
    first: Vec<String>,
    /// Until when it can be undone, while it is in that time.
    until: Option<String>,
    /// Whether that time goes on by itself; otherwise the person is asked.
    counting: bool,
    /// What the first that waits is waiting for; `null` in its time to be undone.
    waits: Option<Waits>,
}

/// What a queued submission waits for.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Waits {
    #[serde(rename = "for")]
    waits_for: WaitsFor,
    /// About when it goes out; `null` where nobody can say.
    about: Option<String>,
}

/// What a queued submission waits for.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum WaitsFor {
    /// Others go first, or it goes at this moment.
    Turn,
    /// Room on its target, where so much is in progress.
    Room {
        /// Whether it is the wildcards' quota that is used up.
        wildcards: bool,
        /// Files and tags in progress there.
        files: u32,
        /// Wildcards in progress there.
        wildcards_in_progress: u32,
        /// Whether some of that is not this app's.
        others: bool,
    },
    /// AWS asked for a slower pace.
    Pace,
    /// The endpoint could not be reached; it is tried again.
    Network,
    /// An earlier part of its run: where that was refused, a person decides.
    EarlierPart { submission: i64, refused: bool },
    /// Credentials that work.
    SignIn { reason: WireReason },
    /// The person, who paused the queue.
    Paused,
    /// The person, who is asked whether it is still wanted.
    Decision,
}

/// The items of a run that were not taken.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunItems {
    name: String,
    /// In the order they would be sent.
    items: Vec<String>,
}

/// What waits, in the order in which it goes out.
#[tauri::command]
#[specta::specta]
pub async fn queue(house: State<'_, Housekeeper>) -> Answer<Queue> {
    let queue = house.queue().await?;
    Ok(Queue { paused: queue.is_paused, total: queue.total as u32, runs: rows(&house, queue.runs).await })
}

/// What waits for one target.
#[tauri::command]
#[specta::specta]
pub async fn target_queue(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
) -> Answer<Vec<QueuedRun>> {
    let runs = house.target_queue(&ConnectionId::new(connection), &target.into()).await?;
    Ok(rows(&house, runs).await)
}

/// What goes out only when the person says so.
#[tauri::command]
#[specta::specta]
pub async fn asks(house: State<'_, Housekeeper>) -> Answer<Vec<QueuedRun>> {
    let runs = house.asks().await?;
    Ok(rows(&house, runs).await)
}

/// Puts what waits of a run before what waits of another, or last.
#[tauri::command]
#[specta::specta]
pub async fn move_in_queue(house: State<'_, Housekeeper>, run: i64, before: Option<i64>) -> Answer<()> {
    Ok(house.move_in_queue(RunId(run), before.map(RunId)).await?)
}

/// Stops sending.
#[tauri::command]
#[specta::specta]
pub async fn pause_queue(house: State<'_, Housekeeper>) -> Answer<()> {
    Ok(house.pause_queue().await?)
}

/// Goes on sending, and tries again what was held back.
#[tauri::command]
#[specta::specta]
pub async fn resume_queue(house: State<'_, Housekeeper>) -> Answer<()> {
    Ok(house.resume_queue().await?)
}

/// Takes back everything of a run that was never taken, and says how many submissions that were.
#[tauri::command]
#[specta::specta]
pub async fn undo(house: State<'_, Housekeeper>, run: i64) -> Answer<u32> {
    Ok(house.undo(RunId(run)).await?)
}

/// Lets a run go at once, or after all.
#[tauri::command]
#[specta::specta]
pub async fn send_now(house: State<'_, Housekeeper>, run: i64) -> Answer<()> {
    Ok(house.send_now(RunId(run)).await?)
}

/// Takes single items, by their positions from 0, out of a submission that was never taken. Gives the one that stands in
/// for it, or itself, withdrawn, where no item is left.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_items(
    house: State<'_, Housekeeper>,
    submission: i64,
    positions: Vec<u32>,
) -> Answer<SubmissionRow> {
    let positions: BTreeSet<usize> = positions.into_iter().map(|position| position as usize).collect();
    let left = house.withdraw_items(SubmissionId(submission), &positions).await?;
    SubmissionRow::of(&house, left).await
}

/// The items of a run that were not taken, to be put into an editor.
#[tauri::command]
#[specta::specta]
pub async fn run_items(house: State<'_, Housekeeper>, run: i64) -> Answer<RunItems> {
    let run = house.run_items(RunId(run)).await?;
    Ok(RunItems { name: run.name, items: run.items.into_iter().map(|item| item.as_str().to_owned()).collect() })
}

async fn rows(house: &Housekeeper, runs: Vec<engine::QueuedRun>) -> Vec<QueuedRun> {
    let mut rows = Vec::with_capacity(runs.len());
    for run in runs {
        let first = &run.first;
        rows.push(QueuedRun {
            run: run.run.0,
            submission: first.id.0,
            name: first.name.clone(),
            target: WireTarget::from(&first.order.target),
            target_name: house.target_name(first).await,
            connection: first.connection.clone(),
            connection_name: house.connection_name(first).await,
            asked: first.asked.to_string(),
            items: run.items as u32,
            parts: run.parts as u32,
            waiting: run.waiting as u32,
            first: run.preview().iter().map(|item| item.as_str().to_owned()).collect(),
            until: match &first.state {
                domain::submission::State::Waiting(waiting) => Some(waiting.until.to_string()),
                _ => None,
            },
            counting: run.is_counting,
            waits: run.waits.map(|waits| Some(waits).into()),
        });
    }
    rows
}

/// What is queued and has no place in the plan was let go at this moment: it is its turn.
impl From<Option<engine::Waits>> for Waits {
    fn from(waits: Option<engine::Waits>) -> Self {
        match waits {
            Some(waits) => {
                Self { waits_for: waits.waits_for.into(), about: waits.about.map(|about| about.to_string()) }
            }
            None => Self { waits_for: WaitsFor::Turn, about: None },
        }
    }
}

impl From<queue::WaitsFor> for WaitsFor {
    fn from(waits_for: queue::WaitsFor) -> Self {
        match waits_for {
            queue::WaitsFor::Turn => Self::Turn,
            queue::WaitsFor::Room { in_progress, wildcards, others } => Self::Room {
                wildcards,
                files: in_progress.files as u32,
                wildcards_in_progress: in_progress.wildcards as u32,
                others,
            },
            queue::WaitsFor::Pace => Self::Pace,
            queue::WaitsFor::Network => Self::Network,
            queue::WaitsFor::EarlierPart { part, refused } => Self::EarlierPart { submission: part.0, refused },
            queue::WaitsFor::SignIn(reason) => Self::SignIn { reason: reason.into() },
            queue::WaitsFor::Resume => Self::Paused,
            queue::WaitsFor::Decision => Self::Decision,
        }
    }
}
