//! CloudFront's REST-XML: from a method, a path and a body to a [`Call`](crate::operation::Call), and back to XML.
//!
//! Names, order and nesting follow the service model `cloudfront/2020-05-31`, as the SDK reads and writes it.

pub(crate) mod configuration;
pub(crate) mod lists;
pub(crate) mod read;
pub(crate) mod requests;
pub(crate) mod route;
pub(crate) mod single;
pub(crate) mod write;

use http::Response;
use jiff::Timestamp;

use crate::refusal::Refusal;
use crate::wire::write::Xml;

/// The version that stands at the front of every URI and in the namespace.
pub(crate) const VERSION: &str = "2020-05-31";

/// Times as CloudFront writes them: `2026-11-22T12:00:00.000Z`.
pub(crate) fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

/// An answer before it becomes HTTP.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Headers of this answer's own.
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn ok(body: Vec<u8>) -> Self {
        Self { status: 200, headers: Vec::new(), body }
    }

    pub(crate) fn with(mut self, header: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((header, value.into()));
        self
    }

    /// The refusal as CloudFront wraps it.
    pub(crate) fn refused(refusal: &Refusal, request_id: &str) -> Self {
        let kind = if refusal.status < 500 { "Sender" } else { "Receiver" };
        let body = Xml::document("ErrorResponse", |xml| {
            xml.within("Error", |xml| {
                xml.text("Type", kind);
                xml.text("Code", &refusal.code);
                xml.text("Message", &refusal.message);
            });
            xml.text("RequestId", request_id);
        });
        Self { status: refusal.status, headers: Vec::new(), body }
    }

    /// The answer as HTTP.
    pub(crate) fn into_http(self, request_id: &str) -> Response<Vec<u8>> {
        let mut response = Response::builder()
            .status(self.status)
            .header("content-type", "text/xml")
            .header("content-length", self.body.len())
            .header("x-amzn-requestid", request_id);
        for (name, value) in self.headers {
            response = response.header(name, value);
        }
        let reply = response.body(self.body);
        // Our own headers are ASCII; a refusal that a test made up may have a status that is none.
        reply.unwrap_or_else(|_| {
            let mut response = Response::new(Vec::new());
            *response.status_mut() = http::StatusCode::INTERNAL_SERVER_ERROR;
            response
        })
    }
}
