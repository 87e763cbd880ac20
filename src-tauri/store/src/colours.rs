//! Colours as the tables have them: by the names that they have in every file.

use domain::marks::Colour;

use crate::StoreError;

pub(crate) fn colour(table: &'static str, row: &str, name: &str) -> Result<Colour, StoreError> {
    serde_json::from_value(name.into()).map_err(|_| StoreError::Inconsistent {
        table,
        column: "colour",
        row: row.to_owned(),
        problem: format!("is no colour: {name:?}"),
    })
}

/// The name of a colour, as it has it in every file.
pub(crate) fn colour_name(colour: Colour) -> String {
    // A variant without content is a text.
    serde_json::to_value(colour).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}
