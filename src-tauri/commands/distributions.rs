//! Distributions and their tenants.

use domain::{Behavior, ConnectionMode, DistributionId, QueryStrings, Target, Tenant, TenantId};
use engine::{Column, ConnectionId, Failure, Housekeeper, KnownDistribution, Query, Sort};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::{Answer, WireError};

/// A column of the distributions' table.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DistributionColumn {
    Id,
    Nickname,
    DomainName,
    Aliases,
    Description,
    Status,
}

/// How the table is sorted.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DistributionSort {
    column: DistributionColumn,
    descending: bool,
}

/// Which distributions to show.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DistributionQuery {
    /// Words, an id, or a pasted URL.
    filter: String,
    /// `null`: favourites first, then those opened last.
    sort: Option<DistributionSort>,
    offset: u32,
    limit: u32,
    /// Whether to ask AWS anew.
    refresh: bool,
}

/// A row of the distributions' table.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DistributionRow {
    id: String,
    nickname: Option<String>,
    favourite: bool,
    added_by_id: bool,
    /// Whether more than the id is known; where not, all that follows is empty.
    listed: bool,
    domain_name: String,
    aliases: Vec<String>,
    description: String,
    status: String,
    enabled: bool,
    staging: bool,
    tenant_only: bool,
}

/// What a query found.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DistributionList {
    total: u32,
    matching: u32,
    rows: Vec<DistributionRow>,
    /// Why AWS did not list them; then the rows are what is known without it.
    listing_error: Option<WireError>,
}

/// A cache behavior.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BehaviorRow {
    path_pattern: String,
    query_strings: WireQueryStrings,
}

/// What of the query string is in a cache key.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum WireQueryStrings {
    None,
    Some,
    All,
    Unknown,
}

/// A distribution as it is opened.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenedDistribution {
    row: DistributionRow,
    /// Its configuration; `null` where it could not be read.
    configuration: Option<DistributionConfiguration>,
    /// Why not.
    configuration_error: Option<WireError>,
}

/// A distribution's configuration, as far as it decides what a path means.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DistributionConfiguration {
    default_root_object: Option<String>,
    cache_tag_header: Option<String>,
    behaviors: Vec<BehaviorRow>,
    in_progress: u32,
    price_class: String,
    origins: Vec<String>,
}

/// A row of the tenants' table.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TenantRow {
    id: String,
    distribution: String,
    name: String,
    domains: Vec<String>,
    status: String,
    enabled: bool,
}

/// A page of tenants.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TenantPage {
    rows: Vec<TenantRow>,
    next: Option<String>,
}

/// The distributions that a filter means.
#[tauri::command]
#[specta::specta]
pub async fn distributions(
    house: State<'_, Housekeeper>,
    connection: String,
    query: DistributionQuery,
) -> Answer<DistributionList> {
    let listing = house.distributions(&ConnectionId::new(connection), &query.into()).await?;
    Ok(DistributionList {
        total: listing.total as u32,
        matching: listing.matching as u32,
        rows: listing.rows.into_iter().map(DistributionRow::from).collect(),
        listing_error: listing.failure.map(WireError::from),
    })
}

/// Adds a distribution by its id.
#[tauri::command]
#[specta::specta]
pub async fn add_distribution(
    house: State<'_, Housekeeper>,
    connection: String,
    id: String,
) -> Answer<DistributionRow> {
    Ok(house.add_distribution(&ConnectionId::new(connection), &DistributionId::new(id)).await?.into())
}

/// Takes a distribution that was added by its id out of the list.
#[tauri::command]
#[specta::specta]
pub async fn remove_distribution(house: State<'_, Housekeeper>, connection: String, id: String) -> Answer<()> {
    Ok(house.remove_distribution(&ConnectionId::new(connection), &DistributionId::new(id)).await?)
}

/// Notes a nickname and whether it is a favourite.
#[tauri::command]
#[specta::specta]
pub async fn note_distribution(
    house: State<'_, Housekeeper>,
    connection: String,
    id: String,
    nickname: Option<String>,
    favourite: bool,
) -> Answer<()> {
    let id = DistributionId::new(id);
    Ok(house.note_distribution(&ConnectionId::new(connection), &id, nickname, favourite).await?)
}

/// A distribution as it is opened, with its configuration where that may be read.
#[tauri::command]
#[specta::specta]
pub async fn distribution_details(
    house: State<'_, Housekeeper>,
    connection: String,
    id: String,
) -> Answer<OpenedDistribution> {
    let id = DistributionId::new(id);
    let connection = ConnectionId::new(connection);
    let (row, details) = house.open_distribution(&connection, &id).await?;
    let (configuration, configuration_error) = match details {
        Ok(details) => (Some(DistributionConfiguration::from(details)), None),
        // There is none of that id, so there is no page to show.
        Err(failure @ Failure::NotFound { .. }) => return Err(failure.into()),
        Err(failure) => {
            let identity = house.identity_of(&connection).await;
            (None, Some(WireError::on(failure, &Target::Distribution(id), identity.as_ref())))
        }
    };
    Ok(OpenedDistribution { row: row.into(), configuration, configuration_error })
}

/// A page of a multi-tenant distribution's tenants.
#[tauri::command]
#[specta::specta]
pub async fn tenants(
    house: State<'_, Housekeeper>,
    connection: String,
    distribution: String,
    after: Option<String>,
    limit: u16,
) -> Answer<TenantPage> {
    let distribution = DistributionId::new(distribution);
    let page = house.tenants(&ConnectionId::new(connection), &distribution, after.as_deref(), limit).await?;
    Ok(TenantPage { rows: page.rows.into_iter().map(TenantRow::from).collect(), next: page.next })
}

/// One tenant.
#[tauri::command]
#[specta::specta]
pub async fn tenant_details(house: State<'_, Housekeeper>, connection: String, id: String) -> Answer<TenantRow> {
    let id = TenantId::new(id);
    let connection = ConnectionId::new(connection);
    match house.tenant(&connection, &id).await {
        Ok(tenant) => Ok(tenant.into()),
        Err(failure) => {
            let identity = house.identity_of(&connection).await;
            Err(WireError::on(failure, &Target::Tenant(id), identity.as_ref()))
        }
    }
}

impl From<DistributionQuery> for Query {
    fn from(query: DistributionQuery) -> Self {
        let sort = query.sort.map(|sort| Sort {
            column: match sort.column {
                DistributionColumn::Id => Column::Id,
                DistributionColumn::Nickname => Column::Nickname,
                DistributionColumn::DomainName => Column::DomainName,
                DistributionColumn::Aliases => Column::Aliases,
                DistributionColumn::Description => Column::Description,
                DistributionColumn::Status => Column::Status,
            },
            descending: sort.descending,
        });
        Self {
            filter: query.filter,
            sort,
            offset: query.offset as usize,
            limit: query.limit as usize,
            refresh: query.refresh,
        }
    }
}

impl From<KnownDistribution> for DistributionRow {
    fn from(row: KnownDistribution) -> Self {
        let (listed, it) = (row.distribution.is_some(), row.distribution);
        Self {
            id: row.id.to_string(),
            nickname: row.note.nickname,
            favourite: row.note.favourite,
            added_by_id: row.note.added,
            listed,
            tenant_only: it.as_ref().is_some_and(|it| it.mode == ConnectionMode::TenantOnly),
            staging: it.as_ref().is_some_and(|it| it.staging),
            // Of what is not known, nobody should read that it is switched off.
            enabled: it.as_ref().is_none_or(|it| it.enabled),
            status: it.as_ref().map(|it| it.status.clone()).unwrap_or_default(),
            description: it.as_ref().map(|it| it.description.clone()).unwrap_or_default(),
            domain_name: it.as_ref().map(|it| it.domain_name.clone()).unwrap_or_default(),
            aliases: it.map(|it| it.aliases).unwrap_or_default(),
        }
    }
}

impl From<domain::DistributionDetails> for DistributionConfiguration {
    fn from(details: domain::DistributionDetails) -> Self {
        Self {
            default_root_object: details.default_root_object,
            cache_tag_header: details.cache_tag_header,
            behaviors: details.behaviors.into_iter().map(BehaviorRow::from).collect(),
            in_progress: details.in_progress,
            price_class: details.price_class,
            origins: details.origins,
        }
    }
}

impl From<Behavior> for BehaviorRow {
    fn from(behavior: Behavior) -> Self {
        Self {
            path_pattern: behavior.path_pattern,
            query_strings: match behavior.query_strings {
                QueryStrings::None => WireQueryStrings::None,
                QueryStrings::Some(_) | QueryStrings::AllExcept(_) => WireQueryStrings::Some,
                QueryStrings::All => WireQueryStrings::All,
                QueryStrings::Unknown => WireQueryStrings::Unknown,
            },
        }
    }
}

impl From<Tenant> for TenantRow {
    fn from(tenant: Tenant) -> Self {
        Self {
            id: tenant.id.to_string(),
            distribution: tenant.distribution.to_string(),
            name: tenant.name,
            domains: tenant.domains,
            status: tenant.status,
            enabled: tenant.enabled,
        }
    }
}
