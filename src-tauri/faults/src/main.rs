//! The crash campaign on the command line, and the processes that it is made of.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};
use faults::campaign::{self, Settings};
use faults::plan::{Plan, Rates};
use faults::server::{self, Service};
use faults::{Moment, Proxy, count, note, result, sender};

/// Faults between the SDK and CloudFront, and the crash campaign.
#[derive(Parser)]
#[command(name = "faults")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Kill the app while it sends, many times over, and compare what it did with what it should have done
    Campaign(Campaign),
    /// Serve the simulated CloudFront on this computer; the first line says where
    Serve {
        /// Where its state is kept
        #[arg(long)]
        folder: PathBuf,
        /// How many times quicker than in life its invalidations are done
        #[arg(long, default_value_t = 1.0)]
        speed: f64,
        /// Let CreateInvalidation be called as quickly as one likes
        #[arg(long)]
        unthrottled: bool,
        /// End when the standard input does
        #[arg(long)]
        end_with_input: bool,
    },
    /// Stand before a server and do damage; the first line says where, and each further one what
    Proxy {
        /// The server's host and port, such as 127.0.0.1:4566
        #[arg(long)]
        upstream: http::uri::Authority,
        /// What decides which calls meet which fault
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The share of CreateInvalidation calls that meet a fault
        #[arg(long, default_value_t = 0.5)]
        creates: f64,
        /// The share of other calls that do
        #[arg(long, default_value_t = 0.1)]
        reads: f64,
    },
    /// Be the app without its window, and submit a list of intents; the environment names the data folder
    Send {
        /// The intents, as JSON
        #[arg(long)]
        list: PathBuf,
        /// The custom endpoint of the connection
        #[arg(long)]
        endpoint: String,
        /// How many times quicker than in life the engine's waits pass
        #[arg(long, default_value_t = 1.0)]
        pace: f64,
        /// End when the standard input does
        #[arg(long)]
        end_with_input: bool,
    },
    /// Be the app without its window, and count the month of an account; prints what came of it, as JSON
    Count {
        /// The custom endpoint of the connection
        #[arg(long)]
        endpoint: String,
    },
}

#[derive(Args)]
struct Campaign {
    /// How many runs
    #[arg(long, default_value_t = 100)]
    runs: u32,
    /// What decides the intents, the faults and the kills of every run
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The first run's number, to repeat one that failed
    #[arg(long, default_value_t = 1)]
    from: u32,
    /// How many runs at a time; by default as many as there are processors
    #[arg(long)]
    jobs: Option<usize>,
    /// Where the folders of runs are made; those of runs that failed stay there
    #[arg(long)]
    folder: Option<PathBuf>,
    /// The app's own program: one run in 25 has its window, which wants a display
    #[arg(long)]
    window: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Campaign(arguments) => run(arguments).await,
        Command::Serve { folder, speed, unthrottled, end_with_input } => {
            watch_the_parent(end_with_input);
            server::run(Service { folder: &folder, speed, unthrottled }).await.map(|()| true)
        }
        Command::Proxy { upstream, seed, creates, reads } => {
            let rates = Rates { creates, reads, at_most: u32::MAX };
            stand_between(upstream, Plan::seeded(seed, rates)).await.map(|()| true)
        }
        Command::Send { list, endpoint, pace, end_with_input } => {
            watch_the_parent(end_with_input);
            keep_a_log();
            sender::run(&list, &endpoint, pace).await.map(|()| true)
        }
        Command::Count { endpoint } => {
            keep_a_log();
            count_the_month(&endpoint).await.map(|()| true)
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            note(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn watch_the_parent(asked: bool) {
    if asked {
        faults::end_with_the_parent();
    }
}

/// What the app says of itself goes to standard error.
fn keep_a_log() {
    tracing_subscriber::fmt().with_env_filter("info").with_writer(std::io::stderr).with_ansi(false).init();
}

async fn count_the_month(endpoint: &str) -> Result<()> {
    result(&serde_json::to_string(&count::run(endpoint).await?)?);
    Ok(())
}

/// Runs a campaign, and says whether all was well.
async fn run(arguments: Campaign) -> Result<bool> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let settings = Settings {
        program: std::env::current_exe().context("this program cannot find itself")?,
        folder: arguments.folder.unwrap_or_else(std::env::temp_dir),
        seed: arguments.seed,
        first: arguments.from,
        runs: arguments.runs,
        jobs: arguments.jobs.unwrap_or(processors).max(1),
        window: arguments.window,
    };
    let totals = campaign::run(&settings).await?;
    for line in campaign::table(&totals) {
        result(&line);
    }
    Ok(totals.is_well())
}

async fn stand_between(upstream: http::uri::Authority, plan: Plan) -> Result<()> {
    let (proxy, mut moments) = Proxy::start(upstream, plan).await?;
    result(&proxy.endpoint());
    while let Some(moment) = moments.recv().await {
        if let Moment::Injected(fault) = moment {
            result(fault.name());
        }
    }
    Ok(())
}
