//! Importing: a file comes in pieces, is looked at as often as its options change, and is kept at last, or forgotten.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use domain::template::Template;
use engine::{Fate, Housekeeper};
use formats::import::{self, Kind, MOST_BYTES};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::Answer;
use super::batches::NamedTarget;
use super::error::WireError;

mod found;

use found::Found;

/// How many lines of each batch a preview shows, and how many of each of a few.
const LINES_SHOWN: usize = 3;
const LINES_SHOWN_OF_FEW: usize = 20;

/// How many are a few.
const FEW: usize = 200;

/// How many hosts without a distribution are named.
const HOSTS_SHOWN: usize = 20;

/// How many imports are held at once. A window has one; what a page left behind goes when others come.
const MOST_HELD: usize = 4;

/// The files that are being imported.
#[derive(Default)]
pub struct Imports(Mutex<Held>);

#[derive(Default)]
struct Held {
    last: u32,
    files: HashMap<u32, File>,
}

#[derive(Clone, Default)]
struct File {
    name: String,
    bytes: Arc<Vec<u8>>,
}

/// What a person chose of how to read a file.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportOptions {
    /// What a batch is called that comes without a name.
    name: String,
    /// The column of a table, from 0; `null` to guess.
    column: Option<u32>,
    /// Whether the first row of a table is a header; `null` to guess.
    has_header: Option<bool>,
    /// Of a sitemap, only what begins so.
    prefix: String,
    /// Of a sitemap, only what was changed on this day (`2026-11-25`) or later.
    since: Option<String>,
    /// Whether URLs go to the distributions of the connection in use that serve their hosts.
    route: bool,
}

/// What is in a file.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    kind: ImportKind,
    /// Its batches.
    rows: Vec<ImportRow>,
    /// The first of its problems.
    problems: Vec<ImportProblem>,
    problem_count: u32,
    /// A table's columns by their header; empty texts where it has none.
    columns: Vec<String>,
    column: Option<u32>,
    has_header: bool,
    /// That of a file of the AWS CLI; not to be used again.
    caller_reference: Option<String>,
    /// How many lines, rows or URLs there are, before they are filtered.
    entries: u32,
    /// The first of what a sitemap index names and was asked for.
    sitemaps: Vec<String>,
    sitemap_count: u32,
    /// Whether it has URLs, which can be sorted to distributions.
    urls: bool,
    /// Hosts that no distribution serves, where URLs were to be sorted.
    unrouted: Vec<String>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ImportKind {
    Batches,
    Cli,
    Text,
    Csv,
    Sitemap,
    SitemapIndex,
    Unreadable,
}

/// A batch in a file.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Which, from 0.
    index: u32,
    name: String,
    description: String,
    items: u32,
    /// The first of its lines.
    first: Vec<String>,
    variables: Vec<String>,
    targets: Vec<NamedTarget>,
    fate: ImportFate,
    /// A sentence why it cannot be kept.
    problem: Option<String>,
    /// How many targets are left out, since nothing here is called as their connection.
    lost_targets: u32,
}

/// What would become of a batch.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ImportFate {
    New,
    /// Another has its name.
    Replaces,
    /// It is kept already, just so.
    Same,
}

/// Something wrong with a file.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportProblem {
    /// From 1, where it is known.
    line: Option<u32>,
    column: Option<u32>,
    kind: ImportProblemKind,
    /// Whether nothing of the file is taken.
    refusal: bool,
    /// The part that is meant.
    subject: String,
}

/// What can be wrong with a file.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ImportProblemKind {
    TooLarge,
    NotUtf8,
    Utf16,
    HasNul,
    BadGzip,
    BadJson,
    UnknownJson,
    NewerVersion,
    BadXml,
    HasDoctype,
    NotASitemap,
    TooDeep,
    BadCsv,
    Empty,
    TooManyLines,
    TooManyBatches,
    QuantityMismatch,
    NoPaths,
    BadTemplate,
    NoColumn,
    BadLoc,
    LongLine,
}

/// A batch that is to be kept.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportChoice {
    index: u32,
    name: String,
    /// Whether it may take the place of the batch of its name.
    replace: bool,
}

/// What was kept.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportDone {
    added: u32,
    replaced: u32,
}

/// Begins an import of a file of this name; empty for a text that was pasted.
#[tauri::command]
#[specta::specta]
pub async fn import_open(imports: State<'_, Imports>, name: String) -> Answer<u32> {
    let mut held = imports.lock();
    held.last += 1;
    let id = held.last;
    if held.files.len() >= MOST_HELD
        && let Some(oldest) = held.files.keys().min().copied()
    {
        held.files.remove(&oldest);
    }
    held.files.insert(id, File { name, bytes: Arc::default() });
    Ok(id)
}

/// Adds a piece of the file; gives the bytes so far.
#[tauri::command]
#[specta::specta]
pub async fn import_chunk(imports: State<'_, Imports>, id: u32, base64: String) -> Answer<u32> {
    let piece = BASE64_STANDARD.decode(base64).map_err(|error| unexpected(&error))?;
    let mut held = imports.lock();
    let file = held.files.get_mut(&id).ok_or_else(gone)?;
    if file.bytes.len() + piece.len() > MOST_BYTES {
        // What came is let go: nobody can go on with half a file.
        held.files.remove(&id);
        return Err(invalid("The file is larger than 64 MiB. Split it and import the parts."));
    }
    let bytes = Arc::make_mut(&mut file.bytes);
    bytes.extend_from_slice(&piece);
    Ok(bytes.len() as u32)
}

/// What is in the file.
#[tauri::command]
#[specta::specta]
pub async fn import_read(
    house: State<'_, Housekeeper>,
    imports: State<'_, Imports>,
    id: u32,
    options: ImportOptions,
) -> Answer<ImportPreview> {
    let found = imports.find(&house, id, &options).await?;
    let contents = found.batches.iter().map(|batch| batch.content.clone()).collect();
    let incoming = house.incoming(contents).await?;
    let lines_shown = if found.batches.len() > FEW { LINES_SHOWN } else { LINES_SHOWN_OF_FEW };
    let mut rows = Vec::with_capacity(found.batches.len());
    for (index, (batch, incoming)) in found.batches.iter().zip(incoming).enumerate() {
        let mut targets = Vec::new();
        for target in &batch.content.targets {
            targets.push(NamedTarget::of(&house, target).await);
        }
        let template = Template::read(&batch.content.text);
        let names = template.as_ref().map(|template| template.names().into_iter().map(str::to_owned).collect());
        rows.push(ImportRow {
            index: index as u32,
            name: batch.content.name.clone(),
            description: batch.content.description.clone(),
            items: template.as_ref().map_or(0, Template::len) as u32,
            first: batch.content.text.lines().take(lines_shown).map(str::to_owned).collect(),
            variables: names.unwrap_or_default(),
            targets,
            fate: match incoming.fate {
                Fate::New => ImportFate::New,
                Fate::Replaces(_) => ImportFate::Replaces,
                Fate::Same(_) => ImportFate::Same,
            },
            // Without a name it is given one in the preview.
            problem: incoming.content.err().filter(|_| !batch.content.name.trim().is_empty()).map(sentence),
            lost_targets: batch.lost_targets,
        });
    }
    let import = found.import;
    Ok(ImportPreview {
        kind: import.kind.into(),
        rows,
        problems: import.problems.into_iter().map(Into::into).collect(),
        problem_count: import.problem_count as u32,
        columns: import.columns,
        column: import.column.map(|column| column as u32),
        has_header: import.has_header,
        caller_reference: import.caller_reference,
        entries: import.entries as u32,
        sitemaps: import.sitemaps,
        sitemap_count: import.sitemap_count as u32,
        urls: found.has_urls,
        unrouted: found.unknown_hosts.into_iter().take(HOSTS_SHOWN).collect(),
    })
}

/// The lines of one batch, as they would be typed into the editor of an invalidation: braces stand once.
#[tauri::command]
#[specta::specta]
pub async fn import_lines(
    house: State<'_, Housekeeper>,
    imports: State<'_, Imports>,
    id: u32,
    options: ImportOptions,
    index: u32,
) -> Answer<String> {
    let found = imports.find(&house, id, &options).await?;
    let batch = found.batches.get(index as usize).ok_or_else(gone)?;
    let template = Template::read(&batch.content.text).map_err(|_| invalid("Its braces do not match."))?;
    let lines = template.fill(&HashMap::new().into_iter().collect());
    let lines = lines.map_err(|_| invalid("It has variables: save it as a batch, and run that."))?;
    Ok(lines.join("\n"))
}

/// Keeps what was chosen: all of it, or nothing.
#[tauri::command]
#[specta::specta]
pub async fn import_keep(
    house: State<'_, Housekeeper>,
    imports: State<'_, Imports>,
    id: u32,
    options: ImportOptions,
    choices: Vec<ImportChoice>,
) -> Answer<ImportDone> {
    let found = imports.find(&house, id, &options).await?;
    let mut chosen = Vec::with_capacity(choices.len());
    for ImportChoice { index, name, replace } in choices {
        let mut content = found.batches.get(index as usize).ok_or_else(gone)?.content.clone();
        content.name = name;
        chosen.push((content, replace));
    }
    let kept = house.keep_incoming(chosen).await?;
    Ok(ImportDone { added: kept.added, replaced: kept.replaced })
}

/// Forgets an import.
#[tauri::command]
#[specta::specta]
pub async fn import_close(imports: State<'_, Imports>, id: u32) -> Answer<()> {
    imports.lock().files.remove(&id);
    Ok(())
}

impl Imports {
    fn lock(&self) -> std::sync::MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn find(&self, house: &Housekeeper, id: u32, options: &ImportOptions) -> Answer<Found> {
        let file = self.lock().files.get(&id).cloned().ok_or_else(gone)?;
        Found::of(house, file, options).await
    }
}

fn invalid(sentence: &str) -> WireError {
    engine::Failure::Invalid { detail: sentence.to_owned() }.into()
}

fn unexpected(error: &dyn std::fmt::Display) -> WireError {
    engine::Failure::Unexpected { code: "import".to_owned(), detail: error.to_string() }.into()
}

/// The sentence of what the engine refused.
fn sentence(failure: engine::Failure) -> String {
    match failure {
        engine::Failure::Invalid { detail } => detail,
        other => other.to_string(),
    }
}

fn gone() -> WireError {
    invalid("The file is no longer at hand. Choose it again.")
}

impl From<Kind> for ImportKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Batches => Self::Batches,
            Kind::Cli => Self::Cli,
            Kind::Text => Self::Text,
            Kind::Csv => Self::Csv,
            Kind::Sitemap => Self::Sitemap,
            Kind::SitemapIndex => Self::SitemapIndex,
            Kind::Unreadable => Self::Unreadable,
        }
    }
}

impl From<import::Problem> for ImportProblem {
    fn from(problem: import::Problem) -> Self {
        Self {
            line: problem.line,
            column: problem.column,
            refusal: problem.kind.is_refusal(),
            kind: problem.kind.into(),
            subject: problem.subject,
        }
    }
}

impl From<import::ProblemKind> for ImportProblemKind {
    fn from(kind: import::ProblemKind) -> Self {
        use import::ProblemKind as Of;
        match kind {
            Of::TooLarge => Self::TooLarge,
            Of::NotUtf8 => Self::NotUtf8,
            Of::Utf16 => Self::Utf16,
            Of::HasNul => Self::HasNul,
            Of::BadGzip => Self::BadGzip,
            Of::BadJson => Self::BadJson,
            Of::UnknownJson => Self::UnknownJson,
            Of::NewerVersion => Self::NewerVersion,
            Of::BadXml => Self::BadXml,
            Of::HasDoctype => Self::HasDoctype,
            Of::NotASitemap => Self::NotASitemap,
            Of::TooDeep => Self::TooDeep,
            Of::BadCsv => Self::BadCsv,
            Of::Empty => Self::Empty,
            Of::TooManyLines => Self::TooManyLines,
            Of::TooManyBatches => Self::TooManyBatches,
            Of::QuantityMismatch => Self::QuantityMismatch,
            Of::NoPaths => Self::NoPaths,
            Of::BadTemplate => Self::BadTemplate,
            Of::NoColumn => Self::NoColumn,
            Of::BadLoc => Self::BadLoc,
            Of::LongLine => Self::LongLine,
        }
    }
}
