//! Far more than the quotas take at once.

use std::path::PathBuf;

use faults::campaign::{Settings, relaunch};

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_items_go_out_within_the_quotas_in_order_through_two_restarts() {
    let settings = Settings {
        program: crate::program().to_owned(),
        folder: PathBuf::from(env!("CARGO_TARGET_TMPDIR")),
        seed: 0,
        first: 0,
        runs: 1,
        jobs: 1,
        window: None,
    };
    let relaunch = relaunch(&settings).await.unwrap();
    assert!(relaunch.verdict.is_well() && relaunch.problems.is_empty(), "{relaunch:?}");
    assert_eq!(relaunch.kills, 2);
    // A thousand wildcards, at most fifteen at a time.
    assert!(relaunch.submissions >= 67, "{relaunch:?}");
    assert_eq!(relaunch.too_many, 0, "there was room whenever one went out");
}
