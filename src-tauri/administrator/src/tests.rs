#![allow(clippy::unwrap_used)]

use std::time::{Duration, SystemTime};

use super::*;

const RIGHT: &str = "version = 1\n[undo]\nseconds = 20\n";
const OTHER: &str = "version = 1\n[undo]\nseconds = 30\n";

struct Desk {
    folder: tempfile::TempDir,
    file: AdministratorFile,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = AdministratorFile::new(folder.path().join("policy.toml"));
        Self { folder, file }
    }

    /// Puts a text there as an administrator does: whole, and readable by all.
    fn put(&self, text: impl AsRef<[u8]>) {
        let beside = self.folder.path().join("beside");
        fs::write(&beside, text).unwrap();
        mode(&beside, 0o644);
        fs::rename(beside, &self.file.path).unwrap();
    }

    fn undo(&self) -> u64 {
        self.file.policy().unwrap().unwrap().undo.unwrap().as_secs()
    }

    fn problem(&self) -> String {
        let broken = self.file.policy().unwrap_err();
        assert_eq!(broken.path, self.file.path());
        assert!(broken.to_string().contains("policy.toml"), "{broken}");
        broken.problem
    }
}

#[cfg(unix)]
fn mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn mode(_: &Path, _: u32) {}

fn set_back(path: &Path, by: Duration) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - by).unwrap();
}

#[test]
fn no_file_is_no_policy_and_it_may_come_and_go() {
    let desk = Desk::new();
    assert_eq!(desk.file.policy(), Ok(None));
    desk.put(RIGHT);
    assert_eq!(desk.undo(), 20);
    fs::remove_file(&desk.file.path).unwrap();
    assert_eq!(desk.file.policy(), Ok(None));
    // Nor is one without its folder.
    let nowhere = AdministratorFile::new(desk.folder.path().join("nowhere/policy.toml"));
    assert_eq!(nowhere.policy(), Ok(None));
}

#[test]
fn it_is_read_again_whenever_it_has_changed() {
    let desk = Desk::new();
    desk.put(RIGHT);
    let first = desk.file.policy().unwrap().unwrap();
    desk.put(OTHER);
    assert_eq!(desk.undo(), 30, "another file of the same length, perhaps at the same time");
    fs::write(&desk.file.path, RIGHT).unwrap();
    assert_eq!(desk.undo(), 20, "the same file with another text");
    fs::write(&desk.file.path, OTHER).unwrap();
    set_back(&desk.file.path, Duration::from_secs(3_600));
    assert_eq!(desk.undo(), 30, "whatever its time says");
    desk.put(RIGHT);
    assert_eq!(desk.file.policy().unwrap().unwrap(), first);
}

#[test]
fn what_has_not_changed_is_not_read() {
    let desk = Desk::new();
    desk.put(RIGHT);
    let look = |later: Duration| desk.file.look(SystemTime::now() + later).unwrap().unwrap();
    let first = look(Duration::ZERO);
    let second = look(Duration::ZERO);
    assert!(!Arc::ptr_eq(&first, &second), "so soon a second change could have the same time");
    assert!(Arc::ptr_eq(&second, &look(SETTLED + Duration::from_secs(1))));
}

#[test]
fn a_file_that_cannot_be_relied_on_is_broken_and_never_ignored() {
    let desk = Desk::new();
    for (text, words) in [
        (&b"version = 1\n\nname = \"\xff\""[..], "Line 3 is no text in UTF-8"),
        (b"version = 1\n[undo", "Line 2: "),
        (b"version = 1\nundoo = 1", "unknown field `undoo`"),
        (b"", "version"),
        ("version = 1\n[undo]\nseconds = 61".as_bytes(), "60 seconds"),
    ] {
        desk.put(text);
        assert!(desk.problem().contains(words), "{}", desk.problem());
    }
    desk.put(format!("version = 1\n#{}", " ".repeat(LONGEST as usize)));
    assert!(desk.problem().contains("too long"));
    desk.put(RIGHT);
    assert_eq!(desk.undo(), 20, "mended");
    fs::remove_file(&desk.file.path).unwrap();
    fs::create_dir(&desk.file.path).unwrap();
    assert!(desk.problem().contains("no file"));
}

#[cfg(unix)]
#[test]
fn what_others_can_write_to_is_broken_and_the_sentence_says_how_to_mend_it() {
    let desk = Desk::new();
    desk.put(RIGHT);
    for wrong in [0o664, 0o646, 0o666, 0o777] {
        mode(&desk.file.path, wrong);
        let problem = desk.problem();
        assert!(problem.contains("sudo chmod go-w '") && problem.contains("policy.toml'"), "{problem}");
    }
    for right in [0o644, 0o444, 0o600, 0o755] {
        mode(&desk.file.path, right);
        assert_eq!(desk.undo(), 20);
    }
    mode(desk.folder.path(), 0o777);
    let problem = desk.problem();
    assert!(problem.starts_with("Its folder") && !problem.contains("policy.toml"), "{problem}");
    mode(desk.folder.path(), 0o755);
    assert_eq!(desk.undo(), 20);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_one_that_leads_nowhere_is_broken() {
    let desk = Desk::new();
    desk.put(RIGHT);
    let elsewhere = desk.folder.path().join("elsewhere.toml");
    fs::rename(&desk.file.path, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &desk.file.path).unwrap();
    assert_eq!(desk.undo(), 20);
    fs::remove_file(&elsewhere).unwrap();
    assert!(desk.problem().contains("cannot be read"));
}

#[test]
fn the_place_is_the_systems_whatever_the_environment_says() {
    let place = AdministratorFile::of_this_computer().path();
    #[cfg(target_os = "linux")]
    assert_eq!(place, "/etc/housekeeper/policy.toml");
    #[cfg(target_os = "macos")]
    assert_eq!(place, "/Library/Application Support/Housekeeper/policy.toml");
    #[cfg(target_os = "windows")]
    assert!(place.ends_with(r"\Housekeeper\policy.toml"), "{place}");
    let source = include_str!("place.rs");
    assert!(!source.contains("env::var") && !source.contains("var_os"));
}
