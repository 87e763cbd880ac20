//! The proxy before a server of other people's making, which did not grow up with it.
//!
//! ministack answers a repeated reference as CloudFront does, which is what the faults are about; it knows neither
//! quotas nor a throttle, so the campaign itself runs before the simulated account alone.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use aws_sdk_cloudfront::types as sdk;
use aws_sdk_cloudfront::{Client, Config};
use domain::{DistributionId, Target};
use http::uri::Authority;

/// How long it may take to answer its first call; two to five seconds on a quiet machine.
const START: Duration = Duration::from_secs(90);

/// A running ministack, which ends with this value.
struct Ministack {
    process: Child,
    authority: Authority,
}

impl Drop for Ministack {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Ministack {
    fn start() -> Self {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/ministack/bin/ministack");
        assert!(program.exists(), "ministack is not installed at {}: `cargo xtask test` does it", program.display());
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let process = Command::new(program)
            .envs([("BIND_HOST", "127.0.0.1"), ("GATEWAY_PORT", &address.port().to_string())])
            .current_dir(env!("CARGO_TARGET_TMPDIR"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { process, authority: address.to_string().parse().unwrap() }
    }

    fn client(&self) -> Client {
        let key = sdk_key();
        let config = Config::builder()
            .behavior_version(aws_sdk_cloudfront::config::BehaviorVersion::latest())
            .region(aws_sdk_cloudfront::config::Region::new("us-east-1"))
            .credentials_provider(key)
            .endpoint_url(format!("http://{}", self.authority));
        Client::from_conf(config.build())
    }

    /// Waits until it answers.
    async fn ready(&mut self) {
        let (client, begun) = (self.client(), Instant::now());
        while let Err(error) = client.list_distributions().send().await {
            assert_eq!(self.process.try_wait().unwrap(), None, "it ended before it answered");
            assert!(begun.elapsed() < START, "it did not answer within {START:?}: {error:?}");
            // Not a wait for time to pass, but between two looks at whether it answers.
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// A new distribution with as little in it as the API allows.
    async fn distribution(&self) -> DistributionId {
        let origin = sdk::Origin::builder().id("web").domain_name("origin.example.com").build().unwrap();
        let behavior = sdk::DefaultCacheBehavior::builder()
            .target_origin_id("web")
            .viewer_protocol_policy(sdk::ViewerProtocolPolicy::RedirectToHttps)
            .build()
            .unwrap();
        let config = sdk::DistributionConfig::builder()
            .caller_reference("faults")
            .comment("faults")
            .enabled(true)
            .origins(sdk::Origins::builder().quantity(1).items(origin).build().unwrap())
            .default_cache_behavior(behavior)
            .build()
            .unwrap();
        let answer = self.client().create_distribution().distribution_config(config).send().await.unwrap();
        DistributionId::new(answer.distribution.unwrap().id)
    }
}

fn sdk_key() -> aws_credential_types::Credentials {
    aws_credential_types::Credentials::new("AKIAFAULTS", "faults", None, None, "faults")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_faults_mean_the_same_before_a_server_of_other_people_s_making() {
    let mut ministack = Ministack::start();
    ministack.ready().await;
    let target = Target::Distribution(ministack.distribution().await);
    crate::kinds::hold(&ministack.authority, &target).await;
}
