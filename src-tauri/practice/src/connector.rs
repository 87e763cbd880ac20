//! The service as the SDK's HTTP client: requests never leave the process.

use std::io;

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::http::Response;
use aws_smithy_types::body::SdkBody;

use crate::Practice;
use crate::service::Reply;

/// The client to give to `aws_sdk_cloudfront::Config::builder().http_client(…)`.
pub(crate) fn http_client(practice: Practice) -> SharedHttpClient {
    let connector = SharedHttpConnector::new(Connector(practice));
    http_client_fn(move |_settings, _components| connector.clone())
}

#[derive(Debug)]
struct Connector(Practice);

impl HttpConnector for Connector {
    /// Answers at once, on the caller's thread: the one thing that waits is the write of a small file.
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let request = match in_memory(request) {
            Ok(request) => request,
            Err(error) => return HttpConnectorFuture::ready(Err(ConnectorError::user(error))),
        };
        // The errors are shaped like those of a real network, so that whoever reads them meets nothing new.
        match self.0.reply(&request) {
            Reply::Answer(answer) => HttpConnectorFuture::ready(
                Response::try_from(answer.map(SdkBody::from))
                    .map_err(|error| ConnectorError::other(error.into(), None)),
            ),
            Reply::Unreachable => {
                let refused = io::Error::new(io::ErrorKind::ConnectionRefused, "connection refused");
                HttpConnectorFuture::ready(Err(ConnectorError::io(refused.into()).never_connected()))
            }
            Reply::Lost => {
                let reset = io::Error::new(io::ErrorKind::ConnectionReset, "connection reset by peer");
                HttpConnectorFuture::ready(Err(ConnectorError::io(reset.into())))
            }
            Reply::Silence => HttpConnectorFuture::new(std::future::pending()),
        }
    }
}

/// The request with its body in one piece, as CloudFront's calls have it.
fn in_memory(request: HttpRequest) -> Result<http::Request<Vec<u8>>, Box<dyn std::error::Error + Send + Sync>> {
    let request = request.try_into_http1x()?;
    let (parts, body) = request.into_parts();
    let body = body.bytes().ok_or("a streamed body is not simulated")?.to_vec();
    Ok(http::Request::from_parts(parts, body))
}
