//! Store what a person wants sent, and make one attempt at it.
//!
//! The order of things is the promise: the caller reference is minted once and stored with its items; that an attempt
//! begins is stored before its first byte leaves; how it ended is stored before anybody is told. So a crash at any
//! point leaves a record from which the same reference with the same items can be sent again, which CloudFront answers
//! with the invalidation that there already is (API, `InvalidationBatch`).
//!
//! What is stored waits for its time to be undone ([`crate::undo`]), then for its turn ([`crate::queue`]).

use std::time::Duration;

use domain::quota::{self, Load};
use domain::submission::{
    InProgress, Order, Outcome, Queued, Refused, RunId, Sending, State, Submission, SubmissionId, Waiting,
};
use domain::{AccountKey, Batch, CallerReference, Invalidation, Item, Target};
use jiff::SignedDuration;

use crate::age::younger;
use crate::housekeeper::Open;
use crate::ports::{CloudFront, Move, NewSubmission};
use crate::turnstile::Turn;
use crate::{Change, ConnectionId, Failure, Housekeeper};

mod later;
mod settle;

pub(crate) use later::waits;

/// The waits between two attempts after a lost reply; the last one repeats.
pub(crate) const WAITS: [Duration; 6] = [
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(15),
    Duration::from_secs(60),
    Duration::from_secs(5 * 60),
    Duration::from_secs(15 * 60),
];

/// How long after the click the person is taken to be looking: what cannot be sent then is given back to them at once.
/// What has waited for longer is tried again by itself. It is the longest time to undo and a minute.
const WATCHED: SignedDuration = SignedDuration::from_secs(120);

/// What came of an attempt: where the submission stands, and the failure where the attempt was refused or lost.
#[derive(Clone, Debug)]
pub struct Attempted {
    /// The submission as it is stored now.
    pub submission: Submission,
    /// Why the attempt did not succeed.
    pub failure: Option<Failure>,
}

/// What CloudFront said to an order.
enum Answer {
    /// Taken, in which account.
    Taken(AccountKey, Invalidation),
    Not(Outcome),
}

fn taken(invalidation: &Invalidation) -> Outcome {
    Outcome::Taken {
        completed: invalidation.status.is_completed(),
        invalidation: invalidation.id.clone(),
        created: invalidation.created,
    }
}

/// Where the submissions of a run come from, and what they are for.
pub(crate) struct Wanted<'a> {
    pub(crate) open: &'a Open,
    pub(crate) target: &'a Target,
    pub(crate) items: Vec<Item>,
    pub(crate) name: &'a str,
    /// The run that they go on with, and the refused submission of it that they stand in for.
    pub(crate) instead_of: Option<(RunId, SubmissionId)>,
}

impl Housekeeper {
    /// Stores the lines of an editor as a run, and gives its first submission. It resolves as soon as they are stored:
    /// they go out once their time to be undone is over, and their turn has come.
    ///
    /// # Errors
    /// When nothing was stored: the lines have errors, the connection cannot be opened, the records cannot be written.
    pub async fn submit(
        &self,
        connection: &ConnectionId,
        target: &Target,
        text: &str,
        name: &str,
    ) -> Result<Submission, Failure> {
        let open = self.open(connection).await?;
        let report = self.report(connection, target, text).await?;
        if report.has_errors() {
            return Err(Failure::ItemsHaveErrors);
        }
        self.store_run(Wanted { open: &open, target, items: report.items, name, instead_of: None }).await
    }

    /// Cuts items into what CloudFront takes at once, mints their references, and stores them all or none.
    pub(crate) async fn store_run(&self, wanted: Wanted<'_>) -> Result<Submission, Failure> {
        self.store_parts(self.cut(wanted).await?).await
    }

    /// Cuts items into what CloudFront takes at once, each part with a reference of its own.
    ///
    /// # Errors
    /// Where they may not be sent: see [`Housekeeper::permit`].
    pub(crate) async fn cut(&self, wanted: Wanted<'_>) -> Result<Vec<NewSubmission>, Failure> {
        let Wanted { open, target, items, name, instead_of } = wanted;
        self.permit(&open.connection.id, &open.account, target, &items).await?;
        let wildcards =
            if self.is_busy(open, target).await? { quota::WILDCARDS_WHERE_BUSY } else { quota::WILDCARDS_IN_PROGRESS };
        let parts = quota::split(items, wildcards).into_iter().map(|batch| NewSubmission {
            connection: open.connection.id.clone(),
            account: open.account.clone(),
            name: name.trim().to_owned(),
            asked: self.now(),
            order: self.order(target, batch, name),
            state: State::Queued(Queued::default()),
            run: instead_of.map(|(run, _)| run),
            replaces: instead_of.map(|(_, replaced)| replaced),
        });
        Ok(parts.collect())
    }

    /// Stores the parts of a run, all or none, and lets them go after their time to be undone. Gives the first.
    ///
    /// # Errors
    /// [`Failure::BudgetExceeded`] where a budget has no room for all of them.
    pub(crate) async fn store_parts(&self, mut parts: Vec<NewSubmission>) -> Result<Submission, Failure> {
        let _alone = self.shared.room_in_budgets.lock().await;
        self.has_budget_for(&parts).await?;
        let undo = self.settings().await?.undo;
        if !undo.is_zero() {
            let waiting = State::Waiting(Waiting { until: self.now() + self.pace.scale(undo) });
            parts.iter_mut().for_each(|part| part.state = waiting.clone());
        }
        let at_once = if undo.is_zero() { self.goes_at_once(&parts).await? } else { None };
        let stored = match &at_once {
            Some((sending, _)) => {
                let first_goes = State::Sending(sending.clone());
                self.world.records.add_submissions_and_go(parts, first_goes, self.now()).await?
            }
            None => self.world.records.add_submissions(parts).await?,
        };
        if let (Some((sending, alone)), Some(first)) = (at_once, stored.first().cloned()) {
            let this = self.clone();
            tokio::spawn(async move {
                let attempted = this.carry_out(first, sending).await;
                this.follow(&attempted.submission);
                drop(alone);
            });
        }
        for submission in &stored {
            self.tell(Change::Submission(submission.id));
            // Somebody is there again: what held back the account is tried once more.
            self.found_a_way(&submission.account);
            self.wake(&submission.account);
        }
        let empty = || Failure::Invalid { detail: domain::EmptyBatch.to_string() };
        let first = stored.into_iter().next().ok_or_else(empty)?;
        if !undo.is_zero() {
            self.count_down(first.run, undo);
        }
        Ok(first)
    }

    /// An order of these items, under a reference of its own.
    pub(crate) fn order(&self, target: &Target, batch: Batch, name: &str) -> Order {
        let reference = CallerReference::mint(name, self.now(), self.world.chance.six_bytes());
        Order { target: target.clone(), reference, batch }
    }

    /// Makes one attempt, and then follows or settles what came of it.
    ///
    /// It runs to its end even where the caller goes away: a window that closes must not cut an attempt in two.
    pub(crate) async fn send(&self, id: SubmissionId) -> Result<Attempted, Failure> {
        let this = self.clone();
        let attempt = tokio::spawn(async move {
            let attempted = this.attempt(id).await?;
            this.follow(&attempted.submission);
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
    pub(crate) async fn attempt(&self, id: SubmissionId) -> Result<Attempted, Failure> {
        let submission = self.submission_of(id).await?;
        let line = self.line(&submission.account);
        let _alone = line.lock().await;
        self.turnstile(&submission.account).until_it_submits().await;
        // Read again: somebody else may have sent it while this waited for its turn.
        let mut submission = self.submission_of(id).await?;
        let sending = match submission.state.clone() {
            State::Queued(queued) => match self.permit_queued(&submission).await {
                Ok(()) => queued.send(self.now()),
                Err(failure) => return self.not_permitted(submission, queued, failure).await,
            },
            // It was allowed when it was first sent, and to repeat it is the only way to learn what became of it.
            State::Unknown(unknown) => match self.policy() {
                Ok(_) => unknown.send_again(self.now()),
                Err(failure) => return Ok(Attempted { submission, failure: Some(failure) }),
            },
            _ => return Ok(Attempted { submission, failure: None }),
        };
        match self.move_to(&mut submission, State::Sending(sending.clone())).await {
            Ok(true) => {}
            Ok(false) => return Ok(Attempted { submission: self.submission_of(id).await?, failure: None }),
            Err(failure) => return Ok(Attempted { submission, failure: Some(failure) }),
        }
        Ok(self.carry_out(submission, sending).await)
    }

    /// An attempt whose beginning is stored, to its outcome's being stored.
    async fn carry_out(&self, mut submission: Submission, sending: Sending) -> Attempted {
        let (answer, failure) = match self.way_in(&submission).await {
            Ok(open) => self.ask_cloudfront(&open, &submission).await,
            Err(failure) => (Answer::Not(Outcome::NotSent(failure.reason())), Some(failure)),
        };
        let (outcome, invalidation) = match answer {
            Answer::Taken(account, invalidation) => (taken(&invalidation), Some((account, invalidation))),
            Answer::Not(outcome) => (outcome, None),
        };
        let outcome = self.judge(&submission, &sending, outcome, failure.as_ref()).await;
        self.store_outcome(&mut submission, sending, outcome, failure.as_ref()).await;
        if let Some((account, invalidation)) = invalidation {
            self.keep_taken(&account, &submission, &invalidation).await;
        }
        Attempted { submission, failure }
    }

    async fn store_outcome(
        &self,
        submission: &mut Submission,
        sending: Sending,
        outcome: Outcome,
        failure: Option<&Failure>,
    ) {
        let id = submission.id;
        let state = sending.ended(outcome, self.now());
        if let State::Refused(refused) = &state
            && matches!(failure, Some(Failure::BatchTooLarge { .. } | Failure::TooManyInProgress { .. }))
        {
            match self.go_on_in_halves(submission, refused.clone()).await {
                Ok(true) => return,
                Ok(false) => {}
                // The person sees the refusal, and may send it again: it is then halved once more.
                Err(failure) => {
                    tracing::error!(submission = id.0, failure = %failure.logged(), "it could not be split")
                }
            }
        }
        match self.move_to(submission, state.clone()).await {
            Ok(true) => {}
            Ok(false) => tracing::error!(submission = id.0, "somebody moved what was being sent"),
            Err(failure) => {
                tracing::error!(submission = id.0, failure = %failure.logged(), "what came of an attempt could not be stored");
                self.store_later(submission.clone(), state);
            }
        }
    }

    /// The call itself, and what its answer means.
    async fn ask_cloudfront(&self, open: &Open, submission: &Submission) -> (Answer, Option<Failure>) {
        let failure = match open.calls(self, Turn::Submit).submit(&submission.order).await {
            Ok(invalidation) => return (Answer::Taken(open.account.clone(), invalidation), None),
            Err(failure) => failure,
        };
        let reason = failure.reason();
        let outcome = match &failure {
            Failure::ReplyLost { .. } => Outcome::Lost(reason),
            Failure::Throttled { .. } | Failure::TooManyInProgress { .. } => Outcome::NotNow(reason),
            Failure::Unreachable { .. } | Failure::NoCredentials { .. } => Outcome::NotSent(reason),
            // It may be ours from an earlier attempt, told as a refusal: only a look tells.
            Failure::ReferenceUsed { .. } => match self.look_up(open, submission).await {
                Ok(Some(invalidation)) => return (Answer::Taken(open.account.clone(), invalidation), None),
                Ok(None) => Outcome::Refused(reason),
                Err(_) => Outcome::Lost(reason),
            },
            _ => Outcome::Refused(reason),
        };
        (Answer::Not(outcome), Some(failure))
    }

    /// What the queue learns from an attempt, and whether what was not taken is refused or only put off.
    async fn judge(
        &self,
        submission: &Submission,
        sending: &Sending,
        outcome: Outcome,
        failure: Option<&Failure>,
    ) -> Outcome {
        let Some(failure) = failure else {
            self.went_well(submission);
            return outcome;
        };
        match failure {
            Failure::TooManyInProgress { wildcards, .. } => {
                // More than there ever is room for: an earlier version of the app stored it so.
                if !Load::of(submission.order.batch.items()).is_within_quota() {
                    return Outcome::Refused(failure.reason());
                }
                self.found_full(submission, *wildcards);
                outcome
            }
            Failure::Unreachable { .. }
            | Failure::KeychainUnavailable { .. }
            | Failure::NoCredentials { .. }
            | Failure::CredentialsRejected { .. }
            | Failure::AccessKeyWanted { .. }
            | Failure::MfaCodeWanted { .. }
            | Failure::PortalSignInWanted { .. }
            | Failure::ProgramNotAgreed { .. }
            | Failure::Locked
            | Failure::AccountChanged => {
                self.found_no_way(&submission.account, failure);
                // The window asks for it, and then it goes on.
                let is_watched = !failure.asks()
                    && sending.attempt == 1
                    && younger(submission.asked, self.now(), WATCHED)
                    && self.nothing_was_taken(submission.run).await;
                if is_watched { outcome } else { Outcome::NotNow(failure.reason()) }
            }
            _ => outcome,
        }
    }

    async fn nothing_was_taken(&self, run: RunId) -> bool {
        match self.world.records.parts(run).await {
            Ok(parts) => parts.iter().all(|part| part.state.invalidation().is_none()),
            Err(_) => false,
        }
    }

    /// Ends a submission that was refused as too large, and lets two of half its size go on in its place. `false` where it
    /// is a single item.
    async fn go_on_in_halves(&self, submission: &mut Submission, refused: Refused) -> Result<bool, Failure> {
        let Some(halves) = quota::halve(&submission.order.batch) else { return Ok(false) };
        let with = halves.map(|batch| NewSubmission {
            order: self.order(&submission.order.target, batch, &submission.name),
            ..self.instead_of(submission, State::Queued(Queued::default()))
        });
        let refused = State::Refused(refused);
        let gone = Move { id: submission.id, from: submission.state.clone(), to: refused.clone() };
        let Some(stored) = self.world.records.replace_submission(&gone, with.into(), self.now()).await? else {
            return Ok(false);
        };
        submission.state = refused;
        for id in stored.iter().map(|half| half.id).chain([submission.id]) {
            self.tell(Change::Submission(id));
        }
        self.wake(&submission.account);
        Ok(true)
    }

    /// What stands in for a submission: the same but for its items, which are still to be said.
    pub(crate) fn instead_of(&self, submission: &Submission, state: State) -> NewSubmission {
        NewSubmission {
            connection: ConnectionId::new(submission.connection.as_str()),
            account: submission.account.clone(),
            name: submission.name.clone(),
            asked: submission.asked,
            order: submission.order.clone(),
            state,
            run: Some(submission.run),
            replaces: Some(submission.id),
        }
    }

    /// Keeps what CloudFront made of a submission. What cannot be kept here can be read again; that it was taken is stored
    /// by then, so that nobody waits for this.
    async fn keep_taken(&self, account: &AccountKey, submission: &Submission, invalidation: &Invalidation) {
        let target = &submission.order.target;
        if let Err(failure) = self.world.records.keep_invalidation(account, target, invalidation).await {
            tracing::warn!(id = %invalidation.id, failure = %failure.logged(), "a new invalidation could not be kept");
        }
    }

    /// The way in that a submission was made for, with credentials that last until it is through.
    async fn way_in(&self, submission: &Submission) -> Result<Open, Failure> {
        let open = self.open_for(submission).await?;
        self.ready_to_submit(&open).await?;
        Ok(open)
    }

    /// The way in that a submission was made for.
    ///
    /// # Errors
    /// [`Failure::AccountChanged`] where the connection now leads elsewhere: another account's invalidation would
    /// clear the wrong site, and be no repeat of this one.
    pub(crate) async fn open_for(&self, submission: &Submission) -> Result<Open, Failure> {
        self.open_into(&ConnectionId::new(submission.connection.as_str()), &submission.account).await
    }

    /// The way into an account through a connection.
    ///
    /// # Errors
    /// [`Failure::AccountChanged`] where the connection leads into another one.
    pub(crate) async fn open_into(&self, connection: &ConnectionId, account: &AccountKey) -> Result<Open, Failure> {
        let open = self.open(connection).await?;
        let unnamed = AccountKey::of_connection(connection.as_str(), open.door.endpoint.as_deref());
        if *account == open.account || *account == unnamed { Ok(open) } else { Err(Failure::AccountChanged) }
    }

    pub(crate) async fn submission_of(&self, id: SubmissionId) -> Result<Submission, Failure> {
        let submission = self.world.records.submission(id).await?;
        submission.ok_or_else(|| Failure::NotFound { what: format!("submission {}", id.0) })
    }

    /// Stores a submission's new state, and tells of it. `false` where it is no longer what it was read as; it is then
    /// left as it is.
    pub(crate) async fn move_to(&self, submission: &mut Submission, state: State) -> Result<bool, Failure> {
        let step = Move { id: submission.id, from: submission.state.clone(), to: state.clone() };
        if !self.world.records.move_submissions(&[step], self.now()).await? {
            return Ok(false);
        }
        submission.state = state;
        self.tell(Change::Submission(submission.id));
        self.wake(&submission.account);
        if submission.state.is_settled() {
            self.tell_if_ended(submission.run).await;
        }
        Ok(true)
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
