//! Files that batches go out as. The AWS CLI's is in [`invbatch`](crate::invbatch).

use domain::Target;
use domain::marks::Colour;
use domain::template::Variable;
use serde::Serialize;

use crate::import::{FORMAT, Imported, ImportedTarget, VERSION};

#[derive(Serialize)]
struct File<'b> {
    format: &'static str,
    version: u64,
    batches: Vec<Batch<'b>>,
}

#[derive(Serialize)]
struct Batch<'b> {
    name: &'b str,
    description: &'b str,
    lines: &'b [String],
    variables: &'b [Variable],
    targets: Vec<OwnTarget<'b>>,
    favourite: bool,
    labels: &'b [String],
    colour: Colour,
}

#[derive(Serialize)]
struct OwnTarget<'b> {
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<&'b str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    distribution: Option<&'b str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tenant: Option<&'b str>,
}

/// Batches in the app's own form, as `docs/housekeeper-batches.schema.json` has it: indented, with a line end.
pub fn batches(batches: &[Imported]) -> String {
    let batches = batches.iter().map(Batch::new).collect();
    let file = File { format: FORMAT, version: VERSION, batches };
    // Strings, numbers and lists in structs always have a JSON form.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Lines as a list, each with a line end.
pub fn text<'l>(lines: impl IntoIterator<Item = &'l str>) -> String {
    lines.into_iter().flat_map(|line| [line, "\n"]).collect()
}

/// Lines as a table with one column, `path`. Every cell is in quotes (RFC 4180, 2.5 to 2.7), so that a comma or a
/// semicolon in a path parts nothing, whatever reads it.
pub fn csv<'l>(lines: impl IntoIterator<Item = &'l str>) -> String {
    let mut table = String::new();
    for cell in std::iter::once("path").chain(lines) {
        table.push('"');
        table.push_str(&cell.replace('"', "\"\""));
        table.push_str("\"\r\n");
    }
    table
}

impl<'b> Batch<'b> {
    fn new(batch: &'b Imported) -> Self {
        Self {
            name: &batch.name,
            description: &batch.description,
            lines: &batch.lines,
            variables: &batch.variables,
            targets: batch.targets.iter().map(OwnTarget::new).collect(),
            favourite: batch.favourite,
            labels: &batch.labels,
            colour: batch.colour,
        }
    }
}

impl<'b> OwnTarget<'b> {
    fn new(target: &'b ImportedTarget) -> Self {
        let (distribution, tenant) = match &target.target {
            Target::Distribution(id) => (Some(id.as_str()), None),
            Target::Tenant(id) => (None, Some(id.as_str())),
        };
        Self { connection: target.connection.as_deref(), distribution, tenant }
    }
}
