//! The app's own form: saved batches with all that belongs to them.

use domain::marks::{BadLabels, Colour, LONGEST_LABEL, tidy_labels};
use domain::template::{Template, Variable, VariableKind};
use domain::{DistributionId, Target, TenantId};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::few::Few;
use super::{Json, VERSION};
use crate::import::{
    Import, Imported, ImportedTarget, Kind, MOST_BATCHES, MOST_ENTRIES, MOST_LINES, Problem, ProblemKind, fault_of,
    one_line,
};

/// The most variables, and the most targets, that a batch may have here.
const MOST_PARTS: usize = 10_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'t> {
    #[serde(rename = "$schema")]
    _schema: Option<IgnoredAny>,
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "version")]
    _version: u64,
    #[serde(borrow)]
    batches: Few<&'t RawValue, MOST_BATCHES>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Batch<'t> {
    name: String,
    #[serde(default)]
    description: String,
    #[serde(borrow)]
    lines: Few<&'t RawValue, MOST_LINES>,
    #[serde(borrow, default)]
    variables: Few<&'t RawValue, MOST_PARTS>,
    #[serde(borrow, default)]
    targets: Few<&'t RawValue, MOST_PARTS>,
    #[serde(default)]
    favourite: bool,
    #[serde(borrow, default)]
    labels: Few<&'t RawValue, MOST_PARTS>,
    #[serde(default)]
    colour: Colour,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireVariable<'t> {
    name: String,
    #[serde(default)]
    hint: String,
    #[serde(borrow)]
    kind: &'t RawValue,
    #[serde(default)]
    default: Few<String, MOST_PARTS>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireKind {
    kind: KindName,
    choices: Option<Few<String, MOST_PARTS>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum KindName {
    Text,
    OneOf,
    ManyOf,
    Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireTarget {
    connection: Option<String>,
    distribution: Option<String>,
    tenant: Option<String>,
}

/// Reads batches of the version that stands there. What a later version has is not guessed at.
pub(super) fn read(json: &mut Json<'_>, whole: &str, version: Option<&RawValue>) -> Import {
    let mut reading = Reading { json, import: Import::new(Kind::Batches), entries: 0 };
    match reading.file(whole, version) {
        Ok(()) => reading.import,
        Err(problem) => reading.import.refused(problem),
    }
}

struct Reading<'j, 't> {
    json: &'j mut Json<'t>,
    import: Import,
    /// The lines, variables, choices and targets so far.
    entries: usize,
}

impl Reading<'_, '_> {
    fn file(&mut self, whole: &str, version: Option<&RawValue>) -> Result<(), Problem> {
        if let Some(version) = version {
            match self.json.value(version.get())? {
                VERSION => {}
                0 => return Err(self.json.problem(ProblemKind::BadJson, version.get(), version.get())),
                _ => return Err(self.json.problem(ProblemKind::NewerVersion, version.get(), version.get())),
            }
        }
        let file: File<'_> = self.json.object(whole)?;
        self.import.entries = file.batches.count;
        if file.batches.is_cut() {
            return Err(Problem::new(ProblemKind::TooManyBatches, &file.batches.count.to_string()));
        }
        for part in file.batches.kept {
            let batch = self.batch(part.get())?;
            let place = self.json.places.of_part(part.get());
            self.import.add(batch, Some(place));
        }
        Ok(())
    }

    /// Counts what is taken, so that many short lists are no more than a long one may be.
    fn count<T, const MOST: usize>(&mut self, list: &Few<T, MOST>, part: &str) -> Result<(), Problem> {
        self.entries = self.entries.saturating_add(list.count);
        if list.is_cut() || self.entries > MOST_ENTRIES {
            return Err(self.json.problem(ProblemKind::TooManyLines, &list.count.to_string(), part));
        }
        Ok(())
    }

    fn batch(&mut self, part: &str) -> Result<Imported, Problem> {
        let batch: Batch<'_> = self.json.object(part)?;
        let name = one_line(&batch.name);
        if name.is_empty() {
            return Err(self.json.problem(ProblemKind::BadJson, "a batch without a name", part));
        }
        self.count(&batch.lines, part)?;
        self.count(&batch.variables, part)?;
        self.count(&batch.targets, part)?;
        let mut lines = Vec::new();
        for part in batch.lines.kept {
            lines.extend(self.line(part.get())?);
        }
        let mut variables: Vec<Variable> = Vec::new();
        let mut names = std::collections::HashSet::new();
        for part in batch.variables.kept {
            let variable = self.variable(part.get())?;
            if is_good(&variable) && names.insert(variable.name.clone()) {
                variables.push(variable);
            } else {
                let problem = self.json.problem(ProblemKind::BadTemplate, &variable.name, part.get());
                self.import.tell(problem);
            }
        }
        let labels = self.labels(batch.labels, part)?;
        let targets = batch.targets.kept.into_iter().map(|part| self.target(part.get()));
        let targets = targets.collect::<Result<_, _>>()?;
        let Batch { description, favourite, colour, .. } = batch;
        Ok(Imported { name, description, lines, variables, targets, favourite, labels, colour })
    }

    /// The labels, or the problem with the first that is none.
    fn labels(&mut self, parts: Few<&RawValue, MOST_PARTS>, batch: &str) -> Result<Vec<String>, Problem> {
        self.count(&parts, batch)?;
        let labels: Vec<String> =
            parts.kept.iter().map(|part| self.json.value(part.get())).collect::<Result<_, _>>()?;
        tidy_labels(&labels).map_err(|bad| {
            let part = match &bad {
                BadLabels::TooMany => None,
                BadLabels::TooLong(_) => labels.iter().position(|label| label.trim().chars().count() > LONGEST_LABEL),
                BadLabels::BadCharacter(bad) => labels.iter().position(|label| label.trim() == bad),
            };
            let part = part.map_or(batch, |part| parts.kept[part].get());
            self.json.problem(ProblemKind::BadJson, "labels", part)
        })
    }

    /// A line, if it is one of a template.
    fn line(&mut self, part: &str) -> Result<Option<String>, Problem> {
        let line: String = self.json.value(part)?;
        let fault = fault_of(&line)
            .map(|kind| (kind, line.clone()))
            .or_else(|| Template::read(&line).err().map(|problem| (ProblemKind::BadTemplate, problem.subject)));
        if let Some((kind, subject)) = fault {
            let problem = self.json.problem(kind, &subject, part);
            self.import.tell(problem);
            return Ok(None);
        }
        Ok(Some(line).filter(|line| !line.trim().is_empty()))
    }

    fn variable(&mut self, part: &str) -> Result<Variable, Problem> {
        let variable: WireVariable<'_> = self.json.object(part)?;
        self.count(&variable.default, part)?;
        let kind: WireKind = self.json.object(variable.kind.get())?;
        if let Some(choices) = &kind.choices {
            self.count(choices, part)?;
        }
        let kind = match (kind.kind, kind.choices) {
            (KindName::Text, None) => VariableKind::Text,
            (KindName::Date, None) => VariableKind::Date,
            (KindName::OneOf, Some(choices)) => VariableKind::OneOf { choices: choices.kept },
            (KindName::ManyOf, Some(choices)) => VariableKind::ManyOf { choices: choices.kept },
            _ => return Err(self.json.problem(ProblemKind::BadJson, "choices", variable.kind.get())),
        };
        Ok(Variable { name: variable.name, hint: variable.hint, kind, default: variable.default.kept })
    }

    fn target(&mut self, part: &str) -> Result<ImportedTarget, Problem> {
        let WireTarget { connection, distribution, tenant } = self.json.object(part)?;
        let target = match (distribution, tenant) {
            (Some(id), None) if !id.trim().is_empty() => Target::Distribution(DistributionId::new(id)),
            (None, Some(id)) if !id.trim().is_empty() => Target::Tenant(TenantId::new(id)),
            _ => return Err(self.json.problem(ProblemKind::BadJson, "either a distribution or a tenant", part)),
        };
        Ok(ImportedTarget { connection, target })
    }
}

/// Whether a variable can stand in a line, and can be given a value.
fn is_good(variable: &Variable) -> bool {
    // Nothing but a name can stand in braces.
    let braces = format!("{{{}}}", variable.name);
    let is_name = Template::read(&braces).is_ok_and(|template| template.names() == [variable.name.as_str()]);
    let choices = match &variable.kind {
        VariableKind::Text | VariableKind::Date => return is_name,
        VariableKind::OneOf { choices } | VariableKind::ManyOf { choices } => choices,
    };
    is_name && !choices.is_empty() && choices.iter().all(|choice| !choice.is_empty() && !choice.contains(['\n', '\r']))
}
