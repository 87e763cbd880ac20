//! Where CloudFront's calls go, and for which region they are signed.

use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::service_config::ServiceConfigKey;

/// CloudFront's id in `services` sections and, in capitals, in `AWS_ENDPOINT_URL_CLOUDFRONT` (AWS SDKs and Tools
/// Reference Guide, "Service-specific endpoints").
const SERVICE: &str = "CloudFront";

/// The region that stands for all of the partition `aws` (API, "CloudFront endpoints").
const GLOBAL: &str = "us-east-1";

/// The region that stands for all of the partition `aws-cn`.
const CHINA: &str = "cn-northwest-1";

/// The custom endpoint that CloudFront's calls go to, or `None` where they go to AWS's own.
///
/// The order is the SDK's: one given in code; then `AWS_ENDPOINT_URL_CLOUDFRONT`; then `AWS_ENDPOINT_URL`; then the
/// profile's `services` section; then its `endpoint_url`. `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` and its profile key
/// turn all but the first off (AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
pub fn endpoint_in_force(config: &SdkConfig) -> Option<String> {
    let shared = || config.endpoint_url().map(ToOwned::to_owned);
    if config.get_origin("endpoint_url").is_client_config() {
        return shared();
    }
    let key = ServiceConfigKey::builder().service_id(SERVICE).env("AWS_ENDPOINT_URL").profile("endpoint_url").build();
    let own = key.ok().and_then(|key| config.service_config()?.load_config(key));
    own.or_else(shared)
}

/// Where calls are expected to go, for the sentence about an endpoint that cannot be used.
pub(crate) fn expected(config: &SdkConfig) -> String {
    endpoint_in_force(config).unwrap_or_else(|| match signing_region(config.region()).as_ref() {
        CHINA => "https://cloudfront.cn-northwest-1.amazonaws.com.cn".to_owned(),
        _ => "https://cloudfront.amazonaws.com".to_owned(),
    })
}

/// The region that CloudFront is signed for, given the one the person works in.
///
/// AWS's own endpoint says it by itself; a custom endpoint does not, and a profile's `eu-west-1` would then be signed
/// for. The regions of other partitions are left to the SDK's endpoint rules.
pub(crate) fn signing_region(region: Option<&Region>) -> Region {
    const OTHER_PARTITIONS: [&str; 6] = ["us-gov-", "us-iso-", "us-isob-", "us-isof-", "eu-isoe-", "eusc-"];
    match region.map(AsRef::as_ref) {
        Some(region) if region.starts_with("cn-") => Region::from_static(CHINA),
        Some(region) if OTHER_PARTITIONS.iter().any(|prefix| region.starts_with(prefix)) => {
            Region::new(region.to_owned())
        }
        Some(_) | None => Region::from_static(GLOBAL),
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use aws_config::BehaviorVersion;
    use aws_credential_types::Credentials;
    use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};

    use aws_types::sdk_config::SharedCredentialsProvider;
    use engine::ports::CloudFront;

    use super::*;
    use crate::SdkCloudFront;
    use crate::replay::Replay;

    /// Set in the process that a test starts of itself.
    const CHILD: &str = "CLOUDFRONT_TEST_CHILD";

    /// Runs a test in a process of its own, whose only AWS variables are these: a test must not change its own
    /// environment, nor depend on that of whoever runs it. Says whether this is that process.
    fn in_its_own_process(test: &str, variables: &[(&str, &str)], expected: &str) -> bool {
        if std::env::var_os(CHILD).is_some() {
            return true;
        }
        let mut child = Command::new(std::env::current_exe().expect("a test has a path"));
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("AWS_")) {
            child.env_remove(name);
        }
        let child = child.args(["--exact", &format!("endpoint::tests::{test}")]).envs(variables.iter().copied());
        let output = child.env(CHILD, expected).output().expect("a test can be started");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("1 passed"), "{variables:?}: {said}");
        false
    }

    async fn load(profile: &str) -> SdkConfig {
        let files = EnvConfigFiles::builder().with_contents(EnvConfigFileKind::Config, profile).build();
        let loader = aws_config::defaults(BehaviorVersion::latest()).profile_files(files);
        loader.region(Region::from_static("eu-west-1")).no_credentials().load().await
    }

    const SERVICES: &str = "[default]\n\
        endpoint_url = http://shared.example\n\
        services = local\n\
        [services local]\n\
        cloudfront =\n  endpoint_url = http://cloudfront.example\n\
        s3 =\n  endpoint_url = http://s3.example\n";

    #[tokio::test]
    async fn without_settings_there_is_none() {
        if in_its_own_process("without_settings_there_is_none", &[], "") {
            assert_eq!(endpoint_in_force(&load("[default]\nregion = eu-west-1\n").await), None);
        }
    }

    #[tokio::test]
    async fn a_profiles_endpoint_serves_and_its_services_section_wins() {
        if in_its_own_process("a_profiles_endpoint_serves_and_its_services_section_wins", &[], "") {
            let shared = load("[default]\nendpoint_url = http://shared.example\n").await;
            assert_eq!(endpoint_in_force(&shared).as_deref(), Some("http://shared.example"));
            assert_eq!(endpoint_in_force(&load(SERVICES).await).as_deref(), Some("http://cloudfront.example"));
        }
    }

    #[tokio::test]
    async fn one_given_in_code_wins_over_all() {
        let mut config = load(SERVICES).await.into_builder().endpoint_url("http://given.example");
        config.insert_origin("endpoint_url", aws_types::origin::Origin::shared_config());
        assert_eq!(endpoint_in_force(&config.build()).as_deref(), Some("http://given.example"));
    }

    #[tokio::test]
    async fn the_environment_wins_over_the_profile_and_its_own_variable_over_the_shared_one() {
        let name = "the_environment_wins_over_the_profile_and_its_own_variable_over_the_shared_one";
        let both = [("AWS_ENDPOINT_URL", "http://a.example"), ("AWS_ENDPOINT_URL_CLOUDFRONT", "http://b.example")];
        let ignored = [("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"), both[0], both[1]];
        for (variables, expected) in
            [(&both[..], "http://b.example"), (&both[..1], "http://a.example"), (&ignored[..], "")]
        {
            if in_its_own_process(name, variables, expected) {
                let expected = std::env::var(CHILD).ok().filter(|endpoint| !endpoint.is_empty());
                assert_eq!(endpoint_in_force(&load(SERVICES).await), expected);
                return;
            }
        }
    }

    #[tokio::test]
    async fn calls_go_to_the_endpoint_in_force() {
        let replay = Replay::answering(200, "<DistributionList/>");
        let config = load(SERVICES).await.into_builder().http_client(replay.client());
        let key = Credentials::new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", None, None, "test");
        let config = config.credentials_provider(SharedCredentialsProvider::new(key)).build();
        let expected = endpoint_in_force(&config).expect("the profile has one");
        SdkCloudFront::new(&config).distributions(None, 1).await.expect("it is answered");
        let [sent] = &replay.sent()[..] else { panic!("one request") };
        assert!(sent.uri.starts_with(&format!("{expected}/2020-05-31/distribution")), "{}", sent.uri);
        assert!(sent.authorization.contains("/us-east-1/cloudfront/"), "{}", sent.authorization);
    }

    #[test]
    fn each_partition_is_signed_for_its_own_region() {
        for (given, signed) in [
            (None, "us-east-1"),
            (Some("eu-west-1"), "us-east-1"),
            (Some("cn-north-1"), "cn-northwest-1"),
            (Some("us-gov-west-1"), "us-gov-west-1"),
        ] {
            let given = given.map(Region::from_static);
            assert_eq!(signing_region(given.as_ref()).as_ref(), signed, "{given:?}");
        }
    }
}
