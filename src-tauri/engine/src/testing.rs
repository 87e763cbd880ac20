//! The ports as tests fill them: records in memory, a CloudFront that follows a script, a clock that is stepped.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use domain::submission::{Order, State, Submission, SubmissionId};
use domain::{
    AccountKey, Distribution, DistributionDetails, DistributionId, Invalidation, InvalidationId, InvalidationStatus,
    InvalidationSummary, Target, Tenant, TenantId,
};
use jiff::{SignedDuration, Timestamp};

use crate::ports::{
    Access, Chance, Clock, CloudFront, Door, Mended, NewSubmission, Note, Page, Records, Transition, Vault,
};
use crate::{Connection, ConnectionId, Failure, Housekeeper, Identity, Secret, World};

/// The target that tests send to.
pub(crate) fn target() -> Target {
    Target::Distribution(DistributionId::new("E1TEST0000001"))
}

/// A house over a script, at noon on a Sunday.
pub(crate) struct Stage {
    pub(crate) house: Housekeeper,
    pub(crate) cloudfront: Arc<Script>,
    pub(crate) records: Arc<Memory>,
    pub(crate) clock: Arc<Stepped>,
    pub(crate) vault: Arc<Drawer>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        Self::over(Arc::new(Memory::default()))
    }

    /// A second start on the same records.
    pub(crate) fn over(records: Arc<Memory>) -> Self {
        let clock = Arc::new(Stepped::starting(Timestamp::constant(1_795_348_800, 0)));
        let cloudfront = Arc::new(Script { records: records.clone(), clock: clock.clone(), ..Script::default_parts() });
        let vault = Arc::new(Drawer::default());
        let world = World {
            access: Arc::new(Doorman { cloudfront: cloudfront.clone() }),
            vault: vault.clone(),
            records: records.clone(),
            clock: clock.clone(),
            chance: Arc::new(Dice(Mutex::new(0))),
        };
        let house = Housekeeper::new(world, identity());
        Self { house, cloudfront, records, clock, vault }
    }

    /// Sends two paths to the test target through the practice connection.
    pub(crate) async fn submit(&self) -> crate::Attempted {
        self.house.submit(&ConnectionId::practice(), &target(), "/a\n/b/*", "test").await.expect("it is stored")
    }

    pub(crate) async fn state(&self, id: SubmissionId) -> State {
        self.records.submission(id).await.expect("records").expect("it is there").state
    }
}

pub(crate) fn identity() -> Identity {
    Identity { partition: "aws".into(), account: "111122223333".into(), arn: "arn:aws:iam::111122223333:user/t".into() }
}

/// A clock that goes with tokio's, which tests pause and advance.
pub(crate) struct Stepped {
    start: Timestamp,
    begun: tokio::time::Instant,
    /// How far somebody has set it ahead; negative for back.
    set: Mutex<SignedDuration>,
}

impl Stepped {
    fn starting(start: Timestamp) -> Self {
        Self { start, begun: tokio::time::Instant::now(), set: Mutex::default() }
    }

    /// Somebody sets it so much ahead, or back.
    pub(crate) fn jump(&self, by: SignedDuration) {
        *self.set.lock().expect("not poisoned") += by;
    }

    /// The time that CloudFront has: right, whatever this computer says.
    fn right(&self) -> Timestamp {
        self.start + Duration::from_millis(self.begun.elapsed().as_millis() as u64)
    }
}

impl Clock for Stepped {
    fn now(&self) -> Timestamp {
        self.right() + *self.set.lock().expect("not poisoned")
    }
}

struct Dice(Mutex<u8>);

impl Chance for Dice {
    fn six_bytes(&self) -> [u8; 6] {
        let mut last = self.0.lock().expect("not poisoned");
        *last += 1;
        [*last; 6]
    }
}

struct Doorman {
    cloudfront: Arc<Script>,
}

#[async_trait]
impl Access for Doorman {
    async fn open(&self, connection: &Connection, _: Option<Secret>) -> Result<Door, Failure> {
        Ok(Door { cloudfront: self.cloudfront.clone(), endpoint: connection.custom_endpoint.clone() })
    }

    async fn who_am_i(&self, _: &Connection, _: Option<Secret>) -> Result<Identity, Failure> {
        self.cloudfront.identity.lock().expect("not poisoned").clone()
    }

    async fn profiles(&self) -> Result<Vec<String>, Failure> {
        Ok(vec!["default".to_owned()])
    }
}

/// What the script does with the next CreateInvalidation.
#[derive(Clone, Debug)]
pub(crate) enum Next {
    /// It takes it.
    Take,
    /// It takes it, and the reply is lost.
    TakeAndLoseReply,
    /// It does not take it.
    Fail(Failure),
}

/// A CloudFront that follows a script, and takes everything once the script is done. It knows references as the real
/// one does, and checks at each call that the attempt was stored before.
pub(crate) struct Script {
    pub(crate) next: Mutex<VecDeque<Next>>,
    pub(crate) sent: Mutex<Vec<Order>>,
    pub(crate) taken: Mutex<Vec<Invalidation>>,
    /// How long CreateInvalidation takes.
    pub(crate) slowness: Mutex<Duration>,
    /// What reading answers, where it does not read.
    pub(crate) reading: Mutex<Option<Failure>>,
    pub(crate) listing: Mutex<Result<Vec<Distribution>, Failure>>,
    pub(crate) identity: Mutex<Result<Identity, Failure>>,
    /// How many GetInvalidation and ListInvalidations calls came.
    pub(crate) reads: Mutex<(u32, u32)>,
    records: Arc<Memory>,
    clock: Arc<Stepped>,
}

impl Script {
    fn default_parts() -> Self {
        let now = Stepped::starting(Timestamp::UNIX_EPOCH);
        Self {
            next: Mutex::default(),
            sent: Mutex::default(),
            taken: Mutex::default(),
            slowness: Mutex::default(),
            reading: Mutex::default(),
            listing: Mutex::new(Ok(Vec::new())),
            identity: Mutex::new(Ok(identity())),
            reads: Mutex::default(),
            records: Arc::default(),
            clock: Arc::new(now),
        }
    }

    pub(crate) fn then(&self, next: impl IntoIterator<Item = Next>) {
        self.next.lock().expect("not poisoned").extend(next);
    }

    pub(crate) fn orders(&self) -> Vec<Order> {
        self.sent.lock().expect("not poisoned").clone()
    }

    pub(crate) fn complete_all(&self) {
        for invalidation in self.taken.lock().expect("not poisoned").iter_mut() {
            invalidation.status = InvalidationStatus::Completed;
        }
    }

    fn take(&self, order: &Order) -> Result<Invalidation, Failure> {
        let mut taken = self.taken.lock().expect("not poisoned");
        if let Some(earlier) = taken.iter().find(|earlier| earlier.reference == order.reference.as_str()) {
            return if earlier.items == order.batch.items() {
                Ok(earlier.clone())
            } else {
                Err(Failure::ReferenceUsed { detail: String::new() })
            };
        }
        let invalidation = Invalidation {
            id: InvalidationId::new(format!("I{}", taken.len() + 1)),
            created: self.clock.right(),
            status: InvalidationStatus::InProgress,
            reference: order.reference.as_str().to_owned(),
            items: order.batch.items().to_vec(),
        };
        taken.push(invalidation.clone());
        Ok(invalidation)
    }

    fn may_read(&self) -> Result<(), Failure> {
        self.reading.lock().expect("not poisoned").clone().map_or(Ok(()), Err)
    }
}

#[async_trait]
impl CloudFront for Script {
    async fn submit(&self, order: &Order) -> Result<Invalidation, Failure> {
        let stored = self.records.submissions.lock().expect("not poisoned").clone();
        let stored = stored.iter().find(|it| it.order.reference == order.reference).expect("stored before it is sent");
        assert_eq!(stored.order, *order, "what is sent is what is stored");
        assert!(
            matches!(stored.state, State::Sending(_)),
            "that it is being sent is stored before: {:?}",
            stored.state
        );
        self.sent.lock().expect("not poisoned").push(order.clone());
        let slowness = *self.slowness.lock().expect("not poisoned");
        tokio::time::sleep(slowness).await;
        let next = self.next.lock().expect("not poisoned").pop_front().unwrap_or(Next::Take);
        match next {
            Next::Take => self.take(order),
            Next::TakeAndLoseReply => {
                self.take(order)?;
                Err(Failure::ReplyLost { detail: "reset".to_owned() })
            }
            Next::Fail(failure) => Err(failure),
        }
    }

    async fn invalidation(&self, _: &Target, id: &InvalidationId) -> Result<Invalidation, Failure> {
        self.reads.lock().expect("not poisoned").0 += 1;
        self.may_read()?;
        let taken = self.taken.lock().expect("not poisoned");
        taken.iter().find(|it| it.id == *id).cloned().ok_or_else(|| Failure::NotFound { what: id.to_string() })
    }

    async fn invalidations(
        &self,
        _: &Target,
        after: Option<&str>,
        limit: u16,
    ) -> Result<Page<InvalidationSummary>, Failure> {
        self.reads.lock().expect("not poisoned").1 += 1;
        self.may_read()?;
        let taken = self.taken.lock().expect("not poisoned");
        let rows = taken.iter().rev().map(|it| InvalidationSummary {
            id: it.id.clone(),
            created: it.created,
            status: it.status.clone(),
        });
        let rows: Vec<_> = match after {
            Some(marker) => rows.skip_while(|row| row.id.as_str() != marker).skip(1).collect(),
            None => rows.collect(),
        };
        let page: Vec<_> = rows.iter().take(limit.into()).cloned().collect();
        let next = (rows.len() > page.len()).then(|| page.last().expect("a full page").id.to_string());
        Ok(Page { rows: page, next })
    }

    async fn distributions(&self, _: Option<&str>, _: u16) -> Result<Page<Distribution>, Failure> {
        let rows = self.listing.lock().expect("not poisoned").clone()?;
        Ok(Page { rows, next: None })
    }

    async fn distribution(&self, id: &DistributionId) -> Result<DistributionDetails, Failure> {
        self.may_read()?;
        Err(Failure::NotFound { what: id.to_string() })
    }

    async fn tenants(&self, _: &DistributionId, _: Option<&str>, _: u16) -> Result<Page<Tenant>, Failure> {
        Ok(Page { rows: Vec::new(), next: None })
    }

    async fn tenant(&self, id: &TenantId) -> Result<Tenant, Failure> {
        Err(Failure::NotFound { what: id.to_string() })
    }
}

/// A keychain that can be locked.
#[derive(Default)]
pub(crate) struct Drawer {
    pub(crate) secrets: Mutex<Vec<(ConnectionId, Secret)>>,
    pub(crate) locked: Mutex<bool>,
}

impl Drawer {
    fn open(&self) -> Result<(), Failure> {
        if *self.locked.lock().expect("not poisoned") {
            return Err(Failure::KeychainUnavailable { detail: "locked".to_owned() });
        }
        Ok(())
    }
}

#[async_trait]
impl Vault for Drawer {
    async fn keep_secret(&self, connection: &ConnectionId, secret: &Secret) -> Result<(), Failure> {
        self.open()?;
        self.secrets.lock().expect("not poisoned").push((connection.clone(), secret.clone()));
        Ok(())
    }

    async fn recall_secret(&self, connection: &ConnectionId) -> Result<Option<Secret>, Failure> {
        self.open()?;
        let secrets = self.secrets.lock().expect("not poisoned");
        Ok(secrets.iter().rev().find(|(id, _)| id == connection).map(|(_, secret)| secret.clone()))
    }

    async fn forget_secret(&self, connection: &ConnectionId) -> Result<(), Failure> {
        self.open()?;
        self.secrets.lock().expect("not poisoned").retain(|(id, _)| id != connection);
        Ok(())
    }
}

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
