//! Store an order, and send it.
//!
//! The order of things is the promise: the caller reference is minted once and stored with its items; that an attempt
//! begins is stored before its first byte leaves; how it ended is stored before anybody is told. So a crash at any
//! point leaves a record from which the same reference with the same items can be sent again, which CloudFront answers
//! with the invalidation that there already is (API, `InvalidationBatch`).

use std::time::Duration;

use domain::checks::Severity;
use domain::submission::{InProgress, Order, Outcome, Queued, State, Submission, SubmissionId};
use domain::{AccountKey, Batch, CallerReference, Invalidation, Target};
use jiff::SignedDuration;

use crate::age::younger;
use crate::housekeeper::Open;
use crate::ports::NewSubmission;
use crate::{Change, ConnectionId, Failure, Housekeeper};

mod later;
mod settle;

/// The waits between two attempts after a lost reply; the last one repeats.
const WAITS: [Duration; 6] = [
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(15),
    Duration::from_secs(60),
    Duration::from_secs(5 * 60),
    Duration::from_secs(15 * 60),
];

/// How long what was never attempted goes out by itself at the next start. Older than that, the edition that it was
/// for may be history: the person sends it from Activity, or leaves it.
const SEND_BY_ITSELF: SignedDuration = SignedDuration::from_hours(12);

/// What came of an attempt: where the submission stands, and the failure where the attempt was refused or lost.
#[derive(Clone, Debug)]
pub struct Attempted {
    /// The submission as it is stored now.
    pub submission: Submission,
    /// Why the attempt did not succeed.
    pub failure: Option<Failure>,
}

impl Housekeeper {
    /// Stores the lines of an editor as a submission, and sends it. Resolves when the first attempt has ended.
    ///
    /// # Errors
    /// When nothing was stored: the lines have errors, the connection cannot be opened, the records cannot be written.
    pub async fn submit(
        &self,
        connection: &ConnectionId,
        target: &Target,
        text: &str,
        name: &str,
    ) -> Result<Attempted, Failure> {
        let open = self.open(connection).await?;
        let report = self.check(connection, target, text).await?.report;
        if report.findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(Failure::ItemsHaveErrors);
        }
        let batch = Batch::new(report.items).map_err(|empty| Failure::Invalid { detail: empty.to_string() })?;
        self.store_and_send(&open, target, batch, name, None).await
    }

    /// Mints the reference, stores the order, and makes the first attempt.
    pub(crate) async fn store_and_send(
        &self,
        open: &Open,
        target: &Target,
        batch: Batch,
        name: &str,
        replaces: Option<SubmissionId>,
    ) -> Result<Attempted, Failure> {
        let now = self.now();
        let reference = CallerReference::mint(name, now, self.world.chance.six_bytes());
        let new = NewSubmission {
            connection: open.connection.id.clone(),
            account: open.account.clone(),
            name: name.trim().to_owned(),
            asked: now,
            order: Order { target: target.clone(), reference, batch },
            state: State::Queued(Queued),
            replaces,
        };
        let submission = self.world.records.add_submission(new).await?;
        self.tell(Change::Submission(submission.id));
        self.send(submission.id).await
    }

    /// Makes one attempt, and then follows or settles what came of it.
    ///
    /// It runs to its end even where the caller goes away: a window that closes must not cut an attempt in two.
    pub(crate) async fn send(&self, id: SubmissionId) -> Result<Attempted, Failure> {
        let this = self.clone();
        let attempt = tokio::spawn(async move {
            let attempted = this.attempt(id).await?;
            match (&attempted.submission.state, &attempted.failure) {
                (State::Queued(_), Some(Failure::Records { .. })) => this.send_later(id),
                _ => this.follow(&attempted.submission),
            }
            Ok(attempted)
        });
        attempt.await.map_err(|error| Failure::Unexpected { code: "attempt".to_owned(), detail: error.to_string() })?
    }

    /// Goes on with what became of an attempt.
    fn follow(&self, submission: &Submission) {
        match submission.state {
            State::InProgress(_) => self.track(submission),
            State::Unknown(_) => self.settle(submission.id),
            _ => {}
        }
    }

    /// One attempt, from its state's being stored to its outcome's being stored. One at a time for an account.
    ///
    /// Where the state cannot be stored nothing is sent, and the submission stays what it was. Where the outcome cannot
    /// be, it stays as being sent, and is no failure of the attempt: it is stored later.
    async fn attempt(&self, id: SubmissionId) -> Result<Attempted, Failure> {
        let submission = self.submission_of(id).await?;
        let turnstile = self.turnstile(&submission.account);
        let _turn = turnstile.lock().await;
        // Read again: somebody else may have sent it while this waited for its turn.
        let mut submission = self.submission_of(id).await?;
        let now = self.now();
        let sending = match submission.state.clone() {
            State::Queued(queued) => queued.send(now),
            State::Unknown(unknown) => unknown.send_again(now),
            _ => return Ok(Attempted { submission, failure: None }),
        };
        if let Err(failure) = self.move_to(&mut submission, State::Sending(sending.clone())).await {
            return Ok(Attempted { submission, failure: Some(failure) });
        }
        let (outcome, failure) = match self.open_for(&submission).await {
            Ok(open) => self.ask_cloudfront(&open, &submission).await,
            Err(failure) => (Outcome::NotSent(failure.reason()), Some(failure)),
        };
        let state = sending.ended(outcome, self.now());
        if let Err(failure) = self.move_to(&mut submission, state.clone()).await {
            tracing::error!(submission = id.0, %failure, "what came of an attempt could not be stored");
            self.store_later(submission.clone(), state);
        }
        Ok(Attempted { submission, failure })
    }

    /// The call itself, and what its answer means.
    async fn ask_cloudfront(&self, open: &Open, submission: &Submission) -> (Outcome, Option<Failure>) {
        let failure = match open.door.cloudfront.submit(&submission.order).await {
            Ok(invalidation) => return (self.taken(open, submission, invalidation).await, None),
            Err(failure) => failure,
        };
        let reason = failure.reason();
        let outcome = match &failure {
            Failure::ReplyLost { .. } => Outcome::Lost(reason),
            Failure::Unreachable { .. } | Failure::NoCredentials { .. } => Outcome::NotSent(reason),
            // It may be ours from an earlier attempt, told as a refusal: only a look tells.
            Failure::ReferenceUsed { .. } => match self.look_up(open, submission).await {
                Ok(Some(invalidation)) => return (self.taken(open, submission, invalidation).await, None),
                Ok(None) => Outcome::Refused(reason),
                Err(_) => Outcome::Lost(reason),
            },
            _ => Outcome::Refused(reason),
        };
        (outcome, Some(failure))
    }

    async fn taken(&self, open: &Open, submission: &Submission, invalidation: Invalidation) -> Outcome {
        // What cannot be kept here can be read again; that it was taken must be stored all the same.
        let target = &submission.order.target;
        if let Err(failure) = self.world.records.keep_invalidation(&open.account, target, &invalidation).await {
            tracing::warn!(id = %invalidation.id, %failure, "a new invalidation could not be kept");
        }
        Outcome::Taken {
            completed: invalidation.status.is_completed(),
            invalidation: invalidation.id,
            created: invalidation.created,
        }
    }

    /// Takes up what was under way when the app ended: an attempt that was cut short is unknown, and is settled; what
    /// was never attempted is sent, unless it is old or came out of a backup; what is in progress is followed.
    ///
    /// What a restored backup has as queued may have been sent since, or withdrawn: the person decides. What it has as
    /// being sent or unknown is settled with its own reference, which makes no second invalidation.
    pub async fn resume(&self) -> Result<(), Failure> {
        let mut queued = Vec::new();
        let restored = self.world.records.restored_through().await?;
        for mut submission in self.world.records.unsettled_submissions().await? {
            match submission.state.clone() {
                State::Sending(sending) => {
                    self.move_to(&mut submission, State::Unknown(sending.interrupted())).await?;
                    self.settle(submission.id);
                }
                State::Unknown(_) => self.settle(submission.id),
                State::InProgress(_) => self.track(&submission),
                State::Queued(_)
                    if Some(submission.id) > restored && younger(submission.asked, self.now(), SEND_BY_ITSELF) =>
                {
                    queued.push(submission.id);
                }
                State::Queued(_) | State::Accepted(_) | State::Completed(_) | State::Refused(_) => {}
            }
        }
        let this = self.clone();
        tokio::spawn(async move {
            for id in queued {
                if let Err(failure) = this.send(id).await {
                    tracing::error!(submission = id.0, %failure, "a stored submission could not be sent");
                }
            }
        });
        Ok(())
    }

    /// The way in that a submission was made for.
    ///
    /// # Errors
    /// [`Failure::AccountChanged`] where the connection now leads elsewhere: another account's invalidation would
    /// clear the wrong site, and be no repeat of this one.
    pub(crate) async fn open_for(&self, submission: &Submission) -> Result<Open, Failure> {
        let connection = ConnectionId::new(submission.connection.as_str());
        let open = self.open(&connection).await?;
        let unnamed = AccountKey::of_connection(connection.as_str(), open.door.endpoint.as_deref());
        if submission.account == open.account || submission.account == unnamed {
            Ok(open)
        } else {
            Err(Failure::AccountChanged)
        }
    }

    pub(crate) async fn submission_of(&self, id: SubmissionId) -> Result<Submission, Failure> {
        let submission = self.world.records.submission(id).await?;
        submission.ok_or_else(|| Failure::NotFound { what: format!("submission {}", id.0) })
    }

    /// Stores a submission's new state, and tells of it.
    pub(crate) async fn move_to(&self, submission: &mut Submission, state: State) -> Result<(), Failure> {
        self.world.records.move_submission(submission.id, &state, self.now()).await?;
        submission.state = state;
        self.tell(Change::Submission(submission.id));
        Ok(())
    }

    /// The state of what was taken, as it is followed.
    pub(crate) fn in_progress(submission: &Submission) -> Option<InProgress> {
        match &submission.state {
            State::InProgress(state) => Some(state.clone()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod mishap_tests;
#[cfg(test)]
mod tests;
