//! The use cases' home: what they share.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::submission::{RunId, SubmissionId};
use domain::{AccountKey, DistributionDetails, DistributionId, Target, Tenant, TenantId};
use jiff::Timestamp;
use tokio::sync::{Notify, broadcast};
use tokio::time::Instant;

use crate::checks::Histories;
use crate::distributions::Listed;
use crate::heard::Heard;
use crate::policy::Seen;
use crate::portals::UnderWay;
use crate::ports::{Access, Administrator, Batches, Chance, Clock, Door, Ledger, Notebook, Portals, Records, Vault};
use crate::queue::{Halted, Known};
use crate::turnstile::{Paced, Turn, Turnstile};
use crate::undo::CountDown;
use crate::{Change, Compartment, Connection, ConnectionId, Endpoints, Failure, Identity, Pace, Portal, SecretName};

/// How many changes a slow listener may lag behind before it misses some; it then reads everything anew.
const CHANGES_KEPT: usize = 256;

/// The ports, as the composition root fills them.
#[derive(Clone)]
pub struct World {
    /// How one gets in.
    pub access: Arc<dyn Access>,
    /// How one signs in at IAM Identity Center.
    pub portals: Arc<dyn Portals>,
    /// Where secrets are kept.
    pub vault: Arc<dyn Vault>,
    /// What is remembered.
    pub records: Arc<dyn Records>,
    /// Which batches are saved.
    pub batches: Arc<dyn Batches>,
    /// What was invalidated, and what it may cost.
    pub ledger: Arc<dyn Ledger>,
    /// What was jotted down.
    pub notebook: Arc<dyn Notebook>,
    /// What an administrator has fixed.
    pub administrator: Arc<dyn Administrator>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// The luck of the draw.
    pub chance: Arc<dyn Chance>,
}

/// The use cases. Cheap to clone: every clone is the same house.
#[derive(Clone)]
pub struct Housekeeper {
    pub(crate) world: World,
    pub(crate) pace: Pace,
    pub(crate) shared: Arc<Shared>,
}

/// What lives as long as the app, and nowhere else.
pub(crate) struct Shared {
    practice: Connection,
    changes: broadcast::Sender<Change>,
    pub(crate) open: Mutex<HashMap<ConnectionId, Open>>,
    /// One CreateInvalidation at a time for each account.
    sending: Mutex<HashMap<AccountKey, Arc<tokio::sync::Mutex<()>>>>,
    /// The pace of each account.
    turnstiles: Mutex<HashMap<AccountKey, Arc<Turnstile>>>,
    /// What wakes the task that sends an account's queue.
    pub(crate) queues: Mutex<HashMap<AccountKey, Arc<Notify>>>,
    /// What holds back an account's queue.
    pub(crate) halted: Mutex<HashMap<AccountKey, Halted>>,
    /// What was found out about the room on targets.
    pub(crate) rooms: Mutex<HashMap<(AccountKey, Target), Known>>,
    /// Runs in their time to be undone.
    pub(crate) counting: Mutex<HashMap<RunId, CountDown>>,
    /// Runs that go out only when the person says so: they are old, or came out of a backup.
    pub(crate) undecided: Mutex<HashSet<RunId>>,
    pub(crate) listed: Mutex<HashMap<ConnectionId, Listed>>,
    pub(crate) details: Mutex<HashMap<(ConnectionId, DistributionId), DistributionDetails>>,
    pub(crate) tenants: Mutex<HashMap<(ConnectionId, TenantId), Tenant>>,
    /// What the tenants are called that were seen in a list.
    pub(crate) tenant_names: Mutex<HashMap<(AccountKey, TenantId), String>>,
    /// What a tracker is at work on.
    pub(crate) tracked: Mutex<HashSet<(AccountKey, Target)>>,
    /// What is being settled after a lost reply.
    pub(crate) settling: Mutex<HashSet<SubmissionId>>,
    /// The secrets, each in its place.
    pub(crate) compartments: Mutex<HashMap<SecretName, Arc<Compartment>>>,
    /// What the answers to calls told beside what was asked.
    pub(crate) heard: Heard,
    /// With which credentials a connection was seen to lead where it is to lead: by their marks.
    pub(crate) verified: Mutex<HashMap<ConnectionId, String>>,
    /// Sign-ins at portals, under way and over.
    pub(crate) sign_ins: Mutex<Vec<UnderWay>>,
    /// Where the calls to a portal go that no connection goes through yet.
    pub(crate) portal_endpoints: Mutex<HashMap<Portal, Endpoints>>,
    /// Months that are being counted.
    pub(crate) counting_months: Mutex<HashMap<AccountKey, Arc<crate::ledger::UnderWay>>>,
    /// Accounts whose count the person has stopped: it does not begin again by itself.
    pub(crate) count_stopped: Mutex<HashSet<AccountKey>>,
    /// Which paths an account is known to have cleared on a target.
    pub(crate) histories: Mutex<Histories>,
    /// Held from asking whether a budget has room until what takes it is stored, so that no two take the same room.
    pub(crate) room_in_budgets: tokio::sync::Mutex<()>,
    /// What was last seen of the administrator's file.
    pub(crate) policy: Mutex<Seen>,
    /// Whether nobody is there.
    pub(crate) locked: AtomicBool,
    /// When somebody was last there.
    pub(crate) last_use: Mutex<Instant>,
}

/// A connection that has been opened.
#[derive(Clone)]
pub(crate) struct Open {
    pub(crate) connection: Connection,
    pub(crate) account: AccountKey,
    pub(crate) door: Door,
    turnstile: Arc<Turnstile>,
}

impl Open {
    /// CloudFront's calls, which take their turn as this one.
    pub(crate) fn calls<'a>(&'a self, house: &'a Housekeeper, turn: Turn) -> Paced<'a> {
        let Self { connection, door, turnstile, .. } = self;
        Paced { cloudfront: &*door.cloudfront, turnstile, turn, house, connection: &connection.id }
    }
}

impl Housekeeper {
    /// The house over its ports.
    ///
    /// `practice` is whom the practice account says one is. Nothing is sent yet: call [`Housekeeper::resume`] for what
    /// was under way when the app ended.
    pub fn new(world: World, practice: Identity) -> Self {
        let (changes, _) = broadcast::channel(CHANGES_KEPT);
        let shared = Shared {
            practice: Connection { identity: Some(practice), ..Connection::practice() },
            changes,
            open: Mutex::default(),
            sending: Mutex::default(),
            turnstiles: Mutex::default(),
            queues: Mutex::default(),
            halted: Mutex::default(),
            rooms: Mutex::default(),
            counting: Mutex::default(),
            undecided: Mutex::default(),
            listed: Mutex::default(),
            details: Mutex::default(),
            tenants: Mutex::default(),
            tenant_names: Mutex::default(),
            tracked: Mutex::default(),
            settling: Mutex::default(),
            compartments: Mutex::default(),
            heard: Heard::default(),
            verified: Mutex::default(),
            sign_ins: Mutex::default(),
            portal_endpoints: Mutex::default(),
            counting_months: Mutex::default(),
            count_stopped: Mutex::default(),
            histories: Mutex::default(),
            room_in_budgets: tokio::sync::Mutex::default(),
            policy: Mutex::default(),
            locked: AtomicBool::new(false),
            last_use: Mutex::new(Instant::now()),
        };
        Self { world, pace: Pace::default(), shared: Arc::new(shared) }
    }

    /// The same house at another pace than life's. Call it before anything else: tasks at work keep the one they began
    /// with.
    pub fn at_pace(self, pace: Pace) -> Self {
        Self { pace, ..self }
    }

    /// Every change from now on.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.shared.changes.subscribe()
    }

    pub(crate) fn tell(&self, change: Change) {
        // An error says that nobody listens, which is no failure.
        let _ = self.shared.changes.send(change);
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        self.world.clock.now()
    }

    /// Waits for so much of life's time, at this house's pace.
    pub(crate) async fn wait(&self, time: Duration) {
        tokio::time::sleep(self.pace.scale(time)).await;
    }

    pub(crate) fn practice(&self) -> &Connection {
        &self.shared.practice
    }

    /// The connection of an id, opened once and kept open.
    ///
    /// # Errors
    /// [`Failure::Locked`] while nobody is there.
    pub(crate) async fn open(&self, id: &ConnectionId) -> Result<Open, Failure> {
        // Where the administrator's file says something else by now, that is noticed here.
        let _ = self.policy();
        if let Some(open) = self.opened(id) {
            return Ok(open);
        }
        if self.is_locked() {
            return Err(Failure::Locked);
        }
        let connection = self.connection(id).await?;
        let door = match self.world.access.open(&connection, &self.means_of(&connection).await?).await {
            Ok(door) => door,
            Err(failure) => {
                self.heard_that_it_asks(id, &failure);
                return Err(failure);
            }
        };
        let account = connection.account(door.endpoint.as_deref());
        let turnstile = self.turnstile(&account);
        let open = Open { connection, account, door, turnstile };
        lock(&self.shared.open).insert(id.clone(), open.clone());
        Ok(open)
    }

    /// The connection of an id, where it is open.
    pub(crate) fn opened(&self, id: &ConnectionId) -> Option<Open> {
        lock(&self.shared.open).get(id).cloned()
    }

    /// Forgets what was opened and read through a connection, because it was changed or removed.
    pub(crate) fn close(&self, id: &ConnectionId) {
        lock(&self.shared.open).remove(id);
        lock(&self.shared.listed).remove(id);
        lock(&self.shared.details).retain(|(connection, _), _| connection != id);
        lock(&self.shared.tenants).retain(|(connection, _), _| connection != id);
    }

    /// The line before an account's CreateInvalidation: whoever holds it may send.
    pub(crate) fn line(&self, account: &AccountKey) -> Arc<tokio::sync::Mutex<()>> {
        lock(&self.shared.sending).entry(account.clone()).or_default().clone()
    }

    /// The turnstile that every call into an account passes.
    pub(crate) fn turnstile(&self, account: &AccountKey) -> Arc<Turnstile> {
        let mut turnstiles = lock(&self.shared.turnstiles);
        turnstiles.entry(account.clone()).or_insert_with(|| Arc::new(Turnstile::new(self.pace))).clone()
    }
}

/// Locks a map of [`Shared`]. None of them is ever left half-changed, so one that a panic poisoned is still good.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
