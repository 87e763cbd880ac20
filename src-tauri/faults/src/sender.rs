//! The app without its window, and the person before it: the process that a campaign kills.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use domain::submission::{State, Submission, SubmissionId};
use engine::{About, ConnectionId, Endpoints, Housekeeper, Keep, NewConnection, NewWay, Pace};
use housekeeper_lib::{Place, open_house};

use crate::Intent;

/// What the connection is called in the app.
const CONNECTION: &str = "Campaign";

/// The profile that it names.
pub const PROFILE: &str = "campaign";

/// How long nothing may be heard of before the records are looked at all the same.
const LOOK: Duration = Duration::from_millis(50);

/// How many submissions are read at once.
const PAGE: u32 = 200;

/// Opens the house in the data folder that the environment names, takes up what was under way, submits those of the
/// intents that are not stored yet, in their order, and returns once all is settled.
///
/// What a person would do, it does: after a definite refusal it sends again, and what the app asks about it wants sent.
/// What the engine does by itself it leaves to the engine. `pace` is how many times quicker than in life the engine's waits pass.
///
/// # Errors
/// When the house cannot be opened.
pub async fn run(list: &Path, endpoint: &str, pace: f64) -> Result<()> {
    let intents = Intent::read(list)?;
    let pace = Pace::new(pace).with_context(|| format!("a pace is a number from 1 to 1000, not {pace}"))?;
    let house = open_house(&Place::from_environment(), pace).await.map_err(|problem| anyhow!(problem))?;
    let mut changes = house.changes();
    house.resume().await?;
    let connection = connection(&house, endpoint).await?;
    for intent in &intents {
        submit_once(&house, &connection, intent).await?;
    }
    loop {
        for asked in house.asks().await? {
            house.send_now(asked.run).await?;
        }
        let submissions = all(&house).await?;
        if let Some(refused) = refused(&submissions) {
            // Refused again is refused anew: the next round sees to it.
            house.retry(refused).await?;
        } else if submissions.iter().all(|submission| submission.state.is_settled()) {
            return Ok(());
        } else {
            // Whatever it is, or that there were too many, is a reason to look.
            let _ = tokio::time::timeout(LOOK, changes.recv()).await;
        }
    }
}

/// The connection of the campaign's profile, which is saved at the first start.
///
/// # Errors
/// When the records cannot be read.
pub async fn connection(house: &Housekeeper, endpoint: &str) -> Result<ConnectionId> {
    loop {
        let rows = house.connections().await?;
        if let Some(row) = rows.into_iter().find(|row| row.connection.name() == CONNECTION) {
            return Ok(row.connection.id);
        }
        let new = NewConnection {
            about: About { name: CONNECTION.to_owned(), ..About::default() },
            way: NewWay::Profile(PROFILE.to_owned()),
            endpoints: Endpoints { custom_endpoint: Some(endpoint.to_owned()), ..Endpoints::default() },
            keep: Keep::Keychain,
            agreed_program: None,
            mfa_code: None,
        };
        // AWS is asked before it is saved, and that may go wrong like everything here: then the person tries again.
        match house.save_connection(new).await {
            Ok((connection, _)) => return Ok(connection.id),
            Err(failure) => crate::note(&format!("the connection was not saved: {failure}")),
        }
    }
}

/// Submits an intent, unless something of it is stored already. A person who starts the app after a crash looks into
/// Activity, and does again what is not there.
async fn submit_once(house: &Housekeeper, connection: &ConnectionId, intent: &Intent) -> Result<()> {
    let stored = all(house).await?;
    let is_this = |submission: &Submission| {
        let theirs = submission.order.batch.items().iter();
        theirs.map(domain::Item::as_str).any(|item| intent.items.iter().any(|own| own == item))
    };
    if !stored.iter().any(is_this) {
        house.submit(connection, &intent.target, &intent.text(), &intent.name).await?;
    }
    Ok(())
}

/// A submission that was refused, and that none stands in for yet.
fn refused(submissions: &[Submission]) -> Option<SubmissionId> {
    let replaced = |id| submissions.iter().any(|submission| submission.replaces == Some(id));
    let refused = |submission: &&Submission| matches!(submission.state, State::Refused(_)) && !replaced(submission.id);
    submissions.iter().find(refused).map(|submission| submission.id)
}

/// Everything that the app has ever sent or wants to send.
async fn all(house: &Housekeeper) -> Result<Vec<Submission>> {
    let mut submissions = Vec::new();
    loop {
        let offset = u32::try_from(submissions.len())?;
        let (count, page) = house.activity(offset, PAGE).await?;
        let is_last = page.is_empty() || offset + u32::try_from(page.len())? >= count;
        submissions.extend(page);
        if is_last {
            return Ok(submissions);
        }
    }
}
