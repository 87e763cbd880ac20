//! Which endpoint wins.

use std::sync::Arc;

use engine::Endpoints;
use signin::{SignInError, endpoint_in_force, who_am_i};

use crate::way::{SignIn, configure, connection};

use crate::support::{Server, World, inside};

const CONFIG: &str = "
[profile plain]
aws_access_key_id = A
aws_secret_access_key = s
[profile general]
aws_access_key_id = A
aws_secret_access_key = s
endpoint_url = http://general.example.com
[profile services]
aws_access_key_id = A
aws_secret_access_key = s
endpoint_url = http://general.example.com
services = local
[profile wrong]
aws_access_key_id = A
aws_secret_access_key = s
endpoint_url = nowhere
[services local]
cloudfront =
  endpoint_url = http://cloudfront.example.com
";

fn by(name: &str) -> SignIn {
    SignIn::Profile { name: name.to_owned() }
}

fn by_key() -> SignIn {
    SignIn::key("A", "testing")
}

/// Where CloudFront's and STS's calls go.
async fn of(way: &SignIn, custom: Option<&str>) -> (Option<String>, Option<String>) {
    let config = configure(way, custom).await.unwrap();
    (endpoint_in_force(&config, "CloudFront"), endpoint_in_force(&config, "STS"))
}

fn both(cloudfront: &str, sts: &str) -> (Option<String>, Option<String>) {
    (Some(cloudfront.to_owned()), Some(sts.to_owned()))
}

#[test]
fn a_profile_says_it_in_general_or_by_service_and_the_custom_one_stands_over_both() {
    inside(
        || World::of(CONFIG),
        async || {
            assert_eq!(of(&by("plain"), None).await, (None, None));
            let general = "http://general.example.com";
            assert_eq!(of(&by("general"), None).await, both(general, general));
            assert_eq!(of(&by("services"), None).await, both("http://cloudfront.example.com", general));
            let custom = "http://127.0.0.1:5000";
            for name in ["plain", "general", "services"] {
                assert_eq!(of(&by(name), Some("http://127.0.0.1:5000/")).await, both(custom, custom), "{name}");
            }
            assert_eq!(of(&by("plain"), Some(" ")).await, (None, None));
        },
    );
}

#[test]
fn the_environment_says_it_for_keys_and_profiles_and_the_custom_one_stands_over_it() {
    let world = || {
        World::of(CONFIG)
            .var("AWS_ENDPOINT_URL", "http://all.example.com")
            .var("AWS_ENDPOINT_URL_CLOUDFRONT", "http://cf.example.com")
    };
    inside(world, async || {
        let expected = both("http://cf.example.com", "http://all.example.com");
        for way in [by_key(), by("plain"), by("general"), by("services")] {
            assert_eq!(of(&way, None).await, expected, "{way:?}");
        }
        let custom = "http://127.0.0.1:5000";
        for way in [by_key(), by("plain"), by("general"), by("services")] {
            assert_eq!(of(&way, Some(custom)).await, both(custom, custom), "{way:?}");
        }
    });
}

#[test]
fn an_access_key_takes_nothing_from_a_profile() {
    let world = || {
        World::of("[default]\nregion = ap-south-1\nendpoint_url = http://default.example.com\n[profile p]\nendpoint_url = http://p.example.com\n")
            .var("AWS_PROFILE", "p")
            .var("AWS_REGION", "eu-west-3")
    };
    inside(world, async || {
        assert_eq!(of(&by_key(), None).await, (None, None));
        assert_eq!(configure(&by_key(), None).await.unwrap().region().unwrap().as_ref(), "eu-west-3");
    });
}

#[test]
fn configured_endpoints_can_be_turned_off() {
    let world = || {
        World::of(CONFIG)
            .var("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")
            .var("AWS_ENDPOINT_URL_CLOUDFRONT", "http://cf.example.com")
    };
    inside(world, async || {
        assert_eq!(of(&by("services"), None).await, (None, None));
        let custom = "http://127.0.0.1:5000";
        assert_eq!(of(&by("services"), Some(custom)).await, both(custom, custom));
    });
}

#[test]
fn an_endpoint_that_is_none_is_refused_wherever_it_was_written() {
    let world = || World::of(CONFIG).var("AWS_ENDPOINT_URL_CLOUDFRONT", "localhost:5000");
    inside(world, async || {
        let error = configure(&by_key(), None).await.unwrap_err();
        assert!(error.to_string().contains("AWS_ENDPOINT_URL"), "{error}");
        let error = configure(&by_key(), Some("localhost:5000")).await.unwrap_err();
        assert!(matches!(error, SignInError::InvalidEndpoint { .. }), "{error}");
        assert!(configure(&by_key(), Some("http://localhost:5000")).await.is_ok());
    });
}

#[test]
fn a_role_is_assumed_at_the_custom_endpoint_whatever_the_environment_says() {
    let config = format!("{CONFIG}[profile role]\nrole_arn = arn:aws:iam::1:role/R\nsource_profile = plain\n");
    inside(
        || World::of(&config).var("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:9"),
        async || {
            let custom =
                Server::answering(403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
            let config = configure(&by("role"), Some(custom.url())).await.unwrap();
            let error = who_am_i(&config).await.unwrap_err();
            assert!(matches!(error, SignInError::Denied { .. }), "{error:?}");
            assert!(custom.requests().iter().any(|request| request.contains("Action=AssumeRole")));
        },
    );
}

#[test]
fn fips_and_dual_stack_are_taken_where_they_are_chosen_and_nowhere_at_a_custom_endpoint() {
    inside(
        || World::of(CONFIG),
        async || {
            let chosen = Endpoints { fips: true, dual_stack: true, ..Endpoints::default() };
            let (connection, means) = connection(&Arc::default(), &by("plain"), &chosen).await;
            let (config, _) = signin::open(&connection, &means).await.unwrap();
            assert_eq!((config.use_fips(), config.use_dual_stack()), (Some(true), Some(true)));
            let at = Endpoints { custom_endpoint: Some("http://127.0.0.1:5000".into()), ..chosen };
            let connection = engine::Connection { endpoints: at, ..connection };
            let (config, _) = signin::open(&connection, &means).await.unwrap();
            assert_eq!((config.use_fips(), config.use_dual_stack()), (Some(false), Some(false)));
        },
    );
}

#[test]
fn the_environments_region_is_not_taken_into_another_partition() {
    inside(
        || World::of(CONFIG).var("AWS_REGION", "eu-west-1"),
        async || {
            let china = Endpoints { china: true, ..Endpoints::default() };
            let (connection, means) = connection(&Arc::default(), &by_key(), &china).await;
            let (config, _) = signin::open(&connection, &means).await.unwrap();
            assert_eq!(config.region().unwrap().as_ref(), "cn-northwest-1");
            assert_eq!(configure(&by_key(), None).await.unwrap().region().unwrap().as_ref(), "eu-west-1");
        },
    );
}
