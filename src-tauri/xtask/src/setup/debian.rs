//! Debian and Ubuntu: finds out with dpkg what is missing, and installs just that with apt-get.

use std::fs;

use anyhow::{Context, Result, bail};
use duct::{Expression, cmd};

use super::Part;
use crate::say;

/// Whether this is Debian, Ubuntu, or a system that calls itself like one of them.
pub fn is_this() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| is_like_debian(&release))
}

/// Reads `ID` and `ID_LIKE` as os-release(5) describes them.
fn is_like_debian(release: &str) -> bool {
    release
        .lines()
        .filter_map(|line| line.split_once('='))
        .filter(|(key, _)| matches!(*key, "ID" | "ID_LIKE"))
        .flat_map(|(_, value)| value.trim_matches(['"', '\'']).split_whitespace())
        .any(|id| matches!(id, "debian" | "ubuntu"))
}

/// Installs the packages of these parts that are not installed yet.
pub fn install_missing(parts: &[Part]) -> Result<()> {
    let packages: Vec<&str> = parts.iter().map(|part| part.package()).collect();
    // It ends with an error where it knows nothing of a package, and still answers for the others.
    let known =
        cmd("dpkg-query", [&["--show", "--showformat", "${Package} ${db:Status-Status}\n"], &packages[..]].concat())
            .stderr_null()
            .unchecked()
            .read()
            .context("dpkg-query, which tells what is installed, cannot be run")?;
    let missing = not_installed(&packages, &known);
    if missing.is_empty() {
        return Ok(());
    }

    say::note(&format!("Installing what is missing on this system: {}", missing.join(" ")));
    let install = [&["install", "--yes", "--no-install-recommends"], &missing[..]].concat();
    let installed = apt_get(&["update"])?.run().and_then(|_| apt_get(&install).map_err(std::io::Error::other)?.run());
    if let Err(error) = installed {
        bail!(
            "the installation failed ({error}). Please have these packages installed, then try again:\n  apt-get install {}",
            missing.join(" ")
        );
    }
    Ok(())
}

/// Those of `packages` that dpkg does not call installed; a removed one whose settings remain is `config-files`.
fn not_installed<'a>(packages: &[&'a str], known: &str) -> Vec<&'a str> {
    packages
        .iter()
        .copied()
        .filter(|package| !known.lines().any(|line| line == format!("{package} installed")))
        .collect()
}

/// apt-get as root, asking nothing of its own; sudo may ask for the password.
fn apt_get(arguments: &[&str]) -> Result<Expression> {
    let user = cmd!("id", "--user").read().context("who is running this cannot be told")?;
    let mut command = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"];
    if user.trim() != "0" {
        command.insert(0, "sudo");
    }
    command.extend(arguments);
    Ok(cmd(command[0], &command[1..]).stdout_to_stderr())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_what_descends_from_it_are_known() {
        assert!(is_like_debian("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n"));
        assert!(is_like_debian("ID=pop\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_like_debian("ID=fedora\nPRETTY_NAME=\"not debian\"\n"));
    }

    #[test]
    fn only_what_dpkg_calls_installed_is_left_out() {
        let known = "xvfb installed\ngnome-keyring config-files\nxvfb-run installed\n";
        assert_eq!(not_installed(&["xvfb", "gnome-keyring", "dbus-daemon"], known), ["gnome-keyring", "dbus-daemon"]);
    }
}
