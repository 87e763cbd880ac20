//! The log files.
//!
//! Secrets stay out by type: they travel as `SecretString`, whose `Debug` shows nothing. What libraries write below
//! warnings stays out too, since an SDK at its most verbose would write the requests it signs.

use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// How much is written of the app's own doings: `error`, `warn`, `info` (as it is), `debug` or `trace`.
const LEVEL: &str = "HOUSEKEEPER_LOG";

/// The crates whose lines may go below warnings: those of this project.
const OWN: [&str; 8] = ["housekeeper_lib", "engine", "domain", "signin", "vault", "cloudfront", "store", "practice"];

/// How many days of logs are kept.
const DAYS_KEPT: usize = 7;

/// Starts writing to a file a day in `folder`. What is not yet written is, when the guard is dropped.
///
/// Where the folder cannot be written to there is no log, and the app runs all the same.
pub fn start(folder: &Path) -> Option<WorkerGuard> {
    // The appender makes it too, but not before it has complained that it is not there.
    std::fs::create_dir_all(folder).ok()?;
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("housekeeper")
        .filename_suffix("log")
        .max_log_files(DAYS_KEPT)
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    let filter = EnvFilter::new(directives(std::env::var(LEVEL).ok().as_deref()));
    let started = tracing_subscriber::fmt().with_env_filter(filter).with_writer(writer).with_ansi(false).try_init();
    started.ok().map(|()| guard)
}

fn directives(level: Option<&str>) -> String {
    let level = level.map(str::trim).filter(|level| ["error", "warn", "info", "debug", "trace"].contains(level));
    let level = level.unwrap_or("info");
    let own = OWN.map(|name| format!("{name}={level}"));
    format!("warn,{}", own.join(","))
}

#[cfg(test)]
mod tests {
    use super::directives;

    #[test]
    fn the_level_is_for_the_app_and_never_for_the_sdk() {
        let said = directives(Some("trace"));
        assert!(said.starts_with("warn,") && said.contains("engine=trace"), "{said}");
        assert!(!said.contains("aws") && !said.contains("hyper"), "{said}");
        assert!(directives(Some("aws_smithy_runtime=trace")).contains("engine=info"));
    }
}
