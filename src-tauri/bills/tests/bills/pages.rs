//! What an answer comes to, over all of its pages.

use engine::Failure;
use engine::ports::Billed;
use serde_json::json;

use crate::server::{Server, month, page};
use crate::{ACCOUNT, ask};

fn billed(usage: &str, amount: &str, currency: &str, is_estimated: bool) -> Billed {
    Billed { usage: usage.into(), amount: amount.into(), currency: currency.into(), is_estimated }
}

#[tokio::test]
async fn the_question_is_for_one_month_of_cloudfront_in_one_account() {
    let server = Server::answering([page(month(&[("Invalidations", "1234", "1.1700000000", "USD")], true), None)]);
    assert_eq!(ask(&server.url).await, Ok(billed("1234", "1.1700000000", "USD", true)));
    let [asked] = &server.asked()[..] else { panic!("one request") };
    assert!(
        asked.head.to_ascii_lowercase().contains("x-amz-target: awsinsightsindexservice.getcostandusage"),
        "{asked:?}"
    );
    assert_eq!(
        asked.body,
        json!({
            "TimePeriod": { "Start": "2026-11-01", "End": "2026-12-01" },
            "Granularity": "MONTHLY",
            "Metrics": ["UnblendedCost", "UsageQuantity"],
            "Filter": { "And": [
                { "Dimensions": { "Key": "SERVICE", "Values": ["Amazon CloudFront"] } },
                { "Dimensions": { "Key": "LINKED_ACCOUNT", "Values": [ACCOUNT] } },
            ] },
            "GroupBy": [{ "Type": "DIMENSION", "Key": "USAGE_TYPE" }],
        })
    );
}

#[tokio::test]
async fn only_invalidations_count_and_those_of_several_places_are_added_exactly() {
    let groups = [
        ("US-Requests-Tier2-HTTPS", "1000000", "1.0000000000", "USD"),
        ("Invalidations", "100.1", "0.1000000000", "USD"),
        ("EU-Invalidations", "0.2", "0.2000000000", "USD"),
        ("Invalidations-Refund", "9", "9", "USD"),
    ];
    let server = Server::answering([page(month(&groups, false), None)]);
    assert_eq!(ask(&server.url).await, Ok(billed("100.3", "0.3000000000", "USD", false)));
}

#[tokio::test]
async fn every_page_is_read_once_and_the_estimate_of_any_is_one() {
    let server = Server::answering([
        page(month(&[("US-Requests-Tier1", "5", "0.1", "USD")], false), Some("two")),
        page(month(&[("Invalidations", "7", "0.0350000000", "USD")], true), Some("three")),
        page(month(&[], false), None),
    ]);
    assert_eq!(ask(&server.url).await, Ok(billed("7", "0.0350000000", "USD", true)));
    let tokens: Vec<_> = server.asked().iter().map(|asked| asked.body["NextPageToken"].clone()).collect();
    assert_eq!(tokens, [json!(null), json!("two"), json!("three")]);
}

#[tokio::test]
async fn nothing_billed_is_nothing_in_the_accounts_currency() {
    let server = Server::answering([page(month(&[("US-Requests-Tier1", "5", "0.1", "EUR")], false), None)]);
    assert_eq!(ask(&server.url).await, Ok(billed("0", "0", "EUR", false)));
    let server = Server::answering([page(month(&[], false), None)]);
    assert_eq!(ask(&server.url).await, Ok(billed("0", "0", "USD", false)));
}

#[tokio::test]
async fn pages_that_never_end_are_not_paid_for() {
    let same = || page(month(&[("Invalidations", "1", "1", "USD")], false), Some("again"));
    let server = Server::answering(std::iter::repeat_with(same).take(30));
    assert!(matches!(ask(&server.url).await, Err(Failure::ReplyLost { .. })));
    assert_eq!(server.asked().len(), 2);

    let pages = (0..30).map(|at| page(month(&[], false), Some(&at.to_string())));
    let server = Server::answering(pages);
    assert!(matches!(ask(&server.url).await, Err(Failure::ReplyLost { .. })));
    assert_eq!(server.asked().len(), 10);
}

#[tokio::test]
async fn an_answer_that_adds_up_to_nothing_sensible_is_no_figure() {
    for groups in [
        &[("Invalidations", "many", "1", "USD")][..],
        &[("Invalidations", "1", "", "USD")],
        &[("Invalidations", "1", "1", "USD"), ("EU-Invalidations", "1", "1", "EUR")],
    ] {
        let server = Server::answering([page(month(groups, false), None)]);
        let failure = ask(&server.url).await.expect_err("it is no figure");
        assert_eq!(failure.code(), "replyLost", "{groups:?}: {failure:?}");
    }
}
