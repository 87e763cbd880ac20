//! The stand-in on a socket of this computer, and what is passed on to another server.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::uri::{Authority, Scheme};
use http::{Request, Response, StatusCode, Uri, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

use crate::operation::{Call, Operation};
use crate::refusal::Failure;
use crate::service::Service;
use crate::settings::Settings;
use crate::wire::answer;

/// What a person clicks on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Access is granted.
    Allow,
    /// Access is denied.
    Deny,
}

/// A running stand-in, on a port of 127.0.0.1. It ends, with its connections, when it is dropped.
#[derive(Debug)]
pub struct Portal {
    address: SocketAddr,
    inner: Arc<Inner>,
    listening: JoinHandle<()>,
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

#[derive(Debug)]
struct Inner {
    settings: Settings,
    service: Mutex<Service>,
    upstream: Option<Authority>,
    client: Client<HttpConnector, Full<Bytes>>,
}

impl Portal {
    /// A stand-in on a free port.
    ///
    /// # Errors
    /// When the upstream is not `http://` and a host with its port, or no port is free.
    pub async fn start(settings: Settings) -> io::Result<Self> {
        Self::start_at(settings, 0).await
    }

    /// A stand-in on this port of 127.0.0.1; 0 for a free one.
    ///
    /// # Errors
    /// When the upstream is not `http://` and a host with its port, or the port is taken.
    pub async fn start_at(settings: Settings, port: u16) -> io::Result<Self> {
        let upstream = settings.upstream.as_deref().map(authority).transpose()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let service = Mutex::new(Service::new(settings.clone(), format!("http://{address}")));
        // A connection a call, and no repeats of its own: what is passed on was asked for once.
        let client =
            Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).retry_canceled_requests(false).build_http();
        let inner = Arc::new(Inner { settings, service, upstream, client });
        let listening = tokio::spawn(serve(listener, Arc::clone(&inner)));
        Ok(Self { address, inner, listening })
    }

    /// Where it is: `http://127.0.0.1:PORT`, the endpoint of both services and of what is passed on.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every call that was answered, in order.
    pub fn calls(&self) -> Vec<Call> {
        self.service().calls.clone()
    }

    /// Allows the device that shows this code, as the person would on the page.
    ///
    /// # Panics
    /// When no device waits for an answer under this code.
    #[track_caller]
    pub fn allow_device(&self, user_code: &str) {
        self.decide_device(user_code, true);
    }

    /// Denies the device that shows this code, as the person would on the page.
    ///
    /// # Panics
    /// When no device waits for an answer under this code.
    #[track_caller]
    pub fn deny_device(&self, user_code: &str) {
        self.decide_device(user_code, false);
    }

    #[track_caller]
    fn decide_device(&self, user_code: &str, allowed: bool) {
        let now = (self.inner.settings.clock)();
        let known = self.service().center.decide_device(user_code, allowed, now);
        assert!(known, "no device waits for an answer under {user_code}");
    }

    /// Ends every session, with its access and refresh tokens, and everything that could become one: device codes,
    /// pages, authorization codes. Registered clients stay.
    pub fn revoke_everything(&self) {
        self.service().center.revoke_everything();
    }

    /// Forgets every registered client: whatever they send is an `InvalidClientException`.
    pub fn forget_clients(&self) {
        self.service().center.forget_clients();
    }

    /// The next call of an operation fails like this, whatever it asks for, and changes nothing. Called again, the one
    /// after it does too.
    pub fn refuse_next(&self, operation: Operation, failure: Failure) {
        self.service().refuse_next(operation, failure);
    }

    /// Opens one of the two pages, authorize or verification, at its whole address, and clicks. Gives the address that
    /// the browser is sent to, which is not opened, or else the page that it shows, as HTML.
    ///
    /// # Errors
    /// When the address is none, or nothing answers there.
    pub async fn visit(&self, page: &str, choice: Choice) -> io::Result<String> {
        let first = self.fetch(page).await?;
        let id = match choice {
            Choice::Allow => "id=\"allow\" href=\"",
            Choice::Deny => "id=\"deny\" href=\"",
        };
        let link = first.split_once(id).and_then(|(_, rest)| rest.split_once('"')).map(|(link, _)| link.to_owned());
        match link {
            Some(link) => self.fetch(&format!("{}{link}", self.url())).await,
            None => Ok(first),
        }
    }

    /// Where a page sends to, or else what it says.
    async fn fetch(&self, address: &str) -> io::Result<String> {
        let uri: Uri = address.parse().map_err(|_| io::Error::other(format!("{address} is no address")))?;
        let reply = self.inner.client.get(uri).await.map_err(io::Error::other)?;
        if let Some(location) = reply.headers().get(header::LOCATION) {
            return location.to_str().map(str::to_owned).map_err(io::Error::other);
        }
        let body = reply.into_body().collect().await.map_err(io::Error::other)?.to_bytes();
        Ok(String::from_utf8_lossy(&body).into_owned())
    }

    fn service(&self) -> MutexGuard<'_, Service> {
        self.inner.service()
    }
}

/// Answers every request of every connection, until it is aborted; the connections end with it.
async fn serve(listener: TcpListener, inner: Arc<Inner>) {
    let mut connections = JoinSet::new();
    loop {
        // An error is that of one connection, or of too many at once; the next one may do.
        let Ok((stream, _)) = listener.accept().await else { continue };
        while connections.try_join_next().is_some() {}
        let inner = Arc::clone(&inner);
        connections.spawn(async move {
            let service = service_fn(move |request| {
                let inner = Arc::clone(&inner);
                async move { inner.answer(request).await }
            });
            // How a client leaves is its own affair.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

impl Inner {
    /// Nothing here is ever left half-changed, so what a panic poisoned is still good.
    fn service(&self) -> MutexGuard<'_, Service> {
        self.service.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn answer(&self, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        let (parts, body) = request.into_parts();
        let Ok(body) = body.collect().await else {
            return Ok(plain(400, "The request broke off.").map(Full::new));
        };
        let request = Request::from_parts(parts, body.to_bytes());
        let now = (self.settings.clock)();
        let known = self.service().reply(&request, now);
        let reply = match known {
            Some(reply) => reply,
            None => {
                let reply = self.pass_on(request).await;
                self.service().note("Upstream", &reply);
                reply
            }
        };
        Ok(reply.map(Full::new))
    }

    /// Asks the other server, with the host and the headers as they were signed.
    async fn pass_on(&self, mut request: Request<Bytes>) -> Response<Bytes> {
        let Some(upstream) = &self.upstream else {
            return plain(404, "This is no call of Identity Center's, and no upstream is set.");
        };
        let mut uri = request.uri().clone().into_parts();
        uri.scheme = Some(Scheme::HTTP);
        uri.authority = Some(upstream.clone());
        match Uri::from_parts(uri) {
            Ok(uri) => *request.uri_mut() = uri,
            Err(_) => return plain(400, "The address cannot be passed on."),
        }
        // The body is in one piece now, and its length is said anew.
        request.headers_mut().remove(header::CONTENT_LENGTH);
        request.headers_mut().remove(header::TRANSFER_ENCODING);
        let Ok(reply) = self.client.request(request.map(Full::new)).await else {
            return plain(502, "The upstream does not answer.");
        };
        let (mut parts, body) = reply.into_parts();
        let Ok(body) = body.collect().await else { return plain(502, "The upstream's answer broke off.") };
        for hop_by_hop in [header::CONNECTION, header::TRANSFER_ENCODING, header::CONTENT_LENGTH] {
            parts.headers.remove(hop_by_hop);
        }
        Response::from_parts(parts, body.to_bytes())
    }
}

fn plain(status: u16, sentence: &'static str) -> Response<Bytes> {
    debug_assert!(StatusCode::from_u16(status).is_ok());
    answer(status, "text/plain; charset=utf-8", Bytes::from_static(sentence.as_bytes()))
}

/// The host and the port of an upstream, which has no path.
fn authority(url: &str) -> io::Result<Authority> {
    let parts = url.parse::<Uri>().ok().map(Uri::into_parts);
    let root = parts.filter(|parts| parts.scheme == Some(Scheme::HTTP)).filter(|parts| {
        let path = parts.path_and_query.as_ref().map_or("/", |path| path.as_str());
        path == "/"
    });
    root.and_then(|parts| parts.authority).ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidInput, format!("{url} is not http:// and a host with its port"))
    })
}
