//! Exporting: saved batches and the history, as files in the person's Downloads folder.

use std::io::Write;

use engine::{BatchId, Housekeeper, SavedBatch};
use formats::history::{self, Entry};
use formats::import::{Imported, ImportedTarget};
use formats::{export, invbatch};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::Answer;
use super::error::WireError;

mod downloads;

/// How much of a file is shown before it is saved, in characters.
const SHOWN: usize = 20_000;

/// How many submissions of the history are read at a time.
const PAGE: u32 = 500;

/// The form of a file of batches; all but the app's own take one.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// The app's own form.
    Batches,
    /// The batch file of the AWS CLI.
    Cli,
    /// A line a path.
    Text,
    /// A table with one column.
    Csv,
}

/// How the history is written.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum HistoryFormat {
    Csv,
    Json,
}

/// What would be saved.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    file_name: String,
    /// The beginning of it.
    content: String,
    /// Whether that is all.
    whole: bool,
}

/// What would be saved of these batches.
#[tauri::command]
#[specta::specta]
pub async fn export_batches(house: State<'_, Housekeeper>, ids: Vec<i64>, format: ExportFormat) -> Answer<Exported> {
    let (file_name, content) = file(&house, &ids, format).await?;
    let end = content.char_indices().nth(SHOWN).map(|(at, _)| at);
    let whole = end.is_none();
    Ok(Exported { file_name, content: content[..end.unwrap_or(content.len())].to_owned(), whole })
}

/// Saves these batches in the Downloads folder, under a name that nothing has; gives the path.
#[tauri::command]
#[specta::specta]
pub async fn save_export(house: State<'_, Housekeeper>, ids: Vec<i64>, format: ExportFormat) -> Answer<String> {
    let (file_name, content) = file(&house, &ids, format).await?;
    save(&file_name, |file| file.write_all(content.as_bytes())).map_err(unsaved)
}

/// Saves what `write` writes in the Downloads folder, under a name that nothing has; gives the path. Half a file would pass
/// for a whole one, so nothing is left of one that could not be written.
pub(super) fn save(
    file_name: &str,
    write: impl FnOnce(&mut std::fs::File) -> std::io::Result<()>,
) -> std::io::Result<String> {
    let (mut file, path) = downloads::new_file(file_name)?;
    if let Err(error) = write(&mut file).and_then(|()| file.sync_all()) {
        let _ = std::fs::remove_file(&path);
        return Err(error);
    }
    Ok(path.display().to_string())
}

/// Saves every submission in the Downloads folder, under a name that nothing has; gives the path.
#[tauri::command]
#[specta::specta]
pub async fn export_history(house: State<'_, Housekeeper>, format: HistoryFormat) -> Answer<String> {
    let ending = match format {
        HistoryFormat::Csv => "csv",
        HistoryFormat::Json => "json",
    };
    let (mut file, path) = downloads::new_file(&format!("housekeeper-history.{ending}")).map_err(unsaved)?;
    let written = write_history(&house, format, &mut file).await;
    if written.is_err() {
        // Half a history would pass for a whole one.
        let _ = std::fs::remove_file(&path);
    }
    written?;
    Ok(path.display().to_string())
}

/// A page at a time: a long history is never in memory as a whole.
async fn write_history(house: &Housekeeper, format: HistoryFormat, file: &mut std::fs::File) -> Answer<()> {
    let mut writer = history::Writer::new(std::io::BufWriter::new(file), matches!(format, HistoryFormat::Json));
    let mut offset = 0;
    loop {
        let (_, submissions) = house.activity(offset, PAGE).await?;
        if submissions.is_empty() {
            break;
        }
        offset += submissions.len() as u32;
        let reasons = house.reasons_of(&submissions).await;
        for submission in &submissions {
            let entry = Entry {
                submission,
                reason: reasons.get(&submission.run).map(String::as_str).unwrap_or_default(),
                connection: house.connection_name(submission).await,
                target_name: house.target_name(submission).await,
            };
            writer.add(&entry).map_err(unsaved)?;
        }
    }
    writer.finish().and_then(|mut rest| rest.flush()).map_err(unsaved)
}

async fn file(house: &Housekeeper, ids: &[i64], format: ExportFormat) -> Answer<(String, String)> {
    if let ExportFormat::Batches = format {
        let mut batches = Vec::with_capacity(ids.len());
        for id in ids {
            batches.push(outgoing(house, house.batch(BatchId(*id)).await?).await);
        }
        let name = match &batches[..] {
            [one] => format!("{}.json", domain::slug(&one.name)),
            _ => "housekeeper-batches.json".to_owned(),
        };
        return Ok((name, export::batches(&batches)));
    }
    let &[id] = ids else {
        return Err(invalid("This format takes one batch at a time. Select one, or use Housekeeper’s own file."));
    };
    let id = BatchId(id);
    if let ExportFormat::Cli = format {
        let order = house.order_of_batch(id).await?;
        return Ok((invbatch::file_name(&order.reference), invbatch::write(&order)));
    }
    let batch = house.batch(id).await?.content;
    let lines = domain::template::Template::read(&batch.text).ok().and_then(|it| it.fill(&Default::default()).ok());
    let mut lines =
        lines.ok_or_else(|| invalid("This batch has variables, which only Housekeeper’s own file can hold."))?;
    lines.retain(|line| !line.trim().is_empty());
    let (lines, slug) = (lines.iter().map(String::as_str), domain::slug(&batch.name));
    Ok(match format {
        ExportFormat::Csv => (format!("{slug}.csv"), export::csv(lines)),
        _ => (format!("{slug}.txt"), export::text(lines)),
    })
}

/// A batch as it goes out: connections by their names, which mean something elsewhere.
async fn outgoing(house: &Housekeeper, batch: SavedBatch) -> Imported {
    let content = batch.content;
    let mut targets = Vec::with_capacity(content.targets.len());
    for target in content.targets {
        let connection = house.name_of_connection(&target.connection).await;
        targets.push(ImportedTarget { connection, target: target.target });
    }
    let lines = content.text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    let engine::BatchContent { name, description, variables, favourite, labels, colour, .. } =
        engine::BatchContent { targets: Vec::new(), ..content };
    Imported { name, description, lines, variables, targets, favourite, labels, colour }
}

pub(super) fn unsaved(error: std::io::Error) -> WireError {
    invalid(&format!("The file could not be saved in the Downloads folder: {error}"))
}

fn invalid(sentence: &str) -> WireError {
    engine::Failure::Invalid { detail: sentence.to_owned() }.into()
}
