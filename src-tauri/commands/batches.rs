//! Saved batches: the list, and the editor.

use std::collections::BTreeMap;

use domain::template::{self, Problem, ProblemKind, Template};
use engine::{BatchColumn, BatchContent, BatchId, ConnectionId, Housekeeper, SavedBatch};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::Answer;
use super::colour::Colour;
use super::target::WireTarget;

/// How many lines of a batch its row shows.
const PREVIEWED: usize = 3;

/// A saved batch in the list.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BatchRow {
    id: i64,
    name: String,
    description: String,
    favourite: bool,
    labels: Vec<String>,
    colour: Colour,
    /// How many of its lines are not empty.
    items: u32,
    /// The first of them.
    first: Vec<String>,
    /// The names of its variables.
    variables: Vec<String>,
    targets: Vec<NamedTarget>,
    created: String,
    edited: String,
    last_run: Option<String>,
    /// The connections of the last run, by their names; one that was removed since has none.
    last_run_by: Vec<String>,
}

/// A page of the saved batches.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BatchList {
    total: u32,
    matching: u32,
    rows: Vec<BatchRow>,
}

/// Which batches to show; favourites come first.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BatchQuery {
    /// Words that must all occur in the name, the description, the lines or the labels.
    filter: String,
    /// A label that it must have.
    label: Option<String>,
    /// Whether only favourites are wanted.
    favourites: bool,
    sort: BatchSort,
    descending: bool,
    offset: u32,
    limit: u32,
}

/// By what batches are sorted.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum BatchSort {
    Name,
    Items,
    Created,
    Edited,
    LastRun,
}

/// A saved batch, whole.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BatchDetails {
    row: BatchRow,
    text: String,
    variables: Vec<Variable>,
    /// The values of its last run.
    last_values: BTreeMap<String, Vec<String>>,
}

/// A batch as it is written down.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BatchForm {
    name: String,
    description: String,
    text: String,
    variables: Vec<Variable>,
    targets: Vec<BatchTarget>,
    favourite: bool,
    labels: Vec<String>,
    colour: Colour,
}

/// A variable of a batch.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Variable {
    name: String,
    /// What to put there.
    hint: String,
    kind: VariableKind,
    /// What stands there to begin with: one value, several where many may be chosen, or none.
    default: Vec<String>,
}

/// What a variable takes; a date is written as `2026-11-25`.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum VariableKind {
    Text,
    OneOf { choices: Vec<String> },
    ManyOf { choices: Vec<String> },
    Date,
}

/// Where a batch is run.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BatchTarget {
    connection: String,
    target: WireTarget,
}

/// The same, with what a person would call both.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NamedTarget {
    connection: String,
    /// `null` where the connection was removed since.
    connection_name: Option<String>,
    target: WireTarget,
    /// `null` where nothing but its id is known.
    target_name: Option<String>,
}

/// What a batch was before.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BatchVersion {
    number: i64,
    at: String,
    name: String,
    description: String,
    labels: Vec<String>,
    colour: Colour,
    items: u32,
    text: String,
}

/// What is in the lines of a batch's editor.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TemplateFacts {
    /// Its variables, in the order of their first use.
    names: Vec<String>,
    problem: Option<TemplateProblem>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TemplateProblem {
    /// The line, from 1.
    line: u32,
    kind: TemplateProblemKind,
    /// The part that is meant.
    subject: String,
}

/// What can be wrong with a line.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum TemplateProblemKind {
    OpenBrace,
    CloseBrace,
    BadName,
}

/// A page of the saved batches.
#[tauri::command]
#[specta::specta]
pub async fn batches(house: State<'_, Housekeeper>, query: BatchQuery) -> Answer<BatchList> {
    let (total, matching, batches) = house.batches(&query.into()).await?;
    let mut rows = Vec::with_capacity(batches.len());
    for batch in &batches {
        rows.push(BatchRow::of(&house, batch).await);
    }
    Ok(BatchList { total, matching, rows })
}

/// One saved batch.
#[tauri::command]
#[specta::specta]
pub async fn batch(house: State<'_, Housekeeper>, id: i64) -> Answer<BatchDetails> {
    let batch = house.batch(BatchId(id)).await?;
    Ok(BatchDetails::of(&house, batch).await)
}

/// Keeps a new batch, or what one is from now on; what it was before stays as a version.
#[tauri::command]
#[specta::specta]
pub async fn save_batch(house: State<'_, Housekeeper>, id: Option<i64>, form: BatchForm) -> Answer<BatchDetails> {
    let saved = house.save_batch(id.map(BatchId), form.into()).await?;
    Ok(BatchDetails::of(&house, saved).await)
}

/// Marks a batch as a favourite, or no longer; that makes no version of it.
#[tauri::command]
#[specta::specta]
pub async fn set_favourite_batch(house: State<'_, Housekeeper>, id: i64, favourite: bool) -> Answer<()> {
    Ok(house.star_batch(BatchId(id), favourite).await?)
}

/// Every label that a batch has.
#[tauri::command]
#[specta::specta]
pub async fn batch_labels(house: State<'_, Housekeeper>) -> Answer<Vec<String>> {
    Ok(house.batch_labels().await?)
}

/// Keeps a copy of a batch.
#[tauri::command]
#[specta::specta]
pub async fn duplicate_batch(house: State<'_, Housekeeper>, id: i64) -> Answer<BatchDetails> {
    let copy = house.duplicate_batch(BatchId(id)).await?;
    Ok(BatchDetails::of(&house, copy).await)
}

/// Deletes a batch, which can be brought back.
#[tauri::command]
#[specta::specta]
pub async fn delete_batch(house: State<'_, Housekeeper>, id: i64) -> Answer<()> {
    Ok(house.delete_batch(BatchId(id)).await?)
}

/// Brings a deleted batch back.
#[tauri::command]
#[specta::specta]
pub async fn bring_back_batch(house: State<'_, Housekeeper>, id: i64) -> Answer<()> {
    Ok(house.bring_back_batch(BatchId(id)).await?)
}

/// What a batch was before, newest first.
#[tauri::command]
#[specta::specta]
pub async fn batch_versions(house: State<'_, Housekeeper>, id: i64) -> Answer<Vec<BatchVersion>> {
    let versions = house.batch_versions(BatchId(id)).await?;
    let version = |version: engine::BatchVersion| BatchVersion {
        number: version.number,
        at: version.at.to_string(),
        name: version.content.name,
        description: version.content.description,
        labels: version.content.labels,
        colour: version.content.colour.into(),
        items: lines_of(&version.content.text).count() as u32,
        text: version.content.text,
    };
    Ok(versions.into_iter().map(version).collect())
}

/// Makes a batch what it was in an earlier version.
#[tauri::command]
#[specta::specta]
pub async fn restore_batch_version(house: State<'_, Housekeeper>, id: i64, number: i64) -> Answer<BatchDetails> {
    let restored = house.restore_batch_version(BatchId(id), number).await?;
    Ok(BatchDetails::of(&house, restored).await)
}

/// What is in the lines of a batch's editor.
#[tauri::command]
#[specta::specta]
pub async fn template_facts(text: String) -> Answer<TemplateFacts> {
    Ok(match Template::read(&text) {
        Ok(template) => {
            TemplateFacts { names: template.names().into_iter().map(str::to_owned).collect(), problem: None }
        }
        Err(problem) => TemplateFacts { names: Vec::new(), problem: Some(problem.into()) },
    })
}

fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}

impl BatchRow {
    async fn of(house: &Housekeeper, batch: &SavedBatch) -> Self {
        let content = &batch.content;
        let mut targets = Vec::with_capacity(content.targets.len());
        for target in &content.targets {
            targets.push(NamedTarget::of(house, target).await);
        }
        let mut last_run_by = Vec::new();
        for connection in &batch.last_run_by {
            last_run_by.extend(house.name_of_connection(connection).await);
        }
        let template = Template::read(&content.text).ok();
        let names = template.map(|template| template.names().into_iter().map(str::to_owned).collect());
        Self {
            id: batch.id.0,
            name: content.name.clone(),
            description: content.description.clone(),
            favourite: content.favourite,
            labels: content.labels.clone(),
            colour: content.colour.into(),
            items: lines_of(&content.text).count() as u32,
            first: lines_of(&content.text).take(PREVIEWED).map(|line| line.trim().to_owned()).collect(),
            variables: names.unwrap_or_default(),
            targets,
            created: batch.created.to_string(),
            edited: batch.edited.to_string(),
            last_run: batch.last_run.map(|at| at.to_string()),
            last_run_by,
        }
    }
}

impl BatchDetails {
    async fn of(house: &Housekeeper, batch: SavedBatch) -> Self {
        Self {
            row: BatchRow::of(house, &batch).await,
            text: batch.content.text,
            variables: batch.content.variables.into_iter().map(Into::into).collect(),
            last_values: batch.last_values,
        }
    }
}

impl NamedTarget {
    pub(super) async fn of(house: &Housekeeper, target: &engine::BatchTarget) -> Self {
        Self {
            connection: target.connection.as_str().to_owned(),
            connection_name: house.name_of_connection(&target.connection).await,
            target: WireTarget::from(&target.target),
            target_name: house.name_of_target(target).await,
        }
    }
}

impl From<BatchQuery> for engine::BatchQuery {
    fn from(query: BatchQuery) -> Self {
        let sort = match query.sort {
            BatchSort::Name => BatchColumn::Name,
            BatchSort::Items => BatchColumn::Items,
            BatchSort::Created => BatchColumn::Created,
            BatchSort::Edited => BatchColumn::Edited,
            BatchSort::LastRun => BatchColumn::LastRun,
        };
        let BatchQuery { filter, label, favourites, descending, offset, limit, .. } = query;
        Self { filter, label, favourites, sort, descending, offset, limit }
    }
}

impl From<BatchForm> for BatchContent {
    fn from(form: BatchForm) -> Self {
        Self {
            name: form.name,
            description: form.description,
            text: form.text,
            variables: form.variables.into_iter().map(Into::into).collect(),
            targets: form.targets.into_iter().map(Into::into).collect(),
            favourite: form.favourite,
            labels: form.labels,
            colour: form.colour.into(),
        }
    }
}

impl From<BatchTarget> for engine::BatchTarget {
    fn from(target: BatchTarget) -> Self {
        Self { connection: ConnectionId::new(target.connection), target: target.target.into() }
    }
}

impl From<Variable> for template::Variable {
    fn from(variable: Variable) -> Self {
        let kind = match variable.kind {
            VariableKind::Text => template::VariableKind::Text,
            VariableKind::OneOf { choices } => template::VariableKind::OneOf { choices },
            VariableKind::ManyOf { choices } => template::VariableKind::ManyOf { choices },
            VariableKind::Date => template::VariableKind::Date,
        };
        Self { name: variable.name, hint: variable.hint, kind, default: variable.default }
    }
}

impl From<template::Variable> for Variable {
    fn from(variable: template::Variable) -> Self {
        let kind = match variable.kind {
            template::VariableKind::Text => VariableKind::Text,
            template::VariableKind::OneOf { choices } => VariableKind::OneOf { choices },
            template::VariableKind::ManyOf { choices } => VariableKind::ManyOf { choices },
            template::VariableKind::Date => VariableKind::Date,
        };
        Self { name: variable.name, hint: variable.hint, kind, default: variable.default }
    }
}

impl From<Problem> for TemplateProblem {
    fn from(problem: Problem) -> Self {
        let kind = match problem.kind {
            ProblemKind::OpenBrace => TemplateProblemKind::OpenBrace,
            ProblemKind::CloseBrace => TemplateProblemKind::CloseBrace,
            ProblemKind::BadName => TemplateProblemKind::BadName,
        };
        Self { line: problem.line, kind, subject: problem.subject }
    }
}
