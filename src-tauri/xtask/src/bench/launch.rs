//! Opening a program's window, and seeing when it can be used.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use tempfile::TempDir;

use super::processes;
use super::screen::{Area, Screen};
use crate::display::Xvfb;
use crate::driver::Driver;

/// How long a window may take for anything.
const PATIENCE: Duration = Duration::from_secs(30);

/// The pause between two looks at the display: it is how exact the figures are.
const LOOK: Duration = Duration::from_millis(3);

/// How long a click may take to show before it is made again.
const CLICK: Duration = Duration::from_secs(1);

/// How far two pictures of the same text may be apart, of 255, on average: another text or none is several times as far.
const SMOOTHED: u64 = 5;

/// How long nothing may change before a window counts as settled.
const SETTLED: Duration = Duration::from_secs(4);

/// A display, a bus and a home of the benches' own.
pub struct Desk {
    bus: Child,
    bus_address: String,
    screen: Screen,
    home: TempDir,
    xvfb: Xvfb,
}

impl Desk {
    /// Lays it out.
    pub fn lay() -> Result<Self> {
        let xvfb = Xvfb::start()?;
        let screen = Screen::of(&xvfb.name)?;
        let home = tempfile::tempdir()?;
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700))?;
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .env_remove("DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("dbus-daemon cannot be started")?;
        let mut bus_address = String::new();
        BufReader::new(bus.stdout.take().context("its output is a pipe")?).read_line(&mut bus_address)?;
        Ok(Self { bus, bus_address: bus_address.trim().to_owned(), screen, home, xvfb })
    }

    /// The data folder of this name, which is kept from one start to the next.
    pub fn data(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn dress(&self, command: &mut Command, data: &Path) {
        command.env("DISPLAY", &self.xvfb.name).env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address);
        command.env("HOUSEKEEPER_DATA_DIR", data).env("HOME", self.home.path());
        command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11").env("XDG_RUNTIME_DIR", self.home.path());
        for (variable, folder) in
            [("XDG_DATA_HOME", "share"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")]
        {
            command.env(variable, self.home.path().join(folder));
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}

/// A program, and how one sees that its window can be used.
pub struct Candidate<'d> {
    desk: &'d Desk,
    program: PathBuf,
    data: PathBuf,
    /// What is clicked: the first distribution's link.
    link: Look,
    /// What shows that the click did something.
    heading: Look,
}

/// A part of the display and what it shows once the window is ready.
pub struct Look {
    area: Area,
    picture: Vec<u8>,
}

/// When a window could be used.
pub struct Usable {
    /// From the process's start to when what is clicked was painted, and a click on it did something.
    pub after: Duration,
    /// To when what the click opened was there.
    pub opened: Duration,
}

impl<'d> Candidate<'d> {
    /// Learns where a program's link and heading are, by WebDriver, and what they look like, without it. `ready` is a
    /// script that gives true once they are there.
    pub fn learn(desk: &'d Desk, program: &Path, data: &Path, ready: &str, link: &str) -> Result<Self> {
        // The first start explains itself above the list; what is measured is every other.
        let first = Self {
            desk,
            program: program.to_owned(),
            data: data.to_owned(),
            link: Look::NOTHING,
            heading: Look::NOTHING,
        };
        let opened = first.open()?;
        std::thread::sleep(SETTLED);
        drop(opened);
        let [link, heading] = {
            let driver = Driver::start_with(|command| desk.dress(command, data))?;
            let window = driver.open(program)?;
            window.wait_for(ready)?;
            std::thread::sleep(SETTLED);
            let (x, y) = desk.screen.window_corner()?;
            let mut areas = [link, "h1"].into_iter().map(|what| {
                let script = "const box = document.querySelector(arguments[0]).getClientRects()[0]; \
                              return [box.left, box.top, box.width, box.height]";
                let answer = window.ask("execute/sync", json!({ "script": script, "args": [what] }))?;
                let [left, top, width, height]: [f64; 4] = serde_json::from_value(answer)?;
                Ok(Area {
                    x: x + left.round() as i16,
                    y: y + top.round() as i16,
                    width: width.round() as u16,
                    height: height.round() as u16,
                })
            });
            let missing = "the window has no such thing";
            let found: [Result<Area>; 2] = [areas.next().context(missing)?, areas.next().context(missing)?];
            let [link, heading] = found;
            // It ends the program a moment after it has answered; killed before that, it would leave it running.
            let programs =
                processes::family(driver.id()).into_iter().filter(|one| *one != driver.id()).collect::<Vec<_>>();
            drop(window);
            wait_until_gone(&programs);
            [link?, heading?]
        };
        // The driver ends a program as a crash does, which the next start would tell of.
        let _ = fs::remove_dir_all(data.join("crashes"));
        // Its looks without the WebDriver, and once clicked, so that it is what was opened last from here on.
        let look = |area| Look { area, picture: Vec::new() };
        let mut learned =
            Self { desk, program: program.to_owned(), data: data.to_owned(), link: look(link), heading: look(heading) };
        for _ in 0..2 {
            let opened = learned.open()?;
            // A program that has just been built is read from the disk first.
            while opened.begun.elapsed() < SETTLED || learned.is_plain() {
                ensure!(opened.begun.elapsed() < PATIENCE, "{} shows nothing", program.display());
                std::thread::sleep(SETTLED);
                learned.link.picture = desk.screen.picture(link)?;
                learned.heading.picture = desk.screen.picture(heading)?;
            }
            learned.click_until_it_opens(&opened)?;
        }
        Ok(learned)
    }

    fn is_plain(&self) -> bool {
        self.link.is_plain() || self.heading.is_plain()
    }

    /// Starts the program, waits until its link is painted, and clicks it.
    pub fn until_usable(&self) -> Result<Usable> {
        let opened = self.open()?;
        self.until_painted(&opened, &self.link)?;
        let (after, shown) = self.click_until_it_opens(&opened)?;
        Ok(Usable { after, opened: shown })
    }

    /// Starts the program: its memory when its link is painted, and when it has settled.
    pub fn memory(&self) -> Result<(f64, f64)> {
        let opened = self.open()?;
        self.until_painted(&opened, &self.link)?;
        let painted = processes::memory(&processes::family(opened.process.id()));
        std::thread::sleep(SETTLED);
        Ok((painted, processes::memory(&processes::family(opened.process.id()))))
    }

    /// What stands in the link's place at a first start, when it has settled.
    pub fn first_look(&self) -> Result<Look> {
        self.forget()?;
        let _opened = self.open()?;
        std::thread::sleep(SETTLED);
        let area = self.link.area;
        let look = Look { picture: self.desk.screen.picture(area)?, area };
        ensure!(!look.is_plain(), "the window shows nothing at a first start");
        Ok(look)
    }

    /// Starts the program for the first time, until it shows that.
    pub fn first_start(&self, look: &Look) -> Result<Duration> {
        self.forget()?;
        let opened = self.open()?;
        self.until_painted(&opened, look)?;
        Ok(opened.begun.elapsed())
    }

    fn forget(&self) -> Result<()> {
        if self.data.exists() {
            fs::remove_dir_all(&self.data)?;
        }
        Ok(())
    }

    fn open(&self) -> Result<Opened> {
        self.desk.screen.point_nowhere()?;
        let mut command = Command::new(&self.program);
        self.desk.dress(&mut command, &self.data);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let begun = Instant::now();
        let process = command.spawn().with_context(|| format!("{} cannot be started", self.program.display()))?;
        Ok(Opened { process, begun })
    }

    fn until_painted(&self, opened: &Opened, look: &Look) -> Result<()> {
        let screen = &self.desk.screen;
        while !look.is_like(&screen.picture(look.area)?) {
            if opened.begun.elapsed() > PATIENCE {
                bail!("{} does not come to show what it showed before", self.program.display());
            }
            std::thread::sleep(LOOK);
        }
        Ok(())
    }

    /// When the click was made that did something, and when that was seen.
    fn click_until_it_opens(&self, opened: &Opened) -> Result<(Duration, Duration)> {
        let screen = &self.desk.screen;
        while opened.begun.elapsed() < PATIENCE {
            let clicked = opened.begun.elapsed();
            screen.click(self.link.area)?;
            while opened.begun.elapsed() < clicked + CLICK {
                if !self.heading.is_like(&screen.picture(self.heading.area)?) {
                    return Ok((clicked, opened.begun.elapsed()));
                }
                std::thread::sleep(LOOK);
            }
        }
        bail!("a click on the link of {} does nothing", self.program.display())
    }
}

impl Look {
    /// Not looked at yet.
    const NOTHING: Self = Self { area: Area { x: 0, y: 0, width: 0, height: 0 }, picture: Vec::new() };

    /// Whether a picture shows the same, for the eye: the edges of letters may be smoothed otherwise.
    fn is_like(&self, picture: &[u8]) -> bool {
        let apart: u64 = self.picture.iter().zip(picture).map(|(one, other)| u64::from(one.abs_diff(*other))).sum();
        picture.len() == self.picture.len() && apart < SMOOTHED * picture.len() as u64
    }

    /// Whether it is all of one colour.
    fn is_plain(&self) -> bool {
        self.picture.chunks_exact(4).all(|pixel| self.picture.starts_with(pixel))
    }
}

/// A started program. It ends with this value, and all that it started is gone then.
struct Opened {
    process: Child,
    begun: Instant,
}

impl Drop for Opened {
    fn drop(&mut self) {
        let family = processes::family(self.process.id());
        // As the end of a person's session does it: killed, it would tell of a crash at its next start.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let until = Instant::now() + PATIENCE;
        while matches!(self.process.try_wait(), Ok(None)) && Instant::now() < until {
            std::thread::sleep(LOOK);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
        wait_until_gone(&family);
    }
}

/// Waits until none of these processes is there any more, for a while.
fn wait_until_gone(programs: &[u32]) {
    let until = Instant::now() + PATIENCE;
    while programs.iter().any(|one| processes::is_there(*one)) && Instant::now() < until {
        std::thread::sleep(LOOK);
    }
}
