//! The batches of the file.

use std::collections::HashSet;

use domain::marks::Colour;
use domain::{DistributionId, Target, TenantId};
use engine::{BatchContent, BatchTarget, Connection};
use serde::Deserialize;
use toml::Spanned;

use crate::connections::id_of;
use crate::form::filled;
use crate::text::Text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BatchForm {
    key: Spanned<String>,
    name: Spanned<String>,
    #[serde(default)]
    description: String,
    lines: Spanned<Vec<String>>,
    #[serde(default)]
    labels: Vec<String>,
    #[serde(default)]
    colour: Colour,
    #[serde(default)]
    favourite: bool,
    #[serde(default)]
    targets: Vec<TargetForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetForm {
    connection: Spanned<String>,
    distribution: Option<Spanned<String>>,
    tenant: Option<Spanned<String>>,
}

/// Reads the batches, which are run through these connections.
pub(crate) fn read(
    place: &Text<'_>,
    forms: Vec<BatchForm>,
    connections: &[Connection],
) -> Result<Vec<(String, BatchContent)>, String> {
    let (mut keys, mut names) = (HashSet::new(), HashSet::new());
    let mut batches = Vec::with_capacity(forms.len());
    for form in forms {
        let key =
            filled(place, &form.key, "give the batch a key, which stays the same for as long as it is the same batch")?;
        if !keys.insert(key.clone()) {
            return Err(place.at(&form.key, format!("there is already a batch with the key {key}")));
        }
        if form.lines.get_ref().iter().any(|line| line.contains(['\n', '\r'])) {
            return Err(place.at(&form.lines, "each line of a batch is a text of its own in this list"));
        }
        let targets = form.targets.iter().map(|target| target.read(place, connections)).collect::<Result<_, _>>()?;
        let content = BatchContent {
            name: form.name.get_ref().clone(),
            description: form.description,
            text: form.lines.get_ref().join("\n"),
            variables: Vec::new(),
            targets,
            favourite: form.favourite,
            labels: form.labels,
            colour: form.colour,
        };
        let content = content.tidied().map_err(|failure| place.at(&form.key, failure.detail()))?;
        if !names.insert(content.name.to_lowercase()) {
            return Err(place.at(&form.name, format!("there is already a batch called {}", content.name)));
        }
        batches.push((key, content));
    }
    Ok(batches)
}

impl TargetForm {
    fn read(&self, place: &Text<'_>, connections: &[Connection]) -> Result<BatchTarget, String> {
        let connection = id_of(self.connection.get_ref());
        if connections.iter().all(|known| known.id != connection) {
            let sentence = format!("no connection of this file has the id {}", self.connection.get_ref());
            return Err(place.at(&self.connection, sentence));
        }
        let target = match (&self.distribution, &self.tenant) {
            (Some(id), None) => Target::Distribution(DistributionId::new(filled(place, id, "give its id")?)),
            (None, Some(id)) => Target::Tenant(TenantId::new(filled(place, id, "give its id")?)),
            _ => return Err(place.at(&self.connection, "a target is either a distribution or a tenant")),
        };
        Ok(BatchTarget { connection, target })
    }
}
