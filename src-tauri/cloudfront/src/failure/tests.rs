#![allow(clippy::unwrap_used)]

use std::io;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::result::ConnectorError;
use domain::submission::Order;
use domain::{Batch, CallerReference, DistributionId, InvalidationId, Item, Target};
use engine::ports::CloudFront;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;
use crate::SdkCloudFront;
use crate::replay::{Replay, Reply, config, error_xml, invalidation_xml};

fn target() -> Target {
    Target::Distribution(DistributionId::new("E1"))
}

fn order() -> Order {
    let items = vec![Item::as_sent("/a"), Item::as_sent("/b/*")];
    Order {
        target: target(),
        reference: CallerReference::from_stored("r-1".to_owned()),
        batch: Batch::new(items).unwrap(),
    }
}

async fn submit(status: u16, body: impl Into<String>) -> Failure {
    let replay = Replay::answering(status, body);
    let failure = replay.cloudfront().submit(&order()).await.expect_err("it fails");
    assert_eq!(replay.sent().len(), 1, "CreateInvalidation goes out once: {failure:?}");
    failure
}

async fn read(status: u16, body: impl Into<String>) -> Failure {
    // Reads are tried three times where that may help.
    let body = body.into();
    let replay = Replay::new((0..3).map(|_| Reply::Answer(status, body.clone())));
    replay.cloudfront().invalidation(&target(), &InvalidationId::new("I1")).await.expect_err("it fails")
}

#[tokio::test]
async fn each_code_is_what_the_person_can_do() {
    for (status, code, expected) in [
        (404, "NoSuchDistribution", "notFound"),
        (404, "EntityNotFound", "notFound"),
        (403, "AccessDenied", "denied"),
        (403, "InvalidClientTokenId", "credentialsRejected"),
        (403, "SignatureDoesNotMatch", "credentialsRejected"),
        (403, "ExpiredToken", "credentialsRejected"),
        (403, "UnrecognizedClientException", "credentialsRejected"),
        (403, "MissingAuthenticationToken", "credentialsRejected"),
        (400, "RequestExpired", "credentialsRejected"),
        (403, "InvalidSignatureException", "credentialsRejected"),
        (400, "Throttling", "throttled"),
        (400, "ThrottlingException", "throttled"),
        (429, "TooManyRequestsException", "throttled"),
        (429, "Whatever", "throttled"),
        (413, "BatchTooLarge", "batchTooLarge"),
        (413, "RequestEntityTooLarge", "batchTooLarge"),
        (400, "InvalidationBatchAlreadyExists", "referenceUsed"),
        (400, "InvalidArgument", "invalid"),
        (400, "InconsistentQuantities", "invalid"),
        (400, "MissingBody", "invalid"),
        (400, "NeverHeardOf", "unexpected"),
    ] {
        let failure = submit(status, error_xml(code, "In the service's words.")).await;
        assert_eq!(failure.code(), expected, "{code}: {failure:?}");
        if expected != "notFound" {
            assert!(failure.detail().contains("In the service's words."), "{code}: {failure:?}");
        }
    }
}

#[tokio::test]
async fn what_was_not_found_is_named() {
    let failure = submit(404, error_xml("NoSuchDistribution", "")).await;
    assert_eq!(failure, Failure::NotFound { what: "distribution E1".to_owned() });
    let failure = read(404, error_xml("NoSuchInvalidation", "")).await;
    assert_eq!(failure, Failure::NotFound { what: "invalidation I1 of distribution E1".to_owned() });
}

#[tokio::test]
async fn a_refusal_names_the_missing_action_even_where_no_model_knows_it() {
    let message = "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: \
                   cloudfront:ListDistributions because no identity-based policy allows it";
    let replay = Replay::answering(403, error_xml("AccessDenied", message));
    let failure = replay.cloudfront().distributions(None, 100).await.expect_err("it is refused");
    let action = Some("cloudfront:ListDistributions".to_owned());
    assert_eq!(failure, Failure::Denied { action, resource: None, detail: message.to_owned() });
}

#[tokio::test]
async fn the_two_quotas_are_told_apart() {
    for (message, wildcards) in [
        ("Processing your request will cause you to exceed the maximum number of in-progress invalidations.", false),
        ("Your request exceeds the maximum number of in-progress wildcard invalidations.", true),
    ] {
        let failure = submit(400, error_xml("TooManyInvalidationsInProgress", message)).await;
        assert_eq!(failure, Failure::TooManyInProgress { wildcards, detail: message.to_owned() });
    }
}

#[tokio::test]
async fn a_used_reference_is_known_by_its_message_too() {
    let message = "Your request contains a caller reference that was used for a previous invalidation batch for the \
                   same distribution.";
    let failure = submit(400, error_xml("InvalidArgument", message)).await;
    assert_eq!(failure, Failure::ReferenceUsed { detail: message.to_owned() });
}

#[tokio::test]
async fn a_wrong_signatures_message_shows_no_token() {
    let message =
        "It does not match.\n\nThe Canonical String for this request should have been 'x-amz-security-token:FwoG'";
    let failure = submit(403, error_xml("SignatureDoesNotMatch", message)).await;
    assert_eq!(failure.detail(), "SignatureDoesNotMatch: It does not match.");
}

#[tokio::test]
async fn a_server_that_failed_may_have_taken_it() {
    for status in [500, 502, 503, 504, 408] {
        let failure = submit(status, error_xml("ServiceUnavailable", "Try later.")).await;
        let detail = format!("HTTP {status} ServiceUnavailable: Try later.");
        assert_eq!(failure, Failure::ReplyLost { detail }, "{status}");
    }
    // Throttling is a refusal, but not from a server that says it failed.
    assert_eq!(submit(503, error_xml("SlowDown", "")).await.code(), "replyLost");
}

#[tokio::test]
async fn an_answer_that_is_not_cloudfronts_leaves_it_open() {
    let page = "<!DOCTYPE html><html><body><h1>Sign in to the guest network</h1></body></html>";
    for status in [200, 201, 302, 403, 404, 502] {
        let failure = submit(status, page).await;
        assert_eq!(failure.code(), "replyLost", "{status}: {failure:?}");
        assert!(!failure.detail().contains("guest"), "a stranger's page is not shown: {failure:?}");
        assert!(failure.detail().contains(&status.to_string()), "{failure:?}");
    }
    assert_eq!(submit(407, page).await.code(), "unreachable", "a proxy that asks who one is forwards nothing");
    assert_eq!(submit(413, page).await.code(), "batchTooLarge");
}

#[tokio::test(start_paused = true)]
async fn a_read_says_what_came_instead() {
    let page = "<html><body>no</body></html>";
    assert_eq!(read(200, page).await.code(), "replyLost");
    assert_eq!(
        read(404, page).await,
        Failure::Unexpected {
            code: "HTTP 404".to_owned(),
            detail: "HTTP 404, and the answer is not CloudFront's".to_owned()
        }
    );
    assert_eq!(read(503, error_xml("ServiceUnavailable", "")).await.code(), "throttled");
    assert_eq!(read(500, error_xml("InternalError", "")).await.code(), "unexpected");
}

#[tokio::test]
async fn a_reply_cut_off_anywhere_is_a_lost_one_and_never_half_an_invalidation() {
    let whole = invalidation_xml("I2J0I21PCUYOIK", "r-1", &["/a", "/b/*"]);
    for end in 0..whole.len() {
        let failure = submit(201, &whole[..end]).await;
        assert_eq!(failure.code(), "replyLost", "cut at {end}: {failure:?}");
    }
    let replay = Replay::answering(201, whole);
    assert_eq!(replay.cloudfront().submit(&order()).await.unwrap().id, InvalidationId::new("I2J0I21PCUYOIK"));
}

#[tokio::test]
async fn a_refusal_cut_off_anywhere_is_the_same_refusal_or_a_lost_reply() {
    let whole = error_xml("TooManyInvalidationsInProgress", "Too many in-progress invalidations.");
    for end in 0..whole.len() {
        let failure = submit(400, &whole[..end]).await;
        assert!(["replyLost", "tooManyInProgress"].contains(&failure.code()), "cut at {end}: {failure:?}");
    }
}

#[tokio::test]
async fn an_answer_that_leaves_out_what_matters_is_a_lost_one() {
    let whole = invalidation_xml("I1", "r-1", &["/a", "/b/*"]);
    for (gone, why) in [
        ("<Id>I1</Id>", "invalidation id"),
        ("<CreateTime>2026-11-22T10:15:30.250Z</CreateTime>", "time of creation"),
        ("<Path>/a</Path>", "as many items"),
        ("<Path>/a</Path><Path>/b/*</Path>", "no items"),
    ] {
        let failure = submit(201, whole.replace(gone, "")).await;
        assert!(matches!(&failure, Failure::ReplyLost { detail } if detail.contains(why)), "{gone}: {failure:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_submission_waits_thirty_seconds_for_its_answer_and_is_not_repeated() {
    let replay = Replay::new([Reply::Silence, Reply::Silence]);
    let begun = tokio::time::Instant::now();
    let failure = replay.cloudfront().submit(&order()).await.expect_err("no answer comes");
    assert_eq!(failure.code(), "replyLost", "{failure:?}");
    assert_eq!(begun.elapsed().as_secs(), 30);
    assert_eq!(replay.sent().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_read_is_tried_again_and_ends_in_bounded_time() {
    let replay = Replay::new((0..9).map(|_| Reply::Silence));
    let begun = tokio::time::Instant::now();
    let failure = replay.cloudfront().invalidations(&target(), None, 10).await.expect_err("no answer comes");
    assert_eq!(failure.code(), "replyLost", "{failure:?}");
    assert_eq!(begun.elapsed().as_secs(), 75);
    assert!(replay.sent().len() > 1);
}

#[tokio::test]
async fn a_broken_connection_leaves_it_open_and_a_refused_one_does_not() {
    for (kind, expected) in [
        (io::ErrorKind::ConnectionReset, "replyLost"),
        (io::ErrorKind::UnexpectedEof, "replyLost"),
        (io::ErrorKind::HostUnreachable, "replyLost"),
        (io::ErrorKind::ConnectionRefused, "unreachable"),
    ] {
        let replay = Replay::new([Reply::Error(ConnectorError::io(io::Error::from(kind).into()))]);
        let failure = replay.cloudfront().submit(&order()).await.expect_err("it fails");
        assert_eq!(failure.code(), expected, "{kind}: {failure:?}");
    }
}

/// The real HTTP client against a port of this machine.
fn over_network(endpoint: &str) -> SdkCloudFront {
    SdkCloudFront::new(&config().endpoint_url(endpoint).build())
}

#[tokio::test]
async fn a_port_nobody_listens_on_is_unreachable() {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let endpoint = format!("http://127.0.0.1:{port}");
    let failure = over_network(&endpoint).submit(&order()).await.expect_err("nobody listens");
    let Failure::Unreachable { endpoint: whom, detail } = &failure else { panic!("{failure:?}") };
    assert_eq!(*whom, endpoint);
    assert!(detail.contains("refused"), "{detail}");
}

#[tokio::test]
async fn a_name_that_does_not_exist_is_unreachable() {
    let failure = over_network("http://cloudfront.invalid").submit(&order()).await.expect_err("no such name");
    assert_eq!(failure.code(), "unreachable", "{failure:?}");
}

/// A server that reads a request's head, says this, and hangs up.
async fn hangs_up_after(said: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut connection, _)) = listener.accept().await {
            let mut request = vec![0; 64 * 1024];
            let _ = connection.read(&mut request).await;
            let _ = connection.write_all(said.as_bytes()).await;
            let _ = connection.shutdown().await;
        }
    });
    format!("127.0.0.1:{port}")
}

#[tokio::test]
async fn a_server_without_tls_is_unreachable_over_https() {
    let address = hangs_up_after("HTTP/1.1 400 Bad Request\r\n\r\n").await;
    let failure = over_network(&format!("https://{address}")).submit(&order()).await.expect_err("no TLS");
    assert_eq!(failure.code(), "unreachable", "{failure:?}");
}

#[tokio::test]
async fn a_server_that_hangs_up_may_have_taken_it() {
    for said in
        ["", "HTTP/1.1 201 Created\r\n", "HTTP/1.1 201 Created\r\ncontent-length: 400\r\n\r\n<Invalidation><Id>I1"]
    {
        let address = hangs_up_after(said).await;
        let failure = over_network(&format!("http://{address}")).submit(&order()).await.expect_err("it hangs up");
        assert_eq!(failure.code(), "replyLost", "{said:?}: {failure:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_does_not_come_about_in_time_is_unreachable() {
    // TLS belongs to connecting, and this server never says its part. Time is stepped, not waited for.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("https://{}", listener.local_addr().unwrap());
    let failure = over_network(&endpoint).submit(&order()).await.expect_err("no connection comes about");
    assert!(matches!(&failure, Failure::Unreachable { endpoint: whom, .. } if *whom == endpoint), "{failure:?}");
}

#[tokio::test]
async fn an_endpoint_that_is_no_address_is_unreachable_and_nothing_is_sent() {
    let replay = Replay::new([]);
    let config = config().endpoint_url("not an address").http_client(replay.client()).build();
    let failure = SdkCloudFront::new(&config).submit(&order()).await.expect_err("no address");
    assert!(matches!(&failure, Failure::Unreachable { endpoint, .. } if endpoint == "not an address"), "{failure:?}");
    assert!(replay.sent().is_empty());
}

#[tokio::test]
async fn missing_credentials_are_told_as_such_and_nothing_is_sent() {
    #[derive(Debug)]
    struct None;
    impl aws_credential_types::provider::ProvideCredentials for None {
        fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            let error = CredentialsError::not_loaded("the profile `work` was not found");
            aws_credential_types::provider::future::ProvideCredentials::ready(Err(error))
        }
    }
    let replay = Replay::new([]);
    let none = aws_types::sdk_config::SharedCredentialsProvider::new(None);
    let failing = config().http_client(replay.client()).credentials_provider(none).build();
    let failure = SdkCloudFront::new(&failing).submit(&order()).await.expect_err("no credentials");
    assert!(
        matches!(&failure, Failure::NoCredentials { detail } if detail.contains("the profile `work` was not found")),
        "{failure:?}"
    );

    let mut without = config().http_client(replay.client());
    without.set_credentials_provider(Option::None);
    let failure = SdkCloudFront::new(&without.build()).submit(&order()).await.expect_err("no provider");
    assert_eq!(failure.code(), "noCredentials", "{failure:?}");
    assert!(replay.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn credentials_that_take_for_ever_are_not_a_lost_reply() {
    #[derive(Debug)]
    struct Slow;
    impl aws_credential_types::provider::ProvideCredentials for Slow {
        fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            aws_credential_types::provider::future::ProvideCredentials::new(std::future::pending())
        }
    }
    let replay = Replay::new([]);
    let slow = aws_types::sdk_config::SharedCredentialsProvider::new(Slow);
    let config = config().http_client(replay.client()).credentials_provider(slow).build();
    let failure = SdkCloudFront::new(&config).submit(&order()).await.expect_err("no credentials");
    assert_eq!(failure.code(), "noCredentials", "{failure:?}");
    assert!(replay.sent().is_empty());
}
