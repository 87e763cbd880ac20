//! The same calls over plain HTTP: no SDK, no signature, no records.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use bytes::Bytes;
use domain::Month;
use futures::{StreamExt, TryStreamExt, stream};
use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use jiff::Timestamp;

/// How many calls are under way at once: as many as the app's.
const AT_ONCE: usize = 8;

struct Bare {
    endpoint: String,
    client: Client<HttpConnector, Empty<Bytes>>,
    /// The month's first moment as the answers write times, which sort as they run.
    since: String,
}

/// Lists the distributions, lists each one's invalidations newest first until the month's beginning, and gets each: how
/// long that took, and how many calls it was.
pub async fn count(endpoint: &str) -> Result<(Duration, u32)> {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    let client = Client::builder(TokioExecutor::new()).build(connector);
    let since = Month::of(Timestamp::now()).begins().strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string();
    let bare = Bare { endpoint: format!("{endpoint}/2020-05-31/distribution"), client, since };
    let begun = Instant::now();
    let (distributions, mut calls) = bare.distributions().await?;
    let listed: Vec<(Vec<String>, u32)> = stream::iter(&distributions)
        .map(|distribution| bare.invalidations(distribution))
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    calls += listed.iter().map(|(_, calls)| calls).sum::<u32>();
    let paths: Vec<String> = listed.into_iter().flat_map(|(paths, _)| paths).collect();
    let got = stream::iter(&paths).map(|path| bare.get(path)).buffer_unordered(AT_ONCE);
    let items: u64 = got.try_fold(0, async |sum, xml| Ok(sum + all(&xml, "Path").count() as u64)).await?;
    ensure!(items > 0, "there was something to count");
    Ok((begun.elapsed(), calls + u32::try_from(paths.len())?))
}

impl Bare {
    async fn distributions(&self) -> Result<(Vec<String>, u32)> {
        let (mut found, mut calls, mut marker) = (Vec::new(), 0, None);
        loop {
            let xml = self.get(&page("?MaxItems=100", marker.as_deref())).await?;
            calls += 1;
            // An origin has an `Id` too.
            found.extend(
                all(&xml, "DistributionSummary").filter_map(|one| all(one, "Id").next()).map(ToOwned::to_owned),
            );
            marker = all(&xml, "NextMarker").next().map(ToOwned::to_owned);
            if marker.is_none() {
                return Ok((found, calls));
            }
        }
    }

    /// The paths of a distribution's invalidations of this month.
    async fn invalidations(&self, distribution: &str) -> Result<(Vec<String>, u32)> {
        let (mut found, mut calls, mut marker) = (Vec::new(), 0, None);
        loop {
            let path = format!("/{distribution}/invalidation?MaxItems=100");
            let xml = self.get(&page(&path, marker.as_deref())).await?;
            calls += 1;
            let rows = all(&xml, "Id").zip(all(&xml, "CreateTime"));
            let (recent, older): (Vec<_>, Vec<_>) = rows.partition(|(_, created)| *created >= self.since.as_str());
            found.extend(recent.iter().map(|(id, _)| format!("/{distribution}/invalidation/{id}")));
            marker = all(&xml, "NextMarker").next().filter(|_| older.is_empty()).map(ToOwned::to_owned);
            if marker.is_none() {
                return Ok((found, calls));
            }
        }
    }

    async fn get(&self, path: &str) -> Result<String> {
        let answer = self.client.get(format!("{}{path}", self.endpoint).parse()?).await?;
        ensure!(answer.status().is_success(), "{path} was answered {}", answer.status());
        Ok(String::from_utf8(answer.into_body().collect().await?.to_bytes().into())?)
    }
}

fn page(path: &str, marker: Option<&str>) -> String {
    marker.map_or_else(|| path.to_owned(), |marker| format!("{path}&Marker={marker}"))
}

/// What stands in each element of a name.
fn all<'x>(xml: &'x str, name: &str) -> impl Iterator<Item = &'x str> + use<'x> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let mut rest = xml;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(&open)?;
        let (content, after) = after.split_once(&close)?;
        rest = after;
        Some(content)
    })
}
