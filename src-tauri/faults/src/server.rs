//! The simulated CloudFront on a socket.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use http::{Method, Request, Response};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use jiff::Timestamp;
use practice::{Practice, Reply};

use crate::http::{Answered, End, listen, serve, whole};
use crate::say;

/// How the simulated CloudFront is served.
#[derive(Clone, Copy, Debug)]
pub struct Service<'a> {
    /// Where its state is kept.
    pub folder: &'a Path,
    /// How many times quicker than in life its own delays pass.
    pub speed: f64,
    /// Whether CreateInvalidation may be called as quickly as one likes.
    pub unthrottled: bool,
}

/// Serves the simulated CloudFront on a free port of this computer, and says on standard output, in one line, at which
/// address. It never returns unless it cannot begin.
///
/// Beside CloudFront's calls it answers GetCallerIdentity, so that a connection whose custom endpoint it is knows its
/// account.
///
/// # Errors
/// When the folder cannot be used, or no port is free.
pub async fn run(service: Service<'_>) -> Result<()> {
    let practice = Practice::open(Some(service.folder), Arc::new(Timestamp::now), service.speed)?;
    if service.unthrottled {
        practice.lift_throttle();
    }
    let (listener, address) = listen().await?;
    say::result(&format!("http://{address}"));
    serve(listener, move |request| Box::pin(answer(practice.clone(), request))).await;
    Ok(())
}

async fn answer(practice: Practice, request: Request<Incoming>) -> Answered {
    let (parts, body) = request.into_parts();
    // Who breaks off while sending is not waiting for an answer either.
    let body = body.collect().await.map_err(|_| End::Closed)?.to_bytes();
    if parts.method == Method::POST && parts.uri.path() == "/" {
        let identity = practice.identity();
        return caller_identity(identity.arn, identity.account).map_err(|_| End::Closed);
    }
    let request = Request::from_parts(parts, body.to_vec());
    match practice.reply(&request) {
        Reply::Answer(answer) => Ok(answer.map(whole)),
        Reply::Unreachable | Reply::Lost => Err(End::Reset),
        Reply::Silence => std::future::pending().await,
    }
}

/// STS's answer to GetCallerIdentity (STS API Reference), which needs no permission and is asked of `/`.
pub(crate) fn caller_identity(arn: &str, account: &str) -> Result<Response<crate::http::Body>> {
    let xml = format!(
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>\
         <Arn>{arn}</Arn><UserId>{account}</UserId><Account>{account}</Account></GetCallerIdentityResult>\
         <ResponseMetadata><RequestId>practice</RequestId></ResponseMetadata></GetCallerIdentityResponse>"
    );
    Response::builder().header("content-type", "text/xml").body(whole(xml)).context("its headers are ASCII")
}
