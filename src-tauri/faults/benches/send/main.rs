//! One batch, from the engine's call to the service's answer stored, beside the AWS CLI and beside the least that it could
//! be: a bare HTTP POST of the same bytes to the same server, and one write that is on the disk.
//!
//! The server is the simulated CloudFront in a process of its own, which keeps each invalidation on the disk before it
//! answers. Ours is the house as the app has it: its records on the disk, a connection by a profile, the real SDK. The
//! time to undo is set to zero, as a person can; no other wait is.

mod bare;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use bench::{RUNS, Row, Unit, median_seconds};
use domain::{DistributionId, Target};
use engine::{Change, ConnectionId, Housekeeper, Pace, Settings};
use faults::{Server, sender};
use housekeeper_lib::{Place, open_house};
use practice::Practice;
use tokio::sync::broadcast::error::RecvError;

/// How many paths a batch has.
const PATHS: usize = 20;

/// How often ours and the bare POST are measured: they take milliseconds.
const TIMES: usize = 41;

/// How often each is done before it is measured.
const WARM: usize = 3;

/// The most that ours may take of the CLI's time: a tenth.
const GOAL_CLI: f64 = 0.1;

/// The most that it may take of the bare POST's.
const GOAL_BARE: f64 = 1.5;

/// How many times quicker than in life the server's invalidations are done.
const SPEED: f64 = 1_000.0;

/// The argument that makes this program the measured one, in an environment of its own.
const INSIDE: &str = "inside";

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, inside, endpoint, folder] = arguments.as_slice()
        && inside == INSIDE
    {
        return measure(endpoint, Path::new(folder)).await;
    }
    let folder = tempfile::tempdir()?;
    let account = folder.path().join("account");
    std::fs::create_dir(&account)?;
    let server = Server::start(Path::new(env!("CARGO_BIN_EXE_faults")), &account, SPEED).await?;
    let mut inside = faults::ground(folder.path(), &std::env::current_exe()?)?;
    let inside =
        inside.args([INSIDE, &server.endpoint()]).arg(folder.path()).stdin(Stdio::null()).stdout(Stdio::inherit());
    let status = inside.stderr(Stdio::inherit()).status().await.context("this program cannot start itself")?;
    ensure!(status.success(), "the measured process ended with {status}");
    Ok(())
}

async fn measure(endpoint: &str, folder: &Path) -> Result<()> {
    let house = open_house(&Place::from_environment(), Pace::default()).await.map_err(|problem| anyhow!(problem))?;
    let connection = sender::connection(&house, endpoint).await?;
    house.save_settings(&Settings { undo: Duration::ZERO, ..Settings::default() }).await?;
    let client = bare::Client::new(endpoint, &folder.join("bare.log"))?;
    let (mut ours, mut bare, mut cli) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..WARM + TIMES {
        let (mine, theirs) =
            (send(&house, &connection, run).await?, client.send(Practice::BLOG, &paths("bare", run)).await?);
        if run >= WARM {
            ours.push(mine);
            bare.push(theirs);
        }
    }
    for run in 0..RUNS {
        cli.push(aws_cli(endpoint, folder, run)?);
    }
    let ours = median_seconds(&ours);
    let row = |name: &str, peer, theirs: &[Duration], goal, note: &str| {
        let theirs = median_seconds(theirs);
        Row { name, ours, peer, theirs, unit: Unit::Seconds, goal: Some(goal), note }.print();
    };
    let times = format!("{:.0} times as quick", median_seconds(&cli) / ours);
    row("send beside the AWS CLI", "aws cloudfront create-invalidation", &cli, GOAL_CLI, &times);
    row("send beside a bare POST", "POST and one write", &bare, GOAL_BARE, "");
    Ok(())
}

/// Sends one batch with the app: how long it took until the service's answer was stored.
async fn send(house: &Housekeeper, connection: &ConnectionId, run: usize) -> Result<Duration> {
    let target = Target::Distribution(DistributionId::new(Practice::SITE));
    let text = paths("ours", run).join("\n");
    let mut changes = house.changes();
    let begun = Instant::now();
    let submission = house.submit(connection, &target, &text, "").await?;
    loop {
        let heard = changes.recv().await;
        let after = begun.elapsed();
        match heard {
            Ok(Change::Submission(id)) if id == submission.id => {
                if house.submission(id).await?.submission.state.invalidation().is_some() {
                    return Ok(after);
                }
            }
            Ok(_) | Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return Err(anyhow!("the house is gone")),
        }
    }
}

/// The same with the AWS CLI, from a file.
fn aws_cli(endpoint: &str, folder: &Path, run: usize) -> Result<Duration> {
    let aws = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/awscli/bin/aws");
    ensure!(aws.exists(), "the AWS CLI is not installed at {}: `cargo xtask bench` does it", aws.display());
    let file = folder.join("invbatch.json");
    let items = paths("cli", run);
    let batch = serde_json::json!({
        "Paths": { "Quantity": items.len(), "Items": items },
        "CallerReference": format!("cli-{run}"),
    });
    std::fs::write(&file, batch.to_string())?;
    let mut command = Command::new(aws);
    command.args(["cloudfront", "create-invalidation", "--distribution-id", Practice::ASSETS, "--invalidation-batch"]);
    command.arg(format!("file://{}", file.display())).args(["--endpoint-url", endpoint, "--profile", sender::PROFILE]);
    let begun = Instant::now();
    let output = command.stdin(Stdio::null()).output()?;
    let took = begun.elapsed();
    ensure!(output.status.success(), "the AWS CLI says: {}", String::from_utf8_lossy(&output.stderr));
    Ok(took)
}

/// The paths of a batch: others each time.
fn paths(whose: &str, run: usize) -> Vec<String> {
    (0..PATHS).map(|number| format!("/news/{whose}/{run}/article-{number}.html")).collect()
}
