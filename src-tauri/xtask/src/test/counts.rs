//! How many tests ran, as the runners' own closing lines say.

/// Tests by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
    /// Tests that were left out.
    pub skipped: u32,
}

/// Adds up the `test result:` lines of cargo test, one for each test program.
pub fn of_cargo(output: &str) -> Option<Counts> {
    let mut lines = output.lines().filter_map(|line| line.strip_prefix("test result: ")).peekable();
    lines.peek()?;
    Some(lines.fold(Counts::default(), |sum, line| {
        // `ok. 3 passed; 0 failed; 1 ignored; 0 measured; …`: what stands before the numbers is the verdict.
        let numbers = line.split_once(". ").map_or(line, |(_, numbers)| numbers);
        Counts {
            passed: sum.passed + number_before("passed", numbers),
            failed: sum.failed + number_before("failed", numbers),
            skipped: sum.skipped + number_before("ignored", numbers),
        }
    }))
}

/// Reads Vitest's line `Tests  1 failed | 12 passed | 2 skipped (15)`.
pub fn of_vitest(output: &str) -> Option<Counts> {
    let plain: Vec<String> = output.lines().map(without_colours).collect();
    let line = plain.iter().rev().find_map(|line| line.trim_start().strip_prefix("Tests "))?;
    Some(Counts {
        passed: number_before("passed", line),
        failed: number_before("failed", line),
        skipped: number_before("skipped", line) + number_before("todo", line),
    })
}

/// The number in front of a word: 12 in `| 12 passed |`; 0 where the word is missing.
fn number_before(word: &str, line: &str) -> u32 {
    let words: Vec<&str> = line.split_whitespace().map(|word| word.trim_end_matches([';', ','])).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

/// Drops the escape sequences for colours: `ESC [ … m`.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, text)| text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_s_lines_are_added_up_over_all_programs() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            noise\ntest result: FAILED. 5 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(of_cargo(output), Some(Counts { passed: 7, failed: 3, skipped: 1 }));
        assert_eq!(of_cargo("error: could not compile"), None);
    }

    #[test]
    fn vitest_s_line_is_read_through_its_colours() {
        let output = "\u{1b}[2m Test Files \u{1b}[22m \u{1b}[32m2 passed\u{1b}[39m (2)\n\
            \u{1b}[2m      Tests \u{1b}[22m \u{1b}[31m1 failed\u{1b}[39m | \u{1b}[32m12 passed\u{1b}[39m\u{1b}[90m (13)\u{1b}[39m\n";
        assert_eq!(of_vitest(output), Some(Counts { passed: 12, failed: 1, skipped: 0 }));
        assert_eq!(of_vitest("nothing"), None);
    }
}
