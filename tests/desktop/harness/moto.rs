//! moto, a CloudFront that other people wrote, and the AWS CLI as the reader that knows nothing of this app.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::process::{Running, free_port, wait_until_listening};

/// A moto server of the test's own.
pub struct Moto {
    _server: Running,
    port: u16,
}

impl Moto {
    /// An access key for it, id and secret: AWS's own example, and it takes any.
    pub const KEY: (&str, &str) = ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI+K7MDENG/bPxRfiCYEXAMPLEKEY");

    /// Starts it, empty.
    #[track_caller]
    pub fn start() -> Self {
        let port = free_port();
        let mut server = Running::start(
            Command::new(tool("moto/bin/moto_server"))
                .args(["--host", "127.0.0.1", "--port", &port.to_string()])
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        wait_until_listening(&mut server, port);
        Self { _server: server, port }
    }

    /// Its address, for the field Custom endpoint.
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Makes a distribution through the AWS CLI, and gives its id.
    #[track_caller]
    pub fn create_distribution(&self, comment: &str, alias: &str) -> String {
        let config = json!({
            "CallerReference": comment, "Comment": comment, "Enabled": true,
            "Aliases": { "Quantity": 1, "Items": [alias] },
            "Origins": { "Quantity": 1, "Items": [{ "Id": "site", "DomainName": "site.s3.amazonaws.com",
                "S3OriginConfig": { "OriginAccessIdentity": "" } }] },
            "DefaultCacheBehavior": { "TargetOriginId": "site", "ViewerProtocolPolicy": "redirect-to-https",
                "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6" },
        });
        let answer = self.aws(&["cloudfront", "create-distribution", "--distribution-config", &config.to_string()]);
        answer["Distribution"]["Id"].as_str().unwrap().to_owned()
    }

    /// Runs the AWS CLI against it, and gives what it answers.
    #[track_caller]
    pub fn aws(&self, arguments: &[&str]) -> Value {
        let mut aws = Command::new("aws");
        aws.args(["--endpoint-url", &self.endpoint(), "--output", "json"]).args(arguments);
        let output = self.with_the_cli(&mut aws).output().unwrap();
        assert!(output.status.success(), "aws {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

impl Moto {
    /// Puts a command into an environment in which `aws` is the AWS CLI, and has a key for this server.
    pub fn with_the_cli<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let aws = tool("awscli/bin/aws");
        let rest = std::env::var_os("PATH").unwrap_or_default();
        let own = aws.parent().map(Path::to_owned).into_iter();
        let path = std::env::join_paths(own.chain(std::env::split_paths(&rest))).unwrap();
        command
            .env_clear()
            .env("PATH", path)
            .env("AWS_ACCESS_KEY_ID", Self::KEY.0)
            .env("AWS_SECRET_ACCESS_KEY", Self::KEY.1)
            .env("AWS_DEFAULT_REGION", "us-east-1")
            // No settings of the person who runs the tests.
            .env("AWS_CONFIG_FILE", "/dev/null")
            .env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
    }
}

/// A program that `cargo xtask test` installs.
#[track_caller]
fn tool(path: &str) -> PathBuf {
    let tool = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools").join(path);
    assert!(tool.is_file(), "{} is missing: `cargo xtask test` installs it", tool.display());
    tool
}
