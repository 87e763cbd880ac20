//! Saved batches: named lists of lines, with variables and targets, that are run again and again.

mod incoming;
mod suggest;

pub use incoming::{Fate, Incoming, Kept, Routed, Routes};
pub use suggest::{Repeat, Suggestion};

use domain::marks::{Colour, tidy_labels};
use domain::submission::{Order, Submission};
use domain::template::{Problem, Template, Unfilled, Values, Variable, VariableKind};
use domain::{Batch, Target};
use jiff::Timestamp;

use crate::housekeeper::Open;
use crate::submit::Wanted;
use crate::{Change, Checked, ConnectionId, Failure, Housekeeper, Reckoned};

/// The longest name of a batch, in characters.
const LONGEST_NAME: usize = 200;

/// Which batch: the app's own number for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BatchId(pub i64);

/// Where a batch is run: a target, and the way into its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchTarget {
    /// The way in.
    pub connection: ConnectionId,
    /// The target.
    pub target: Target,
}

/// What a person writes down in a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchContent {
    /// Its name; no two have the same.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its lines, as in an editor, with variables in braces.
    pub text: String,
    /// Its variables.
    pub variables: Vec<Variable>,
    /// Where it is mostly run; may be none.
    pub targets: Vec<BatchTarget>,
    /// Whether it is a favourite.
    pub favourite: bool,
    /// What it is sorted by.
    pub labels: Vec<String>,
    /// What it is marked with.
    pub colour: Colour,
}

/// A batch as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedBatch {
    /// Its number.
    pub id: BatchId,
    /// What it is now.
    pub content: BatchContent,
    /// When there was first a batch.
    pub created: Timestamp,
    /// When it became what it is now.
    pub edited: Timestamp,
    /// When it was run last.
    pub last_run: Option<Timestamp>,
    /// Through which connections.
    pub last_run_by: Vec<ConnectionId>,
    /// The values of that run.
    pub last_values: Values,
}

/// What a batch was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchVersion {
    /// Which version, rising with time.
    pub number: i64,
    /// When it was written.
    pub at: Timestamp,
    /// What it was.
    pub content: BatchContent,
}

/// That a batch was run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchRun {
    /// When.
    pub at: Timestamp,
    /// Through which connections.
    pub by: Vec<ConnectionId>,
    /// With which values.
    pub values: Values,
}

/// A column to sort batches by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BatchColumn {
    /// The name, without regard to case.
    #[default]
    Name,
    /// How many lines.
    Items,
    /// When there was first a batch.
    Created,
    /// When it was edited last.
    Edited,
    /// When it was run last.
    LastRun,
}

/// Which batches to show.
#[derive(Clone, Debug, Default)]
pub struct BatchQuery {
    /// Words that must all occur in its name, description, lines or labels, without regard to case.
    pub filter: String,
    /// A label that it must have.
    pub label: Option<String>,
    /// Whether only favourites are wanted.
    pub favourites: bool,
    /// By what they are sorted, after the favourites.
    pub sort: BatchColumn,
    /// Whether the last comes first.
    pub descending: bool,
    /// How many to leave out.
    pub offset: u32,
    /// How many at the most.
    pub limit: u32,
}

/// What a run would do.
#[derive(Debug)]
pub struct RunReview {
    /// The lines with their values in them, or why they could not be made.
    pub lines: Result<Vec<String>, Unfilled>,
    /// What the checks say for each target; none where the lines could not be made.
    pub targets: Vec<(BatchTarget, Result<Checked, Failure>)>,
    /// What it costs in each account, with the connection that leads there.
    pub costs: Vec<(ConnectionId, Reckoned)>,
}

impl BatchContent {
    /// It as it is kept: its name without blanks around it, and the variables that there are, each described.
    ///
    /// # Errors
    /// [`Failure::Invalid`] with a sentence for what cannot be kept, as [`Housekeeper::save_batch`] says.
    pub fn tidied(self) -> Result<Self, Failure> {
        tidy(self)
    }
}

impl Housekeeper {
    /// A page of the saved batches: how many there are, how many match, and these.
    pub async fn batches(&self, query: &BatchQuery) -> Result<(u32, u32, Vec<SavedBatch>), Failure> {
        self.world.batches.batches(query).await
    }

    /// One batch.
    pub async fn batch(&self, id: BatchId) -> Result<SavedBatch, Failure> {
        let batch = self.world.batches.batch(id).await?;
        batch.ok_or_else(|| Failure::NotFound { what: format!("saved batch {}", id.0) })
    }

    /// Keeps a new batch, or what one is from now on; what it was before stays as a version.
    ///
    /// # Errors
    /// [`Failure::Invalid`] with a sentence for a name that is missing, too long or taken, and for lines that are no
    /// template, or none at all.
    pub async fn save_batch(&self, id: Option<BatchId>, content: BatchContent) -> Result<SavedBatch, Failure> {
        let content = tidy(content)?;
        let saved = match id {
            Some(id) => self.world.batches.edit_batch(id, &content, self.now()).await?,
            None => self.world.batches.add_batch(&content, self.now()).await?,
        };
        self.tell(Change::Batches);
        Ok(saved)
    }

    /// Keeps a copy of a batch under a name of its own.
    pub async fn duplicate_batch(&self, id: BatchId) -> Result<SavedBatch, Failure> {
        let original = self.batch(id).await?.content;
        for copy in 1.. {
            let name = match copy {
                1 => format!("{} (copy)", original.name),
                _ => format!("{} (copy {copy})", original.name),
            };
            match self.save_batch(None, BatchContent { name, ..original.clone() }).await {
                // Taken: the next number.
                Err(Failure::Invalid { .. }) if copy < 100 => {}
                answer => return answer,
            }
        }
        // Not reached: the hundredth copy is answered, whatever becomes of it.
        Err(Failure::Invalid { detail: "There are too many copies of it.".to_owned() })
    }

    /// Makes a batch a favourite, or no longer one: a mark for the list, so no new version.
    pub async fn star_batch(&self, id: BatchId, favourite: bool) -> Result<(), Failure> {
        self.world.batches.star_batch(id, favourite).await?;
        self.tell(Change::Batches);
        Ok(())
    }

    /// Every label that a batch has, in their order without regard to case.
    pub async fn batch_labels(&self) -> Result<Vec<String>, Failure> {
        self.world.batches.batch_labels().await
    }

    /// Deletes a batch. It can be brought back.
    pub async fn delete_batch(&self, id: BatchId) -> Result<(), Failure> {
        self.world.batches.delete_batch(id, Some(self.now())).await?;
        self.tell(Change::Batches);
        Ok(())
    }

    /// Brings a deleted batch back.
    pub async fn bring_back_batch(&self, id: BatchId) -> Result<(), Failure> {
        self.world.batches.delete_batch(id, None).await?;
        self.tell(Change::Batches);
        Ok(())
    }

    /// What a batch was before, newest first.
    pub async fn batch_versions(&self, id: BatchId) -> Result<Vec<BatchVersion>, Failure> {
        self.world.batches.batch_versions(id).await
    }

    /// Makes a batch what it was in an earlier version; what it is now stays as a version too.
    pub async fn restore_batch_version(&self, id: BatchId, number: i64) -> Result<SavedBatch, Failure> {
        let versions = self.batch_versions(id).await?;
        let version = versions.into_iter().find(|version| version.number == number);
        let version =
            version.ok_or_else(|| Failure::NotFound { what: format!("version {number} of batch {}", id.0) })?;
        self.save_batch(Some(id), version.content).await
    }

    /// What a run with these values on these targets would send, and cost.
    pub async fn review_run(&self, id: BatchId, values: &Values, on: &[BatchTarget]) -> Result<RunReview, Failure> {
        let batch = self.batch(id).await?;
        let lines = fill(&batch.content.text, values);
        let mut targets = Vec::new();
        if let Ok(lines) = &lines {
            let text = lines.join("\n");
            for target in on {
                self.read_facts(target).await;
                targets.push((target.clone(), self.check(&target.connection, &target.target, &text).await));
            }
        }
        let costs = self.costs_of(&targets).await?;
        Ok(RunReview { lines, targets, costs })
    }

    /// Stores a run of a batch on all of these targets, or on none; gives its first submission.
    ///
    /// # Errors
    /// When nothing was stored: a value is missing, a line cannot be sent to one of the targets, there is no target.
    pub async fn run_batch(&self, id: BatchId, values: &Values, on: &[BatchTarget]) -> Result<Submission, Failure> {
        let batch = self.batch(id).await?;
        let lines = fill(&batch.content.text, values).map_err(|_| Failure::ItemsHaveErrors)?;
        let text = lines.join("\n");
        let mut parts = Vec::new();
        for BatchTarget { connection, target } in on {
            let open = self.open(connection).await?;
            let report = self.report(connection, target, &text).await?;
            if report.has_errors() {
                return Err(Failure::ItemsHaveErrors);
            }
            let name = &*batch.content.name;
            let wanted = Wanted { open: &open, target, items: report.items, name, instead_of: None };
            parts.extend(self.cut(wanted).await?);
        }
        let first = self.store_parts(parts).await?;
        let mut by: Vec<ConnectionId> = Vec::new();
        for BatchTarget { connection, .. } in on {
            if !by.contains(connection) {
                by.push(connection.clone());
            }
        }
        let ran = BatchRun { at: self.now(), by, values: values.clone() };
        if let Err(failure) = self.world.batches.batch_was_run(id, &ran).await {
            // It is stored and goes out; that the values are not remembered is no reason to say otherwise.
            tracing::warn!(batch = id.0, failure = %failure.logged(), "that a batch was run could not be kept");
        }
        self.tell(Change::Batches);
        Ok(first)
    }

    /// The lines of an editor as an order with a reference of its own, for another program to send.
    ///
    /// # Errors
    /// [`Failure::ItemsHaveErrors`] where a line cannot be sent.
    pub async fn order_of(
        &self,
        connection: &ConnectionId,
        target: &Target,
        text: &str,
        name: &str,
    ) -> Result<Order, Failure> {
        let report = self.report(connection, target, text).await?;
        if report.has_errors() {
            return Err(Failure::ItemsHaveErrors);
        }
        let batch = Batch::new(report.items).map_err(|empty| Failure::Invalid { detail: empty.to_string() })?;
        Ok(self.order(target, batch, name))
    }

    /// The lines of a saved batch as an order with a reference of its own, for another program to send: to its first
    /// target, or to whatever that program is told where it has none.
    ///
    /// # Errors
    /// [`Failure::Invalid`] with a sentence where it has variables, whose lines are made when it is run, and where a line
    /// cannot be sent.
    pub async fn order_of_batch(&self, id: BatchId) -> Result<Order, Failure> {
        let invalid = |sentence: &str| Failure::Invalid { detail: sentence.to_owned() };
        let BatchContent { name, text, targets, .. } = self.batch(id).await?.content;
        let lines = fill(&text, &Values::new())
            .map_err(|_| invalid("This batch has variables. Run it and use Copy as AWS CLI there."))?;
        let text = lines.join("\n");
        let order = match targets.into_iter().next() {
            Some(BatchTarget { connection, target }) => self.order_of(&connection, &target, &text, &name).await,
            None => {
                let report = domain::checks::check(&text, &domain::checks::Known::default());
                let batch = Batch::new(report.items.clone()).map_err(|_| Failure::ItemsHaveErrors);
                // Of no target: the file of the CLI names none, and its command is told.
                let nowhere = Target::Distribution(domain::DistributionId::new("DISTRIBUTION"));
                if report.has_errors() {
                    Err(Failure::ItemsHaveErrors)
                } else {
                    Ok(self.order(&nowhere, batch?, &name))
                }
            }
        };
        order.map_err(|failure| match failure {
            Failure::ItemsHaveErrors => invalid("A line of this batch cannot be sent. Edit the batch, and correct it."),
            other => other,
        })
    }

    /// The endpoint of a connection, where it is not AWS's own.
    pub async fn endpoint_of(&self, connection: &ConnectionId) -> Result<Option<String>, Failure> {
        Ok(self.open(connection).await?.door.endpoint)
    }

    /// What a connection is called; `None` where it was removed since.
    pub async fn name_of_connection(&self, id: &ConnectionId) -> Option<String> {
        self.connection(id).await.ok().map(|connection| connection.about.name)
    }

    /// What a person would call a batch's target, where its connection is open: to open one for a name alone could have
    /// the keychain ask for its password, once for each row of a list.
    pub async fn name_of_target(&self, target: &BatchTarget) -> Option<String> {
        let open = self.opened(&target.connection)?;
        self.name_of(&target.connection, &open.account, &target.target).await
    }

    /// Reads what the checks want to know of a target, where it was not read before. Where that fails they know less.
    async fn read_facts(&self, BatchTarget { connection, target }: &BatchTarget) {
        if self.knows(connection, target) {
            return;
        }
        let read = match target {
            Target::Distribution(id) => self.distribution(connection, id).await.map(drop),
            Target::Tenant(id) => self.tenant(connection, id).await.map(drop),
        };
        if let Err(failure) = read {
            tracing::info!(%target, failure = %failure.logged(), "a target's facts could not be read; its checks know less");
        }
    }

    /// What it costs in each account: the free items are an account's, whichever of its targets uses them.
    async fn costs_of(
        &self,
        targets: &[(BatchTarget, Result<Checked, Failure>)],
    ) -> Result<Vec<(ConnectionId, Reckoned)>, Failure> {
        let mut accounts: Vec<(Open, Vec<(Target, u64)>)> = Vec::new();
        for (target, checked) in targets {
            let Ok(checked) = checked else { continue };
            let open = self.open(&target.connection).await?;
            let run = (target.target.clone(), checked.report.items.len() as u64);
            match accounts.iter_mut().find(|(known, _)| known.account == open.account) {
                Some((_, runs)) => runs.push(run),
                None => accounts.push((open, vec![run])),
            }
        }
        let mut costs = Vec::with_capacity(accounts.len());
        for (open, runs) in accounts {
            costs.push((open.connection.id.clone(), self.reckon(&open, &runs).await?));
        }
        Ok(costs)
    }
}

fn fill(text: &str, values: &Values) -> Result<Vec<String>, Unfilled> {
    Template::read(text).map_err(Unfilled::Problem)?.fill(values)
}

/// What is kept of what a person wrote: the name without blanks around it, and the variables that there are, each described.
fn tidy(content: BatchContent) -> Result<BatchContent, Failure> {
    let invalid = |sentence: &str| Failure::Invalid { detail: sentence.to_owned() };
    let name = content.name.trim().to_owned();
    if name.is_empty() {
        return Err(invalid("Give the batch a name."));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(invalid("The name is too long: 200 characters are the most."));
    }
    let template = Template::read(&content.text).map_err(|Problem { line, subject, .. }| Failure::Invalid {
        detail: format!("Line {line} has a brace that belongs to no variable: {subject}"),
    })?;
    if template.is_empty() {
        return Err(invalid("Add at least one line."));
    }
    let labels = tidy_labels(&content.labels).map_err(|bad| invalid(&bad.to_string()))?;
    let mut variables = content.variables.clone();
    let names = template.names();
    variables.retain(|variable| names.contains(&variable.name.as_str()));
    // What comes from a file may use a name that it does not describe: that is asked for as any text is.
    for name in names {
        if !variables.iter().any(|variable| variable.name == name) {
            let (name, hint, default) = (name.to_owned(), String::new(), Vec::new());
            variables.push(Variable { name, hint, kind: VariableKind::Text, default });
        }
    }
    Ok(BatchContent { name, description: content.description.trim().to_owned(), variables, labels, ..content })
}

#[cfg(test)]
mod tests;
