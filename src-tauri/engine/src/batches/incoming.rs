//! Batches that come in from elsewhere: what they would replace, keeping them, and which distribution a URL belongs to.

use std::collections::HashMap;

use domain::{Distribution, DistributionId, host_in_url};

use super::tidy;
use crate::{BatchContent, BatchId, Change, ConnectionId, Failure, Housekeeper, Query, SavedBatch};

/// What would become of a batch that comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing has its name.
    New,
    /// A batch has its name, and is something else.
    Replaces(BatchId),
    /// It is kept already, just as it is.
    Same(BatchId),
}

/// A batch that comes in, as it would be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// It, tidied; or why it cannot be kept.
    pub content: Result<BatchContent, Failure>,
    /// What would become of it.
    pub fate: Fate,
}

/// What was kept of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many are new.
    pub added: u32,
    /// How many took the place of another, which stays as a version.
    pub replaced: u32,
}

/// Which distributions the URLs of a list belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Routes {
    /// One for each distribution that has some, in the order of their first line.
    pub routed: Vec<Routed>,
    /// The lines that are no URL, or whose host no distribution serves.
    pub rest: Vec<String>,
    /// Those hosts, each once.
    pub unknown_hosts: Vec<String>,
}

/// The lines of a list that belong to one distribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routed {
    /// Which.
    pub distribution: DistributionId,
    /// What a person would call it.
    pub name: String,
    /// Its lines.
    pub lines: Vec<String>,
}

impl Housekeeper {
    /// What would become of batches that come in, in their order.
    pub async fn incoming(&self, batches: Vec<BatchContent>) -> Result<Vec<Incoming>, Failure> {
        let tidied: Vec<_> = batches.into_iter().map(|content| (content.name.clone(), tidy(content))).collect();
        let names: Vec<&str> = tidied.iter().map(|(name, _)| name.trim()).collect();
        let known = self.named(&names).await?;
        let incoming = tidied.iter().map(|(name, content)| Incoming {
            fate: known.get(&folded(name)).map_or(Fate::New, |known| match content {
                Ok(content) if *content == known.content => Fate::Same(known.id),
                _ => Fate::Replaces(known.id),
            }),
            content: content.clone(),
        });
        Ok(incoming.collect())
    }

    /// Keeps batches that come in; all of them, or none. With each goes whether it may take the place of the one that
    /// has its name, which then stays as a version.
    ///
    /// # Errors
    /// [`Failure::Invalid`] for what cannot be kept, for two of one name, and for a name that is taken.
    pub async fn keep_incoming(&self, batches: Vec<(BatchContent, bool)>) -> Result<Kept, Failure> {
        let mut tidied = Vec::with_capacity(batches.len());
        let mut chosen = std::collections::HashSet::new();
        for (content, may_replace) in batches {
            let content = tidy(content)?;
            if !chosen.insert(folded(&content.name)) {
                return Err(Failure::Invalid { detail: format!("Two of the batches are called {}.", content.name) });
            }
            tidied.push((content, may_replace));
        }
        let names: Vec<&str> = tidied.iter().map(|(content, _)| &*content.name).collect();
        let known = self.named(&names).await?;
        let mut kept = Kept::default();
        let mut to_keep = Vec::with_capacity(tidied.len());
        for (content, may_replace) in tidied {
            let id = match known.get(&folded(&content.name)) {
                Some(known) if known.content == content => continue,
                Some(known) if may_replace => Some(known.id),
                Some(_) => return Err(Failure::Invalid { detail: format!("The name {} is taken.", content.name) }),
                None => None,
            };
            *(if id.is_some() { &mut kept.replaced } else { &mut kept.added }) += 1;
            to_keep.push((id, content));
        }
        self.world.batches.keep_batches(&to_keep, self.now()).await?;
        self.tell(Change::Batches);
        Ok(kept)
    }

    /// Which distributions of a connection's account the URLs among these lines belong to.
    pub async fn route(&self, connection: &ConnectionId, lines: &[String]) -> Result<Routes, Failure> {
        let all = Query { limit: usize::MAX, ..Query::default() };
        let known = self.distributions(connection, &all).await?.rows;
        let distributions: Vec<_> = known.into_iter().filter_map(|known| known.distribution).collect();
        Ok(routes(lines, &distributions))
    }

    async fn named(&self, names: &[&str]) -> Result<HashMap<String, SavedBatch>, Failure> {
        let known = self.world.batches.batches_named(names).await?;
        Ok(known.into_iter().map(|known| (folded(&known.content.name), known)).collect())
    }
}

/// A name as it is compared: the records' index folds the case of ASCII alone.
fn folded(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}

fn routes(lines: &[String], distributions: &[Distribution]) -> Routes {
    let mut routes = Routes::default();
    // Lists have few hosts and many lines.
    let mut by_host: HashMap<String, Option<&Distribution>> = HashMap::new();
    for line in lines {
        let Some(host) = host_in_url(line) else {
            routes.rest.push(line.clone());
            continue;
        };
        let owner = by_host.entry(host.to_ascii_lowercase()).or_insert_with_key(|host| owner(host, distributions));
        let Some(owner) = owner else {
            routes.rest.push(line.clone());
            if !routes.unknown_hosts.iter().any(|known| known.eq_ignore_ascii_case(host)) {
                routes.unknown_hosts.push(host.to_ascii_lowercase());
            }
            continue;
        };
        match routes.routed.iter_mut().find(|routed| routed.distribution == owner.id) {
            Some(routed) => routed.lines.push(line.clone()),
            None => routes.routed.push(Routed {
                distribution: owner.id.clone(),
                name: owner.aliases.first().unwrap_or(&owner.domain_name).clone(),
                lines: vec![line.clone()],
            }),
        }
    }
    routes
}

/// Whom a host leads to: an exact name goes before a wildcard, and of wildcards the longest goes first (DG "Use
/// wildcards in alternate domain names": the more specific one is used).
fn owner<'d>(host: &str, distributions: &'d [Distribution]) -> Option<&'d Distribution> {
    let names = distributions.iter().flat_map(|distribution| {
        let own = std::iter::once(&distribution.domain_name);
        own.chain(&distribution.aliases).map(move |name| (name, distribution))
    });
    names
        .filter(|(name, _)| domain::HostPattern::new(name).matches(host))
        .max_by_key(|(name, _)| (!name.starts_with("*."), name.len()))
        .map(|(_, distribution)| distribution)
}

#[cfg(test)]
mod tests {
    use domain::ConnectionMode;

    use super::*;
    use crate::batches::tests::content;
    use crate::testing::Stage;

    fn distribution(id: &str, aliases: &[&str]) -> Distribution {
        Distribution {
            id: DistributionId::new(id),
            domain_name: format!("{}.cloudfront.net", id.to_lowercase()),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            description: String::new(),
            status: "Deployed".to_owned(),
            enabled: true,
            staging: false,
            mode: ConnectionMode::Direct,
        }
    }

    fn lines(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn a_url_goes_to_the_distribution_of_its_host_and_the_most_specific_name_wins() {
        let all = [
            distribution("E1", &["*.example.com"]),
            distribution("E2", &["shop.example.com"]),
            distribution("E3", &["*.eu.example.com"]),
        ];
        let given = [
            "https://Shop.example.com/a",
            "http://www.example.com/b",
            "https://x.eu.example.com/c?d=e",
            "/plain",
            "https://e1.cloudfront.net/f",
            "https://elsewhere.org/g",
            "https://ELSEWHERE.org/h",
        ];
        let routes = routes(&lines(&given), &all);
        let routed: Vec<_> = routes.routed.iter().map(|it| (it.distribution.as_str(), it.lines.len())).collect();
        assert_eq!(routed, [("E2", 1), ("E1", 2), ("E3", 1)]);
        assert_eq!(routes.rest, [given[3], given[5], given[6]]);
        assert_eq!(routes.unknown_hosts, ["elsewhere.org"]);
    }

    #[tokio::test(start_paused = true)]
    async fn what_comes_in_is_new_or_the_same_or_replaces() {
        let stage = Stage::new();
        let house = &stage.house;
        let known = house.save_batch(None, content("News", "/news/*")).await.expect("kept");
        let incoming =
            [content("news ", "/news/*"), content("Other", "/a"), content("News", "/news/*"), content("x", "{")];
        let incoming = house.incoming(incoming.to_vec()).await.expect("read");
        let fates: Vec<_> = incoming.iter().map(|incoming| incoming.fate).collect();
        // A name that is written otherwise is a change of it.
        assert_eq!(fates, [Fate::Replaces(known.id), Fate::New, Fate::Same(known.id), Fate::New]);
        assert!(incoming[3].content.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn an_import_is_kept_whole_or_not_at_all() {
        let stage = Stage::new();
        let house = &stage.house;
        house.save_batch(None, content("News", "/news/*")).await.expect("kept");
        let new = || (content("New", "/a"), false);
        for wrong in [
            (content("NEW", "/b"), false),
            (content("news", "/b"), false),
            (content("", "/b"), false),
            (content("b", "{"), false),
        ] {
            assert!(matches!(house.keep_incoming(vec![new(), wrong]).await, Err(Failure::Invalid { .. })));
        }
        assert_eq!(house.batches(&crate::BatchQuery { limit: 9, ..Default::default() }).await.expect("read").0, 1);
        let kept = house.keep_incoming(vec![new(), (content("News", "/b"), true)]).await;
        assert_eq!(kept, Ok(Kept { added: 1, replaced: 1 }));
        let again = house.keep_incoming(vec![new(), (content("News", "/b"), false)]).await;
        assert_eq!(again, Ok(Kept::default()));
    }
}
