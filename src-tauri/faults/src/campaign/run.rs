//! One run: the app sends its intents through the proxy, is killed and started again until it is done, and is judged.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fastrand::Rng;
use jiff::Timestamp;
use tempfile::TempDir;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::Instant;

use super::kills::{Kill, Kills};
use super::oracle::{Verdict, judge};
use super::{Settings, record};
use crate::plan::{Plan, Rates};
use crate::processes::Ground;
use crate::{Intent, Moment, Proxy, Server, Tally};

/// How many times quicker than in life an invalidation is done, and the engine waits: seconds become hundredths.
const SPEED: f64 = 100.0;

/// How often something goes wrong. At this rate a submission meets three faults in a row one time in eleven, and the
/// waits grow long; the faults end after a while so that every run does.
const RATES: Rates = Rates { creates: 0.45, reads: 0.08, at_most: 40 };

/// How long a run may take in all. One takes two to four seconds on two cores; whatever takes this long hangs.
const PATIENCE: Duration = Duration::from_secs(90);

/// Every such run is taken up by the app's window in the middle, where there is a program for that.
const WITH_A_WINDOW: u32 = 25;

/// How long a window lives at the most. Its engine goes at life's pace, which is slow for a campaign: what it leaves
/// undone, the next start takes up.
const LIFE_OF_A_WINDOW: Duration = Duration::from_secs(8);

/// What came of a run.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) intents: usize,
    /// How many submissions the app made of them.
    pub(super) submissions: usize,
    /// How often the service said that a quota was used up.
    pub(super) too_many: usize,
    pub(super) faults: Tally,
    pub(super) kills: Kills,
    /// How often the window was opened.
    pub(super) windows: u32,
    pub(super) verdict: Verdict,
    pub(super) finished: bool,
    pub(super) problems: Vec<String>,
}

/// What a run is made of.
struct Scenario {
    intents: Vec<Intent>,
    kills: Vec<Kill>,
    plan: Plan,
    /// Whether every second start is one of the window.
    has_a_window: bool,
}

impl Scenario {
    /// A run of its own for each seed and number, however near they are to each other.
    fn draw(seed: u64, number: u32) -> Self {
        let mut rng = Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(number.into()));
        let intents = Intent::draw(&mut rng);
        let kills = Kill::draw(&mut rng);
        let has_a_window = number.is_multiple_of(WITH_A_WINDOW);
        Self { intents, kills, plan: Plan::seeded(rng.u64(..), RATES), has_a_window }
    }

    /// Far more than fits into the quotas at once, on one distribution, where nothing fails but the app, twice.
    fn relaunch() -> Self {
        let nothing = Rates { creates: 0.0, reads: 0.0, at_most: 0 };
        Self {
            intents: vec![Intent::relaunch()],
            kills: Kill::twice(),
            plan: Plan::seeded(0, nothing),
            has_a_window: false,
        }
    }
}

/// Makes one run.
///
/// # Errors
/// When it cannot be set up, or the server or the app's records cannot be read in the end.
pub(super) async fn run(settings: &Settings, number: u32) -> Result<Report> {
    play(settings, number, Scenario::draw(settings.seed, number)).await
}

/// Makes the run of a relaunch: 10,000 items on one distribution.
///
/// # Errors
/// The same.
pub(super) async fn relaunch(settings: &Settings) -> Result<Report> {
    play(settings, 0, Scenario::relaunch()).await
}

async fn play(settings: &Settings, number: u32, scenario: Scenario) -> Result<Report> {
    let Scenario { intents, kills, plan, has_a_window } = scenario;
    let window = settings.window.as_deref().filter(|_| has_a_window);
    let folder = tempfile::Builder::new()
        .prefix(&format!("run-{}-{number}-", settings.seed))
        .tempdir_in(&settings.folder)
        .with_context(|| format!("no folder can be made in {}", settings.folder.display()))?;
    let ground = Ground::lay(folder.path(), &intents)?;
    let begun = Timestamp::from_millisecond(Timestamp::now().as_millisecond())?;
    let server = Server::start(&settings.program, &ground.account(), SPEED).await?;
    let mut report = Report { intents: intents.len(), ..Report::default() };
    let (proxy, moments) = Proxy::start(server.authority().clone(), plan).await?;
    let mut app = App { program: &settings.program, window, ground: &ground, endpoint: proxy.endpoint(), moments };
    app.send(kills, &mut report).await?;
    report.faults = proxy.tally();

    let record = record::of_the_server(&server.endpoint(), &intents, begun).await?;
    let history = record::of_the_app(&ground.data()).await?;
    let (verdict, problems) = judge(&intents, &record, &history.submissions);
    report.verdict = verdict;
    report.too_many = history.too_many;
    report.submissions = history.submissions.len();
    report.problems.extend(problems);
    keep_what_failed(folder, number, &mut report);
    Ok(report)
}

/// The app, over all its starts.
struct App<'a> {
    /// It without its window.
    program: &'a Path,
    /// It with its window.
    window: Option<&'a Path>,
    ground: &'a Ground,
    /// Where it finds CloudFront.
    endpoint: String,
    /// What happens there.
    moments: UnboundedReceiver<Moment>,
}

impl App<'_> {
    /// Starts it, kills it and starts it anew until it is done.
    async fn send(&mut self, kills: Vec<Kill>, report: &mut Report) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        let mut kills = kills.into_iter();
        let mut opens_a_window = false;
        loop {
            // What was before this start is no cue for it.
            while self.moments.try_recv().is_ok() {}
            if let Some(window) = self.window.filter(|_| std::mem::take(&mut opens_a_window)) {
                self.live_with(window).await?;
                report.windows += 1;
                continue;
            }
            opens_a_window = true;
            let (mut app, _input) = self.ground.send(self.program, &self.endpoint, SPEED)?;
            let kill = kills.next();
            let due = async {
                match kill {
                    Some(kill) => kill.due(&mut self.moments).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                ended = app.wait() => {
                    let ended = ended?;
                    report.finished = ended.success();
                    if !ended.success() {
                        report.problems.push(format!("the app ended by itself: {ended}"));
                    }
                    return Ok(());
                }
                () = due => {
                    // On Unix this is SIGKILL, and waits until the process is gone.
                    app.kill().await?;
                    if let Some(kill) = kill {
                        report.kills.count(kill);
                    }
                }
                () = tokio::time::sleep_until(deadline) => {
                    app.kill().await?;
                    report.problems.push(format!("not done after {} seconds", PATIENCE.as_secs()));
                    return Ok(());
                }
            }
        }
    }

    /// Opens the app's window, which takes up what was under way, and kills it: once CloudFront has answered something
    /// of it, or after a while.
    async fn live_with(&mut self, window: &Path) -> Result<()> {
        let mut app = self.ground.open_window(window)?;
        let mut heard = 0;
        let answered = async {
            while let Some(moment) = self.moments.recv().await {
                heard += u32::from(matches!(moment, Moment::Replied));
                if heard == 3 {
                    return;
                }
            }
        };
        tokio::select! {
            ended = app.wait() => bail!("the window ended by itself: {}", ended?),
            () = answered => {}
            () = tokio::time::sleep(LIFE_OF_A_WINDOW) => {}
        }
        app.kill().await?;
        Ok(())
    }
}

/// Whoever looks into a failure needs the folder.
fn keep_what_failed(folder: TempDir, number: u32, report: &mut Report) {
    if report.problems.is_empty() {
        return;
    }
    let kept = folder.keep();
    for problem in &mut report.problems {
        *problem = format!("run {number}: {problem}");
    }
    report.problems.push(format!("run {number}: its data are in {}", kept.display()));
}
