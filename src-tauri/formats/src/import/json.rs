//! JSON: the app's own form (`docs/housekeeper-batches.schema.json`) and the AWS CLI's batch files (awscli
//! `customizations/cloudfront.py`; API, `CreateInvalidation` and `CreateInvalidationForDistributionTenant`).

mod cli;
mod few;
mod own;

use serde::Deserialize;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::places::Places;
use super::{FileName, Import, Kind, Options, Problem, ProblemKind};

/// The `format` of the app's own form.
pub(crate) const FORMAT: &str = "housekeeper-batches";

/// Its version.
pub(crate) const VERSION: u64 = 1;

/// How deep JSON may be nested: as deep as serde_json goes. None of the forms has more than eight levels.
const MOST_DEPTH: usize = 128;

/// What tells one form from another.
#[derive(Deserialize)]
struct Probe<'t> {
    #[serde(borrow)]
    format: Option<&'t RawValue>,
    #[serde(borrow)]
    version: Option<&'t RawValue>,
    #[serde(borrow, rename = "Paths")]
    paths: Option<&'t RawValue>,
    #[serde(borrow, rename = "InvalidationBatch")]
    batch: Option<&'t RawValue>,
}

/// Reads a JSON file of any form.
pub(super) fn read(text: &str, name: &FileName, options: &Options) -> Import {
    let mut json = Json { places: Places::new(text) };
    let unreadable = |problem| Import::new(Kind::Unreadable).refused(problem);
    if let Some(at) = too_deep(text) {
        return unreadable(Problem::new(ProblemKind::TooDeep, "").at(Some(json.places.of(at))));
    }
    let whole = text.trim();
    let probe = match serde_json::from_str::<Probe<'_>>(whole) {
        Ok(probe) if whole.starts_with('{') => probe,
        Err(error) if error.classify() != Category::Data => return unreadable(json.bad(whole, &error)),
        _ => return unreadable(Problem::new(ProblemKind::UnknownJson, "").at(Some(json.places.of_part(whole)))),
    };
    match probe {
        Probe { format: Some(format), version, .. } => match format.get().trim_matches('"') {
            FORMAT => own::read(&mut json, whole, version),
            other => unreadable(Problem::new(ProblemKind::UnknownJson, other)),
        },
        Probe { batch: Some(batch), .. } => cli::read_wrapped(&mut json, whole, batch, name, options),
        Probe { paths: Some(_), .. } => cli::read_bare(&mut json, whole, name, options),
        _ => unreadable(Problem::new(ProblemKind::UnknownJson, "")),
    }
}

/// A JSON text, in whose parts something can be wrong.
struct Json<'t> {
    places: Places<'t>,
}

impl Json<'_> {
    /// An object that is a part of the text.
    fn object<'p, T: Deserialize<'p>>(&mut self, part: &'p str) -> Result<T, Problem> {
        if !part.starts_with('{') {
            return Err(self.problem(ProblemKind::BadJson, "expected an object", part));
        }
        self.value(part)
    }

    /// Any value that is a part of the text.
    fn value<'p, T: Deserialize<'p>>(&mut self, part: &'p str) -> Result<T, Problem> {
        serde_json::from_str(part).map_err(|error| self.bad(part, &error))
    }

    /// A problem with a part of the text, which is where it begins.
    fn problem(&mut self, kind: ProblemKind, subject: &str, part: &str) -> Problem {
        Problem::new(kind, subject).at(Some(self.places.of_part(part)))
    }

    /// What the parser says of a part of the text. It counts lines and columns from where the part begins.
    fn bad(&mut self, part: &str, error: &serde_json::Error) -> Problem {
        let (line, column) = self.places.of_part(part);
        let number = |number: usize| u32::try_from(number.max(1)).unwrap_or(u32::MAX) - 1;
        let place = match number(error.line()) {
            0 => (line, column.saturating_add(number(error.column()))),
            lines => (line.saturating_add(lines), number(error.column()).saturating_add(1)),
        };
        let said = error.to_string();
        let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
        Problem::new(ProblemKind::BadJson, said).at(Some(place))
    }
}

/// Where a text is nested deeper than [`MOST_DEPTH`]. The parser itself goes as deep as it likes through what it does
/// not keep.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST_DEPTH {
            return Some(at);
        }
    }
    None
}
