//! Every documented refusal arrives as the SDK's own type.

use aws_sdk_cloudfront::error::ProvideErrorMetadata;
use aws_sdk_cloudfront::operation::create_invalidation::CreateInvalidationError;
use aws_sdk_cloudfront::types::{DistributionTenantAssociationFilter, InvalidationBatch, Paths};
use practice::{Practice, Reply};

use crate::bench::{Bench, batch, batch_of, client};

async fn refused(bench: &Bench, distribution: &str, batch: InvalidationBatch) -> CreateInvalidationError {
    let create = bench.client.create_invalidation().distribution_id(distribution).invalidation_batch(batch);
    create.send().await.unwrap_err().into_service_error()
}

#[tokio::test]
async fn a_bad_path_is_refused_without_being_named() {
    let bench = Bench::new();
    let error = refused(&bench, Practice::SITE, batch("r", &["/good", "/*.jpg"])).await;
    assert!(error.is_invalid_argument(), "{error:?}");
    assert_eq!(error.message(), Some("Your request contains one or more invalid invalidation paths."));
}

#[tokio::test]
async fn a_control_character_and_a_space_before_a_path_survive_the_xml_and_are_refused() {
    let bench = Bench::new();
    for path in ["/a\u{1}", "/a\r", "/a\nb", " /a", "/a "] {
        let error = refused(&bench, Practice::SITE, batch("r", &[path])).await;
        assert_eq!(error.code(), Some("InvalidArgument"), "{path:?}: {error:?}");
    }
}

#[tokio::test]
async fn a_quantity_that_does_not_fit_and_a_missing_body_are_refused() {
    let bench = Bench::new();
    let paths = Paths::builder().quantity(3).items("/a").build().unwrap();
    let wrong = InvalidationBatch::builder().paths(paths).caller_reference("r").build().unwrap();
    assert!(refused(&bench, Practice::SITE, wrong).await.is_inconsistent_quantities());
    let create = bench.client.create_invalidation().distribution_id(Practice::SITE).send().await;
    assert!(create.unwrap_err().into_service_error().is_missing_body());
}

#[tokio::test]
async fn a_used_reference_with_other_items_is_refused_by_a_code_the_sdk_does_not_know() {
    let bench = Bench::new();
    let create = bench.client.create_invalidation().distribution_id(Practice::SITE);
    create.invalidation_batch(batch("used", &["/a", "/b"])).send().await.unwrap();
    for other in [&["/b", "/a"][..], &["/a"], &["/a", "/b", "/c"]] {
        let error = refused(&bench, Practice::SITE, batch("used", other)).await;
        assert_eq!(error.code(), Some("InvalidationBatchAlreadyExists"), "{other:?}");
    }
}

#[tokio::test]
async fn the_quotas_are_refused_with_their_two_messages_and_free_themselves() {
    let bench = Bench::new();
    let files = |count| (0..count).map(|n| format!("/{n}")).collect();
    let wildcards: Vec<_> = (0..15).map(|n| format!("/{n}/*")).collect();
    for (reference, items) in [("files", files(3_000)), ("wildcards", wildcards)] {
        let create = bench.client.create_invalidation().distribution_id(Practice::SITE);
        create.invalidation_batch(batch_of(reference, items)).send().await.unwrap();
    }
    for (item, words) in [
        ("/one-more", "exceed the maximum number of in-progress invalidations"),
        ("/one/more/*", "exceed the maximum number of in-progress wildcard invalidations"),
    ] {
        let error = refused(&bench, Practice::SITE, batch(item, &[item])).await;
        assert!(error.is_too_many_invalidations_in_progress(), "{error:?}");
        assert!(error.message().unwrap().contains(words), "{error:?}");
    }
    bench.step(13);
    let create = bench.client.create_invalidation().distribution_id(Practice::SITE);
    create.invalidation_batch(batch("later", &["/one-more", "/one/more/*"])).send().await.unwrap();
}

#[tokio::test]
async fn quick_calls_are_throttled_and_slow_ones_are_not() {
    let bench = Bench::new();
    for n in 0..6 {
        let create = bench.client.create_invalidation().distribution_id(Practice::SITE);
        create.invalidation_batch(batch(&format!("quick-{n}"), &["/a"])).send().await.unwrap();
    }
    let error = refused(&bench, Practice::SHOP, batch("quick-6", &["/a"])).await;
    assert_eq!((error.code(), error.message()), (Some("Throttling"), Some("Rate exceeded")));
    bench.step(2);
    let create = bench.client.create_invalidation().distribution_id(Practice::SHOP);
    create.invalidation_batch(batch("quick-6", &["/a"])).send().await.unwrap();
}

#[tokio::test]
async fn a_missing_permission_names_its_action_and_its_resource() {
    let bench = Bench::new();
    let error = refused(&bench, Practice::PRESS, batch("r", &["/a"])).await;
    assert!(error.is_access_denied(), "{error:?}");
    let message = error.message().unwrap();
    let wanted = format!(
        "not authorized to perform: cloudfront:CreateInvalidation on resource: \
         arn:aws:cloudfront::123456789012:distribution/{} because",
        Practice::PRESS
    );
    assert!(message.starts_with("User: arn:aws:iam::123456789012:user/") && message.contains(&wanted), "{message}");
    let press = bench.client.get_distribution_config().id(Practice::PRESS).send().await.unwrap();
    let policy = press.distribution_config().unwrap().default_cache_behavior().unwrap().cache_policy_id().unwrap();
    let error = bench.client.get_cache_policy().id(policy).send().await.unwrap_err().into_service_error();
    assert!(error.is_access_denied(), "{error:?}");
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let bench = Bench::new();
    let (client, none) = (&bench.client, "E0NONE0NONE000");
    assert!(refused(&bench, none, batch("r", &["/a"])).await.is_no_such_distribution());
    let get = client.get_distribution().id(none).send().await.unwrap_err();
    assert!(get.into_service_error().is_no_such_distribution());
    let config = client.get_distribution_config().id(none).send().await.unwrap_err();
    assert!(config.into_service_error().is_no_such_distribution());
    let list = client.list_invalidations().distribution_id(none).send().await.unwrap_err();
    assert!(list.into_service_error().is_no_such_distribution());
    let one = client.get_invalidation().distribution_id(Practice::SITE).id("INONE").send().await.unwrap_err();
    assert!(one.into_service_error().is_no_such_invalidation());
    let policy = client.get_cache_policy().id("none").send().await.unwrap_err();
    assert!(policy.into_service_error().is_no_such_cache_policy());
}

#[tokio::test]
async fn tenants_that_do_not_exist_are_entities_not_found() {
    let bench = Bench::new();
    let (client, none) = (&bench.client, "dt_none");
    let create = client.create_invalidation_for_distribution_tenant().id(none).invalidation_batch(batch("r", &["/a"]));
    assert!(create.send().await.unwrap_err().into_service_error().is_entity_not_found());
    let list = client.list_invalidations_for_distribution_tenant().id(none).send().await.unwrap_err();
    assert!(list.into_service_error().is_entity_not_found());
    let get = client.get_distribution_tenant().identifier(none).send().await.unwrap_err();
    assert!(get.into_service_error().is_entity_not_found());
    let one = client.get_invalidation_for_distribution_tenant().distribution_tenant_id(Practice::TENANT).id("INONE");
    assert!(one.send().await.unwrap_err().into_service_error().is_no_such_invalidation());
    let filter = DistributionTenantAssociationFilter::builder().distribution_id("E0NONE0NONE000").build();
    let tenants = client.list_distribution_tenants().association_filter(filter).send().await.unwrap_err();
    assert!(tenants.into_service_error().is_entity_not_found());
}

#[tokio::test]
async fn bad_paging_is_an_invalid_argument() {
    let bench = Bench::new();
    let list = bench.client.list_distributions().marker("E0NONE0NONE000").send().await.unwrap_err();
    assert!(list.into_service_error().is_invalid_argument());
    let list = bench.client.list_invalidations().distribution_id(Practice::SITE).max_items(0).send().await.unwrap_err();
    assert!(list.into_service_error().is_invalid_argument());
}

#[tokio::test]
async fn a_call_that_is_not_simulated_and_a_wrong_region_are_said_so() {
    let bench = Bench::new();
    let error = bench.client.list_functions().send().await.unwrap_err().into_service_error();
    assert_eq!(error.code(), Some("InvalidAction"));
    assert!(error.message().unwrap().contains("GET /2020-05-31/function"), "{error:?}");
    // The endpoint rules sign for us-east-1 whatever the region; in China they sign for another.
    let error = client(&bench.practice, "cn-north-1").list_distributions().send().await.unwrap_err();
    assert_eq!(error.into_service_error().code(), Some("SignatureDoesNotMatch"));
}

/// What a server on a socket passes on, word for word.
#[test]
fn a_request_that_nobody_signed_is_refused_in_cloudfronts_xml() {
    let bench = Bench::new();
    let request = http::Request::get("http://127.0.0.1:9000/2020-05-31/distribution").body(Vec::new()).unwrap();
    let Reply::Answer(answer) = bench.practice.reply(&request) else { panic!("an answer") };
    assert_eq!((answer.status().as_u16(), &answer.headers()["content-type"]), (403, &"text/xml".parse().unwrap()));
    let id = answer.headers()["x-amzn-requestid"].to_str().unwrap().to_owned();
    let wanted = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Error><Type>Sender</Type>\
         <Code>MissingAuthenticationToken</Code><Message>Request is missing Authentication Token</Message></Error>\
         <RequestId>{id}</RequestId></ErrorResponse>"
    );
    assert_eq!(String::from_utf8(answer.into_body()).unwrap(), wanted);
}
