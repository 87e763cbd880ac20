//! What the administrator of this computer has fixed.

use engine::Housekeeper;
use serde::Serialize;
use specta::Type;
use tauri::State;

/// What the administrator of this computer has fixed.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PolicyView {
    /// Where the file stands, or would.
    path: String,
    state: PolicyState,
    /// `null` for what is not fixed.
    undo_seconds: Option<u32>,
    /// Whether everything may be cleared with one wildcard.
    everything: bool,
    distributions: Option<Vec<String>>,
    prefixes: Option<Vec<String>>,
    /// How many connections, nicknames and batches it brings.
    connections: u32,
    nicknames: u32,
    batches: u32,
}

/// Whether the file holds.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum PolicyState {
    /// There is none.
    None,
    /// What it says holds.
    InForce,
    /// Nothing is sent until it is mended.
    Broken {
        /// What is wrong with it.
        reason: String,
    },
}

/// What the administrator of this computer has fixed.
#[tauri::command]
#[specta::specta]
pub async fn policy(house: State<'_, Housekeeper>) -> super::Answer<PolicyView> {
    let (state, policy) = match house.administrators_policy() {
        Ok(None) => (PolicyState::None, None),
        Ok(Some(policy)) => (PolicyState::InForce, Some(policy)),
        Err(broken) => (PolicyState::Broken { reason: broken.problem }, None),
    };
    let policy = policy.unwrap_or_default();
    Ok(PolicyView {
        path: house.administrators_file(),
        state,
        undo_seconds: policy.undo.map(|undo| undo.as_secs() as u32),
        everything: policy.allow.everything,
        distributions: policy.allow.distributions.clone(),
        prefixes: policy.allow.prefixes.clone(),
        connections: policy.connections.len() as u32,
        nicknames: policy.nicknames.len() as u32,
        batches: policy.batches.len() as u32,
    })
}
