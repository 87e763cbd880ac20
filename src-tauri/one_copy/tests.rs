#![allow(clippy::unwrap_used)]

use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

/// Has this test binary play another process: the folder that it is to start in.
const FOLDER: &str = "HOUSEKEEPER_TEST_SECOND_START_IN";

fn first(data: &Path) -> OneCopy {
    match OneCopy::start(data).unwrap() {
        Start::First(copy) => copy,
        Start::Second => panic!("somebody else has {}", data.display()),
    }
}

fn count_shows(copy: &OneCopy, shown: &Arc<AtomicU32>) {
    let shown = Arc::clone(shown);
    copy.on_second_start(move || {
        shown.fetch_add(1, Ordering::SeqCst);
    });
}

/// What another process does at its start: not a test, but the part that the tests below have another process play.
#[test]
fn play_another_process() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let said = match OneCopy::start(Path::new(&folder)) {
        Ok(Start::First(_copy)) => {
            announce("first");
            // Until it is killed, or the test is over.
            let _ = io::stdin().read(&mut [0]);
            return;
        }
        Ok(Start::Second) => "second".to_owned(),
        Err(problem) => problem,
    };
    announce(&said);
}

/// Past the test harness, which keeps what a test prints to itself.
fn announce(said: &str) {
    let mut out = io::stdout();
    writeln!(out, "\nsaid: {said}").unwrap();
    out.flush().unwrap();
}

fn another_process(data: &Path) -> std::process::Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "one_copy::tests::play_another_process", "--nocapture", "--test-threads=1"])
        .env(FOLDER, data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The next word of another process.
fn word_of(child: &mut std::process::Child) -> String {
    use std::io::BufRead;
    let out = io::BufReader::new(child.stdout.as_mut().unwrap());
    let said = out.lines().map_while(Result::ok).find_map(|line| line.strip_prefix("said: ").map(str::to_owned));
    said.unwrap_or_default()
}

#[test]
fn a_second_process_shows_the_first_ones_window_and_leaves() {
    let data = tempfile::tempdir().unwrap();
    let shown = Arc::new(AtomicU32::new(0));
    let copy = first(data.path());
    count_shows(&copy, &shown);
    let mut second = another_process(data.path());
    assert_eq!(word_of(&mut second), "second");
    assert!(second.wait().unwrap().success());
    assert_eq!(shown.load(Ordering::SeqCst), 1);
}

#[test]
fn of_many_processes_started_at_once_one_is_the_first() {
    let data = tempfile::tempdir().unwrap();
    let mut all: Vec<_> = (0..6).map(|_| another_process(data.path())).collect();
    let mut said: Vec<_> = all.iter_mut().map(word_of).collect();
    said.sort();
    assert_eq!(said, ["first", "second", "second", "second", "second", "second"]);
    for mut child in all {
        drop(child.stdin.take());
        child.wait().unwrap();
    }
}

#[test]
fn a_killed_process_leaves_no_lock_behind() {
    let data = tempfile::tempdir().unwrap();
    let mut killed = another_process(data.path());
    assert_eq!(word_of(&mut killed), "first");
    killed.kill().unwrap();
    killed.wait().unwrap();
    // Its address is still there, and leads nowhere.
    assert!(data.path().join(ADDRESS).exists());
    first(data.path());
}

#[test]
fn two_folders_are_two_apps() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let _one = first(one.path());
    let mut other = another_process(other.path());
    assert_eq!(word_of(&mut other), "first");
    drop(other.stdin.take());
    other.wait().unwrap();
}

#[test]
fn a_copy_that_ends_makes_room_for_the_one_that_waits() {
    let data = tempfile::tempdir().unwrap();
    let copy = first(data.path());
    // As if it had no port: the other one waits.
    std::fs::remove_file(data.path().join(ADDRESS)).unwrap();
    let waiting = std::thread::spawn({
        let data = data.path().to_owned();
        move || matches!(OneCopy::start(&data), Ok(Start::First(_)))
    });
    drop(copy);
    assert!(waiting.join().unwrap());
}

#[test]
fn a_copy_that_does_not_answer_is_told_of() {
    let data = tempfile::tempdir().unwrap();
    let _copy = first(data.path());
    std::fs::write(data.path().join(ADDRESS), "not an address").unwrap();
    let Err(problem) = OneCopy::start(data.path()) else { panic!("two copies in one folder") };
    assert!(problem.contains("Another copy of the app"), "{problem}");
}

#[test]
fn somebody_without_the_password_shows_nothing() {
    let data = tempfile::tempdir().unwrap();
    let copy = first(data.path());
    let shown = Arc::new(AtomicU32::new(0));
    count_shows(&copy, &shown);
    let address = std::fs::read_to_string(data.path().join(ADDRESS)).unwrap();
    let (port, password) = address.split_once(' ').unwrap();
    let mut caller = TcpStream::connect((Ipv4Addr::LOCALHOST, port.parse::<u16>().unwrap())).unwrap();
    caller.write_all("0".repeat(password.len()).as_bytes()).unwrap();
    let mut said = Vec::new();
    caller.read_to_end(&mut said).unwrap_or_default();
    assert_eq!((said.len(), shown.load(Ordering::SeqCst)), (0, 0));
}

#[cfg(unix)]
#[test]
fn what_it_writes_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let parent = tempfile::tempdir().unwrap();
    let data = parent.path().join("data");
    let _copy = first(&data);
    assert_eq!(mode(&data), 0o700);
    assert_eq!((mode(&data.join(LOCK)), mode(&data.join(ADDRESS))), (0o600, 0o600));
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let data = tempfile::tempdir().unwrap();
    let in_the_way = data.path().join("file");
    std::fs::write(&in_the_way, "").unwrap();
    let Err(problem) = OneCopy::start(&in_the_way) else { panic!("it locked a file for a folder") };
    assert!(problem.contains(&*in_the_way.to_string_lossy()), "{problem}");
}
