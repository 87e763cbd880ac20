//! What the server and the proxy share of HTTP/1.1: taking connections, and ending one in the middle.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

/// The body of an answer, in one piece or in many.
pub(crate) type Body = UnsyncBoxBody<Bytes, io::Error>;

/// What becomes of a request.
pub(crate) type Answered = Result<Response<Body>, End>;

type Answering = Pin<Box<dyn Future<Output = Answered> + Send>>;

/// How a connection ends in place of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// In order, with a FIN.
    Closed,
    /// With an RST, as when a machine on the way lost its memory of the connection.
    Reset,
}

impl std::fmt::Display for End {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the connection ends here")
    }
}

impl std::error::Error for End {}

/// Listens on a free port of this computer alone.
pub(crate) async fn listen() -> Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind("127.0.0.1:0").await.context("no port of this computer can be listened on")?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

/// Answers every request of every connection; it never returns.
pub(crate) async fn serve(
    listener: TcpListener,
    answer: impl Fn(Request<Incoming>) -> Answering + Clone + Send + Unpin + 'static,
) {
    loop {
        // An error is that of one connection, or of too many at once; the next one may do.
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, answer.clone()));
        }
    }
}

/// One connection, to its end.
async fn converse(stream: TcpStream, answer: impl Fn(Request<Incoming>) -> Answering + Send + Unpin + 'static) {
    // Small packets go at once, or a trickle would be gathered up.
    let _ = stream.set_nodelay(true);
    let reset = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&reset);
    let service = service_fn(move |request| {
        let (answering, told) = (answer(request), Arc::clone(&told));
        let answering: Answering = Box::pin(async move {
            let answered = answering.await;
            told.store(matches!(answered, Err(End::Reset)), Ordering::Relaxed);
            answered
        });
        answering
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    // Without the shutdown that hyper would do: a reset must not be preceded by a FIN.
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner();
    if reset.load(Ordering::Relaxed) {
        // Closing a socket that does not linger sends an RST (POSIX, `SO_LINGER`).
        let _ = stream.set_zero_linger();
    }
}

/// A body in one piece.
pub(crate) fn whole(bytes: impl Into<Bytes>) -> Body {
    Full::new(bytes.into()).map_err(|never| match never {}).boxed_unsync()
}
