//! One running copy of the app for each data folder.
//!
//! A lock of the operating system on a file in the folder is the guarantee. It is taken before the records are opened
//! and held until the process ends, however it ends: the system lets go of it then, so that no crash leaves one behind.
//!
//! Whoever finds it taken asks the other copy to show its window, and leaves. The other one listens for that on a port
//! of the loopback interface, which it writes beside the lock with a password for whoever can read the folder. That is
//! the same on every system, and a path of any length will do, which a Unix-domain socket does not take (unix(7),
//! "sun_path"). The port is a courtesy: where it cannot be had, the lock holds all the same.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

/// The file that is locked. It stays empty: on Windows nobody else may read what is locked.
const LOCK: &str = "running.lock";

/// Where the first copy listens: a port and a password, with a space between them.
const ADDRESS: &str = "running.address";

/// What the first copy answers.
const SHOWN: &[u8] = b"shown\n";

/// How long a second copy tries. The first may be about to listen, or about to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// The pause between two tries.
const PAUSE: Duration = Duration::from_millis(50);

/// How long one side waits for the other's words.
const WORDS: Duration = Duration::from_secs(1);

/// The right to the data folder, for as long as this lives.
pub struct OneCopy {
    _lock: File,
    /// The file that says where this copy listens.
    address: PathBuf,
    window: Arc<Mutex<Show>>,
}

/// What brings the window to the front, once there is one.
type Show = Option<Box<dyn Fn() + Send>>;

/// What a start turned out to be.
pub enum Start {
    /// The first: the folder is its own.
    First(OneCopy),
    /// A second: the first one's window is in front now.
    Second,
}

impl OneCopy {
    /// Takes the data folder, or has the copy that holds it show its window. Blocks for up to five seconds.
    ///
    /// # Errors
    /// A sentence for the person, where the folder cannot be locked, or is held by a copy that does not answer.
    pub fn start(data: &Path) -> Result<Start, String> {
        let lock = open_lock(data).map_err(|error| cannot(data, &error))?;
        let until = Instant::now() + PATIENCE;
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(Start::First(Self::listening(lock, data))),
                Err(TryLockError::Error(error)) => return Err(cannot(data, &error)),
                Err(TryLockError::WouldBlock) => {}
            }
            if ask_to_show(data).is_ok() {
                return Ok(Start::Second);
            }
            if Instant::now() >= until {
                return Err(format!(
                    "Another copy of the app has {} open, and does not answer. Close it, or end its process, and \
                     start the app again.",
                    data.display()
                ));
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Says how the window is brought to the front when a second copy is started.
    pub fn on_second_start(&self, show: impl Fn() + Send + 'static) {
        *self.window.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(show));
    }

    /// This copy is about to end, and to be started anew: from now on a start waits for that, in place of having this
    /// one's window shown.
    pub fn make_way(&self) {
        if let Err(error) = std::fs::remove_file(&self.address) {
            tracing::warn!(%error, "the next start may take this copy for one that stays");
        }
    }

    fn listening(lock: File, data: &Path) -> Self {
        let window = Arc::default();
        if let Err(error) = listen(data, Arc::downgrade(&window)) {
            tracing::warn!(%error, "a second start will not be able to show this window");
        }
        Self { _lock: lock, address: data.join(ADDRESS), window }
    }
}

fn cannot(data: &Path, error: &io::Error) -> String {
    format!(
        "{} could not be locked ({error}), so nothing would keep two copies of the app from sending the same twice. \
         Choose a data folder on a disk of this computer that you may write to.",
        data.join(LOCK).display()
    )
}

/// Opens the file to be locked; its folder is made for its owner alone.
fn open_lock(data: &Path) -> io::Result<File> {
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(data)?;
    own_file().open(data.join(LOCK))
}

/// How files are opened: for their owner alone.
fn own_file() -> std::fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Listens from now on, and says where.
fn listen(data: &Path, window: Weak<Mutex<Show>>) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let mut password = [0; 16];
    getrandom::fill(&mut password).map_err(|error| io::Error::other(error.to_string()))?;
    let password: String = password.iter().map(|byte| format!("{byte:02x}")).collect();
    // Whole or not at all: whoever reads it at this moment tries again.
    let unfinished = data.join(format!("{ADDRESS}.part"));
    write!(own_file().open(&unfinished)?, "{} {password}", listener.local_addr()?.port())?;
    std::fs::rename(&unfinished, data.join(ADDRESS))?;
    let thread = std::thread::Builder::new().name("second starts".to_owned());
    thread.spawn(move || {
        for caller in listener.incoming().flatten() {
            // Gone with the lock: whoever calls now may have it.
            let Some(window) = window.upgrade() else { return };
            // Whoever says the wrong thing is no copy of this app, and is told nothing.
            if let Err(error) = answer(caller, &password, &window) {
                tracing::info!(%error, "somebody called who is no second copy of the app");
            }
        }
    })?;
    Ok(())
}

fn answer(mut caller: TcpStream, password: &str, window: &Mutex<Show>) -> io::Result<()> {
    caller.set_read_timeout(Some(WORDS))?;
    caller.set_write_timeout(Some(WORDS))?;
    let mut said = vec![0; password.len()];
    caller.read_exact(&mut said)?;
    if said != password.as_bytes() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    // Where there is no window yet, one is about to open.
    if let Some(show) = &*window.lock().unwrap_or_else(PoisonError::into_inner) {
        show();
    }
    caller.write_all(SHOWN)
}

/// Asks the copy that holds the folder to show its window.
fn ask_to_show(data: &Path) -> io::Result<()> {
    let address = std::fs::read_to_string(data.join(ADDRESS))?;
    let (port, password) = address.split_once(' ').ok_or(io::ErrorKind::InvalidData)?;
    let port: u16 = port.parse().map_err(io::Error::other)?;
    let mut first = TcpStream::connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)), WORDS)?;
    first.set_read_timeout(Some(WORDS))?;
    first.set_write_timeout(Some(WORDS))?;
    first.write_all(password.as_bytes())?;
    let mut said = vec![0; SHOWN.len()];
    first.read_exact(&mut said)?;
    // The port may be another program's by now.
    if said == SHOWN { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

#[cfg(test)]
mod tests;
