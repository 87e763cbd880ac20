//! Invalidations.

use domain::{InvalidationId, Target};
use engine::{ConnectionId, Failure, Housekeeper, Preview};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::target::WireTarget;
use super::{Answer, WireError};

/// A row of the invalidations' table.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InvalidationRow {
    id: String,
    created: String,
    /// `InProgress`, `Completed`, or the service's own word.
    status: String,
    /// Its object paths, where they were read before.
    paths: Option<PathsPreview>,
}

/// The first object paths of an invalidation, and how many there are.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PathsPreview {
    count: u32,
    first: Vec<String>,
}

/// A page of invalidations, newest first.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InvalidationPage {
    rows: Vec<InvalidationRow>,
    next: Option<String>,
}

/// What became of reading an invalidation's object paths.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ObjectPathsRow {
    id: String,
    paths: Option<PathsPreview>,
    error: Option<WireError>,
}

/// A whole invalidation.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InvalidationDetails {
    id: String,
    created: String,
    status: String,
    caller_reference: String,
    /// All of them, in the order they were sent: the service bounds them at 3,000.
    items: Vec<String>,
    /// The submission of this app that made it.
    submission: Option<i64>,
}

/// A page of a target's invalidations.
#[tauri::command]
#[specta::specta]
pub async fn invalidations(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
    after: Option<String>,
    limit: u16,
) -> Answer<InvalidationPage> {
    let (connection, target) = (ConnectionId::new(connection), Target::from(target));
    let page = match house.invalidations(&connection, &target, after.as_deref(), limit).await {
        Ok(page) => page,
        Err(failure) => return Err(on(&house, &connection, &target, failure).await),
    };
    let rows = page
        .rows
        .into_iter()
        .map(|row| InvalidationRow {
            id: row.summary.id.to_string(),
            created: row.summary.created.to_string(),
            status: row.summary.status.as_str().to_owned(),
            paths: row.paths.map(PathsPreview::from),
        })
        .collect();
    Ok(InvalidationPage { rows, next: page.next })
}

/// The object paths of the visible rows.
#[tauri::command]
#[specta::specta]
pub async fn object_paths(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
    ids: Vec<String>,
) -> Answer<Vec<ObjectPathsRow>> {
    let ids: Vec<_> = ids.into_iter().map(InvalidationId::new).collect();
    let read = house.object_paths(&ConnectionId::new(connection), &target.into(), &ids).await?;
    let row = |(id, paths): engine::PathsRead| match paths {
        Ok(preview) => ObjectPathsRow { id: id.to_string(), paths: Some(preview.into()), error: None },
        Err(failure) => ObjectPathsRow { id: id.to_string(), paths: None, error: Some(failure.into()) },
    };
    Ok(read.into_iter().map(row).collect())
}

/// One invalidation, as it is now.
#[tauri::command]
#[specta::specta]
pub async fn invalidation(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
    id: String,
) -> Answer<InvalidationDetails> {
    let (connection, target, id) = (ConnectionId::new(connection), Target::from(target), InvalidationId::new(id));
    let invalidation = match house.invalidation(&connection, &target, &id).await {
        Ok(invalidation) => invalidation,
        Err(failure) => return Err(on(&house, &connection, &target, failure).await),
    };
    let submission = house.submission_behind(&connection, &target, &id).await?;
    Ok(InvalidationDetails {
        id: invalidation.id.to_string(),
        created: invalidation.created.to_string(),
        status: invalidation.status.as_str().to_owned(),
        caller_reference: invalidation.reference,
        items: invalidation.items.iter().map(|item| item.as_str().to_owned()).collect(),
        submission: submission.map(|id| id.0),
    })
}

async fn on(house: &Housekeeper, connection: &ConnectionId, target: &Target, failure: Failure) -> WireError {
    WireError::on(failure, target, house.identity_of(connection).await.as_ref())
}

impl From<Preview> for PathsPreview {
    fn from(preview: Preview) -> Self {
        Self { count: preview.count as u32, first: preview.first.iter().map(|item| item.as_str().to_owned()).collect() }
    }
}
