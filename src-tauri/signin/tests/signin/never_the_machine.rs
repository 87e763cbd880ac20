//! The instance metadata service is never asked, neither for credentials nor for the region.
//!
//! Every test of this crate that runs inside a world of its own holds it too: see `support::inside`.

use aws_config::BehaviorVersion;
use aws_credential_types::provider::ProvideCredentials;
use signin::{SignInError, who_am_i};

use crate::way::{SignIn, configure};

use crate::support::{World, inside, visits_to_the_machine};

/// Without this the others would prove nothing.
#[test]
fn the_trap_catches_the_sdks_own_chain() {
    let visits = visits_to_the_machine(World::default, async || {
        let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
        let credentials = config.credentials_provider().unwrap().provide_credentials().await;
        assert!(credentials.is_err());
    });
    assert_ne!(visits, Some(0), "the trap caught nothing");
}

#[test]
fn a_connection_without_a_region_does_not_ask_the_machine_for_it() {
    let keys = "[profile web]\naws_access_key_id = AKIA\naws_secret_access_key = s\n";
    inside(
        || World::of(keys),
        async || {
            let by_profile = configure(&SignIn::Profile { name: "web".into() }, None).await.unwrap();
            assert_eq!(by_profile.region().unwrap().as_ref(), "us-east-1");
            let by_key = configure(&SignIn::key("AKIA", "testing"), None).await.unwrap();
            assert_eq!(by_key.region().unwrap().as_ref(), "us-east-1");
        },
    );
}

#[test]
fn a_profile_that_names_the_machine_or_nothing_does_not_reach_it() {
    let config = "
[profile instance]
role_arn = arn:aws:iam::123456789012:role/R
credential_source = Ec2InstanceMetadata
[profile container]
role_arn = arn:aws:iam::123456789012:role/R
credential_source = EcsContainer
[profile nothing]
region = eu-west-1
";
    inside(
        || World::of(config),
        async || {
            for name in ["instance", "container"] {
                let error = configure(&SignIn::Profile { name: name.into() }, None).await.unwrap_err();
                assert!(matches!(error, SignInError::NotSupported { .. }), "{error}");
            }
            let error = configure(&SignIn::Profile { name: "nothing".into() }, None).await.unwrap_err();
            assert!(matches!(error, SignInError::ProfileIncomplete { .. }), "{error}");
            let error = configure(&SignIn::Profile { name: "default".into() }, None).await.unwrap_err();
            assert!(matches!(error, SignInError::NoSuchProfile { .. }), "{error}");
        },
    );
}

#[test]
fn what_the_environment_lacks_is_not_made_up_for_by_the_machine() {
    let config = "[profile env]\nrole_arn = arn:aws:iam::123456789012:role/R\ncredential_source = Environment\n";
    inside(
        || World::of(config),
        async || {
            let config = configure(&SignIn::Profile { name: "env".into() }, None).await.unwrap();
            let error = who_am_i(&config).await.unwrap_err();
            assert!(matches!(&error, SignInError::ProfileIncomplete { name, .. } if name == "env"), "{error:?}");
        },
    );
}
