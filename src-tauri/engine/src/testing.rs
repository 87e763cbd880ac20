//! The ports as tests fill them: records in memory, a CloudFront that follows a script, a clock that is stepped.

mod drawer;
mod memory;
mod script;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use domain::submission::{State, SubmissionId};
use domain::{DistributionId, Target};
use jiff::{SignedDuration, Timestamp};

use crate::ports::{Access, Chance, Clock, Door, Records};
use crate::{Connection, ConnectionId, Failure, Housekeeper, Identity, Secret, World};

pub(crate) use drawer::Drawer;
pub(crate) use memory::Memory;
pub(crate) use script::{Next, Script};

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
        let cloudfront = Arc::new(Script::over(records.clone(), clock.clone()));
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
