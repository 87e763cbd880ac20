//! Failures on demand, as the SDK shows them.

use std::time::Duration;

use aws_sdk_cloudfront::config::timeout::TimeoutConfig;
use aws_sdk_cloudfront::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_cloudfront::operation::create_invalidation::{CreateInvalidationError, CreateInvalidationOutput};
use practice::{Fault, Operation, Practice, Refusal};

use crate::bench::{Bench, batch};

type Created = Result<CreateInvalidationOutput, SdkError<CreateInvalidationError>>;

async fn create(bench: &Bench, distribution: &str, path: &str) -> Created {
    let create = bench.client.create_invalidation().distribution_id(distribution);
    create.invalidation_batch(batch("asked-once", &[path])).send().await
}

async fn listed(bench: &Bench, distribution: &str) -> i32 {
    let list = bench.client.list_invalidations().distribution_id(distribution).send().await.unwrap();
    list.invalidation_list().unwrap().quantity()
}

#[tokio::test]
async fn a_refusal_comes_as_often_as_it_was_asked_for_and_changes_nothing() {
    for (refusal, code, status) in [
        (Refusal::throttling(), "Throttling", 400),
        (Refusal::service_unavailable(), "ServiceUnavailable", 503),
        (Refusal::internal_error(), "InternalError", 500),
        (Refusal::batch_too_large(), "BatchTooLarge", 413),
        (Refusal::too_many_wildcards_in_progress(), "TooManyInvalidationsInProgress", 400),
        (Refusal::reference_used_as_invalid_argument(), "InvalidArgument", 400),
        (Refusal::expired_token(), "ExpiredToken", 403),
        (Refusal::invalid_client_token_id(), "InvalidClientTokenId", 403),
        (Refusal::new(418, "Teapot", "short & <stout>"), "Teapot", 418),
    ] {
        let bench = Bench::new();
        bench.practice.faults().next(Operation::CreateInvalidation, 2, Fault::Refuse(refusal.clone()));
        for _ in 0..2 {
            let error = create(&bench, Practice::BLOG, "/a").await.unwrap_err();
            assert_eq!(error.raw_response().unwrap().status().as_u16(), status);
            assert_eq!((error.code(), error.message()), (Some(code), Some(refusal.message.as_ref())));
        }
        assert_eq!(listed(&bench, Practice::BLOG).await, 0);
        create(&bench, Practice::BLOG, "/a").await.unwrap();
    }
}

#[tokio::test]
async fn a_denial_names_the_call_it_met() {
    let bench = Bench::new();
    bench.practice.faults().next_of_any(2, Fault::Denied);
    let error = bench.client.list_distributions().send().await.unwrap_err();
    assert_eq!(error.code(), Some("AccessDenied"), "unmodelled for this call");
    assert!(error.message().unwrap().contains("cloudfront:ListDistributions on resource: * because"), "{error:?}");
    let error = bench.client.get_distribution().id(Practice::SITE).send().await.unwrap_err();
    assert!(error.into_service_error().is_access_denied());
}

#[tokio::test]
async fn a_lost_reply_was_acted_upon_and_the_same_reference_finds_it() {
    let bench = Bench::new();
    bench.practice.faults().next(Operation::CreateInvalidation, 1, Fault::LostReply);
    let error = create(&bench, Practice::BLOG, "/a").await.unwrap_err();
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(failure.is_io());
    assert_eq!(listed(&bench, Practice::BLOG).await, 1);
    create(&bench, Practice::BLOG, "/a").await.unwrap();
    assert_eq!(listed(&bench, Practice::BLOG).await, 1);
}

#[tokio::test]
async fn an_unreachable_service_was_never_reached() {
    let bench = Bench::new();
    bench.practice.faults().next(Operation::CreateInvalidation, 1, Fault::Unreachable);
    let error = create(&bench, Practice::BLOG, "/a").await.unwrap_err();
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(failure.is_io());
    assert_eq!(listed(&bench, Practice::BLOG).await, 0);
}

#[tokio::test]
async fn silence_ends_in_the_callers_own_time_out() {
    let bench = Bench::new();
    bench.practice.faults().next(Operation::CreateInvalidation, 1, Fault::Silence);
    let patience = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_millis(20)).build();
    let config = aws_sdk_cloudfront::config::Builder::default().timeout_config(patience);
    let create = bench.client.create_invalidation().distribution_id(Practice::BLOG);
    let create = create.invalidation_batch(batch("asked-once", &["/a"])).customize().config_override(config);
    let error = create.send().await.unwrap_err();
    assert!(matches!(error, SdkError::TimeoutError(_)), "{error:?}");
    assert_eq!(listed(&bench, Practice::BLOG).await, 1, "it was acted upon");
}

#[tokio::test]
async fn a_malformed_reply_is_no_answer_though_it_was_acted_upon() {
    let bench = Bench::new();
    bench.practice.faults().next(Operation::CreateInvalidation, 1, Fault::Malformed);
    let error = create(&bench, Practice::BLOG, "/a").await.unwrap_err();
    assert_eq!((error.code(), error.raw_response().unwrap().status().as_u16()), (None, 201));
    assert_eq!(listed(&bench, Practice::BLOG).await, 1);
}

#[tokio::test]
async fn a_person_can_rehearse_a_lost_reply_and_a_slow_one_in_the_window() {
    let bench = Bench::new();
    let lost = create(&bench, Practice::REHEARSAL, "/rehearse/lost-reply").await.unwrap_err();
    assert!(matches!(lost, SdkError::DispatchFailure(_)), "{lost:?}");
    create(&bench, Practice::REHEARSAL, "/rehearse/lost-reply").await.unwrap();
    assert_eq!(listed(&bench, Practice::REHEARSAL).await, 1);

    let slow = bench.client.create_invalidation().distribution_id(Practice::REHEARSAL);
    let slow = slow.invalidation_batch(batch("slow", &["/rehearse/slow"])).send().await.unwrap();
    bench.step(599);
    let read = bench.client.get_invalidation().distribution_id(Practice::REHEARSAL);
    let read = read.id(slow.invalidation().unwrap().id());
    assert_eq!(read.clone().send().await.unwrap().invalidation().unwrap().status(), "InProgress");
    bench.step(1);
    assert_eq!(read.send().await.unwrap().invalidation().unwrap().status(), "Completed");
}
