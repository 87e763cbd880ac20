//! What would make invalidations needless.

use domain::{Behavior, QueryStrings, Target};
use engine::{ConnectionId, Housekeeper};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::target::WireTarget;
use super::{Answer, WireError};

/// A path, and what could stand in place of invalidating it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Alternative {
    path: String,
    /// How often it was cleared in the last twelve weeks; 0 for an example that is not the person's own.
    times: u32,
    /// When it was cleared last.
    last: Option<String>,
    /// The same file under a name with a version in it: `/css/site.v2.css`.
    versioned_name: String,
    /// The same file with a version in its query: `/css/site.css?v=2`.
    versioned_query: String,
    /// The behavior that takes it, as an index; `null` where they are not known.
    behavior: Option<u32>,
}

/// What would make invalidations of a target needless.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Alternatives {
    /// The paths cleared most often first.
    examples: Vec<Alternative>,
    /// Whether the examples are paths that the account cleared.
    are_own: bool,
    /// The behaviors in the order they are matched, the default one last.
    behaviors: Vec<BehaviorTerms>,
    /// Why the behaviors are not known.
    error: Option<WireError>,
}

/// One cache behavior, as far as it decides what a version in a name or a query would take.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BehaviorTerms {
    /// `*` for the default one.
    path_pattern: String,
    /// The name of its cache policy, where it has one that could be read.
    cache_policy: Option<String>,
    query_strings: CacheKeyQuery,
    /// In seconds; `null` where not known.
    min_ttl: Option<u64>,
    default_ttl: Option<u64>,
    max_ttl: Option<u64>,
}

/// What of the query string is in the cache key.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum CacheKeyQuery {
    None,
    All,
    Unknown,
    /// These parameters alone.
    Some {
        names: Vec<String>,
    },
    /// All but these.
    AllExcept {
        names: Vec<String>,
    },
}

/// What was cleared again and again in the last seven days: four times or oftener.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WeeklyRepeats {
    /// Since when.
    since: String,
    /// The ones cleared most often first, ten at the most.
    repeats: Vec<WeeklyRepeat>,
    /// How many paths there are in all.
    paths: u32,
    /// How many items they took.
    items: u64,
}

/// One path that was cleared again and again.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WeeklyRepeat {
    target: WireTarget,
    name: Option<String>,
    path: String,
    times: u32,
}

/// What would make an invalidation of a target needless: other names for its files, and what its behaviors say to that.
#[tauri::command]
#[specta::specta]
pub async fn alternatives(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
) -> Answer<Alternatives> {
    let target = Target::from(target);
    let engine::Alternatives { examples, behaviors } =
        house.alternatives(&ConnectionId::new(connection), &target).await?;
    let are_own = !examples.is_empty();
    let known = behaviors.as_deref().unwrap_or_default();
    let own = examples.into_iter().map(|it| Alternative::of(it.path, it.times, Some(it.last.to_string()), known));
    let made_up = MADE_UP.iter().filter(|_| !are_own).map(|path| Alternative::of((*path).to_owned(), 0, None, known));
    Ok(Alternatives {
        examples: own.chain(made_up).collect(),
        are_own,
        behaviors: known.iter().map(BehaviorTerms::from).collect(),
        error: behaviors.err().map(WireError::from),
    })
}

/// What the account cleared again and again in the last seven days.
#[tauri::command]
#[specta::specta]
pub async fn weekly_repeats(house: State<'_, Housekeeper>, connection: String) -> Answer<WeeklyRepeats> {
    let engine::WeeklyRepeats { since, repeats, paths, items } =
        house.weekly_repeats(&ConnectionId::new(connection)).await?;
    let repeat = |(cleared, name): (engine::ports::Cleared, Option<String>)| WeeklyRepeat {
        target: (&cleared.target).into(),
        name,
        path: cleared.item,
        times: cleared.times,
    };
    Ok(WeeklyRepeats {
        since: since.to_string(),
        repeats: repeats.into_iter().map(repeat).collect(),
        paths: paths as u32,
        items,
    })
}

/// Examples for whoever has cleared nothing yet.
const MADE_UP: [&str; 3] = ["/css/site.css", "/images/logo.png", "/downloads/price-list.pdf"];

impl Alternative {
    fn of(path: String, times: u32, last: Option<String>, behaviors: &[Behavior]) -> Self {
        let alone = path.split('?').next().unwrap_or_default();
        let behavior = behaviors.iter().position(|behavior| behavior.takes(alone)).map(|place| place as u32);
        let (versioned_name, versioned_query) = (domain::versioned::name(&path), domain::versioned::query(&path));
        Self { path, times, last, versioned_name, versioned_query, behavior }
    }
}

impl From<&Behavior> for BehaviorTerms {
    fn from(behavior: &Behavior) -> Self {
        Self {
            path_pattern: behavior.path_pattern.clone(),
            cache_policy: behavior.cache_policy.clone(),
            query_strings: match &behavior.query_strings {
                QueryStrings::None => CacheKeyQuery::None,
                QueryStrings::All => CacheKeyQuery::All,
                QueryStrings::Unknown => CacheKeyQuery::Unknown,
                QueryStrings::Some(names) => CacheKeyQuery::Some { names: names.clone() },
                QueryStrings::AllExcept(names) => CacheKeyQuery::AllExcept { names: names.clone() },
            },
            min_ttl: behavior.ttl.map(|ttl| ttl.min),
            default_ttl: behavior.ttl.map(|ttl| ttl.default),
            max_ttl: behavior.ttl.map(|ttl| ttl.max),
        }
    }
}
