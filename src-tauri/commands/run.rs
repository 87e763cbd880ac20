//! A run of a saved batch: what it would send, and sending it.

use std::collections::BTreeMap;

use domain::template::Unfilled;
use engine::{BatchId, Housekeeper};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::activity::SubmissionRow;
use super::batches::{BatchTarget, NamedTarget, TemplateProblem};
use super::create::CheckReport;
use super::run_cost::RunCost;
use super::{Answer, WireError};

/// How many of the lines that a run makes cross to the window.
const LINES_SHOWN: usize = 200;

/// How many findings of a target do.
const FINDINGS_SHOWN: usize = 100;

/// What a run would do.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunReview {
    /// Variables without a value; nothing else is there then.
    missing: Vec<String>,
    problem: Option<TemplateProblem>,
    /// Whether the values make more lines than the app takes.
    too_many: bool,
    /// The first lines that it makes.
    lines: Vec<String>,
    /// How many lines it makes.
    line_count: u32,
    targets: Vec<ReviewedTarget>,
    /// How many items would be sent, over all targets.
    items: u32,
    /// How many findings are errors, over all targets.
    errors: u32,
    /// What it costs, for each account that it goes to.
    costs: Vec<RunCost>,
}

/// What the checks say for one target.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewedTarget {
    target: NamedTarget,
    report: Option<CheckReport>,
    /// Why there is no report.
    error: Option<WireError>,
}

/// What a run of a batch with these values on these targets would send, and cost.
#[tauri::command]
#[specta::specta]
pub async fn review_run(
    house: State<'_, Housekeeper>,
    id: i64,
    values: BTreeMap<String, Vec<String>>,
    targets: Vec<BatchTarget>,
) -> Answer<RunReview> {
    let on: Vec<engine::BatchTarget> = targets.into_iter().map(Into::into).collect();
    let review = house.review_run(BatchId(id), &values, &on).await?;
    Ok(RunReview::of(&house, review).await)
}

/// Stores a run of a batch, to be sent once its time to be undone is over; gives its first submission.
#[tauri::command]
#[specta::specta]
pub async fn run_batch(
    house: State<'_, Housekeeper>,
    id: i64,
    values: BTreeMap<String, Vec<String>>,
    targets: Vec<BatchTarget>,
    reason: String,
) -> Answer<SubmissionRow> {
    let reason = Housekeeper::tidy_reason(&reason)?;
    let on: Vec<engine::BatchTarget> = targets.into_iter().map(Into::into).collect();
    let first = house.run_batch(BatchId(id), &values, &on).await?;
    house.keep_reason(first.run, &reason).await;
    SubmissionRow::of(&house, first).await
}

impl RunReview {
    async fn of(house: &Housekeeper, review: engine::RunReview) -> Self {
        let (mut missing, mut problem, mut too_many, mut lines) = (Vec::new(), None, false, Vec::new());
        match review.lines {
            Ok(made) => lines = made,
            Err(Unfilled::Missing(names)) => missing = names,
            Err(Unfilled::Problem(found)) => problem = Some(found.into()),
            Err(Unfilled::TooMany) => too_many = true,
        }
        lines.retain(|line| !line.trim().is_empty());
        let line_count = lines.len() as u32;
        lines.truncate(LINES_SHOWN);
        let mut targets = Vec::with_capacity(review.targets.len());
        for (target, checked) in review.targets {
            let connection = &target.connection;
            let report = match checked {
                Ok(checked) => Ok(CheckReport::of(house, connection, checked, FINDINGS_SHOWN).await),
                Err(failure) => Err(failure),
            };
            let target = NamedTarget::of(house, &target).await;
            targets.push(match report {
                Ok(report) => ReviewedTarget { target, report: Some(report), error: None },
                Err(failure) => ReviewedTarget { target, report: None, error: Some(failure.into()) },
            });
        }
        let mut costs = Vec::with_capacity(review.costs.len());
        for (connection, reckoned) in review.costs {
            costs.push(RunCost::of(house, &connection, reckoned).await);
        }
        let reports = || targets.iter().filter_map(|target| target.report.as_ref());
        Self {
            missing,
            problem,
            too_many,
            lines,
            line_count,
            items: reports().map(CheckReport::items).sum(),
            errors: reports().map(CheckReport::errors).sum(),
            targets,
            costs,
        }
    }
}
