//! A Debian system in a folder, with nothing but what Debian itself calls minimal.
//!
//! Every command in it has a view of the mounts and processes of its own, which end with it: whatever is mounted for it is
//! never seen outside, and whatever it started is gone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use duct::cmd;

use crate::package::folder;
use crate::say;

/// The Debian that it is: 12, the oldest that the packages are for.
pub const SUITE: &str = "bookworm";

/// Where Debian comes from, if this computer takes it from nowhere.
const MIRROR: &str = "http://deb.debian.org/debian";

/// The user who starts the app.
pub const PERSON: &str = "person";

/// Mounts what a program expects, and goes into the folder, which is its first argument.
const ENTER: &str = r#"mount -t proc proc "$0/proc" &&
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$0/dev/pts" &&
mount -t tmpfs -o mode=1777 tmpfs "$0/dev/shm" &&
exec chroot "$@""#;

/// The system.
pub struct Bare {
    root: PathBuf,
}

impl Bare {
    /// Makes it anew, from where this computer has its own packages from.
    pub fn make() -> Result<Self> {
        let bare = Self { root: folder()?.join("bare") };
        if bare.root.exists() {
            bare.take_away()?;
        }
        let kept = folder()?.join("debian-packages");
        fs::create_dir_all(&kept)?;
        let sources = sources()?;
        let mirror = sources.iter().find(|(_, suite)| suite == SUITE).map_or(MIRROR, |(mirror, _)| mirror);
        say::note(&format!("Making an empty Debian {SUITE} from {mirror}"));
        cmd!("debootstrap", "--variant=minbase", format!("--cache-dir={}", kept.display()), SUITE, &bare.root, mirror)
            .stdout_to_stderr()
            .run()
            .context("debootstrap failed")?;

        let lines: Vec<_> = sources.iter().map(|(mirror, suite)| format!("deb {mirror} {suite} main\n")).collect();
        if !lines.is_empty() {
            fs::write(bare.root.join("etc/apt/sources.list"), lines.concat())?;
        }
        // Nothing that is installed here starts a service: it would be one of this computer.
        let policy = bare.root.join("usr/sbin/policy-rc.d");
        fs::write(&policy, "#!/bin/sh\nexit 101\n")?;
        cmd!("chmod", "755", &policy).run()?;
        bare.done(bare.inside(None, &[], &["useradd", "--create-home", PERSON]))?;
        bare.apt_get(&["update"])?;
        Ok(bare)
    }

    /// Its root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A command in it, as root or as a user, with these variables and the ones that a login sets.
    pub fn inside(&self, user: Option<&str>, variables: &[(&str, &str)], command: &[&str]) -> Command {
        let mut inside = Command::new("unshare");
        inside.args(["--mount", "--pid", "--fork", "--kill-child", "sh", "-c", ENTER]).arg(&self.root);
        let (name, home) = user.map_or(("root", "/root".to_owned()), |user| (user, format!("/home/{user}")));
        if let Some(user) = user {
            inside.args([format!("--userspec={user}:{user}"), "--groups=".to_owned()]);
        }
        inside.arg(&self.root).args(["env", "--ignore-environment", "LC_ALL=C.UTF-8"]);
        inside.args([format!("HOME={home}"), format!("USER={name}"), format!("LOGNAME={name}")]);
        inside.arg("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        inside.args(variables.iter().map(|(name, value)| format!("{name}={value}"))).args(command);
        inside.stdin(Stdio::null());
        inside
    }

    /// apt-get, which installs nothing that is merely recommended.
    pub fn apt_get(&self, arguments: &[&str]) -> Result<()> {
        let command = [&["apt-get", "--quiet", "--yes", "--no-install-recommends"], arguments].concat();
        self.done(self.inside(None, &[("DEBIAN_FRONTEND", "noninteractive")], &command))
    }

    /// Installs a package of this computer, as one does that was downloaded.
    pub fn install(&self, package: &Path) -> Result<()> {
        let here = self.root.join("package.deb");
        fs::copy(package, &here).with_context(|| format!("{} cannot be copied", package.display()))?;
        let installed = self.apt_get(&["install", "/package.deb"]);
        fs::remove_file(here)?;
        installed
    }

    /// The packages that are installed.
    pub fn packages(&self) -> Result<BTreeSet<String>> {
        let listed = self
            .inside(None, &[], &["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n"])
            .output()
            .context("dpkg-query cannot be run")?;
        ensure!(listed.status.success(), "dpkg-query failed");
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        Ok(listed.lines().filter_map(|line| line.strip_prefix("installed ")).map(str::to_owned).collect())
    }

    /// Takes it away; where something went wrong it stays, to be looked at.
    pub fn remove(self) -> Result<()> {
        self.take_away()
    }

    fn take_away(&self) -> Result<()> {
        // What is mounted below would be emptied too.
        let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        let root = self.root.display().to_string();
        if mounts.lines().any(|mount| mount.split(' ').nth(1).is_some_and(|place| place.starts_with(&root))) {
            bail!("something is mounted below {root}: please unmount it first");
        }
        fs::remove_dir_all(&self.root).with_context(|| format!("{root} cannot be taken away"))
    }

    /// Runs a command to its end, with what it says on standard error.
    fn done(&self, mut command: Command) -> Result<()> {
        let said = command.output().with_context(|| format!("{command:?} cannot be run"))?;
        let lines = [said.stdout, said.stderr].concat();
        if !said.status.success() {
            bail!("{command:?} failed:\n{}", String::from_utf8_lossy(&lines));
        }
        Ok(())
    }
}

/// Where this computer has Debian's packages of that suite from: mirrors, and the parts of the suite.
fn sources() -> Result<Vec<(String, String)>> {
    let format = "$(ORIGIN) $(COMPONENT) $(REPO_URI) $(RELEASE)";
    let said = cmd!("apt-get", "indextargets", "--format", format, "Created-By: Packages").read();
    let said = said.context("apt-get does not say where packages come from")?;
    Ok(said.lines().filter_map(source).collect())
}

fn source(line: &str) -> Option<(String, String)> {
    let [origin, component, mirror, suite] = line.split(' ').collect::<Vec<_>>()[..] else { return None };
    let ours = origin == "Debian" && component == "main" && suite.split('-').next() == Some(SUITE);
    ours.then(|| (mirror.trim_end_matches('/').to_owned(), suite.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::source;

    #[test]
    fn only_debians_own_packages_of_the_suite_are_taken() {
        let of = |line| source(line).map(|(_, suite)| suite);
        assert_eq!(of("Debian main http://deb.debian.org/debian/ bookworm-updates"), Some("bookworm-updates".into()));
        assert_eq!(of("Debian contrib http://deb.debian.org/debian/ bookworm"), None);
        assert_eq!(of("Debian main http://deb.debian.org/debian/ trixie"), None);
        assert_eq!(of("somebody main https://example.org/ bookworm"), None);
    }
}
