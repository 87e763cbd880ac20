//! What keeps one from the figures, as the person can act on it; each of them after one request.

use std::net::TcpListener;

use engine::Failure;

use crate::ask;
use crate::server::{Server, error};

async fn failed(answer: (u16, String)) -> Failure {
    let server = Server::answering([answer]);
    let failure = ask(&server.url).await.expect_err("it is refused");
    assert_eq!(server.asked().len(), 1, "each attempt may be billed: {failure:?}");
    failure
}

#[tokio::test]
async fn a_missing_permission_is_named_even_where_aws_does_not_name_it() {
    let words = "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: ce:GetCostAndUsage on resource: \
                 arn:aws:ce:us-east-1:123456789012:/GetCostAndUsage because no identity-based policy allows the \
                 ce:GetCostAndUsage action";
    let failure = failed(error(400, "AccessDeniedException", words)).await;
    let Failure::Denied { action, resource, .. } = failure else { panic!("{failure:?}") };
    assert_eq!(action.as_deref(), Some("ce:GetCostAndUsage"));
    assert_eq!(resource.as_deref(), Some("arn:aws:ce:us-east-1:123456789012:/GetCostAndUsage"));

    let failure = failed(error(400, "AccessDeniedException", "Access denied")).await;
    let Failure::Denied { action, resource, .. } = failure else { panic!("{failure:?}") };
    assert_eq!((action.as_deref(), resource), (Some("ce:GetCostAndUsage"), None));
}

#[tokio::test]
async fn cost_explorer_that_is_turned_off_is_no_missing_permission() {
    let failure = failed(error(400, "AccessDeniedException", "User not enabled for cost explorer access")).await;
    let Failure::Invalid { detail } = &failure else { panic!("{failure:?}") };
    assert!(detail.contains("is not turned on"), "{detail}");
}

#[tokio::test]
async fn a_month_without_figures_is_a_sentence() {
    for code in ["DataUnavailableException", "BillExpirationException"] {
        let failure = failed(error(400, code, "Data is not available.")).await;
        let Failure::Invalid { detail } = &failure else { panic!("{failure:?}") };
        assert!(detail.contains("no figures for this month") && detail.contains("Data is not available."), "{detail}");
    }
}

#[tokio::test]
async fn every_other_refusal_is_what_it_is_and_nothing_is_tried_again() {
    for (answer, code) in [
        (error(400, "LimitExceededException", "slow down"), "throttled"),
        (error(400, "ThrottlingException", "Rate exceeded"), "throttled"),
        (error(503, "ServiceUnavailableException", ""), "throttled"),
        (error(400, "UnrecognizedClientException", "The security token is invalid."), "credentialsRejected"),
        (error(400, "ExpiredTokenException", "expired"), "credentialsRejected"),
        (error(400, "ValidationException", "Start date is too old"), "invalid"),
        (error(500, "InternalServerException", ""), "unexpected"),
        ((407, "proxy".to_owned()), "unreachable"),
        ((503, "<html>".to_owned()), "throttled"),
        ((404, "<html>".to_owned()), "unexpected"),
        ((200, "{\"ResultsByTime\":".to_owned()), "replyLost"),
    ] {
        let told = format!("{answer:?}");
        assert_eq!(failed(answer).await.code(), code, "{told}");
    }
}

#[tokio::test]
async fn an_answer_that_is_cut_off_is_not_asked_for_again() {
    let server = Server::answering([]);
    let failure = ask(&server.url).await.expect_err("it hangs up");
    assert_eq!((failure.code(), server.asked().len()), ("replyLost", 1), "{failure:?}");
}

#[tokio::test]
async fn a_port_nobody_listens_on_is_unreachable() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://{free}");
    let failure = ask(&url).await.expect_err("nobody is there");
    assert!(matches!(&failure, Failure::Unreachable { endpoint, .. } if *endpoint == url), "{failure:?}");
}
