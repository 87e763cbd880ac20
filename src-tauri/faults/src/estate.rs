//! A large account to be read: many distributions with many invalidations, behind a network that takes its time.
//!
//! It answers what a count of the month asks – ListDistributions, ListInvalidations, GetInvalidation, and STS's
//! GetCallerIdentity –, counts what it is asked, and tells what it has. Nothing can be sent to it.

mod records;
mod xml;

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;
use http::{Method, Request, Response, StatusCode};
use hyper::body::Incoming;
use jiff::Timestamp;
use tokio::task::JoinHandle;

use self::records::Records;
use crate::http::{Answered, Body, End, listen, serve, whole};
use crate::server::caller_identity;

/// The account that it says it is: AWS's own example.
const ACCOUNT: &str = "111122223333";

/// Whom it takes everybody for.
const USER: &str = "arn:aws:iam::111122223333:user/estate";

/// How large an account is, and how it answers.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many distributions.
    pub distributions: usize,
    /// How many invalidations each of them had this month. Each has a few of the month before too.
    pub invalidations: usize,
    /// How long an answer takes.
    pub latency: Duration,
    /// How many calls it answers within any one second; those beyond are answered `Throttling`. All of them, without.
    pub rate: Option<usize>,
}

/// What an account was asked: how many calls of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// ListDistributions.
    pub distributions: u32,
    /// ListInvalidations.
    pub lists: u32,
    /// GetInvalidation.
    pub reads: u32,
    /// Calls of any kind that were throttled; they are not among the others.
    pub throttled: u32,
}

impl Asked {
    /// All that were answered.
    pub fn answered(&self) -> u32 {
        self.distributions + self.lists + self.reads
    }
}

/// A running account on a free port of this computer. It ends when it is dropped.
#[derive(Debug)]
pub struct Estate {
    address: SocketAddr,
    account: Arc<Account>,
    listening: JoinHandle<()>,
}

impl Drop for Estate {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Estate {
    /// Starts an account of this size. Its records are the same every time, but for their dates: those of this month are
    /// spread evenly from its beginning to this moment.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn open(size: &Size) -> Result<Self> {
        let (listener, address) = listen().await?;
        let account = Arc::new(Account {
            latency: size.latency,
            rate: size.rate,
            records: Mutex::new(Records::made_up(size, Timestamp::now())),
            asked: Mutex::default(),
            lately: Mutex::default(),
        });
        let answering = Arc::clone(&account);
        let listening = tokio::spawn(serve(listener, move |request| {
            let account = Arc::clone(&answering);
            Box::pin(async move { account.answer(&request).await })
        }));
        Ok(Self { address, account, listening })
    }

    /// Where it listens, as an endpoint for the SDK.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many items were invalidated this month, by the id of the distribution: the truth.
    pub fn items(&self) -> BTreeMap<String, u64> {
        lock(&self.account.records).items(Timestamp::now())
    }

    /// Makes so many new invalidations, now, by turns on its distributions.
    pub fn invalidate(&self, count: usize) {
        lock(&self.account.records).invalidate(count, Timestamp::now());
    }

    /// What it was asked since it was last asked this.
    pub fn asked(&self) -> Asked {
        std::mem::take(&mut lock(&self.account.asked))
    }
}

#[derive(Debug)]
struct Account {
    latency: Duration,
    rate: Option<usize>,
    records: Mutex<Records>,
    asked: Mutex<Asked>,
    /// When the latest calls came that were answered, oldest first.
    lately: Mutex<VecDeque<Instant>>,
}

impl Account {
    async fn answer(&self, request: &Request<Incoming>) -> Answered {
        if request.method() == Method::POST && request.uri().path() == "/" {
            return caller_identity(USER, ACCOUNT).map_err(|_| End::Closed);
        }
        let (status, xml) = if self.is_too_quick() {
            lock(&self.asked).throttled += 1;
            (StatusCode::BAD_REQUEST, xml::refused("Throttling", "Rate exceeded"))
        } else {
            self.look_up(request)
        };
        tokio::time::sleep(self.latency).await;
        respond(status, xml).map_err(|_| End::Closed)
    }

    /// Whether a second that ends now has as many calls as it takes already.
    fn is_too_quick(&self) -> bool {
        let Some(rate) = self.rate else { return false };
        let (mut lately, now) = (lock(&self.lately), Instant::now());
        while lately.front().is_some_and(|first| now.duration_since(*first) >= Duration::from_secs(1)) {
            lately.pop_front();
        }
        let is_too_quick = lately.len() >= rate;
        if !is_too_quick {
            lately.push_back(now);
        }
        is_too_quick
    }

    fn look_up(&self, request: &Request<Incoming>) -> (StatusCode, String) {
        let path: Vec<&str> = request.uri().path().trim_matches('/').split('/').collect();
        let page = Paging::of(request.uri().query().unwrap_or_default());
        let (records, mut asked) = (lock(&self.records), lock(&self.asked));
        let found = match (request.method(), path.as_slice()) {
            (&Method::GET, ["2020-05-31", "distribution"]) => {
                asked.distributions += 1;
                Some(xml::distributions(&page.cut(&records.distributions, |one| &one.id)))
            }
            (&Method::GET, ["2020-05-31", "distribution", id, "invalidation"]) => {
                asked.lists += 1;
                records.distribution(id).map(|one| xml::invalidations(&page.cut(&one.invalidations, |row| &row.id)))
            }
            (&Method::GET, ["2020-05-31", "distribution", id, "invalidation", one]) => {
                asked.reads += 1;
                let distribution = records.distribution(id);
                distribution.and_then(|distribution| distribution.invalidation(one)).map(xml::invalidation)
            }
            (method, _) => {
                let message = format!("{method} {} is not answered here", request.uri().path());
                return (StatusCode::BAD_REQUEST, xml::refused("InvalidAction", &message));
            }
        };
        match found {
            Some(xml) => (StatusCode::OK, xml),
            None => (StatusCode::NOT_FOUND, xml::refused("NoSuchResource", "There is no such thing in this account.")),
        }
    }
}

/// Which page of a list is asked for.
struct Paging<'a> {
    marker: &'a str,
    most: usize,
}

/// A page of a list.
struct Page<'a, T> {
    rows: Vec<&'a T>,
    marker: &'a str,
    next: Option<&'a str>,
    most: usize,
}

impl<'a> Paging<'a> {
    /// `Marker` and `MaxItems` of a query string; ids need no decoding, and a page has 100 rows where it does not say.
    fn of(query: &'a str) -> Self {
        let value = |wanted: &str| {
            query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .find(|(name, _)| *name == wanted)
                .map(|pair| pair.1)
        };
        Self {
            marker: value("Marker").unwrap_or_default(),
            most: value("MaxItems").and_then(|most| most.parse().ok()).unwrap_or(100),
        }
    }

    /// What comes after the row that the marker names, which is the last one of the page before.
    fn cut<T>(&self, rows: &'a VecDeque<T>, id: impl Fn(&T) -> &str) -> Page<'a, T>
    where
        T: 'a,
    {
        let after = rows.iter().position(|row| id(row) == self.marker).map_or(0, |place| place + 1);
        let cut: Vec<&T> = rows.iter().skip(after).take(self.most).collect();
        let is_last = after + cut.len() >= rows.len();
        let next = cut.last().copied().filter(|_| !is_last).map(&id);
        Page { marker: self.marker, next, most: self.most, rows: cut }
    }
}

fn respond(status: StatusCode, xml: String) -> Result<Response<Body>, http::Error> {
    Response::builder().status(status).header("content-type", "text/xml").body(whole(xml))
}

/// Nothing here is ever left half-changed, so what a panic poisoned is still good.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
