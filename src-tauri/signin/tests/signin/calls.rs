//! What each answer, and the lack of one, comes to.

use std::net::TcpListener;
use std::time::Duration;

use engine::Failure;
use signin::{SignInError, who_am_i};

use crate::way::{SignIn, configure};

use crate::support::Server;

async fn asked(endpoint: &str) -> SignInError {
    let way = SignIn::AccessKey {
        access_key_id: "AKIAEXAMPLE".into(),
        secret: "hush-hush".into(),
        token: Some("tok-tok".into()),
    };
    let error = who_am_i(&configure(&way, Some(endpoint)).await.unwrap()).await.unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("hush-hush") && !shown.contains("tok-tok"), "{shown}");
    error
}

fn refusal(code: &str, message: &str) -> String {
    format!(
        "<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
    )
}

#[tokio::test]
async fn a_wrong_key_is_rejected_in_the_services_words() {
    for code in ["InvalidClientTokenId", "SignatureDoesNotMatch", "ExpiredToken"] {
        let server = Server::answering(403, &refusal(code, "The security token included in the request is invalid."));
        let error = asked(server.url()).await;
        let SignInError::Rejected { code: told, detail } = &error else { panic!("{error:?}") };
        assert_eq!((told.as_str(), detail.as_str()), (code, "The security token included in the request is invalid."));
        assert!(matches!(Failure::from(error), Failure::CredentialsRejected { .. }));
    }
}

#[tokio::test]
async fn a_denial_names_what_is_missing() {
    let words = "User: arn:aws:iam::1:user/a is not authorized to perform: sts:GetCallerIdentity with an explicit deny";
    let server = Server::answering(403, &refusal("AccessDenied", words));
    let error = asked(server.url()).await;
    let SignInError::Denied { action, resource, .. } = error else { panic!("{error:?}") };
    assert_eq!((action.as_deref(), resource), (Some("sts:GetCallerIdentity"), None));
}

#[tokio::test]
async fn throttling_and_faults_are_tried_once_more_and_then_told() {
    let server = Server::answering(400, &refusal("Throttling", "Rate exceeded"));
    assert!(matches!(asked(server.url()).await, SignInError::Throttled { .. }));
    assert_eq!(server.requests().len(), 2);
    let server = Server::answering(503, &refusal("ServiceUnavailable", "later"));
    assert!(matches!(asked(server.url()).await, SignInError::ReplyLost { .. }));
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn what_is_not_aws_is_seen_not_to_be() {
    let login_page = Server::answering(200, "<html><body>Please log in to the guest network</body></html>");
    let not_found = Server::answering(404, "<html>nothing here</html>");
    let empty = Server::answering(200, "");
    let garbage = Server::with(|_| Some("this is no HTTP\r\n\r\n".to_owned()));
    let hanging_up = Server::hanging_up();
    for (name, server) in [
        ("login page", login_page),
        ("not found", not_found),
        ("empty", empty),
        ("garbage", garbage),
        ("hanging up", hanging_up),
    ] {
        let error = asked(server.url()).await;
        assert!(matches!(error, SignInError::ReplyLost { .. }), "{name}: {error:?}");
    }
}

#[tokio::test]
async fn a_closed_port_is_unreachable_and_named() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = asked(&url).await;
    let SignInError::Unreachable { endpoint, detail } = &error else { panic!("{error:?}") };
    assert_eq!(endpoint, &url);
    assert!(detail.contains("refused"), "{detail}");
}

#[tokio::test]
async fn a_host_that_does_not_exist_is_unreachable() {
    // The top-level domain "invalid" never resolves (RFC 6761, section 6.4).
    let error = asked("http://cloudfront.invalid").await;
    assert!(matches!(error, SignInError::Unreachable { .. }), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_never_answers_is_given_up_after_ten_seconds() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let before = tokio::time::Instant::now();
    let error = asked(&format!("http://{}", listener.local_addr().unwrap())).await;
    assert!(matches!(error, SignInError::Unreachable { .. }), "{error:?}");
    assert!(before.elapsed() <= Duration::from_secs(11), "{:?}", before.elapsed());
}
