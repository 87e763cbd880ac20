//! What the client gets in place of, or of, the service's reply.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use futures::stream::{self, Stream, StreamExt};
use http::{Response, StatusCode, header};
use http_body_util::{BodyExt, StreamBody};
use hyper::body::Frame;
use practice::Refusal;

use crate::Fault;
use crate::http::{Answered, Body, End, whole};
use crate::plan::Injection;

/// In how many pieces an answer trickles.
const PIECES: usize = 12;

/// The pause in which the first half of an interrupted answer leaves this computer's buffers.
const HALF_IS_OUT: Duration = Duration::from_millis(5);

/// What is made of a reply; `None` where the service was not asked.
pub(super) fn made_of(reply: Option<Response<Bytes>>, injection: Option<Injection>) -> Answered {
    let fault = injection.map(|injection| injection.fault);
    match (fault, reply) {
        (Some(Fault::Dropped), _) => Err(End::Closed),
        (Some(Fault::ResetBefore | Fault::ResetAfter), _) => Err(End::Reset),
        (Some(Fault::Throttled), _) => refusal(&Refusal::throttling()),
        (Some(Fault::UnavailableBefore | Fault::UnavailableAfter), _) => refusal(&Refusal::service_unavailable()),
        (Some(Fault::TooLarge), _) => refusal(&Refusal::batch_too_large()),
        (Some(Fault::CutOff), Some(reply)) => Ok(reply.map(|xml| whole(xml.slice(..xml.len() / 2)))),
        (Some(Fault::Malformed), Some(reply)) => Ok(reply.map(|xml| whole(garbled(&xml)))),
        (Some(Fault::Interrupted), Some(reply)) => Ok(with_length(reply, interrupted)),
        (Some(Fault::Trickled), Some(reply)) => {
            let time = injection.map(|injection| injection.time).unwrap_or_default();
            Ok(with_length(reply, |xml| trickled(xml, time)))
        }
        (Some(Fault::Delayed) | None, Some(reply)) => Ok(reply.map(whole)),
        // What acts has asked the service; without its reply there is nothing to tell.
        (
            Some(Fault::CutOff | Fault::Malformed | Fault::Interrupted | Fault::Trickled | Fault::Delayed) | None,
            None,
        ) => Err(End::Closed),
    }
}

/// A refusal as CloudFront writes it.
fn refusal(refusal: &Refusal) -> Answered {
    let Refusal { status, code, message } = refusal;
    let kind = if *status < 500 { "Sender" } else { "Receiver" };
    let xml = format!(
        "<?xml version=\"1.0\"?>\n<ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Error>\
         <Type>{kind}</Type><Code>{code}</Code><Message>{message}</Message></Error>\
         <RequestId>fault-proxy</RequestId></ErrorResponse>"
    );
    let mut answer = Response::new(whole(xml));
    *answer.status_mut() = StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    answer.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/xml"));
    Ok(answer)
}

/// The same bytes but for the slashes of the closing tags: no element ends any more.
fn garbled(xml: &Bytes) -> Bytes {
    let mut garbled = Vec::with_capacity(xml.len());
    for (at, byte) in xml.iter().enumerate() {
        let closes = *byte == b'/' && at > 0 && xml[at - 1] == b'<';
        garbled.push(if closes { b'\\' } else { *byte });
    }
    garbled.into()
}

/// Announces the length of the whole, whatever becomes of it.
fn with_length(reply: Response<Bytes>, body: impl FnOnce(Bytes) -> Body) -> Response<Body> {
    let length = reply.body().len();
    let mut reply = reply.map(body);
    reply.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    reply
}

fn interrupted(xml: Bytes) -> Body {
    let half = xml.slice(..xml.len() / 2);
    streamed(stream::once(async { Ok(half) }).chain(stream::once(async {
        tokio::time::sleep(HALF_IS_OUT).await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    })))
}

fn trickled(xml: Bytes, time: Duration) -> Body {
    let pause = time / PIECES as u32;
    let length = xml.len().div_ceil(PIECES).max(1);
    let pieces: Vec<Bytes> = xml.chunks(length).map(Bytes::copy_from_slice).collect();
    streamed(stream::iter(pieces).then(move |piece| async move {
        tokio::time::sleep(pause).await;
        Ok(piece)
    }))
}

fn streamed(pieces: impl Stream<Item = io::Result<Bytes>> + Send + 'static) -> Body {
    StreamBody::new(pieces.map(|piece| piece.map(Frame::data))).boxed_unsync()
}
