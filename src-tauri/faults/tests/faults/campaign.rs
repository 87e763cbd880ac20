//! A short campaign; `cargo xtask campaign` runs a long one.

use std::path::PathBuf;

use faults::campaign::{Settings, run, table};

#[tokio::test(flavor = "multi_thread")]
async fn in_a_short_campaign_nothing_is_lost_doubled_or_out_of_order() {
    let settings = Settings {
        program: crate::program().to_owned(),
        folder: PathBuf::from(env!("CARGO_TARGET_TMPDIR")),
        seed: 20_261_122,
        first: 1,
        runs: 6,
        jobs: 2,
        window: None,
    };
    let totals = run(&settings).await.unwrap();
    let shown = table(&totals).join("\n");
    assert!(totals.is_well(), "{shown}");
    // A campaign in which nothing went wrong would prove nothing.
    assert!(totals.intents >= 30 && totals.faults.sum() >= 20 && totals.kills.sum() >= 6, "{shown}");
}
