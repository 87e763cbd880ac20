//! What this app sent, and what waits to be sent.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::submission::{State, Submission, SubmissionId};
use domain::{AccountKey, Target};
use engine::{Housekeeper, Standing};
use serde::Serialize;
use specta::Type;

use super::error::WireReason;
use super::queue::Waits;
use super::target::WireTarget;
use super::{Answer, WireError};

/// How many items of a submission its row shows.
const PREVIEWED: usize = 3;

/// A row of the activity's table.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SubmissionRow {
    id: i64,
    /// The run it belongs to: everything of one click.
    run: i64,
    /// Which part of its run it is, from 1.
    part: u32,
    /// How many parts the run has.
    parts: u32,
    connection: String,
    /// `null` where the connection was removed since.
    connection_name: Option<String>,
    target: WireTarget,
    /// What a person would call the target; `null` where nothing but its id is known.
    target_name: Option<String>,
    name: String,
    /// The reason or ticket that the person gave; may be empty.
    reason: String,
    caller_reference: String,
    asked: String,
    items: u32,
    wildcards: u32,
    tags: u32,
    first: Vec<String>,
    state: SubmissionState,
    /// The submission that it stands in for, which was refused or withdrawn in part.
    replaces: Option<i64>,
    /// Whether others stand in for it.
    is_replaced: bool,
    /// Whether Undo takes it back.
    can_undo: bool,
    /// Whether it can be let go at once.
    can_send_now: bool,
}

/// Where a submission stands.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum SubmissionState {
    /// In its time to be undone. Where that does not go on by itself, because the app ended or the computer slept in it,
    /// the person is asked.
    Waiting {
        until: String,
        counting: bool,
    },
    /// `reason`: why it was put off, where it was attempted and not taken.
    Queued {
        reason: Option<WireReason>,
        waits: Waits,
    },
    Sending {
        since: String,
        attempt: u32,
    },
    /// `expected`: about when it is done, as this account's history tells.
    InProgress {
        invalidation: String,
        created: String,
        expected: String,
    },
    Accepted {
        invalidation: String,
        created: String,
    },
    Completed {
        invalidation: String,
        created: String,
        seen: String,
    },
    Refused {
        at: String,
        reason: WireReason,
    },
    Unknown {
        attempts: u32,
        lost: String,
        reason: WireReason,
    },
    /// Taken back before it was taken; nothing was invalidated.
    Withdrawn {
        at: String,
    },
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

/// What this app sent: what is not settled first, in the order of the queue, then the newest.
#[tauri::command]
#[specta::specta]
pub async fn activity(house: tauri::State<'_, Housekeeper>, offset: u32, limit: u32) -> Answer<ActivityPage> {
    let (total, submissions) = house.activity(offset, limit).await?;
    Ok(ActivityPage { total, rows: SubmissionRow::all(&house, submissions).await? })
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
        row: SubmissionRow::of(&house, history.submission).await?,
        items,
        history: history.transitions.into_iter().map(step).collect(),
    })
}

/// Sends once more: the same reference where a reply was lost, a new submission where it was refused.
#[tauri::command]
#[specta::specta]
pub async fn retry(house: tauri::State<'_, Housekeeper>, id: i64) -> Answer<SubmissionRow> {
    let attempted = house.retry(SubmissionId(id)).await?;
    SubmissionRow::of(&house, attempted.submission).await
}

/// Why a submission was refused, with what an administrator would grant where a permission is missing.
#[tauri::command]
#[specta::specta]
pub async fn refusal(house: tauri::State<'_, Housekeeper>, id: i64) -> Answer<WireError> {
    Ok(WireError::of_refused(&house, SubmissionId(id)).await?)
}

impl SubmissionRow {
    pub(super) async fn of(house: &Housekeeper, submission: Submission) -> Answer<Self> {
        let mut rows = Self::all(house, vec![submission]).await?;
        Ok(rows.remove(0))
    }

    /// As many rows as submissions, in their order.
    async fn all(house: &Housekeeper, submissions: Vec<Submission>) -> Answer<Vec<Self>> {
        let standings = house.standings(&submissions).await?;
        let reasons = house.reasons_of(&submissions).await;
        let mut names = Names::default();
        let mut rows = Vec::with_capacity(submissions.len());
        for (submission, standing) in submissions.into_iter().zip(standings) {
            let reason = reasons.get(&submission.run).cloned().unwrap_or_default();
            names.learn(house, &submission).await;
            rows.push(Self::with(&names, submission, standing, reason));
        }
        Ok(rows)
    }

    fn with(names: &Names, submission: Submission, standing: Standing, reason: String) -> Self {
        let batch = &submission.order.batch;
        let is_waiting = matches!(submission.state, State::Waiting(_));
        Self {
            id: submission.id.0,
            run: submission.run.0,
            part: standing.part as u32,
            parts: standing.parts as u32,
            connection: submission.connection.clone(),
            connection_name: names.connections.get(&submission.connection).cloned().flatten(),
            target: WireTarget::from(&submission.order.target),
            target_name: names.targets.get(&Names::key(&submission)).cloned().flatten(),
            name: submission.name.clone(),
            reason,
            caller_reference: submission.order.reference.to_string(),
            asked: submission.asked.to_string(),
            items: batch.len() as u32,
            wildcards: batch.wildcards() as u32,
            tags: batch.tags() as u32,
            first: batch.items().iter().take(PREVIEWED).map(|item| item.as_str().to_owned()).collect(),
            replaces: submission.replaces.map(|id| id.0),
            is_replaced: standing.is_replaced,
            can_undo: is_waiting || matches!(submission.state, State::Queued(_)),
            can_send_now: is_waiting || standing.waits.as_ref().is_some_and(|waits| waits.is_for_a_decision()),
            state: SubmissionState::of(submission.state, standing),
        }
    }
}

/// What the connections and targets of a page are called: many of its rows have the same.
#[derive(Default)]
struct Names {
    connections: HashMap<String, Option<String>>,
    targets: HashMap<(String, AccountKey, Target), Option<String>>,
}

impl Names {
    fn key(submission: &Submission) -> (String, AccountKey, Target) {
        (submission.connection.clone(), submission.account.clone(), submission.order.target.clone())
    }

    async fn learn(&mut self, house: &Housekeeper, submission: &Submission) {
        if let Entry::Vacant(unknown) = self.connections.entry(submission.connection.clone()) {
            unknown.insert(house.connection_name(submission).await);
        }
        if let Entry::Vacant(unknown) = self.targets.entry(Self::key(submission)) {
            unknown.insert(house.target_name(submission).await);
        }
    }
}

impl SubmissionState {
    fn of(state: State, standing: Standing) -> Self {
        match state {
            State::Waiting(state) => Self::Waiting { until: state.until.to_string(), counting: standing.is_counting },
            State::Queued(state) => Self::Queued {
                reason: state.put_off.map(|put_off| put_off.reason.into()),
                waits: standing.waits.into(),
            },
            State::Sending(state) => Self::Sending { since: state.since.to_string(), attempt: state.attempt },
            State::InProgress(state) => Self::InProgress {
                invalidation: state.invalidation.to_string(),
                created: state.created.to_string(),
                expected: standing.expected.unwrap_or(state.created).to_string(),
            },
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
            State::Withdrawn(state) => Self::Withdrawn { at: state.at.to_string() },
        }
    }
}
