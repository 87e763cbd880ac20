//! The form of the file, and what of it becomes a policy.
//!
//! An unknown key is an error: of one that is misspelt nobody would notice that it fixes nothing.

use std::collections::HashSet;
use std::time::Duration;

use domain::{Allow, Budget, DistributionId};
use engine::{LONGEST_UNDO, Policy};
use serde::Deserialize;
use toml::Spanned;

use crate::batches::{self, BatchForm};
use crate::connections::{self, ConnectionForm};
use crate::text::Text;

/// The version of the form that this app knows.
const VERSION: u64 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    version: Spanned<u64>,
    #[serde(default)]
    budget: BudgetsForm,
    allow: Option<AllowForm>,
    undo: Option<UndoForm>,
    #[serde(default)]
    connection: Vec<ConnectionForm>,
    #[serde(default)]
    nickname: Vec<NicknameForm>,
    #[serde(default)]
    batch: Vec<BatchForm>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct BudgetsForm {
    account: Option<Spanned<BudgetForm>>,
    #[serde(default)]
    distribution: Vec<TargetBudgetForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BudgetForm {
    warn_above: Option<u64>,
    refuse_above: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetBudgetForm {
    id: Spanned<String>,
    warn_above: Option<u64>,
    refuse_above: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllowForm {
    distributions: Option<Spanned<Vec<String>>>,
    prefixes: Option<Spanned<Vec<String>>>,
    #[serde(default = "yes")]
    everything: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UndoForm {
    seconds: Spanned<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NicknameForm {
    distribution: Spanned<String>,
    name: Spanned<String>,
}

/// Reads the text of a file. A problem is a sentence, with its line where it has one.
pub(crate) fn read(text: &str) -> Result<Policy, String> {
    let place = Text(text);
    // Of a later version even the keys are unknown, so its number is looked at first.
    if let Ok(found) = toml::from_str::<VersionForm>(text)
        && *found.version.get_ref() != VERSION
    {
        let sentence = format!(
            "the file is of version {}, and this app reads version {VERSION}. Install a later app, or write the file for \
             this one",
            found.version.get_ref()
        );
        return Err(place.at(&found.version, sentence));
    }
    let form: Form =
        toml::from_str(text).map_err(|error| place.in_line(error.span().map(|span| span.start), error.message()))?;
    debug_assert_eq!(*form.version.get_ref(), VERSION);
    let connections = connections::read(&place, form.connection)?;
    Ok(Policy {
        account_budget: form.budget.account.map(|budget| account_budget(&place, &budget)).transpose()?,
        target_budgets: target_budgets(&place, form.budget.distribution)?,
        allow: form.allow.map_or_else(|| Ok(Allow::default()), |allow| self::allow(&place, allow))?,
        undo: form.undo.map(|undo| self::undo(&place, &undo)).transpose()?,
        nicknames: nicknames(&place, form.nickname)?,
        batches: batches::read(&place, form.batch, &connections)?,
        connections,
    })
}

/// The version alone, whatever else there is.
#[derive(Deserialize)]
struct VersionForm {
    version: Spanned<u64>,
}

fn account_budget(place: &Text<'_>, form: &Spanned<BudgetForm>) -> Result<Budget, String> {
    let BudgetForm { warn_above, refuse_above } = *form.get_ref();
    budget(Budget { warn_above, refuse_above }).map_err(|problem| place.at(form, problem))
}

fn target_budgets(place: &Text<'_>, forms: Vec<TargetBudgetForm>) -> Result<Vec<(String, Budget)>, String> {
    let mut budgets: Vec<(String, Budget)> = Vec::with_capacity(forms.len());
    for TargetBudgetForm { id, warn_above, refuse_above } in forms {
        let read = budget(Budget { warn_above, refuse_above }).map_err(|problem| place.at(&id, problem))?;
        let known = filled(place, &id, "give the id of a distribution or tenant")?;
        if budgets.iter().any(|(other, _)| *other == known) {
            return Err(place.at(&id, format!("{known} has a budget already")));
        }
        budgets.push((known, read));
    }
    Ok(budgets)
}

fn budget(budget: Budget) -> Result<Budget, String> {
    if budget == Budget::default() {
        return Err("a budget has warn_above, refuse_above or both".to_owned());
    }
    budget.problem().map_or(Ok(budget), Err)
}

fn allow(place: &Text<'_>, form: AllowForm) -> Result<Allow, String> {
    let AllowForm { distributions, prefixes, everything } = form;
    // Each by itself, so that the sentence names the line of the one that is wrong.
    if let Some(distributions) = &distributions {
        let alone = Allow { distributions: Some(distributions.get_ref().clone()), ..Allow::default() };
        alone.problem().map_or(Ok(()), |problem| Err(place.at(distributions, problem)))?;
    }
    if let Some(prefixes) = &prefixes {
        let alone = Allow { prefixes: Some(prefixes.get_ref().clone()), ..Allow::default() };
        alone.problem().map_or(Ok(()), |problem| Err(place.at(prefixes, problem)))?;
    }
    let (distributions, prefixes) = (distributions.map(Spanned::into_inner), prefixes.map(Spanned::into_inner));
    Ok(Allow { distributions, prefixes, everything })
}

fn undo(place: &Text<'_>, form: &UndoForm) -> Result<Duration, String> {
    let undo = Duration::from_secs(*form.seconds.get_ref());
    if undo > LONGEST_UNDO {
        let most = LONGEST_UNDO.as_secs();
        return Err(place.at(&form.seconds, format!("the time to undo is at most {most} seconds")));
    }
    Ok(undo)
}

fn nicknames(place: &Text<'_>, forms: Vec<NicknameForm>) -> Result<Vec<(DistributionId, String)>, String> {
    let mut named = HashSet::new();
    let read = |NicknameForm { distribution, name }| {
        let id = DistributionId::new(filled(place, &distribution, "give the id of a distribution")?);
        if !named.insert(id.clone()) {
            return Err(place.at(&distribution, format!("{id} has a nickname already")));
        }
        Ok((id, filled(place, &name, "give the distribution a name")?))
    };
    forms.into_iter().map(read).collect()
}

/// A text without blanks around it that says something.
pub(crate) fn filled(place: &Text<'_>, value: &Spanned<String>, or_else: &str) -> Result<String, String> {
    match value.get_ref().trim() {
        "" => Err(place.at(value, or_else)),
        text => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests;
