//! Scripts with the AWS SDK for Python, which know nothing of this app: who counts, or makes what is to be counted.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;

/// A program of the environment that moto and boto3 are in.
///
/// # Errors
/// When it is not installed: its absence must never look like success.
pub fn tool(name: &str) -> Result<PathBuf> {
    let tool = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/moto/bin").join(name);
    ensure!(tool.exists(), "moto and boto3 are not installed at {}: `cargo xtask test` does it", tool.display());
    Ok(tool)
}

/// Runs one of the scripts in `python/` against a server of this computer, and gives what it prints.
///
/// # Errors
/// When Python is not installed, or the script does not come to its end well.
pub fn script<T: DeserializeOwned>(
    name: &str,
    endpoint: &str,
    arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
) -> Result<T> {
    let output = Command::new(tool("python")?)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("python").join(name))
        .args(["--endpoint-url", endpoint])
        .args(arguments)
        // No settings of the person who runs this, and no way round by a proxy.
        .env_remove("AWS_PROFILE")
        .env("AWS_CONFIG_FILE", "/dev/null")
        .env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
        .env("NO_PROXY", "127.0.0.1")
        .stdin(Stdio::null())
        .output()?;
    ensure!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).with_context(|| format!("what {name} prints is no such JSON"))
}
