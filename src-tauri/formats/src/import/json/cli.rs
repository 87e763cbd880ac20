//! The AWS CLI's batch file: what `--invalidation-batch` takes, and with its target what `--cli-input-json` takes.

use domain::template::escape;
use domain::{DistributionId, Target, TenantId};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::Json;
use super::few::Few;
use crate::import::{
    FileName, Import, Imported, ImportedTarget, Kind, MOST_LINES, Options, Problem, ProblemKind, fault_of, one_line,
};

/// An `InvalidationBatch`. As in every file of the CLI there may be more in it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Batch<'t> {
    #[serde(borrow)]
    paths: Paths<'t>,
    caller_reference: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Paths<'t> {
    #[serde(borrow)]
    quantity: Option<&'t RawValue>,
    #[serde(borrow, default)]
    items: Few<&'t RawValue, MOST_LINES>,
}

/// The operation's whole input: `DistributionId` for a distribution, `Id` for a tenant.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Input {
    distribution_id: Option<String>,
    id: Option<String>,
}

/// Reads a bare `InvalidationBatch`.
pub(super) fn read_bare(json: &mut Json<'_>, whole: &str, name: &FileName, options: &Options) -> Import {
    read(json, whole, None, name, options)
}

/// Reads the input of an operation, of which this is the batch.
pub(super) fn read_wrapped(
    json: &mut Json<'_>,
    whole: &str,
    batch: &RawValue,
    name: &FileName,
    options: &Options,
) -> Import {
    let input: Input = match json.object(whole) {
        Ok(input) => input,
        Err(problem) => return Import::new(Kind::Cli).refused(problem),
    };
    // A skeleton of the CLI has them empty.
    let named = |id: Option<String>| id.filter(|id| !id.trim().is_empty());
    let target = match (named(input.distribution_id), named(input.id)) {
        (Some(id), _) => Some(Target::Distribution(DistributionId::new(id))),
        (None, Some(id)) => Some(Target::Tenant(TenantId::new(id))),
        (None, None) => None,
    };
    read(json, batch.get(), target, name, options)
}

fn read(json: &mut Json<'_>, part: &str, target: Option<Target>, name: &FileName, options: &Options) -> Import {
    let mut import = Import::new(Kind::Cli);
    let batch: Batch<'_> = match json.object(part) {
        Ok(batch) => batch,
        Err(problem) => return import.refused(problem),
    };
    let items = &batch.paths.items;
    import.entries = items.count;
    if items.is_cut() {
        return import.refused(Problem::new(ProblemKind::TooManyLines, &items.count.to_string()));
    }
    // The CLI itself sends whatever stands there, and the service refuses it; the items are what was meant.
    if let Some(quantity) = batch.paths.quantity
        && quantity.get() != items.count.to_string()
    {
        import.tell(json.problem(ProblemKind::QuantityMismatch, quantity.get(), quantity.get()));
    }
    let mut lines = Vec::new();
    for item in &items.kept {
        let line: String = match json.value(item.get()) {
            Ok(line) => line,
            Err(problem) => return import.refused(problem),
        };
        match fault_of(&line) {
            Some(kind) => import.tell(json.problem(kind, &line, item.get())),
            None if line.trim().is_empty() => {}
            None => lines.push(escape(&line)),
        }
    }
    import.caller_reference = batch.caller_reference.filter(|reference| !reference.is_empty());
    let purpose = import.caller_reference.as_deref().map(|reference| one_line(purpose_of(reference)));
    let name = match purpose.filter(|purpose| !purpose.is_empty()) {
        Some(purpose) => purpose,
        None => name.or_given(options),
    };
    let targets = target.map(|target| ImportedTarget { connection: None, target }).into_iter().collect();
    let place = json.places.of_part(part);
    import.add(Imported { name, lines, targets, ..Imported::default() }, Some(place));
    import
}

/// What a reference was made for: of one of this app's what stands before its time and its chance, of another all of it.
fn purpose_of(reference: &str) -> &str {
    let mut parts = reference.rsplitn(3, '-');
    let is_chance = |chance: &str| chance.len() == 12 && chance.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_time = |time: &str| {
        time.len() == 16
            && time.bytes().enumerate().all(|(at, byte)| match at {
                8 => byte == b'T',
                15 => byte == b'Z',
                _ => byte.is_ascii_digit(),
            })
    };
    match (parts.next(), parts.next(), parts.next()) {
        (Some(chance), Some(time), Some(purpose)) if is_chance(chance) && is_time(time) => purpose,
        _ => reference,
    }
}
