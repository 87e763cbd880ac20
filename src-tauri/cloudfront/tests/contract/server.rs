//! A server of other people's making, as a process of the test's.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use aws_credential_types::Credentials;
use aws_sdk_cloudfront::types as sdk;
use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::sdk_config::SharedCredentialsProvider;

/// How long a server may take to answer its first call. They take two to five seconds on a quiet machine.
const START: Duration = Duration::from_secs(90);

/// A running server; it ends when this is dropped.
pub struct Running {
    process: Child,
    log: PathBuf,
    endpoint: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on right now.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Starts `target/tools/NAME/bin/PROGRAM` on a free port; `set_up` adds how that program is told of it.
///
/// # Errors
/// When it is not installed: its absence must never look like success.
pub fn start(name: &str, program: &str, set_up: impl FnOnce(&mut Command, u16)) -> Result<Running> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let program = root.join("target/tools").join(name).join("bin").join(program);
    if !program.exists() {
        bail!(
            "{name} is not installed at {}: run `cargo xtask test`, which installs what tests/requirements/{name}.txt pins",
            program.display()
        );
    }
    let port = free_port()?;
    let log = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{port}.log"));
    let output = File::create(&log)?;
    let mut command = Command::new(&program);
    set_up(&mut command, port);
    let process = command
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null())
        .stdout(output.try_clone()?)
        .stderr(output)
        .spawn()
        .with_context(|| format!("{} could not be started", program.display()))?;
    Ok(Running { process, log, endpoint: format!("http://127.0.0.1:{port}") })
}

impl Running {
    /// The configuration of a client of its.
    pub fn config(&self) -> SdkConfig {
        let key = Credentials::new("AKIACONTRACT", "contract", None, None, "contract");
        SdkConfig::builder()
            .behavior_version(aws_sdk_cloudfront::config::BehaviorVersion::latest())
            .region(Region::from_static("us-east-1"))
            .credentials_provider(SharedCredentialsProvider::new(key))
            .endpoint_url(&self.endpoint)
            .build()
    }

    /// Waits until it answers, and gives a client to set it up with.
    pub async fn ready(&mut self) -> Result<aws_sdk_cloudfront::Client> {
        let client = aws_sdk_cloudfront::Client::new(&self.config());
        let begun = Instant::now();
        loop {
            let answer = client.list_distributions().send().await;
            let Err(error) = answer else { return Ok(client) };
            if let Some(status) = self.process.try_wait()? {
                bail!("the server ended ({status}) before it answered:\n{}", fs::read_to_string(&self.log)?);
            }
            if begun.elapsed() > START {
                let log = fs::read_to_string(&self.log)?;
                bail!("the server did not answer within {START:?}: {error:?}\n{log}");
            }
            // Not a wait for time to pass, but between two looks at whether it answers.
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

/// The configuration of a distribution as the clauses want it.
pub fn configuration(
    comment: &str,
    alias: Option<&str>,
    behavior: sdk::DefaultCacheBehavior,
) -> sdk::builders::DistributionConfigBuilder {
    let ports = sdk::CustomOriginConfig::builder()
        .http_port(80)
        .https_port(443)
        .origin_protocol_policy(sdk::OriginProtocolPolicy::HttpsOnly)
        .build()
        .unwrap();
    let origin =
        sdk::Origin::builder().id("web").domain_name("origin.example.com").custom_origin_config(ports).build().unwrap();
    let aliases: Vec<String> = alias.into_iter().map(ToOwned::to_owned).collect();
    let quantity = i32::try_from(aliases.len()).unwrap();
    let aliases = sdk::Aliases::builder().quantity(quantity).set_items(Some(aliases).filter(|a| !a.is_empty()));
    sdk::DistributionConfig::builder()
        .caller_reference(comment)
        .comment(comment)
        .enabled(true)
        .default_root_object("index.html")
        .price_class(sdk::PriceClass::PriceClass100)
        .origins(sdk::Origins::builder().quantity(1).items(origin).build().unwrap())
        .aliases(aliases.build().unwrap())
        .default_cache_behavior(behavior)
}

/// A default behavior without a cache key.
pub fn behavior() -> sdk::builders::DefaultCacheBehaviorBuilder {
    sdk::DefaultCacheBehavior::builder()
        .target_origin_id("web")
        .viewer_protocol_policy(sdk::ViewerProtocolPolicy::RedirectToHttps)
}

/// Makes a distribution, and returns its id.
pub async fn create(
    client: &aws_sdk_cloudfront::Client,
    config: sdk::builders::DistributionConfigBuilder,
) -> Result<String> {
    let answer = client.create_distribution().distribution_config(config.build()?).send().await?;
    Ok(answer.distribution.context("no distribution in the answer")?.id)
}
