//! What the server has recorded, and what the app remembers.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::sdk_config::SharedCredentialsProvider;
use cloudfront::SdkCloudFront;
use domain::submission::Submission;
use domain::{Invalidation, Target};
use engine::ports::{CloudFront, Records};
use jiff::Timestamp;
use store::Store;

use crate::Intent;

/// An invalidation that the server has.
#[derive(Clone, Debug)]
pub(super) struct Recorded {
    pub(super) target: Target,
    pub(super) invalidation: Invalidation,
}

/// Everything that was made against the intents' targets since `begun`, each target's oldest first. It is asked of the
/// server itself, with nothing in between.
pub(super) async fn of_the_server(endpoint: &str, intents: &[Intent], begun: Timestamp) -> Result<Vec<Recorded>> {
    let key = Credentials::new("AKIACAMPAIGN", "campaign", None, None, "campaign");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .endpoint_url(endpoint)
        .build();
    let server = SdkCloudFront::new(&config);
    let targets: BTreeSet<&Target> = intents.iter().map(|intent| &intent.target).collect();
    let mut all = Vec::new();
    for target in targets {
        let mut newest_first = Vec::new();
        let mut after = None;
        loop {
            let page = server.invalidations(target, after.as_deref(), 100).await?;
            let is_past = page.rows.iter().any(|row| row.created < begun);
            for row in page.rows.into_iter().filter(|row| row.created >= begun) {
                let invalidation = server.invalidation(target, &row.id).await?;
                newest_first.push(Recorded { target: target.clone(), invalidation });
            }
            after = page.next;
            if is_past || after.is_none() {
                break;
            }
        }
        all.extend(newest_first.into_iter().rev());
    }
    Ok(all)
}

/// What the app remembers.
#[derive(Debug)]
pub(super) struct History {
    /// Every submission.
    pub(super) submissions: Vec<Submission>,
    /// How often one was put off because a quota was used up.
    pub(super) too_many: usize,
}

/// What the app's records hold.
pub(super) async fn of_the_app(data: &Path) -> Result<History> {
    let store = Store::open(data).await?;
    let (_, submissions) = store.submissions(0, u32::MAX).await?;
    let mut too_many = 0;
    for submission in &submissions {
        let history = store.history(submission.id).await?;
        let reasons = history.iter().filter_map(|step| step.reason.as_ref());
        too_many += reasons.filter(|reason| reason.code.starts_with("tooMany")).count();
    }
    store.close().await;
    Ok(History { submissions, too_many })
}
