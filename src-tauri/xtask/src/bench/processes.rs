//! A program and all that it has started, as `/proc` tells.

use std::fs;
use std::path::Path;

/// The numbers of a process and of all its descendants.
pub fn family(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|number| Some((number, parent(number)?)))
        .collect();
    let mut family = vec![root];
    let mut at = 0;
    while let Some(&one) = family.get(at) {
        family.extend(parents.iter().filter(|(_, parent)| *parent == one).map(|(number, _)| *number));
        at += 1;
    }
    family
}

/// The memory of these processes in bytes: of what several share each counts its share (proc(5), `smaps_rollup`, `Pss`).
pub fn memory(processes: &[u32]) -> f64 {
    let pss = |number: &u32| {
        let rollup = fs::read_to_string(format!("/proc/{number}/smaps_rollup")).ok()?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.trim().strip_suffix("kB")?.trim().parse::<f64>().ok()
    };
    processes.iter().filter_map(pss).sum::<f64>() * 1024.0
}

/// Whether a process is still there.
pub fn is_there(number: u32) -> bool {
    Path::new("/proc").join(number.to_string()).exists()
}

/// The parent's number: the second field after the name, which stands in brackets and may have any character in it.
fn parent(number: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
    stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_family_has_its_children_and_its_memory() {
        let mut child = std::process::Command::new("sleep").arg("60").spawn().expect("sleep starts");
        let own = family(std::process::id());
        assert!(own.contains(&child.id()) && own.contains(&std::process::id()), "{own:?}");
        assert!(memory(&own) > 100_000.0, "this program has some memory");
        assert!(is_there(child.id()));
        child.kill().and_then(|()| child.wait()).expect("it ends");
        assert!(!is_there(child.id()));
    }
}
