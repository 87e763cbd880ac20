//! The least that sending can be: the bytes over a connection that is open, and one write that is on the disk.

use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client as Pool;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

/// A client without SDK, signature or records.
pub struct Client {
    endpoint: String,
    pool: Pool<HttpConnector, Full<Bytes>>,
    log: File,
}

impl Client {
    /// For a server, with a file for the answers.
    pub fn new(endpoint: &str, log: &Path) -> Result<Self> {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let pool = Pool::builder(TokioExecutor::new()).build(connector);
        Ok(Self { endpoint: endpoint.to_owned(), pool, log: OpenOptions::new().create(true).append(true).open(log)? })
    }

    /// Sends these paths as the SDK writes them: how long it took until the answer was on the disk.
    pub async fn send(&self, distribution: &str, paths: &[String]) -> Result<Duration> {
        let mut body = format!(
            "<InvalidationBatch xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Paths><Quantity>{}</Quantity><Items>",
            paths.len()
        );
        for path in paths {
            write!(body, "<Path>{path}</Path>")?;
        }
        let reference = fastrand::u64(..);
        write!(body, "</Items></Paths><CallerReference>bare-{reference}</CallerReference></InvalidationBatch>")?;
        let address = format!("{}/2020-05-31/distribution/{distribution}/invalidation", self.endpoint);
        let begun = Instant::now();
        let request = Request::post(address)
            .header("content-type", "application/xml")
            // Not signed: the server wants a signature to be there, and does not check it.
            .header("authorization", "AWS4-HMAC-SHA256 Credential=AKIABARE/20260101/us-east-1/cloudfront/aws4_request")
            .body(Full::from(body))?;
        let answer = self.pool.request(request).await?;
        let status = answer.status();
        let answer = answer.into_body().collect().await?.to_bytes();
        ensure!(status.is_success(), "it was answered {status}: {}", String::from_utf8_lossy(&answer));
        (&self.log).write_all(&answer)?;
        self.log.sync_data()?;
        Ok(begun.elapsed())
    }
}
