//! Where the file is: one place for each system, in a folder that only an administrator can write to.
//!
//! No environment variable is asked anywhere: whoever starts the app could set it, and so choose another file. For the
//! same reason Windows is asked for its known folder, which it reads from the part of the registry that is the machine's
//! (Microsoft Learn, "KNOWNFOLDERID", `FOLDERID_ProgramData`), rather than `%ProgramData%`, a variable as any other.

use std::path::PathBuf;

/// The file's name.
const FILE: &str = "policy.toml";

/// Where the file of this computer is, or would be.
pub(crate) fn of_this_computer() -> PathBuf {
    folder().join(FILE)
}

#[cfg(target_os = "windows")]
fn folder() -> PathBuf {
    use known_folders::{KnownFolder, get_known_folder_path};
    // Where Windows does not answer, it is where it always is unless somebody installed the system elsewhere.
    let data = get_known_folder_path(KnownFolder::ProgramData).unwrap_or_else(|| PathBuf::from(r"C:\ProgramData"));
    data.join("Housekeeper")
}

#[cfg(target_os = "macos")]
fn folder() -> PathBuf {
    PathBuf::from("/Library/Application Support/Housekeeper")
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn folder() -> PathBuf {
    PathBuf::from("/etc/housekeeper")
}
