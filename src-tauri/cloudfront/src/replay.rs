//! A connector without a network: it answers what a test wrote down, and keeps what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use aws_credential_types::Credentials;
use aws_sdk_cloudfront::config::BehaviorVersion;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_types::SdkConfig;
use aws_types::sdk_config::SharedCredentialsProvider;

use crate::SdkCloudFront;

/// What happens to one request.
pub(crate) enum Reply {
    /// It is answered.
    Answer(u16, String),
    /// It is never answered.
    Silence,
    /// The connector fails.
    Error(ConnectorError),
}

/// What was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sent {
    pub(crate) method: String,
    pub(crate) uri: String,
    pub(crate) authorization: String,
    pub(crate) body: String,
}

/// Answers in the order of its script; after its end every request fails the test's expectation with HTTP 599.
#[derive(Clone)]
pub(crate) struct Replay {
    script: Arc<Mutex<VecDeque<Reply>>>,
    sent: Arc<Mutex<Vec<Sent>>>,
}

impl std::fmt::Debug for Replay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Replay")
    }
}

impl Replay {
    pub(crate) fn new(script: impl IntoIterator<Item = Reply>) -> Self {
        Self { script: Arc::new(Mutex::new(script.into_iter().collect())), sent: Arc::default() }
    }

    /// One answer.
    pub(crate) fn answering(status: u16, body: impl Into<String>) -> Self {
        Self::new([Reply::Answer(status, body.into())])
    }

    /// A client whose requests come here.
    pub(crate) fn cloudfront(&self) -> SdkCloudFront {
        SdkCloudFront::new(&config().http_client(self.client()).build())
    }

    pub(crate) fn client(&self) -> SharedHttpClient {
        let connector = SharedHttpConnector::new(self.clone());
        http_client_fn(move |_, _| connector.clone())
    }

    /// What came, in order.
    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.sent.lock().expect("no test panics with it").clone()
    }
}

/// A configuration with a key, and nothing of the machine's.
pub(crate) fn config() -> aws_types::sdk_config::Builder {
    let key = Credentials::new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", None, None, "test");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(aws_types::region::Region::from_static("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
}

impl HttpConnector for Replay {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        self.sent.lock().expect("no test panics with it").push(Sent {
            method: request.method().to_owned(),
            uri: request.uri().to_owned(),
            authorization: request.headers().get("authorization").unwrap_or_default().to_owned(),
            body: String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned(),
        });
        match self.script.lock().expect("no test panics with it").pop_front() {
            Some(Reply::Answer(status, body)) => HttpConnectorFuture::ready(Ok(response(status, body))),
            Some(Reply::Silence) => HttpConnectorFuture::new(std::future::pending()),
            Some(Reply::Error(error)) => HttpConnectorFuture::ready(Err(error)),
            None => HttpConnectorFuture::ready(Ok(response(599, "the script is at its end".to_owned()))),
        }
    }
}

fn response(status: u16, body: String) -> HttpResponse {
    HttpResponse::new(status.try_into().expect("a status"), SdkBody::from(body))
}

/// An error as CloudFront writes it.
pub(crate) fn error_xml(code: &str, message: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>"#
    )
}

/// An invalidation as CloudFront writes it.
pub(crate) fn invalidation_xml(id: &str, reference: &str, items: &[&str]) -> String {
    let paths: String = items.iter().map(|item| format!("<Path>{item}</Path>")).collect();
    let quantity = items.len();
    format!(
        r#"<?xml version="1.0"?><Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>{id}</Id><Status>InProgress</Status><CreateTime>2026-11-22T10:15:30.250Z</CreateTime><InvalidationBatch><Paths><Quantity>{quantity}</Quantity><Items>{paths}</Items></Paths><CallerReference>{reference}</CallerReference></InvalidationBatch></Invalidation>"#
    )
}
