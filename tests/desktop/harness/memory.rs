//! What a program has in its memory.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use super::process::Offspring;

/// The memory of the web view's programs: the ones that show the pages and that fetch them.
pub struct Memory(Vec<Offspring>);

impl Memory {
    pub(super) fn of_the_web_view(programs: Vec<Offspring>) -> Self {
        let of_the_web_view: Vec<_> =
            programs.into_iter().filter(|program| program.name().starts_with("WebKit")).collect();
        Self(of_the_web_view)
    }

    /// How many programs there are.
    pub fn programs(&self) -> usize {
        self.0.len()
    }

    /// Whether a text stands in it, in UTF-8 or UTF-16.
    pub fn holds(&self, text: &str) -> bool {
        let mut held = false;
        for program in &self.0 {
            each_piece(*program, |piece| held = held || contains(piece, text));
        }
        held
    }
}

/// Whether a text stands among bytes, in UTF-8 or UTF-16. Its first byte is looked for alone, since most of them are none.
pub fn contains(bytes: &[u8], text: &str) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == wide[0]) {
        if rest[at..].starts_with(text.as_bytes()) || rest[at..].starts_with(&wide) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

/// The size of a page of memory, on the machines that these tests run on.
const PAGE: u64 = 4096;

/// How many pages are looked at at once.
const AT_ONCE: usize = 8192;

/// Reads a program's memory: what it may write to, since a secret would have come there. A web view reserves many times
/// the memory that the machine has, so only pages that were ever touched are read.
fn each_piece(program: Offspring, mut look: impl FnMut(&[u8])) {
    let number = program.number();
    let maps = fs::read_to_string(format!("/proc/{number}/maps")).unwrap_or_default();
    let open = |what: &str| match File::open(format!("/proc/{number}/{what}")) {
        Ok(file) => file,
        Err(error) => panic!("the memory of {} ({number}) cannot be read: {error}", program.name()),
    };
    let (memory, pagemap) = (open("mem"), open("pagemap"));
    for line in maps.lines() {
        let mut fields = line.split_whitespace();
        let (Some(range), Some(rights)) = (fields.next(), fields.next()) else { continue };
        let Some((from, to)) = range.split_once('-') else { continue };
        let (Ok(from), Ok(to)) = (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16)) else { continue };
        if !rights.starts_with("rw") {
            continue;
        }
        let mut run: Vec<u8> = Vec::new();
        let mut at = from / PAGE;
        while at < to / PAGE {
            let count = AT_ONCE.min((to / PAGE - at) as usize);
            let touched = touched(&pagemap, at, count);
            if touched.is_empty() {
                look(&run);
                run.clear();
                at += count as u64;
                continue;
            }
            for (page, touched) in (at..).zip(touched) {
                let length = run.len();
                if touched {
                    run.resize(length + PAGE as usize, 0);
                    // What has gone meanwhile holds nothing.
                    if memory.read_at(&mut run[length..], page * PAGE).is_err() {
                        run.truncate(length);
                    }
                }
                // A text may go over the end of a page, and not over one that was never touched.
                if !run.is_empty() && (!touched || length >= AT_ONCE * PAGE as usize) {
                    look(&run);
                    run.clear();
                }
            }
            at += count as u64;
        }
        look(&run);
    }
}

/// Which of these pages are in memory or swapped out (proc(5), pagemap, bits 63 and 62); empty where none is.
fn touched(pagemap: &File, first: u64, count: usize) -> Vec<bool> {
    let mut entries = vec![0; count * 8];
    // Most of what is reserved was never touched, and its entries are all nothing.
    if pagemap.read_exact_at(&mut entries, first * 8).is_err() {
        return Vec::new();
    }
    if entries.iter().all(|byte| *byte == 0) {
        return Vec::new();
    }
    entries.chunks_exact(8).map(|entry| entry[7] & 0b1100_0000 != 0).collect()
}
