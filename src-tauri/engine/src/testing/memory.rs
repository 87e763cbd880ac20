//! Records in memory.

use std::sync::Mutex;
use std::time::Duration;

use async_trait::async_trait;
use domain::submission::{State, Submission, SubmissionId};
use domain::{AccountKey, DistributionId, Invalidation, InvalidationId, Target};
use jiff::Timestamp;

use crate::ports::{Mended, NewSubmission, Note, Records, Transition};
use crate::{Connection, ConnectionId, Failure};

/// Records in memory.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) connections: Mutex<Vec<Connection>>,
    pub(crate) submissions: Mutex<Vec<Submission>>,
    pub(crate) invalidations: Mutex<Vec<(AccountKey, Target, Invalidation)>>,
    in_use: Mutex<Option<ConnectionId>>,
    notes: Mutex<Vec<(AccountKey, DistributionId, Note)>>,
    /// When each submission came into which state.
    history: Mutex<Vec<(SubmissionId, Transition)>>,
    /// Whether writing fails.
    pub(crate) full: Mutex<bool>,
    /// How long it takes until one hears what is not settled: what changes meanwhile is not in it.
    pub(crate) hearing: Mutex<Duration>,
    /// The newest submission that came out of a backup.
    pub(crate) restored_through: Mutex<Option<SubmissionId>>,
}

impl Memory {
    fn write(&self) -> Result<(), Failure> {
        if *self.full.lock().expect("not poisoned") {
            return Err(Failure::Records { detail: "the disk is full".to_owned() });
        }
        Ok(())
    }
}

#[async_trait]
impl Records for Memory {
    async fn connections(&self) -> Result<Vec<Connection>, Failure> {
        Ok(self.connections.lock().expect("not poisoned").clone())
    }

    async fn keep_connection(&self, connection: &Connection) -> Result<(), Failure> {
        self.write()?;
        let mut connections = self.connections.lock().expect("not poisoned");
        connections.retain(|earlier| earlier.id != connection.id);
        connections.push(connection.clone());
        Ok(())
    }

    async fn forget_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        self.connections.lock().expect("not poisoned").retain(|connection| connection.id != *id);
        Ok(())
    }

    async fn connection_in_use(&self) -> Result<Option<ConnectionId>, Failure> {
        Ok(self.in_use.lock().expect("not poisoned").clone())
    }

    async fn use_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        *self.in_use.lock().expect("not poisoned") = Some(id.clone());
        Ok(())
    }

    async fn add_submission(&self, new: NewSubmission) -> Result<Submission, Failure> {
        self.write()?;
        let mut submissions = self.submissions.lock().expect("not poisoned");
        let submission = Submission {
            id: SubmissionId(submissions.len() as i64 + 1),
            connection: new.connection.as_str().to_owned(),
            account: new.account,
            name: new.name,
            asked: new.asked,
            order: new.order,
            state: new.state,
            replaces: new.replaces,
        };
        submissions.push(submission.clone());
        Ok(submission)
    }

    async fn move_submission(&self, id: SubmissionId, state: &State, now: Timestamp) -> Result<(), Failure> {
        self.write()?;
        // The times are what the engine goes by.
        let step = Transition { at: now, state: "", reason: None };
        self.history.lock().expect("not poisoned").push((id, step));
        let mut submissions = self.submissions.lock().expect("not poisoned");
        let submission = submissions.iter_mut().find(|it| it.id == id).expect("it is there");
        submission.state = state.clone();
        Ok(())
    }

    async fn submission(&self, id: SubmissionId) -> Result<Option<Submission>, Failure> {
        Ok(self.submissions.lock().expect("not poisoned").iter().find(|it| it.id == id).cloned())
    }

    async fn submissions(&self, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), Failure> {
        let all = self.submissions.lock().expect("not poisoned").clone();
        let rows = all.iter().rev().skip(offset as usize).take(limit as usize).cloned().collect();
        Ok((all.len() as u32, rows))
    }

    async fn unsettled_submissions(&self) -> Result<Vec<Submission>, Failure> {
        let all = self.submissions.lock().expect("not poisoned").clone();
        let hearing = *self.hearing.lock().expect("not poisoned");
        tokio::time::sleep(hearing).await;
        Ok(all.into_iter().filter(|it| !it.state.is_settled()).collect())
    }

    async fn recent_submissions(
        &self,
        account: &AccountKey,
        target: &Target,
        since: Timestamp,
    ) -> Result<Vec<Submission>, Failure> {
        let all = self.submissions.lock().expect("not poisoned").clone();
        let mine = |it: &Submission| it.account == *account && it.order.target == *target && it.asked >= since;
        Ok(all.into_iter().rev().filter(mine).collect())
    }

    async fn history(&self, id: SubmissionId) -> Result<Vec<Transition>, Failure> {
        let history = self.history.lock().expect("not poisoned");
        Ok(history.iter().filter(|(of, _)| *of == id).map(|(_, step)| step.clone()).collect())
    }

    async fn submission_behind(
        &self,
        account: &AccountKey,
        target: &Target,
        id: &InvalidationId,
    ) -> Result<Option<SubmissionId>, Failure> {
        let all = self.submissions.lock().expect("not poisoned");
        let mine = |it: &&Submission| {
            it.account == *account && it.order.target == *target && it.state.invalidation() == Some(id)
        };
        Ok(all.iter().find(mine).map(|it| it.id))
    }

    async fn keep_invalidation(
        &self,
        account: &AccountKey,
        target: &Target,
        new: &Invalidation,
    ) -> Result<(), Failure> {
        self.write()?;
        let mut kept = self.invalidations.lock().expect("not poisoned");
        kept.retain(|(_, _, earlier)| earlier.id != new.id);
        kept.push((account.clone(), target.clone(), new.clone()));
        Ok(())
    }

    async fn kept_invalidations(
        &self,
        account: &AccountKey,
        target: &Target,
        ids: &[InvalidationId],
    ) -> Result<Vec<Invalidation>, Failure> {
        let kept = self.invalidations.lock().expect("not poisoned").clone();
        let mine = kept.into_iter().filter(|(a, t, it)| a == account && t == target && ids.contains(&it.id));
        Ok(mine.map(|(_, _, invalidation)| invalidation).collect())
    }

    async fn notes(&self, account: &AccountKey) -> Result<Vec<(DistributionId, Note)>, Failure> {
        let notes = self.notes.lock().expect("not poisoned").clone();
        Ok(notes.into_iter().filter(|(a, _, _)| a == account).map(|(_, id, note)| (id, note)).collect())
    }

    async fn keep_note(&self, account: &AccountKey, id: &DistributionId, note: &Note) -> Result<(), Failure> {
        let mut notes = self.notes.lock().expect("not poisoned");
        notes.retain(|(a, i, _)| (a, i) != (account, id));
        notes.push((account.clone(), id.clone(), note.clone()));
        Ok(())
    }

    async fn mended(&self) -> Result<Option<Mended>, Failure> {
        Ok(None)
    }

    async fn dismiss_mended(&self) -> Result<(), Failure> {
        Ok(())
    }

    async fn restored_through(&self) -> Result<Option<SubmissionId>, Failure> {
        Ok(*self.restored_through.lock().expect("not poisoned"))
    }
}
