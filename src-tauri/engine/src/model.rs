//! Whatever a person does, whatever fails, whenever the app dies: a simple model of what must come of it.
//!
//! The model knows nothing of states, queues or references. It knows which items were asked for in which run, which of
//! them the person took back while nobody could have had them, and what CloudFront says it was asked and what it took.
//! After every act it checks what must never be, and in the end, once nothing fails any more, that all that is still
//! wanted was cleared once and in order, and nothing else.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use domain::quota::Load;
use domain::submission::{Order, RunId, State, SubmissionId};
use domain::{DistributionId, Invalidation, Item, Target};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::ports::Records;
use crate::testing::{Memory, Next, Stage, life};
use crate::{ConnectionId, Failure};

/// The time to undo, as the settings have it from the start.
const UNDO: SignedDuration = SignedDuration::from_secs(5);

/// How long CloudFront takes to answer: long enough for a crash to fall into it.
const SLOWNESS: Duration = Duration::from_millis(700);

/// What happens next.
#[derive(Clone, Debug)]
enum Act {
    /// A person asks for so many files and wildcards on one of two distributions.
    Ask { files: usize, wildcards: usize, on: u8 },
    /// A person takes back a run.
    Undo(usize),
    /// A person does not want to wait.
    SendNow(usize),
    /// A person takes one item out of a run.
    TakeOut(usize, usize),
    /// A person has what was refused or is unknown sent again.
    Retry(usize),
    /// A person puts a run first.
    MoveFirst(usize),
    /// A person pauses the queue.
    Pause,
    /// A person resumes it.
    Resume,
    /// The next CreateInvalidation goes so.
    Fault(Fault),
    /// So many seconds pass.
    Pass(u64),
    /// CloudFront completes all it works on.
    Complete,
    /// The computer sleeps.
    Sleep,
    /// The disk is full for so many seconds.
    FullDisk(u64),
    /// The app dies and is started again. What was on its way may be acted upon all the same.
    Crash { acted: bool },
}

#[derive(Clone, Copy, Debug)]
enum Fault {
    TakenAndLost,
    Lost,
    Throttled,
    TooMany,
    TooLarge,
    Denied,
    Unreachable,
}

impl Fault {
    fn next(self) -> Next {
        let detail = String::new;
        Next::Fail(match self {
            Self::TakenAndLost => return Next::TakeAndLoseReply,
            Self::Lost => Failure::ReplyLost { detail: detail() },
            Self::Throttled => Failure::Throttled { detail: detail() },
            Self::TooMany => Failure::TooManyInProgress { wildcards: true, detail: detail() },
            Self::TooLarge => Failure::BatchTooLarge { detail: detail() },
            Self::Denied => Failure::Denied { action: None, resource: None, detail: detail() },
            Self::Unreachable => Failure::Unreachable { endpoint: detail(), detail: detail() },
        })
    }
}

fn acts() -> impl Strategy<Value = Act> {
    let fault = prop_oneof![
        2 => Just(Fault::TakenAndLost),
        2 => Just(Fault::Lost),
        1 => Just(Fault::Throttled),
        1 => Just(Fault::TooMany),
        1 => Just(Fault::TooLarge),
        1 => Just(Fault::Denied),
        1 => Just(Fault::Unreachable),
    ];
    prop_oneof![
        6 => (0..5usize, 0..20usize, 0..2u8).prop_map(|(files, wildcards, on)| Act::Ask { files, wildcards, on }),
        2 => any::<usize>().prop_map(Act::Undo),
        3 => any::<usize>().prop_map(Act::SendNow),
        2 => any::<(usize, usize)>().prop_map(|(run, item)| Act::TakeOut(run, item)),
        2 => any::<usize>().prop_map(Act::Retry),
        1 => any::<usize>().prop_map(Act::MoveFirst),
        1 => Just(Act::Pause),
        2 => Just(Act::Resume),
        6 => fault.prop_map(Act::Fault),
        6 => (0..40u64).prop_map(Act::Pass),
        3 => Just(Act::Complete),
        1 => Just(Act::Sleep),
        1 => (1..20u64).prop_map(Act::FullDisk),
        3 => any::<bool>().prop_map(|acted| Act::Crash { acted }),
    ]
}

/// A run, as the model sees it.
#[derive(Clone, Debug)]
struct Wanted {
    run: RunId,
    target: Target,
    items: Vec<String>,
    /// Items that the person took back when CloudFront could not have had them.
    taken_back: BTreeSet<String>,
    /// Items that the person took back, and that CloudFront may have had by then as far as the model knows: either will do.
    doubtful: BTreeSet<String>,
    /// Whether the person took back the run, so that nothing refused of it is tried again.
    given_up: bool,
    asked: Timestamp,
    /// Whether the person did something that ends its time to be undone.
    hurried: bool,
}

/// What CloudFront says, over all lives of the app.
#[derive(Clone, Default)]
struct Server {
    /// Every call, with its time.
    asked: Vec<(Timestamp, Order)>,
    /// Calls that it may have acted upon, as far as anybody has heard.
    maybe: Vec<Order>,
    taken: Vec<Invalidation>,
}

/// All that outlives the app.
#[derive(Clone)]
struct World {
    records: Arc<Memory>,
    server: Server,
    /// How many calls earlier lives have made.
    calls_before: usize,
    /// How many of them may have been acted upon.
    maybe_before: usize,
    wanted: Vec<Wanted>,
    now: Timestamp,
}

impl World {
    fn new() -> Self {
        let now = Timestamp::constant(1_795_348_800, 0);
        Self {
            records: Arc::default(),
            server: Server::default(),
            calls_before: 0,
            maybe_before: 0,
            wanted: Vec::new(),
            now,
        }
    }

    /// Lives until the app dies or nothing is left to happen; gives how many of the acts were done.
    fn live(&mut self, acts: &[Act]) -> usize {
        self.calls_before = self.server.asked.len();
        self.maybe_before = self.server.maybe.len();
        life(async {
            let stage = Stage::at(self.records.clone(), self.now);
            *stage.cloudfront.taken.lock().expect("not poisoned") = self.server.taken.clone();
            *stage.cloudfront.slowness.lock().expect("not poisoned") = SLOWNESS;
            *stage.records.full.lock().expect("not poisoned") = false;
            stage.house.resume().await.expect("resumed");
            let mut done = 0;
            for act in acts {
                done += 1;
                let died = self.act(&stage, act).await;
                self.look(&stage);
                self.check();
                if died {
                    break;
                }
            }
            if done == acts.len() {
                self.settle(&stage).await;
            }
            done
        })
    }

    /// Does one thing; `true` where the app dies of it.
    async fn act(&mut self, stage: &Stage, act: &Act) -> bool {
        let house = &stage.house;
        match act {
            Act::Ask { files, wildcards, on } => self.ask(stage, *files, *wildcards, *on).await,
            Act::Undo(of) => {
                if let Some(index) = self.index(*of)
                    && house.undo(self.wanted[index].run).await.is_ok()
                {
                    self.look(stage);
                    self.take_back(index, |_| true);
                    self.wanted[index].given_up = true;
                }
            }
            Act::SendNow(of) => {
                if let Some(index) = self.index(*of) {
                    self.wanted[index].hurried = true;
                    // A full disk refuses it, and the person is told.
                    let _ = house.send_now(self.wanted[index].run).await;
                }
            }
            Act::TakeOut(of, item) => {
                if let Some(index) = self.index(*of) {
                    let wanted = &self.wanted[index];
                    let item = wanted.items[item % wanted.items.len()].clone();
                    if self.take_out(stage, wanted.run, &item).await {
                        self.look(stage);
                        self.take_back(index, |one| one == item);
                    }
                }
            }
            Act::Retry(of) => {
                if let Some(index) = self.index(*of) {
                    self.wanted[index].hurried = true;
                    let again = self.retry(stage, self.wanted[index].run).await;
                    // What was refused was not taken back: it was over, and now it is wanted after all.
                    self.wanted[index].taken_back.retain(|item| !again.contains(item));
                    self.wanted[index].given_up &= again.is_empty();
                }
            }
            Act::MoveFirst(of) => {
                if let Some(index) = self.index(*of) {
                    let first = house.queue().await.expect("queue").runs.first().map(|first| first.run);
                    let _ = house.move_in_queue(self.wanted[index].run, first).await;
                }
            }
            Act::Pause => drop(house.pause_queue().await),
            Act::Resume => drop(house.resume_queue().await),
            Act::Fault(fault) => stage.cloudfront.then([fault.next()]),
            Act::Pass(seconds) => tokio::time::sleep(Duration::from_secs(*seconds)).await,
            Act::Complete => stage.cloudfront.complete_all(),
            Act::Sleep => stage.clock.jump(SignedDuration::from_secs(90)),
            Act::FullDisk(seconds) => {
                let answered_from = stage.clock.right() - SLOWNESS;
                *stage.records.full.lock().expect("not poisoned") = true;
                tokio::time::sleep(Duration::from_secs(*seconds)).await;
                *stage.records.full.lock().expect("not poisoned") = false;
                // What came of these could not be stored, so nobody can say that they were not taken.
                let sent = stage.cloudfront.sent.lock().expect("not poisoned");
                let unheard = sent.iter().filter(|(at, _)| *at >= answered_from).map(|(_, order)| order.clone());
                stage.cloudfront.lost.lock().expect("not poisoned").extend(unheard);
            }
            Act::Crash { acted } => {
                let pending = stage.cloudfront.pending.lock().expect("not poisoned").clone();
                for order in pending.iter().filter(|_| *acted) {
                    let _ = stage.cloudfront.take(order);
                }
                return true;
            }
        }
        false
    }

    async fn ask(&mut self, stage: &Stage, files: usize, wildcards: usize, on: u8) {
        let number = self.wanted.len();
        let files = (0..files).map(|file| format!("/{number}/file-{file}"));
        let items: Vec<String> = files.chain((0..wildcards).map(|wild| format!("/{number}/{wild}/*"))).collect();
        let target = Target::Distribution(DistributionId::new(format!("E1MODEL000000{on}")));
        let asked = stage.clock.right();
        let lines = items.join("\n");
        let stored = stage.house.submit(&ConnectionId::practice(), &target, &lines, "model").await;
        // Nothing to send is refused, and nothing is stored.
        if let Ok(first) = stored {
            let (taken_back, doubtful, given_up, hurried) = (BTreeSet::new(), BTreeSet::new(), false, false);
            self.wanted.push(Wanted { run: first.run, target, items, taken_back, doubtful, given_up, asked, hurried });
        }
    }

    async fn take_out(&self, stage: &Stage, run: RunId, item: &str) -> bool {
        for part in stage.records.parts(run).await.expect("parts") {
            let submission = stage.house.submission_of(part.id).await.expect("there");
            let place = submission.order.batch.items().iter().position(|one| one.as_str() == item);
            if let Some(place) = place.filter(|_| !part.is_replaced) {
                return stage.house.withdraw_items(part.id, &[place].into()).await.is_ok();
            }
        }
        false
    }

    /// Has everything of a run that was refused or is unknown sent again, and gives the items of the former.
    async fn retry(&self, stage: &Stage, run: RunId) -> Vec<String> {
        let mut again = Vec::new();
        for part in stage.records.parts(run).await.expect("parts") {
            if matches!(part.state, State::Refused(_) | State::Unknown(_)) {
                // What others stand in for is refused, and a full disk refuses all.
                let Ok(attempted) = stage.house.retry(part.id).await else { continue };
                if attempted.submission.id != part.id {
                    let refused = stage.house.submission_of(part.id).await.expect("there");
                    again.extend(refused.order.batch.items().iter().map(Item::to_string));
                }
            }
        }
        again
    }

    fn index(&self, of: usize) -> Option<usize> {
        of.checked_rem(self.wanted.len())
    }

    /// What CloudFront cannot have by now is taken back.
    fn take_back(&mut self, index: usize, which: impl Fn(&str) -> bool) {
        let Self { server, wanted, .. } = self;
        let maybe = server.maybe.iter().flat_map(|order| order.batch.items());
        let had: BTreeSet<&str> =
            server.taken.iter().flat_map(|taken| &taken.items).chain(maybe).map(Item::as_str).collect();
        let wanted = &mut wanted[index];
        for item in wanted.items.iter().filter(|item| which(item)) {
            let into = if had.contains(item.as_str()) { &mut wanted.doubtful } else { &mut wanted.taken_back };
            into.insert(item.clone());
        }
    }

    /// Reads what CloudFront says.
    fn look(&mut self, stage: &Stage) {
        self.server.asked.truncate(self.calls_before);
        self.server.asked.extend(stage.cloudfront.sent.lock().expect("not poisoned").iter().cloned());
        let cloudfront = &stage.cloudfront;
        self.server.maybe.truncate(self.maybe_before);
        for unheard in [&cloudfront.pending, &cloudfront.lost] {
            self.server.maybe.extend(unheard.lock().expect("not poisoned").iter().cloned());
        }
        self.server.taken = stage.cloudfront.taken.lock().expect("not poisoned").clone();
        self.now = stage.clock.right();
    }

    /// What must never be.
    fn check(&self) {
        let mut taken: HashMap<&str, usize> = HashMap::new();
        for item in self.server.taken.iter().flat_map(|taken| &taken.items) {
            *taken.entry(item.as_str()).or_default() += 1;
        }
        assert!(taken.values().all(|times| *times == 1), "something was cleared twice: {taken:?}");
        for wanted in &self.wanted {
            let places = self.places(wanted);
            assert!(places.is_sorted(), "out of order: {places:?}");
            for item in &wanted.taken_back {
                assert!(!taken.contains_key(&**item), "{item} was taken back, and cleared");
            }
            let early = self.server.asked.iter().filter(|(at, order)| {
                *at < wanted.asked + UNDO
                    && order.batch.items().iter().any(|item| wanted.items.contains(&item.to_string()))
            });
            assert!(wanted.hurried || early.count() == 0, "{:?} was sent in its time to be undone", wanted.run);
        }
        for target in self.wanted.iter().map(|wanted| &wanted.target) {
            let in_progress = self.server.taken.iter().filter(|taken| {
                !taken.status.is_completed()
                    && self
                        .wanted
                        .iter()
                        .any(|wanted| wanted.target == *target && wanted.items.contains(&taken.items[0].to_string()))
            });
            let load: Load = in_progress.map(|taken| Load::of(&taken.items)).sum();
            assert!(load.is_within_quota(), "more than CloudFront takes: {load:?}");
        }
    }

    /// The places in the run of what CloudFront took of it, in the order in which it took them.
    fn places(&self, wanted: &Wanted) -> Vec<usize> {
        let items = self.server.taken.iter().flat_map(|taken| &taken.items);
        items.filter_map(|item| wanted.items.iter().position(|one| one == item.as_str())).collect()
    }

    /// Nothing fails any more, and the person wants all that was not taken back.
    async fn settle(&mut self, stage: &Stage) {
        stage.cloudfront.next.lock().expect("not poisoned").clear();
        stage.house.resume_queue().await.expect("resumed");
        for _ in 0..200 {
            for ask in stage.house.asks().await.expect("asks") {
                stage.house.send_now(ask.run).await.expect("let go");
            }
            for index in 0..self.wanted.len() {
                if !self.wanted[index].given_up {
                    self.wanted[index].hurried = true;
                    self.retry(stage, self.wanted[index].run).await;
                }
            }
            tokio::time::sleep(Duration::from_secs(30)).await;
            self.look(stage);
            self.check();
            stage.cloudfront.complete_all();
            tokio::time::sleep(Duration::from_secs(60)).await;
            if stage.records.unsettled().await.expect("records").is_empty() && self.is_all_cleared() {
                break;
            }
        }
        self.look(stage);
        self.check();
        for wanted in &self.wanted {
            let missing: Vec<_> = self.missing(wanted).collect();
            assert!(wanted.given_up || missing.is_empty(), "{:?} is not cleared: {missing:?}", wanted.run);
        }
        assert_eq!(stage.records.unsettled().await.expect("records"), [], "left unsettled");
        self.records_agree(stage).await;
    }

    fn missing<'a>(&'a self, wanted: &'a Wanted) -> impl Iterator<Item = &'a String> {
        let taken: BTreeSet<&str> = self.server.taken.iter().flat_map(|taken| &taken.items).map(Item::as_str).collect();
        let back = |item: &String| wanted.taken_back.contains(item) || wanted.doubtful.contains(item);
        wanted.items.iter().filter(move |item| !taken.contains(item.as_str()) && !back(item))
    }

    fn is_all_cleared(&self) -> bool {
        self.wanted.iter().all(|wanted| wanted.given_up || self.missing(wanted).next().is_none())
    }

    /// Each invalidation is one submission's, with its items in order.
    async fn records_agree(&self, stage: &Stage) {
        let mut claimed = BTreeSet::new();
        let count = stage.records.submissions.lock().expect("not poisoned").len() as i64;
        for id in 1..=count {
            let submission = stage.house.submission_of(SubmissionId(id)).await.expect("there");
            if let Some(invalidation) = submission.state.invalidation() {
                let taken = self.server.taken.iter().find(|taken| taken.id == *invalidation).expect("it was made");
                assert_eq!(taken.items, submission.order.batch.items());
                assert!(claimed.insert(invalidation.clone()), "{invalidation} is two submissions'");
            }
        }
        assert_eq!(claimed.len(), self.server.taken.len(), "CloudFront has more than the app knows of");
    }
}

proptest! {
    // The same cases at every run, so that a test run says something of what was changed; `PROPTEST_CASES=20000` looks
    // farther.
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(20_261_125), ..ProptestConfig::default() })]
    #[test]
    fn what_is_wanted_is_cleared_once_and_in_order_whatever_happens(acts in prop::collection::vec(acts(), 1..40)) {
        let mut world = World::new();
        let mut left = &acts[..];
        loop {
            let done = world.live(left);
            let died = matches!(left.get(done.wrapping_sub(1)), Some(Act::Crash { .. }));
            left = &left[done..];
            if left.is_empty() && !died {
                break;
            }
        }
    }
}
