//! Records in memory.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use async_trait::async_trait;
use domain::quota::Load;
use domain::submission::{Outline, RunId, State, Submission, SubmissionId};
use domain::{AccountKey, DistributionId, Invalidation, InvalidationId, Target};
use jiff::{SignedDuration, Timestamp};

use crate::ports::{Inventory, Mended, Move, NewSubmission, Note, Part, Records, Transition};
use crate::{Connection, ConnectionId, Failure, PermissionSeen, Settings};

/// Records in memory.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) connections: Mutex<Vec<Connection>>,
    pub(crate) submissions: Mutex<Vec<Submission>>,
    pub(crate) invalidations: Mutex<Vec<(AccountKey, Target, Invalidation)>>,
    permissions: Mutex<Vec<(ConnectionId, PermissionSeen)>>,
    in_use: Mutex<Option<ConnectionId>>,
    notes: Mutex<Vec<(AccountKey, DistributionId, Note)>>,
    /// When each submission came into which state.
    history: Mutex<Vec<(SubmissionId, Transition)>>,
    /// Where each submission stands in the queue.
    places: Mutex<HashMap<SubmissionId, i64>>,
    pub(crate) settings: Mutex<Settings>,
    paused: Mutex<bool>,
    /// How often chance was asked.
    pub(crate) drawn: Mutex<u64>,
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

    fn add(&self, new: Vec<NewSubmission>) -> Vec<Submission> {
        let mut submissions = self.submissions.lock().expect("not poisoned");
        let mut places = self.places.lock().expect("not poisoned");
        let first = RunId(submissions.len() as i64 + 1);
        let first_place = match new.first().and_then(|first| first.replaces) {
            Some(replaced) => {
                // The others make room for all but one of them.
                let place = places[&replaced];
                places.values_mut().filter(|other| **other > place).for_each(|other| *other += new.len() as i64 - 1);
                place
            }
            None => places.values().max().map_or(1, |last| last + 1),
        };
        let mut added = Vec::new();
        for (place, new) in (first_place..).zip(new) {
            let id = SubmissionId(submissions.len() as i64 + 1);
            places.insert(id, place);
            let submission = Submission {
                id,
                run: new.run.unwrap_or(first),
                connection: new.connection.as_str().to_owned(),
                account: new.account,
                name: new.name,
                asked: new.asked,
                order: new.order,
                state: new.state,
                replaces: new.replaces,
            };
            submissions.push(submission.clone());
            added.push(submission);
        }
        added
    }

    fn step(&self, moves: &[Move], now: Timestamp) -> bool {
        let mut submissions = self.submissions.lock().expect("not poisoned");
        let is_still = |step: &Move| submissions.iter().any(|one| one.id == step.id && one.state == step.from);
        if !moves.iter().all(is_still) {
            return false;
        }
        for step in moves {
            // The times are what the engine goes by.
            let line = Transition { at: now, state: "", reason: None };
            self.history.lock().expect("not poisoned").push((step.id, line));
            let submission = submissions.iter_mut().find(|it| it.id == step.id).expect("it is there");
            submission.state = step.to.clone();
        }
        true
    }

    fn in_order(&self) -> Vec<Outline> {
        let submissions = self.submissions.lock().expect("not poisoned");
        let places = self.places.lock().expect("not poisoned");
        let mut all: Vec<_> = submissions
            .iter()
            .map(|one| Outline {
                id: one.id,
                run: one.run,
                account: one.account.clone(),
                target: one.order.target.clone(),
                asked: one.asked,
                load: Load::of(one.order.batch.items()),
                state: one.state.clone(),
            })
            .collect();
        all.sort_by_key(|one| (places[&one.id], one.id));
        all
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

    async fn permissions_seen(&self, id: &ConnectionId) -> Result<Vec<PermissionSeen>, Failure> {
        let seen = self.permissions.lock().expect("not poisoned");
        Ok(seen.iter().filter(|(of, _)| of == id).map(|(_, seen)| seen.clone()).collect())
    }

    async fn keep_permission_seen(&self, id: &ConnectionId, seen: &PermissionSeen) -> Result<(), Failure> {
        let mut all = self.permissions.lock().expect("not poisoned");
        all.retain(|(of, other)| of != id || (&other.action, &other.on) != (&seen.action, &seen.on));
        all.push((id.clone(), seen.clone()));
        Ok(())
    }

    async fn use_connection(&self, id: &ConnectionId) -> Result<(), Failure> {
        *self.in_use.lock().expect("not poisoned") = Some(id.clone());
        Ok(())
    }

    async fn add_submissions(&self, new: Vec<NewSubmission>) -> Result<Vec<Submission>, Failure> {
        self.write()?;
        let is_replaced = |replaced| {
            let submissions = self.submissions.lock().expect("not poisoned");
            submissions.iter().any(|other| other.replaces == Some(replaced))
        };
        if new.first().and_then(|first| first.replaces).is_some_and(is_replaced) {
            return Err(Failure::Invalid { detail: "It was sent again already.".to_owned() });
        }
        Ok(self.add(new))
    }

    async fn add_submissions_and_go(
        &self,
        new: Vec<NewSubmission>,
        first_goes: State,
        now: Timestamp,
    ) -> Result<Vec<Submission>, Failure> {
        let mut added = self.add_submissions(new).await?;
        if let Some(first) = added.first_mut() {
            let step = Move { id: first.id, from: first.state.clone(), to: first_goes };
            self.step(std::slice::from_ref(&step), now);
            first.state = step.to;
        }
        Ok(added)
    }

    async fn move_submissions(&self, moves: &[Move], now: Timestamp) -> Result<bool, Failure> {
        self.write()?;
        Ok(self.step(moves, now))
    }

    async fn replace_submission(
        &self,
        gone: &Move,
        with: Vec<NewSubmission>,
        now: Timestamp,
    ) -> Result<Option<Vec<Submission>>, Failure> {
        self.write()?;
        Ok(self.step(std::slice::from_ref(gone), now).then(|| self.add(with)))
    }

    async fn submission(&self, id: SubmissionId) -> Result<Option<Submission>, Failure> {
        Ok(self.submissions.lock().expect("not poisoned").iter().find(|it| it.id == id).cloned())
    }

    async fn submissions(&self, offset: u32, limit: u32) -> Result<(u32, Vec<Submission>), Failure> {
        let all = self.submissions.lock().expect("not poisoned").clone();
        let rows = all.iter().rev().skip(offset as usize).take(limit as usize).cloned().collect();
        Ok((all.len() as u32, rows))
    }

    async fn unsettled(&self) -> Result<Vec<Outline>, Failure> {
        let mut all = self.in_order();
        let hearing = *self.hearing.lock().expect("not poisoned");
        tokio::time::sleep(hearing).await;
        all.retain(|one| !one.state.is_settled());
        Ok(all)
    }

    async fn parts(&self, run: RunId) -> Result<Vec<Part>, Failure> {
        let all = self.submissions.lock().expect("not poisoned").clone();
        let is_replaced = |id| all.iter().any(|other| other.replaces == Some(id));
        let own = self.in_order().into_iter().filter(|one| one.run == run);
        let part =
            |one: Outline| Part { id: one.id, load: one.load, is_replaced: is_replaced(one.id), state: one.state };
        Ok(own.map(part).collect())
    }

    async fn refused_parts(&self, account: &AccountKey) -> Result<Vec<(RunId, Target, SubmissionId)>, Failure> {
        let all = self.submissions.lock().expect("not poisoned").clone();
        let is_replaced = |id| all.iter().any(|other| other.replaces == Some(id));
        let refused = all
            .iter()
            .filter(|one| one.account == *account && matches!(one.state, State::Refused(_)) && !is_replaced(one.id));
        Ok(refused.map(|one| (one.run, one.order.target.clone(), one.id)).collect())
    }

    async fn move_run(&self, run: RunId, before: Option<RunId>) -> Result<(), Failure> {
        self.write()?;
        if before == Some(run) {
            return Ok(());
        }
        let all = self.in_order();
        let is_replaced = |id| self.submissions.lock().expect("not poisoned").iter().any(|it| it.replaces == Some(id));
        let in_queue = |one: &&Outline| match one.state {
            State::InProgress(_) => false,
            State::Refused(_) => {
                !is_replaced(one.id) && all.iter().any(|it| it.run == one.run && !it.state.is_settled())
            }
            _ => !one.state.is_settled(),
        };
        let mut waiting: Vec<_> = all.iter().filter(in_queue).cloned().collect();
        let mut places = self.places.lock().expect("not poisoned");
        let slots: Vec<i64> = waiting.iter().map(|one| places[&one.id]).collect();
        let moved: Vec<_> = waiting.extract_if(.., |one| one.run == run).collect();
        let at = waiting.iter().position(|one| Some(one.run) == before).unwrap_or(waiting.len());
        waiting.splice(at..at, moved);
        for (one, slot) in waiting.iter().zip(slots) {
            places.insert(one.id, slot);
        }
        Ok(())
    }

    async fn completion_times(&self, account: &AccountKey, at_most: u32) -> Result<Vec<SignedDuration>, Failure> {
        let all = self.submissions.lock().expect("not poisoned");
        let times = all.iter().rev().filter(|one| one.account == *account).filter_map(|one| match &one.state {
            State::Completed(state) => Some(state.seen.duration_since(state.created)),
            _ => None,
        });
        Ok(times.take(at_most as usize).collect())
    }

    async fn settings(&self) -> Result<Settings, Failure> {
        Ok(self.settings.lock().expect("not poisoned").clone())
    }

    async fn keep_settings(&self, settings: &Settings) -> Result<(), Failure> {
        self.write()?;
        *self.settings.lock().expect("not poisoned") = settings.clone();
        Ok(())
    }

    async fn queue_is_paused(&self) -> Result<bool, Failure> {
        Ok(*self.paused.lock().expect("not poisoned"))
    }

    async fn pause_queue(&self, paused: bool) -> Result<(), Failure> {
        self.write()?;
        *self.paused.lock().expect("not poisoned") = paused;
        Ok(())
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

    async fn inventory(&self) -> Result<Inventory, Failure> {
        Ok(Inventory::default())
    }
}
