//! Drafts: what was typed and is neither sent nor saved. Keys and contents are the window's own.

use engine::Housekeeper;
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::Answer;

/// What was typed.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// JSON that the window wrote.
    content: String,
    at: String,
}

/// That there is a draft.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftMark {
    key: String,
    at: String,
}

/// What was typed and is neither sent nor saved, under its key.
#[tauri::command]
#[specta::specta]
pub async fn draft(house: State<'_, Housekeeper>, key: String) -> Answer<Option<Draft>> {
    let draft = house.draft(&key).await?;
    Ok(draft.map(|draft| Draft { content: draft.content, at: draft.at.to_string() }))
}

/// Which drafts there are.
#[tauri::command]
#[specta::specta]
pub async fn drafts(house: State<'_, Housekeeper>) -> Answer<Vec<DraftMark>> {
    let drafts = house.drafts().await?;
    Ok(drafts.into_iter().map(|(key, at)| DraftMark { key, at: at.to_string() }).collect())
}

/// Keeps what was typed, in place of what was kept under its key.
#[tauri::command]
#[specta::specta]
pub async fn keep_draft(house: State<'_, Housekeeper>, key: String, content: String) -> Answer<()> {
    Ok(house.keep_draft(key, content).await?)
}

/// Forgets a draft.
#[tauri::command]
#[specta::specta]
pub async fn drop_draft(house: State<'_, Housekeeper>, key: String) -> Answer<()> {
    Ok(house.drop_draft(&key).await?)
}
