//! The batches of a file, as they would be kept here.

use domain::Target;
use engine::{BatchContent, BatchTarget, ConnectionId, Failure, Housekeeper};
use formats::import::{self, Import, Imported, Options};

use super::{Answer, File, ImportOptions, unexpected};
use crate::commands::connections;

/// What a file has to say, and its batches.
pub(super) struct Found {
    pub(super) import: Import,
    pub(super) batches: Vec<FoundBatch>,
    /// Whether its lines have URLs among them.
    pub(super) has_urls: bool,
    /// The hosts that no distribution serves, where URLs were to be sorted.
    pub(super) unknown_hosts: Vec<String>,
}

/// A batch of a file.
pub(super) struct FoundBatch {
    pub(super) content: BatchContent,
    /// How many of its targets have a connection that is not here.
    pub(super) lost_targets: u32,
}

impl Found {
    pub(super) async fn of(house: &Housekeeper, file: File, options: &ImportOptions) -> Answer<Self> {
        let read = Options {
            name: options.name.clone(),
            column: options.column.map(|column| column as usize),
            has_header: options.has_header,
            prefix: options.prefix.clone(),
            since: options.since.as_deref().map(day).transpose()?,
        };
        // The largest file takes a second, which must not hold up what else is under way.
        let mut import = tauri::async_runtime::spawn_blocking(move || import::read(&file.name, &file.bytes, &read))
            .await
            .map_err(|error| unexpected(&error))?;
        let imported = std::mem::take(&mut import.batches);
        let is_url = |line: &String| domain::host_in_url(line).is_some();
        let has_urls = imported.iter().any(|batch| batch.lines.iter().any(is_url));
        let mut found = Self { import, batches: Vec::new(), has_urls, unknown_hosts: Vec::new() };
        let connections = house.connections().await?;
        for batch in imported {
            if options.route && has_urls {
                found.route(house, batch).await?;
            } else {
                let (targets, lost_targets) = targets(&batch, &connections);
                found.batches.push(FoundBatch { content: content(batch, targets), lost_targets });
            }
        }
        Ok(found)
    }

    /// Parts a list by the distributions that its URLs belong to; what belongs to none stays together.
    async fn route(&mut self, house: &Housekeeper, batch: Imported) -> Answer<()> {
        let connection = connections::in_use(house).await?;
        let routes = house.route(&connection, &batch.lines).await?;
        for routed in routes.routed {
            let target =
                BatchTarget { connection: connection.clone(), target: Target::Distribution(routed.distribution) };
            let name = format!("{} – {}", batch.name, routed.name);
            let part = Imported { name, lines: routed.lines, ..batch.clone() };
            self.batches.push(FoundBatch { content: content(part, vec![target]), lost_targets: 0 });
        }
        if !routes.rest.is_empty() {
            let rest = Imported { lines: routes.rest, ..batch };
            self.batches.push(FoundBatch { content: content(rest, Vec::new()), lost_targets: 0 });
        }
        for host in routes.unknown_hosts {
            if !self.unknown_hosts.contains(&host) {
                self.unknown_hosts.push(host);
            }
        }
        Ok(())
    }
}

fn content(batch: Imported, targets: Vec<BatchTarget>) -> BatchContent {
    let Imported { name, description, lines, variables, favourite, labels, colour, targets: _ } = batch;
    BatchContent { name, description, text: lines.join("\n"), variables, targets, favourite, labels, colour }
}

/// The targets whose connection is here by its name, and how many have none.
fn targets(batch: &Imported, connections: &[engine::ConnectionInUse]) -> (Vec<BatchTarget>, u32) {
    let id_of = |name: &Option<String>| -> Option<ConnectionId> {
        let known = connections.iter().find(|known| Some(&known.connection.about.name) == name.as_ref())?;
        Some(known.connection.id.clone())
    };
    let known: Vec<BatchTarget> = batch
        .targets
        .iter()
        .filter_map(|target| {
            Some(BatchTarget { connection: id_of(&target.connection)?, target: target.target.clone() })
        })
        .collect();
    let lost = batch.targets.len() - known.len();
    (known, lost as u32)
}

fn day(text: &str) -> Result<jiff::civil::Date, Failure> {
    text.parse().map_err(|_| Failure::Invalid { detail: "The date is not written as 2026-11-25.".to_owned() })
}
