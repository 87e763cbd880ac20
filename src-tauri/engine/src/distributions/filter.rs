//! Which distributions a filter means, and in which order they stand.

use std::cmp::Ordering;

use domain::host_in_url;

use super::{Column, KnownDistribution, Sort};

/// Those that a filter means: all for an empty one, those that serve the host of a URL, or those in which every word
/// occurs, without regard to case.
pub(super) fn matching(rows: Vec<KnownDistribution>, filter: &str) -> Vec<KnownDistribution> {
    let filter = filter.trim();
    if filter.is_empty() {
        return rows;
    }
    if let Some(host) = host_in_url(filter) {
        return rows
            .into_iter()
            .filter(|row| row.distribution.as_ref().is_some_and(|distribution| distribution.serves(host)))
            .collect();
    }
    let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    rows.into_iter()
        .filter(|row| {
            let text = searched(row);
            words.iter().all(|word| text.contains(word))
        })
        .collect()
}

/// Puts rows in order; those that are equal keep AWS's order.
pub(super) fn sort(rows: &mut [KnownDistribution], sort: Option<Sort>) {
    match sort {
        None => rows.sort_by(favourites_and_recent_first),
        Some(Sort { column, descending }) => rows.sort_by(|a, b| {
            let order = key(a, column).cmp(&key(b, column));
            if descending { order.reverse() } else { order }
        }),
    }
}

fn favourites_and_recent_first(a: &KnownDistribution, b: &KnownDistribution) -> Ordering {
    b.note.favourite.cmp(&a.note.favourite).then(b.note.opened.cmp(&a.note.opened))
}

/// The text of a column, with the empty ones last.
fn key(row: &KnownDistribution, column: Column) -> (bool, String) {
    let distribution = row.distribution.as_ref();
    let text = match column {
        Column::Id => row.id.as_str(),
        Column::Nickname => row.note.nickname.as_deref().unwrap_or(""),
        Column::DomainName => distribution.map_or("", |it| &it.domain_name),
        Column::Aliases => distribution.and_then(|it| it.aliases.first()).map_or("", String::as_str),
        Column::Description => distribution.map_or("", |it| &it.description),
        Column::Status => distribution.map_or("", |it| if it.enabled { &it.status } else { "Disabled" }),
    };
    (text.is_empty(), text.to_lowercase())
}

fn searched(row: &KnownDistribution) -> String {
    let mut text = row.id.as_str().to_owned();
    if let Some(nickname) = &row.note.nickname {
        text = text + "\n" + nickname;
    }
    if let Some(distribution) = &row.distribution {
        text = text + "\n" + &distribution.domain_name + "\n" + &distribution.description + "\n" + &distribution.status;
        for alias in &distribution.aliases {
            text = text + "\n" + alias;
        }
    }
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use domain::{ConnectionMode, Distribution, DistributionId};
    use jiff::Timestamp;

    use super::*;
    use crate::ports::Note;

    fn row(id: &str, alias: &str, note: Note) -> KnownDistribution {
        let distribution = Distribution {
            id: DistributionId::new(id),
            domain_name: format!("{}.cloudfront.net", id.to_lowercase()),
            aliases: vec![alias.to_owned()],
            description: "Main site".to_owned(),
            status: "Deployed".to_owned(),
            enabled: true,
            staging: false,
            mode: ConnectionMode::Direct,
        };
        KnownDistribution { id: DistributionId::new(id), distribution: Some(distribution), note }
    }

    fn ids(rows: &[KnownDistribution]) -> Vec<&str> {
        rows.iter().map(|row| row.id.as_str()).collect()
    }

    #[test]
    fn a_pasted_url_finds_the_distribution_that_serves_it() {
        let rows =
            vec![row("E1", "www.example.com", Note::default()), row("E2", "*.assets.example.org", Note::default())];
        assert_eq!(ids(&matching(rows.clone(), "https://WWW.example.com:443/a?b#c")), ["E1"]);
        assert_eq!(ids(&matching(rows.clone(), "http://img.assets.example.org/x.png")), ["E2"]);
        assert!(matching(rows, "https://elsewhere.example.net/").is_empty());
    }

    #[test]
    fn every_word_must_occur_somewhere() {
        let nicknamed = Note { nickname: Some("Shop".into()), ..Note::default() };
        let rows = vec![row("E1", "www.example.com", nicknamed), row("E2", "www.example.org", Note::default())];
        assert_eq!(ids(&matching(rows.clone(), "shop MAIN")), ["E1"]);
        assert_eq!(ids(&matching(rows.clone(), "example")), ["E1", "E2"]);
        assert!(matching(rows, "shop org").is_empty());
    }

    #[test]
    fn favourites_come_first_then_those_opened_last() {
        let opened = |seconds| Note { opened: Some(Timestamp::constant(seconds, 0)), ..Note::default() };
        let mut rows = vec![
            row("E1", "a", Note::default()),
            row("E2", "b", opened(1)),
            row("E3", "c", opened(2)),
            row("E4", "d", Note { favourite: true, ..Note::default() }),
        ];
        sort(&mut rows, None);
        assert_eq!(ids(&rows), ["E4", "E3", "E2", "E1"]);
    }

    #[test]
    fn empty_cells_stand_last_when_sorted() {
        let mut rows = vec![
            row("E1", "a", Note::default()),
            row("E2", "b", Note { nickname: Some("Zoo".into()), ..Note::default() }),
            row("E3", "c", Note { nickname: Some("ape".into()), ..Note::default() }),
        ];
        sort(&mut rows, Some(Sort { column: Column::Nickname, descending: false }));
        assert_eq!(ids(&rows), ["E3", "E2", "E1"]);
    }
}
