//! List, filter, note and add distributions; their tenants.

mod filter;

use domain::{AccountKey, Distribution, DistributionDetails, DistributionId, Target, Tenant, TenantId};

use crate::housekeeper::lock;
use crate::ports::{CloudFront, Note, Page};
use crate::turnstile::Turn;
use crate::{ConnectionId, Failure, Housekeeper};

/// How many distributions one ListDistributions asks for. The service's own default.
const PAGE: u16 = 100;

/// What ListDistributions gave, kept until it is asked for anew.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed {
    rows: Vec<Distribution>,
    failure: Option<Failure>,
}

/// A row of the list: what AWS tells of a distribution, where it does, and what the person noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDistribution {
    /// Its id.
    pub id: DistributionId,
    /// What AWS tells; `None` where only the id is known.
    pub distribution: Option<Distribution>,
    /// What the person noted.
    pub note: Note,
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The id.
    Id,
    /// The person's own name.
    Nickname,
    /// CloudFront's name.
    DomainName,
    /// The first alternate domain name.
    Aliases,
    /// The description.
    Description,
    /// Deployed or not.
    Status,
}

/// How to sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Whether the last comes first.
    pub descending: bool,
}

/// Which distributions to show.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Words that must all occur, an id, or a URL that a distribution must serve.
    pub filter: String,
    /// How to sort; favourites first, then those opened last, where it is not said.
    pub sort: Option<Sort>,
    /// How many to leave out.
    pub offset: usize,
    /// How many to show at the most.
    pub limit: usize,
    /// Whether to ask AWS anew.
    pub refresh: bool,
}

/// What a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// How many distributions are known.
    pub total: usize,
    /// How many of them match.
    pub matching: usize,
    /// Those to show.
    pub rows: Vec<KnownDistribution>,
    /// Why AWS did not list them, where it did not.
    pub failure: Option<Failure>,
}

impl Housekeeper {
    /// The distributions of a connection's account, those added by their id included.
    ///
    /// # Errors
    /// Where the connection cannot be opened or the records cannot be read. That AWS will not list is no error here:
    /// it stands in [`Listing::failure`], beside what is known without it.
    pub async fn distributions(&self, connection: &ConnectionId, query: &Query) -> Result<Listing, Failure> {
        let listed = self.listed(connection, query.refresh).await?;
        let all = self.known_distributions(connection, &listed).await?;
        let total = all.len();
        let mut matching = filter::matching(all, &query.filter);
        filter::sort(&mut matching, query.sort);
        Ok(Listing {
            total,
            matching: matching.len(),
            rows: matching.into_iter().skip(query.offset).take(query.limit).collect(),
            failure: listed.failure,
        })
    }

    /// Adds a distribution by its id, for those who may not list.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where AWS says there is none. Where it does not let one look, it is added on trust.
    pub async fn add_distribution(
        &self,
        connection: &ConnectionId,
        id: &DistributionId,
    ) -> Result<KnownDistribution, Failure> {
        if id.as_str().is_empty() || id.as_str().contains(|c: char| !c.is_ascii_alphanumeric()) {
            return Err(Failure::Invalid {
                detail: "A distribution's id is made of capital letters and digits, such as E1A2B3C4D5E6F7.".to_owned(),
            });
        }
        let open = self.open(connection).await?;
        match self.distribution(connection, id).await {
            Ok(_) | Err(Failure::Denied { .. }) => {}
            Err(failure) => return Err(failure),
        }
        let mut note = self.note(&open.account, id).await?;
        note.added = true;
        self.world.records.keep_note(&open.account, id, &note).await?;
        let listed = lock(&self.shared.listed).get(connection).cloned().unwrap_or_default();
        let known = self.known_distributions(connection, &listed).await?;
        known
            .into_iter()
            .find(|row| row.id == *id)
            .ok_or_else(|| Failure::NotFound { what: format!("distribution {id}") })
    }

    /// Takes a distribution that was added by its id out of the list again. What was noted of it stays.
    pub async fn remove_distribution(&self, connection: &ConnectionId, id: &DistributionId) -> Result<(), Failure> {
        let open = self.open(connection).await?;
        let mut note = self.note(&open.account, id).await?;
        note.added = false;
        self.world.records.keep_note(&open.account, id, &note).await
    }

    /// Notes a nickname and whether it is a favourite.
    pub async fn note_distribution(
        &self,
        connection: &ConnectionId,
        id: &DistributionId,
        nickname: Option<String>,
        favourite: bool,
    ) -> Result<(), Failure> {
        let open = self.open(connection).await?;
        // What the administrator calls it is no name of the person's own: it follows their file.
        let theirs = self.administrators_nickname(id);
        let nickname = nickname
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty() && theirs.as_ref() != Some(name));
        let note = Note { nickname, favourite, ..self.note(&open.account, id).await? };
        self.world.records.keep_note(&open.account, id, &note).await
    }

    /// Reads a distribution with its configuration, and keeps it for the checks.
    pub async fn distribution(
        &self,
        connection: &ConnectionId,
        id: &DistributionId,
    ) -> Result<DistributionDetails, Failure> {
        let open = self.open(connection).await?;
        let details = open.calls(self, Turn::Screen).distribution(id).await?;
        lock(&self.shared.details).insert((connection.clone(), id.clone()), details.clone());
        Ok(details)
    }

    /// A distribution as a person opens it: what is known of it, and its configuration or why that cannot be read.
    pub async fn open_distribution(
        &self,
        connection: &ConnectionId,
        id: &DistributionId,
    ) -> Result<(KnownDistribution, Result<DistributionDetails, Failure>), Failure> {
        let open = self.open(connection).await?;
        let details = self.distribution(connection, id).await;
        let mut note = self.note(&open.account, id).await?;
        note.opened = Some(self.now());
        self.world.records.keep_note(&open.account, id, &note).await?;
        let note = self.last_whole_policy().unwrap_or_default().with_nickname(id, note);
        let distribution = match &details {
            Ok(details) => Some(details.distribution.clone()),
            Err(_) => lock(&self.shared.listed)
                .get(connection)
                .and_then(|listed| listed.rows.iter().find(|row| row.id == *id).cloned()),
        };
        Ok((KnownDistribution { id: id.clone(), distribution, note }, details))
    }

    /// A page of a multi-tenant distribution's tenants.
    pub async fn tenants(
        &self,
        connection: &ConnectionId,
        distribution: &DistributionId,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<Tenant>, Failure> {
        let open = self.open(connection).await?;
        let page = open.calls(self, Turn::Screen).tenants(distribution, after, limit).await?;
        self.remember_names(&open.account, &page.rows);
        Ok(page)
    }

    /// Remembers what tenants are called that a list has.
    pub(crate) fn remember_names(&self, account: &AccountKey, tenants: &[Tenant]) {
        let named = tenants.iter().map(|tenant| ((account.clone(), tenant.id.clone()), tenant.name.clone()));
        lock(&self.shared.tenant_names).extend(named);
    }

    /// Reads a tenant, and its distribution as far as that is permitted, and keeps both for the checks.
    pub async fn tenant(&self, connection: &ConnectionId, id: &TenantId) -> Result<Tenant, Failure> {
        let open = self.open(connection).await?;
        let tenant = open.calls(self, Turn::Screen).tenant(id).await?;
        if let Err(failure) = self.distribution(connection, &tenant.distribution).await {
            tracing::info!(tenant = %id, failure = %failure.logged(), "a tenant's distribution could not be read; its checks know less");
        }
        lock(&self.shared.tenants).insert((connection.clone(), id.clone()), tenant.clone());
        Ok(tenant)
    }

    /// What a person would call a target: its nickname, its first alias, or nothing better than its id.
    pub(crate) async fn name_of(
        &self,
        connection: &ConnectionId,
        account: &AccountKey,
        target: &Target,
    ) -> Option<String> {
        match target {
            Target::Tenant(id) => {
                let read =
                    lock(&self.shared.tenants).get(&(connection.clone(), id.clone())).map(|tenant| tenant.name.clone());
                read.or_else(|| lock(&self.shared.tenant_names).get(&(account.clone(), id.clone())).cloned())
            }
            Target::Distribution(id) => {
                let nickname = self.note(account, id).await.ok().and_then(|note| note.nickname);
                nickname.or_else(|| self.administrators_nickname(id)).or_else(|| {
                    let key = (connection.clone(), id.clone());
                    let read = lock(&self.shared.details).get(&key).map(|details| details.distribution.clone());
                    let listed = || {
                        let listed = lock(&self.shared.listed);
                        listed.get(connection).and_then(|listed| listed.rows.iter().find(|row| row.id == *id).cloned())
                    };
                    read.or_else(listed).and_then(|distribution| distribution.aliases.first().cloned())
                })
            }
        }
    }

    async fn note(&self, account: &AccountKey, id: &DistributionId) -> Result<Note, Failure> {
        let notes = self.world.records.notes(account).await?;
        Ok(notes.into_iter().find(|(noted, _)| noted == id).map(|(_, note)| note).unwrap_or_default())
    }

    async fn listed(&self, connection: &ConnectionId, refresh: bool) -> Result<Listed, Failure> {
        let earlier = lock(&self.shared.listed).get(connection).cloned();
        if let Some(listed) = &earlier
            && !refresh
        {
            return Ok(listed.clone());
        }
        let open = self.open(connection).await?;
        let mut listed = Listed::default();
        let mut after = None;
        loop {
            match open.calls(self, Turn::Screen).distributions(after.as_deref(), PAGE).await {
                Ok(page) => {
                    listed.rows.extend(page.rows);
                    // A marker that does not move would go round for ever.
                    if page.next.is_none() || page.next == after {
                        break;
                    }
                    after = page.next;
                }
                Err(failure) => {
                    // What was known before is better than half a list.
                    listed.rows = earlier.map(|earlier| earlier.rows).unwrap_or_default();
                    listed.failure = Some(failure);
                    break;
                }
            }
        }
        lock(&self.shared.listed).insert(connection.clone(), listed.clone());
        Ok(listed)
    }

    /// What is listed, and what was added by its id, each with its note.
    async fn known_distributions(
        &self,
        connection: &ConnectionId,
        listed: &Listed,
    ) -> Result<Vec<KnownDistribution>, Failure> {
        let open = self.open(connection).await?;
        let mut notes: std::collections::HashMap<_, _> =
            self.world.records.notes(&open.account).await?.into_iter().collect();
        // Asked once: to ask is to look at a file.
        let policy = self.last_whole_policy().unwrap_or_default();
        let mut rows: Vec<KnownDistribution> = listed
            .rows
            .iter()
            .map(|distribution| KnownDistribution {
                id: distribution.id.clone(),
                distribution: Some(distribution.clone()),
                note: policy.with_nickname(&distribution.id, notes.remove(&distribution.id).unwrap_or_default()),
            })
            .collect();
        let details = lock(&self.shared.details);
        let added = notes.into_iter().filter(|(_, note)| note.added).map(|(id, note)| {
            let read = details.get(&(connection.clone(), id.clone()));
            let note = policy.with_nickname(&id, note);
            KnownDistribution { distribution: read.map(|details| details.distribution.clone()), id, note }
        });
        rows.extend(added);
        Ok(rows)
    }
}
