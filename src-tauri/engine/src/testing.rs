//! The ports as tests fill them: records in memory, a CloudFront that follows a script, a clock that is stepped.

mod books;
mod doorman;
mod drawer;
mod estate;
mod jotter;
mod memory;
mod office;
mod script;
mod shelf;
mod till;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::submission::{Queued, State, Submission, SubmissionId};
use domain::{DistributionId, Target};
use jiff::{SignedDuration, Timestamp};

use crate::ports::{Chance, Clock, Records};
use crate::{ConnectionId, Housekeeper, Identity, World};

pub(crate) use books::Books;
pub(crate) use doorman::{Credentials, Doorman, Gate, RIGHT_CODE};
pub(crate) use drawer::Drawer;
pub(crate) use estate::Estate;
pub(crate) use jotter::Jotter;
pub(crate) use memory::Memory;
pub(crate) use office::Office;
pub(crate) use script::{Next, Script};
pub(crate) use shelf::Shelf;
pub(crate) use till::Till;

/// The target that tests send to.
pub(crate) fn target() -> Target {
    Target::Distribution(DistributionId::new("E1TEST0000001"))
}

/// One life of the app, on a clock that is stepped: at its end every task of it is gone, as after a crash.
pub(crate) fn life<T>(doings: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_time().start_paused(true).build().expect("a runtime").block_on(doings)
}

/// A house over a script, at noon on a Sunday.
pub(crate) struct Stage {
    pub(crate) house: Housekeeper,
    pub(crate) cloudfront: Arc<Script>,
    pub(crate) records: Arc<Memory>,
    pub(crate) clock: Arc<Stepped>,
    pub(crate) vault: Arc<Drawer>,
    pub(crate) credentials: Arc<Credentials>,
    pub(crate) bills: Arc<Till>,
    pub(crate) gate: Arc<Gate>,
    pub(crate) office: Arc<Office>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        Self::over(Arc::new(Memory::default()))
    }

    /// A second start on the same records.
    pub(crate) fn over(records: Arc<Memory>) -> Self {
        Self::at(records, Timestamp::constant(1_795_348_800, 0))
    }

    /// A start on these records at a time of day.
    pub(crate) fn at(records: Arc<Memory>, now: Timestamp) -> Self {
        let clock = Arc::new(Stepped::starting(now));
        let cloudfront = Arc::new(Script::over(records.clone(), clock.clone()));
        let vault = Arc::new(Drawer::default());
        let (credentials, gate) = (Arc::<Credentials>::default(), Arc::<Gate>::default());
        let office = Arc::<Office>::default();
        let bills = Arc::<Till>::default();
        let world = World {
            access: Arc::new(Doorman {
                cloudfront: cloudfront.clone(),
                credentials: credentials.clone(),
                bills: bills.clone(),
            }),
            portals: gate.clone(),
            vault: vault.clone(),
            records: records.clone(),
            batches: Arc::new(Shelf::default()),
            ledger: Arc::new(Books::over(records.clone())),
            notebook: Arc::new(Jotter::default()),
            administrator: office.clone(),
            clock: clock.clone(),
            chance: Arc::new(Dice(records.clone())),
        };
        let house = Housekeeper::new(world, identity());
        Self { house, cloudfront, records, clock, vault, credentials, bills, gate, office }
    }

    /// Sends two paths to the test target through the practice connection, with no time to undo it, and gives what became
    /// of the first attempt.
    pub(crate) async fn submit(&self) -> Submission {
        self.records.settings.lock().expect("not poisoned").undo = Duration::ZERO;
        let stored = self.ask_for("/a\n/b/*").await;
        self.attempted(stored.id).await
    }

    /// Asks for lines to be sent to the test target through the practice connection.
    pub(crate) async fn ask_for(&self, lines: &str) -> Submission {
        self.house.submit(&ConnectionId::practice(), &target(), lines, "test").await.expect("it is stored")
    }

    /// A submission once it is neither queued nor being sent.
    pub(crate) async fn attempted(&self, id: SubmissionId) -> Submission {
        let mut changes = self.house.changes();
        loop {
            let submission = self.records.submission(id).await.expect("records").expect("it is there");
            if !matches!(submission.state, State::Queued(Queued { put_off: None }) | State::Sending(_)) {
                return submission;
            }
            let told = tokio::time::timeout(Duration::from_secs(24 * 3_600), changes.recv()).await;
            assert!(told.is_ok(), "it was never attempted: {:?}", submission.state);
        }
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
    pub(crate) fn right(&self) -> Timestamp {
        self.start + Duration::from_millis(self.begun.elapsed().as_millis() as u64)
    }
}

impl Clock for Stepped {
    fn now(&self) -> Timestamp {
        self.right() + *self.set.lock().expect("not poisoned")
    }
}

/// No two draws are alike, in all lives on the same records.
struct Dice(Arc<Memory>);

impl Chance for Dice {
    fn six_bytes(&self) -> [u8; 6] {
        let mut drawn = self.0.drawn.lock().expect("not poisoned");
        *drawn += 1;
        let [.., a, b, c, d, e, f] = drawn.to_be_bytes();
        [a, b, c, d, e, f]
    }
}
