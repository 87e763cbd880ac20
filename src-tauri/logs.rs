//! The log files.
//!
//! Secrets stay out by type: they travel as `SecretString`, whose `Debug` shows nothing, and failures as
//! [`engine::Logged`], which leaves out what a service says of people, accounts and paths. What libraries write below
//! warnings stays out too, since an SDK at its most verbose would write the requests it signs.

mod daily;
mod recent;
mod tail;

use std::io::{self, Write};
use std::path::Path;

use tracing_appender::non_blocking::{NonBlocking, WorkerGuard};
use tracing_subscriber::EnvFilter;

use daily::DailyFile;

pub use daily::files;
pub use recent::Recent;
pub use tail::tail;

/// How much is written of the app's own doings: `error`, `warn`, `info` (as it is), `debug` or `trace`.
const LEVEL: &str = "HOUSEKEEPER_LOG";

/// The crates whose lines may go below warnings: those of this project that are in the product.
const OWN: [&str; 12] = [
    "housekeeper_lib",
    "administrator",
    "bills",
    "cloudfront",
    "domain",
    "engine",
    "formats",
    "mishaps",
    "practice",
    "signin",
    "store",
    "vault",
];

/// What is being logged.
pub struct Logs {
    /// What is not yet written is, when this is dropped.
    _guard: WorkerGuard,
    /// The last lines, whether they are written yet or not.
    pub recent: Recent,
}

/// Starts writing to a file a day in `folder`.
///
/// Where the folder cannot be written to there is no log, and the app runs all the same.
pub fn start(folder: &Path) -> Option<Logs> {
    std::fs::create_dir_all(folder).ok()?;
    let (file, guard) = tracing_appender::non_blocking(DailyFile::new(folder.to_owned()));
    let recent = Recent::default();
    let both = Both { file, recent: recent.clone() };
    let filter = EnvFilter::new(directives(std::env::var(LEVEL).ok().as_deref()));
    let started =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(move || both.clone()).with_ansi(false).try_init();
    started.ok().map(|()| Logs { _guard: guard, recent })
}

/// Writes to the file, and into memory.
#[derive(Clone)]
struct Both {
    file: NonBlocking,
    recent: Recent,
}

impl Write for Both {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.recent.add(line);
        self.file.write(line)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn directives(level: Option<&str>) -> String {
    let level = level.map(str::trim).filter(|level| ["error", "warn", "info", "debug", "trace"].contains(level));
    let level = level.unwrap_or("info");
    let own = OWN.map(|name| format!("{name}={level}"));
    format!("warn,{}", own.join(","))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_level_is_for_the_app_and_never_for_the_sdk() {
        let said = directives(Some("trace"));
        assert!(said.starts_with("warn,") && said.contains("engine=trace"), "{said}");
        assert!(!said.contains("aws") && !said.contains("hyper"), "{said}");
        assert!(directives(Some("aws_smithy_runtime=trace")).contains("engine=info"));
    }

    #[test]
    fn every_crate_of_the_product_is_among_its_own() {
        let manifest = std::fs::read_to_string("Cargo.toml").unwrap();
        let (_, members) = manifest.split_once("members = [").unwrap();
        let (members, _) = members.split_once(']').unwrap();
        // What is for tests and for building has no part in the app.
        let mut product: Vec<_> = members
            .split('"')
            .filter_map(|member| member.strip_prefix("src-tauri/"))
            .filter(|member| !["bench", "empty", "portal", "faults", "xtask"].contains(member))
            .chain(["housekeeper_lib"])
            .collect();
        let mut own = OWN.to_vec();
        product.sort();
        own.sort();
        assert_eq!(own, product);
    }
}
