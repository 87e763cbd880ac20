//! What is not Identity Center's goes on to another server, as it came.

use bytes::Bytes;
use http::Request;
use portal::{Call, Portal, Settings};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::exchanges::send;

#[tokio::test]
async fn another_call_goes_on_unchanged_and_its_answer_comes_back() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let upstream = format!("http://{}", listener.local_addr().unwrap());
    let other = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut seen = Vec::new();
        while !seen.ends_with(b"Action=GetCallerIdentity") {
            stream.read_buf(&mut seen).await.unwrap();
        }
        let answer = "HTTP/1.1 418 Teapot\r\nx-amzn-requestid: 7\r\ncontent-length: 4\r\n\r\n<a/>";
        stream.write_all(answer.as_bytes()).await.unwrap();
        String::from_utf8(seen).unwrap()
    });
    let portal = Portal::start(Settings { upstream: Some(upstream), ..Settings::default() }).await.unwrap();
    let request = Request::post(format!("{}/?a=b%2Fc", portal.url()))
        .header("host", "sts.amazonaws.com")
        .header("authorization", "AWS4-HMAC-SHA256 Credential=ASIA")
        .body(Bytes::from_static(b"Action=GetCallerIdentity"));
    let (reply, body) = send(request.unwrap()).await;
    assert_eq!((reply.status.as_u16(), &body[..]), (418, &b"<a/>"[..]));
    assert_eq!(reply.headers["x-amzn-requestid"], "7");
    let seen = other.await.unwrap();
    assert!(seen.starts_with("POST /?a=b%2Fc HTTP/1.1\r\n"), "{seen}");
    for header in ["host: sts.amazonaws.com", "authorization: AWS4-HMAC-SHA256 Credential=ASIA", "content-length: 24"] {
        assert!(seen.contains(&format!("\r\n{header}\r\n")), "{header} in {seen}");
    }
    assert_eq!(portal.calls(), [Call { operation: "Upstream", status: 418 }]);
}

#[tokio::test]
async fn without_an_upstream_another_call_is_not_found_and_a_dead_one_is_a_bad_gateway() {
    let portal = Portal::start(Settings::default()).await.unwrap();
    let (reply, _) = send(Request::get(format!("{}/token", portal.url())).body(Bytes::new()).unwrap()).await;
    assert_eq!(reply.status.as_u16(), 404);
    let dead = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let portal = Portal::start(Settings { upstream: Some(format!("http://{dead}")), ..Settings::default() });
    let portal = portal.await.unwrap();
    let (reply, _) = send(Request::get(format!("{}/x", portal.url())).body(Bytes::new()).unwrap()).await;
    assert_eq!(reply.status.as_u16(), 502);
}

#[tokio::test]
async fn an_upstream_is_a_host_with_its_port() {
    for wrong in ["127.0.0.1:5000", "https://example.com", "http://127.0.0.1:5000/path", "moto"] {
        let settings = Settings { upstream: Some(wrong.to_owned()), ..Settings::default() };
        let error = Portal::start(settings).await.unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput, "{wrong}");
    }
}
