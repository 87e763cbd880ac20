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

    /// Which of these texts stand in it, in UTF-8 or UTF-16.
    pub fn find<'t>(&self, texts: &[&'t str]) -> Vec<&'t str> {
        let forms: Vec<(&str, Vec<u8>)> = texts
            .iter()
            .flat_map(|text| {
                let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
                [(*text, text.as_bytes().to_vec()), (*text, wide)]
            })
            .collect();
        let mut found = Vec::new();
        for program in &self.0 {
            each_piece(*program, |piece| {
                for (text, form) in &forms {
                    if !found.contains(text) && contains(piece, form) {
                        found.push(*text);
                    }
                }
            });
        }
        found
    }
}

/// Whether a text stands in a piece of memory. The first byte is looked for alone, since most of memory is none of it.
fn contains(piece: &[u8], text: &[u8]) -> bool {
    let mut rest = piece;
    while let Some(at) = rest.iter().position(|byte| *byte == text[0]) {
        if rest[at..].starts_with(text) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

/// Reads a program's memory: what it may write to, since a secret would have come there.
fn each_piece(program: Offspring, mut look: impl FnMut(&[u8])) {
    const PIECE: u64 = 4 << 20;
    /// Longer than any text that is looked for.
    const OVERLAP: u64 = 4096;
    let number = program.number();
    let maps = fs::read_to_string(format!("/proc/{number}/maps")).unwrap_or_default();
    let Ok(memory) = File::open(format!("/proc/{number}/mem")) else {
        panic!("the memory of {} ({number}) cannot be read", program.name())
    };
    let mut buffer = vec![0; (PIECE + OVERLAP) as usize];
    for line in maps.lines() {
        let mut fields = line.split_whitespace();
        let (Some(range), Some(rights)) = (fields.next(), fields.next()) else { continue };
        if !rights.starts_with("rw") {
            continue;
        }
        let Some((from, to)) = range.split_once('-') else { continue };
        let (Ok(from), Ok(to)) = (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16)) else { continue };
        let mut at = from;
        while at < to {
            let length = (to - at).min(PIECE + OVERLAP) as usize;
            // What was never touched cannot be read, or has gone meanwhile.
            if let Ok(read) = memory.read_at(&mut buffer[..length], at) {
                look(&buffer[..read]);
            }
            at += PIECE;
        }
    }
}
