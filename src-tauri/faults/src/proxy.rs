//! The fault proxy: it stands between the SDK and CloudFront, and does to each call what its plan says.

mod damage;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use bytes::Bytes;
use http::uri::{Authority, Scheme};
use http::{Request, Response, Uri, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

use crate::http::{Answered, End, listen, serve};
use crate::plan::{Call, Injection, Plan};
use crate::{Fault, Tally};

/// A point in the life of a call, for whoever wants to do something just then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A CreateInvalidation came in; nothing was passed on.
    Arrived,
    /// The service acted upon a CreateInvalidation; its reply is still here.
    Acted,
    /// The reply to a CreateInvalidation, or what is made of it, is on its way back.
    Replied,
    /// Something went wrong with a call, of whichever kind.
    Injected(Fault),
}

/// A running proxy on a free port of this computer. It ends when it is dropped.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    tally: Arc<Mutex<Tally>>,
    listening: JoinHandle<()>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

struct Between {
    upstream: Authority,
    plan: Mutex<Plan>,
    tally: Arc<Mutex<Tally>>,
    moments: UnboundedSender<Moment>,
    client: Client<HttpConnector, Full<Bytes>>,
}

impl Proxy {
    /// A proxy before `upstream`, a host with its port that speaks HTTP, with the moments of the calls through it.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start(upstream: Authority, plan: Plan) -> Result<(Self, UnboundedReceiver<Moment>)> {
        let (listener, address) = listen().await?;
        let (moments, told) = unbounded_channel();
        let tally = Arc::new(Mutex::new(Tally::default()));
        // A connection a call, and no repeats of its own: whatever reaches the service was asked for once.
        let client =
            Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).retry_canceled_requests(false).build_http();
        let between = Between { upstream, plan: Mutex::new(plan), tally: Arc::clone(&tally), moments, client };
        let between = Arc::new(between);
        let listening = tokio::spawn(serve(listener, move |request| {
            let between = Arc::clone(&between);
            Box::pin(async move { between.answer(request).await })
        }));
        Ok((Self { address, tally, listening }, told))
    }

    /// Where it listens, as an endpoint for the SDK.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What it did so far, by kind.
    pub fn tally(&self) -> Tally {
        lock(&self.tally).clone()
    }
}

impl Between {
    async fn answer(&self, request: Request<Incoming>) -> Answered {
        let call = Call::of(request.method(), request.uri().path());
        self.tell(call, Moment::Arrived);
        let (parts, body) = request.into_parts();
        let body = body.collect().await.map_err(|_| End::Closed)?.to_bytes();
        let injection = lock(&self.plan).next(call);
        if let Some(Injection { fault: Fault::Delayed, time }) = injection {
            tokio::time::sleep(time).await;
        }
        let reply = match injection {
            Some(injection) if !injection.fault.acts() => None,
            _ => {
                let reply = self.pass_on(Request::from_parts(parts, body)).await?;
                self.tell(call, Moment::Acted);
                Some(reply)
            }
        };
        if let Some(Injection { fault, .. }) = injection {
            lock(&self.tally).count(fault);
            let _ = self.moments.send(Moment::Injected(fault));
        }
        let answered = damage::made_of(reply, injection);
        self.tell(call, Moment::Replied);
        answered
    }

    /// Asks the service, and reads its reply to the end.
    async fn pass_on(&self, mut request: Request<Bytes>) -> Result<Response<Bytes>, End> {
        let mut uri = request.uri().clone().into_parts();
        uri.scheme = Some(Scheme::HTTP);
        uri.authority = Some(self.upstream.clone());
        *request.uri_mut() = Uri::from_parts(uri).map_err(|_| End::Closed)?;
        // The body is in one piece now; hyper says its length itself. The host stays as it was signed.
        request.headers_mut().remove(header::CONTENT_LENGTH);
        request.headers_mut().remove(header::TRANSFER_ENCODING);
        let reply = self.client.request(request.map(Full::new)).await.map_err(|_| End::Closed)?;
        let (mut parts, body) = reply.into_parts();
        let body = body.collect().await.map_err(|_| End::Closed)?.to_bytes();
        for hop_by_hop in [header::CONNECTION, header::TRANSFER_ENCODING, header::CONTENT_LENGTH] {
            parts.headers.remove(hop_by_hop);
        }
        Ok(Response::from_parts(parts, body))
    }

    /// That nobody listens is no failure.
    fn tell(&self, call: Call, moment: Moment) {
        if call == Call::Create {
            let _ = self.moments.send(moment);
        }
    }
}

/// Nothing here is ever left half-changed, so what a panic poisoned is still good.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
