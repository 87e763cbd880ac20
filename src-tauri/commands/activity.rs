//! What this app sent.

use domain::submission::{State, Submission, SubmissionId};
use engine::Housekeeper;
use serde::Serialize;
use specta::Type;

use super::error::WireReason;
use super::target::WireTarget;
use super::{Answer, create};

/// How many items of a submission its row shows.
const PREVIEWED: usize = 3;

/// A row of the activity's table.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SubmissionRow {
    id: i64,
    connection: String,
    /// `null` where the connection was removed since.
    connection_name: Option<String>,
    target: WireTarget,
    /// What a person would call the target; `null` where nothing but its id is known.
    target_name: Option<String>,
    name: String,
    caller_reference: String,
    asked: String,
    items: u32,
    wildcards: u32,
    tags: u32,
    first: Vec<String>,
    state: SubmissionState,
    /// The refused submission that it stands in for.
    replaces: Option<i64>,
}

/// Where a submission stands.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum SubmissionState {
    Queued,
    Sending { since: String, attempt: u32 },
    InProgress { invalidation: String, created: String },
    Accepted { invalidation: String, created: String },
    Completed { invalidation: String, created: String, seen: String },
    Refused { at: String, reason: WireReason },
    Unknown { attempts: u32, lost: String, reason: WireReason },
}

/// A page of the activity.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ActivityPage {
    total: u32,
    rows: Vec<SubmissionRow>,
}

/// A submission with its items and its history.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SubmissionDetails {
    row: SubmissionRow,
    /// All of them, in the order they are sent.
    items: Vec<String>,
    history: Vec<Step>,
}

/// A step in a submission's history.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    at: String,
    /// The kind of the state it moved to.
    state: String,
    reason: Option<WireReason>,
}

/// What this app sent, what is not settled first, then the newest.
#[tauri::command]
#[specta::specta]
pub async fn activity(house: tauri::State<'_, Housekeeper>, offset: u32, limit: u32) -> Answer<ActivityPage> {
    let (total, submissions) = house.activity(offset, limit).await?;
    let mut rows = Vec::with_capacity(submissions.len());
    for submission in submissions {
        rows.push(SubmissionRow::of(&house, submission).await);
    }
    Ok(ActivityPage { total, rows })
}

/// One submission.
#[tauri::command]
#[specta::specta]
pub async fn submission(house: tauri::State<'_, Housekeeper>, id: i64) -> Answer<SubmissionDetails> {
    let history = house.submission(SubmissionId(id)).await?;
    let items = history.submission.order.batch.items().iter().map(|item| item.as_str().to_owned()).collect();
    let step = |transition: engine::ports::Transition| Step {
        at: transition.at.to_string(),
        state: transition.state.to_owned(),
        reason: transition.reason.map(WireReason::from),
    };
    Ok(SubmissionDetails {
        row: SubmissionRow::of(&house, history.submission).await,
        items,
        history: history.transitions.into_iter().map(step).collect(),
    })
}

/// Sends once more: the same reference where a reply was lost, a new submission where it was refused.
#[tauri::command]
#[specta::specta]
pub async fn retry(house: tauri::State<'_, Housekeeper>, id: i64) -> Answer<SubmissionRow> {
    let attempted = house.retry(SubmissionId(id)).await?;
    create::answer(&house, attempted).await
}

impl SubmissionRow {
    pub(super) async fn of(house: &Housekeeper, submission: Submission) -> Self {
        let batch = &submission.order.batch;
        Self {
            id: submission.id.0,
            connection: submission.connection.clone(),
            connection_name: house.connection_name(&submission).await,
            target: WireTarget::from(&submission.order.target),
            target_name: house.target_name(&submission).await,
            name: submission.name.clone(),
            caller_reference: submission.order.reference.to_string(),
            asked: submission.asked.to_string(),
            items: batch.len() as u32,
            wildcards: batch.wildcards() as u32,
            tags: batch.tags() as u32,
            first: batch.items().iter().take(PREVIEWED).map(|item| item.as_str().to_owned()).collect(),
            replaces: submission.replaces.map(|id| id.0),
            state: submission.state.into(),
        }
    }
}

impl From<State> for SubmissionState {
    fn from(state: State) -> Self {
        match state {
            State::Queued(_) => Self::Queued,
            State::Sending(state) => Self::Sending { since: state.since.to_string(), attempt: state.attempt },
            State::InProgress(state) => {
                Self::InProgress { invalidation: state.invalidation.to_string(), created: state.created.to_string() }
            }
            State::Accepted(state) => {
                Self::Accepted { invalidation: state.invalidation.to_string(), created: state.created.to_string() }
            }
            State::Completed(state) => Self::Completed {
                invalidation: state.invalidation.to_string(),
                created: state.created.to_string(),
                seen: state.seen.to_string(),
            },
            State::Refused(state) => Self::Refused { at: state.at.to_string(), reason: state.reason.into() },
            State::Unknown(state) => {
                Self::Unknown { attempts: state.attempts, lost: state.lost.to_string(), reason: state.reason.into() }
            }
        }
    }
}
