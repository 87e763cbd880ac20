//! A line that is tried in the help.

use domain::trial::{self, Example, Why};
use serde::Serialize;
use specta::Type;

use super::Answer;
use super::create::WireFinding;

/// What is tried: one line of an editor.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TriedItem {
    /// As it would be sent; `null` where it cannot be.
    item: Option<String>,
    /// What the checks say of the line.
    findings: Vec<WireFinding>,
    /// Empty where it cannot be sent.
    examples: Vec<TriedExample>,
}

/// An address that stands for others, and whether the item that is tried clears it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TriedExample {
    path: String,
    cleared: bool,
    why: TriedWhy,
}

/// Why an address is shown: the item itself; with a query behind it; something below it; something that only begins like
/// it; in another case; without or with a slash at its end; the directory it is in; something beside it; what has the tag.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum TriedWhy {
    Itself,
    Query,
    Below,
    BeginsAlike,
    OtherCase,
    WithoutSlash,
    WithSlash,
    Directory,
    Beside,
    Tagged,
}

impl From<Why> for TriedWhy {
    fn from(why: Why) -> Self {
        match why {
            Why::Itself => Self::Itself,
            Why::Query => Self::Query,
            Why::Below => Self::Below,
            Why::BeginsAlike => Self::BeginsAlike,
            Why::OtherCase => Self::OtherCase,
            Why::WithoutSlash => Self::WithoutSlash,
            Why::WithSlash => Self::WithSlash,
            Why::Directory => Self::Directory,
            Why::Beside => Self::Beside,
            Why::Tagged => Self::Tagged,
        }
    }
}

impl From<Example> for TriedExample {
    fn from(Example { path, cleared, why }: Example) -> Self {
        Self { path, cleared, why: why.into() }
    }
}

/// What one line would clear, tried on addresses made up from it. Nothing is asked of AWS.
#[tauri::command]
#[specta::specta]
pub async fn try_item(text: String) -> Answer<TriedItem> {
    let tried = trial::try_line(&text);
    Ok(TriedItem {
        item: tried.item.map(|item| item.as_str().to_owned()),
        findings: tried.findings.into_iter().map(Into::into).collect(),
        examples: tried.examples.into_iter().map(Into::into).collect(),
    })
}
