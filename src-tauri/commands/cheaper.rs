//! How the same would be cleared with fewer items, and doing it in the editor.

use domain::Item;
use domain::cheaper::{Kind, Suggestion};
use engine::{ConnectionId, Housekeeper, Reckoned};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::Answer;
use super::target::WireTarget;

/// A way to clear the same with fewer items.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Cheaper {
    kind: CheaperKind,
    /// What would stand in place of the others; `null` where they are only left out.
    item: Option<String>,
    /// The first of the items that it takes out.
    examples: Vec<String>,
    /// How many items it takes out.
    replaces: u32,
    /// How many fewer items would be sent.
    saves: u32,
    /// What those would cost.
    saves_least: String,
    saves_most: String,
    /// How many other paths it clears, of those that this account is known to have cleared on this target.
    also_clears: u32,
    /// The first of them.
    also_examples: Vec<String>,
    /// The header that carries cache tags, for `tags`, which cannot be applied.
    header: Option<String>,
}

/// Covered by a wildcard of the same batch; a path with and without a slash at its end; many below one directory; one
/// path with many queries; cache tags in place of paths.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CheaperKind {
    Covered,
    Twins,
    Directory,
    Queries,
    Tags,
}

/// The editor's text with one way to make it cheaper applied.
#[tauri::command]
#[specta::specta]
pub async fn apply_cheaper(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
    text: String,
    kind: CheaperKind,
    item: Option<String>,
) -> Answer<String> {
    let (connection, item) = (ConnectionId::new(connection), item.map(Item::as_sent));
    Ok(house.apply_cheaper(&connection, &target.into(), &text, kind.into(), item).await?)
}

impl Cheaper {
    pub(super) fn of(suggestion: Suggestion, reckoned: &Reckoned, header: Option<&str>) -> Self {
        let saves = suggestion.saves as u64;
        let (least, most) = reckoned.saved(saves);
        Self {
            kind: suggestion.kind.into(),
            item: suggestion.item.map(|item| item.as_str().to_owned()),
            examples: suggestion.examples.iter().map(|item| item.as_str().to_owned()).collect(),
            replaces: suggestion.replaces as u32,
            saves: suggestion.saves as u32,
            saves_least: least.to_string(),
            saves_most: most.to_string(),
            also_clears: suggestion.also_clears as u32,
            also_examples: suggestion.also_examples,
            header: header.filter(|_| suggestion.kind == Kind::Tags).map(str::to_owned),
        }
    }
}

impl From<Kind> for CheaperKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Covered => Self::Covered,
            Kind::Twins => Self::Twins,
            Kind::Directory => Self::Directory,
            Kind::Queries => Self::Queries,
            Kind::Tags => Self::Tags,
        }
    }
}

impl From<CheaperKind> for Kind {
    fn from(kind: CheaperKind) -> Self {
        match kind {
            CheaperKind::Covered => Self::Covered,
            CheaperKind::Twins => Self::Twins,
            CheaperKind::Directory => Self::Directory,
            CheaperKind::Queries => Self::Queries,
            CheaperKind::Tags => Self::Tags,
        }
    }
}
