//! The composition root: the one file that names every adapter.
//!
//! It opens the app's records and the practice account, fills the engine's ports, and hands the engine to the window's
//! commands. Nothing depends on it.

pub mod commands;
mod crashes;
mod diagnostics;
mod logs;
mod one_copy;
mod place;
mod window;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use administrator::AdministratorFile;
use async_trait::async_trait;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_types::SdkConfig;
use aws_types::region::Region;
use bills::SdkBills;
use cloudfront::SdkCloudFront;
use engine::ports::{Access, Billed, Bills, Chance, Clock, Door, KeyOnFile, Lasts, Means, Mended, Session};
use engine::{AccessKey, Connection, Failure, Housekeeper, Identity, Pace, Way, World};
use jiff::Timestamp;
use jiff::civil::Date;
use practice::Practice;
use secrecy::SecretString;
#[cfg(unix)]
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signin::IdentityCenter;
use store::Store;
use tauri::plugin::TauriPlugin;
use tauri::{Manager, RunEvent, WindowEvent};
use tauri_plugin_window_state::StateFlags;
use tauri_specta::Event;
use tokio::sync::broadcast::error::RecvError;
use vault::Keychain;

use commands::{AboutApp, Changed, ask_before_closing};
use crashes::{Crashes, Running};
use one_copy::{OneCopy, Start};

pub use commands::export_bindings;
pub use place::Place;

/// How much of an earlier run's log goes into the report that it crashed, in bytes.
const LAST_LINES: u64 = 8 << 10;

/// Opens the window, and returns when it is closed.
///
/// Where another copy has the data folder, that one's window is brought to the front instead.
pub fn run() {
    let place = Place::from_environment();
    // Before anything else: whoever does not hold the folder opens nothing in it.
    let alone = match OneCopy::start(place.data()) {
        Ok(Start::First(alone)) => Ok(Arc::new(alone)),
        Ok(Start::Second) => return,
        Err(problem) => Err(problem),
    };
    // Those of an earlier run, before this one adds its own.
    let last_lines = logs::files(&place.logs()).first().and_then(|file| logs::tail(file, LAST_LINES).ok());
    let logs = logs::start(&place.logs());
    crashes::watch(place.crashes(), logs.as_ref().map(|logs| logs.recent.clone()));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), data = %place.data().display(), "starting");
    let (running, crashes) = match &alone {
        Ok(_) => look_for_crashes(&place, &last_lines.unwrap_or_default()),
        // The run that holds the folder has not ended.
        Err(_) => (None, Crashes::default()),
    };

    // They are opened while the window is being made, which takes longer, and asked for only once that is done.
    let opening = tauri::async_runtime::spawn(open_records(place.clone(), alone.clone()));

    let builder = commands::builder();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_opener::init())
        .plugin(keep_the_windows_place(&place))
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            // First, since that takes longest. Its pages are answered only when all of this is done.
            window::open(app)?;
            let opened = tauri::async_runtime::block_on(opening)?;
            app.manage(about(&place, &opened, &crashes));
            app.manage(place);
            app.manage(crashes);
            app.manage(commands::Imports::default());
            app.manage(commands::Diagnostics::default());
            app.manage(commands::PageErrors::default());
            #[cfg(unix)]
            end_when_told(app.handle().clone());
            commands::take_in_updates(app)?;
            if let Ok(alone) = alone {
                let handle = app.handle().clone();
                alone.on_second_start(move || show_the_window(&handle));
                // Kept even where the records could not be opened: one window is enough to say so.
                app.manage(alone);
            }
            // Without its records the window opens all the same, to say what is wrong.
            if let Ok((house, ..)) = opened {
                app.manage(house.clone());
                tell_the_window(app.handle().clone(), &house);
                tauri::async_runtime::spawn(async move {
                    house.watch_for_idleness();
                    house.watch_for_the_administrator();
                    if let Err(failure) = house.resume().await {
                        tracing::error!(failure = %failure.logged(), "what was under way could not be taken up");
                    }
                });
            }
            Ok(())
        })
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event
                && ask_before_closing(window)
            {
                api.prevent_close();
            }
        })
        .build(window::context());
    // What ends with the run: on most systems the call below never returns.
    let mut ends = Some((logs, running));
    match app {
        Ok(app) => app.run(move |_, event| {
            if let RunEvent::Exit = event
                && let Some((logs, running)) = ends.take()
            {
                tracing::info!("closed");
                if let Some(running) = running {
                    running.end();
                }
                drop(logs);
            }
        }),
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            // That is told by the log; a crash it was not.
            if let Some((_, Some(running))) = &ends {
                running.end();
            }
        }
    }
}

/// Notes that this run begins, and looks for what earlier ones left.
fn look_for_crashes(place: &Place, last_lines: &str) -> (Option<Running>, Crashes) {
    let folder = place.crashes();
    let running = Running::begin(&folder, last_lines, Timestamp::now());
    if let Err(error) = &running {
        tracing::warn!(%error, "a crash of this run, or of the one before, will not be noticed");
    }
    (running.ok(), Crashes::of_earlier_runs(&folder))
}

/// Keeps the window's size and place, in the data folder; where the place is on no screen any more, the system chooses one.
fn keep_the_windows_place(place: &Place) -> TauriPlugin<tauri::Wry> {
    let kept = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    // The plugin joins the name to the platform's folder, and an absolute path takes that one's place.
    let file = std::path::absolute(place.window()).unwrap_or_else(|_| place.window());
    tauri_plugin_window_state::Builder::default().with_state_flags(kept).with_filename(file.to_string_lossy()).build()
}

/// Ends the app where the system asks it to: at the end of the person's session, which is no crash. What can still be
/// undone is asked about at the next start.
#[cfg(unix)]
fn end_when_told(app: tauri::AppHandle) {
    let signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT]);
    let waiting = signals.and_then(|mut signals| {
        let thread = std::thread::Builder::new().name("the session's end".to_owned());
        thread.spawn(move || {
            if signals.forever().next().is_some() {
                tracing::info!("the system ends the app");
                app.exit(0);
            }
        })
    });
    if let Err(error) = waiting {
        tracing::warn!(%error, "the end of the session will look like a crash");
    }
}

/// What opening the records came to: the house over them, whether they are new, and what was mended.
type Opened = Result<(Housekeeper, bool, Option<Mended>), String>;

async fn open_records(place: Place, alone: Result<Arc<OneCopy>, String>) -> Opened {
    let opened = async {
        let (house, first_start) = furnish(&place, Pace::default(), alone?).await?;
        let mended = house.mended().await.map_err(|failure| failure.to_string())?;
        Ok((house, first_start, mended))
    };
    opened.await.inspect_err(|problem: &String| tracing::error!(%problem, "the app's records could not be opened"))
}

fn about(place: &Place, opened: &Opened, crashes: &Crashes) -> AboutApp {
    AboutApp {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        data_folder: place.data().display().to_string(),
        practice_speed: place.practice_speed(),
        startup_problem: opened.as_ref().err().cloned(),
        startup_notice: opened.as_ref().ok().and_then(|(.., mended)| mended.clone()).map(Into::into),
        first_start: opened.as_ref().is_ok_and(|(_, first_start, _)| *first_start),
        crash_report: crashes.newest().map(Into::into),
    }
}

/// The engine over the real adapters, without a window. Nothing is sent yet: call [`Housekeeper::resume`] for that.
///
/// `pace` is life's, but for the crash campaign, which opens the very same house.
///
/// # Errors
/// A sentence that says what could not be opened, or that another copy of the app has the data folder.
pub async fn open_house(place: &Place, pace: Pace) -> Result<Housekeeper, String> {
    match OneCopy::start(place.data())? {
        Start::First(alone) => Ok(furnish(place, pace, Arc::new(alone)).await?.0),
        Start::Second => Err(format!("another copy of the app has {} open", place.data().display())),
    }
}

/// The engine over the real adapters, in a data folder that is this process's alone for as long as the house stands; and
/// whether its records are new.
async fn furnish(place: &Place, pace: Pace, alone: Arc<OneCopy>) -> Result<(Housekeeper, bool), String> {
    let records = Store::open(place.data()).await.map_err(|error| error.to_string())?;
    let is_new = records.is_new();
    let practice = Practice::open(Some(&place.practice()), Arc::new(Timestamp::now), place.practice_speed())
        .map_err(|error| error.to_string())?;
    let world = World {
        access: Arc::new(Doors { practice, _alone: alone }),
        portals: Arc::new(IdentityCenter::default()),
        vault: Arc::new(Keychain::new()),
        records: Arc::new(records.clone()),
        batches: Arc::new(records.clone()),
        ledger: Arc::new(records.clone()),
        notebook: Arc::new(records),
        administrator: Arc::new(AdministratorFile::of_this_computer()),
        clock: Arc::new(WallClock),
        chance: Arc::new(SystemChance::default()),
    };
    Ok((Housekeeper::new(world, practice_identity()).at_pace(pace), is_new))
}

/// The SDK's configuration for the practice account: everything real but the network.
fn practice_config(practice: &Practice) -> SdkConfig {
    let any_key = Credentials::new("AKIAPRACTICEACCOUNT0", "practice", None, None, "practice account");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(any_key))
        .http_client(practice.http_client())
        .build()
}

fn practice_identity() -> Identity {
    Identity { partition: "aws".to_owned(), account: Practice::ACCOUNT.to_owned(), arn: Practice::USER_ARN.to_owned() }
}

/// Brings the window to the front, as far as the desktop lets a program do that.
fn show_the_window(app: &tauri::AppHandle) {
    for window in app.webview_windows().into_values() {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not be brought to the front");
        }
    }
}

/// Passes every change of the engine on to the window.
fn tell_the_window(app: tauri::AppHandle, house: &Housekeeper) {
    let (house, mut changes) = (house.clone(), house.changes());
    tauri::async_runtime::spawn(async move {
        loop {
            let changed = match changes.recv().await {
                Ok(change) => Changed::of(&house, change).await,
                Err(RecvError::Lagged(_)) => Some(Changed::Everything),
                Err(RecvError::Closed) => return,
            };
            if let Some(Err(error)) = changed.map(|changed| changed.emit(&app)) {
                tracing::warn!(%error, "the window was not told of a change");
            }
        }
    });
}

/// The ways in, each by its adapter.
struct Doors {
    practice: Practice,
    /// Whoever can reach AWS holds the data folder.
    _alone: Arc<OneCopy>,
}

impl Doors {
    /// The way to IAM with a connection's own credentials.
    async fn iam(&self, connection: &Connection, means: &Means) -> Result<SdkConfig, Failure> {
        Ok(signin::open(connection, means).await?.0)
    }
}

#[async_trait]
impl Access for Doors {
    async fn open(&self, connection: &Connection, means: &Means) -> Result<Door, Failure> {
        if connection.way == Way::Practice {
            let cloudfront = Arc::new(SdkCloudFront::new(&practice_config(&self.practice)));
            let (bills, session) = (Arc::new(PracticeBills), Arc::new(PracticeSession));
            return Ok(Door { cloudfront, bills, endpoint: None, session });
        }
        let (config, session) = signin::open(connection, means).await?;
        let endpoint = cloudfront::endpoint_in_force(&config);
        let (cloudfront, bills) = (Arc::new(SdkCloudFront::new(&config)), Arc::new(SdkBills::new(&config)));
        Ok(Door { cloudfront, bills, endpoint, session: Arc::new(session) })
    }

    async fn profiles(&self) -> Result<Vec<String>, Failure> {
        Ok(signin::profiles().await?)
    }

    async fn keys_on_file(&self) -> Result<Vec<KeyOnFile>, Failure> {
        Ok(signin::keys_on_file().await?)
    }

    async fn key_on_file(&self, profile: &str) -> Result<AccessKey, Failure> {
        Ok(signin::key_on_file(profile).await?)
    }

    fn program_mark(&self, program: &str) -> String {
        signin::program_mark(program)
    }

    async fn create_key(&self, connection: &Connection, means: &Means) -> Result<AccessKey, Failure> {
        Ok(signin::create_key(&self.iam(connection, means).await?).await?)
    }

    async fn disable_key(&self, connection: &Connection, means: &Means, access_key_id: &str) -> Result<(), Failure> {
        Ok(signin::disable_key(&self.iam(connection, means).await?, access_key_id).await?)
    }

    async fn delete_key(&self, connection: &Connection, means: &Means, access_key_id: &str) -> Result<(), Failure> {
        Ok(signin::delete_key(&self.iam(connection, means).await?, access_key_id).await?)
    }
}

/// The practice account lets everyone in, for ever.
struct PracticeSession;

#[async_trait]
impl Session for PracticeSession {
    async fn ready(&self, _: Duration) -> Result<(), Failure> {
        Ok(())
    }

    fn lasts(&self) -> Lasts {
        Lasts::Endless
    }

    async fn enter_code(&self, _: &SecretString) -> Result<(), Failure> {
        Ok(())
    }

    async fn who_am_i(&self) -> Result<Identity, Failure> {
        Ok(practice_identity())
    }

    fn mark(&self) -> Option<String> {
        None
    }

    async fn let_go(&self) {}
}

/// The practice account costs nothing.
struct PracticeBills;

#[async_trait]
impl Bills for PracticeBills {
    async fn invalidations(&self, _: Date, _: Date, _: &str) -> Result<Billed, Failure> {
        let detail = "The practice account has no bill: it is on this computer, and costs nothing. Use a connection to \
                      an AWS account to see what AWS billed.";
        Err(Failure::Invalid { detail: detail.to_owned() })
    }
}

/// The time of day of the machine.
struct WallClock;

impl Clock for WallClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The operating system's random numbers.
#[derive(Default)]
struct SystemChance {
    drawn: AtomicU64,
}

impl Chance for SystemChance {
    fn six_bytes(&self) -> [u8; 6] {
        let mut bytes = [0; 6];
        if let Err(error) = getrandom::fill(&mut bytes) {
            // What matters is that no two draws are alike: time, the process and a count see to that as well.
            tracing::warn!(%error, "the operating system has no random numbers");
            let count = self.drawn.fetch_add(1, Ordering::Relaxed);
            let mixed = Timestamp::now().as_nanosecond() as u64 ^ (u64::from(std::process::id()) << 20) ^ (count << 40);
            bytes.copy_from_slice(&mixed.to_le_bytes()[..6]);
        }
        bytes
    }
}
